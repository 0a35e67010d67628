/** A worker process to be killed: the program's own loop over the shared clock of the simulation. */
import { climbLadder } from '../../src/actions/dispatch-work.ts'
import { runLoop } from '../../src/queues/run-loop.ts'
import { connect } from '../../src/store/database.ts'
import { createEscalation } from '../../src/store/escalation.ts'
import { systemIds } from '../../src/store/ids.ts'
import { readSharedClock } from '../support/postgres-clock.ts'

const { db, pool } = connect(process.argv[2] ?? '', { size: 2 })
const clock = readSharedClock(pool)
const links = {
  caseUrl: (id: string) => id,
  acknowledgeUrl: (token: string) => token,
  consoleUrl: '',
}
const escalation = createEscalation(db, systemIds, links)

const step = async () => {
  await clock.look()
  await climbLadder({ clock, escalation })
  return false
}
const warn = (what: object, message: string) => process.stderr.write(`${message} ${String(what)}\n`)
runLoop('ladder', 50, step, { warn })
process.stdout.write('mulai\n')
