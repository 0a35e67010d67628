import { afterAll, beforeAll, expect, test } from 'vitest'
import { resetUser } from '../../src/actions/reset-user.ts'
import { setPassword } from '../../src/actions/set-password.ts'
import { setUpAdministrator } from '../../src/actions/set-up-administrator.ts'
import { signIn } from '../../src/actions/sign-in.ts'
import { HOUR, type House, openHouse, PROVINCE, person } from '../support/seed.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const PASSWORD = 'Sandi-yang-bocor-2026'

test('a password that leaked opens nothing from the reset on, the new one does', async () => {
  const { userId } = await person(house, { roles: ['leader'], username: 'pimpinan' })
  await house.users.setPassword(userId, await house.passwords.hash(PASSWORD))
  const enter = (password: string) => signIn(house, { username: 'pimpinan', password })
  const open = await enter(PASSWORD)
  const reset = await resetUser(house, null, userId)
  if (open.kind !== 'signed-in' || reset.kind !== 'invited') throw new Error('not reset')
  expect(await house.sessions.viewer(open.token)).toBeNull()
  expect(await enter(PASSWORD)).toMatchObject({ code: 'wrong-password' })
  await setPassword(house, { token: reset.token, password: 'Sandi-yang-baru-2026' })
  expect(await enter('Sandi-yang-baru-2026')).toMatchObject({ kind: 'signed-in' })
})

test('the link of the first start makes no second administrator once there are people', async () => {
  const token = house.ids.secret()
  const until = new Date(house.clock.now().getTime() + HOUR)
  await house.users.createLink('first-administrator', null, token, until)
  await person(house, { roles: ['administrator'] })
  const asked = { token, governmentId: PROVINCE, name: 'Siapa', username: 'siapa' }
  const made = await setUpAdministrator(house, {
    ...asked,
    password: PASSWORD,
    alsoCoordinator: true,
  })
  expect(made).toMatchObject({ code: 'link-used-up' })
  expect(await house.users.byUsername('siapa')).toBeNull()
})
