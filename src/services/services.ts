/** Where the queue lives. Both are given to BullMQ as they are. */
export type Queue = { kind: 'redis'; url: string } | { kind: 'postgres'; url: string }

/** What the rest of the program needs to know about its services: nothing about how they came up. */
export type Services = {
  databaseUrl: string
  queue: Queue
  /** For the banner: which services are in use, a line each. */
  described: string[]
  /** Stops what was started here, unless another of our processes still uses it. */
  release(): Promise<void>
}

/** One server that we started or adopted ourselves. */
export type OwnServer = {
  pid: number
  port: number
  url: string
  described: string
  /** Brings it back on the same port after it died. */
  revive(): Promise<number>
  stop(): Promise<void>
}
