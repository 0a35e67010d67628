import type { Case } from '../core/case.ts'
import { type Destination, destinationOf, titleOf } from '../core/destination.ts'
import { gatherKeys } from '../core/gather-keys.ts'
import { type Choice, chooseGroup } from '../core/gathering.ts'
import { LONGEST_WINDOW, RECURRENCE_WINDOW } from '../core/gathering-windows.ts'
import { placeKey } from '../core/place-key.ts'
import { goesWithQuoted } from '../core/quotation.ts'
import { HEAT_WINDOW_MS, heatOf, SIAGA_AUTHORS } from '../core/trend.ts'
import type { Clock } from '../ports/clock.ts'
import type { Configurations } from '../ports/configurations.ts'
import type { Gathering, GatheringDesk, NewCase, OpeningTask } from '../ports/gathering.ts'
import type { PostReader, PostThatWasRead, PostToRead, ReadingWork } from '../ports/reading.ts'

export interface ReadingPorts {
  clock: Clock
  configurations: Configurations
  gathering: Gathering
  reader: PostReader
  readingWork: ReadingWork
}

/**
 * Reads a batch: lease it, read it outside this process, lay each post to its case or its stated
 * end, all of one government in one transaction. Whatever fails gives the posts back unharmed;
 * only a reader that crashed makes suspects.
 */
export const readPosts = async (ports: ReadingPorts, postIds: string[]): Promise<void> => {
  await ports.reader.prepare()
  const { token, posts } = await ports.readingWork.lease(postIds)
  const letGo = keepLease(ports.readingWork, token)
  try {
    for (const [governmentId, batch] of byGovernment(posts))
      await readForGovernment(ports, governmentId, token, batch)
  } catch (error) {
    await ports.readingWork.giveBack(token)
    throw error
  } finally {
    letGo()
  }
}

const RENEW_EVERY_MS = 5000

/** Batches take turns at the gathering table: waiting for one's turn is no sign of a dead reader. */
const keepLease = (work: ReadingWork, token: string): (() => void) => {
  const renew = () => void work.renew(token).catch(() => undefined)
  const timer = setInterval(renew, RENEW_EVERY_MS)
  return () => clearInterval(timer)
}

const byGovernment = (posts: PostToRead[]): Map<string, PostToRead[]> => {
  const groups = new Map<string, PostToRead[]>()
  for (const post of posts)
    groups.set(post.governmentId, [...(groups.get(post.governmentId) ?? []), post])
  return groups
}

const readForGovernment = async (
  ports: ReadingPorts,
  governmentId: string,
  token: string,
  posts: PostToRead[],
): Promise<void> => {
  const postIds = posts.map((post) => post.id)
  const result = await ports.reader.read(governmentId, posts)
  if (result.kind === 'crashed') return ports.readingWork.suspect(token, postIds)
  const rules = await rulesFor(ports, governmentId)
  await ports.gathering.at(governmentId, { token, postIds }, async (desk) => {
    for (const read of result.readings)
      if (desk.held.has(read.post.id)) {
        await layDown(desk, rules, read, ports.clock.now())
        if (isDivided(read, rules)) await desk.divide(read)
      }
  })
}

interface Rules {
  ownAgencies: ReadonlySet<string>
}

const rulesFor = async (ports: ReadingPorts, governmentId: string): Promise<Rules> => {
  const government = await ports.configurations.government(governmentId)
  if (!government) throw new Error(`Pemerintah daerah tidak dikenal: ${governmentId}.`)
  return { ownAgencies: new Set(government.agencies.map(({ id }) => id)) }
}

/** A repost says what its original said, and what is no case has no further ones. */
const isDivided = (read: PostThatWasRead, rules: Rules): boolean =>
  (read.reading.children ?? []).length > 0 &&
  !read.gatherable.sharedFrom &&
  destinedFor(read, rules).kind !== 'ended'

const AT_THE_DESK = { kind: 'case', agencyId: null, proposedOwner: null } as const

/** Whoever called it a complaint has the last word on that; whose it is then, the coordinator says. */
const destinedFor = ({ post, reading }: PostThatWasRead, { ownAgencies }: Rules): Destination => {
  const found = destinationOf(reading, ownAgencies)
  return found.kind === 'ended' && post.context?.judged ? AT_THE_DESK : found
}

