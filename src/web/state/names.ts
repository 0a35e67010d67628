/** Ids → the names that people know, from the government's own configuration. */
import { signal } from '@preact/signals'
import type { AgencyName, Reference } from '../api/wire.ts'

interface Names {
  agencies: Map<string, AgencyName>
  categories: Map<string, string>
  bodies: Map<string, string>
}

const EMPTY: Names = { agencies: new Map(), categories: new Map(), bodies: new Map() }

const names = signal<Names>(EMPTY)

export const rememberNames = ({ agencies, categories, external }: Reference): void => {
  names.value = {
    agencies: new Map(agencies.map((agency) => [agency.id, agency])),
    categories: new Map(categories.map(({ id, label }) => [id, label])),
    bodies: new Map(external.map(({ code, name }) => [code, name])),
  }
}

export const categoryLabel = (id: string): string => names.value.categories.get(id) ?? id

/** The short name that colleagues say: "DPUPR"; the triage desk where nobody owns the case. */
export const ownerShort = (id: string | null): string => {
  if (id === null) return 'Meja pilah'
  return names.value.agencies.get(id)?.abbreviation ?? names.value.bodies.get(id) ?? id
}

/** The full name of an agency, an outside body or another government. */
export const ownerName = (id: string | null): string => {
  if (id === null) return 'Meja pilah'
  return names.value.agencies.get(id)?.name ?? names.value.bodies.get(id) ?? id
}
