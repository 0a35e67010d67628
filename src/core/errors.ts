/** The one catalogue of expected refusals: code → HTTP status and the sentence for the user. */
const CATALOGUE = {
  'not-signed-in': [401, 'Silakan masuk terlebih dahulu.'],
  'wrong-password': [401, 'Nama pengguna atau kata sandi tidak cocok.'],
  'too-many-attempts': [429, 'Terlalu banyak percobaan. Coba lagi beberapa menit lagi.'],
  'no-right': [403, 'Peran Anda tidak memiliki hak untuk tindakan ini.'],
  'inspectorate-only': [
    403,
    'Akun dan saluran Inspektorat hanya diatur oleh Inspektorat sendiri. Minta kepada salah satu petugasnya, atau lewat terminal server.',
  ],
  'not-found': [404, 'Data tidak ditemukan.'],
  'invalid-input': [400, 'Isian tidak sesuai. Periksa kembali.'],
  'link-used-up': [
    410,
    'Tautan ini sudah dipakai atau kedaluwarsa. Minta tautan baru kepada admin.',
  ],
  'reporter-link-used-up': [
    410,
    'Tautan ini sudah dipakai atau masanya sudah lewat. Bila masalahnya masih ada, kirim aduan baru dan sebutkan kode lacaknya.',
  ],
  'not-resolved': [
    409,
    'Tautan penilaian hanya untuk kasus yang masih dalam masa konfirmasi atau masa buka kembali. Selesaikan kasusnya dahulu.',
  ],
  'password-too-weak': [
    400,
    'Kata sandi minimal 12 karakter dan memuat huruf besar, huruf kecil, angka, dan tanda baca.',
  ],
  'username-taken': [409, 'Nama pengguna sudah dipakai.'],
  'stale-version': [409, 'Kasus ini baru saja diubah orang lain. Data terbaru sudah dimuat.'],
  'claimed-by-other': [409, 'Kasus ini sedang dikerjakan petugas lain.'],
  'not-claimed': [409, 'Ambil kasus ini dahulu sebelum mengubahnya.'],
  'snooze-without-end': [
    400,
    'Tunda kasus sampai waktu tertentu, sampai ada kiriman baru, atau keduanya.',
  ],
  'snooze-time': [400, 'Waktu tunda harus di masa depan, paling lama 90 hari.'],
  'never-snoozed': [409, 'Kasus ini belum pernah ditunda. Tentukan waktunya lebih dahulu.'],
  'not-undoable': [409, 'Tindakan ini tidak dapat dibatalkan. Buat tindakan baru bila perlu.'],
  'undo-not-yours': [403, 'Hanya yang melakukannya yang dapat membatalkan tindakan ini.'],
  'undo-too-late': [
    409,
    'Tindakan ini tidak dapat dibatalkan lagi: sudah ada perubahan sesudahnya.',
  ],
  'mention-blind': [
    409,
    'Ada nama yang tidak dapat melihat kasus ini. Hapus sebutannya dari catatan.',
  ],
  'template-gaps': [409, 'Templat belum dapat dipakai: masih ada isian yang kosong.'],
  'template-faulty': [400, 'Templat ini belum dapat disimpan.'],
  'template-unfinished': [
    409,
    'Tanggapan masih memuat bagian templat yang belum ditulis. Ganti dengan keterangan Anda.',
  ],
  'search-query': [400, 'Pencarian ini tidak dimengerti. Periksa penulisannya.'],
  'same-urgency': [409, 'Kasus ini sudah berurgensi tersebut.'],
  'illegal-move': [409, 'Langkah ini tidak berlaku untuk status kasus saat ini.'],
  'other-case': [409, 'Kedua kasus ini tidak dapat digabungkan.'],
  'posts-needed': [400, 'Pilih sebagian kiriman kasus ini, bukan semuanya.'],
  'answer-missing': [
    409,
    'Kasus belum dapat diselesaikan: belum ada jawaban bermutu untuk warga, atau alasan mengapa dijawab secara pribadi.',
  ],
  'follow-up-missing': [409, 'Kasus belum dapat diselesaikan: belum ada catatan tindak lanjut.'],
  'evidence-missing': [
    409,
    'Kasus belum dapat diselesaikan: lampirkan bukti dukung, atau tuliskan mengapa tidak ada.',
  ],
  'reopening-over': [
    409,
    'Masa buka kembali kasus ini sudah berakhir. Kiriman baru pelapor dibuka sebagai kasus baru yang tertaut.',
  ],
  'answer-not-yours': [409, 'Tanggapan ini hanya dapat diubah atau dibatalkan oleh penulisnya.'],
  'answer-state': [409, 'Langkah ini tidak berlaku untuk status tanggapan saat ini. Muat ulang.'],
  'own-answer': [409, 'Tanggapan sendiri harus disetujui orang lain.'],
  'answer-pending': [
    409,
    'Masih ada tanggapan lain yang belum terbit. Pilih: gantikan yang lain, atau biarkan.',
  ],
  'nobody-to-answer': [409, 'Tidak ada pelapor yang masih menunggu tanggapan ini.'],
  'tone-refused': [
    422,
    'Tanggapan meminta data pribadi di ruang publik. Ubah kalimatnya, lalu kirim lagi.',
  ],
  'recall-too-late': [409, 'Tanggapan sudah terbit. Terbitkan koreksi sebagai tanggapan baru.'],
  'target-state': [409, 'Balasan ini sudah terkirim atau sedang dikirim. Muat ulang.'],
  'evidence-refused': [422, 'Berkas tidak dapat diterima sebagai bukti dukung.'],
  'unknown-agency': [400, 'Perangkat daerah tujuan tidak dikenal.'],
  'accused-agency': [409, 'Kasus rahasia tidak boleh diteruskan ke perangkat daerah terlapor.'],
  'unknown-category': [400, 'Kategori tujuan tidak dikenal atau bukan untuk kasus.'],
  'kind-of-category': [
    409,
    'Kategori rahasia memuat laporan tentang seseorang, bukan apresiasi. Pilih jenis lain, atau kategori lain.',
  ],
  'same-category': [409, 'Kasus ini sudah dalam kategori dan jenis tersebut.'],
  'confidential-category': [
    409,
    'Kasus rahasia hanya dapat dipindah ke kategori rahasia lain; selain itu oleh inspektorat.',
  ],
  'unknown-target': [400, 'Tujuan tidak dikenal. Pilih tujuan dari daftar.'],
  'target-owns-it': [409, 'Tujuan itu sudah menjadi pengampu kasus ini. Pilih tujuan lain.'],
  'offer-open': [
    409,
    'Kasus ini sedang ditawarkan. Tunggu jawabannya, atau tarik dahulu tawaran itu.',
  ],
  'offer-closed': [409, 'Tawaran ini sudah dijawab, ditarik, atau diputuskan. Muat ulang daftar.'],
  'offer-decides-coordinator': [
    409,
    'Tawaran ini menunggu keputusan koordinator. Hubungi koordinator daerah.',
  ],
  'offer-undue': [
    409,
    'Tawaran ini masih menunggu jawaban sampai tenggatnya. Koordinator memutuskan sesudahnya.',
  ],
  'body-outside': [
    409,
    'Tujuan ini tidak memakai Tanggap. Gunakan “alihkan ke instansi luar” dan catat nomor rujukannya.',
  ],
  'government-here': [
    409,
    'Pemerintah daerah itu memakai Tanggap. Tawarkan kasusnya agar ada yang menerima.',
  ],
  'confidential-elsewhere': [
    409,
    'Kasus rahasia hanya dapat ditawarkan ke pemerintah daerah lain oleh koordinator atau inspektorat.',
  ],
  'confidential-support': [
    409,
    'Kasus rahasia tidak dibagikan. Tangani sendiri, atau teruskan kepada inspektorat.',
  ],
  'own-support': [400, 'OPD pendukung harus perangkat daerah lain, bukan pengampu kasus ini.'],
  'too-many-supporters': [
    409,
    'Paling banyak tiga OPD pendukung. Batalkan dahulu tugas salah satunya.',
  ],
  'task-ended': [409, 'Tugas ini sudah selesai atau dibatalkan.'],
  'result-needed': [400, 'Isi tingkat kewenangan yang ditemukan beserta buktinya.'],
  'emergency-first': [
    409,
    'Darurat tidak cukup dialihkan. Hubungi dahulu nomor darurat, lalu catat siapa yang dihubungi.',
  ],
  'handed-over-already': [
    409,
    'Kasus ini sudah dialihkan. Catat dahulu hasil dari instansi sebelumnya.',
  ],
  'hand-over-ended': [409, 'Pengalihan ini sudah berakhir dan hasilnya sudah dicatat.'],
  'same-as-read': [409, 'Kasus ini berubah sejak dibuka. Muat ulang, lalu verifikasi kembali.'],
  'tracking-taken': [
    409,
    'Nomor SP4N-LAPOR! ini sudah dicatat pada kasus lain. Periksa kembali nomornya.',
  ],
  'not-public': [409, 'Kasus rahasia tidak disalin ke SP4N-LAPOR!. Hubungi inspektorat.'],
  'bad-table': [
    400,
    'Berkas tidak dapat dibaca. Simpan sebagai CSV dengan baris judul kolom SP4N-LAPOR!.',
  ],
  'last-administrator': [409, 'Admin terakhir tidak dapat dinonaktifkan.'],
  'idempotency-mismatch': [422, 'Kunci pengulangan yang sama dipakai untuk isian yang berbeda.'],
  'bad-cursor': [400, 'Penanda halaman tidak berlaku. Muat ulang daftar.'],
  'too-large': [413, 'Berkas terlalu besar.'],
  busy: [503, 'Layanan sedang sibuk. Coba lagi sebentar.'],
} as const satisfies Record<string, readonly [number, string]>

export type ErrorCode = keyof typeof CATALOGUE

export const statusOf = (code: ErrorCode): number => CATALOGUE[code][0]
export const sentenceOf = (code: ErrorCode): string => CATALOGUE[code][1]

/** An expected "no": a value that travels, never an exception. */
export interface Refusal {
  kind: 'refused'
  code: ErrorCode
  /** More words for this one occurrence, in Indonesian. */
  detail?: string
}

export const refuse = (code: ErrorCode, detail?: string): Refusal =>
  detail === undefined ? { kind: 'refused', code } : { kind: 'refused', code, detail }
