import { useEffect } from 'preact/hooks'
import { PasswordPage } from './account/password-page.tsx'
import { SetupPage } from './account/setup-page.tsx'
import { SignIn } from './account/sign-in.tsx'
import { Notices } from './shell/notices.tsx'
import { SignedIn } from './shell/signed-in.tsx'
import { Unreachable } from './shell/unreachable.tsx'
import { address } from './state/navigation.ts'
import { recogniseViewer, session } from './state/session.ts'

export const App = () => {
  useEffect(() => {
    void recogniseViewer()
  }, [])
  return (
    <>
      <Page />
      <Notices />
    </>
  )
}

const Page = () => {
  const here = address.value
  if (here.page === 'setup') return <SetupPage token={here.token} />
  if (here.page === 'password') return <PasswordPage token={here.token} />
  switch (session.value.kind) {
    case 'unknown':
      return <div class="starting" aria-busy="true" />
    case 'unreachable':
      return <Unreachable />
    case 'signed-out':
      return <SignIn />
    case 'signed-in':
      return <SignedIn />
  }
}
