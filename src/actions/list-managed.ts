import { mayList } from '../core/inspectorate-accounts.ts'
import type { Viewer } from '../core/roles.ts'
import type { Channel } from '../ports/channels.ts'
import type { User } from '../ports/people.ts'
import type { Ports } from '../ports/ports.ts'

const inspectorateOf = async (
  { configurations }: Pick<Ports, 'configurations'>,
  { governmentId }: Viewer,
): Promise<string> => (await configurations.government(governmentId))?.inspectorate ?? ''

export const listPeople = async (
  ports: Pick<Ports, 'users' | 'configurations'>,
  viewer: Viewer,
): Promise<User[]> => {
  const inspectorate = await inspectorateOf(ports, viewer)
  const people = await ports.users.list(viewer.governmentId)
  return people.filter((one) => mayList(viewer, one, inspectorate))
}

export const listChannels = async (
  ports: Pick<Ports, 'channels' | 'configurations'>,
  viewer: Viewer,
): Promise<Channel[]> => {
  const inspectorate = await inspectorateOf(ports, viewer)
  const channels = await ports.channels.list(viewer.governmentId)
  return channels.filter((one) => mayList(viewer, one, inspectorate))
}
