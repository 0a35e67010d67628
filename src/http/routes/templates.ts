import { saveTemplate, suggestTemplates, useTemplate } from '../../actions/reply-templates.ts'
import { TEMPLATE_VARIABLES } from '../../core/answer-template.ts'
import type { Template } from '../../ports/templates.ts'
import type { Api, HttpParts } from '../parts.ts'
import { granted, refused } from '../refused.ts'
import { viewerOf } from '../request-viewer.ts'
import { Done } from '../schemas/case-merge.ts'
import { IdParams } from '../schemas/parts.ts'
import {
  RenderedTemplate,
  SuggestedTemplates,
  TemplateBody,
  TemplateList,
  TemplateShape,
  TemplateUseBody,
  TemplateUseParams,
} from '../schemas/template.ts'
import { iso, isoOrNull } from '../views/moments.ts'

/** Answers to begin with: kept by the coordinator, offered where they fit. */
export const templateRoutes = (api: Api, parts: HttpParts): void => {
  keepingRoutes(api, parts)
  usingRoutes(api, parts)
}

const keepingRoutes = (api: Api, { ports }: HttpParts): void => {
  const config = { right: 'template:manage' as const }
  const body = TemplateBody

  api.get(
    '/templates',
    { config: { right: 'case:work' }, schema: { response: { 200: TemplateList } } },
    async (request) => ({
      items: (await ports.templates.list(viewerOf(request).governmentId)).map(shape),
      variables: Object.entries(TEMPLATE_VARIABLES).map(([name, label]) => ({ name, label })),
    }),
  )

  api.post(
    '/templates',
    { config, schema: { body, response: { 201: TemplateShape } } },
    async (request, reply) => {
      const saved = await saveTemplate(ports, viewerOf(request), null, request.body)
      return reply.code(201).send(shape(granted(saved).template))
    },
  )

  api.put(
    '/templates/:id',
    { config, schema: { params: IdParams, body, response: { 200: TemplateShape } } },
    async (request) => {
      const { id } = request.params
      return shape(granted(await saveTemplate(ports, viewerOf(request), id, request.body)).template)
    },
  )

  api.delete(
    '/templates/:id',
    { config, schema: { params: IdParams, response: { 200: Done } } },
    async (request) => {
      const gone = await ports.templates.remove(viewerOf(request), request.params.id)
      if (!gone) throw refused('not-found')
      return { ok: true as const }
    },
  )
}

const usingRoutes = (api: Api, { ports }: HttpParts): void => {
  const config = { right: 'case:work' as const }

  api.get(
    '/cases/:id/templates',
    { config, schema: { params: IdParams, response: { 200: SuggestedTemplates } } },
    async (request) => {
      const found = granted(await suggestTemplates(ports, viewerOf(request), request.params.id))
      return { items: found.items.map((item) => ({ ...shape(item), gaps: item.gaps })) }
    },
  )

  api.post(
    '/cases/:id/templates/:templateId/use',
    {
      config,
      schema: {
        params: TemplateUseParams,
        body: TemplateUseBody,
        response: { 200: RenderedTemplate },
      },
    },
    async (request) => {
      const { id, templateId } = request.params
      const values = request.body.values ?? {}
      const { text, unfilled } = granted(
        await useTemplate(ports, viewerOf(request), id, templateId, values),
      )
      return { text, unfilled }
    },
  )
}

const shape = (it: Template): TemplateShape => ({
  id: it.id,
  name: it.name,
  text: it.text,
  states: it.states,
  categories: it.categories,
  used: it.used,
  lastUsedAt: isoOrNull(it.lastUsedAt),
  editedAt: iso(it.editedAt),
  editedBy: it.editedBy,
})
