import { PLATFORM_LABELS } from '../../core/post.ts'
import type { CaseView } from '../api/wire.ts'
import { safeLink } from '../format/links.ts'
import { copyText } from '../parts/copy-text.ts'
import { Check, Field } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { work } from '../state/case-work.ts'
import { notify } from '../state/notices.ts'
import { CaseForm } from './case-form.tsx'
import { useDraft } from './use-draft.ts'

/** The officer answers on the platform with the official account; here the answer is recorded. */
export const AnswerForm = ({ view }: { view: CaseView }) => {
  const current = view.case
  const { field, type, drop } = useDraft(current, 'answer')
  const final = field('final') === 'yes'
  const save = () => {
    const url = field('url').trim()
    const said = { text: field('text').trim(), url: url === '' ? null : url, final }
    return work(current, 'answer', said)
  }
  return (
    <CaseForm
      title="Tanggapi"
      submit="Catat tanggapan"
      onSubmit={save}
      onDone={drop}
      aside={<CopyAndOpen view={view} text={field('text')} />}
    >
      <Field
        label="Teks tanggapan"
        hint={`Sapa warga, sebut masalah dan tempatnya, apa yang dilakukan, oleh siapa, kapan, lalu kode lacak ${current.code}. Jangan meminta NIK, nomor telepon, atau diagnosis di kolom komentar.`}
      >
        {(ids) => (
          <textarea
            {...ids}
            rows={4}
            required
            maxLength={5_000}
            value={field('text')}
            onInput={(event) => type('text', event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label="Tautan balasan resmi (bila sudah terbit)">
        {(ids) => (
          <input
            {...ids}
            type="url"
            inputMode="url"
            pattern="https?://.+"
            placeholder="https://…"
            value={field('url')}
            onInput={(event) => type('url', event.currentTarget.value)}
          />
        )}
      </Field>
      <Check
        label="Jawaban final"
        hint="Tanpa centang dicatat sebagai jawaban sementara; tindak lanjut masih ditunggu."
        checked={final}
        onChange={(checked) => type('final', checked ? 'yes' : 'no')}
      />
    </CaseForm>
  )
}

const CopyAndOpen = ({ view, text }: { view: CaseView; text: string }) => {
  const post = view.posts.find(({ url }) => safeLink(url) !== null)
  const link = safeLink(post?.url ?? null)
  const copy = async () => {
    const copied = await copyText(text)
    if (copied) notify('info', 'Teks tanggapan tersalin.')
    else notify('refused', 'Teks tidak dapat disalin. Pilih teksnya lalu tekan Ctrl+C.')
  }
  if (!post || !link) {
    return (
      <button type="button" class="button" disabled={text === ''} onClick={() => void copy()}>
        <Icon name="copy" /> Salin teks
      </button>
    )
  }
  return (
    <a
      class="button"
      href={link}
      target="_blank"
      rel="noopener noreferrer"
      onClick={() => void copy()}
    >
      <Icon name="copy" /> Salin teks &amp; buka di {PLATFORM_LABELS[post.platform]}
    </a>
  )
}
