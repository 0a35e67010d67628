/** What a post says about whose problem it is, whatever its category: gathered once, asked often. */
import type { Agency, Government, RoadRegisterEntry } from '../core/configuration.ts'
import { isInForce } from '../core/dated.ts'
import type { ReadablePost } from '../core/reading.ts'
import { roadKey } from './known-places.ts'
import type { MentionFinder } from './mentions.ts'
import type { Analysis } from './post-analysis.ts'
import { type Area, areaOf, liesBelow } from './problem-area.ts'

export interface Listening {
  post: ReadablePost
  analysis: Analysis
  government: Government | null
  mentions: MentionFinder
}

export interface OwnershipEvidence {
  mentioned: Agency[]
  area: Area
  /** The place lies in a regency or city of the province that listens. */
  below: boolean
  heard: ReadonlySet<string>
  road: RoadRegisterEntry | null
  /** Outside bodies that are named. */
  bodies: ReadonlySet<string>
  /** Fields of work as agencies' names have them ("ternak"), most heard first. */
  fields: string[]
  /** Local day of the post, for laws and decrees; null: not known. */
  on: string | null
}

export function ownershipEvidence(listening: Listening): OwnershipEvidence {
  const { analysis, government } = listening
  const mentioned = mentionedBy(listening)
  const area = areaOf(analysis, government)
  const below = liesBelow(area.code, government)
  const heard = cluesOf(listening, mentioned, below ? area.code : null)
  const road = roadOf(analysis, government, dayOf(listening.post))
  return {
    mentioned,
    area,
    below,
    heard,
    road,
    bodies: bodiesOf(heard),
    fields: fieldsOf(analysis),
    on: dayOf(listening.post),
  }
}

/** The road of the register that is named, or that a named landmark stands on ("Liku Sembilan"). */
function roadOf(
  { where }: Analysis,
  government: Government | null,
  on: string | null,
): RoadRegisterEntry | null {
  if (!government) return where.road
  const keys = new Set(where.names.map(({ name }) => roadKey(name)))
  const named = ({ name, aliases }: RoadRegisterEntry) =>
    where.road ? name === where.road.name : aliases.some((each) => keys.has(roadKey(each)))
  return government.roads.find((road) => named(road) && isInForce(road, on)) ?? null
}

/** The day on which the citizen wrote, as far as the platform says it. */
const dayOf = ({ postedAt }: ReadablePost): string | null => postedAt?.slice(0, 10) ?? null

/** What was heard, and what only the register, the place and the names together can tell. */
function cluesOf(
  { analysis: { heard, text }, government }: Listening,
  mentioned: Agency[],
  belowCode: string | null,
): Set<string> {
  const clues = new Set(heard.keys())
  if (CROSS_COUNTRY.test(text)) clues.add('road.national')
  if (GLUED_BASIC.test(text)) clues.add('school.basic')
  if (GLUED_MIDDLE.test(text)) clues.add('school.middle')
  const city = government?.region.find(({ level }) => level === 'city')
  const inRegency = belowCode !== null && !belowCode.startsWith(city?.code ?? ' ')
  const others = government?.level === 'province' && clues.has('health.other')
  const own = !others && namesOwnHospital(mentioned, government)
  if (own) clues.add('health.own')
  if (others || (inRegency && !own)) clues.add('health.elsewhere')
  return clues
}

const BODY = 'body.'

function bodiesOf(heard: ReadonlySet<string>): Set<string> {
  const names = [...heard].filter((name) => name.startsWith(BODY))
  return new Set(names.map((name) => name.slice(BODY.length)))
}

/** "RSUD" alone names them all, and so none, unless there is but one. */
function namesOwnHospital(mentioned: Agency[], government: Government | null): boolean {
  const isHospital = ({ functions }: Agency) => functions.includes('rsud')
  const all = government?.agencies.filter(isHospital).length ?? 0
  const named = mentioned.filter(isHospital).length
  return named > 0 && (named < all || all === 1)
}

/** "sdn105", "SMPN2": level and number in one word. */
const GLUED_BASIC = /\b(sdn?|smpn?)\d/i
const GLUED_MIDDLE = /\b(sman?|smkn?)\d/i

/** "jalan lintas Curup", never "lalu lintas" nor "lintas instansi". */
const CROSS_COUNTRY =
  /\blintas\b(?<!lalu[\s-]{0,3}lintas)(?!\s*-?(sektor|instansi|opd|dinas|agama|alam|batas|kabupaten))/i

const FIELD = 'field.'

function fieldsOf({ heard }: Analysis): string[] {
  return [...heard]
    .filter(([name]) => name.startsWith(FIELD))
    .sort((a, b) => b[1].length - a[1].length)
    .map(([name]) => name.slice(FIELD.length))
}

/** Agencies named by themselves, then those of a function that is named ("dinas PU"). */
function mentionedBy({ post, analysis, government, mentions }: Listening): Agency[] {
  const named = mentions(analysis.tokens, post.context?.mentions ?? [])
  const byFunction = (government?.agencies ?? []).filter(({ functions }) =>
    functions.some((code) => analysis.topics.bodies.has(code)),
  )
  return [...new Set([...named, ...byFunction])]
}
