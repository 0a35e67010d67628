/** Code points of a post that are kept; no platform we listen to allows longer ones. */
const MAX_STORED_POINTS = 8000

/**
 * Text that Postgres stores as it is: NUL aborts an insert and a lone surrogate is silently
 * changed, and one such post would take its whole page with it. Nothing else is altered.
 */
export const storableText = (raw: string, maxPoints = MAX_STORED_POINTS): string => {
  const capped = raw.slice(0, maxPoints * 2)
  const whole = capped.replaceAll('\0', '').toWellFormed()
  const points = Array.from(whole)
  return points.length > maxPoints ? points.slice(0, maxPoints).join('') : whole
}
