export interface Health {
  /** Can we do work? Each part with a sentence. */
  ready(): Promise<{ ok: boolean; parts: Record<string, { ok: boolean; says: string }> }>
  /** Figures of the installation for Prometheus; names in snake_case without the prefix. */
  gauges(): Promise<Gauge[]>
}

export interface Gauge {
  name: string
  help: string
  value: number
  labels?: Record<string, string>
}
