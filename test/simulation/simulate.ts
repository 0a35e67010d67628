/** Plays a script on the real stores while worker processes climb the ladder and are killed. */
import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Case } from '../../src/core/case.ts'
import type { CaseDecision } from '../../src/core/case-change.ts'
import * as rules from '../../src/core/case-rules.ts'
import type { HolidayCalendar } from '../../src/core/holiday-calendar.ts'
import type { Viewer } from '../../src/core/roles.ts'
import { laySharedClock, setSharedClock } from '../support/postgres-clock.ts'
import {
  agencyOf,
  caseOf,
  coordinator,
  governmentOf,
  type House,
  openHouse,
  PROVINCE,
  smallConfiguration,
} from '../support/seed.ts'
import type { Turn } from './script.ts'

const WORKER = fileURLToPath(new URL('./ladder-worker.ts', import.meta.url))

const configuration = (calendar: HolidayCalendar) =>
  smallConfiguration({
    calendars: [calendar],
    governments: [
      governmentOf(PROVINCE, {
        quietHours: { from: '21:00', to: '06:00' },
        agencies: [
          ...['kominfo', 'inspektorat', 'pupr', 'dinkes'].map((id) => agencyOf(id)),
          agencyOf('rsud', { calendar: { alwaysOpen: true } }),
        ],
      }),
    ],
  })

export interface Played {
  dues: string[]
  rungs: string[]
  /** As the histories tell of them. */
  told: string[]
  kills: number
  /** Climbed by worker processes, not by the transactions of the desk. */
  byWorkers: number
}

export const simulate = async (
  turns: Turn[],
  calendar: HolidayCalendar,
  { until, workers, killEvery }: { until: Date; workers: number; killEvery: number },
): Promise<Played> => {
  let hand = new Date(0)
  const house = await openHouse(configuration(calendar), { now: () => hand, pass: () => undefined })
  const { pool } = house.ground.connection
  const crew = openCrew(house.url, workers)
  try {
    await laySharedClock(pool, hand)
    const chief = await coordinator(house)
    const ids = new Map<number, string>()
    for (const [n, turn] of turns.entries()) {
      hand = new Date(turn.at)
      await setSharedClock(pool, hand)
      await play(house, chief, turn, ids)
      if (n % killEvery === killEvery - 1) crew.kill(n)
    }
    // a rung of the last minute has passed in the next moment
    hand = new Date(until.getTime() + 1)
    await setSharedClock(pool, hand)
    await crew.allLookedAt(house, until)
    return { ...(await saidBy(house, ids)), kills: crew.kills() }
  } finally {
    crew.close()
    await house.close()
  }
}

