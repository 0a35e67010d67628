import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { describeApi } from '../../src/http/describe-api.ts'

/** Mend with: npm run tanggap -- openapi docs/openapi.json && npm run fix */
it('docs/openapi.json says what the program does', async () => {
  const committed = await readFile(new URL('../../docs/openapi.json', import.meta.url), 'utf8')
  expect(JSON.parse(await describeApi())).toEqual(JSON.parse(committed))
})

type Node = Record<string, unknown>

/** Every schema of requests, wherever it is nested. */
function* requestSchemas(document: Node): Generator<[string, Node]> {
  const paths = document.paths as Record<string, Record<string, Node>>
  for (const [path, methods] of Object.entries(paths))
    for (const [method, operation] of Object.entries(methods)) {
      yield* nested(`${method} ${path}`, operation.requestBody as Node)
      yield* nested(`${method} ${path}`, { parameters: operation.parameters })
    }
}

function* nested(where: string, node: unknown): Generator<[string, Node]> {
  if (typeof node !== 'object' || node === null) return
  yield [where, node as Node]
  for (const [key, inner] of Object.entries(node)) yield* nested(`${where}.${key}`, inner)
}

it('takes no string without a length, no list without a limit and no unknown field', async () => {
  const document = JSON.parse(await describeApi())
  const loose = [...requestSchemas(document)].filter(
    ([, schema]) =>
      (schema.type === 'string' && schema.maxLength === undefined && schema.enum === undefined) ||
      (schema.type === 'array' && schema.maxItems === undefined) ||
      (schema.type === 'object' && [undefined, true].includes(schema.additionalProperties as true)),
  )
  expect(loose.map(([where]) => where)).toEqual([])
})

it('says for every route how it answers', async () => {
  const { paths } = JSON.parse(await describeApi()) as { paths: Record<string, Node> }
  const silent = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, { responses: Node }>)
      .filter(([, { responses }]) => !Object.keys(responses).some((code) => code.startsWith('2')))
      .map(([method]) => `${method} ${path}`),
  )
  expect(silent).toEqual([])
})
