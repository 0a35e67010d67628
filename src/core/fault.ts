/** What the checks of the configuration share: where a fault is, and what a usable id is. */
import type { ConfigurationFault } from './configuration.ts'

export function fault(
  file: string,
  path: string,
  problem: string,
  remedy: string,
): ConfigurationFault {
  return { file, path, problem, remedy }
}

export const governmentFile = (id: string, name: string) => `governments/${id}/${name}.yaml`

const ID = /^[a-z0-9_.-]{2,60}$/

/** Names that every JavaScript object already has (`__proto__`) would poison a table of counts. */
export const isUsableId = (id: string) => ID.test(id) && !(id in {})

export const ID_REMEDY =
  'Pakai 2 sampai 60 huruf kecil, angka, titik, garis bawah atau garis hubung, misalnya jalan.rusak.'

/** The second and further places at which the same text stands: [index of the first, index]. */
export function repeated(values: string[]): [first: number, again: number][] {
  return values.flatMap((value, index) => {
    const first = values.indexOf(value)
    return first < index ? [[first, index] as [number, number]] : []
  })
}

export const known = (table: object, key: string) => Object.hasOwn(table, key)
