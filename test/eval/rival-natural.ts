/** natural's BayesClassifier with its Indonesian stemmer, as its own pages show how to use it. */
import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js'
import stemmer from 'natural/lib/natural/stemmers/indonesian/stemmer_id.js'
import { memoryOf, processorTime } from './processor.ts'
import type { Lesson, Rival } from './rival.ts'

export function trainNatural(lessons: Lesson[]): Rival {
  const { megabytes, made } = memoryOf(() => processorTime(() => trained(lessons)))
  const { seconds, made: classifier } = made
  const rank = (texts: string[]) => texts.map((text) => ranked(classifier, text))
  return {
    name: "natural's Bayes + StemmerId",
    rank,
    timeOf: (texts) => processorTime(() => rank(texts)).seconds,
    slow: true,
    trainingSeconds: seconds,
    megabytes,
    notes: [`vocabulary of ${Object.keys(classifier.features).length} stems`],
  }
}

function trained(lessons: Lesson[]): BayesClassifier {
  const classifier = new BayesClassifier(stemmer)
  for (const { text, category } of lessons) classifier.addDocument(prepared(text), category)
  classifier.train()
  return classifier
}

function ranked(classifier: BayesClassifier, text: string): string[] {
  const all = classifier.getClassifications(prepared(text))
  return all.slice(0, 3).map(({ label }) => label)
}

/** A favour: its tokeniser drops capital letters out of words. */
const prepared = (text: string) => text.toLowerCase()
