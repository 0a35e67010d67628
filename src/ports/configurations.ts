import type { Configuration, Government } from '../core/configuration.ts'

export interface Configurations {
  current(): Promise<Configuration | null>
  /** As applied, with the reply templates as they were written in the product since. */
  held(): Promise<Configuration | null>
  apply(configuration: Configuration, who: string): Promise<{ version: number; changed: string[] }>
  government(id: string): Promise<Government | null>
}
