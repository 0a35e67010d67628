/**
 * The documents that a government owns. They live in the database (versioned, with effective
 * dates); YAML under `config/` is how they come in and go out. Field names follow the files.
 */
import type { ShippedTemplate } from './answer-template.ts'
import type { Deadlines, QuietHours } from './deadline-settings.ts'
import type { HolidayCalendar, OwnHours } from './holiday-calendar.ts'
import type { Authority, Kind, Urgency } from './reading.ts'

export type GovernmentLevel = 'province' | 'regency' | 'city'

/** `config/taxonomy.yaml` */
export interface Taxonomy {
  version: number
  categories: Category[]
  functions: Record<string, { names: string[] }>
  /** Bodies outside regional government, by code: PLN, BPJS, BPJN … */
  external: Record<string, { name: string; contact?: string }>
  authorityRules: Record<string, string>
  /** On what law each rule rests, and since when; none in documents from before it was kept. */
  authority?: AuthorityEntry[]
  slaClasses: Record<string, SlaClass>
}

/** Who is in charge by which law, from one day to another (both included, local dates). */
export interface AuthorityEntry {
  /** A code of `authorityRules`, or the one category that it is said of. */
  rule?: string
  category?: string
  level: Exclude<Authority, 'unknown'>
  /** Function or body outside that is in charge, where it is another than the category's owner. */
  function?: string
  /** "UU 38/2004 jo. UU 2/2022, Pasal 15". */
  basis: string
  from: string
  until: string | null
  /** Where the fact is from: a source, or "general knowledge". */
  evidence: string
}

export interface Category {
  id: string
  label: string
  group: string
  urusan: string | null
  /** Function codes per level, and the body outside. */
  owner: { regency: string | null; province: string | null; external: string | null }
  authorityRule: string
  urgency: Urgency
  slaClass: string
  phrases: string[]
  anchors: string[]
  negative: string[]
  escalateIf: string[]
  examples: string[]
}

export interface SlaClass {
  verifyWorkingDays?: number
  followUpWorkingDays?: number
  /** Wall clock, day and night. */
  acknowledgeMinutes?: number
  handOverWorkingDays?: number
  monitorWorkingDays?: number
  confidential?: boolean
  note: string
}

/** `config/lexicon.yaml`: words as citizens write them → the standard form. */
export interface Lexicon {
  version: number
  /** token → standard words, per language tag: id (slang), bkl, plb, min, jv, su, mad, bjn, en. */
  words: Record<string, Record<string, string>>
  english?: EnglishLexicon
  /** Polite openings and closings that carry no meaning. */
  politeness: string[]
  /** Words by which a post addresses somebody: min, pak gub … */
  address: string[]
}

/** Words and phrases of English → standard words; see `language/english.ts`. */
export interface EnglishLexicon {
  words: Record<string, string>
  /** Said before what they describe: "broken". Standard words say them behind. */
  describing: Record<string, string>
}

/** `config/zones.yaml`: zones of Ombudsman, PEKPPP and IKM by scheme; kept as they are. */
export type Zones = Record<string, unknown>

/** `config/governments/<slug>/government.yaml` (+ agencies.yaml, places.yaml, sources.yaml, examples.yaml) */
export interface Government {
  id: string
  name: string
  level: GovernmentLevel
  /** Kemendagri code: "17" or "16.02". */
  regionCode: string
  timezone: string
  /** WIB, WITA or WIT. */
  zoneLabel: string
  /** Three letters at the start of every tracking code: "BKL". */
  codePrefix: string
  /** Agency that coordinates (usually Kominfo), and the inspectorate's id. */
  coordinator: string
  inspectorate: string
  /** Where facts are from: a source, or "general knowledge". */
  evidence: string
  listen: { handles: string[]; keywords: string[]; hashtags: string[]; exclude: string[] }
  /** Functions that this government does not have → who has them: `regency`, `province`, `external:<code>`. */
  handOver: Record<string, string>
  agencies: Agency[]
  /** Neighbours and governments below or above that cases are handed to. */
  region: RegionNode[]
  districts: District[]
  roads: RoadRegisterEntry[]
  /** Extra names the place finder should know: facilities and landmarks. */
  landmarks: { name: string; aliases: string[]; district?: string; kind: 'facility' | 'landmark' }[]
  examples: ExamplePost[]
  sources: SourceConfiguration[]
  /** Target minutes of working time (P1: wall clock) to the first answer. */
  firstResponseMinutes: Record<Urgency, number>
  /** Preset and own numbers of the other clocks; absent is LAPOR!. */
  deadlines?: Deadlines
  /** Local hours in which only danger to life wakes somebody. */
  quietHours?: QuietHours
  /** Days off and hours of its own, beside the national calendar. */
  calendar?: Omit<OwnHours, 'alwaysOpen'>
  /**
   * Who joins an answered case: a person confirms that they get the same answer (usual), or they get
   * it by themselves, since a person approved those very words.
   */
  lateComers?: 'propose' | 'auto'
  /** Reply templates of its own, or rewritten from what is shipped, by their key. */
  ownTemplates?: ShippedTemplate[]
  /** Keys of shipped ones that it does without. */
  removedTemplates?: string[]
}

export interface Agency {
  id: string
  name: string
  abbreviation: string
  functions: string[]
  aliases: string[]
  handles: string[]
  /** Who is told at which step when an answer is late: role titles, e.g. Kabid, Kepala Dinas, Sekda. */
  escalation: string[]
  /** Codes of the districts it serves, where several agencies share a function (camat, hospitals). */
  districts?: string[]
  /** Categories that are its own, where several agencies share a function (roads, rivers). */
  categories?: string[]
  /** Hours of its own instead of the government's. */
  calendar?: OwnHours
  evidence: string
}

/** A place that a government listens to: one poll of one connector. */
export interface SourceConfiguration {
  /** Id of the connector: sample, rss, youtube, bluesky … */
  connector: string
  name: string
  enabled: boolean
  intervalSeconds: number
  /** What the connector wants to know; never a secret, at most the name of one. */
  settings: Record<string, unknown>
}

export interface RegionNode {
  /** Slug of a government that Tanggap may know, e.g. pemkot-bengkulu. */
  government: string
  code: string
  name: string
  level: GovernmentLevel
  aliases: string[]
  seat: string | null
  districts: string[]
}

export interface District {
  code: string
  name: string
  aliases: string[]
}

export interface RoadRegisterEntry {
  name: string
  aliases: string[]
  status: 'national' | 'province' | 'regency' | 'village' | 'toll' | 'special'
  source: string
  /** Number of the decree that set the status: "620/KPTS/2024". */
  decree?: string
  /** Local dates from which and until which it holds, both included. */
  from?: string
  until?: string
}

/** Posts of the government's own that must land where it says: they are tests. */
export interface ExamplePost {
  text: string
  kind?: Kind
  category?: string
  agency?: string | null
}

/** Everything that is read from a configuration folder or the database. */
export interface Configuration {
  taxonomy: Taxonomy
  lexicon: Lexicon
  calendars: HolidayCalendar[]
  zones: Zones
  /** `config/templates.yaml`; a folder may do without. */
  templates: ShippedTemplate[]
  governments: Government[]
}

/** One fault of the configuration: where, what, and how to mend it (Indonesian sentences). */
export interface ConfigurationFault {
  file: string
  /** Path inside the file: "agencies[3].functions[0]". */
  path: string
  problem: string
  remedy: string
}
