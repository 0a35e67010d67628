/** Our whole reading (places, urgency, owner, reasons), though only its category is compared. */
import type { Ground } from './ground.ts'
import type { EvalPost } from './posts.ts'
import { memoryOf, processorTime } from './processor.ts'
import type { Rival } from './rival.ts'

export function trainReader(ground: Ground, training: EvalPost[]): Rival {
  const { seconds, made: model } = processorTime(() => ground.train(training))
  const { megabytes, made: reader } = memoryOf(() => ground.readerOf(model, null))
  const rank = (texts: string[]) => texts.map((text) => reader.read({ id: 'x', text }).alternatives)
  return {
    name: 'Tanggap, the whole reading',
    rank,
    timeOf: (texts) => processorTime(() => rank(texts)).seconds,
    slow: false,
    trainingSeconds: seconds,
    megabytes,
    notes: ['its training includes what measures its confidence'],
  }
}
