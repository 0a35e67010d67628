import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerCase } from '../../src/actions/answer-case.ts'
import { saveTemplate, suggestTemplates, useTemplate } from '../../src/actions/reply-templates.ts'
import { loadConfiguration } from '../../src/configuration/load-configuration.ts'
import { writeConfiguration } from '../../src/configuration/write-configuration.ts'
import type { ShippedTemplate } from '../../src/core/answer-template.ts'
import { compareConfigurations } from '../../src/core/compare-configurations.ts'
import type { Viewer } from '../../src/core/roles.ts'
import { emptyFolder } from '../configuration/folder.ts'
import {
  caseOf,
  coordinator,
  type House,
  officer,
  openHouse,
  PROVINCE,
  REGENCY,
  smallConfiguration,
} from '../support/seed.ts'

const shipped: ShippedTemplate[] = [
  { key: 'umum', name: 'Umum', text: '[[apa]] {kode}', states: [], categories: [] },
  {
    key: 'jalan',
    name: 'Jalan',
    text: 'Di {tempat}, {opd}, {tanggal}: [[apa]] {kode} {petugas}',
    states: ['referred'],
    categories: ['jalan.rusak'],
  },
  { key: 'air', name: 'Air', text: '[[apa]]', states: [], categories: ['air.*'] },
]

let house: House
let ani: Viewer
let chief: Viewer
const configure = (templates: ShippedTemplate[]) =>
  house.configurations.apply(smallConfiguration({ templates }), 'uji')

beforeAll(async () => {
  house = await openHouse(smallConfiguration({ templates: shipped }))
  ani = await officer(house)
  chief = await coordinator(house)
})
afterAll(() => house.close())

const named = async (name: string) =>
  (await house.templates.list(PROVINCE)).find((template) => template.name === name)

const place = { name: 'Hibrida', level: 'road' as const, code: null, ambiguous: false }

test('those that fit are offered, the best first, each with what is missing', async () => {
  const { id } = await caseOf(house)
  const offered = await suggestTemplates(house, ani, id)
  expect(offered).toMatchObject({
    items: [
      { name: 'Jalan', gaps: ['tempat kejadian'] },
      { name: 'Umum', gaps: [] },
    ],
  })
  const stranger = await officer(house, 'dinkes')
  expect(await suggestTemplates(house, stranger, id)).toMatchObject({ code: 'not-found' })
})

test('what is missing blocks it by name; what the officer fills in opens it and counts', async () => {
  const { id, code } = await caseOf(house)
  const jalan = (await named('Jalan'))?.id ?? ''
  expect(await useTemplate(house, ani, id, jalan, {})).toMatchObject({
    code: 'template-gaps',
    detail: 'Isi dahulu: tempat kejadian.',
  })
  expect((await named('Jalan'))?.used).toBe(0)
  const used = await useTemplate(house, ani, id, jalan, { tempat: 'Jalan Hibrida' })
  const said = used.kind === 'rendered' ? used.text : ''
  expect(said).toContain(`Di Jalan Hibrida, Dinas pupr,`)
  expect(said).toContain(`${code} ${ani.name}`)
  expect(said).toMatch(/(Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu), \d{1,2} \w+ \d{4}/)
  expect(await named('Jalan')).toMatchObject({ used: 1 })
})

test('a template alone is never an answer', async () => {
  const { id } = await caseOf(house, { place })
  const used = await useTemplate(house, ani, id, (await named('Jalan'))?.id ?? '', {})
  const text = used.kind === 'rendered' ? used.text : ''
  const seen = { caseId: id, version: null }
  const said = { url: null, final: false, answeredAt: null }
  expect(await answerCase(house, ani, seen, { ...said, text })).toMatchObject({
    code: 'template-unfinished',
    detail: 'Belum ditulis: apa.',
  })
  const own = text.replace('[[apa]]', 'lubang ditambal besok pagi')
  expect((await answerCase(house, ani, seen, { ...said, text: own })).kind).toBe('changed')
})

test('a coordinator writes, rewrites and removes them; another government keeps its own', async () => {
  const wish = { name: 'PJU', text: 'Lampu: [[apa]]', states: [], categories: ['listrik.pju'] }
  const saved = await saveTemplate(house, chief, null, wish)
  expect(saved).toMatchObject({ template: { name: 'PJU', editedBy: chief.name } })
  expect(await saveTemplate(house, chief, null, { ...wish, text: 'Sudah.' })).toMatchObject({
    code: 'template-faulty',
  })
  const id = saved.kind === 'saved' ? saved.template.id : ''
  expect((await saveTemplate(house, chief, id, { ...wish, name: 'Lampu' })).kind).toBe('saved')
  const elsewhere = { ...chief, governmentId: REGENCY }
  expect(await saveTemplate(house, elsewhere, id, wish)).toMatchObject({ code: 'not-found' })
  expect(await house.templates.remove(elsewhere, id)).toBe(false)
  expect(await house.templates.remove(chief, id)).toBe(true)
  expect(await named('Lampu')).toBeUndefined()
})

