import type { Configuration, Government } from '../core/configuration.ts'

export interface Configurations {
  current(): Promise<Configuration | null>
  apply(configuration: Configuration, who: string): Promise<{ version: number; changed: string[] }>
  government(id: string): Promise<Government | null>
}
