import type { Configuration, Government } from '../core/configuration.ts'

export interface Configurations {
  current(): Promise<Configuration | null>
  /** As applied, with the reply templates as they were written in the product since. */
  held(): Promise<Configuration | null>
  /** What is held now, and what would be after these files were applied; nothing is written. */
  preview(
    configuration: Configuration,
  ): Promise<{ before: Configuration | null; after: Configuration | null }>
  apply(configuration: Configuration, who: string): Promise<{ version: number; changed: string[] }>
  government(id: string): Promise<Government | null>
}