test('a new delivery mends what nobody touched, and leaves what people wrote or removed', async () => {
  const [umum, air] = [await named('Umum'), await named('Air')]
  await saveTemplate(house, chief, umum?.id ?? '', { ...shipped[0], name: 'Umum kami' } as never)
  await house.templates.remove(chief, air?.id ?? '')
  await configure(shipped.map((one) => ({ ...one, name: `${one.name} 2` })))
  const names = (await house.templates.list(PROVINCE)).map(({ name }) => name)
  expect(names).toEqual(['Jalan 2', 'Umum kami'])
  expect((await house.templates.list(REGENCY)).map(({ name }) => name)).toEqual([
    'Air 2',
    'Jalan 2',
    'Umum 2',
  ])
})

test('what was written in the product is exported, and comes back the same elsewhere', async () => {
  const desk = await openHouse(smallConfiguration({ templates: shipped }))
  const editor = await coordinator(desk)
  const listed = async (of: House) =>
    (await of.templates.list(PROVINCE)).map(({ name, text, states, categories }) => ({
      name,
      text,
      states,
      categories,
    }))
  const [air, road] = await desk.templates.list(PROVINCE)
  await desk.templates.remove(editor, air?.id ?? '')
  const words = { states: ['accepted' as const], categories: ['jalan.*'] }
  const edited = { ...words, name: 'Jalan kami', text: '{kode} [[apa yang dikerjakan]]' }
  await desk.templates.edit(editor, road?.id ?? '', edited)
  const own = { ...words, name: 'Pasar', text: 'Pasar {kode}: [[apa]]' }
  await desk.templates.add(editor, own)

  const folder = await emptyFolder()
  const held = await desk.configurations.held()
  await writeConfiguration(folder, held ?? smallConfiguration())
  const { configuration } = await loadConfiguration(folder)
  const exported = configuration.governments.find(({ id }) => id === PROVINCE)
  expect(exported?.removedTemplates).toEqual(['air'])
  expect(exported?.ownTemplates).toMatchObject([{ key: 'jalan', name: 'Jalan kami' }, own])

  const elsewhere = await openHouse(configuration)
  expect(await listed(elsewhere)).toEqual(await listed(desk))
  const heldThere = await elsewhere.configurations.held()
  const changes = compareConfigurations(held, heldThere)
  expect(changes.filter(({ document }) => document !== 'taxonomy')).toEqual([])

  // what was rewritten after the file was applied is not taken back by the same file
  const later = (await elsewhere.templates.list(PROVINCE)).find(({ name }) => name === 'Pasar')
  const boss = await coordinator(elsewhere)
  await elsewhere.templates.edit(boss, later?.id ?? '', { ...own, name: 'Pasar baru' })
  await elsewhere.configurations.apply(configuration, 'uji')
  expect((await listed(elsewhere)).map(({ name }) => name)).toContain('Pasar baru')
  await Promise.all([desk.close(), elsewhere.close()])
})

test('a preview says what applying would change of what is served, and changes nothing', async () => {
  const desk = await openHouse(smallConfiguration({ templates: shipped }))
  const editor = await coordinator(desk)
  const same = smallConfiguration({ templates: shipped })
  const [air, road] = await desk.templates.list(PROVINCE)
  await desk.templates.remove(editor, air?.id ?? '')
  const kept = { name: 'Jalan kami', text: '[[apa]]', states: [], categories: ['jalan.*'] }
  await desk.templates.edit(editor, road?.id ?? '', kept)
  const changesBy = async (wanted: typeof same) => {
    const { before, after } = await desk.configurations.preview(wanted)
    return compareConfigurations(before, after).map(({ document, path }) => `${document} ${path}`)
  }
  // applying the file that is applied already takes back nothing that the product rewrote
  expect(await changesBy(same)).toEqual([])
  const [province, ...others] = same.governments
  const anew = { ...kept, key: 'jalan', name: 'Jalan dari berkas' }
  const governments = [{ ...(province as (typeof others)[0]), ownTemplates: [anew] }, ...others]
  const path = 'ownTemplates[jalan].name'
  expect(await changesBy({ ...same, governments })).toEqual([`governments/${PROVINCE} ${path}`])
  const held = (await desk.configurations.held())?.governments.find(({ id }) => id === PROVINCE)
  expect(held).toMatchObject({ removedTemplates: ['air'], ownTemplates: [{ name: 'Jalan kami' }] })
  await desk.close()
})
