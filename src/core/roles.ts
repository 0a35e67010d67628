/** Who may do what. Roles are data: a right is named by a route and looked up here. */
export const ROLES = [
  'desk-officer',
  'supervisor',
  'agency-head',
  'coordinator',
  'leader',
  'inspectorate',
  'administrator',
] as const
export type Role = (typeof ROLES)[number]

export const ROLE_LABELS: Record<Role, string> = {
  'desk-officer': 'Admin medsos OPD',
  supervisor: 'Supervisor OPD',
  'agency-head': 'Kepala OPD',
  coordinator: 'Koordinator daerah',
  leader: 'Pimpinan',
  inspectorate: 'Inspektorat',
  administrator: 'Admin sistem',
}

export type Right =
  | 'public'
  | 'account:own'
  | 'case:read'
  | 'case:work'
  | 'case:transfer'
  | 'case:triage'
  | 'case:reopen'
  | 'case:export'
  | 'case:approve'
  | 'custody:decide'
  | 'audit:read'
  | 'template:manage'
  | 'escalation:read'
  | 'escalation:acknowledge'
  | 'post:paste'
  | 'ledger:read'
  | 'alert:read'
  | 'alert:acknowledge'
  | 'source:read'
  | 'source:manage'
  | 'channel:manage'
  | 'user:manage'

const OWN: Right[] = ['account:own']
const READ: Right[] = [...OWN, 'case:read', 'alert:read']
const WORK: Right[] = [
  ...READ,
  'case:work',
  'case:transfer',
  'case:export',
  'post:paste',
  'alert:acknowledge',
]

const SUPERVISE: Right[] = [
  ...WORK,
  'case:reopen',
  'case:approve',
  'escalation:read',
  'escalation:acknowledge',
]

/** Who may do what, as one table: supervisors are an agency's, coordinators a government's. */
export const RIGHTS_OF: Record<Role, readonly Right[]> = {
  'desk-officer': WORK,
  supervisor: SUPERVISE,
  'agency-head': SUPERVISE,
  coordinator: [
    ...WORK,
    'case:triage',
    'case:reopen',
    'case:approve',
    'custody:decide',
    'template:manage',
    'escalation:read',
    'escalation:acknowledge',
    'ledger:read',
    'source:read',
  ],
  leader: [...READ, 'escalation:read', 'escalation:acknowledge', 'case:export'],
  inspectorate: [
    ...WORK,
    'case:reopen',
    'case:approve',
    'audit:read',
    'escalation:read',
    'escalation:acknowledge',
    'ledger:read',
    'source:read',
    // only its own people and channels: core/inspectorate-accounts.ts
    'channel:manage',
    'user:manage',
  ],
  administrator: [...OWN, 'source:read', 'source:manage', 'channel:manage', 'user:manage'],
}

/** Roles of a government as a whole; the others belong to one agency. */
export const GOVERNMENT_WIDE: readonly Role[] = ['coordinator', 'leader', 'administrator']

/** The person who looks: the only thing that visibility and rights are decided from. */
export interface Viewer {
  userId: string
  name: string
  governmentId: string
  agencyId: string | null
  roles: readonly Role[]
}

export const hasRight = (roles: readonly Role[], right: Right): boolean =>
  right === 'public' || roles.some((role) => RIGHTS_OF[role].includes(right))
