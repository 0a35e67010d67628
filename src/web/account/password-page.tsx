import { useState } from 'preact/hooks'
import { isStrongPassword } from '../../core/password-rule.ts'
import { setPassword } from '../api/account.ts'
import type { Problem } from '../api/request.ts'
import { ProblemNote } from '../parts/problem-note.tsx'
import { go } from '../state/navigation.ts'
import { notify } from '../state/notices.ts'
import { session } from '../state/session.ts'
import { Door } from './door.tsx'
import { knownUsername } from './known-username.ts'
import { PasswordField } from './password-field.tsx'
import { useInvitation } from './use-invitation.ts'

/** A person's own password, from the one-time link that an administrator handed over. */
export const PasswordPage = ({ token }: { token: string }) => {
  const invitation = useInvitation(token)
  return (
    <Door title="Buat kata sandi">
      {invitation?.kind === 'refused' && <ProblemNote problem={invitation.problem} />}
      {invitation?.kind === 'ok' && (
        <PasswordForm token={token} username={invitation.body.username ?? ''} />
      )}
    </Door>
  )
}

const PasswordForm = ({ token, username }: { token: string; username: string }) => {
  const [password, typePassword] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const save = async (event: Event) => {
    event.preventDefault()
    setBusy(true)
    const answer = await setPassword(token, password)
    setBusy(false)
    if (answer.kind === 'refused') return setProblem(answer.problem)
    knownUsername.value = answer.body.username
    session.value = { kind: 'signed-out' }
    notify('done', 'Kata sandi tersimpan. Silakan masuk.')
    go({ page: 'home' }, 'replace')
  }
  return (
    <form onSubmit={(event) => void save(event)}>
      <p>
        Nama pengguna Anda: <strong>{username}</strong>
      </p>
      <input
        class="off-screen"
        name="username"
        autocomplete="username"
        value={username}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <PasswordField value={password} onInput={typePassword} />
      <ProblemNote problem={problem} />
      <button
        type="submit"
        class="button button--main button--wide"
        disabled={busy || !isStrongPassword(password)}
      >
        Simpan kata sandi
      </button>
    </form>
  )
}
