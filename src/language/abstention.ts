/** When a person says first whose a post is, and why. */
import type { Government } from '../core/configuration.ts'
import type { Kind } from '../core/reading.ts'
import type { Confidentiality } from './confidentiality.ts'

/** Below this the owner is for a person to decide. */
const SURE_ENOUGH = 0.6

export interface Proposal {
  kind: Kind
  /** As `Reading.agency`. */
  agency: string | null
  /** How surely the owner is right, 0 to 1. */
  sureness: number
  secret: Pick<Confidentiality, 'doubted'>
  government: Government | null
}

/**
 * Why nothing is sent without a person, or null. What may kill waits for nobody, and is not sent
 * away on a doubtful place.
 */
export function abstentionOf(proposal: Proposal): string | null {
  const { kind, agency, sureness, secret, government } = proposal
  const nothing = agency === null && government !== null
  if (nothing || (kind === 'emergency' && agency !== 'out-of-area')) return null
  if (sureness < SURE_ENOUGH) return 'belum cukup yakin: dipilah oleh koordinator'
  if (secret.doubted && isOfTheHouse(agency, government))
    return 'mungkin menyangkut pegawai penerimanya: dibaca koordinator lebih dulu'
  return null
}

/** One of the agencies whose people may be meant; the inspectorate is there for that. */
const isOfTheHouse = (agency: string | null, government: Government | null): boolean =>
  government !== null &&
  agency !== government.inspectorate &&
  government.agencies.some(({ id }) => id === agency)
