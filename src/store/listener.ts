import pg from 'pg'

/** One connection that hears what was committed (LISTEN/NOTIFY) and comes back when it is lost. */
export interface Listener {
  on(channel: string, heard: () => void): () => void
  close(): Promise<void>
}

const RECONNECT_MS = 1000

export const createListener = (url: string): Listener => {
  const hearers = new Map<string, Set<() => void>>()
  let client: pg.Client | null = null
  let closed = false
  let retry: NodeJS.Timeout | undefined

  const wake = (channel: string) => {
    for (const heard of hearers.get(channel) ?? []) heard()
  }

  const lost = () => {
    client = null
    if (!closed) retry = setTimeout(connect, RECONNECT_MS)
  }

  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({ connectionString: url, application_name: 'tanggap listener' })
    fresh.on('error', () => undefined)
    fresh.on('end', lost)
    fresh.on('notification', ({ channel }) => wake(channel))
    try {
      await fresh.connect()
      if (closed) return await fresh.end()
      client = fresh
      for (const channel of hearers.keys()) await fresh.query(`listen ${channel}`)
      // What was committed while nobody listened was missed: everybody looks again.
      for (const channel of hearers.keys()) wake(channel)
    } catch {
      await fresh.end().catch(() => undefined)
    }
  }

  const ready = connect()

  return {
    on: (channel, heard) => {
      const known = hearers.get(channel)
      if (known) known.add(heard)
      else {
        hearers.set(channel, new Set([heard]))
        void ready.then(() => client?.query(`listen ${channel}`)).catch(() => undefined)
      }
      return () => hearers.get(channel)?.delete(heard)
    },
    close: async () => {
      closed = true
      clearTimeout(retry)
      await ready
      await client?.end().catch(() => undefined)
    },
  }
}
