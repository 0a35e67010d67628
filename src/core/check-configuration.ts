/** placeholder */
import type { Configuration, ConfigurationFault } from './configuration.ts'

export function checkConfiguration(_configuration: Configuration): ConfigurationFault[] {
  return []
}
