import type { Connector, Missing, PollInput } from '../ports/connector.ts'
import type { DueLook, Removals } from '../ports/removals.ts'
import type { PollPorts } from './poll-source.ts'

const DEADLINE_MS = 60_000
/** As many as every platform takes at once (Bluesky 25, YouTube 50). */
const AT_ONCE = 25

/** Asks a platform for posts of open cases once more; true where more may wait. */
export const lookForDeleted = async (
  ports: PollPorts & { removals: Removals },
): Promise<boolean> => {
  const able = ports.connectors.filter(({ missing }) => missing !== undefined)
  const look = await ports.removals.takeDue(
    able.map(({ id }) => id),
    AT_ONCE,
  )
  if (!look || look.posts.length === 0) return false
  const connector = able.find(({ id }) => id === look.source.connector)
  if (!connector?.missing) return false
  const { settings } = look.source
  const gate = connector.gateKey({ settings, secrets: look.secrets })
  if (gate && (await ports.pollWork.gate(gate))) return false
  const answer = await ask(ports, connector, look)
  if (answer.kind === 'wait' && gate)
    await ports.pollWork.closeGate(gate, answer.until, answer.because)
  if (answer.kind !== 'missing') return false
  const gone = new Set(answer.externalIds)
  const ids = look.posts.filter(({ externalId }) => gone.has(externalId)).map(({ id }) => id)
  if (ids.length > 0) await ports.removals.missing(ids)
  return look.posts.length === AT_ONCE
}

/** A platform that is away has deleted nothing. */
const ask = async (
  { clock, fetch }: PollPorts,
  connector: Connector,
  { source, secrets, posts }: DueLook,
): Promise<Missing> => {
  const input: PollInput = {
    settings: source.settings,
    secrets,
    cursor: null,
    now: clock.now(),
    fetch,
    signal: AbortSignal.timeout(DEADLINE_MS),
  }
  const ids = posts.map(({ externalId }) => externalId)
  const away: Missing = { kind: 'failed', because: 'platform tidak menjawab', credential: false }
  return (await connector.missing?.(input, ids).catch(() => away)) ?? away
}
