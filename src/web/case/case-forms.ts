/** Which forms a case offers to this viewer: the life cycle of core and the rights decide. */
import { type CaseMove, next } from '../../core/case-state.ts'
import type { Right } from '../../core/roles.ts'
import type { Case } from '../api/wire.ts'
import type { Form } from '../state/composer.ts'
import { may } from '../state/session.ts'

const NEEDS: [Form, Right, CaseMove | null][] = [
  ['answer', 'case:work', 'work'],
  ['follow-up', 'case:work', 'work'],
  ['note', 'case:work', null],
  ['transfer', 'case:transfer', 'return'],
  ['recategorise', 'case:work', 'return'],
  ['merge', 'case:work', 'merge'],
  ['split', 'case:work', 'merge'],
  ['resolve', 'case:work', 'resolve'],
  ['dismiss', 'case:work', 'dismiss'],
  ['reopen', 'case:reopen', 'reopen'],
]

export const formsFor = ({ state }: Pick<Case, 'state'>): Form[] =>
  NEEDS.filter(
    ([, right, move]) => may(right) && (!move || next(state, move).kind === 'moved'),
  ).map(([name]) => name)
