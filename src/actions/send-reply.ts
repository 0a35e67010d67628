import type { PollWork } from '../ports/background-work.ts'
import type { Clock } from '../ports/clock.ts'
import type { Connector, PublishResult, SafeFetch } from '../ports/connector.ts'
import type { DueReply, PublishWork } from '../ports/publishing.ts'

export interface PublishPorts {
  clock: Clock
  connectors: readonly Connector[]
  fetch: SafeFetch
  pollWork: PollWork
  publishWork: PublishWork
}

const DEADLINE_MS = 60_000
/** A credential that was refused is not hammered. */
const REFUSED_WAIT_MS = 15 * 60_000

/** Sends one reply; the outbox knows whether and when it is tried again. */
export const sendReply = async (ports: PublishPorts, targetId: string): Promise<void> => {
  const due = await ports.publishWork.begin(targetId)
  if (!due) return
  const connector = ports.connectors.find(({ id }) => id === due.platform)
  if (!connector?.publish || !due.account) {
    const because = 'Belum ada akun yang boleh menerbitkan di sana: kirim sendiri, lalu catat.'
    return ports.publishWork.finish(due, { kind: 'manual', because })
  }
  await ports.publishWork.finish(due, await speak(ports, connector, due))
}

const speak = async (
  { clock, fetch, pollWork }: PublishPorts,
  connector: Connector,
  { account, reply }: DueReply,
): Promise<PublishResult> => {
  if (!connector.publish || !account) throw new Error('nobody can speak there')
  const gate = connector.gateKey(account)
  const closedUntil = gate ? await pollWork.gate(gate) : null
  if (closedUntil)
    return { kind: 'wait', until: closedUntil, because: 'Menunggu batas laju platform.' }
  const now = clock.now()
  const signal = AbortSignal.timeout(DEADLINE_MS)
  const result = await connector.publish({ ...account, reply, now, fetch, signal }).catch(
    (error: Error): PublishResult => ({
      kind: 'failed',
      because: error.message,
      credential: false,
      retry: true,
    }),
  )
  if (gate && result.kind === 'wait') await pollWork.closeGate(gate, result.until, result.because)
  if (gate && result.kind === 'failed' && result.credential)
    await pollWork.closeGate(gate, new Date(now.getTime() + REFUSED_WAIT_MS), result.because)
  return result
}
