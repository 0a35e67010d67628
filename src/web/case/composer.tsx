import type { CaseView } from '../api/wire.ts'
import { form } from '../state/composer.ts'
import { AnswerForm } from './answer-form.tsx'
import { FollowUpForm } from './follow-up-form.tsx'
import { MergeForm } from './merge-form.tsx'
import { NoteForm } from './note-form.tsx'
import { ReasonForm } from './reason-form.tsx'
import { RecategoriseForm } from './recategorise-form.tsx'
import { ResolveForm } from './resolve-form.tsx'
import { SplitForm } from './split-form.tsx'
import { TransferForm } from './transfer-form.tsx'

export const Composer = ({ view }: { view: CaseView }) => {
  const current = view.case
  switch (form.value) {
    case null:
      return null
    case 'answer':
      return <AnswerForm key="answer" view={view} />
    case 'follow-up':
      return <FollowUpForm key="follow-up" current={current} />
    case 'note':
      return <NoteForm key="note" current={current} />
    case 'transfer':
      return <TransferForm key="transfer" current={current} />
    case 'recategorise':
      return <RecategoriseForm key="recategorise" view={view} />
    case 'merge':
      return <MergeForm key="merge" current={current} />
    case 'split':
      return <SplitForm key="split" view={view} />
    case 'dismiss':
      return <ReasonForm key="dismiss" current={current} verb="dismiss" />
    case 'reopen':
      return <ReasonForm key="reopen" current={current} verb="reopen" />
    case 'resolve':
      return <ResolveForm key="resolve" current={current} />
  }
}
