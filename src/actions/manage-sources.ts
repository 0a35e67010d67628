import { type Refusal, refuse } from '../core/errors.ts'
import type { Connector } from '../ports/connector.ts'
import type { Ports } from '../ports/ports.ts'
import type { NewSource, Source } from '../ports/sources.ts'

/** What can be listened to; the registry of connectors without their deeds. */
export type Catalogue = readonly Pick<Connector, 'id' | 'label' | 'fields'>[]

type SourcePorts = Pick<Ports, 'sources'>
type Saved = { kind: 'saved'; source: Source } | Refusal
type Patch = Parameters<Ports['sources']['change']>[2]

export const addSource = async (
  { sources }: SourcePorts,
  catalogue: Catalogue,
  source: NewSource,
): Promise<Saved> => {
  const fault = faultOf(catalogue, source.connector, source)
  return fault ?? { kind: 'saved', source: await sources.add(source) }
}

export const changeSource = async (
  { sources }: SourcePorts,
  catalogue: Catalogue,
  governmentId: string,
  sourceId: string,
  patch: Patch,
): Promise<Saved> => {
  const current = (await sources.list(governmentId)).find(({ id }) => id === sourceId)
  if (!current) return refuse('not-found')
  const fault = faultOf(catalogue, current.connector, patch)
  if (fault) return fault
  const source = await sources.change(governmentId, sourceId, patch)
  return source ? { kind: 'saved', source } : refuse('not-found')
}

export const removeSource = async (
  { sources }: SourcePorts,
  governmentId: string,
  sourceId: string,
): Promise<{ kind: 'removed' } | Refusal> =>
  (await sources.remove(governmentId, sourceId)) ? { kind: 'removed' } : refuse('not-found')

/** A secret typed into a plain setting would be shown to everybody who may read the source. */
const faultOf = (
  catalogue: Catalogue,
  connectorId: string,
  { settings = {}, secrets = {} }: Pick<Patch, 'settings' | 'secrets'>,
): Refusal | null => {
  const connector = catalogue.find(({ id }) => id === connectorId)
  if (!connector) return refuse('invalid-input', 'Jenis sumber tidak dikenal.')
  const names = (secret: boolean) =>
    new Set(connector.fields.filter((field) => field.secret === secret).map(({ name }) => name))
  const [plain, hidden] = [names(false), names(true)]
  const unknown = [
    ...Object.keys(settings).filter((name) => !plain.has(name)),
    ...Object.keys(secrets).filter((name) => !hidden.has(name)),
  ]
  return unknown.length > 0
    ? refuse('invalid-input', `Isian yang tidak dikenal untuk sumber ini: ${unknown.join(', ')}.`)
    : null
}