const openCrew = (url: string, size: number) => {
  let kills = 0
  let closed = false
  const start = (): ChildProcess => {
    const child = spawn(process.execPath, ['--import', 'tsx', WORKER, url], { stdio: 'ignore' })
    return child
  }
  const crew = Array.from({ length: size }, start)
  return {
    kills: () => kills,
    /** In the middle of whatever it does; another one takes its place. */
    kill: (n: number) => {
      const at = n % crew.length
      crew[at]?.kill('SIGKILL')
      kills += 1
      if (!closed) crew[at] = start()
    },
    allLookedAt: async (house: House, until: Date) => {
      for (let left = 1200; left > 0; left--) {
        const [row] = await house.ask<{ n: number }>(
          'select count(*)::int as n from clocks where stale or next_rung_at <= $1',
          [until],
        )
        if (row?.n === 0) return
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      throw new Error('the workers did not come to an end')
    },
    close: () => {
      closed = true
      for (const child of crew) child.kill('SIGKILL')
    },
  }
}

const play = async (house: House, chief: Viewer, turn: Turn, ids: Map<number, string>) => {
  if (turn.does === 'open') {
    const { agencyId, urgency } = turn
    const post = { postedAt: new Date(turn.postedAt) }
    ids.set(turn.case, (await caseOf(house, { agencyId, urgency, post })).id)
    return
  }
  const now = new Date(turn.at)
  for (const verb of verbsOf(turn, chief, now)) {
    const changed = await house.cases.change(chief, ids.get(turn.case) ?? '', null, verb)
    if (changed.kind !== 'changed') throw new Error(`${turn.does}: ${changed.code}`)
  }
}

type Verb = (current: Case) => CaseDecision

const moved =
  (
    patch: Partial<Case>,
    type:
      | 'reporter-asked'
      | 'reporter-replied'
      | 'handed-over'
      | 'hand-over-ended'
      | 'urgency-changed',
    data = {},
  ): Verb =>
  () => ({ kind: 'changed', patch, event: { type, data } })

const verbsOf = (turn: Exclude<Turn, { does: 'open' }>, who: Viewer, now: Date): Verb[] => {
  const reason = 'menurut naskah'
  switch (turn.does) {
    case 'answer': {
      const counted = { qualified: true, because: [] }
      const said = { text: reason, url: null, final: false, answeredAt: now, ...counted }
      return [(it) => rules.answer(it, who, now, said)]
    }
    case 'transfer': {
      const to = { agencyId: turn.agencyId, reason, mayTriage: true, accused: false }
      return [(it) => rules.transfer(it, who, now, to)]
    }
    case 'ask':
      return [moved({ state: 'waiting-reporter' }, 'reporter-asked')]
    case 'reply':
      return [moved({ state: 'in-progress' }, 'reporter-replied')]
    case 'hand-over':
      return [moved({ state: 'handed-over' }, 'handed-over')]
    case 'come-back':
      return [moved({ state: 'in-progress' }, 'hand-over-ended')]
    case 'alarm':
      return [moved({ urgency: 'P1' }, 'urgency-changed')]
    case 'resolve':
      return [
        (it) => rules.followUp(it, who, now, { type: 'field', text: reason }),
        (it) =>
          rules.resolve(it, who, now, {
            ...{ text: reason, privateReason: null },
            ...{ evidence: 1, evidenceReason: null },
          }),
      ]
    case 'dismiss':
      return [(it) => rules.dismiss(it, who, now, reason)]
    case 'reopen':
      return [(it) => rules.reopen(it, reason)]
  }
}

/** As the tables say it, in the oracle's words. */
const saidBy = async (house: House, ids: Map<number, string>) => {
  const numbers = new Map([...ids].map(([n, id]) => [id, n]))
  const dues = await house.ask<{ id: string; clock: string; leg: number; due: Date | null }>(
    `select case_id as id, clock, leg, due_at as due from clocks
     where clock in ('citizen', 'answer', 'triage')`,
  )
  const rungs = await house.ask<{ id: string; clock: string; leg: number; rung: number; at: Date }>(
    'select case_id as id, clock, leg, rung, moment as at from escalations',
  )
  const told = await house.ask<{ id: string; clock: string; leg: string; rung: string }>(
    `select case_id as id, data ->> 'clock' as clock, data ->> 'leg' as leg, data ->> 'rung' as rung
     from case_events where type = 'escalated'`,
  )
  const [worked] = await house.ask<{ n: number }>(
    `select count(*)::int as n from escalations e where not exists (select from case_events
       where case_id = e.case_id and type <> 'escalated' and at = e.climbed_at)`,
  )
  return {
    dues: dues
      .map(
        ({ id, clock, leg, due }) =>
          `${numbers.get(id)} ${clock} ${leg} ${due?.toISOString() ?? 'paused'}`,
      )
      .toSorted(),
    rungs: rungs
      .map(
        ({ id, clock, leg, rung, at }) =>
          `${numbers.get(id)} ${clock} ${leg} ${rung} ${at.toISOString()}`,
      )
      .toSorted(),
    told: told
      .map(({ id, clock, leg, rung }) => `${numbers.get(id)} ${clock} ${leg} ${rung}`)
      .toSorted(),
    byWorkers: worked?.n ?? 0,
  }
}
