import { useEffect, useRef, useState } from 'preact/hooks'
import type { LedgerRow } from '../api/wire.ts'
import { may } from '../state/session.ts'
import { RaiseForm } from './raise-form.tsx'
import { RaiseProgress } from './raise-progress.tsx'

export type RaisableRow = Pick<LedgerRow, 'id' | 'stage' | 'outcome' | 'isRaw' | 'alternatives'>

/** The reader kept it out and was wrong: the officer says what it is about, and it goes into the queue. */
export const RaisePost = ({ row }: { row: RaisableRow }) => {
  const [step, setStep] = useState<'closed' | 'open' | 'left' | 'raised'>('closed')
  if (step === 'raised') return <RaiseProgress postId={row.id} />
  if (!may('case:work') || !isReadable(row)) return null
  if (row.isRaw) return <p class="because-line">{NEVER_A_POST}</p>
  if (step === 'open')
    return (
      <RaiseForm row={row} onRaised={() => setStep('raised')} onCancel={() => setStep('left')} />
    )
  return <OpenButton wasOpen={step === 'left'} onOpen={() => setStep('open')} />
}

const NEVER_A_POST =
  'Baris ini rusak dan tidak pernah menjadi kiriman. Bila isinya aduan, tempel teksnya (p) sebagai kiriman baru.'

/** What waits is being read, and of what was removed nothing is left to read. */
const isReadable = ({ stage, outcome }: RaisableRow): boolean =>
  stage === 'quarantined' || (stage === 'read' && outcome !== 'removed' && outcome !== 'case')

/** Who leaves the form stands where they came from. */
const OpenButton = ({ wasOpen, onOpen }: { wasOpen: boolean; onOpen: () => void }) => {
  const ref = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (wasOpen) ref.current?.focus()
  }, [wasOpen])
  return (
    <button ref={ref} type="button" class="button button--bare" onClick={onOpen}>
      Ini aduan
    </button>
  )
}
