/** Two officers of each agency, the coordinator and the deputy. */
import type { PersonWish } from '../support/seed.ts'

export const PEOPLE: Record<string, Pick<PersonWish, 'roles' | 'agencyId'>> = {
  'pupr-first': { roles: ['desk-officer'], agencyId: 'pupr' },
  'pupr-second': { roles: ['desk-officer'], agencyId: 'pupr' },
  'dinkes-first': { roles: ['desk-officer'], agencyId: 'dinkes' },
  'dinkes-second': { roles: ['desk-officer'], agencyId: 'dinkes' },
  chief: { roles: ['coordinator'], agencyId: 'kominfo' },
  deputy: { roles: ['coordinator'], agencyId: 'kominfo' },
}
