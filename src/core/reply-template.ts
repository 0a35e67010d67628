/** What is in every reply and says nothing of this one: greetings, thanks, invitations, refusals. */
const DECORATION = /https?:\/\/\S+|[@#][\w.]+|\p{Extended_Pictographic}/gu

const GREETINGS: readonly RegExp[] = [
  /\b(?:assalamu\S*(?: wr\.? ?wb\.?| warahmatullahi wabarakatuh)?|wassalam\S*(?: wr\.? ?wb\.?)?|w\.? ?wr\.? ?wb\.?)/giu,
  /\b(?:halo|hallo|hai|hi|hei|selamat (?:pagi|siang|sore|malam|datang))(?: (?:kak|kakak|bapak|ibu|bapak\/ibu|pak|bu|sobat|sahabat|warga|saudara|semua|dulur|lur|sanak|wong kito|gan|sis|bro|min)\b[\w/]*)*/giu,
  /\b(?:yth\.?|kepada yth\.?) (?:bapak|ibu|saudara|bapak\/ibu|warga|pelapor)[\w/]*/giu,
  /\b(?:salam (?:sehat|hangat|hormat|sejahtera|literasi|tangguh)|hormat kami|regards)\b/giu,
]

const PHRASES: readonly RegExp[] = [
  /\b(?:terima ?kasih|trima ?kasih|makasih|mksh|tks|trims|matur nuwun|hatur nuhun)(?: (?:banyak|atas|sudah|telah|buat|untuk|ya|kak|kakak|bapak|ibu|pak|bu|min|kepada)\b)*(?: (?:informasi|info|infonya|laporan|laporannya|masukan|masukannya|aduan|aduannya|kritik|saran|perhatian|partisipasi|kepercayaan|pengertian|kesabaran)\S*(?: (?:dan|serta|yang|anda|bapak|ibu|kakak|nya|telah|sudah|diberikan|disampaikan|masuk)\b)*)*/giu,
  /\b(?:mohon|kami mohon|minta|sebelumnya kami mohon|kami) ?maaf(?: (?:atas|untuk|yang|sebesar-besarnya|dan|karena|ketidaknyamanan\S*|keterlambatan\S*|pelayanan\S*|kendala\S*|gangguan\S*|ini|tersebut|kami|anda|alami|terjadi))*/giu,
  /\b(?:silakan |silahkan |mohon |tolong |bisa |boleh )?(?:cek |kirim |japri |lanjut |lewat |via )*(?:dm|inbox|pesan langsung|direct message|japri)(?: (?:kami|kita|ya|kak|admin|mimin|aja|saja|ke|untuk|info|informasi|lebih|lanjut|detail|detailnya))*/giu,
  /\b(?:itu |ini |hal ini |hal tersebut |mohon maaf )?(?:bukan|bkn|di luar|diluar) (?:kewenangan|wewenang|ranah|tupoksi|urusan|tanggung jawab|bidang)(?: (?:kami|dinas kami|kita|pemerintah|provinsi|kabupaten|kota|dari|instansi))*/giu,
  /\b(?:laporan|aduan|keluhan|masukan|informasi|saran)\S*(?: (?:anda|bapak|ibu|bapak\/ibu|kakak|saudara|tersebut|ini))*(?: (?:sudah|telah|akan|segera|kami))* (?:kami )?(?:terima|diterima|tampung|ditampung|catat|dicatat|teruskan|diteruskan|sampaikan|disampaikan|tindak ?lanjuti|ditindak ?lanjuti|proses|diproses|koordinasikan)(?: (?:ke|kepada|dengan|oleh|dinas|opd|instansi|bidang|pihak|yang|terkait|berwenang|segera|secepatnya|lebih|lanjut|sesuai|ketentuan|berlaku))*/giu,
  /\b(?:akan|segera|kami akan|akan segera|akan kami)(?: (?:kami|segera|akan))* (?:tindak ?lanjuti|ditindak ?lanjuti|menindak ?lanjuti|teruskan|diteruskan|sampaikan|disampaikan|koordinasikan|dikoordinasikan|proses|diproses|cek|dicek|tampung)(?: (?:ke|kepada|dengan|oleh|dinas|opd|instansi|bidang|pihak|yang|terkait|berwenang|segera|secepatnya|lebih|lanjut))*/giu,
  /\b(?:silakan|silahkan|mohon) (?:hubungi|menghubungi|datang|langsung)(?: (?:ke|kepada|kantor|kami|dinas|instansi|pihak|terkait|call|center|nomor|layanan|admin|langsung))*/giu,
  /\b(?:mohon|harap) (?:bersabar|ditunggu|menunggu|kesabaran\S*|tunggu)(?: (?:ya|kak|dan|pengertian\S*|atas|informasi|selanjutnya))*/giu,
  /\b(?:semoga|mudah-mudahan) (?:membantu|bermanfaat|sehat selalu|informasi ini \S+)/giu,
]

/** The text that is the writer's own; `empty` where nothing is left but template. */
export const ownWords = (text: string): { text: string; empty: boolean } => {
  const own = [...GREETINGS, ...PHRASES]
    .reduce((rest, pattern) => rest.replace(pattern, ' '), text.replace(DECORATION, ' '))
    .replace(/(?:^|\s)[^\p{L}\p{N}\s]+(?=\s|$)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
  return { text: own, empty: wordsIn(own) < FEWEST_WORDS }
}

/** Different ones: a word said ten times says it once. */
const FEWEST_WORDS = 5
const wordsIn = (text: string): number =>
  new Set(text.toLowerCase().match(/\p{L}{3,}/gu) ?? []).size
