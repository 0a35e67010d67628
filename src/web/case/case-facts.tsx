import type { Case } from '../api/wire.ts'
import { Moment } from '../parts/moment.tsx'

export const CaseFacts = ({ current }: { current: Case }) => (
  <section class="card">
    <h3>Jangkauan</h3>
    <dl class="facts">
      <dt>Pelapor</dt>
      <dd>
        {current.authorCount} orang, {current.postCount} kiriman
      </dd>
      <dt>Kiriman pertama</dt>
      <dd>
        <Moment at={current.firstPostAt} short />
      </dd>
      {current.postCount > 1 && (
        <>
          <dt>Kiriman terakhir</dt>
          <dd>
            <Moment at={current.lastPostAt} short />
          </dd>
        </>
      )}
      <dt>Kasus dibuka</dt>
      <dd>
        <Moment at={current.openedAt} short />
      </dd>
      {current.escalatedAt && (
        <>
          <dt>Eskalasi</dt>
          <dd>
            <Moment at={current.escalatedAt} short />
          </dd>
        </>
      )}
    </dl>
  </section>
)
