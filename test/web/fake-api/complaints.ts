import type { Platform } from '../../../src/core/post.ts'
import type { Kind, Urgency } from '../../../src/core/reading.ts'

/** Invented posts of Provinsi Bengkulu; nobody real is named. */
export interface Complaint {
  text: string
  platform: Platform
  kind: Kind
  category: string
  urgency: Urgency
  agencyId: string | null
  place: string | null
  authors: number
  confidential?: boolean
  proposedOwner?: string
}

export const CATEGORIES = [
  ['jalan.rusak', 'Jalan rusak/berlubang', 'infrastruktur'],
  ['jalan.drainase', 'Drainase tersumbat', 'infrastruktur'],
  ['kesehatan.antrean', 'Antrean dan pelayanan rumah sakit', 'kesehatan'],
  ['kesehatan.ambulans', 'Ambulans', 'kesehatan'],
  ['pendidikan.pungutan', 'Pungutan sekolah', 'pendidikan'],
  ['bencana.banjir', 'Banjir dan longsor', 'bencana'],
  ['sosial.bansos', 'Bantuan sosial tidak tepat sasaran', 'sosial'],
  ['pajak.kendaraan', 'Pelayanan Samsat', 'pajak'],
  ['listrik.padam', 'Listrik padam', 'energi'],
  ['integritas.pungli', 'Dugaan pungutan liar', 'integritas'],
].map(([id, label, group]) => ({ id: id ?? '', label: label ?? '', group: group ?? '' }))

const PUPR = 'bengkulu.dpupr'

export const COMPLAINTS: Complaint[] = [
  {
    text: 'min tolong jalan Hibrida Raya depan pasar lubangnya makin dalam, tadi pagi ado motor jatuh lagi. Sudah seminggu ndak ado yang nengok 😭',
    platform: 'tiktok',
    kind: 'complaint',
    category: 'jalan.rusak',
    urgency: 'P2',
    agencyId: PUPR,
    place: 'Jalan Hibrida Raya',
    authors: 12,
  },
  {
    text: 'BANJIR di Rawa Makmur sudah sepinggang, ado orang tuo terjebak di rumah, tolong perahu!!',
    platform: 'facebook',
    kind: 'emergency',
    category: 'bencana.banjir',
    urgency: 'P1',
    agencyId: 'bengkulu.bpbd',
    place: 'Rawa Makmur',
    authors: 7,
  },
  {
    text: 'Jembatan di lintas Kepahiang–Curup retak, truk masih lewat. Mohon dicek sebelum ada korban.',
    platform: 'instagram',
    kind: 'complaint',
    category: 'jalan.rusak',
    urgency: 'P1',
    agencyId: PUPR,
    place: 'Kepahiang',
    authors: 4,
  },
  {
    text: 'Ngantri di RSMY dari jam 6 sampai jam 1 siang baru dipanggil, kasihan lansia duduk di lantai',
    platform: 'youtube',
    kind: 'complaint',
    category: 'kesehatan.antrean',
    urgency: 'P3',
    agencyId: 'bengkulu.rsudmy',
    place: 'RSUD dr. M. Yunus',
    authors: 3,
  },
  {
    text: 'Drainase depan SMAN di Padang Jati mampet, tiap hujan air masuk ke kelas. Kapan dikeruk pak?',
    platform: 'instagram',
    kind: 'complaint',
    category: 'jalan.drainase',
    urgency: 'P3',
    agencyId: PUPR,
    place: 'Padang Jati',
    authors: 2,
  },
  {
    text: 'Bayar pajak motor di samsat keliling Argamakmur kok ditolak katanya sistem gangguan dari kemarin',
    platform: 'facebook',
    kind: 'complaint',
    category: 'pajak.kendaraan',
    urgency: 'P3',
    agencyId: 'bengkulu.samsat',
    place: 'Argamakmur',
    authors: 5,
  },
  {
    text: 'Diminta uang untuk mempercepat berkas izin, sudah tiga kali. Saya takut menyebut nama.',
    platform: 'whatsapp',
    kind: 'allegation',
    category: 'integritas.pungli',
    urgency: 'P2',
    agencyId: null,
    place: null,
    authors: 1,
    confidential: true,
  },
  {
    text: 'Listrik di Sukaraja mati dari maghrib sampai subuh, es jualan saya cair semua',
    platform: 'x',
    kind: 'complaint',
    category: 'listrik.padam',
    urgency: 'P3',
    agencyId: null,
    place: 'Sukaraja',
    authors: 6,
    proposedOwner: 'pln',
  },
  {
    text: 'Mau tanya min, syarat pindah jurusan SMK sesudah semester satu apo sajo?',
    platform: 'bluesky',
    kind: 'question',
    category: 'pendidikan.pungutan',
    urgency: 'P4',
    agencyId: 'bengkulu.dikbud',
    place: null,
    authors: 1,
  },
  {
    text: 'Usul: lampu jalan di tikungan Nakau ditambah, gelap sekali kalau malam, rawan begal',
    platform: 'tiktok',
    kind: 'suggestion',
    category: 'jalan.rusak',
    urgency: 'P4',
    agencyId: PUPR,
    place: 'Nakau',
    authors: 1,
  },
  {
    text: 'Terima kasih DPUPR, jalan ke Pantai Panjang sudah mulus lagi 👍',
    platform: 'instagram',
    kind: 'praise',
    category: 'jalan.rusak',
    urgency: 'P4',
    agencyId: PUPR,
    place: 'Pantai Panjang',
    authors: 2,
  },
  {
    text: 'Longsor menutup jalan Liku Sembilan, macet dari jam 2. Alat berat belum nampak.',
    platform: 'telegram',
    kind: 'emergency',
    category: 'bencana.banjir',
    urgency: 'P1',
    agencyId: PUPR,
    place: 'Liku Sembilan',
    authors: 9,
  },
]
