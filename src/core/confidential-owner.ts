import type { Agency, Government, Taxonomy } from './configuration.ts'

/**
 * Whether an agency may own a confidential case: the inspectorate, and the agency that has the
 * function of the case's category (women and children for violence). Every other agency could be
 * the accused one.
 */
export const mayOwnConfidential = (
  agency: Agency,
  category: string,
  government: Pick<Government, 'inspectorate' | 'level'>,
  taxonomy: Pick<Taxonomy, 'categories'>,
): boolean => {
  if (agency.id === government.inspectorate) return true
  const owner = taxonomy.categories.find(({ id }) => id === category)?.owner
  const duty = government.level === 'province' ? owner?.province : owner?.regency
  return typeof duty === 'string' && agency.functions.includes(duty)
}
