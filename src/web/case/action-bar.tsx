import type { Case } from '../api/wire.ts'
import { Icon, type IconName } from '../parts/icon.tsx'
import { claim, release } from '../state/case-work.ts'
import { type Form, form } from '../state/composer.ts'
import { holderOf } from '../state/open-case.ts'
import { may } from '../state/session.ts'
import { formsFor } from './case-forms.ts'

/** The verdicts, within reach of a thumb. */
export const ActionBar = ({ current }: { current: Case }) => {
  const offered = formsFor(current)
  if (offered.length === 0) return null
  return (
    <div class="action-bar" role="toolbar" aria-label="Tindakan">
      <ClaimButton current={current} />
      {offered.map((name) => (
        <FormButton key={name} name={name} />
      ))}
    </div>
  )
}

const FORM_BUTTONS: Record<Form, { icon: IconName; label: () => string; key: string }> = {
  answer: { icon: 'reply', label: () => 'Tanggapi', key: 'r' },
  'follow-up': { icon: 'tool', label: () => 'Tindak lanjut', key: 'f' },
  note: { icon: 'note', label: () => 'Catatan', key: 'n' },
  transfer: {
    icon: 'send',
    label: () => (may('case:triage') ? 'Teruskan' : 'Kembalikan'),
    key: 't',
  },
  recategorise: { icon: 'tag', label: () => 'Betulkan kategori', key: 'b' },
  merge: { icon: 'plus', label: () => 'Gabungkan', key: 'm' },
  split: { icon: 'copy', label: () => 'Pisahkan', key: 's' },
  dismiss: { icon: 'stop', label: () => 'Bukan aduan', key: '' },
  resolve: { icon: 'check', label: () => 'Selesai', key: 'e' },
  reopen: { icon: 'redo', label: () => 'Buka kembali', key: '' },
}

const FormButton = ({ name }: { name: Form }) => {
  const { icon, label, key } = FORM_BUTTONS[name]
  const open = form.value === name
  return (
    <button
      type="button"
      class={`button action action--${name}`}
      aria-expanded={open}
      {...(key ? { 'aria-keyshortcuts': key } : {})}
      onClick={() => {
        form.value = open ? null : name
      }}
    >
      <Icon name={icon} /> {label()}
      {key && (
        <span class="key" aria-hidden="true">
          {key}
        </span>
      )}
    </button>
  )
}

const ClaimButton = ({ current }: { current: Case }) => {
  const holder = holderOf(current)
  if (!may('case:work') || !formsFor(current).includes('answer')) return null
  if (holder.kind === 'me') {
    return (
      <button type="button" class="button action" onClick={() => void release(current)}>
        <Icon name="hand" /> Lepas{' '}
        <span class="key" aria-hidden="true">
          c
        </span>
      </button>
    )
  }
  const taken = holder.kind === 'other'
  return (
    <button
      type="button"
      class="button button--main action"
      disabled={taken}
      title={taken ? `Sedang dikerjakan ${holder.name}` : undefined}
      onClick={() => void claim(current)}
    >
      <Icon name="hand" /> Ambil{' '}
      <span class="key" aria-hidden="true">
        c
      </span>
    </button>
  )
}
