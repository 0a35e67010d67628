/**
 * The inspectorate's people and channels are its own matter. Whoever runs the machine could else let
 * themselves in, under another name or in that of an inspector, and read every allegation.
 */
import { type Refusal, refuse } from './errors.ts'
import { GOVERNMENT_WIDE, type Role, type Viewer } from './roles.ts'

/** A person, or a channel, by whom it belongs to. */
interface Managed {
  agencyId: string | null
  roles?: readonly Role[]
}

export interface InspectorateDesk {
  /** The agency that is the government's inspectorate. */
  inspectorate: string
  /** An inspector has come in; before that, the administrator invites the first one. */
  staffed: boolean
}

/** Null where the viewer may add, change or end it: administrators all others, inspectors their own. */
export const whyNotManage = (
  viewer: Pick<Viewer, 'roles'>,
  it: Managed,
  { inspectorate, staffed }: InspectorateDesk,
): Refusal | null => {
  const own = isOf(it, inspectorate)
  const inspects = viewer.roles.includes('inspectorate')
  if (own && staffed && !inspects) return refuse('inspectorate-only')
  if (viewer.roles.includes('administrator')) return null
  const wide = it.roles?.some((role) => GOVERNMENT_WIDE.includes(role)) ?? false
  return own && !wide ? null : refuse('no-right')
}

/** An administrator looks through the whole list, an inspector at the inspectorate's part of it. */
export const mayList = (
  viewer: Pick<Viewer, 'roles'>,
  it: Managed,
  inspectorate: string,
): boolean => viewer.roles.includes('administrator') || isOf(it, inspectorate)

const isOf = ({ agencyId, roles = [] }: Managed, inspectorate: string): boolean =>
  agencyId === inspectorate || roles.includes('inspectorate')
