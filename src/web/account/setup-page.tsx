import { useState } from 'preact/hooks'
import { isStrongPassword } from '../../core/password-rule.ts'
import { makeFirstAdministrator } from '../api/account.ts'
import type { Problem } from '../api/request.ts'
import type { Invitation } from '../api/wire.ts'
import { Check, Field } from '../parts/field.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { go } from '../state/navigation.ts'
import { recogniseViewer } from '../state/session.ts'
import { Door } from './door.tsx'
import { PasswordField } from './password-field.tsx'
import { useInvitation } from './use-invitation.ts'

/** The first administrator, from the one-time link that the server printed at its first start. */
export const SetupPage = ({ token }: { token: string }) => {
  const invitation = useInvitation(token)
  return (
    <Door title="Siapkan Tanggap">
      {invitation?.kind === 'refused' && <ProblemNote problem={invitation.problem} />}
      {invitation?.kind === 'ok' && <SetupForm token={token} invitation={invitation.body} />}
    </Door>
  )
}

const EMPTY = { governmentId: '', name: '', username: '', password: '', alsoCoordinator: true }

const SetupForm = ({ token, invitation }: { token: string; invitation: Invitation }) => {
  const first = invitation.governments[0]?.id ?? ''
  const [fields, setFields] = useState({ ...EMPTY, governmentId: first })
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const set = (patch: Partial<typeof fields>) => setFields((before) => ({ ...before, ...patch }))
  const begin = async (event: Event) => {
    event.preventDefault()
    setBusy(true)
    const answer = await makeFirstAdministrator({ token, ...fields, name: fields.name.trim() })
    if (answer.kind === 'ok') {
      go({ page: 'home' }, 'replace')
      await recogniseViewer()
      return
    }
    setProblem(answer.problem)
    setBusy(false)
  }
  return (
    <form onSubmit={(event) => void begin(event)}>
      <p class="muted">Anda menjadi admin pertama. Tautan ini hanya berlaku satu kali.</p>
      <GovernmentField
        governments={invitation.governments}
        value={fields.governmentId}
        onChange={(governmentId) => set({ governmentId })}
      />
      <NameField value={fields.name} onInput={(name) => set({ name })} />
      <UsernameField value={fields.username} onInput={(username) => set({ username })} />
      <PasswordField value={fields.password} onInput={(password) => set({ password })} />
      <Check
        label="Saya juga koordinator: melihat semua kasus"
        hint="Tanpa centang, Anda hanya mengelola pengguna, sumber, dan saluran."
        checked={fields.alsoCoordinator}
        onChange={(alsoCoordinator) => set({ alsoCoordinator })}
      />
      <ProblemNote problem={problem} />
      <button
        type="submit"
        class="button button--main button--wide"
        disabled={busy || !isStrongPassword(fields.password)}
      >
        {busy ? 'Menyiapkan…' : 'Mulai'}
      </button>
    </form>
  )
}

interface GovernmentFieldProps {
  governments: Invitation['governments']
  value: string
  onChange: (governmentId: string) => void
}

const GovernmentField = ({ governments, value, onChange }: GovernmentFieldProps) => (
  <Field label="Pemerintah daerah">
    {(ids) => (
      <select {...ids} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {governments.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    )}
  </Field>
)

interface TextProps {
  value: string
  onInput: (value: string) => void
}

const NameField = ({ value, onInput }: TextProps) => (
  <Field label="Nama Anda">
    {(ids) => (
      <input
        {...ids}
        autocomplete="name"
        required
        maxLength={120}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    )}
  </Field>
)

const UsernameField = ({ value, onInput }: TextProps) => (
  <Field
    label="Nama pengguna"
    hint="3–40 huruf kecil, angka, titik, garis bawah, atau tanda hubung."
  >
    {(ids) => (
      <input
        {...ids}
        autocomplete="username"
        autocapitalize="none"
        spellcheck={false}
        required
        pattern="[a-z0-9._\-]{3,40}"
        value={value}
        onInput={(event) => onInput(event.currentTarget.value.toLowerCase())}
      />
    )}
  </Field>
)
