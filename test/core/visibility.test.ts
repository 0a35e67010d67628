import { describe, expect, it } from 'vitest'
import { ROLES, type Role } from '../../src/core/roles.ts'
import { visibilityOf } from '../../src/core/visibility.ts'

const sight = (roles: Role[], agencyId: string | null) =>
  visibilityOf({ userId: 'u', name: 'U', governmentId: 'g', agencyId, roles })

describe('what a person may see of the cases', () => {
  it.each([
    [['desk-officer'], 'pupr', 'agency', false],
    [['supervisor'], 'pupr', 'agency', false],
    [['coordinator'], 'kominfo', 'all', true],
    [['coordinator'], null, 'all', true],
    [['leader'], null, 'all', false],
    [['inspectorate'], 'inspektorat', 'all', false],
    [['administrator'], null, 'none', false],
    [['administrator'], 'pupr', 'none', false],
    [['desk-officer'], null, 'none', false],
    [['administrator', 'desk-officer'], 'pupr', 'agency', false],
    [['desk-officer', 'coordinator'], 'kominfo', 'all', true],
    [[], 'pupr', 'none', false],
  ] as [Role[], string | null, string, boolean][])(
    '%s of %s sees %s; the triage desk: %s',
    (roles, agencyId, cases, triageDesk) => {
      // helping lends an agency single cases; who sees all has no use for that
      const shared = cases === 'agency'
      const sees = { governmentId: 'g', agencyId, cases, triageDesk, shared }
      expect(sight(roles, agencyId)).toEqual(sees)
    },
  )

  it('is decided for every role there is', () => {
    for (const role of ROLES) expect(['none', 'agency', 'all']).toContain(sight([role], 'x').cases)
  })
})