const layDown = async (
  desk: GatheringDesk,
  rules: Rules,
  read: PostThatWasRead,
  now: Date,
): Promise<void> => {
  const destination = destinedFor(read, rules)
  // A repost goes with its original, whatever it was read as.
  if (destination.kind === 'ended' && !read.gatherable.sharedFrom)
    return desk.settle(read, destination.outcome, destination.because)
  const choice = await choose(desk, read, now)
  const over = choice.kind === 'join' && (await isTooLate(desk, read, choice.id)) ? choice.id : null
  if (choice.kind === 'join' && !over && (await join(desk, read, choice, now))) return
  if (destination.kind === 'ended')
    return desk.settle(read, destination.outcome, destination.because)
  const before = over ?? (await desk.silentBefore(read))
  const opened = await desk.open(read, goingOn(newCaseOf(read, destination), before), now)
  if (choice.kind === 'new') await desk.suggest(opened, choice.perhaps.map(byId))
  if (!read.post.history) await watch(desk, opened, read, now)
}

/** The window in which it could have come back was over when this was written (domain §4). */
const isTooLate = async (
  desk: GatheringDesk,
  { post, gatherable }: PostThatWasRead,
  into: Case,
): Promise<boolean> => {
  if (into.endedAt === null || gatherable.sharedFrom) return false
  const until = await desk.reopeningUntil(into)
  return until !== null && (post.postedAt ?? post.receivedAt) > until
}

const goingOn = (wanted: NewCase, before: Pick<Case, 'id' | 'code'> | null): NewCase =>
  before
    ? {
        ...wanted,
        continues: { id: before.id, code: before.code },
        because: [...wanted.because, `lanjutan dari ${before.code}: masa buka kembalinya berakhir`],
      }
    : wanted

const byId = ({ id, because, points }: { id: Case; because: string; points: number }) => ({
  id: id.id,
  because,
  points,
})

/** False where the case was ended or moved meanwhile. */
const join = async (
  desk: GatheringDesk,
  read: PostThatWasRead,
  choice: { id: Case; because: string },
  now: Date,
): Promise<boolean> => {
  const { sharedFrom } = read.gatherable
  const because = sharedFrom ? [`dibagikan dari ${sharedFrom}`] : [choice.because]
  const laid = await desk.join(read, choice.id, { because }, now)
  if (laid && !read.post.history && !sharedFrom) await watch(desk, laid, read, now)
  return laid !== null
}

const newCaseOf = (
  { post, reading }: PostThatWasRead,
  owner: { agencyId: string | null; proposedOwner: string | null },
): NewCase => ({
  kind: reading.kind,
  category: reading.category,
  urgency: reading.urgency,
  confidential: reading.confidential,
  agencyId: owner.agencyId,
  proposedOwner: owner.proposedOwner,
  place: reading.place,
  placeKey: reading.place ? placeKey(reading.place) : null,
  title: titleOf(post.text || post.context?.mediaText || ''),
  because: reading.because,
  tasks: reading.checkAuthority ? [CHECK_ROAD] : [],
})

/** Unknown whose road it is: somebody owns the case, and one working day later it is known (domain §2.3). */
const CHECK_ROAD: OpeningTask = {
  kind: 'check-authority',
  title: 'Cek status jalan',
  target: { workingDays: 1 },
}

/** The case that it surely belongs to, or those that it may belong to, as the rule in core sees it. */
const choose = async (
  desk: GatheringDesk,
  read: PostThatWasRead,
  now: Date,
): Promise<Choice<Case>> => {
  const quoted = await desk.quoted(read)
  if (quoted && goesWithQuoted(read.gatherable, quoted, now))
    return { kind: 'join', id: quoted.case, because: 'mengutip kiriman di kasus ini' }
  const at = (read.post.postedAt ?? read.post.receivedAt).getTime()
  const found = await desk.candidates(read, {
    keys: gatherKeys(read.gatherable),
    since: new Date(at - LONGEST_WINDOW),
    endedSince: new Date(now.getTime() - RECURRENCE_WINDOW),
  })
  const groups = found.map((each) => ({ id: each.case, members: each.members }))
  return chooseGroup(read.gatherable, groups)
}

/** At two in the morning nobody looks at a browser tab: danger and bursts ring. */
const watch = async (
  desk: GatheringDesk,
  laid: Case,
  { post, reading }: PostThatWasRead,
  now: Date,
): Promise<void> => {
  // one post rings once, however many complaints it holds
  if (reading.urgency === 'P1' && !post.context?.part?.rang)
    await desk.raise(laid, { kind: 'p1', level: 'siaga', because: reading.because }, now)
  if (laid.authorCount < SIAGA_AUTHORS) return
  const arrivals = await desk.arrivals(laid.id, new Date(now.getTime() - HEAT_WINDOW_MS))
  const { heat, because } = heatOf(arrivals, now)
  if (heat === 'siaga' || heat === 'viral')
    await desk.raise(laid, { kind: 'burst', level: heat, because }, now)
}
