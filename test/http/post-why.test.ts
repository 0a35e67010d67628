import { expect, it } from 'vitest'
import { buildApp } from '../../src/http/app.ts'
import { CASE_ID, fakeHouse, tokenOf } from './fake-ports.ts'

const ask = async (explain: () => Promise<never>) => {
  const { ports } = fakeHouse()
  const post = { id: CASE_ID } as never
  const app = await buildApp({
    ports: { ...ports, posts: { ...ports.posts, toExplain: async () => ({ post, caseId: null }) } },
    settings: { publicUrl: 'http://localhost', secureCookies: false, trustProxy: false },
    connectors: [],
    explainer: { explain },
    webRoot: null,
  })
  const answer = await app.inject({
    url: `/api/posts/${CASE_ID}/why`,
    cookies: { sid: tokenOf('desk-officer') },
  })
  await app.close()
  return answer
}

it('says why, word by word', async () => {
  const words = [{ from: 0, to: 5, for: 'category', why: 'frasa: jalan', weight: 1 }]
  const told = { text: 'jalan', category: 'jalan.rusak', against: null, words }
  const answer = await ask(async () => told as never)
  expect(answer.json()).toEqual({ ...told, similar: [] })
})

it('asks to come back where the post took its reader down, and stays up', async () => {
  const answer = await ask(async () => {
    throw new Error('pembaca berhenti')
  })
  expect([answer.statusCode, answer.json().code]).toEqual([503, 'busy'])
})
