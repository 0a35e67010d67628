import {
  fitOf,
  gapsIn,
  type Rendered,
  renderTemplate,
  type TemplateText,
  type TemplateValues,
  templateFaults,
} from '../core/answer-template.ts'
import { type Refusal, refuse } from '../core/errors.ts'
import type { Viewer } from '../core/roles.ts'
import type { Ports } from '../ports/ports.ts'
import type { Template } from '../ports/templates.ts'
import { templateValues } from './template-values.ts'

type TemplatePorts = Pick<Ports, 'cases' | 'clock' | 'configurations' | 'templates'>

export interface Suggested extends Template {
  /** What the case cannot say by itself: named, and to be filled in by the officer. */
  gaps: string[]
}

const valuesFor = async (
  { cases, clock, configurations }: TemplatePorts,
  viewer: Viewer,
  caseId: string,
) => {
  const [view, configuration] = await Promise.all([
    cases.view(viewer, caseId),
    configurations.current(),
  ])
  if (!view || !configuration) return null
  const values = templateValues(view.case, viewer, configuration, clock.now())
  return { current: view.case, values }
}

/** Templates that fit the case, the best first: of equals the one that is used most. */
export const suggestTemplates = async (
  ports: TemplatePorts,
  viewer: Viewer,
  caseId: string,
): Promise<{ kind: 'suggested'; items: Suggested[] } | Refusal> => {
  const known = await valuesFor(ports, viewer, caseId)
  if (!known) return refuse('not-found')
  const all = await ports.templates.list(viewer.governmentId)
  const items = all
    .map((template) => ({ template, fit: fitOf(template, known.current) }))
    .filter(({ fit }) => fit !== null)
    .sort((one, two) => (two.fit ?? 0) - (one.fit ?? 0) || two.template.used - one.template.used)
    .map(({ template }) => ({ ...template, gaps: gapsIn(template.text, known.values) }))
  return { kind: 'suggested', items }
}

/** The text to begin with; refused with names while something is missing. */
export const useTemplate = async (
  ports: TemplatePorts,
  viewer: Viewer,
  caseId: string,
  templateId: string,
  given: TemplateValues,
): Promise<Rendered> => {
  const known = await valuesFor(ports, viewer, caseId)
  const all = await ports.templates.list(viewer.governmentId)
  const template = all.find(({ id }) => id === templateId)
  if (!known || !template) return refuse('not-found')
  const rendered = renderTemplate(template.text, { ...known.values, ...given })
  if (rendered.kind === 'rendered') await ports.templates.countUse(viewer.governmentId, templateId)
  return rendered
}

/** Adds a template, or rewrites one; refused where it could not be filled in or sent as it stands. */
export const saveTemplate = async (
  { templates }: Pick<Ports, 'templates'>,
  viewer: Viewer,
  id: string | null,
  template: TemplateText,
): Promise<{ kind: 'saved'; template: Template } | Refusal> => {
  const faults = templateFaults(template)
  if (faults.length > 0) return refuse('template-faulty', `Templat ini: ${faults.join('; ')}.`)
  if (id === null) return { kind: 'saved', template: await templates.add(viewer, template) }
  const edited = await templates.edit(viewer, id, template)
  return 'kind' in edited ? edited : { kind: 'saved', template: edited }
}
