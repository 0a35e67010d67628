/** Numbers as people say them: "enam belas ribu", "16rb" and "16.000" tell of one price. */

const DIGITS: Record<string, number> = {
  satu: 1,
  dua: 2,
  tiga: 3,
  empat: 4,
  lima: 5,
  enam: 6,
  tujuh: 7,
  delapan: 8,
  sembilan: 9,
  sepuluh: 10,
  sebelas: 11,
}

/** Standard words → the same words, with numbers up to 99 and their thousands as digits. */
export function withNumbers(words: string[]): string[] {
  const result: string[] = []
  for (let at = 0; at < words.length; ) {
    const said = numberAt(words, at)
    if (said) result.push(said.value)
    else result.push(inDigits(words[at] as string))
    at += said?.length ?? 1
  }
  return result
}

function numberAt(words: string[], at: number): { value: string; length: number } | null {
  const first = DIGITS[words[at] as string]
  if (first === undefined) return null
  const unit = words[at + 1]
  if (unit === 'belas') return { value: String(first + 10), length: 2 }
  if (unit !== 'puluh') return { value: String(first), length: 1 }
  const last = DIGITS[words[at + 2] as string]
  if (last === undefined || last > 9) return { value: String(first * 10), length: 2 }
  return { value: String(first * 10 + last), length: 3 }
}

/** "16rb", "16k", "16.000" → "16"; "2,3jt" → "2,3". */
function inDigits(word: string): string {
  const money = /^(?:rp)?(\d+(?:[.,]\d+)?)(?:rb|ribu|k|jt|juta|an|x|an)?$/.exec(word)
  const digits = money?.[1]
  if (!digits) return word
  return digits.replace(/[.,]000$/, '').replace('.', ',')
}
