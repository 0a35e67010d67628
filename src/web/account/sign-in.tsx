import { useState } from 'preact/hooks'
import { signIn } from '../api/account.ts'
import type { Problem } from '../api/request.ts'
import { Field } from '../parts/field.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { recogniseViewer } from '../state/session.ts'
import { Door } from './door.tsx'
import { knownUsername } from './known-username.ts'

export const SignIn = () => {
  const [username, setUsername] = useState(knownUsername.value)
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const enter = async (event: Event) => {
    event.preventDefault()
    setBusy(true)
    const answer = await signIn(username.trim(), password)
    if (answer.kind === 'ok') await recogniseViewer()
    else setProblem(answer.problem)
    setBusy(false)
  }
  return (
    <Door title="Masuk">
      <form onSubmit={(event) => void enter(event)}>
        <Field label="Nama pengguna">
          {(ids) => (
            <input
              {...ids}
              name="username"
              autocomplete="username"
              autocapitalize="none"
              spellcheck={false}
              required
              value={username}
              onInput={(event) => setUsername(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label="Kata sandi">
          {(ids) => (
            <input
              {...ids}
              name="password"
              type="password"
              autocomplete="current-password"
              required
              value={password}
              onInput={(event) => setPassword(event.currentTarget.value)}
            />
          )}
        </Field>
        <ProblemNote problem={problem} />
        <button type="submit" class="button button--main button--wide" disabled={busy}>
          {busy ? 'Memeriksa…' : 'Masuk'}
        </button>
        <p class="hint">
          Lupa kata sandi? Minta tautan baru kepada admin sistem pemerintah daerah Anda.
        </p>
      </form>
    </Door>
  )
}
