import type { TemplateText } from '../core/answer-template.ts'
import type { Refusal } from '../core/errors.ts'
import type { Viewer } from '../core/roles.ts'

export interface Template extends TemplateText {
  id: string
  used: number
  lastUsedAt: Date | null
  editedAt: Date
  /** Null as long as it is as it was shipped. */
  editedBy: string | null
}

/** A government's templates; one that is removed is kept, out of sight. */
export interface Templates {
  list(governmentId: string): Promise<Template[]>
  add(viewer: Viewer, template: TemplateText): Promise<Template>
  edit(viewer: Viewer, id: string, template: TemplateText): Promise<Template | Refusal>
  remove(viewer: Viewer, id: string): Promise<boolean>
  countUse(governmentId: string, id: string): Promise<void>
}
