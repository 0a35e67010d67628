import { refuse } from '../core/errors.ts'
import type { HandOverOutcome } from '../core/hand-over.ts'
import { handOver, recordOutcome } from '../core/hand-over-rules.ts'
import type { Viewer } from '../core/roles.ts'
import type { CustodyChanged } from '../ports/custody.ts'
import { mayWork, type SeenCase } from './change-case.ts'
import {
  bodyName,
  type CustodyPorts,
  changeCustody,
  deskOf,
  isGovernmentHere,
  isOutside,
} from './custody-desk.ts'

export interface HandOverRequest {
  body: string
  channel: string
  reference: string
  contactRole: string
  text: string
  /** When to look first, where the officer says it. */
  nextCheckAt: Date | null
  calledFirst: string | null
}

/** To PLN, BPJS, a government without Tanggap: recorded, told, and watched at +5 and +14 days. */
export const handOverCase = async (
  ports: CustodyPorts,
  viewer: Viewer,
  seen: SeenCase,
  wish: HandOverRequest,
): Promise<CustodyChanged> => {
  const desk = await deskOf(ports, viewer.governmentId)
  if (!desk) return refuse('unknown-target')
  if (isGovernmentHere(wish.body, desk)) return refuse('government-here')
  if (!isOutside(wish.body, desk)) return refuse('unknown-target')
  const contact = desk.configuration.taxonomy.external[wish.body]?.contact ?? '112'
  const changed = await changeCustody(ports, viewer, seen, (current, records, now) =>
    handOver(current, records.offers, records.handOvers, viewer, now, {
      ...wish,
      id: ports.ids.next(),
      checks: records.targets.externalCheck.map((target) => ({ id: ports.ids.next(), ...target })),
      bodyName: bodyName(wish.body, desk),
    }),
  )
  return changed.kind === 'refused' && changed.code === 'emergency-first'
    ? { ...changed, detail: warningOf(bodyName(wish.body, desk), contact) }
    : changed
}

/** Danger first (domain §2.4): whom to call before anything is handed over. */
const warningOf = (name: string, contact: string): string =>
  `Darurat: hubungi dahulu ${name} di ${contact}, lalu catat siapa yang dihubungi dan pukul berapa.`

export interface OutcomeRequest {
  outcome: HandOverOutcome
  text: string
  /** The monitoring task that brought it. */
  taskId: string | null
}

export const recordHandOverOutcome = (
  ports: CustodyPorts,
  viewer: Viewer,
  handOverId: string,
  said: OutcomeRequest,
): Promise<CustodyChanged> =>
  ports.custody.change(viewer, { by: 'hand-over', handOverId }, null, (current, records) => {
    if (!mayWork(viewer, current)) return refuse('no-right')
    const found = records.handOvers.find(({ id }) => id === handOverId)
    return found
      ? recordOutcome(current, found, records.tasks, viewer, ports.clock.now(), said)
      : refuse('not-found')
  })
