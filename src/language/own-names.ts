/** Names by which a government calls its area and the parts of it. */
import type { Government } from '../core/configuration.ts'
import { keyOf } from './gazetteer.ts'

/** Key of a name → Kemendagri code. */
export function ownNames(government: Government | null): Map<string, string> {
  if (!government) return new Map()
  const { region, districts, regionCode } = government
  return new Map<string, string>([
    ...region.flatMap(({ aliases, seat, code }) =>
      [...aliases, ...(seat ? [seat] : [])].map((name) =>
        keyed(name.replace(/\(.*?\)/g, ''), code),
      ),
    ),
    ...districts.flatMap(({ aliases, code }) => aliases.map((name) => keyed(name, code))),
    ...shortNames(government).map((key) => keyed(key, regionCode)),
  ])
}

const keyed = (name: string, code: string): [string, string] => [keyOf(name), code]

const TITLED = /^(?:pemkab|pemkot|pemprov|bupati|wali ?kota|gubernur) (\S+)$/i
const LONGEST_SHORT = 4

/** "pemkab oki" is listened for, so "OKI" is what the government is called; longer names the gazetteer has. */
function shortNames({ listen }: Government): string[] {
  return listen.keywords
    .map((keyword) => keyOf(TITLED.exec(keyword)?.[1] ?? ''))
    .filter((key) => key.length > 1 && key.length <= LONGEST_SHORT)
}
