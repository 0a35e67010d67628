import { clockTime } from '../format/moments.ts'
import { line } from '../state/live.ts'
import { zone } from '../state/session.ts'

/** Is what stands here still true? Says so at once when the line to the server is lost. */
export const LineMark = () => {
  const state = line.value
  if (state.kind === 'lost') {
    const { label } = zone.value
    return (
      <span class="line-mark line-mark--lost" role="status">
        Sambungan terputus sejak {clockTime(state.since, zone.value)} {label}. Mencoba lagi…
      </span>
    )
  }
  return (
    <span class={`line-mark line-mark--${state.kind}`} role="status">
      {state.kind === 'open' ? 'Langsung' : 'Menyambung…'}
    </span>
  )
}
