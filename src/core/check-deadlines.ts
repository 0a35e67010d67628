import { checkWeek, DATE_REMEDY, type Found, isDate, isTime } from './check-calendars.ts'
import type { ConfigurationFault, Government, Taxonomy } from './configuration.ts'
import { fault, governmentFile, known } from './fault.ts'
import type { OwnHours } from './holiday-calendar.ts'

/** Days off, hours, quiet hours and deadlines that a government and its agencies have of their own. */
export function checkDeadlines(government: Government, taxonomy: Taxonomy): ConfigurationFault[] {
  const { id, calendar = {}, agencies } = government
  const at =
    (name: string) =>
    ([path, problem, remedy]: Found) =>
      fault(governmentFile(id, name), path, problem, remedy)
  const own = [
    ...checkOwn('calendar', calendar),
    ...checkQuiet(government),
    ...checkClasses(government, taxonomy),
  ]
  const ofAgencies = agencies.flatMap(({ calendar: hours = {} }, index) =>
    checkOwn(`agencies[${index}].calendar`, hours),
  )
  return [...own.map(at('government')), ...ofAgencies.map(at('agencies'))]
}

function checkOwn(path: string, { holidays = [], workHours, alwaysOpen }: OwnHours): Found[] {
  const found = holidays.flatMap(({ date }, index): Found[] =>
    isDate(date)
      ? []
      : [[`${path}.holidays[${index}].date`, `"${date}" bukan tanggal yang ada`, DATE_REMEDY]],
  )
  if (!workHours) return found
  if (alwaysOpen)
    found.push([path, 'buka terus, tetapi menyebut jam kerja', 'Hapus salah satunya.'])
  const { regular, ramadan } = workHours
  return [
    ...found,
    ...checkWeek(`${path}.workHours.regular`, regular),
    ...(ramadan ? checkWeek(`${path}.workHours.ramadan`, ramadan) : []),
  ]
}

function checkQuiet({ quietHours }: Government): Found[] {
  if (!quietHours) return []
  return (['from', 'to'] as const)
    .filter((key) => !isTime(quietHours[key]))
    .map((key) => [
      `quietHours.${key}`,
      `"${quietHours[key]}" bukan jam`,
      "Tulis jam setempat, misalnya '21:00'.",
    ])
}

function checkClasses({ deadlines }: Government, { slaClasses }: Taxonomy): Found[] {
  return Object.keys(deadlines?.citizen ?? {})
    .filter((name) => !known(slaClasses, name))
    .map((name) => [
      `deadlines.citizen.${name}`,
      `kelas layanan "${name}" tidak dikenal`,
      `Pakai salah satu dari: ${Object.keys(slaClasses).join(', ')}.`,
    ])
}
