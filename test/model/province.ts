/** The configuration of the model's one government: two categories that are settled in 14 and 5 days. */
import type { Category } from '../../src/core/configuration.ts'
import { governmentOf, PROVINCE, smallConfiguration } from '../support/seed.ts'
import { calendar } from './office.ts'

const category = (id: string, slaClass: string): Category => ({
  ...{ id, label: id, group: 'jalan', urusan: null, slaClass, urgency: 'P3' },
  ...{ owner: { regency: null, province: 'pupr', external: null }, authorityRule: 'jalan' },
  ...{ phrases: [], anchors: [], negative: [], escalateIf: [], examples: [] },
})

const government = governmentOf(PROVINCE)

const small = smallConfiguration()
export const province = {
  ...small,
  calendars: [calendar],
  governments: [government],
  taxonomy: {
    ...small.taxonomy,
    categories: [category('jalan.rusak', 'lama'), category('air.pdam', 'sedang')],
    slaClasses: {
      lama: { followUpWorkingDays: 14, note: 'uji' },
      sedang: { followUpWorkingDays: 5, note: 'uji' },
    },
  },
}
