/** Which area the names of a post agree on. */
import { type AreaSpan, isWithin } from './area-weight.ts'
import type { KnownSpan } from './known-places.ts'

interface Spans {
  areas: AreaSpan[]
  named: KnownSpan[]
}

/**
 * The area with the most names behind it: own before foreign, small before large. Streets and
 * estates are called after far places: what only such a name says counts where another name agrees,
 * or where it lies in the government's own area.
 * @param own Kemendagri code of the government, null for the whole country
 * @returns Kemendagri code, null where no name tells
 */
export function agreedArea(spans: Spans, own: string | null): string | null {
  const codes = [...tellingAreas(spans, own), ...writtenDown(spans)]
  let best: string | null = null
  let most = -1
  for (const code of codes) {
    const support = codes.filter((other) => isWithin(code, other)).length
    const weight = support + (isOwn(code, own) ? 3 : 0) + code.length / 20
    if (weight > most) {
      most = weight
      best = code
    }
  }
  return best
}

const writtenDown = ({ named }: Spans): string[] =>
  named.flatMap(({ code, within }) => code ?? within ?? [])

function tellingAreas({ areas, named }: Spans, own: string | null): string[] {
  const borrowed = areas.filter((area) => named.some((span) => borrows(span, area)))
  const said = areas.filter((area) => !borrowed.includes(area)).map(codeOf)
  const agreed = borrowed.filter((area) => {
    const code = codeOf(area)
    return isOwn(code, own) || said.some((other) => liesIn(code, other) || liesIn(other, code))
  })
  return [...said, ...agreed.map(codeOf)].filter(Boolean)
}

/** A village whose name several have lies where they all lie; of larger areas the likeliest is meant. */
function codeOf({ codes, level }: AreaSpan): string {
  const first = codes[0] as string
  if (level !== 'village') return first
  return codes.reduce(sharedPart, first)
}

function sharedPart(one: string, other: string): string {
  const [ours, theirs] = [one.split('.'), other.split('.')]
  const differs = ours.findIndex((part, at) => part !== theirs[at])
  return (differs < 0 ? ours : ours.slice(0, differs)).join('.')
}

/** "Jalan Kapuas", "Kampung Bali": the name is that of a place far away. */
const borrows = (span: KnownSpan, area: AreaSpan): boolean =>
  span.borrowed === true && span.from < area.from && area.to <= span.to

const isOwn = (code: string, own: string | null): boolean => own !== null && isWithin(code, own)

const liesIn = (code: string, other: string): boolean => isWithin(code, other)
