/** What an agency is in charge of, from its name: the taxonomy's names of each function. */
import type { Taxonomy } from '../core/configuration.ts'

export interface Guess {
  functions: string[]
  /** False: a person should look at it (nothing found, or an abbreviation of two meanings). */
  sure: boolean
}

export function guessFunctions(
  agency: { name: string; abbreviation: string },
  functions: Taxonomy['functions'],
): Guess {
  const byName = matching(functions, (entry) => isNamed(agency.name, entry))
  if (byName.length > 0) return { functions: byName, sure: byName.length === 1 }
  const byShort = matching(functions, (entry) => plain(entry) === plain(agency.abbreviation))
  return byShort.length === 1 ? { functions: byShort, sure: false } : { functions: [], sure: false }
}

function matching(functions: Taxonomy['functions'], fits: (entry: string) => boolean): string[] {
  return Object.entries(functions)
    .filter(([, { names }]) => names.some(fits))
    .map(([code]) => code)
}

/**
 * "Dinas Kesehatan" names "Dinas Kesehatan dan Keluarga Berencana". What a Dinas is called says
 * nothing of a Badan: "Badan Kepegawaian, Pendidikan dan Pelatihan" runs no schools.
 */
function isNamed(name: string, entry: string): boolean {
  const [wanted, kind] = [plain(entry), /^dinas /.exec(plain(entry))?.[0] ?? '']
  const subject = ` ${wanted.slice(kind.length)} `
  return plain(name).startsWith(kind) && ` ${plain(name)} `.includes(subject)
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
