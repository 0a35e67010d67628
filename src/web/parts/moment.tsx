import { fullMoment, shortMoment } from '../format/moments.ts'
import { zone } from '../state/session.ts'

/** A moment in the government's zone; short in rows, where hovering says all of it. */
export const Moment = ({ at, short = false }: { at: string; short?: boolean }) => {
  const full = fullMoment(at, zone.value)
  return (
    <time dateTime={at} title={full}>
      {short ? shortMoment(at, zone.value) : full}
    </time>
  )
}
