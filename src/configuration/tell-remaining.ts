/** After `tanggap init`: what a person still has to decide, in the order of the files. */
import type { NewGovernment } from './new-government.ts'
import type { Region } from './region-data.ts'

export function tellRemaining({ government, guesses }: NewGovernment, region: Region): string {
  const { id, agencies, districts, codePrefix, coordinator } = government
  const unsure = guesses.filter(({ sure }) => !sure)
  const empty = agencies.filter(({ functions }) => functions.length === 0)
  return [
    `${government.name}: ${agencies.length} perangkat daerah, ${districts.length} kecamatan.`,
    '',
    'Yang masih perlu diputuskan:',
    ...otherId(id, region),
    `- government.yaml: awalan kode lacak ${codePrefix}, koordinator ${coordinator || '(belum ada)'}`,
    '- government.yaml: akun resmi (listen.handles) dan kata yang didengar',
    ...unsure
      .filter(({ agency }) => agency.functions.length > 0)
      .map(({ agency }) => `- fungsi ${agency.name} ditebak: ${agency.functions.join(', ')}`),
    ...empty.map(({ name }) => `- ${name} tidak mengampu fungsi apa pun: benarkah?`),
    ...(agencies.length > 0 ? ['- agencies.yaml: jalur eskalasi dan sebutan warga (aliases)'] : []),
    '- places.yaml: status ruas jalan (roads) dan nama tempat yang dikenal warga (landmarks)',
    '- sources.yaml: sumber yang didengar; contohnya di docs/add-a-government.md',
    '- examples.yaml: sedikitnya tiga contoh kiriman; itulah ujian bagi pembaca',
    '',
  ].join('\n')
}

/** Other governments hand cases over to the customary id. */
function otherId(id: string, { slug, name }: Region): string[] {
  return id === slug
    ? []
    : [`- id yang lazim untuk ${name} ialah ${slug}; daerah lain merujuknya begitu`]
}
