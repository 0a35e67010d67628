/** Turns what TypeBox found into sentences that the clerk who wrote the file understands. */
import type { ConfigurationFault } from '../core/configuration.ts'

/** The part of a TypeBox error that is read here. */
export interface ShapeError {
  keyword: string
  instancePath: string
  params: unknown
}

export function describeShapeFaults(file: string, errors: ShapeError[]): ConfigurationFault[] {
  // A key that is not known is told twice by TypeBox: for the key, and for the object that holds
  // it. A value that fits no branch of a union is told once per branch as well.
  const told = errors.filter((error) => !['additionalProperties', 'anyOf'].includes(error.keyword))
  const faults = told.flatMap((error) => describe(file, error))
  return [...new Map(faults.map((fault) => [`${fault.path} ${fault.problem}`, fault])).values()]
}

/** "/agencies/3/functions/0" → "agencies[3].functions[0]" */
function readablePath(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((path, part) => {
      if (/^\d+$/.test(part)) return `${path}[${part}]`
      return path === '' ? part : `${path}.${part}`
    }, '')
}

const TYPE_NAMES: Record<string, string> = {
  string: 'teks',
  number: 'angka',
  integer: 'bilangan bulat',
  boolean: 'true atau false',
  array: 'daftar (baris-baris berawalan "-", atau [a, b])',
  object: 'kelompok kunci: nilai',
  null: 'kosong (null)',
}

function describe(file: string, error: ShapeError): ConfigurationFault[] {
  const path = readablePath(error.instancePath)
  const params = (error.params ?? {}) as Record<string, unknown>
  if (error.keyword === 'boolean') return [unknownKey(file, path)]
  if (error.keyword === 'required') return missingKeys(file, path, params)
  if (error.keyword === 'type') return [wrongType(file, path, params)]
  return [wrongValue(file, path, params)]
}

function unknownKey(file: string, path: string): ConfigurationFault {
  const key = path.split('.').at(-1) ?? path
  return {
    file,
    path,
    problem: `kunci "${key}" tidak dikenal`,
    remedy: 'Periksa ejaannya dengan docs/configuration.md, atau hapus baris itu.',
  }
}

function missingKeys(
  file: string,
  path: string,
  params: Record<string, unknown>,
): ConfigurationFault[] {
  const keys = Array.isArray(params.requiredProperties) ? params.requiredProperties.map(String) : []
  return keys.map((key) => ({
    file,
    path: path === '' ? key : `${path}.${key}`,
    problem: `"${key}" belum diisi`,
    remedy: `Tambahkan baris "${key}: …"; contohnya ada di docs/configuration.md.`,
  }))
}

function wrongType(
  file: string,
  path: string,
  params: Record<string, unknown>,
): ConfigurationFault {
  const wanted = String(params.type)
  const quotes = wanted === 'string' ? ' Angka dan kode wilayah diapit tanda kutip: "17.04".' : ''
  return {
    file,
    path,
    problem: `isinya harus ${TYPE_NAMES[wanted] ?? wanted}`,
    remedy: `Ubah isinya menjadi ${TYPE_NAMES[wanted] ?? wanted}.${quotes}`,
  }
}

function wrongValue(
  file: string,
  path: string,
  params: Record<string, unknown>,
): ConfigurationFault {
  const choices = Array.isArray(params.allowedValues) ? params.allowedValues.join(', ') : ''
  const limit = params.limit === undefined ? '' : `${params.comparison ?? ''} ${params.limit}`
  const wanted = choices || limit.trim() || 'bentuk yang ditulis di docs/configuration.md'
  return {
    file,
    path,
    problem: 'nilainya tidak diterima',
    remedy: `Pakai salah satu yang berlaku: ${wanted}.`,
  }
}
