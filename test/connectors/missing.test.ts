import { afterEach, describe, expect, it } from 'vitest'
import { CONNECTORS } from '../../src/connectors/index.ts'
import { type Harness, minutesAgo } from './harness/harness.ts'
import { HARNESSES } from './harness/index.ts'
import { inputFor } from './listen.ts'

/** Every connector that says it can tell is asked, whatever its network. */
const ABLE = CONNECTORS.filter(({ missing }) => missing !== undefined)

describe.each(ABLE.map((connector) => [connector.id, connector] as const))(
  '%s',
  (id, connector) => {
    let harness: Harness
    const open = async () => {
      const [start] = Object.values(HARNESSES[id] ?? {})
      if (!start) throw new Error(`no harness for ${id}`)
      harness = await start()
      for (const post of ['a', 'b'])
        harness.publish({ id: post, text: 'jalan rusak', at: minutesAgo(5), author: 'warga' })
    }
    afterEach(() => harness.stop())
    const ask = (ids: string[]) =>
      connector.missing?.(inputFor(harness), ids.map(harness.externalId))

    it('names the posts that are not there any more, and no other', async () => {
      await open()
      expect(await ask(['a', 'gone', 'b'])).toEqual({
        kind: 'missing',
        externalIds: [harness.externalId('gone')],
      })
    })

    it.each([500, 403, 404])('a platform that answers %s has deleted nothing', async (status) => {
      await open()
      harness.platform?.breakDown({ kind: 'answer', status })
      expect((await ask(['a']))?.kind).not.toBe('missing')
    })

    it('an answer that is no answer has deleted nothing', async () => {
      await open()
      harness.platform?.breakDown({ kind: 'answer', status: 200, body: '{}' })
      expect((await ask(['a']))?.kind).not.toBe('missing')
    })
  },
)
