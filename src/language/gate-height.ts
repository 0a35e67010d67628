/** How clearly a post must be noise to be kept out: by its door, and by what it may be about. */
import type { Account } from './account.ts'
import type { Confidentiality } from './confidentiality.ts'
import type { KindProbabilities } from './kind-choice.ts'
import type { Analysis } from './post-analysis.ts'

export interface HeightQuestion {
  analysis: Analysis
  kinds: KindProbabilities
  secret: Confidentiality
  /** Whose account speaks. */
  account: Account
  /** Where the post stands, lower case: "lapor", "tiktok"; empty where unknown. */
  platform: string
}

/**
 * Odds (logarithmic) of noise from which a post is kept out. Who writes to a complaint desk
 * complains: only clear noise is kept out there, by its words alone. Who answers an office or calls
 * it by its handle mostly wants something of it. The rest is a stream that was found by its words,
 * in which one post in eight is for us; further down each headline less costs more complaints.
 */
const GATES = { desk: 4, addressed: -1.5, stream: -5 }
/** What may be about integrity or violence, and what probably is. */
const SECRET = { feared: -4, grave: -1 }
/** A danger that is told as an event, and one that somebody cries for help in. */
const DANGER = { event: -2, cry: 4 }
/** An office tells of its work and the press of others' troubles: less is needed to keep them out. */
const INSTITUTION = { office: 3, press: 1.5 }
/** So little probability of an emergency is doubted, so much believed. */
const DOUBTED_DANGER = 0.05
const BELIEVED_DANGER = 0.5
/** No post has such odds: it is never kept out. */
const OPEN_ODDS = 99

const COMPLAINT_DESKS = new Set([
  'lapor',
  'sp4n',
  'form',
  'formulir',
  'loket',
  'desk',
  'email',
  'phone',
  'telepon',
  'hotline',
])

export const isDesk = (platform: string): boolean => COMPLAINT_DESKS.has(platform)

/** Odds (logarithmic) of noise that keep this post out. */
export const gateHeight = (question: HeightQuestion): number =>
  isDesk(question.platform) ? atDesk(question) : inStream(question)

function atDesk({ analysis, kinds, secret, account }: HeightQuestion): number {
  const service = analysis.topics.scores.length > 0 || kinds.emergency > DOUBTED_DANGER
  if (service || (secret.grave && !isRetold(analysis))) return OPEN_ODDS
  return GATES.desk - institutionOf(account)
}

function inStream({ analysis, kinds, secret, account }: HeightQuestion): number {
  const door = isAddressed(analysis) ? GATES.addressed : GATES.stream
  const retold = isRetold(analysis)
  return Math.max(
    door - institutionOf(account),
    dangerGate(analysis, kinds.emergency),
    retold ? -OPEN_ODDS : secrecyGate(analysis, secret),
  )
}

const institutionOf = (account: Account) => (account ? INSTITUTION[account] : 0)

const isAddressed = ({ parent, tokens }: Analysis): boolean =>
  parent !== null || tokens.some(({ kind }) => kind === 'handle')

/** Who needs help says so, or says that it is now; who tells the news has a date for it. */
const CRIES = ['danger.help', 'danger.plea', 'danger.now']
/** Nobody says so of a nuisance; "banjir" and "longsor" stand in every second headline. */
const DANGERS = [
  'danger.body',
  'danger.caught',
  'danger.trapped',
  'danger.working',
  'danger.depth',
  'danger.weapon',
]

function dangerGate({ heard, text }: Analysis, probability: number): number {
  if (probability > BELIEVED_DANGER) return OPEN_ODDS
  const hears = (cue: string) => heard.has(cue)
  if (probability > DOUBTED_DANGER)
    return text.includes('!') || CRIES.some(hears) ? DANGER.cry : DANGER.event
  return DANGERS.some(hears) ? DANGER.event : -OPEN_ODDS
}

/** A crime of ours is not lost as noise, nor in doubt what may be one. */
function secrecyGate(analysis: Analysis, secret: Confidentiality): number {
  if (!secret.grave) return secret.confidential ? SECRET.feared : -OPEN_ODDS
  return accusesOfficials(analysis, secret) ? OPEN_ODDS : SECRET.grave
}

/** Words for graft or a bribe, and officials named: it accuses somebody of ours. */
function accusesOfficials({ heard, topics }: Analysis, { category }: Confidentiality): boolean {
  return category !== null && (heard.has('official') || topics.bodies.size > 0)
}

const NEWS_WORDS = 2

/** A report on a trial accuses nobody who is not accused already. */
function isRetold({ heard }: Analysis): boolean {
  return (heard.get('noise.news')?.length ?? 0) >= NEWS_WORDS || heard.has('noise.politics')
}
