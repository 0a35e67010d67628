import { describe, expect, it } from 'vitest'
import { decideAuthority } from '../../src/core/authority.ts'
import type { AuthorityQuestion } from '../../src/core/authority-question.ts'
import type { AuthorityEntry, Category } from '../../src/core/configuration.ts'

const category = (authorityRule: string, owner: Category['owner'], slaClass = 'x'): Category => ({
  id: 'contoh',
  label: '',
  group: '',
  urusan: null,
  owner,
  authorityRule,
  urgency: 'P3',
  slaClass,
  phrases: [],
  anchors: [],
  negative: [],
  escalateIf: [],
  examples: [],
})
const road = category('road_class', { regency: 'pupr', province: 'pupr', external: 'bpjn' })
const school = category('school_level', {
  regency: 'disdik',
  province: 'disdik',
  external: 'kemenag',
})
const heard = (...names: string[]) => ({ road: null, heard: new Set(names) })

describe('whose duty a problem is', () => {
  it('a pothole on a provincial road belongs to the province, and says which register says so', () => {
    const entry = { name: 'Jl. Hibrida', aliases: [], status: 'province' as const, source: 'SK' }
    const clues = { road: entry, heard: new Set<string>() }
    const answer = decideAuthority({ category: road, clues, level: 'regency' })
    expect(answer).toMatchObject({ authority: 'province', function: 'pupr' })
    expect(answer.because).toContain('Jl. Hibrida')
  })

  it('a national road belongs to the ministry', () => {
    const answer = decideAuthority({
      category: road,
      clues: heard('road.national'),
      level: 'regency',
    })
    expect(answer).toMatchObject({ authority: 'national', function: 'bpjn' })
  })

  it('a landslide on a national road is first the local disaster agency', () => {
    const owner = { regency: 'bpbd', province: 'bpbd', external: 'bpjn' }
    const slide = category('road_class', owner, 'darurat')
    const answer = decideAuthority({
      category: slide,
      clues: heard('road.national'),
      level: 'province',
      urgent: true,
    })
    expect(answer.function).toBe('bpbd')
  })

  it('a slope that slid last week onto a national road is the ministry’s to clear', () => {
    const owner = { regency: 'bpbd', province: 'bpbd', external: 'bpjn' }
    const slide = category('road_class', owner, 'darurat')
    const clues = heard('road.national')
    expect(decideAuthority({ category: slide, clues, level: 'province' }).function).toBe('bpjn')
  })

  it.each([
    ['school.basic', 'regency', 'disdik'],
    ['school.middle', 'province', 'disdik'],
    ['school.madrasah', 'national', 'kemenag'],
  ])('%s is a matter of the %s (%s)', (clue, authority, code) => {
    const answer = decideAuthority({ category: school, clues: heard(clue), level: 'regency' })
    expect(answer).toMatchObject({ authority, function: code })
  })

  it('a road of unknown status stays with the one who was asked', () => {
    const answer = decideAuthority({ category: road, clues: heard(), level: 'regency' })
    expect(answer).toMatchObject({ authority: 'regency', function: 'pupr' })
    expect(answer.because).toContain('perlu dicek')
  })

  it('spoiled school meals are the nutrition agency’s; children who vomit are the health office’s', () => {
    const meals = category('health_food', {
      regency: 'dinkes',
      province: 'dinkes',
      external: 'bgn',
    })
    const stale = { category: meals, clues: heard('food.mbg'), level: 'regency' as const }
    expect(decideAuthority(stale)).toMatchObject({ authority: 'national', function: 'bgn' })
    const ill = { ...stale, clues: heard('food.mbg', 'food.symptoms') }
    expect(decideAuthority(ill).function).toBe('dinkes')
  })

  it('an alley in a housing estate is not the province’s road', () => {
    const answer = decideAuthority({
      category: road,
      clues: heard('road.local'),
      level: 'province',
    })
    expect(answer).toMatchObject({ authority: 'regency', function: 'pupr' })
  })

  it('a farm track paid from the village fund is the village’s, guided by its office', () => {
    const answer = decideAuthority({ category: road, clues: heard('road.farm'), level: 'regency' })
    expect(answer).toMatchObject({ authority: 'village', function: 'pmd' })
  })

  it.each([
    ['gov.asn_disiplin', 'integrity', 'employer.regency', 'regency', 'kab'],
    ['kes.ambulans', 'health_tier', 'health.own', 'province', 'rsud'],
    ['hub.pelabuhan_kapal', 'ext_mostly', 'harbour.local', 'province', 'prov'],
    ['hub.pelabuhan_kapal', 'none', 'harbour.port', 'national', 'luar'],
    ['hutan.satwa', 'ext_mostly', 'forest.clearing', 'province', 'hutan'],
    ['eko.umkm_koperasi', 'none', 'credit.bank', 'national', 'luar'],
  ])(
    'a province hears of %s (%s) with %s: a matter of the %s (%s)',
    (id, rule, clue, level, code) => {
      const owner = { regency: 'kab', province: 'prov', external: 'luar' }
      const asked = { ...category(rule, owner), id }
      const answer = decideAuthority({ category: asked, clues: heard(clue), level: 'province' })
      expect(answer).toMatchObject({ authority: level, function: code })
    },
  )

  it('with no government to ask, the body that is named and in charge answers', () => {
    const land = category('ext_mostly', {
      regency: 'pertanahan',
      province: 'perkim',
      external: 'bpn',
    })
    const clues = { ...heard('outside.local'), bodies: new Set(['bpn']) }
    const answer = decideAuthority({ category: land, clues, level: null })
    expect(answer).toMatchObject({ authority: 'national', function: 'bpn' })
  })

  it('with no government to ask, a road at a named place is likely the regency’s', () => {
    const asked = { category: road, clues: heard(), level: null }
    expect(decideAuthority({ ...asked, placed: true }).authority).toBe('regency')
    expect(decideAuthority(asked).authority).toBe('unknown')
  })
})

