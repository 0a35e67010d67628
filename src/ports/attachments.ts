import type { Viewer } from '../core/roles.ts'

/** Screenshots that an officer pastes beside the text. */
export interface Attachments {
  store(input: {
    governmentId: string
    bytes: Uint8Array
    mediaType: string
    name: string
  }): Promise<{ id: string }>
  /** Only for those who may see the case of its post. */
  read(
    viewer: Viewer,
    id: string,
  ): Promise<{ bytes: Uint8Array; mediaType: string; caseId: string } | null>
}
