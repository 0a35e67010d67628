import type { QueueName } from '../api/wire.ts'
import { formsFor } from '../case/case-forms.ts'
import { type Address, queueAddress } from '../state/address.ts'
import { claim, release } from '../state/case-work.ts'
import type { Form } from '../state/composer.ts'
import { form } from '../state/composer.ts'
import { aloud } from '../state/deed.ts'
import { dialog, show } from '../state/dialogs.ts'
import { declinePair, mergeIn } from '../state/join-cases.ts'
import { address, go } from '../state/navigation.ts'
import { holderOf, openCase } from '../state/open-case.ts'
import { queues } from '../state/queue-counts.ts'
import { loadFirst } from '../state/queue-list.ts'
import { closeCase, openUnderCursor, standNowhere, step } from '../state/row-cursor.ts'
import { may } from '../state/session.ts'
import { toggleExplained } from '../state/word-by-word.ts'
import { type KeyCommand, readKey } from './key-map.ts'
import { stepLedger } from './step-ledger.ts'

const PAIR_MILLISECONDS = 1_200

/** Single keys work while nobody types and nothing lies over the page. */
export const listenToKeys = (): (() => void) => {
  let before = ''
  let timer: ReturnType<typeof setTimeout> | undefined

  const hear = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    if (dialog.value || document.querySelector('dialog[open]')) return
    if (isTyping(event.target)) return leaveField(event)
    const reading = readKey(before, event.key)
    before = reading.kind === 'pending' ? reading.pressed : ''
    clearTimeout(timer)
    timer = setTimeout(() => {
      before = ''
    }, PAIR_MILLISECONDS)
    if (reading.kind !== 'command') return
    event.preventDefault()
    obey(reading.command)
  }

  addEventListener('keydown', hear)
  return () => removeEventListener('keydown', hear)
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')

/** Esc leaves the field first; only the next one leaves the case. */
const leaveField = ({ key, target }: KeyboardEvent): void => {
  if (key === 'Escape' && target instanceof HTMLElement) target.blur()
}

const obey = (command: KeyCommand): void => COMMANDS[command]()

const goTo = (queue: QueueName) => () => {
  if (queues.value.some(({ name }) => name === queue)) enter(queueAddress(queue))
}

const enter = (to: Address) => {
  standNowhere()
  go(to)
}

const stepBy = (by: 1 | -1) => () => (address.value.page === 'ledger' ? stepLedger : step)(by)

const compose = (wanted: Form) => () => {
  const shown = openCase.value
  if (shown.kind === 'ready' && formsFor(shown.view.case).includes(wanted)) form.value = wanted
}

const claimOrRelease = () => {
  const shown = openCase.value
  if (shown.kind !== 'ready' || !may('case:work')) return
  const current = shown.view.case
  const { kind } = holderOf(current)
  if (kind === 'nobody') void claim(current)
  if (kind === 'me') void release(current)
}

/** The likeliest of those that may be the same: what its two buttons do. */
const judge = (verdict: typeof mergeIn) => () => {
  const shown = openCase.value
  if (shown.kind !== 'ready' || !may('case:work') || form.value) return
  const [first] = shown.view.suggestions
  if (first) void aloud(verdict(shown.view.case, first.id))
}

const back = () => {
  if (form.value) form.value = null
  else closeCase()
}

const COMMANDS: Record<KeyCommand, () => void> = {
  next: stepBy(1),
  previous: stepBy(-1),
  open: openUnderCursor,
  back,
  claim: claimOrRelease,
  answer: compose('answer'),
  'follow-up': compose('follow-up'),
  note: compose('note'),
  transfer: compose('transfer'),
  recategorise: compose('recategorise'),
  merge: compose('merge'),
  split: compose('split'),
  same: judge(mergeIn),
  'not-same': judge(declinePair),
  resolve: compose('resolve'),
  why: () => openCase.value.kind === 'ready' && toggleExplained(),
  paste: () => may('post:paste') && show('paste'),
  search: () => document.querySelector<HTMLInputElement>('#queue-search')?.focus(),
  refresh: () => void (address.value.page === 'queue' && loadFirst()),
  'go-queue': () => enter({ page: 'home' }),
  'go-triage': goTo('triage'),
  'go-late': goTo('late'),
  'go-ledger': () => may('ledger:read') && go({ page: 'ledger' }),
  sheet: () => show('keys'),
}
