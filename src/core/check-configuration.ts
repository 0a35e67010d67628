/**
 * What a configuration must mean, beyond its shape: every fault at once, each with the file, the
 * path in it, and the remedy, in words for whoever wrote the file.
 */
import { checkAgencies, checkAgencyNames, checkCoverage } from './check-agencies.ts'
import { checkCalendars } from './check-calendars.ts'
import { checkDeadlines } from './check-deadlines.ts'
import { checkGovernment, checkTogether } from './check-government.ts'
import { checkPlaces } from './check-places.ts'
import { checkLexicon, checkTaxonomy } from './check-taxonomy.ts'
import { checkTemplates } from './check-templates.ts'
import type { Configuration, ConfigurationFault } from './configuration.ts'

export function checkConfiguration(configuration: Configuration): ConfigurationFault[] {
  const { taxonomy, governments } = configuration
  return [
    ...checkTaxonomy(taxonomy),
    ...checkLexicon(configuration.lexicon),
    ...checkCalendars(configuration.calendars),
    ...checkTemplates(configuration),
    ...checkTogether(governments),
    ...governments.flatMap((government) => [
      ...checkGovernment(government, taxonomy),
      ...checkAgencies(government, taxonomy),
      ...checkAgencyNames(government),
      ...checkCoverage(government, taxonomy),
      ...checkPlaces(government),
      ...checkDeadlines(government, taxonomy),
    ]),
  ]
}
