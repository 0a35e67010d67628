import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isStrongPassword } from '../../src/core/password-rule.ts'
import { passwordParts } from '../../src/web/format/password-rule.ts'

test('the form ticks each part of the rule on its own', () => {
  const met = passwordParts('Abc1').filter((part) => part.met)
  expect(met.map(({ label }) => label)).toEqual(['Huruf besar', 'Huruf kecil', 'Angka'])
})

test('a password with every part ticked is one that the server takes, and no other', () => {
  const part = fc.constantFrom(
    'a',
    'B',
    '7',
    '-',
    ' ',
    'é',
    'Ö',
    '٣',
    'kata',
    'SANDI',
    '2026',
    '👍',
  )
  const password = fc.array(part, { maxLength: 30 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(password, (text) => {
      expect(passwordParts(text).every(({ met }) => met)).toBe(isStrongPassword(text))
    }),
  )
})
