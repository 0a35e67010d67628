import type { Taxonomy } from './configuration.ts'
import type { Kind } from './reading.ts'

/** Whether what is reported in the category must not reach the accused. */
export const isConfidential = (
  category: string,
  { categories, slaClasses }: Pick<Taxonomy, 'categories' | 'slaClasses'>,
): boolean => {
  const slaClass = categories.find(({ id }) => id === category)?.slaClass ?? ''
  return slaClasses[slaClass]?.confidential ?? false
}

/** Noise and thanks accuse nobody: what is read as one of them is kept from nobody. */
export const mayBeConfidential = (kind: Kind): boolean => kind !== 'irrelevant' && kind !== 'praise'
