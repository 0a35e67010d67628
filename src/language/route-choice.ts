/** Whose the post is, were it of this category: its evidence put before the rules. */
import { decideAuthority } from '../core/authority.ts'
import type { AuthorityAnswer } from '../core/authority-question.ts'
import type { AuthorityEntry, Category, Government } from '../core/configuration.ts'
import type { Authority, Kind } from '../core/reading.ts'
import { type Route, route } from '../core/routing.ts'
import type { Confidentiality } from './confidentiality.ts'
import type { OwnershipEvidence } from './ownership-evidence.ts'
import type { Analysis } from './post-analysis.ts'

export interface RouteRequest {
  analysis: Analysis
  evidence: OwnershipEvidence
  government: Government | null
  category: Category
  kind: Kind
  secret: Pick<Confidentiality, 'integrity' | 'category'>
  /** The dated laws of the taxonomy. */
  laws: readonly AuthorityEntry[]
}

export interface RouteChoice {
  route: Route
  authority: Authority
  /** Name of the rule of authority that chose this owner; null where it was not asked. */
  by: string | null
  /** Whose duty it is hangs on something that has to be looked up. */
  unsure: boolean
}

export function chooseRoute(request: RouteRequest): RouteChoice {
  const { analysis, evidence, government, category, kind, secret } = request
  const { road, heard, bodies, below, area, mentioned, fields, on } = evidence
  const authority = decideAuthority({
    category,
    clues: { road, heard, bodies },
    level: government?.level ?? null,
    urgent: kind === 'emergency',
    below,
    placed: analysis.where.place !== null,
    entries: request.laws,
    on,
  })
  const result = route({
    kind,
    category,
    authority,
    government,
    areaCode: area.code,
    areaName: area.name,
    mentioned,
    integrity: secret.integrity,
    suspicion: secret.category === null && !isIntegrity(category.id),
    accusesInspectorate: secret.integrity && ACCUSED_INSPECTOR.test(analysis.text),
    meansCity: heard.has('means.city'),
    fields,
    ambiguous: analysis.where.place?.ambiguous === true,
  })
  return {
    route: withReasons(result, authority),
    authority: kind === 'irrelevant' ? 'unknown' : authority.authority,
    by: decidedBy(result, authority) ? (authority.by ?? null) : null,
    unsure: authority.unsure === true && decidedBy(result, authority),
  }
}

/** The rule of authority chose this owner; an allegation or a named agency did not ask it. */
const decidedBy = ({ agency, function: code }: Route, { function: duty }: AuthorityAnswer) =>
  agency !== null && agency !== 'out-of-area' && code === duty

/** The law, or that nobody knows yet, stands beside the owner. */
function withReasons(result: Route, authority: AuthorityAnswer): Route {
  if (!decidedBy(result, authority)) return result
  const { basis, because, unsure } = authority
  if (unsure) return { ...result, because: `${result.because}; ${because}` }
  return basis ? { ...result, because: `${result.because}; dasar: ${basis}` } : result
}

const INTEGRITY = new Set(['gov.pungli', 'gov.korupsi'])

const isIntegrity = (category: string): boolean => INTEGRITY.has(category)

/** The same post, were it of another category: an allegation only where that one is. */
export const asIf = (request: RouteRequest, category: Category): RouteRequest => ({
  ...request,
  category,
  secret: { integrity: isIntegrity(category.id), category: null },
})

/** "lapor ke inspektorat" addresses it; its officer is who did it. */
const ACCUSED_INSPECTOR =
  /\b(oknum|pegawai|petugas|staf|staff|pejabat|auditor|orang)\s+(pegawai\s+|petugas\s+)?inspektorat/i
