let last = 0

/** Predictable, so that a screenshot can be compared with the one before. */
export const uuid = (): string => {
  last += 1
  return `00000000-0000-7000-8000-${last.toString(16).padStart(12, '0')}`
}
