import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Ports } from '../../ports/ports.ts'
import type { Api } from '../parts.ts'

/** Requests by route and status, the process itself, and the figures of the installation. */
export const addMetrics = (
  app: Api,
  { health }: Pick<Ports, 'health'>,
): (() => Promise<string>) => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Duration of HTTP requests by route pattern',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
    // An event stream lasts for hours; its duration says nothing.
    if (routeOptions.url === '/api/events') return
    const labels = { method, route: routeOptions.url ?? 'none', status: reply.statusCode }
    duration.observe(labels, reply.elapsedTime / 1000)
  })
  return async () => {
    await readGauges(registry, health)
    return registry.metrics()
  }
}

const readGauges = async (registry: Registry, health: Ports['health']): Promise<void> => {
  const figures = await health.gauges()
  for (const name of new Set(figures.map((figure) => `tanggap_${figure.name}`)))
    registry.removeSingleMetric(name)
  for (const { name, help, value, labels = {} } of figures)
    gaugeOf(registry, `tanggap_${name}`, help, Object.keys(labels)).set(labels, value)
}

const gaugeOf = (registry: Registry, name: string, help: string, labelNames: string[]): Gauge => {
  const known = registry.getSingleMetric(name)
  return known instanceof Gauge
    ? known
    : new Gauge({ name, help, labelNames, registers: [registry] })
}
