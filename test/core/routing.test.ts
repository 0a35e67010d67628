import { describe, expect, it } from 'vitest'
import type { Agency, Category, Government, RegionNode } from '../../src/core/configuration.ts'
import { type RoutingQuestion, route } from '../../src/core/routing.ts'

const agency = (id: string, ...functions: string[]): Agency => ({
  id,
  name: `Dinas ${id}`,
  abbreviation: id,
  functions,
  aliases: [],
  handles: [],
  escalation: [],
  evidence: '',
})
const node = (government: string, code: string, level: RegionNode['level']): RegionNode => ({
  government,
  code,
  level,
  name: government,
  aliases: [],
  seat: null,
  districts: [],
})
const province: Government = {
  id: 'pemprov-contoh',
  name: 'Provinsi Contoh',
  level: 'province',
  regionCode: '17',
  timezone: 'Asia/Jakarta',
  zoneLabel: 'WIB',
  codePrefix: 'CTH',
  coordinator: 'c.kominfo',
  inspectorate: 'c.inspektorat',
  evidence: '',
  listen: { handles: [], keywords: [], hashtags: [], exclude: [] },
  handOver: { pdam: 'regency' },
  agencies: [agency('c.pupr', 'pupr'), agency('c.disdik', 'disdik')],
  region: [node('pemkab-kaur', '17.04', 'regency'), node('pemkot-contoh', '17.71', 'city')],
  districts: [],
  roads: [],
  landmarks: [],
  sources: [],
  examples: [],
  firstResponseMinutes: { P1: 30, P2: 120, P3: 450, P4: 900 },
}
const category = (id: string, owner: Partial<Category['owner']> = {}): Category => ({
  id,
  label: '',
  group: '',
  urusan: null,
  owner: { regency: 'pupr', province: 'pupr', external: null, ...owner },
  authorityRule: 'none',
  urgency: 'P3',
  slaClass: '',
  phrases: [],
  anchors: [],
  negative: [],
  escalateIf: [],
  examples: [],
})
const question = (more: Partial<RoutingQuestion> = {}): RoutingQuestion => ({
  kind: 'complaint',
  category: category('jalan.rusak'),
  authority: { authority: 'province', function: 'pupr', because: '' },
  government: province,
  areaCode: '17.04.02',
  areaName: 'Kaur',
  mentioned: [],
  integrity: false,
  accusesInspectorate: false,
  meansCity: false,
  ...more,
})

describe('who must answer', () => {
  it('a duty of our own goes to our agency', () => {
    expect(route(question()).agency).toBe('c.pupr')
  })

  it('a primary school in a regency goes to that regency, not to our education office', () => {
    const authority = { authority: 'regency' as const, function: 'disdik', because: '' }
    expect(route(question({ authority })).agency).toBe('government:pemkab-kaur')
  })

  it('piped water without a place goes to the city where most citizens live', () => {
    const authority = { authority: 'regency' as const, function: 'pdam', because: '' }
    expect(route(question({ authority, areaCode: null })).agency).toBe('government:pemkot-contoh')
  })

  it('a place elsewhere in the country is out of our area, and the place is named', () => {
    const answer = route(question({ areaCode: '32.73', areaName: 'Kota Bandung' }))
    expect(answer).toMatchObject({ agency: 'out-of-area' })
    expect(answer.because).toContain('Kota Bandung')
  })

  it('an allegation about a place elsewhere is looked at by the coordinator, not dropped', () => {
    const elsewhere = { areaCode: '32.73', areaName: 'Kota Bandung', integrity: true }
    expect(route(question(elsewhere)).agency).toBe('triage')
  })

  it('an allegation goes to the inspectorate, never to the accused', () => {
    const answer = route(question({ integrity: true, mentioned: [agency('c.pupr', 'pupr')] }))
    expect(answer.agency).toBe('c.inspektorat')
  })

  it('power cuts are handed to PLN', () => {
    const power = category('listrik.padam_pln', { regency: null, province: null, external: 'pln' })
    const authority = { authority: 'national' as const, function: 'pln', because: '' }
    expect(route(question({ category: power, authority })).agency).toBe('pln')
  })

  it('criticism of politicians is counted and queued nowhere', () => {
    expect(route(question({ category: category('gov.pejabat_politik') })).agency).toBeNull()
  })

  it('what no agency has goes to the triage desk', () => {
    const authority = { authority: 'province' as const, function: 'damkar', because: '' }
    expect(route(question({ authority })).agency).toBe('triage')
  })

  it('what is only feared to be an allegation waits at the triage desk, never at an agency', () => {
    expect(route(question({ integrity: true, suspicion: true })).agency).toBe('triage')
  })

  it('a sick cow goes to the agency for livestock, not to that for fish', () => {
    const fish = { ...agency('c.ikan', 'ikan'), name: 'Dinas Perikanan' }
    const cattle = { ...agency('c.nak', 'ikan'), name: 'Dinas Peternakan' }
    const government = { ...province, agencies: [fish, cattle] }
    const authority = { authority: 'province' as const, function: 'ikan', because: '' }
    const asked = question({ government, authority })
    expect(route({ ...asked, fields: ['ternak'] }).agency).toBe('c.nak')
    expect(route(asked).agency).toBe('c.ikan')
  })

  it('a complaint about "kantor camat" without a place is no one district’s', () => {
    const districts = ['17.04.01', '17.04.02']
    const offices = districts.map((code) => ({ ...agency(code, 'kecamatan'), districts: [code] }))
    const government: Government = {
      ...province,
      level: 'regency',
      regionCode: '17.04',
      region: [],
      agencies: offices,
    }
    const authority = { authority: 'village' as const, function: 'kecamatan', because: '' }
    const asked = question({ government, authority, areaCode: '17.04.02.2001' })
    expect(route(asked).agency).toBe('17.04.02')
    expect(route({ ...asked, areaCode: null }).agency).toBe('triage')
    expect(route({ ...asked, ambiguous: true }).agency).toBe('triage')
  })

  it('rubbish without a place is not kept by a province that collects none', () => {
    const rubbish = { ...category('lh.sampah', { province: 'pupr' }), authorityRule: 'waste' }
    const authority = { authority: 'regency' as const, function: 'pupr', because: '' }
    const answer = route(question({ category: rubbish, authority, areaCode: null }))
    expect(answer.agency).toBe('government:pemkot-contoh')
  })

  it('thanks to the whole government go to its secretariat', () => {
    const thanks = category('apresiasi.umum', { regency: null, province: null })
    const house = agency('c.setda', 'setda')
    const government = { ...province, agencies: [...province.agencies, house] }
    const authority = { authority: 'province' as const, function: null, because: '' }
    const asked = question({ kind: 'praise', category: thanks, authority, government })
    expect(route(asked).agency).toBe('c.setda')
  })
})
