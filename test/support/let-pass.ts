import { ask } from './database.ts'

/** As if the time of these cases' first answer had passed three hours ago. */
export const letPass = async (app: { databaseUrl: string }, caseIds: string[]): Promise<void> => {
  await ask(
    app,
    `insert into clock_events (government_id, case_id, clock, leg, does, at, target, since, agency_id)
     select government_id, case_id, clock, leg, 'retarget', now(), '{"minutes": 60}',
       now() - interval '4 hours', agency_id
     from clocks where clock = 'answer' and state = 'running' and case_id = any($1)`,
    [caseIds],
  )
  await ask(app, 'update clocks set stale = true where case_id = any($1)', [caseIds])
}
