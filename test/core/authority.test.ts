import { describe, expect, it } from 'vitest'
import { decideAuthority } from '../../src/core/authority.ts'
import type { Category } from '../../src/core/configuration.ts'

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
    })
    expect(answer.function).toBe('bpbd')
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
})
