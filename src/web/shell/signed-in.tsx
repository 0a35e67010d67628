import { useEffect } from 'preact/hooks'
import { ChannelsPage } from '../administration/channels-page.tsx'
import { SourcesPage } from '../administration/sources-page.tsx'
import { UsersPage } from '../administration/users-page.tsx'
import { AlertDrawer } from '../alerts/alert-drawer.tsx'
import { KeySheet } from '../keys/key-sheet.tsx'
import { listenToKeys } from '../keys/listen-to-keys.ts'
import { LedgerPage } from '../ledger/ledger-page.tsx'
import { PasteDialog } from '../paste/paste-dialog.tsx'
import { QueuePage } from '../queue/queue-page.tsx'
import { keepAlerts } from '../state/alerts.ts'
import { keepComposer } from '../state/composer.ts'
import { dialog } from '../state/dialogs.ts'
import { listen } from '../state/live.ts'
import { address } from '../state/navigation.ts'
import { keepOpenCase } from '../state/open-case.ts'
import { keepRowsFresh } from '../state/queue-changes.ts'
import { keepCounts } from '../state/queue-counts.ts'
import { keepQueue } from '../state/queue-list.ts'
import { may } from '../state/session.ts'
import { keepTitle } from './keep-title.ts'
import { NoRight } from './no-right.tsx'
import { settleAddress } from './settle-address.ts'
import { TopBar } from './top-bar.tsx'

/** Everything that runs while a person is signed in starts and ends here. */
export const SignedIn = () => {
  useEffect(() => {
    const stops = [
      ...(may('case:read') ? [keepCounts()] : []),
      keepQueue(),
      keepRowsFresh(),
      keepOpenCase(),
      keepComposer(),
      keepAlerts(),
      settleAddress(),
      listenToKeys(),
      keepTitle(),
      ...(may('case:read') ? [listen()] : []),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [])
  return (
    <div class="shell">
      <TopBar />
      <Room />
      {dialog.value === 'paste' && <PasteDialog />}
      {dialog.value === 'alerts' && <AlertDrawer />}
      {dialog.value === 'keys' && <KeySheet />}
    </div>
  )
}

const Room = () => {
  switch (address.value.page) {
    case 'queue':
      return may('case:read') ? <QueuePage /> : <NoRight />
    case 'ledger':
      return may('ledger:read') ? <LedgerPage /> : <NoRight />
    case 'sources':
      return may('source:read') ? <SourcesPage /> : <NoRight />
    case 'channels':
      return may('channel:manage') ? <ChannelsPage /> : <NoRight />
    case 'users':
      return may('user:manage') ? <UsersPage /> : <NoRight />
    default:
      return <main class="page" aria-busy="true" />
  }
}
