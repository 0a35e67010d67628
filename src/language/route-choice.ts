/** Whose the post is, were it of this category: its evidence put before the rules. */
import { decideAuthority } from '../core/authority.ts'
import type { Category, Government } from '../core/configuration.ts'
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
}

export interface RouteChoice {
  route: Route
  authority: Authority
}

export function chooseRoute(request: RouteRequest): RouteChoice {
  const { analysis, evidence, government, category, kind, secret } = request
  const { road, heard, bodies, below, area, mentioned, fields } = evidence
  const authority = decideAuthority({
    category,
    clues: { road, heard, bodies },
    level: government?.level ?? null,
    urgent: kind === 'emergency',
    below,
    placed: analysis.where.place !== null,
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
    accusesInspectorate: ACCUSED_INSPECTOR.test(analysis.text),
    meansCity: heard.has('means.city'),
    fields,
    ambiguous: analysis.where.place?.ambiguous === true,
  })
  return { route: result, authority: kind === 'irrelevant' ? 'unknown' : authority.authority }
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
