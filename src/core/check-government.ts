import type {
  ConfigurationFault,
  Government,
  SourceConfiguration,
  Taxonomy,
} from './configuration.ts'
import { fault, governmentFile, ID_REMEDY, isUsableId, known, repeated } from './fault.ts'

/** The zones of Indonesia by their label; none has daylight saving. */
const ZONES: Record<string, string[]> = {
  WIB: ['Asia/Jakarta', 'Asia/Pontianak'],
  WITA: ['Asia/Makassar'],
  WIT: ['Asia/Jayapura'],
}

export function checkGovernment(government: Government, taxonomy: Taxonomy): ConfigurationFault[] {
  return [
    ...checkIdentity(government),
    ...checkZone(government),
    ...checkRoleHolders(government),
    ...checkHandOver(government, taxonomy),
    ...checkExamples(government, taxonomy),
    ...government.sources.flatMap((source, index) => checkSource(government, source, index)),
  ]
}

/** What two governments may not share. */
export function checkTogether(governments: Government[]): ConfigurationFault[] {
  return [
    ...shared(governments, 'id', 'id pemerintah daerah'),
    ...shared(governments, 'codePrefix', 'awalan kode lacak'),
    ...sharedAgencies(governments),
  ]
}

function shared(governments: Government[], key: 'id' | 'codePrefix', what: string) {
  return repeated(governments.map((government) => government[key])).map(([first, again]) =>
    fault(
      governmentFile(governments[again]?.id ?? '', 'government'),
      key,
      `${what} "${governments[again]?.[key]}" sudah dipakai ${governments[first]?.name}`,
      'Beri nilai lain yang belum dipakai.',
    ),
  )
}

function sharedAgencies(governments: Government[]): ConfigurationFault[] {
  const all = governments.flatMap(({ id, agencies }) =>
    agencies.map((agency, index) => ({ home: id, id: agency.id, index })),
  )
  return repeated(all.map(({ id }) => id)).flatMap(([first, again]) => {
    const [one, other] = [all[first], all[again]]
    // Within one government checkAgencyNames says it, with both names.
    if (!one || !other || one.home === other.home) return []
    const problem = `id perangkat daerah "${other.id}" sudah dipakai di ${one.home}`
    const at = `agencies[${other.index}].id`
    return [
      fault(governmentFile(other.home, 'agencies'), at, problem, 'Awali id dengan nama daerah.'),
    ]
  })
}

function checkIdentity({ id, codePrefix }: Government): ConfigurationFault[] {
  const file = governmentFile(id, 'government')
  const faults: ConfigurationFault[] = []
  if (!isUsableId(id)) faults.push(fault(file, 'id', `id "${id}" tidak dapat dipakai`, ID_REMEDY))
  if (!/^[A-Z]{3}$/.test(codePrefix)) {
    const problem = `awalan kode lacak "${codePrefix}" bukan tiga huruf besar`
    faults.push(fault(file, 'codePrefix', problem, 'Tulis tiga huruf besar, misalnya BKL.'))
  }
  return faults
}

function checkZone({ id, timezone, zoneLabel }: Government): ConfigurationFault[] {
  const file = governmentFile(id, 'government')
  if (!known(ZONES, zoneLabel)) {
    const problem = `zona waktu "${zoneLabel}" bukan WIB, WITA atau WIT`
    return [fault(file, 'zoneLabel', problem, 'Tulis WIB, WITA atau WIT.')]
  }
  if (ZONES[zoneLabel]?.includes(timezone)) return []
  const problem = `"${timezone}" bukan zona waktu ${zoneLabel}`
  return [fault(file, 'timezone', problem, `Tulis ${ZONES[zoneLabel]?.[0]} untuk ${zoneLabel}.`)]
}

function checkRoleHolders(government: Government): ConfigurationFault[] {
  const ids = new Set(government.agencies.map(({ id }) => id))
  const holders = [
    { key: 'coordinator', agency: government.coordinator, role: 'koordinator' },
    { key: 'inspectorate', agency: government.inspectorate, role: 'inspektorat' },
  ]
  return holders
    .filter(({ agency }) => !ids.has(agency))
    .map(({ key, agency, role }) =>
      fault(
        governmentFile(government.id, 'government'),
        key,
        `${role} "${agency}" tidak ada di agencies.yaml`,
        'Tulis id salah satu perangkat daerah di agencies.yaml.',
      ),
    )
}

function checkHandOver(government: Government, taxonomy: Taxonomy): ConfigurationFault[] {
  const file = governmentFile(government.id, 'government')
  return Object.entries(government.handOver).flatMap(([code, target]) => {
    const at = `handOver.${code}`
    const faults: ConfigurationFault[] = []
    if (!known(taxonomy.functions, code)) {
      const remedy = `Pakai salah satu dari: ${Object.keys(taxonomy.functions).join(', ')}.`
      faults.push(fault(file, at, `fungsi "${code}" tidak dikenal`, remedy))
    }
    const problem = targetProblem(target, government, taxonomy)
    if (problem) faults.push(fault(file, at, problem, TARGET_REMEDY))
    return faults
  })
}

const TARGET_REMEDY =
  'Tulis regency (dari provinsi), province (dari kabupaten/kota), atau external:<kode instansi luar>.'

function targetProblem(target: string, government: Government, taxonomy: Taxonomy): string | null {
  if (target.startsWith('external:')) {
    const code = target.slice('external:'.length)
    return known(taxonomy.external, code) ? null : `instansi luar "${code}" tidak dikenal`
  }
  const other = government.level === 'province' ? 'regency' : 'province'
  if (target !== other) return `${government.name} tidak dapat menyerahkan kepada "${target}"`
  const there = government.region.some(
    ({ level }) => (level === 'province') === (other === 'province'),
  )
  return there ? null : `tidak ada tujuan "${target}" pada region di places.yaml`
}

const NOWHERE = ['out-of-area', 'triage']

function checkExamples(government: Government, taxonomy: Taxonomy): ConfigurationFault[] {
  const file = governmentFile(government.id, 'examples')
  const categories = new Set(taxonomy.categories.map(({ id }) => id))
  const agencies = new Set([...government.agencies.map(({ id }) => id), ...NOWHERE])
  return government.examples.flatMap(({ category, agency }, index) => {
    const faults: ConfigurationFault[] = []
    if (category !== undefined && !categories.has(category)) {
      const problem = `kategori "${category}" tidak dikenal`
      const remedy = 'Pakai id kategori yang ada di config/taxonomy.yaml.'
      faults.push(fault(file, `examples[${index}].category`, problem, remedy))
    }
    if (agency && !agencies.has(agency) && !isOutside(agency, taxonomy)) {
      const problem = `tujuan "${agency}" tidak dikenal`
      const remedy = 'Tulis id perangkat daerah, kode instansi luar, government:<id>, atau null.'
      faults.push(fault(file, `examples[${index}].agency`, problem, remedy))
    }
    return faults
  })
}

const isOutside = (agency: string, { external }: Taxonomy) =>
  agency.startsWith('government:') || known(external, agency)

/** Files are mailed about and committed: a secret in one is a secret lost. */
function checkSource(government: Government, { settings }: SourceConfiguration, index: number) {
  return Object.keys(settings)
    .filter((key) => /(password|secret|token|api_?key)$/i.test(key))
    .map((key) =>
      fault(
        governmentFile(government.id, 'sources'),
        `sources[${index}].settings.${key}`,
        'kata sandi atau kunci tidak boleh ditulis di berkas konfigurasi',
        'Hapus baris itu, segera ganti kuncinya, dan isi yang baru lewat konsol (Sumber).',
      ),
    )
}
