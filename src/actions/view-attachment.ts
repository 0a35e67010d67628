import type { Viewer } from '../core/roles.ts'
import type { Attachments } from '../ports/attachments.ts'
import type { Ports } from '../ports/ports.ts'
import { readAct } from './view-case.ts'

/** A screenshot shows a citizen's words like their text does. */
export const viewAttachment = async (
  { audit, attachments, clock }: Pick<Ports, 'audit' | 'attachments' | 'clock'>,
  viewer: Viewer,
  id: string,
): ReturnType<Attachments['read']> => {
  const file = await attachments.read(viewer, id)
  if (!file) return null
  await audit.write([readAct(viewer, `case:${file.caseId}`, clock.now(), { attachmentId: id })])
  return file
}
