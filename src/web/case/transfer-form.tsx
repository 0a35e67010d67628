import type { Case } from '../api/wire.ts'
import { Field } from '../parts/field.tsx'
import { work } from '../state/case-work.ts'
import { may, reference } from '../state/session.ts'
import { CaseForm } from './case-form.tsx'
import { useDraft } from './use-draft.ts'

/**
 * A coordinator gives the case to an agency. An officer gives it back to the triage desk and
 * proposes an owner: never straight to a third agency.
 */
export const TransferForm = ({ current }: { current: Case }) => {
  const { field, type, drop } = useDraft(current, 'transfer')
  const decides = may('case:triage')
  const save = () => {
    const to = field('to')
    const said = { agencyId: to === '' ? null : to, reason: field('reason').trim() }
    return work(current, 'transfer', said)
  }
  return (
    <CaseForm
      title={decides ? 'Teruskan' : 'Kembalikan ke meja pilah'}
      submit={decides ? 'Teruskan' : 'Kembalikan'}
      onSubmit={save}
      onDone={drop}
    >
      <Field label={decides ? 'OPD tujuan' : 'Usul pengampu (bila tahu)'}>
        {(ids) => (
          <select
            {...ids}
            value={field('to')}
            onChange={(event) => type('to', event.currentTarget.value)}
          >
            <option value="">{decides ? 'Meja pilah' : 'Belum tahu'}</option>
            <Owners current={current} outside={!decides} />
          </select>
        )}
      </Field>
      <Field label="Alasan">
        {(ids) => (
          <textarea
            {...ids}
            rows={2}
            required
            maxLength={2_000}
            value={field('reason')}
            onInput={(event) => type('reason', event.currentTarget.value)}
          />
        )}
      </Field>
    </CaseForm>
  )
}

const Owners = ({ current, outside }: { current: Case; outside: boolean }) => {
  const { agencies = [], external = [] } = reference.value ?? {}
  return (
    <>
      <optgroup label="Perangkat daerah">
        {agencies
          .filter(({ id }) => id !== current.agencyId)
          .map(({ id, name, abbreviation }) => (
            <option key={id} value={id}>
              {abbreviation} — {name}
            </option>
          ))}
      </optgroup>
      {outside && (
        <optgroup label="Instansi luar">
          {external.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </optgroup>
      )}
    </>
  )
}
