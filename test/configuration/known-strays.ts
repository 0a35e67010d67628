/**
 * Example posts of `config/` that the reader does not read as they say, and why that is left for now.
 * The label is right in each (a wrong label is mended in the YAML instead). Whoever teaches the reader
 * one of them takes it out here.
 */
export const KNOWN_STRAYS: { text: string; why: string }[] = [
  {
    text: 'jembatan putus sejak banjir minggu lalu, motor muter 12 km',
    why: 'Whoever rides twelve kilometres round complains. The sign "hari peristiwa" takes "minggu lalu" (last week) for the Sunday of a news report: with "bulan lalu" the post passes.',
  },
  {
    text: 'hati2 di jalan lintas deket jembatan, td malem ado begal',
    why: 'A neighbour warns of a robber: the police must hear it. "hati2" sounds like an office that cautions everybody; with "awas", or without it, the post passes.',
  },
]
