/** What an officer can show of the fix, or say where there is nothing to show. */
import { EVIDENCE_LABELS } from '../../core/evidence.ts'
import type { GivenEvidence } from '../api/wire.ts'
import { base64 } from '../parts/base64.ts'

/** `none`: a reason stands for it. */
export const EVIDENCE_CHOICES = ['photo-after', 'letter', 'reporter', 'link', 'none'] as const
export type EvidenceChoice = (typeof EVIDENCE_CHOICES)[number]

export const CHOICE_LABELS: Record<EvidenceChoice, string> = {
  'photo-after': EVIDENCE_LABELS['photo-after'],
  letter: EVIDENCE_LABELS.letter,
  reporter: EVIDENCE_LABELS.reporter,
  link: EVIDENCE_LABELS.link,
  none: 'Tidak ada bukti: tuliskan alasannya',
}

/** What is typed for each; a photo is chosen. */
export const ASKED: Record<Exclude<EvidenceChoice, 'photo-after'>, string> = {
  letter: 'Nomor surat',
  reporter: 'Apa yang dinyatakan pelapor',
  link: 'Alamat tautan publik',
  none: 'Alasan tanpa bukti dukung',
}

export const isChoice = (word: string): word is EvidenceChoice =>
  EVIDENCE_CHOICES.some((known) => known === word)

const MOST_BYTES = 12 * 1024 * 1024
const PICTURES = ['image/jpeg', 'image/png', 'image/webp']

export type PhotoReading = { kind: 'read'; data: string } | { kind: 'refused'; because: string }

/** As the server takes it: JPEG, PNG or WebP of at most 12 MB, in base64. */
export const readPhoto = async (file: File | null): Promise<PhotoReading> => {
  if (!file) return { kind: 'refused', because: 'Pilih dahulu berkas fotonya.' }
  if (!PICTURES.includes(file.type))
    return { kind: 'refused', because: 'Gunakan foto JPEG, PNG, atau WebP.' }
  if (file.size > MOST_BYTES)
    return { kind: 'refused', because: 'Foto terlalu besar, paling besar 12 MB.' }
  return { kind: 'read', data: base64(new Uint8Array(await file.arrayBuffer())) }
}

/** What is typed, as the kind of evidence that it is. */
export const wordsAs = (
  choice: 'letter' | 'reporter' | 'link',
  words: string,
): Pick<GivenEvidence, 'kind' | 'letterNumber' | 'note' | 'url'> => {
  if (choice === 'letter') return { kind: choice, letterNumber: words }
  return choice === 'link' ? { kind: choice, url: words } : { kind: choice, note: words }
}
