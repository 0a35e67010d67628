/** Whose desk a post lands on, for posts whose owner within a government is known. */
import type { Government } from '../../../src/core/configuration.ts'
import type { Answer } from '../by-writer.ts'
import { tellWrong } from '../confusion.ts'
import type { Sheet } from '../sheet.ts'
import { type SecretCategories, secrecyOf } from './confidential.ts'

interface OwnerQuestion {
  governments: Government[]
  secrets: SecretCategories
  show: boolean
}

export function tellOwners(sheet: Sheet, answers: Answer[], question: OwnerQuestion): void {
  sheet.heading('owner')
  const own = answers.filter(({ post }) => post.government && post.owner !== undefined)
  const owned = own.filter(({ post }) => post.owner !== null)
  const routed = owned.filter(isRouted)
  const right = routed.filter(isOwner)
  const free = own.filter(({ post }) => post.owner === null)
  sheet.share('right owner, of the auto-routed', right.length, routed.length)
  sheet.share('auto-routed, of those that have an owner', routed.length, owned.length)
  sheet.share('right proposal, auto-routed or not', owned.filter(isOwner).length, owned.length)
  sheet.share('auto-routed though nobody owns it', free.filter(isRouted).length, free.length)
  tellAccused(sheet, own, question)
  tellWrong(
    sheet,
    routed.filter((answer) => !isOwner(answer)),
    {
      show: question.show,
      pair: ({ post, reading }) => `${post.owner} → ${reading.agency}`,
    },
  )
}

export const isRouted = ({ reading }: Answer) =>
  reading.routed && reading.agency !== null && reading.agency !== 'triage'

export const isOwner = ({ post, reading }: Answer) => reading.agency === post.owner

/** An allegation that the inspectorate should see and another agency of the same house gets. */
function tellAccused(sheet: Sheet, answers: Answer[], { governments, secrets }: OwnerQuestion) {
  const houseOf = ({ post }: Answer) => governments.find(({ id }) => id === post.government)
  const integrity = answers.filter(
    (answer) =>
      secrecyOf(answer.post, secrets) === 'integrity' &&
      answer.post.owner === houseOf(answer)?.inspectorate,
  )
  const astray = integrity.filter((answer) => {
    const house = houseOf(answer)
    const toAgency = house?.agencies.some(({ id }) => id === answer.reading.agency)
    return toAgency && answer.reading.agency !== house?.inspectorate
  })
  sheet.share('integrity: to another agency, perhaps the accused', astray.length, integrity.length)
  const elsewhere = integrity.filter((each) => !isOwner(each) && !astray.includes(each))
  sheet.share(
    'integrity: not to the inspectorate, to no agency',
    elsewhere.length,
    integrity.length,
  )
  for (const { post, reading } of astray) sheet.line(`${post.id} → ${reading.agency}`)
}
