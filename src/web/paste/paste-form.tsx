import { useState } from 'preact/hooks'
import { pastePost } from '../api/posts.ts'
import type { Problem } from '../api/request.ts'
import { fieldMoment } from '../format/moments.ts'
import { Field } from '../parts/field.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { zone } from '../state/session.ts'
import { EMPTY_PASTE, type PasteFields, toPost, withLink } from './paste-fields.ts'
import { PlatformField } from './platform-field.tsx'
import { ScreenshotField } from './screenshot-field.tsx'

interface PasteFormProps {
  onSent: (sent: { postId: string; duplicate: boolean }) => void
}

export const PasteForm = ({ onSent }: PasteFormProps) => {
  const [fields, setFields] = useState<PasteFields>(EMPTY_PASTE)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const set = (patch: Partial<PasteFields>) => setFields((before) => ({ ...before, ...patch }))
  const send = async (event: Event) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const answer = await pastePost(toPost(fields, zone.value))
    setBusy(false)
    if (answer.kind === 'ok') onSent(answer.body)
    else setProblem(answer.problem)
  }
  return (
    <form class="paste-form" onSubmit={(event) => void send(event)}>
      <Field
        label="Tautan (bila ada)"
        hint="TikTok, Instagram, Facebook, YouTube, atau lainnya. Platform dikenali dari tautannya."
      >
        {(ids) => (
          <input
            {...ids}
            type="url"
            inputMode="url"
            pattern="https?://.+"
            maxLength={2_000}
            placeholder="https://www.tiktok.com/@…"
            value={fields.url}
            onInput={(event) => {
              const url = event.currentTarget.value
              setFields((before) => withLink(before, url))
            }}
          />
        )}
      </Field>
      <PostText value={fields.text} onInput={(text) => set({ text })} />
      <div class="field-row">
        <PlatformField value={fields.platform} onChange={(platform) => set({ platform })} />
        <AuthorField
          value={fields.authorHandle}
          onInput={(authorHandle) => set({ authorHandle })}
        />
        <TimeField value={fields.postedAt} onInput={(postedAt) => set({ postedAt })} />
      </div>
      <ScreenshotField value={fields.screenshot} onChange={(screenshot) => set({ screenshot })} />
      <ProblemNote problem={problem} />
      <div class="form-foot">
        <button type="submit" class="button button--main" disabled={busy}>
          {busy ? 'Mengirim…' : 'Kirim ke antrean'}
        </button>
      </div>
    </form>
  )
}

interface TextProps {
  value: string
  onInput: (value: string) => void
}

const PostText = ({ value, onInput }: TextProps) => (
  <Field
    label="Isi kiriman"
    hint="Salin apa adanya, termasuk salah ketik; jangan tambahkan data pribadi."
  >
    {(ids) => (
      <textarea
        {...ids}
        rows={5}
        required
        maxLength={8_000}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    )}
  </Field>
)

const AuthorField = ({ value, onInput }: TextProps) => (
  <Field label="Nama akun">
    {(ids) => (
      <input
        {...ids}
        maxLength={200}
        placeholder="@akun"
        autocomplete="off"
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    )}
  </Field>
)

const TimeField = ({ value, onInput }: TextProps) => (
  <Field label={`Waktu kiriman (${zone.value.label})`}>
    {(ids) => (
      <input
        {...ids}
        type="datetime-local"
        max={fieldMoment(new Date().toISOString(), zone.value)}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    )}
  </Field>
)
