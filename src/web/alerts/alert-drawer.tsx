import type { Alert } from '../api/wire.ts'
import { CaseMarks } from '../parts/case-marks.tsx'
import { Icon } from '../parts/icon.tsx'
import { Moment } from '../parts/moment.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { pathOf } from '../state/address.ts'
import { acknowledge, alerts } from '../state/alerts.ts'
import { hide } from '../state/dialogs.ts'
import { ownerName } from '../state/names.ts'
import { follow } from '../state/navigation.ts'
import { may } from '../state/session.ts'

export const AlertDrawer = () => (
  <Sheet title="Peringatan" shape="side" onClose={hide}>
    {alerts.value.length === 0 && (
      <p class="muted">
        Tidak ada peringatan yang menunggu. Kasus darurat dan lonjakan kiriman muncul di sini dengan
        sendirinya.
      </p>
    )}
    <ul class="alerts">
      {alerts.value.map((alert) => (
        <AlertCard key={alert.id} alert={alert} />
      ))}
    </ul>
  </Sheet>
)

const KIND_WORDS: Record<Alert['kind'], string> = {
  p1: 'Kasus darurat',
  burst: 'Lonjakan kiriman',
}

const LEVEL_WORDS: Record<Alert['level'], string> = { siaga: 'Siaga', viral: 'Viral' }

const AlertCard = ({ alert }: { alert: Alert }) => {
  const to = { page: 'case', caseId: alert.caseId } as const
  const openCase = (event: MouseEvent) => {
    follow(to)(event)
    hide()
  }
  return (
    <li class={`alert alert--${alert.level}`}>
      <p class="alert-head">
        <Icon name="alert" />
        <strong>
          {LEVEL_WORDS[alert.level]}: {KIND_WORDS[alert.kind]}
        </strong>
        <CaseMarks row={{ confidential: false, history: false, sample: alert.sample }} />
      </p>
      <p>
        <a href={pathOf(to)} onClick={openCase}>
          {alert.caseCode} — {alert.title}
        </a>
      </p>
      <ul class="because">
        {alert.because.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <p class="muted">
        {ownerName(alert.agencyId)} · <Moment at={alert.raisedAt} />
      </p>
      {may('alert:acknowledge') && (
        <button
          type="button"
          class="button button--main"
          aria-label={`Terima peringatan ${alert.caseCode}`}
          onClick={() => void acknowledge(alert)}
        >
          <Icon name="check" /> Terima
        </button>
      )}
    </li>
  )
}
