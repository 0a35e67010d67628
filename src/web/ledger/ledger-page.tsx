import { useEffect, useState } from 'preact/hooks'
import { OUTCOME_LABELS, PLATFORM_LABELS } from '../../core/post.ts'
import { listLedger } from '../api/posts.ts'
import type { Problem } from '../api/request.ts'
import type { LedgerRow } from '../api/wire.ts'
import { CaseMarks } from '../parts/case-marks.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import { Moment } from '../parts/moment.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { Choice } from '../queue/choice.tsx'
import { RaisePost } from './raise-post.tsx'

type End = keyof typeof OUTCOME_LABELS

const ENDS: End[] = [
  'out-of-area',
  'not-a-service',
  'counted-only',
  'quarantined',
  'waiting',
  'removed',
]

/** Nothing is dropped silently: every post that is in no case, and why. */
export const LedgerPage = () => {
  const [outcome, setOutcome] = useState('')
  const { rows, next, problem, more } = useLedger(outcome)
  return (
    <main class="page">
      <header class="page-head">
        <div>
          <h1>Di luar antrean</h1>
          <p class="muted">Setiap kiriman yang tidak masuk antrean, beserta alasannya.</p>
        </div>
        <Choice
          label="Hasil"
          value={outcome}
          options={ENDS.map((end) => ({ value: end, label: OUTCOME_LABELS[end] }))}
          onChange={setOutcome}
        />
      </header>
      <ProblemNote problem={problem} />
      {rows?.length === 0 && (
        <EmptyState title="Tidak ada kiriman di luar antrean">
          Kiriman dari luar wilayah, bukan layanan, atau yang perlu ditinjau akan tercatat di sini.
        </EmptyState>
      )}
      <ul class="ledger">
        {rows?.map((row) => (
          <Entry key={row.id} row={row} />
        ))}
      </ul>
      {next && (
        <button type="button" class="button more-rows" onClick={more}>
          Muat lagi
        </button>
      )}
    </main>
  )
}

const endOf = ({ stage, outcome }: LedgerRow): End =>
  stage === 'quarantined' ? 'quarantined' : (outcome ?? 'waiting')

const Entry = ({ row }: { row: LedgerRow }) => (
  <li class="ledger-row">
    <p class="ledger-head">
      <span class={`outcome outcome--${endOf(row)}`}>{OUTCOME_LABELS[endOf(row)]}</span>
      <span class="platform">{PLATFORM_LABELS[row.platform]}</span>
      <CaseMarks row={{ confidential: false, history: false, sample: row.sample }} />
      {row.isPart && <span class="muted">bagian dari kiriman lain</span>}
      <span class="muted">
        <Moment at={row.postedAt ?? row.receivedAt} />
      </span>
    </p>
    <p class="ledger-text">{row.text}</p>
    <p class="because-line">{row.because.join(' · ')}</p>
    <RaisePost row={row} />
  </li>
)

const useLedger = (outcome: string) => {
  const [rows, setRows] = useState<LedgerRow[] | null>(null)
  const [next, setNext] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const load = async (cursor: string | null, before: LedgerRow[]) => {
    const answer = await listLedger(outcome, cursor)
    if (answer.kind === 'refused') return setProblem(answer.problem)
    setProblem(null)
    setRows([...before, ...answer.body.items])
    setNext(answer.body.next)
  }
  useEffect(() => {
    setRows(null)
    setNext(null)
    void load(null, [])
  }, [outcome])
  return { rows, next, problem, more: () => void load(next, rows ?? []) }
}
