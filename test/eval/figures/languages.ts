/** The main figures apart for each language: the average hides the small ones. */
import type { Answer } from '../by-writer.ts'
import { bootstrap } from '../interval.ts'
import type { Sheet } from '../sheet.ts'
import { type SecretCategories, secrecyOf } from './confidential.ts'
import { comesIn, isActionable } from './gate.ts'
import { macroF1 } from './macro-f1.ts'
import { isOwner, isRouted } from './owners.ts'
import { isPlaceFound } from './places.ts'
import { isRight, isRightKind, saidOf, serviceOf } from './topic.ts'
import { isUrgent } from './urgency.ts'

/** Fewer posts than this say nothing of a language. */
const ENOUGH = 20

interface Question {
  name: string
  of: (answers: Answer[]) => Answer[]
  right: (answer: Answer) => boolean
}

export function tellLanguages(sheet: Sheet, answers: Answer[], secrets: SecretCategories): void {
  sheet.heading('languages')
  const languages = [...new Set(answers.map(({ post }) => post.language))].sort()
  for (const language of languages) {
    const own = answers.filter(({ post }) => post.language === language)
    if (own.length < ENOUGH) sheet.line(`${language}: left out, ${own.length} posts only`)
    else tellLanguage(sheet, language, own, questionsOf(secrets))
  }
}

function tellLanguage(sheet: Sheet, language: string, own: Answer[], questions: Question[]): void {
  const thin = questions.filter(({ of }) => of(own).length < ENOUGH)
  for (const { name, of, right } of questions.filter((each) => !thin.includes(each)))
    sheet.share(`${language}: ${name}`, of(own).filter(right).length, of(own).length)
  const pairs = own.map(saidOf)
  const value = macroF1(pairs)
  const name = `${language}: macro-F1 (all)`
  sheet.figure({ name, value, n: pairs.length, ...bootstrap(pairs, macroF1) })
  const left = thin.map(({ name, of }) => `${name} ${of(own).length}`).join(', ')
  if (left) sheet.line(`${language}: too few to say, ${left}`)
}

function questionsOf(secrets: SecretCategories): Question[] {
  const secret = ({ post }: Answer) =>
    ['integrity', 'violence'].includes(secrecyOf(post, secrets) ?? '')
  const owned = ({ post }: Answer) => !!post.government && !!post.owner
  return [
    { name: 'category (service matter)', of: serviceOf, right: isRight },
    { name: 'kind', of: (all) => all, right: isRightKind },
    {
      name: 'gate recall',
      of: (all) => all.filter(({ post }) => isActionable(post)),
      right: ({ reading }) => comesIn(reading),
    },
    {
      name: 'noise let through',
      of: (all) => all.filter(({ post }) => post.kind === 'irrelevant'),
      right: ({ reading }) => comesIn(reading),
    },
    {
      name: 'marked confidential: integrity and violence',
      of: (all) => all.filter(secret),
      right: ({ reading }) => reading.confidential,
    },
    {
      name: 'emergencies read as P1 or P2',
      of: (all) => all.filter(({ post }) => post.kind === 'emergency'),
      right: isUrgent,
    },
    {
      name: 'place found, nationwide (service matter)',
      of: (all) => serviceOf(all).filter(({ post }) => post.place),
      right: ({ post, nationwide }) => isPlaceFound(post, nationwide),
    },
    {
      name: 'right owner, of the auto-routed',
      of: (all) => all.filter((each) => owned(each) && isRouted(each)),
      right: isOwner,
    },
  ]
}