describe('on what law it rests', () => {
  const law = (patch: Partial<AuthorityEntry>): AuthorityEntry => ({
    rule: 'road_class',
    level: 'province',
    basis: 'UU 38/2004',
    from: '2004-10-18',
    until: null,
    evidence: 'uji',
    ...patch,
  })
  const entries = [
    law({ until: '2022-01-11' }),
    law({ basis: 'UU 38/2004 jo. UU 2/2022', from: '2022-01-12' }),
  ]
  const ask = (on: string | null, more: Partial<AuthorityQuestion> = {}) =>
    decideAuthority({
      category: road,
      clues: heard('road.province'),
      level: 'regency',
      entries,
      on,
      ...more,
    })

  it.each([
    ['2004-10-17', undefined],
    ['2004-10-18', 'UU 38/2004'],
    ['2022-01-11', 'UU 38/2004'],
    ['2022-01-12', 'UU 38/2004 jo. UU 2/2022'],
    [null, 'UU 38/2004 jo. UU 2/2022'],
  ])('on %s it is %s', (on, basis) => {
    expect(ask(on).basis).toBe(basis)
  })

  it('what is said of one category goes before its rule, and may name another function', () => {
    const own = law({ category: 'contoh', basis: 'Perda 3/2025', function: 'perkim' })
    delete own.rule
    const answer = ask('2026-01-01', { entries: [...entries, own] })
    expect(answer).toMatchObject({ basis: 'Perda 3/2025', function: 'perkim' })
  })

  it('where the status is not known there is no law to name, but something to look up', () => {
    const answer = ask('2026-01-01', {
      clues: heard(),
      entries: [law({ level: 'regency', basis: 'UU' })],
    })
    expect(answer).toMatchObject({ authority: 'regency', unsure: true })
    expect(answer.basis).toBeUndefined()
  })
})

describe('AC-001-10: an internship', () => {
  const internship = category('internship', {
    regency: 'naker',
    province: 'disdik',
    external: null,
  })
  const ask = (level: 'regency' | 'province', ...names: string[]) =>
    decideAuthority({ category: internship, clues: heard(...names), level })

  it('in a regency is the labour office’s', () => {
    expect(ask('regency')).toMatchObject({ authority: 'regency', function: 'naker' })
  })

  it('of an SMK pupil is the province’s education office’s, whoever was asked', () => {
    for (const level of ['regency', 'province'] as const)
      expect(ask(level, 'school.middle')).toMatchObject({
        authority: 'province',
        function: 'disdik',
      })
  })
})
