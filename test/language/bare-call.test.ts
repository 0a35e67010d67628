import { beforeAll, describe, expect, it } from 'vitest'
import type { Reading } from '../../src/core/reading.ts'
import type { Reader } from '../../src/language/reader.ts'
import { NOWHERE, shippedReader } from '../support/shipped-reader.ts'

let reader: Reader

beforeAll(async () => {
  reader = await shippedReader('pemprov-bengkulu', { gazetteer: NOWHERE })
}, 60_000)

const read = (text: string, parentText?: string): Reading =>
  reader.read({ id: 'x', text, ...(parentText && { context: { parentText } }) })

describe('who only calls', () => {
  it.each(['tolong', 'tolong pak', 'toloooong', 'help', 'tolong min', 'min @contoh_pemprov'])(
    '"%s" raises no alarm and goes to nobody',
    (text) => {
      expect(read(text)).toMatchObject({ kind: 'irrelevant', agency: null, confidential: false })
    },
  )

  it('under a post about a service speaks of that service, and is no emergency', () => {
    const called = read('tolong!', 'Bayar pajak kendaraan sekarang bebas denda di Samsat')
    expect(called).toMatchObject({ kind: 'complaint', category: 'gov.pajak_daerah' })
  })

  it('and says what is on fire is heard', () => {
    expect(read('tolong kebakaran')).toMatchObject({ kind: 'emergency', urgency: 'P1' })
  })
})
