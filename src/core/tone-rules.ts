export type ToneRuleId =
  | 'not-ours'
  | 'blame'
  | 'threat'
  | 'excuse'
  | 'scorn'
  | 'capitals'
  | 'asks-identity'
  | 'asks-phone'
  | 'asks-health'

export interface ToneRule {
  id: ToneRuleId
  level: 'warn' | 'refuse'
  /** Over folded text: small letters, nothing drawn out. */
  patterns: RegExp[]
  /** A sentence that says this too is not meant. */
  unless?: RegExp
  because: string
  suggestion: string
}

/** Spellings of everyday writing, so that a rule names each thing once. */
const NOT =
  '(?:bukan|bkn|bukn|bukanlah|dudu|dede|sanes|dak|idak|nian bukan|ora|ndak|gak|ga|nggak|tidak|tdk)'
const OUR =
  '(?:(?:ranah|bagian|domain|tupoksi) )?(?:kami|kmi|km|kita|dinas kami|opd kami|instansi kami|mimin|admin|awak|kito|urang|dewek)'
const YOU =
  '(?:anda|kamu|kmu|saudara|sodara|bapak|ibu|kalian|situ|sampeyan|panjenengan|warga|masyarakat|pelapor|netizen|mbak|mas|kak)'
const SELF = '(?:sendiri|sndiri|sendri|dewe|dewek|sorang|pribadi)'
const PHONE =
  '(?:(?:nomor|nomer|nmr|nmer|no\\.?|nope?)\\s*(?:hp|hape|handphone|wa|whatsapp|telepon|telpon|telfon|tlp|telp|ponsel|kontak|seluler)|no(?:mor|mer)? ?hp|nope|kontak (?:anda|bapak|ibu|kakak|yang bisa dihubungi)|nomor yang (?:bisa|dapat) (?:kami )?dihubungi)'
const IDENTITY =
  '(?:nik|no(?:mor|mer|\\.)? ?(?:nik|ktp|kk|bpjs|jkn|sim|paspor|rekening|rek)|ktp|e-?ktp|kartu (?:tanda penduduk|keluarga)|(?:nomor|nomer|no\\.?) induk kependudukan|kk|tanggal lahir|nama ibu kandung|npwp)'
const HEALTH =
  '(?:diagnosis|diagnosa|rekam medis|riwayat (?:penyakit|kesehatan|medis)|hasil (?:lab|laboratorium|rontgen|tes kesehatan)|(?:sakit|penyakit) apa|keluhan medis|obat apa yang)'
const ASK =
  '(?:mohon|mhn|mhon|tolong|tlg|tlong|silakan|silahkan|slhkn|sila|boleh|bolehkah|bisa|bisakah|dapatkah|harap|kirim(?:kan)?|krm|sebut(?:kan)?|tulis(?:kan)?|cantum(?:kan)?|isi(?:kan)?|lampir(?:kan)?|sertakan|informasikan|infokan|info|beri(?:kan)?|minta|mnt|njaluk|nyuwun|share|balas dengan|komen(?:tar)?|butuh|perlu|berapa|apa|spill|drop|upload|unggah|foto(?:kan)?|jalukan|lengkapi)'

const word = (source: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, 'gu')
/** An asking word, up to eight words, the thing that is asked for; or the thing and then "nya?". */
const asks = (thing: string): RegExp[] => [
  word(
    `${ASK}(?:[ ,:]+[^\\s.!?\\n]{1,20}){0,8}?[ ,:]+${thing}(?:[- ]?(?:nya|mu|anda|kakak|bapak|ibu))?`,
  ),
  word(
    `${thing}(?:[- ]?(?:nya|mu|anda|kakak|bapak|ibu|pian))?(?: (?:berapa|apa|brp|piro|pira|mana|dong|dulu|ya|donk))+`,
  ),
]

