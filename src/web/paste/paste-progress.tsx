import { OUTCOME_LABELS } from '../../core/post.ts'
import type { PostStatus } from '../api/wire.ts'
import { RaisePost } from '../ledger/raise-post.tsx'
import { Icon } from '../parts/icon.tsx'
import { isDecided, usePostStatus } from '../parts/use-post-status.ts'
import { hide } from '../state/dialogs.ts'
import { go } from '../state/navigation.ts'

interface PasteProgressProps {
  postId: string
  duplicate: boolean
  onAgain: () => void
}

export const PasteProgress = ({ postId, duplicate, onAgain }: PasteProgressProps) => {
  const status = usePostStatus(postId)
  return (
    <div class="paste-progress" role="status">
      {duplicate && (
        <p class="note-box">
          <Icon name="copy" /> Sudah ada: kiriman ini sudah pernah diterima, tidak disimpan dua
          kali.
        </p>
      )}
      <Outcome status={status} />
      <div class="form-foot">
        <button type="button" class="button" onClick={onAgain}>
          Tempel lagi
        </button>
        <button type="button" class="button button--bare" onClick={hide}>
          Tutup
        </button>
      </div>
    </div>
  )
}

const Outcome = ({ status }: { status: PostStatus | null }) => {
  if (!status || !isDecided(status)) {
    return <p class="waiting">Sedang dibaca: jenis, kategori, tempat, dan pengampunya…</p>
  }
  if (status.caseId) return <InCase caseId={status.caseId} status={status} />
  const end = status.stage === 'quarantined' ? 'quarantined' : (status.outcome ?? 'waiting')
  return (
    <>
      <p>
        <strong>{OUTCOME_LABELS[end]}.</strong>{' '}
        {end === 'case' && 'Kasusnya diampu OPD lain, sehingga tidak tampil di antrean Anda.'}
      </p>
      <Because reasons={status.because} />
      <RaisePost row={{ ...status, isRaw: false, alternatives: [] }} />
    </>
  )
}

const InCase = ({ caseId, status }: { caseId: string; status: PostStatus }) => {
  const openIt = () => {
    hide()
    go({ page: 'case', caseId })
  }
  return (
    <>
      <p class="done-line">
        <Icon name="check" /> Masuk ke kasus <strong>{status.caseCode}</strong>.
      </p>
      <Because reasons={status.because} />
      <button type="button" class="button button--main" onClick={openIt}>
        Buka kasus {status.caseCode}
      </button>
    </>
  )
}

const Because = ({ reasons }: { reasons: string[] }) => (
  <ul class="because">
    {reasons.map((reason) => (
      <li key={reason}>{reason}</li>
    ))}
  </ul>
)
