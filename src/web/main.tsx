import './styles/tokens.css'
import './styles/page.css'
import './styles/controls.css'
import './styles/shell.css'
import './styles/queue.css'
import './styles/case.css'
import './styles/sheets.css'
import './styles/account.css'
import './styles/administration.css'
import './styles/phone.css'
import './styles/print.css'
import { render } from 'preact'
import { App } from './app.tsx'
import { dropOldDrafts } from './state/drafts.ts'

dropOldDrafts(Date.now())
const place = document.getElementById('app')
if (place) render(<App />, place)
