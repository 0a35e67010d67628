/**
 * Regions by Kemendagri code, from the package idn-area-data (code MIT, data ODbL: attribution
 * in config/README.md). Names come in capitals there; here they are written as on a letterhead.
 */
import { getDistricts, getProvinces, getRegencies } from 'idn-area-data'
import type { District, GovernmentLevel, RegionNode } from '../core/configuration.ts'
import { PROVINCE_SHORT_NAMES } from './province-table.ts'

export interface Region {
  code: string
  /** "Kabupaten Kaur", "Kota Bengkulu", "Provinsi Bengkulu". */
  name: string
  level: GovernmentLevel
  /** "pemkab-kaur" */
  slug: string
}

export async function findRegion(code: string): Promise<Region | null> {
  return (await allRegions()).find((region) => region.code === code) ?? null
}

/** The districts (kecamatan) of a regency or city; a province has none of its own. */
export async function districtsOf(code: string): Promise<District[]> {
  const rows = await getDistricts()
  return rows
    .filter((row) => row.regency_code === code)
    .map((row) => ({ code: row.code, name: row.name, aliases: [] }))
}

/** Whom cases are handed to: the regencies below, or the province above and the sisters beside. */
export async function regionNodesOf(code: string, further: string[] = []): Promise<RegionNode[]> {
  const province = code.slice(0, 2)
  const names = await districtNames()
  return (await allRegions())
    .filter((region) => region.code !== code)
    .filter((region) => region.code.startsWith(province) || further.includes(region.code))
    .map(({ slug, ...region }) => ({
      government: slug,
      ...region,
      aliases: [],
      seat: null,
      districts: names.get(region.code) ?? [],
    }))
}

async function allRegions(): Promise<Region[]> {
  const provinces = (await getProvinces()).map(({ code, name }) => province(code, name))
  const regencies = (await getRegencies()).map(({ code, name }) => regency(code, name))
  return [...provinces, ...regencies]
}

function province(code: string, capitals: string): Region {
  const slug = `pemprov-${PROVINCE_SHORT_NAMES[code] ?? kebab(capitals)}`
  return { code, name: `Provinsi ${letterhead(capitals)}`, level: 'province', slug }
}

/** The one regency that is known by its initials to everybody. */
const KNOWN_BY_INITIALS: Record<string, string> = { '16.02': 'pemkab-oki' }

function regency(code: string, capitals: string): Region {
  const city = capitals.startsWith('KOTA ')
  const bare = capitals.replace(/^(KABUPATEN|KOTA)( ADMINISTRASI)? /, '')
  return {
    code,
    name: letterhead(capitals),
    level: city ? 'city' : 'regency',
    slug: KNOWN_BY_INITIALS[code] ?? `${city ? 'pemkot' : 'pemkab'}-${kebab(bare)}`,
  }
}

async function districtNames(): Promise<Map<string, string[]>> {
  const names = new Map<string, string[]>()
  for (const row of await getDistricts()) {
    names.set(row.regency_code, [...(names.get(row.regency_code) ?? []), row.name])
  }
  return names
}

export function kebab(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

function letterhead(capitals: string): string {
  const small = capitals.toLowerCase().replace(/(^|[\s-])\p{L}/gu, (start) => start.toUpperCase())
  return small.replace(/\b(Dki|Di)\b/g, (word) => word.toUpperCase())
}