/** "Never", "through the private message": then nobody is asked in public. */
const NOT_HERE =
  /jangan|tidak perlu|tdk perlu|tak perlu|ndak usah|tidak usah|tidak akan (?:pernah )?meminta|tidak pernah meminta|lewat pesan|melalui pesan|via dm|lewat dm|melalui dm|pesan langsung|pesan pribadi|japri|di loket|ke loket|datang|bawa|membawa|di kantor|ke kantor/u

/**
 * The words that officials were caught with, and dialects' ways to say them. Patterns are the
 * program's own and bounded; none of them is entered by anybody.
 */
export const TONE_RULES: readonly ToneRule[] = [
  {
    id: 'not-ours',
    level: 'warn',
    patterns: [
      word(
        `${NOT} (?:lah )?(?:urusan|urusane|urusannyo|kewenangan|kwenangan|wewenang|wewenange|tanggung ?jawab|tugas|gawean|gawe|ranah|tupoksi|bidang) ?(?:${OUR}|pemkab|pemkot|pemprov|dinas)?`,
      ),
      word(
        '(?:itu|iku|kuwi|itu mah|eta|nian) (?:urusan|urusane|jalan|jalane|wewenang|kewenangan|tanggung jawab) (?:provinsi|pusat|nasional|kabupaten|kota|desa|orang lain|dinas lain|opd lain|instansi lain|pln|pdam|bpjs)',
      ),
      word(
        '(?:tanya|tanyakan|takon|takono|lapor|tanyo) (?:saja |aja |bae |wae |ke )*(?:provinsi|pusat|dinas lain|opd lain|instansi lain|sana|yang lain)',
      ),
      word('salah (?:alamat|kamar|tempat)'),
    ],
    // named, handed over and followed: that is what a citizen is owed
    unless:
      /(?:sudah|telah|kami|langsung) (?:kami )?(?:teruskan|diteruskan|sampaikan|disampaikan|laporkan|serahkan|koordinasikan|limpahkan|meneruskan|menyampaikan|alihkan)/u,
    because: 'Warga mendengar “bukan urusan kami”; penerusan harus disebut, bukan penolakan.',
    suggestion:
      'Sebutkan siapa yang berwenang dan bahwa laporan sudah Anda teruskan: “Ruas ini dikelola …; laporan Anda sudah kami teruskan hari ini dan kami pantau.”',
  },
  {
    id: 'blame',
    level: 'warn',
    patterns: [
      word(
        `(?:salah|salahe|salahnyo|kesalahan|salahnya|gara-gara|akibat ulah|ulah|kelakuan) (?:dari )?${YOU}(?: ${SELF})?`,
      ),
      word(
        `${YOU} (?:yang|sing|yg|nu) (?:salah|lalai|ceroboh|malas|bandel|ngeyel|tidak tahu|ora ngerti|buang sampah|tidak paham)`,
      ),
      word(
        `(?:kenapa|knp|ngapo|ngopo|mengapa|kok|napa) ${YOU} (?:tidak|tdk|gak|ga|nggak|ora|dak|baru) (?:dari (?:dulu|awal)|lapor|melapor|bilang|ngomong|sabar)`,
      ),
      word(
        `(?:makanya|mangkane|makonyo|mangkanya|makane),? (?:jangan|ojo|jgn|aja|dak usah|lain kali)`,
      ),
      word(
        `${YOU} (?:kurang|ora|tidak|tdk|dak|kurang) (?:sabar|paham|mengerti|ngerti|teliti|membaca|baca|mau tahu)`,
      ),
      word(
        '(?:baca|dibaca|simak|woco) (?:dulu|dl|disik|dulu dong|baik-baik|yang benar|yang bener)',
      ),
    ],
    because: 'Kalimat ini menyalahkan warga.',
    suggestion:
      'Akui keadaannya dan katakan apa yang Anda kerjakan, tanpa menyebut siapa yang keliru.',
  },
  {
    id: 'threat',
    level: 'warn',
    patterns: [
      word(
        '(?:bisa|dapat|akan|biso|iso|tak|kami) (?:kami |anda |saudara )?(?:dilaporkan|laporkan|lapor|dipidana|pidanakan|dipidanakan|dituntut|tuntut|polisikan|dipolisikan|diproses hukum|somasi|disomasi|digugat|gugat)(?: ke (?:polisi|polda|polres|pihak berwajib))?',
      ),
      word(
        '(?:hati-hati|hati2|ati-ati|awas|awas kau|waspada) (?:dengan|sama|karo|kalau|nek|ya|lho|lo|dalam)? ?(?:uu|undang-undang|ite|pasal|hukum|bicara|omongan|komentar|postingan|unggahan|jari)',
      ),
      word(
        '(?:uu ite|pasal pencemaran|pencemaran nama baik|ujaran kebencian|fitnah|hoaks|hoax) ?(?:bisa|dapat|itu|ada|lho|lo|ya|dijerat|kena|ancaman|menanti)?',
      ),
      word(
        '(?:jejak digital|akun anda (?:kami )?(?:catat|tandai|pantau|simpan)|ip anda|kami tahu (?:siapa|alamat) anda)',
      ),
      word(
        '(?:hapus|apus|delete|take ?down) (?:dulu )?(?:postingan|unggahan|video|videone|komentar|status|konten|story|videonya)',
      ),
      word(
        '(?:tanggung sendiri (?:akibat|risiko|resiko)nya|rasakan akibatnya|jangan menyesal|ojo getun)',
      ),
    ],
    // one may say that a report of an offence goes to the police
    unless: /(?:pelaku|pencuri|pungli|oknum|terlapor|penyebar|petugas kami)/u,
    because: 'Warga dapat membacanya sebagai ancaman.',
    suggestion:
      'Hapus kalimat ini; bila ada yang perlu diluruskan, sampaikan faktanya dengan tenang.',
  },
  {
    id: 'excuse',
    level: 'warn',
    patterns: [
      word(
        '(?:anggaran|dana|biaya|duit) (?:kami |kita |daerah )?(?:memang |masih |lagi |sangat |kan )*(?:terbatas|tidak ada|belum ada|kosong|habis|cekak|minim|dak ado|ora ono|kurang)',
      ),
      word(
        '(?:kekurangan|kurang|keterbatasan|minimnya|terbatasnya|kurange) (?:personel|personil|petugas|tenaga|pegawai|sdm|alat|armada|anggaran|dana)',
      ),
      word(
        '(?:harap|mohon|mhn|tolong|tlg) (?:di)?(?:maklum|maklumi|dimaklumi|pengertiannya|dimengerti)',
      ),
      word('(?:bukan|bkn|dudu) (?:salah|kesalahan|salahe) (?:kami|dinas|petugas|pemerintah|kita)'),
      word(
        '(?:namanya juga|jenenge ugo|wajar saja|wajar kalau|sudah biasa|lumrah|biaso bae|sudah dari dulu|wis soko biyen|memang begitu|di mana-mana juga) ?(?:hujan|musim|alam|jalan lama|begitu|rusak|banjir)?',
      ),
      word(
        '(?:faktor alam|kondisi alam|cuaca ekstrem|karena (?:faktor )?cuaca|peninggalan (?:pejabat|pemerintah|bupati|gubernur|wali kota) (?:lama|sebelumnya)|warisan (?:pejabat|pemerintahan) (?:lama|sebelumnya))',
      ),
      word(
        '(?:kami|petugas|admin|mimin) (?:juga|jg|kan|iki|kan juga|yo) (?:manusia|sibuk|lagi sibuk|banyak kerjaan|banyak tugas|libur|cuti|capek|punya keluarga)',
      ),
      word(
        '(?:baru tahu|baru dengar|baru dapat kabar|tidak ada yang (?:lapor|melapor)|belum ada laporan (?:masuk|resmi)|tidak tahu menahu)',
      ),
    ],
    // said with what is done about it and when
    unless:
      /(?:sementara itu|karena itu|oleh karena itu|namun|tetapi|sehingga)[^.]*(?:kami|akan|dijadwalkan|mulai|tanggal)/u,
    because: 'Terbaca sebagai mencari pembenaran (“jangan cari pembenaran”).',
    suggestion: 'Sebutkan langkah dan tanggalnya; alasan boleh menyusul satu kalimat sesudahnya.',
  },
  {
    id: 'scorn',
    level: 'warn',
    patterns: [
      word(
        '(?:jangan|ojo|jgn|ga usah|gak usah|nggak usah|dak usah|tidak usah|ndak usah) (?:lebay|baper|cengeng|manja|alay|drama|nyinyir|ngeluh|mengeluh|bawel|cerewet|rewel|provokasi|sok tahu|asal bicara|asal bunyi|asbun|panik)',
      ),
      word(
        '(?:lebay|baper|sok tahu|sok pintar|asbun|provokator|haters|buzzer|cari sensasi|cari perhatian|pansos|cari panggung|kurang kerjaan|mung iso ngomong|bisanya cuma (?:ngomong|kritik|protes))',
      ),
      word(
        '(?:terserah|sakarepmu|sakareppe|semau(?:mu| anda)|suko-suko|bodo amat|emang gue pikirin)',
      ),
      word(
        '(?:protes|mengeluh|ngeluh|komplain|kritik) (?:saja|aja|terus|mulu|wae|bae|tok)(?: kerjanya)?',
      ),
      word(
        '(?:sudah|udah|wis|lah) (?:dijelaskan|dibilangi?|dibilangin|diomongi|dikasih tahu) (?:berkali-kali|berulang kali|bolak-balik|berapa kali|dari kemarin)',
      ),
      word(
        '(?:viral dulu|jangan (?:asal |suka |dikit-dikit |sedikit-sedikit )?(?:di)?viral(?:kan)?|ojo diviralno|jangan viral)',
      ),
    ],
    because: 'Kalimat ini merendahkan orang yang menulis.',
    suggestion:
      'Tulis dengan “Anda” dan terima keluhannya apa adanya: “Terima kasih sudah menyampaikan …”.',
  },
  {
    id: 'asks-identity',
    level: 'refuse',
    patterns: asks(IDENTITY),
    unless: NOT_HERE,
    because: 'NIK, KTP, dan nomor identitas tidak boleh diminta di ruang publik (UU 27/2022).',
    suggestion:
      'Minta lewat pesan langsung atau di loket: “Untuk data pribadi, mohon kirim lewat pesan langsung kepada kami, jangan di kolom komentar.”',
  },
  {
    id: 'asks-phone',
    level: 'refuse',
    patterns: asks(PHONE),
    unless: new RegExp(
      `${NOT_HERE.source}|nomor (?:hp|wa|telepon) kami|(?<!di)hubungi|pengaduan kami|ke nomor|di nomor|layanan (?:wa|whatsapp)`,
      'u',
    ),
    because: 'Nomor telepon warga tidak boleh diminta di ruang publik (UU 27/2022).',
    suggestion:
      'Berikan nomor layanan Anda sendiri, atau minta lewat pesan langsung: “Silakan kirim pesan langsung agar petugas kami dapat menghubungi Anda.”',
  },
  {
    id: 'asks-health',
    level: 'refuse',
    patterns: [...asks(HEALTH), word('(?:sakit|penyakit) apa(?: ya| sih| kak| bu| pak)*')],
    unless: NOT_HERE,
    because: 'Diagnosis dan riwayat kesehatan tidak boleh ditanyakan di ruang publik (UU 27/2022).',
    suggestion:
      'Arahkan ke petugas: “Petugas rumah sakit akan membantu Anda secara langsung; mohon tidak menuliskan data kesehatan di sini.”',
  },
]
