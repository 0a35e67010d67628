import { templateFaults } from './answer-template.ts'
import type { Configuration, ConfigurationFault } from './configuration.ts'

const REMEDY = 'Perbaiki templat itu; isian yang dikenal tertulis di awal berkas.'

/** A template that cannot be filled in, or that an officer could send without a word of their own. */
export function checkTemplates({ templates, taxonomy }: Configuration): ConfigurationFault[] {
  const known = new Set(taxonomy.categories.flatMap(({ id }) => [id, `${id.split('.')[0]}.*`]))
  return templates.flatMap((template, at) => {
    const strange = template.categories.filter((category) => !known.has(category))
    const twice = templates.findIndex(({ key }) => key === template.key) !== at
    return [
      ...templateFaults(template),
      ...strange.map((category) => `kategori ${category} tidak ada dalam taksonomi`),
      ...(twice ? [`kunci ${template.key} dipakai dua kali`] : []),
    ].map((problem) => ({
      file: 'templates.yaml',
      path: `templates[${at}]`,
      problem,
      remedy: REMEDY,
    }))
  })
}
