import type { DuePoll, PollWork } from '../ports/background-work.ts'
import type { Clock } from '../ports/clock.ts'
import type { Connector, PollInput, PollResult, SafeFetch } from '../ports/connector.ts'

export interface PollPorts {
  clock: Clock
  connectors: readonly Connector[]
  fetch: SafeFetch
  pollWork: PollWork
}

const DEADLINE_MS = 90_000
/** A credential that was refused is not hammered. */
const REFUSED_WAIT_MS = 15 * 60_000
/** The shipped sample is marked as what it is from the first moment on. */
const SAMPLE_CONNECTOR = 'sample'

const inputOf = ({ clock, fetch }: PollPorts, poll: DuePoll): PollInput => ({
  settings: poll.source.settings,
  secrets: poll.secrets,
  cursor: poll.cursor,
  now: clock.now(),
  fetch,
  signal: AbortSignal.timeout(DEADLINE_MS),
})

const ask = async (connector: Connector, input: PollInput): Promise<PollResult> => {
  try {
    return await connector.poll(input)
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error)
    return { kind: 'failed', because, credential: false }
  }
}

const save = async (
  { clock, pollWork }: PollPorts,
  poll: DuePoll,
  gate: string | null,
  result: PollResult,
): Promise<void> => {
  if (result.kind === 'page') {
    const sample = poll.source.connector === SAMPLE_CONNECTOR
    await pollWork.save(poll, { ...result, sample })
  } else if (result.kind === 'idle') await pollWork.idle(poll, result.missing)
  else if (result.kind === 'wait') {
    if (gate) await pollWork.closeGate(gate, result.until, result.because)
    await pollWork.wait(poll, result.until, result.because)
  } else {
    await pollWork.fail(poll, result.because)
    const until = new Date(clock.now().getTime() + REFUSED_WAIT_MS)
    if (result.credential && gate) await pollWork.closeGate(gate, until, result.because)
  }
}

/** One poll: load the source under its lease, ask the platform, save rows and cursor together. */
export const pollSource = async (ports: PollPorts, sourceId: string): Promise<void> => {
  const poll = await ports.pollWork.begin(sourceId)
  if (!poll) return
  const connector = ports.connectors.find(({ id }) => id === poll.source.connector)
  if (!connector)
    return ports.pollWork.fail(poll, `Jenis sumber tidak dikenal: ${poll.source.connector}.`)
  const gate = connector.gateKey({ settings: poll.source.settings, secrets: poll.secrets })
  const closedUntil = gate ? await ports.pollWork.gate(gate) : null
  if (closedUntil) return ports.pollWork.wait(poll, closedUntil, 'Menunggu batas laju platform.')
  await save(ports, poll, gate, await ask(connector, inputOf(ports, poll)))
}
