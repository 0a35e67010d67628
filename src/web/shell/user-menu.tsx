import { useEffect, useRef } from 'preact/hooks'
import { ROLE_LABELS } from '../../core/roles.ts'
import { Icon } from '../parts/icon.tsx'
import { show } from '../state/dialogs.ts'
import { leave, me } from '../state/session.ts'

export const UserMenu = () => {
  const ref = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const close = (event: Event) => {
      if (ref.current && !ref.current.contains(event.target as Node)) ref.current.open = false
    }
    document.addEventListener('click', close)
    return () => document.removeEventListener('click', close)
  }, [])
  const viewer = me.value
  if (!viewer) return null
  return (
    <details class="user-menu" ref={ref}>
      <summary>
        <span class="initials" aria-hidden="true">
          {initialsOf(viewer.user.name)}
        </span>
        <span class="off-screen">Akun {viewer.user.name}</span>
      </summary>
      <div class="menu">
        <p>
          <strong>{viewer.user.name}</strong>
          <br />
          {viewer.user.roles.map((role) => ROLE_LABELS[role]).join(', ')}
          <br />
          {viewer.agency?.name ?? viewer.government.name}
        </p>
        <button type="button" class="button button--bare" onClick={() => show('keys')}>
          <Icon name="keys" /> Pintasan papan ketik
        </button>
        <button type="button" class="button button--bare" onClick={() => void leave()}>
          <Icon name="back" /> Keluar
        </button>
      </div>
    </details>
  )
}

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
