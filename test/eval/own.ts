/** The own test split, by writer: every figure that the labels of the corpus allow. */
import type { Bench } from './bench.ts'
import { tellWrong } from './confusion.ts'
import { tellCalibration } from './figures/calibration.ts'
import { tellChildren } from './figures/children.ts'
import { secretCategories, tellConfidential } from './figures/confidential.ts'
import { tellGate } from './figures/gate.ts'
import { tellLanguages } from './figures/languages.ts'
import { tellOwners } from './figures/owners.ts'
import { tellPlaces } from './figures/places.ts'
import { isRight, isRightKind, serviceOf, tellTopic } from './figures/topic.ts'
import { tellUrgency } from './figures/urgency.ts'

export async function measureOwn({ sheet, options, ground, answers: read }: Bench): Promise<void> {
  sheet.section('own test split, by writer')
  const answers = await read()
  const { show } = options
  const { taxonomy, governments } = ground.configuration
  const secrets = secretCategories(taxonomy)
  tellGate(sheet, answers, show)
  tellTopic(sheet, answers)
  tellCalibration(sheet, answers)
  tellOwners(sheet, answers, { governments, secrets, show })
  tellUrgency(sheet, answers, show)
  tellConfidential(sheet, answers, { secrets, show })
  tellPlaces(sheet, answers, show)
  tellChildren(sheet, answers)
  tellLanguages(sheet, answers, secrets)
  sheet.heading('worst confusions of category (service matter)')
  tellWrong(
    sheet,
    serviceOf(answers).filter((each) => !isRight(each)),
    {
      show,
      pair: ({ post, reading }) => `${post.category} → ${reading.category}`,
    },
  )
  sheet.heading('worst confusions of kind')
  tellWrong(
    sheet,
    answers.filter((each) => !isRightKind(each)),
    {
      show,
      pair: ({ post, reading }) => `${post.kind} → ${reading.kind}`,
    },
  )
}
