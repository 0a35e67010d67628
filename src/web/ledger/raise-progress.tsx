import { useEffect, useRef, useState } from 'preact/hooks'
import type { PostStatus } from '../api/wire.ts'
import { Icon } from '../parts/icon.tsx'
import { isDecided, usePostStatus } from '../parts/use-post-status.ts'
import { type Address, pathOf } from '../state/address.ts'
import { aloud } from '../state/deed.ts'
import { hide } from '../state/dialogs.ts'
import { follow } from '../state/navigation.ts'
import { type Raised, raisedAs, undoRaising } from '../state/raised-post.ts'

/** Follows the raised post into its case; from there its officer goes on, or takes it back. */
export const RaiseProgress = ({ postId }: { postId: string }) => {
  const status = usePostStatus(postId)
  const ref = useRef<HTMLDivElement>(null)
  // the form and the button that were pressed are gone: the next Tab goes on from here
  const stand = () => ref.current?.focus()
  useEffect(stand, [])
  return (
    <div ref={ref} class="note-box raised" role="status" tabIndex={-1}>
      <Whereabouts postId={postId} status={status} onUndone={stand} />
    </div>
  )
}

interface WhereaboutsProps {
  postId: string
  status: PostStatus | null
  onUndone: () => void
}

const Whereabouts = ({ status, ...more }: WhereaboutsProps) => {
  if (!status || !isDecided(status)) return <span>Sedang dibaca ulang sebagai aduan…</span>
  if (status.caseId) return <InCase {...more} caseId={status.caseId} />
  if (status.outcome === 'case')
    return <span>Masuk ke kasus milik OPD lain, sehingga tidak tampil di antrean Anda.</span>
  return <span>Kiriman ini belum dapat dibaca ulang. Muat ulang halaman untuk melihatnya.</span>
}

interface InCaseProps {
  postId: string
  caseId: string
  onUndone: () => void
}

const InCase = ({ postId, caseId, onUndone }: InCaseProps) => {
  const raised = useRaised(caseId, postId)
  const [isUndone, setUndone] = useState(false)
  if (!raised) return <span>Masuk ke antrean…</span>
  const { code } = raised.case
  const to = { page: 'case', caseId } as const
  const undo = async () => {
    const doing = undoRaising(caseId, postId)
    await aloud(doing)
    if ((await doing).kind === 'refused') return
    setUndone(true)
    onUndone()
  }
  return (
    <>
      <span>
        <Icon name="check" /> {sentenceOf(raised, isUndone)}
      </span>
      <a class="button" href={pathOf(to)} onClick={leaveFor(to)}>
        Buka kasus {code}
      </a>
      {raised.opening && !isUndone && (
        <button type="button" class="button" onClick={() => void undo()}>
          Urungkan
        </button>
      )}
    </>
  )
}

/** It may stand in the dialog of pasting. */
const leaveFor = (to: Address) => (event: MouseEvent) => {
  follow(to)(event)
  if (event.defaultPrevented) hide()
}

const sentenceOf = ({ case: { code }, opening }: Raised, isUndone: boolean): string => {
  if (isUndone) return `Diurungkan: kasus ${code} kembali menjadi bukan layanan.`
  return opening
    ? `Menjadi kasus ${code}.`
    : `Bergabung ke kasus ${code}. Bila keliru, pisahkan kirimannya di kasus itu.`
}

const useRaised = (caseId: string, postId: string): Raised | null => {
  const [raised, setRaised] = useState<Raised | null>(null)
  useEffect(() => {
    void raisedAs(caseId, postId).then(setRaised)
  }, [caseId, postId])
  return raised
}
