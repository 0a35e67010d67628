import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadConfiguration } from '../../src/configuration/load-configuration.ts'
import {
  fitOf,
  renderTemplate,
  templateFaults,
  unfilledIn,
} from '../../src/core/answer-template.ts'
import { CASE_STATES } from '../../src/core/case-state.ts'
import { checkTemplates } from '../../src/core/check-templates.ts'
import type { Configuration } from '../../src/core/configuration.ts'
import { lintTone } from '../../src/core/tone-lint.ts'

const text = 'Jalan di {tempat} ditinjau {opd} pada {janji}: [[hasil peninjauan]]. Kode {kode}.'

describe('a template', () => {
  test('is filled in with what the case knows, and keeps what the officer must write', () => {
    const values = { tempat: 'Hibrida', opd: 'Dinas PU', janji: 'Jumat', kode: 'BKL-1' }
    expect(renderTemplate(text, values)).toEqual({
      kind: 'rendered',
      text: 'Jalan di Hibrida ditinjau Dinas PU pada Jumat: [[hasil peninjauan]]. Kode BKL-1.',
      unfilled: ['hasil peninjauan'],
    })
  })

  test('with something missing is not rendered, and says what by its name', () => {
    const refused = renderTemplate(text, { tempat: null, opd: 'Dinas PU', kode: '' })
    expect(refused).toMatchObject({
      code: 'template-gaps',
      detail: 'Isi dahulu: tempat kejadian, tanggal yang dijanjikan, kode lacak.',
    })
  })

  test('puts a citizen’s words in as they are, never as instructions', () => {
    const rendered = renderTemplate('Di {tempat}: [[apa]]', { tempat: '$& {kode} $1' })
    expect(rendered).toMatchObject({ text: 'Di $& {kode} $1: [[apa]]' })
  })

  test.each([
    ['Kami proses.', 'wajib ditulis petugas'],
    ['Halo {nik}: [[apa]]', 'isian {nik} tidak dikenal'],
    ['Halo {__proto__}: [[apa]]', 'isian {__proto__} tidak dikenal'],
  ])('"%s" is refused', (faulty, because) => {
    const [fault] = templateFaults({ name: 'x', text: faulty, states: [], categories: [] })
    expect(fault).toContain(because)
  })

  test('that stands as it is, is no answer yet', () => {
    expect(unfilledIn('Sudah: [[apa yang dikerjakan]]')).toEqual(['apa yang dikerjakan'])
    expect(unfilledIn('Sudah ditambal (lihat foto [1]).')).toEqual([])
  })
})

test('state and category fit before category, before state, before those for everything', () => {
  const current = { state: 'accepted' as const, category: 'jalan.rusak' }
  const fit = (states: 'accepted'[], categories: string[]) => fitOf({ states, categories }, current)
  const order = [
    fit(['accepted'], ['jalan.rusak']),
    fit([], ['jalan.rusak']),
    fit(['accepted'], ['jalan.*']),
    fit([], ['jalan.*']),
    fit(['accepted'], []),
    fit([], []),
  ]
  expect(order).toEqual([5, 4, 3, 2, 1, 0])
  expect(fit([], ['air.pdam'])).toBeNull()
  expect(fitOf({ states: ['closed'], categories: ['jalan.rusak'] }, current)).toBeNull()
})

describe('the shipped templates', () => {
  let shipped: Configuration
  beforeAll(async () => {
    const folder = join(import.meta.dirname, '../../config')
    shipped = (await loadConfiguration(folder)).configuration
  })

  test('are at least 25, without a fault', () => {
    expect(shipped.templates.length).toBeGreaterThanOrEqual(25)
    expect(checkTemplates(shipped)).toEqual([])
  })

  test('name the tracking code, or thank for praise, and never ask for personal data', () => {
    for (const { key, text: said } of shipped.templates) {
      if (key !== 'apresiasi-terima-kasih') expect(said, key).toContain('{kode}')
      expect(said, key).not.toMatch(/\bNIK\b|nomor (hp|telepon|whatsapp)/i)
      expect(said.length, key).toBeLessThan(600)
    }
  })

  test('have words for every state in which a citizen is told something', () => {
    // a duplicate is answered with its other case, the archive answers nobody
    const told = CASE_STATES.filter((state) => state !== 'duplicate' && state !== 'archived')
    const without = told.filter(
      (state) => !shipped.templates.some((it) => fitOf(it, { state, category: 'x.y' }) === 1),
    )
    expect(without).toEqual([])
  })

  test('have words of its own for every category that reaches a desk', () => {
    // criticism of politicians is counted only, and what is no service is told so
    const counted = ['gov.pejabat_politik', 'spam.non_layanan']
    const without = shipped.taxonomy.categories
      .map(({ id }) => id)
      .filter((id) => !counted.includes(id))
      .filter(
        (category) =>
          !CASE_STATES.some((state) =>
            shipped.templates.some((it) => (fitOf(it, { state, category }) ?? 0) >= 2),
          ),
      )
    expect(without).toEqual([])
  })

  test('sound as the desk should: no blame, no threat, nothing personal asked in public', () => {
    const found = shipped.templates.flatMap(({ key, text: said }) =>
      lintTone(said).map(({ quote }) => `${key}: ${quote}`),
    )
    expect(found).toEqual([])
  })

  test('leave none of the common categories without words', () => {
    for (const category of ['jalan.rusak', 'air.bersih_pdam', 'lh.sampah', 'adm.ktp', 'kes.rsud']) {
      const fitting = shipped.templates.filter(
        (template) => (fitOf(template, { state: 'accepted', category }) ?? 0) >= 4,
      )
      expect(fitting.length, category).toBeGreaterThan(0)
    }
  })
})
