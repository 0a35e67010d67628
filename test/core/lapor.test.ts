import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvRows } from '../../src/core/csv-table.ts'
import { LAPOR_COLUMNS, laporText, readLaporSheet } from '../../src/core/lapor-sheet.ts'
import { readMoment } from '../../src/core/read-moment.ts'
import { redact } from '../../src/core/redact.ts'

describe('what leaves the house names nobody', () => {
  it.each([
    ['@warga_curup tolong', '[akun] tolong'],
    ['hubungi 0812-3456-7890 ya', 'hubungi [nomor telepon] ya'],
    ['wa +62 812 3456 7890', 'wa [nomor telepon]'],
    ['telp 0736-21234 kantor', 'telp 0736-21234 kantor'],
    ['telp (0736) 212 3456', 'telp [nomor telepon]'],
    ['NIK 1771012345678901 saya', 'NIK [nomor identitas] saya'],
    ['kartu 0001 2345 6789 0', 'kartu [nomor identitas]'],
    ['surel a.b@contoh.go.id', 'surel [surel]'],
    ['jalan rusak sejak 2021, 3 km, RT 05 RW 02', 'jalan rusak sejak 2021, 3 km, RT 05 RW 02'],
    ['anggaran Rp 1.500.000.000 lebih', 'anggaran Rp 1.500.000.000 lebih'],
  ])('%s → %s', (said, redacted) => {
    expect(redact(said)).toBe(redacted)
  })
})

describe('dates as offices write them', () => {
  it.each([
    ['2026-11-18 09:30', 'WIB', '2026-11-18T02:30:00.000Z'],
    ['18/11/2026 09.30', 'WITA', '2026-11-18T01:30:00.000Z'],
    ['18-11-2026', 'WIT', '2026-11-17T15:00:00.000Z'],
    ['18 November 2026 pukul 09.30 WIB', 'WIB', '2026-11-18T02:30:00.000Z'],
    ['18 Nov 2026, 09:30', 'WIB', '2026-11-18T02:30:00.000Z'],
    ['2026-11-18T02:30:00Z', 'WIT', '2026-11-18T02:30:00.000Z'],
  ])('%s %s', (said, zone, moment) => {
    expect(readMoment(said, zone)?.toISOString()).toBe(moment)
  })

  it.each(['', 'kemarin', '31/02/2026', '2026-13-01', '18/11/2026 25:00', '18 Foo 2026'])(
    '"%s" is no date',
    (said) => {
      expect(readMoment(said, 'WIB')).toBeNull()
    },
  )
})

describe('tables as offices save them', () => {
  it('every table that is written comes back, whatever the cells hold', () => {
    const cell = fc.string().map((text) => text.replaceAll('\r', '').trim())
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 })
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t'), (rows, separator) => {
        const heading = ['a', 'b']
        const quote = (text: string) => `"${text.replaceAll('"', '""')}"`
        const lines = [heading, ...rows].map((row) => row.map(quote).join(separator))
        const read = csvRows(`\uFEFF${lines.join('\r\n')}\r\n`)
        expect(read.map(({ cells }) => cells)).toEqual([heading, ...rows])
      }),
    )
  })

  it('a row knows the line at which it began', () => {
    expect(csvRows('a,b\n"dua\nbaris",1\nc,d\n').map(({ line }) => line)).toEqual([1, 2, 4])
  })
})

describe('an export of SP4N-LAPOR!', () => {
  const heading = 'Tracking ID;Judul Laporan;Isi Laporan;Status;Tanggal Status;Tindak Lanjut'

  it('is read by the names of its columns, broken rows with their line', () => {
    const file = [
      heading,
      '1906867;Jalan rusak;Di depan pasar;Sedang Diproses;18/11/2026 09.30;',
      'abc;Jalan;x;Selesai;18/11/2026;',
      '1906868;Jalan;x;Melayang;18/11/2026;',
      '1906869;Jalan;x;Selesai;kemarin;',
    ].join('\n')
    const lines = readLaporSheet(file, 'WIB') ?? []
    expect(
      lines.map((each) => (each.kind === 'row' ? each.row.move.trackingId : each.because)),
    ).toEqual([
      '1906867',
      'baris 3: Tracking ID bukan angka',
      'baris 4: status "Melayang" tidak dikenal',
      'baris 5: tanggal status tidak terbaca',
    ])
  })

  it('another table is none', () => {
    expect(readLaporSheet('nama,alamat\nA,B\n', 'WIB')).toBeNull()
    expect(readLaporSheet('', 'WIB')).toBeNull()
  })
})

it('the clipboard has a line for each field of the form', () => {
  const cells = LAPOR_COLUMNS.map((column) => `isi ${column}`)
  expect(laporText(cells).split('\n')).toHaveLength(LAPOR_COLUMNS.length)
})
