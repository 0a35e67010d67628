/** `config/calendar-<year>.yaml`: one decree of holidays, and the hours of work. */
import { Type } from 'typebox'
import { closed, list, orNull, texts } from './schema-parts.ts'

const Intervals = list(Type.Tuple([Type.String(), Type.String()]))
export const WorkWeek = closed({ mondayToThursday: Intervals, friday: Intervals })

export const CalendarSchema = closed({
  year: Type.Integer({ minimum: 2000, maximum: 2999 }),
  source: Type.String(),
  holidays: list(closed({ date: Type.String(), name: Type.String() })),
  collectiveLeave: texts(),
  ramadan: orNull(
    closed({ from: Type.String(), to: Type.String(), tentative: Type.Boolean({ default: true }) }),
  ),
  workHours: closed({ regular: WorkWeek, ramadan: WorkWeek }),
})
