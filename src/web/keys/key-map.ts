/** One table: what is pressed, what it does, and how the cheat sheet says it. */
export const KEY_MAP = [
  ['j', 'next', 'Kasus atau kiriman berikutnya'],
  ['k', 'previous', 'Kasus atau kiriman sebelumnya'],
  ['o', 'open', 'Buka kasus (atau Enter)'],
  ['u', 'back', 'Kembali ke antrean (atau Esc)'],
  ['c', 'claim', 'Ambil atau lepas kasus'],
  ['r', 'answer', 'Tanggapi'],
  ['f', 'follow-up', 'Catat tindak lanjut'],
  ['n', 'note', 'Catatan internal'],
  ['t', 'transfer', 'Teruskan atau kembalikan'],
  ['b', 'recategorise', 'Betulkan kategori'],
  ['m', 'merge', 'Gabungkan'],
  ['s', 'split', 'Pisahkan'],
  ['y', 'same', 'Mungkin sama: gabungkan usulan teratas'],
  ['x', 'not-same', 'Mungkin sama: usulan teratas bukan sama'],
  ['e', 'resolve', 'Selesai'],
  ['w', 'why', 'Mengapa di sini?'],
  ['p', 'paste', 'Tempel tautan / salin teks'],
  ['/', 'search', 'Cari'],
  ['.', 'refresh', 'Tampilkan kasus yang baru masuk'],
  ['g q', 'go-queue', 'Ke antrean'],
  ['g t', 'go-triage', 'Ke meja pilah'],
  ['g l', 'go-late', 'Ke lewat tenggat'],
  ['g a', 'go-ledger', 'Ke di luar antrean'],
  ['?', 'sheet', 'Daftar pintasan ini'],
] as const

export type KeyCommand = (typeof KEY_MAP)[number][1]

export type KeyReading =
  | { kind: 'command'; command: KeyCommand }
  | { kind: 'pending'; pressed: string }
  | { kind: 'nothing' }

/** `before` is what was pressed just now and may be the first half of a pair. */
export const readKey = (before: string, key: string): KeyReading => {
  if (key === 'Escape') return { kind: 'command', command: 'back' }
  const pressed = before === '' ? key : `${before} ${key}`
  const hit = KEY_MAP.find(([keys]) => keys === pressed)
  if (hit) return { kind: 'command', command: hit[1] }
  if (KEY_MAP.some(([keys]) => keys.startsWith(`${pressed} `))) return { kind: 'pending', pressed }
  return before === '' ? { kind: 'nothing' } : readKey('', key)
}
