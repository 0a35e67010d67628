import { CLOCK_LABELS } from '../../core/case-clock.ts'
import type { CaseEvent } from '../../core/case-event.ts'
import type { Platform } from '../../core/post.ts'
import type { Onlooker } from '../../core/presence.ts'
import type { Viewer } from '../../core/roles.ts'
import type { CasePost, CaseView } from '../../ports/cases.ts'
import type {
  CaseEventShape,
  CasePostShape,
  CaseViewShape,
  OnlookerShape,
} from '../schemas/case-view.ts'
import { caseFull } from './case.ts'
import { iso, isoOrNull } from './moments.ts'

export const caseView = (view: CaseView, present: Onlooker[], viewer: Viewer): CaseViewShape => ({
  case: caseFull(view.case, viewer),
  posts: view.posts.map(postShape),
  events: eventShapes(view.events),
  suggestions: view.suggestions.map(({ id, code, title, postCount, because }) => ({
    id,
    code,
    title,
    postCount,
    because,
  })),
  unanswered: view.unanswered,
  clocks: view.clocks.map(({ startedAt, dueAt, stoppedAt, ...it }) => ({
    ...it,
    label: CLOCK_LABELS[it.clock],
    startedAt: iso(startedAt),
    dueAt: isoOrNull(dueAt),
    stoppedAt: isoOrNull(stoppedAt),
  })),
  detectionLagSeconds: view.detectionLagSeconds,
  present: present.map(onlookerShape),
})

export const onlookerShape = ({ since, until, ...who }: Onlooker): OnlookerShape => ({
  ...who,
  since: iso(since),
  until: iso(until),
})

const postShape = (it: CasePost): CasePostShape => ({
  id: it.id,
  platform: it.platform as Platform,
  url: it.url,
  authorHandle: it.authorHandle,
  text: it.text,
  parentText: it.context?.parentText ?? null,
  account: it.context?.account ?? null,
  attachmentId: it.context?.attachmentId ?? null,
  postedAt: isoOrNull(it.postedAt),
  receivedAt: iso(it.receivedAt),
  reading: it.reading,
  part: it.part,
  sample: it.sample,
  history: it.history,
  sharedFrom: it.sharedFrom,
  deletedAt: isoOrNull(it.deletedAt),
})

export const eventShapes = (events: CaseEvent[]): CaseEventShape[] => {
  const undone = new Set(events.map(({ data }) => data.undoes))
  return events.map((event) => eventShape(event, undone.has(event.id)))
}

/** What a case was before is for taking it back, not for showing. */
const eventShape = ({ at, data, ...it }: CaseEvent, undone: boolean): CaseEventShape => {
  const { before: _before, was: _was, became: _became, ...shown } = data
  const { text: _text, ...bare } = shown
  return {
    id: it.id,
    type: it.type,
    actor: it.actor,
    at: iso(at),
    fromAgencyId: it.fromAgencyId,
    toAgencyId: it.toAgencyId,
    undone,
    data: undone && it.type === 'noted' ? bare : shown,
  }
}
