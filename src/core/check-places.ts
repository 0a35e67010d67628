import { checkRoads } from './check-authority.ts'
import type { ConfigurationFault, Government } from './configuration.ts'
import { fault, governmentFile, isUsableId, repeated } from './fault.ts'

const PROVINCE = /^\d{2}$/
const REGENCY = /^\d{2}\.\d{2}$/
const DISTRICT = /^\d{2}\.\d{2}\.\d{2}$/

/** Regions, districts and landmarks carry Kemendagri codes that lie within the government's own. */
export function checkPlaces(government: Government): ConfigurationFault[] {
  return [
    ...checkRegionCode(government),
    ...checkRegion(government),
    ...checkDistricts(government),
    ...checkLandmarks(government),
    ...checkRoads(government),
  ]
}

const codeOf = (level: string) => (level === 'province' ? PROVINCE : REGENCY)

function checkRegionCode({ id, level, regionCode }: Government): ConfigurationFault[] {
  if (codeOf(level).test(regionCode)) return []
  const shape = level === 'province' ? 'dua angka, misalnya "17"' : 'misalnya "17.04"'
  return [
    fault(
      governmentFile(id, 'government'),
      'regionCode',
      `"${regionCode}" bukan kode wilayah ${level === 'province' ? 'provinsi' : 'kabupaten/kota'}`,
      `Tulis kode Kemendagri dengan tanda kutip: ${shape}.`,
    ),
  ]
}

function checkRegion({ id, region }: Government): ConfigurationFault[] {
  const file = governmentFile(id, 'places')
  const wrong = region.flatMap(({ government, code, level, name }, index) => {
    if (codeOf(level).test(code) && isUsableId(government)) return []
    const problem = `${name}: kode "${code}" atau id "${government}" tidak cocok dengan tingkat ${level}`
    const remedy =
      'Provinsi berkode dua angka, kabupaten/kota seperti "17.04"; id seperti pemkab-kaur.'
    return [fault(file, `region[${index}]`, problem, remedy)]
  })
  const again = repeated(region.map(({ code }) => code)).map(([first, index]) =>
    fault(
      file,
      `region[${index}].code`,
      `kode ${region[index]?.code} sudah dipakai ${region[first]?.name}`,
      'Hapus salah satu, atau betulkan kodenya.',
    ),
  )
  return [...wrong, ...again]
}

function checkDistricts({ id, districts, regionCode, name }: Government): ConfigurationFault[] {
  const file = governmentFile(id, 'places')
  const outside = districts.flatMap((district, index) => {
    if (DISTRICT.test(district.code) && isWithin(district.code, regionCode)) return []
    const problem = `kecamatan ${district.name} (${district.code}) di luar ${name} (${regionCode})`
    const remedy = `Kode kecamatan harus diawali ${regionCode}. dan ditulis dengan tanda kutip.`
    return [fault(file, `districts[${index}].code`, problem, remedy)]
  })
  const again = repeated(districts.map(({ code }) => code)).map(([first, index]) =>
    fault(
      file,
      `districts[${index}].code`,
      `kode ${districts[index]?.code} sudah dipakai kecamatan ${districts[first]?.name}`,
      'Hapus salah satu, atau betulkan kodenya.',
    ),
  )
  return [...outside, ...again]
}

function checkLandmarks({ id, landmarks, regionCode, name }: Government): ConfigurationFault[] {
  return landmarks.flatMap((landmark, index) => {
    if (landmark.district === undefined || isWithin(landmark.district, regionCode)) return []
    const problem = `${landmark.name}: kecamatan ${landmark.district} di luar ${name} (${regionCode})`
    const at = `landmarks[${index}].district`
    const remedy = 'Betulkan kode kecamatannya, atau hapus baris district.'
    return [fault(governmentFile(id, 'places'), at, problem, remedy)]
  })
}

const isWithin = (code: string, regionCode: string) => code.startsWith(`${regionCode}.`)
