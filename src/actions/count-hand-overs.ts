import { type BodyStatistics, handOverStatistics } from '../core/hand-over-statistics.ts'
import type { Viewer } from '../core/roles.ts'
import { bodyName, type CustodyPorts, deskOf } from './custody-desk.ts'

/** Per body, of the cases that the viewer may see. */
export const countHandOvers = async (
  ports: CustodyPorts,
  viewer: Viewer,
): Promise<(BodyStatistics & { name: string })[]> => {
  const desk = await deskOf(ports, viewer.governmentId)
  if (!desk) return []
  const found = handOverStatistics(await ports.custody.handOvers(viewer), desk.workingOf(null))
  return found.map((each) => ({ ...each, name: bodyName(each.body, desk) }))
}
