/** Deadlines, quiet hours and days off that a government, or an agency of it, has of its own. */
import { Type } from 'typebox'
import { PRESETS } from '../core/deadline-settings.ts'
import { WorkWeek } from './calendar-schema.ts'
import { closed } from './schema-parts.ts'

const Amount = Type.Optional(Type.Integer({ minimum: 1 }))

/** Exactly one of the three. */
const Target = Type.Object(
  { workingDays: Amount, workingMinutes: Amount, minutes: Amount },
  { additionalProperties: false, minProperties: 1, maxProperties: 1 },
)
const Aim = Type.Optional(Target)

export const DeadlinesSchema = closed({
  preset: Type.Optional(Type.Enum([...PRESETS])),
  triage: Aim,
  followUp: Aim,
  reporter: Aim,
  confirmation: Aim,
  offer: Aim,
  reopening: Aim,
  citizen: Type.Optional(Type.Record(Type.String(), Target)),
})

export const QuietHoursSchema = closed({ from: Type.String(), to: Type.String() })

const OWN = {
  holidays: Type.Optional(Type.Array(closed({ date: Type.String(), name: Type.String() }))),
  workHours: Type.Optional(closed({ regular: WorkWeek, ramadan: Type.Optional(WorkWeek) })),
}

export const OwnCalendarSchema = closed(OWN)
export const AgencyCalendarSchema = closed({ ...OWN, alwaysOpen: Type.Optional(Type.Boolean()) })
