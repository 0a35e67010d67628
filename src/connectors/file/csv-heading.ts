/** Which column holds what, by the names that exports of platforms and offices give it. */
export type ColumnName = 'id' | 'text' | 'platform' | 'author' | 'postedAt' | 'url' | 'parentText'

const NAMES: Record<ColumnName, readonly string[]> = {
  id: [
    'id',
    'post id',
    'postid',
    'comment id',
    'nomor',
    'no laporan',
    'nomor laporan',
    'tracking id',
  ],
  text: ['teks', 'text', 'isi', 'isi laporan', 'komentar', 'comment', 'pesan', 'message', 'konten'],
  platform: ['platform', 'kanal', 'sumber', 'source', 'channel', 'media'],
  author: ['akun', 'author', 'penulis', 'username', 'user', 'pelapor', 'nama akun', 'handle'],
  postedAt: ['waktu', 'tanggal', 'postedat', 'posted at', 'date', 'created at', 'tanggal laporan'],
  url: ['tautan', 'url', 'link', 'permalink', 'alamat'],
  parentText: ['parenttext', 'parent text', 'teks induk', 'kiriman induk', 'judul kiriman'],
}

export type Columns = Partial<Record<ColumnName, number>>

/** Null without a column of texts: then it is no table of posts. */
export function readHeading(cells: readonly string[]): Columns | null {
  const names = cells.map((cell) => cell.trim().toLowerCase().replace(/[_-]+/g, ' '))
  const columns: Columns = {}
  for (const [column, aliases] of Object.entries(NAMES) as [ColumnName, readonly string[]][]) {
    // in the order of the aliases: `teks` wins over `komentar` where both are there
    const alias = aliases.find((each) => names.includes(each))
    if (alias !== undefined) columns[column] = names.indexOf(alias)
  }
  return columns.text === undefined ? null : columns
}

const DELIMITERS = [';', ',', '\t'] as const

/** Excel writes what the desk's country uses: `;` in Indonesia, `,` elsewhere. */
export function delimiterOf(heading: string): string {
  const bare = heading.replace(/"[^"]*"/g, '')
  const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ','
}
