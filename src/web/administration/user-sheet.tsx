import { useState } from 'preact/hooks'
import { GOVERNMENT_WIDE, ROLE_LABELS, ROLES, type Role } from '../../core/roles.ts'
import type { UserBody, UserInvited } from '../../http/schemas/user.ts'
import { addUser } from '../api/administration.ts'
import { Check } from '../parts/field.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { AgencyField } from './agency-field.tsx'
import { TextField } from './text-field.tsx'
import { useSending } from './use-sending.ts'

interface UserSheetProps {
  onClose: () => void
  onAdded: (invited: UserInvited) => void
}

const EMPTY: UserBody = { name: '', username: '', roles: ['desk-officer'], agencyId: null }

export const UserSheet = ({ onClose, onAdded }: UserSheetProps) => {
  const [user, setUser] = useState(EMPTY)
  const set = (patch: Partial<UserBody>) => setUser((before) => ({ ...before, ...patch }))
  const ofAgency = user.roles.some((role) => !GOVERNMENT_WIDE.includes(role))
  const { problem, busy, submit } = useSending(
    () => addUser({ ...user, name: user.name.trim(), agencyId: ofAgency ? user.agencyId : null }),
    onAdded,
  )
  return (
    <Sheet title="Tambah pengguna" shape="centre" onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <TextField
          label="Nama"
          required
          maxLength={120}
          value={user.name}
          onInput={(name) => set({ name })}
        />
        <TextField
          label="Nama pengguna"
          hint="3–40 huruf kecil, angka, titik, garis bawah, atau tanda hubung."
          required
          pattern="[a-z0-9._\-]{3,40}"
          value={user.username}
          onInput={(username) => set({ username: username.toLowerCase() })}
        />
        <Roles chosen={user.roles} onChange={(roles) => set({ roles })} />
        {ofAgency && (
          <AgencyField
            label="OPD"
            none="Pilih OPD…"
            required
            value={user.agencyId}
            onChange={(agencyId) => set({ agencyId })}
          />
        )}
        <ProblemNote problem={problem} />
        <div class="form-foot">
          <button
            type="submit"
            class="button button--main"
            disabled={busy || user.roles.length === 0}
          >
            Buat dan ambil tautan sandi
          </button>
        </div>
      </form>
    </Sheet>
  )
}

const Roles = ({ chosen, onChange }: { chosen: Role[]; onChange: (roles: Role[]) => void }) => (
  <fieldset class="field">
    <legend>Peran</legend>
    {ROLES.map((role) => (
      <Check
        key={role}
        label={ROLE_LABELS[role]}
        checked={chosen.includes(role)}
        onChange={(checked) =>
          onChange(checked ? [...chosen, role] : chosen.filter((other) => other !== role))
        }
      />
    ))}
  </fieldset>
)
