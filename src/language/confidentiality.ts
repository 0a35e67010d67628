/** Integrity and violence: what must never reach the accused, nor stand on a public page. */
import {
  INTEGRITY_ALLEGED,
  INTEGRITY_DOUBTED,
  INTEGRITY_FEARED,
  INTEGRITY_SUSPECTED,
  isCharged,
  namesDishonesty,
  weighIntegrity,
} from './integrity.ts'
import type { KindProbabilities } from './kind-choice.ts'
import type { Analysis } from './post-analysis.ts'
import type { Ranked } from './topic-choice.ts'
import { VIOLENCE_FEARED, VIOLENCE_SUSPECTED, weighViolence } from './violence.ts'

export interface Confidentiality {
  confidential: boolean
  /** So likely that it must not be lost as noise either. */
  grave: boolean
  /**
   * By small signs alone, and of nobody who could know who complained: among others who openly tell
   * of the same, it is one of them.
   */
  feared: boolean
  /** Against officials: only the inspectorate reads it. */
  integrity: boolean
  /** It may be about somebody of an agency: a person says first whether that agency may read it. */
  doubted: boolean
  /** The category that the detector would override the topic with, or null. */
  category: string | null
  because: string[]
}

const VIOLENT = new Set(['sos.kekerasan_anak_perempuan', 'didik.kekerasan', 'naker.pmi'])
const BRIBERY = 'gov.pungli'
const GRAFT = 'gov.korupsi'
const INTEGRITY = new Set([BRIBERY, GRAFT])

/** Somebody of the staff is accused, who may know who complained; whoever employs him answers it. */
const DISCIPLINE = new Set(['gov.asn_disiplin'])
/** So likely, and the post is closed: beyond it others are closed as fast as these are found. */
const DISCIPLINE_FEARED = 0.1

/** Topics whose own fees and levies are the complaint, not an official's hand. */
const FEES_OF_THEIR_OWN =
  /^(didik\.|hub\.|eko\.(wisata|pasar|pertanian|bbm|umkm)|naker\.|kes\.|sos\.|air\.|listrik\.|lh\.|aman\.)/

export function confidentialityOf(
  analysis: Analysis,
  ranked: Ranked[],
  kinds: KindProbabilities,
): Confidentiality {
  const graft = weighIntegrity(analysis, probabilityOf(INTEGRITY, ranked), kinds)
  const violence = weighViolence(analysis, probabilityOf(VIOLENT, ranked), kinds)
  const named = namesDishonesty(analysis)
  const integrity = named || graft.points > INTEGRITY_FEARED
  const violent = violence.points > VIOLENCE_FEARED
  const accused = probabilityOf(DISCIPLINE, ranked) > DISCIPLINE_FEARED
  const because = [...(integrity ? graft.because : []), ...(violent ? violence.because : [])]
  const confidential = integrity || violent || accused
  const grave = named || graft.points > INTEGRITY_SUSPECTED || violence.points > VIOLENCE_SUSPECTED
  return {
    confidential,
    grave,
    feared: confidential && !grave && !accused && because.length === 0,
    integrity,
    doubted: integrity || graft.points > INTEGRITY_DOUBTED,
    category:
      (named || graft.points > INTEGRITY_ALLEGED) && isTopic(analysis, ranked)
        ? allegationOf(analysis, ranked)
        : null,
    because: [...new Set(because)],
  }
}

/** One part in so many of what speaks for the likeliest topic. */
const LEAST_ALLEGATION = 1 / 20

/** A word for graft in a post about something else: closed, but for a person to say whose it is. */
function isTopic({ heard }: Analysis, ranked: Ranked[]): boolean {
  const top = ranked[0]?.probability ?? 0
  return isCharged(heard) || probabilityOf(INTEGRITY, ranked) >= top * LEAST_ALLEGATION
}

/** Which allegation it is; none where the topic has fees of its own and no more is said. */
function allegationOf({ heard }: Analysis, ranked: Ranked[]): string | null {
  const top = ranked[0]?.category ?? ''
  // a share of a project is graft, whatever else the asking sounds like
  if (heard.has('integrity.graft') && heard.has('project')) return GRAFT
  if (INTEGRITY.has(top)) return top
  if (heard.has('integrity.graft')) return GRAFT
  if (FEES_OF_THEIR_OWN.test(top)) return null
  if (heard.has('integrity.bribe')) return heard.has('project') ? GRAFT : BRIBERY
  return ranked.find(({ category }) => INTEGRITY.has(category))?.category ?? BRIBERY
}

const probabilityOf = (set: ReadonlySet<string>, ranked: Ranked[]) =>
  ranked.reduce((sum, { category, probability }) => sum + (set.has(category) ? probability : 0), 0)
