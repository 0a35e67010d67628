/** Integrity and violence: what must never reach the accused, nor stand on a public page. */
import type { Analysis } from './post-analysis.ts'
import type { Ranked } from './topic-choice.ts'

export interface Confidentiality {
  confidential: boolean
  /** Against officials: only the inspectorate reads it. */
  integrity: boolean
  /** The category that the detector would override the topic with, or null. */
  category: string | null
  because: string[]
}

const VIOLENT = new Set(['sos.kekerasan_anak_perempuan', 'didik.kekerasan', 'naker.pmi'])
const INTEGRITY = new Set(['gov.pungli', 'gov.korupsi'])
/** A leak is worse than a closed case too many: from so much probability on, closed. */
const LEAK_RISK = 0.15

/** Topics whose own fees and levies are the complaint, not an official's hand. */
const FEES_OF_THEIR_OWN =
  /^(didik\.|hub\.|eko\.(wisata|pasar|pertanian|bbm|umkm)|naker\.|kes\.|sos\.|air\.|listrik\.|lh\.|aman\.)/

export function confidentialityOf(analysis: Analysis, ranked: Ranked[]): Confidentiality {
  const { heard } = analysis
  const bribe = bribeCues(analysis)
  const graft = heard.get('integrity.graft') ?? []
  const violence = heard.get('violence') ?? []
  const school = heard.has('child') ? (heard.get('violence.school') ?? []) : []
  const risk = (set: Set<string>) =>
    ranked.reduce(
      (sum, { category, probability }) => sum + (set.has(category) ? probability : 0),
      0,
    )
  const violent = violence.length > 0 || school.length > 0 || risk(VIOLENT) > LEAK_RISK
  const category = overridingCategory(analysis, bribe, graft, ranked)
  const integrity = category !== null || risk(INTEGRITY) > LEAK_RISK
  return {
    confidential: integrity || violent,
    integrity,
    category,
    because: [...bribe, ...graft, ...violence, ...school],
  }
}

/** Words for a bribe; or money that passes to an official, in whatever words. */
function bribeCues({ heard }: Analysis): string[] {
  const named = heard.get('integrity.bribe') ?? []
  if (named.length > 0) return named
  const parts = ['money', 'official', 'give'].map((cue) => heard.get(cue)?.[0])
  return parts.every((part) => part !== undefined) ? (parts as string[]) : []
}

function overridingCategory(
  { heard }: Analysis,
  bribe: string[],
  graft: string[],
  ranked: Ranked[],
): string | null {
  const top = ranked[0]?.category ?? ''
  if (graft.length > 0) return 'gov.korupsi'
  if (bribe.length === 0) return null
  if (heard.has('project')) return 'gov.korupsi'
  return FEES_OF_THEIR_OWN.test(top) ? null : 'gov.pungli'
}
