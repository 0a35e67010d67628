/** What Kemendagri's list of regions does not say of a province: its short name and its clock. */
export const PROVINCE_SHORT_NAMES: Record<string, string> = {
  '11': 'aceh',
  '12': 'sumut',
  '13': 'sumbar',
  '14': 'riau',
  '15': 'jambi',
  '16': 'sumsel',
  '17': 'bengkulu',
  '18': 'lampung',
  '19': 'babel',
  '21': 'kepri',
  '31': 'jakarta',
  '32': 'jabar',
  '33': 'jateng',
  '34': 'diy',
  '35': 'jatim',
  '36': 'banten',
  '51': 'bali',
  '52': 'ntb',
  '53': 'ntt',
  '61': 'kalbar',
  '62': 'kalteng',
  '63': 'kalsel',
  '64': 'kaltim',
  '65': 'kaltara',
  '71': 'sulut',
  '72': 'sulteng',
  '73': 'sulsel',
  '74': 'sultra',
  '75': 'gorontalo',
  '76': 'sulbar',
  '81': 'maluku',
  '82': 'malut',
  '91': 'papua',
  '92': 'papua-barat',
  '93': 'papua-selatan',
  '94': 'papua-tengah',
  '95': 'papua-pegunungan',
  '96': 'papua-barat-daya',
}

const CENTRAL = new Set(['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76'])

/** WITA and WIT begin where the second list and the Moluccas do; everything else is WIB. */
export function timeZoneOf(provinceCode: string): { timezone: string; zoneLabel: string } {
  if (CENTRAL.has(provinceCode)) return { timezone: 'Asia/Makassar', zoneLabel: 'WITA' }
  if (/^[89]/.test(provinceCode)) return { timezone: 'Asia/Jayapura', zoneLabel: 'WIT' }
  return { timezone: 'Asia/Jakarta', zoneLabel: 'WIB' }
}
