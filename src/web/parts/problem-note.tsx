import { type Problem, sentenceOf } from '../api/request.ts'
import { Icon } from './icon.tsx'

/** Why something did not work, where the eye already is. */
export const ProblemNote = ({ problem }: { problem: Problem | null }) =>
  problem && (
    <p class="problem" role="alert">
      <Icon name="alert" /> {sentenceOf(problem)}
    </p>
  )
