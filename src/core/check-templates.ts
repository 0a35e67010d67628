import { type ShippedTemplate, templateFaults } from './answer-template.ts'
import type { Configuration, ConfigurationFault, Taxonomy } from './configuration.ts'

const REMEDY = 'Perbaiki templat itu; isian yang dikenal tertulis di awal berkas.'

/** A template that cannot be filled in, or that an officer could send without a word of their own. */
export function checkTemplates(configuration: Configuration): ConfigurationFault[] {
  const { templates, governments, taxonomy } = configuration
  return [
    ...checkFile('templates.yaml', templates, taxonomy),
    ...governments.flatMap(({ id, ownTemplates = [] }) =>
      checkFile(`governments/${id}/templates.yaml`, ownTemplates, taxonomy),
    ),
  ]
}

function checkFile(
  file: string,
  templates: ShippedTemplate[],
  taxonomy: Taxonomy,
): ConfigurationFault[] {
  const known = new Set(taxonomy.categories.flatMap(({ id }) => [id, `${id.split('.')[0]}.*`]))
  return templates.flatMap((template, at) => {
    const strange = template.categories.filter((category) => !known.has(category))
    const twice = templates.findIndex(({ key }) => key === template.key) !== at
    return [
      ...templateFaults(template),
      ...strange.map((category) => `kategori ${category} tidak ada dalam taksonomi`),
      ...(twice ? [`kunci ${template.key} dipakai dua kali`] : []),
    ].map((problem) => ({
      file,
      path: file === 'templates.yaml' ? `templates[${at}]` : `ownTemplates[${at}]`,
      problem,
      remedy: REMEDY,
    }))
  })
}
