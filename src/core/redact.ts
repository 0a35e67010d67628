/** Takes out what tells who somebody is, before words leave the house (UU 27/2022). */
const PATTERNS: [RegExp, string][] = [
  [/[\w.+-]+@[\w-]+\.[\w.-]+/g, '[surel]'],
  [/(?<![\w@])@[\w.]{2,}/g, '[akun]'],
  [/(?<![\d\w])(?:\+?62|0)[ .-]?8\d(?:[ .-]?\d){6,10}(?!\d)/g, '[nomor telepon]'],
  // NIK, KK and BPJS numbers: 13 to 16 digits, also in groups
  [/(?<!\d)\d(?:[ .-]?\d){12,15}(?!\d)/g, '[nomor identitas]'],
  [/(?<![\d\w])\(?0\d{2,3}\)?[ .-]\d{3,4}[ .-]?\d{3,4}(?!\d)/g, '[nomor telepon]'],
]

/** Handles, mail addresses, telephone and identity numbers become what they were. */
export const redact = (text: string): string =>
  PATTERNS.reduce((said, [pattern, instead]) => said.replace(pattern, instead), text)
