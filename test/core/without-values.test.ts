import { expect, it } from 'vitest'
import { withoutValues } from '../../src/core/without-values.ts'

it('the log of a failed statement says what failed and why, never with whose words', () => {
  const cause = Object.assign(new Error('relation "posts" does not exist'), {
    code: '42P01',
    detail: 'Failing row contains (kata warga).',
  })
  const failed = Object.assign(new Error('Failed query: insert …\nparams: kata warga', { cause }), {
    query: 'insert into posts values ($1)',
    params: ['kata warga'],
  })
  const told = withoutValues(failed)
  expect(told.message).toBe('42P01: relation "posts" does not exist')
  expect(told).toMatchObject({ query: 'insert into posts values ($1)' })
  expect(told.stack).toContain('without-values.test.ts')
  expect(JSON.stringify([told.message, told.stack, { ...told }])).not.toContain('kata warga')
})

it('any other fault is told as it is', () => {
  const fault = new Error('habis')
  expect(withoutValues(fault)).toBe(fault)
})
