import type { Kind } from '../../core/reading.ts'
import type { CaseView } from '../api/wire.ts'
import { CategoryField } from '../parts/category-field.tsx'
import { KindField, kindWithin } from '../parts/kind-field.tsx'
import { ReasonField } from '../parts/reason-field.tsx'
import { work } from '../state/case-work.ts'
import { CaseForm } from './case-form.tsx'
import { useDraft } from './use-draft.ts'

/** What the reader thought of second and third is offered; all other categories by search. */
export const RecategoriseForm = ({ view }: { view: CaseView }) => {
  const current = view.case
  const { field, type, drop } = useDraft(current, 'recategorise')
  const chosen = field('category') || current.category
  const kind = kindWithin(chosen, (field('kind') || current.kind) as Kind)
  const save = () => {
    const reason = field('reason').trim()
    const said = { category: chosen, kind, ...(reason ? { reason } : {}) }
    return work(current, 'recategorise', said)
  }
  return (
    <CaseForm title="Betulkan kategori" submit="Simpan" onSubmit={save} onDone={drop}>
      <CategoryField
        proposed={proposedFor(view)}
        chosen={chosen}
        onChoose={(id) => type('category', id)}
      />
      <KindField category={chosen} kind={kind} onChoose={(wanted) => type('kind', wanted)} />
      <ReasonField value={field('reason')} onInput={(reason) => type('reason', reason)} />
    </CaseForm>
  )
}

const proposedFor = ({ case: current, posts }: CaseView): string[] => {
  const read = posts.find(({ reading }) => reading)?.reading?.alternatives ?? []
  return [...new Set([current.category, ...read])]
}
