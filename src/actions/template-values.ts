import type { TemplateValues } from '../core/answer-template.ts'
import type { Case } from '../core/case.ts'
import type { Configuration } from '../core/configuration.ts'
import type { Viewer } from '../core/roles.ts'

/** What the case, the officer and the calendar know of a template's variables. */
export const templateValues = (
  current: Case,
  viewer: Viewer,
  { governments, taxonomy }: Configuration,
  now: Date,
): TemplateValues => {
  const government = governments.find(({ id }) => id === viewer.governmentId)
  const agency = government?.agencies.find(({ id }) => id === current.agencyId)
  const body = current.proposedOwner ? taxonomy.external[current.proposedOwner] : undefined
  return {
    kode: current.code,
    tempat: current.place?.name ?? null,
    opd: agency?.name ?? null,
    kategori: taxonomy.categories.find(({ id }) => id === current.category)?.label ?? null,
    pemerintah: government?.name ?? null,
    instansi: body?.name ?? null,
    tanggal: longDate(now, government?.timezone ?? 'Asia/Jakarta'),
    petugas: viewer.name,
  }
}

/** "Rabu, 12 Agustus 2026" */
const longDate = (now: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('id-ID', { timeZone, dateStyle: 'full' }).format(now)
