import type { Right } from '../../core/roles.ts'
import { Icon } from '../parts/icon.tsx'
import type { Address } from '../state/address.ts'
import { pathOf } from '../state/address.ts'
import { openAlertCount } from '../state/alerts.ts'
import { show } from '../state/dialogs.ts'
import { address, follow } from '../state/navigation.ts'
import { may, me } from '../state/session.ts'
import { LineMark } from './line-mark.tsx'
import { UserMenu } from './user-menu.tsx'

export const TopBar = () => (
  <header class="top-bar">
    <a class="brand" href="/" onClick={follow({ page: 'home' })}>
      <span class="brand-mark" aria-hidden="true">
        <Icon name="check" />
      </span>
      Tanggap
    </a>
    <span class="government">{me.value?.government.name}</span>
    <Rooms />
    <span class="top-gap" />
    {may('case:read') && <LineMark />}
    {may('post:paste') && (
      <button type="button" class="button button--soft" onClick={() => show('paste')}>
        <Icon name="plus" /> <span class="wide-only">Tempel</span>
        <span class="off-screen phone-only">Tempel tautan atau teks</span>
      </button>
    )}
    {may('alert:read') && <AlertButton />}
    <UserMenu />
  </header>
)

const ROOMS: { to: Address; label: string; right: Right; pages?: string[] }[] = [
  { to: { page: 'home' }, label: 'Antrean', right: 'case:read', pages: ['home', 'queue', 'case'] },
  { to: { page: 'ledger' }, label: 'Di luar antrean', right: 'ledger:read' },
  { to: { page: 'sources' }, label: 'Sumber', right: 'source:read' },
  { to: { page: 'channels' }, label: 'Saluran', right: 'channel:manage' },
  { to: { page: 'users' }, label: 'Pengguna', right: 'user:manage' },
]

/** Who has one room needs no way between rooms. */
const Rooms = () => {
  const mine = ROOMS.filter(({ right }) => may(right))
  return (
    <nav class="rooms" aria-label="Halaman" hidden={mine.length < 2}>
      {mine.map((room) => (
        <Room key={room.label} {...room} />
      ))}
    </nav>
  )
}

const Room = ({ to, label, pages }: { to: Address; label: string; pages?: string[] }) => {
  const here = (pages ?? [to.page]).includes(address.value.page)
  return (
    <a href={pathOf(to)} aria-current={here ? 'page' : undefined} onClick={follow(to)}>
      {label}
    </a>
  )
}

const AlertButton = () => (
  <button
    type="button"
    class={`button button--bare alert-button ${openAlertCount.value > 0 ? 'is-ringing' : ''}`}
    aria-label={`Peringatan, ${openAlertCount.value} belum diterima`}
    onClick={() => show('alerts')}
  >
    <Icon name="bell" />
    {openAlertCount.value > 0 && <span class="count">{openAlertCount.value}</span>}
  </button>
)
