import { describe, expect, it, test } from 'vitest'
import { describeApi } from '../../src/http/describe-api.ts'
import { FIELD_NAMES } from '../../src/http/field-names.ts'
import { startApp } from './app-under-test.ts'
import { CASE_ID } from './fake-ports.ts'

type Node = Record<string, unknown>

/** Every field that a request may carry, however deep. */
function* fieldsOf(node: unknown): Generator<string> {
  if (typeof node !== 'object' || node === null) return
  const { properties, ...rest } = node as Node
  for (const [name, inner] of Object.entries((properties ?? {}) as Node)) {
    yield name
    yield* fieldsOf(inner)
  }
  for (const inner of Object.values(rest)) yield* fieldsOf(inner)
}

test('every field of every request has a name that a clerk knows', async () => {
  const { paths } = JSON.parse(await describeApi()) as { paths: Record<string, Node> }
  const asked = new Set<string>()
  for (const methods of Object.values(paths))
    for (const operation of Object.values(methods) as Node[]) {
      for (const name of fieldsOf(operation.requestBody)) asked.add(name)
      for (const { name } of (operation.parameters ?? []) as { name: string }[]) asked.add(name)
    }
  // the key of a repeated write is a header: no form shows it
  asked.delete('idempotency-key')
  expect([...asked].filter((name) => !Object.hasOwn(FIELD_NAMES, name))).toEqual([])
})

describe('a refused form says what is wrong in the words of the form', () => {
  it.each([
    ['hand-over', {}, 'Isian yang kurang: versi kasus.', 'version'],
    [
      'hand-over',
      { version: 1, body: 'pln', channel: 'surat', contactRole: 'humas' },
      'Isian yang kurang: nomor rujukan.',
      'reference',
    ],
    ['evidence', { kind: 'photo-after', photo: 'x' }, 'Periksa isian: foto.', 'photo'],
    [
      'evidence',
      { kind: 'reporter', location: { latitude: 91, longitude: 0 } },
      'Periksa isian: garis lintang.',
      'location.latitude',
    ],
  ])('%s %j → %s', async (verb, payload, detail, field) => {
    const { as } = await startApp()
    const url = `/api/cases/${CASE_ID}/${verb}`
    const answer = await as('coordinator', { method: 'POST', url, payload })
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ detail, field })
  })

  it('a query is named too', async () => {
    const { as } = await startApp()
    const url = '/api/audit/export?from=2026-11-01T00:00:00.000Z'
    expect((await as('inspectorate', { url })).json().detail).toBe('Isian yang kurang: sampai.')
  })
})
