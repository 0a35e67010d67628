import { cancelCaseTask, finishCaseTask, listTasks } from '../../actions/work-tasks.ts'
import type { Api, HttpParts } from '../parts.ts'
import { viewerOf } from '../request-viewer.ts'
import { CustodyChanged } from '../schemas/custody.ts'
import { IdParams } from '../schemas/parts.ts'
import { TaskCancelBody, TaskDoneBody, TaskList, TaskQuery } from '../schemas/task.ts'
import { custodyChanged, taskShape } from '../views/custody.ts'

const AT_MOST = 500

/** What somebody has to do for a case, by its own clock. */
export const taskRoutes = (api: Api, { ports }: HttpParts): void => {
  api.get(
    '/tasks',
    {
      config: { right: 'case:read' },
      schema: { querystring: TaskQuery, response: { 200: TaskList } },
    },
    async (request) => {
      const { state = 'open', kind } = request.query
      const listed = await listTasks(ports, viewerOf(request), { state, kind, limit: AT_MOST })
      return {
        items: listed.map(({ task, dueAt, late, code, caseTitle, urgency }) => ({
          task: taskShape(task, dueAt, late),
          code,
          caseTitle,
          urgency,
        })),
      }
    },
  )

  api.post(
    '/tasks/:id/done',
    {
      config: { right: 'case:work' },
      schema: { params: IdParams, body: TaskDoneBody, response: { 200: CustodyChanged } },
    },
    async (request) => {
      const viewer = viewerOf(request)
      return custodyChanged(
        viewer,
        await finishCaseTask(ports, viewer, request.params.id, request.body),
      )
    },
  )

  api.post(
    '/tasks/:id/cancel',
    {
      config: { right: 'case:work' },
      schema: { params: IdParams, body: TaskCancelBody, response: { 200: CustodyChanged } },
    },
    async (request) => {
      const viewer = viewerOf(request)
      const { reason } = request.body
      return custodyChanged(viewer, await cancelCaseTask(ports, viewer, request.params.id, reason))
    },
  )
}
