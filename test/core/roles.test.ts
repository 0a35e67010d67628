import { describe, expect, it } from 'vitest'
import {
  hasRight,
  RIGHTS_OF,
  type Right,
  ROLE_LABELS,
  ROLES,
  type Role,
} from '../../src/core/roles.ts'

/** Who may, written by hand, apart from the code that enforces it. */
const MAY: Record<Exclude<Right, 'public'>, Role[]> = {
  'account:own': [...ROLES],
  'case:read': [
    'desk-officer',
    'supervisor',
    'agency-head',
    'coordinator',
    'leader',
    'inspectorate',
  ],
  'case:work': ['desk-officer', 'supervisor', 'agency-head', 'coordinator', 'inspectorate'],
  'case:transfer': ['desk-officer', 'supervisor', 'agency-head', 'coordinator', 'inspectorate'],
  'case:triage': ['coordinator'],
  'case:reopen': ['supervisor', 'agency-head', 'coordinator', 'inspectorate'],
  'case:export': [
    'desk-officer',
    'supervisor',
    'agency-head',
    'coordinator',
    'leader',
    'inspectorate',
  ],
  'escalation:read': ['supervisor', 'agency-head', 'coordinator', 'leader', 'inspectorate'],
  'escalation:acknowledge': ['supervisor', 'agency-head', 'coordinator', 'leader', 'inspectorate'],
  'post:paste': ['desk-officer', 'supervisor', 'agency-head', 'coordinator', 'inspectorate'],
  'ledger:read': ['coordinator', 'inspectorate'],
  'alert:read': [
    'desk-officer',
    'supervisor',
    'agency-head',
    'coordinator',
    'leader',
    'inspectorate',
  ],
  'alert:acknowledge': ['desk-officer', 'supervisor', 'agency-head', 'coordinator', 'inspectorate'],
  'case:approve': ['supervisor', 'agency-head', 'coordinator', 'inspectorate'],
  'custody:decide': ['coordinator'],
  'template:manage': ['coordinator'],
  'audit:read': ['inspectorate'],
  'source:read': ['coordinator', 'inspectorate', 'administrator'],
  'source:manage': ['administrator'],
  'channel:manage': ['inspectorate', 'administrator'],
  'user:manage': ['inspectorate', 'administrator'],
}

describe('rights', () => {
  it.each(Object.entries(MAY) as [Right, Role[]][])('%s belongs to %s', (right, roles) => {
    expect(ROLES.filter((role) => hasRight([role], right))).toEqual(
      ROLES.filter((role) => roles.includes(role)),
    )
  })

  it('that a role has are all in the table above', () => {
    const granted = new Set(Object.values(RIGHTS_OF).flat())
    expect([...granted].sort()).toEqual(Object.keys(MAY).sort())
  })

  it('of several roles add up, and nobody has none at all but the public ones', () => {
    expect(hasRight(['administrator', 'desk-officer'], 'case:work')).toBe(true)
    expect(hasRight([], 'account:own')).toBe(false)
    expect(hasRight([], 'public')).toBe(true)
  })

  it('belong to roles with one Indonesian name each', () => {
    expect(Object.keys(ROLE_LABELS).sort()).toEqual([...ROLES].sort())
    expect(new Set(Object.values(ROLE_LABELS)).size).toBe(ROLES.length)
  })
})
