/** The main figures apart for each language: the average hides the small ones. */
import type { Answer } from '../by-writer.ts'
import type { Sheet } from '../sheet.ts'
import { comesIn, isActionable } from './gate.ts'
import { isRight, isRightKind, serviceOf } from './topic.ts'

export function tellLanguages(sheet: Sheet, answers: Answer[]): void {
  sheet.heading('languages')
  const languages = [...new Set(answers.map(({ post }) => post.language))].sort()
  for (const language of languages) {
    const own = answers.filter(({ post }) => post.language === language)
    const tell = (name: string, list: Answer[], right: (answer: Answer) => boolean) =>
      sheet.share(`${language}: ${name}`, list.filter(right).length, list.length)
    tell('category (service matter)', serviceOf(own), isRight)
    tell('kind', own, isRightKind)
    const wanted = own.filter(({ post }) => isActionable(post))
    tell('gate recall', wanted, ({ reading }) => comesIn(reading))
    const noise = own.filter(({ post }) => post.kind === 'irrelevant')
    tell('noise let through', noise, ({ reading }) => comesIn(reading))
  }
}
