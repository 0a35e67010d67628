/** How soon, and at which level of government. */
import type { Answer } from '../by-writer.ts'
import { tellEach } from '../confusion.ts'
import type { Sheet } from '../sheet.ts'
import { serviceOf } from './topic.ts'

export function tellUrgency(sheet: Sheet, answers: Answer[], show: boolean): void {
  sheet.heading('urgency and authority')
  const service = serviceOf(answers)
  const tell = (name: string, list: Answer[], right: (answer: Answer) => boolean) =>
    sheet.share(name, list.filter(right).length, list.length)
  const isP1 = ({ reading }: Answer) => reading.urgency === 'P1'
  const emergencies = answers.filter(({ post }) => post.kind === 'emergency')
  tell('urgency (service matter)', service, ({ post, reading }) => reading.urgency === post.urgency)
  tell('authority (service matter)', service, isRightAuthority)
  tell('emergencies read as P1', emergencies, isP1)
  tell('emergencies read as P1 or P2', emergencies, isUrgent)
  tell('P1 precision', answers.filter(isP1), ({ post }) => post.kind === 'emergency')
  const missed = emergencies.filter((answer) => !isUrgent(answer))
  tellEach(sheet, 'emergencies read as P3 or P4', missed, show)
  const alarms = answers.filter((each) => isP1(each) && each.post.kind !== 'emergency')
  tellEach(sheet, 'false P1', alarms, show)
}

export const isUrgent = ({ reading }: Answer) =>
  reading.urgency === 'P1' || reading.urgency === 'P2'

const isRightAuthority = ({ post, reading }: Answer) => reading.authority === post.authority
