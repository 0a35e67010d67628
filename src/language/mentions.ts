/** Agencies that a post names, by abbreviation, name, alias or handle. */
import type { Agency, Government } from '../core/configuration.ts'
import { keyOf, LONGEST_NAME } from './gazetteer.ts'
import type { Token } from './tokens.ts'

export type MentionFinder = (tokens: Token[], mentions: string[]) => Agency[]

/** Tokens and handles → agencies in the order of their naming, each once. */
export function createMentionFinder(government: Government | null): MentionFinder {
  const byKey = new Map<string, Agency>()
  for (const agency of government?.agencies ?? []) {
    for (const name of namesOf(agency)) if (!byKey.has(name)) byKey.set(name, agency)
  }
  const beginnings = beginningsOf([...byKey.keys()])
  return (tokens, mentions) => {
    const found = mentions.map((handle) => byKey.get(keyOf(handle)))
    for (let from = 0; from < tokens.length; from++) {
      if (mayBegin(tokens[from] as Token, beginnings)) found.push(longestAt(tokens, from, byKey))
    }
    return [...new Set(found.filter((agency) => agency !== undefined))]
  }
}

/** Letters by which most words of a post are known to begin no agency's name. */
const BEGINNING = 3
const OFFICE = 'dinas'

/** "kesehatan" is meant for "dinas kesehatan": names are also known without their first word. */
function beginningsOf(names: string[]): Set<string> {
  const short = names
    .filter((name) => name.startsWith(OFFICE))
    .map((name) => name.slice(OFFICE.length))
  return new Set([...names, ...short].map((name) => name.slice(0, BEGINNING)))
}

function mayBegin({ lower }: Token, beginnings: Set<string>): boolean {
  if (beginnings.size === 0) return false
  const word = keyOf(lower)
  return word.length < BEGINNING || beginnings.has(word.slice(0, BEGINNING))
}

function namesOf(agency: Agency): string[] {
  const names = [agency.name, agency.abbreviation, ...agency.aliases, ...agency.handles]
  const short = agency.name.split(/ dan |, | \(/)[0] ?? ''
  return [...names, short.split(' ').length > 1 ? short : '']
    .map(keyOf)
    .filter((key) => key.length > 1)
}

function longestAt(tokens: Token[], from: number, byKey: Map<string, Agency>): Agency | undefined {
  let key = ''
  let found: Agency | undefined
  for (let to = from; to < tokens.length && to < from + LONGEST_NAME + 4; to++) {
    const token = tokens[to] as Token
    if (token.kind === 'mark' || token.kind === 'link') break
    key += keyOf(token.lower)
    found = byKey.get(key) ?? byKey.get(`${OFFICE}${key}`) ?? found
  }
  return found
}
