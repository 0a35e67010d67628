/**
 * Example posts of `config/` that the reader does not read as they say, and why that is left for now.
 * The label is right in each (a wrong label is mended in the YAML instead). Whoever teaches the reader
 * one of them takes it out here.
 */
export const KNOWN_STRAYS: { text: string; why: string }[] = [
  {
    text: 'hati2 di jalan lintas deket jembatan, td malem ado begal',
    why: 'A neighbour warns of a robber: the police must hear it. The greeting "hati2 di jalan" sounds like small talk to the gate; without it the post passes.',
  },
]
