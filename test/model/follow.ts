/** Walks a sequence through the model and a house at once, and says in words where they part. */
import type { House } from './house.ts'
import { MINUTE } from './office.ts'
import { giveWay, type Model, openModel, type Sight, sightOf, take } from './reference.ts'
import type { Opening, Step } from './steps.ts'
import { brokenRule } from './what-always-holds.ts'

/** Monday morning in Ramadan: Nyepi, Idulfitri and a long leave lie ahead. */
export const START = new Date('2026-03-02T08:00:00+07:00')
/** The decree of the next year is not known. */
const END = Date.parse('2026-09-01T00:00:00+07:00') / MINUTE

/** Null where house and model agree to the end. */
export const follow = async (
  house: House,
  openings: Opening[],
  steps: Step[],
): Promise<string | null> => {
  const model = openModel(openings, START.getTime() / MINUTE)
  const told: string[] = []
  const opened = await differs(house, model)
  if (opened) return `at the opening: ${opened}`
  for (const step of steps) {
    if (step.do === 'wait' && model.now + step.minutes > END) continue
    const fault = await takeBoth(house, model, step, told)
    if (fault) return `${told.join('\n')}\n✗ ${fault}`
  }
  const stuck = await stuckMerges(house, model.cases.length)
  return stuck.length > 0 ? `${told.join('\n')}\n✗ ${stuck} cannot be taken out again` : null
}

/** In the end every merge can be taken back, the last one first: nobody holds a case any more by then. */
const stuckMerges = async (house: House, cases: number): Promise<string[]> => {
  await house.take({ do: 'wait', minutes: 2 })
  for (let progress = true; progress; ) {
    progress = false
    for (let at = 0; at < cases; at++)
      if (await house.take({ do: 'unmerge', case: at })) progress = true
  }
  return (await house.facts()).mergedAway
}

const takeBoth = async (
  house: House,
  model: Model,
  step: Step,
  told: string[],
): Promise<string | null> => {
  const before = await house.facts()
  const expected = take(model, step)
  const done = await house.take(step)
  const { do: verb, ...rest } = step
  told.push(`${verb} ${Object.values(rest).join(' ')} → ${done ? 'done' : 'refused'}`)
  if (expected !== 'unsure' && (expected === 'done') !== done) return `the model says: ${expected}`
  const facts = await house.facts()
  if (expected === 'unsure' && done) giveWay(model, step, facts.cases.length)
  return brokenRule(before, facts, { step, done }) ?? (await differs(house, model))
}

const differs = async (house: House, model: Model): Promise<string | null> => {
  const [is, should] = [await house.sight(), sightOf(model)]
  if (is.length !== should.length) return `${is.length} cases, the model has ${should.length}`
  for (const [n, wanted] of should.entries()) {
    if (wanted === 'loose') continue
    const fault = difference(is[n] as Sight, wanted)
    if (fault) return `case ${n}: ${fault}`
  }
  return null
}

const difference = (is: Sight, should: Sight): string | null => {
  const keys = Object.keys(should) as (keyof Sight)[]
  const wrong = keys.filter((key) => JSON.stringify(is[key]) !== JSON.stringify(should[key]))
  if (wrong.length === 0) return null
  return wrong.map((key) => `${key} ${said(is, should, key)}`).join('; ')
}

const said = (is: Sight, should: Sight, key: keyof Sight): string => {
  if (key !== 'clocks') return `is ${is[key]}, the model says ${should[key]}`
  const only = (some: string[], others: string[]) =>
    some.filter((line) => !others.includes(line)).map(readable)
  const [here, there] = [only(is.clocks, should.clocks), only(should.clocks, is.clocks)]
  return `are ${here.join(', ') || 'fewer'}, the model says ${there.join(', ') || 'fewer'}`
}

/** Minutes as a moment in WIB. */
const readable = (line: string): string =>
  line.replace(/\d{7,}(\.\d+)?/, (minutes) =>
    new Date(Number(minutes) * MINUTE + 7 * 60 * MINUTE).toISOString().slice(0, 16),
  )
