import { useState } from 'preact/hooks'
import { ROLE_LABELS } from '../../core/roles.ts'
import { disableUser, enableUser, listUsers, resetUser } from '../api/administration.ts'
import { sentenceOf } from '../api/request.ts'
import type { User } from '../api/wire.ts'
import { ownerName } from '../state/names.ts'
import { notify } from '../state/notices.ts'
import { me } from '../state/session.ts'
import { AdminPage } from './admin-page.tsx'
import { LinkSheet } from './link-sheet.tsx'
import { useItems } from './use-items.ts'
import { UserSheet } from './user-sheet.tsx'

interface Handover {
  name: string
  link: string | null
}

export const UsersPage = () => {
  const { items, problem, reload } = useItems(listUsers)
  const [adding, setAdding] = useState(false)
  const [handover, setHandover] = useState<Handover | null>(null)
  return (
    <AdminPage
      title="Pengguna"
      says="Petugas, koordinator, dan pimpinan yang bekerja dengan Tanggap."
      add={{ label: 'Tambah pengguna', onClick: () => setAdding(true) }}
      problem={problem}
    >
      <div class="table-scroll">
        <table class="table">
          <thead>
            <tr>
              <th>Nama</th>
              <th>Peran</th>
              <th>OPD</th>
              <th>Keadaan</th>
              <th>
                <span class="off-screen">Tindakan</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {items?.map((user) => (
              <UserRow key={user.id} user={user} onChanged={reload} onLink={setHandover} />
            ))}
          </tbody>
        </table>
      </div>
      {adding && (
        <UserSheet
          onClose={() => setAdding(false)}
          onAdded={({ user, link }) => {
            setAdding(false)
            setHandover({ name: user.name, link })
            void reload()
          }}
        />
      )}
      {handover && <LinkSheet {...handover} onClose={() => setHandover(null)} />}
    </AdminPage>
  )
}

interface UserRowProps {
  user: User
  onChanged: () => Promise<void>
  onLink: (handover: Handover) => void
}

const UserRow = ({ user, onChanged, onLink }: UserRowProps) => {
  const reset = async () => {
    const answer = await resetUser(user.id)
    if (answer.kind === 'ok') onLink({ name: user.name, link: answer.body.link })
    else notify('refused', sentenceOf(answer.problem))
  }
  const toggle = async () => {
    const answer = await (user.disabledAt ? enableUser(user.id) : disableUser(user.id))
    if (answer.kind === 'refused') notify('refused', sentenceOf(answer.problem))
    await onChanged()
  }
  return (
    <tr class={user.disabledAt ? 'is-off' : ''}>
      <td>
        <strong>{user.name}</strong>
        <br />
        <span class="muted">{user.username}</span>
      </td>
      <td>{user.roles.map((role) => ROLE_LABELS[role]).join(', ')}</td>
      <td>{user.agencyId ? ownerName(user.agencyId) : 'Seluruh pemerintah daerah'}</td>
      <td>{standing(user)}</td>
      <td class="table-actions">
        <button type="button" class="button" onClick={() => void reset()}>
          Tautan sandi baru
        </button>
        {user.id !== me.value?.user.id && (
          <button type="button" class="button" onClick={() => void toggle()}>
            {user.disabledAt ? 'Aktifkan' : 'Nonaktifkan'}
          </button>
        )}
      </td>
    </tr>
  )
}

const standing = ({ disabledAt, hasPassword }: User): string => {
  if (disabledAt) return 'Nonaktif'
  return hasPassword ? 'Aktif' : 'Menunggu membuat sandi'
}
