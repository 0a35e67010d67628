/**
 * Is a password strong enough? Twelve characters with upper and lower case, a digit and a mark, at
 * most 256 (BSSN Regulation 4/2021; ASVS 5.0 would ask for length alone, see reliability §0.12).
 */
const PARTS = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{L}\p{N}\s]/u]

export const isStrongPassword = (password: string): boolean => {
  const length = [...password].length
  return length >= 12 && length <= 256 && PARTS.every((part) => part.test(password))
}
