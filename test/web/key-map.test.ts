import { describe, expect, test } from 'vitest'
import { readKey } from '../../src/web/keys/key-map.ts'

describe('the keys', () => {
  test('say one thing each', () => {
    expect(readKey('', 'j')).toEqual({ kind: 'command', command: 'next' })
    expect(readKey('', 'w')).toEqual({ kind: 'command', command: 'why' })
    expect(readKey('', '?')).toEqual({ kind: 'command', command: 'sheet' })
    expect(readKey('', 'z')).toEqual({ kind: 'nothing' })
  })

  test('g waits for its second half', () => {
    expect(readKey('', 'g')).toEqual({ kind: 'pending', pressed: 'g' })
    expect(readKey('g', 't')).toEqual({ kind: 'command', command: 'go-triage' })
  })

  test('a broken pair counts as its last key', () => {
    expect(readKey('g', 'j')).toEqual({ kind: 'command', command: 'next' })
    expect(readKey('g', 'Escape')).toEqual({ kind: 'command', command: 'back' })
  })
})
