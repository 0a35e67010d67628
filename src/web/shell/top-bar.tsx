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
    <nav class="rooms" aria-label="Halaman">
      {may('case:read') && <Room to={{ page: 'home' }} label="Antrean" pages={['queue', 'case']} />}
      {may('ledger:read') && <Room to={{ page: 'ledger' }} label="Di luar antrean" />}
      {may('source:read') && <Room to={{ page: 'sources' }} label="Sumber" />}
      {may('channel:manage') && <Room to={{ page: 'channels' }} label="Saluran" />}
      {may('user:manage') && <Room to={{ page: 'users' }} label="Pengguna" />}
    </nav>
    <LineMark />
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
