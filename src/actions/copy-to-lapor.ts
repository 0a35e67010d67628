import type { Case } from '../core/case.ts'
import { custodyChange, step } from '../core/custody-change.ts'
import { type Refusal, refuse } from '../core/errors.ts'
import { LAPOR_COLUMNS, laporCells, laporText } from '../core/lapor-sheet.ts'
import type { Viewer } from '../core/roles.ts'
import type { CustodyChanged } from '../ports/custody.ts'
import type { Ports } from '../ports/ports.ts'
import type { SeenCase } from './change-case.ts'
import { bodyName, type CustodyPorts, changeCustody, type Desk, deskOf } from './custody-desk.ts'

export interface LaporForm {
  kind: 'form'
  code: string
  columns: readonly string[]
  cells: string[]
  /** For the clipboard. */
  text: string
}

/** A case in the fields of the form of SP4N-LAPOR!, without what tells who somebody is. */
export const laporForm = async (
  ports: CustodyPorts,
  viewer: Viewer,
  caseId: string,
): Promise<LaporForm | Refusal> => {
  const desk = await deskOf(ports, viewer.governmentId)
  const found = desk ? await ports.custody.words(viewer, caseId) : null
  if (!desk || !found) return refuse('not-found')
  if (found.case.confidential) return refuse('not-public')
  const cells = laporCells({ ...found, ...namesOf(found.case, desk) })
  return {
    kind: 'form',
    code: found.case.code,
    columns: LAPOR_COLUMNS,
    cells,
    text: laporText(cells),
  }
}

const namesOf = (of: Case, desk: Desk) => {
  const { government, configuration } = desk
  const agency = government.agencies.find(({ id }) => id === of.agencyId)
  const owner = of.proposedOwner ? bodyName(of.proposedOwner, desk) : government.name
  const category = configuration.taxonomy.categories.find(({ id }) => id === of.category)
  const local = new Intl.DateTimeFormat('en-CA', {
    timeZone: government.timezone,
    dateStyle: 'short',
  })
  return {
    agencyName: agency ? `${government.name} – ${agency.name}` : owner,
    categoryLabel: category?.label ?? of.category,
    day: local.format(of.firstPostAt),
  }
}

/** That somebody typed or uploaded it there. */
export const sentToLapor = (
  ports: CustodyPorts,
  viewer: Viewer,
  seen: SeenCase,
): Promise<CustodyChanged> =>
  changeCustody(ports, viewer, seen, (current) =>
    current.confidential
      ? refuse('not-public')
      : custodyChange([step('lapor-sent', { channel: 'SP4N-LAPOR!' })]),
  )

/** Its number over there, by which every later export finds the case. */
export const recordLaporNumber = async (
  ports: CustodyPorts & Pick<Ports, 'lapor'>,
  viewer: Viewer,
  seen: SeenCase,
  trackingId: string,
): Promise<CustodyChanged> => {
  const known = await ports.lapor.caseOf(viewer.governmentId, trackingId)
  if (known !== null) return refuse('tracking-taken')
  return changeCustody(ports, viewer, seen, (_current, _records, at) =>
    custodyChange(
      [step('lapor-recorded', { reference: trackingId, channel: 'SP4N-LAPOR!' })],
      [{ kind: 'lapor-number', trackingId, at, by: viewer.userId }],
    ),
  )
}
