/**
 * What newsrooms and press offices write and citizens hardly do: heads of a paper, an office that
 * acts or is quoted, an event with its date, an invitation.
 */
import { built, type Sign, saying } from './sign-finder.ts'

const OFFICE =
  '(?:pemerintah|pemkab|pemkot|pemprov|pemda|pemdes|dinas|dinsos|dinkes|disdik\\w*|dishub|dlhk?|dpu\\w*|bpbd|bnpb|bmkg|basarnas|tim sar|damkar|satpol pp|satgas|polisi|pulisi|polres\\w*|polda|polsek|tni|kodim|petugas|tim|inspektorat|kejari|kejati|kejaksaan|kpk|bpk|dprd|dewan|komisi|gubernur|wagub|bupati|wabup|wakil|wali kota|walikota|wawali|camat|lurah|kades|kepala|kadis\\w*|kapolres\\w*|kapolsek|direktur|menteri|presiden|kementerian|balai|kantor|puskesmas|rsud|pdam|pln|bpjs|bulog|pertamina|bkad|bapenda|disperindag|disdukcapil|syahbandar|ksop|bksda|pengelola|operator|manajemen|panitia|relawan|warga|seorang|sopir|pedagang|siswa|petani|nelayan|pengendara|pemotor)'
/** What stands between a subject and its verb: a name, a place. */
const FEW = '(?:\\s+[\\p{L}\\d./-]+){0,4}?'
/** Verbs as headlines have them, without their prefix. */
const BARE =
  '(?:gelar|tinjau|serahkan|salurkan|bagikan|evakuasi|amankan|tangkap|tetapkan|periksa|kejar|ambil|pasang|tambah|siapkan|siagakan|turun|turunkan|imbau|ingatkan|akui|sebut|jelaskan|pastikan|targetkan|bantah|janji|janjikan|ajak|buka|tutup|kerahkan|terjunkan|alihkan|perbaiki|bersihkan|tertibkan|ringkus|bekuk|gerebek|resmikan|luncurkan|raih|hadiri|panggil|ungkap|beberkan|soroti|desak|keluhkan|temukan|lakukan|laksanakan|berikan|sosialisasikan|bongkar|jinakkan|padamkan|pantau|sidak|razia|lantik|tanam|dukung|terima|usulkan|rampungkan|kebut|genjot|dorong|sita|musnahkan|tahan|data|kaji|pilih|pakai|terpaksa|rela|antusias|rebutan|panik|resah)'

export const PRESS_SIGNS: Sign[] = [
  // the paper: its head, its place, its hour, its hand
  built(
    'kop',
    /^\W*(?:info|kabar|warta|berita|liputan|radio|terkini|breaking|update|video|foto|infografis|galeri|pengumuman|press release|siaran pers|laporan khusus|viral)\b[^.!?]{0,30}?[\]:|–—-]/iu,
  ),
  built('tempat di depan', /^\W*\p{Lu}[\p{Lu} .,/]{3,40}(?:\([^)]*\))?\s*[-–—]\s*\p{L}/u),
  built(
    'tanda media',
    /(?:[#@]\w*(?:info|kabar|warta|news|berita|radio|media|humas|kominfo|pemkab|pemkot|pemprov|polres|polda)\w*|\b[\w-]{4,}\.(?:id|com|co|net|tv|go\.id)\b)/iu,
    '#,@,.id,.com,.co,.net,.tv,.go',
  ),
  built(
    'sumber',
    /\b(?:sumber|via|foto|reporter|kontributor|editor|penulis|laporan|dok)\b\s*[:.]|\((?:laporan|foto|ant|red|dok|hms|humas|ist|via)\b|\bredaksi\b|tim liputan|\bvia grup\b/iu,
    'sumber,via,foto,reporter,kontributor,editor,penulis,laporan,dok,(ant,(red,(hms,(humas,(ist,redaksi,tim liputan',
  ),
  built(
    'hari tanggal',
    /\b(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu)\b,?\s*\(\s*\d{1,2}[/-]\d/iu,
    'senin,selasa,rabu,kamis,jumat,sabtu,minggu',
  ),
  built(
    'hari peristiwa',
    /\b(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu(?! lalu)) (?:\([^)]*\) )?(?:pagi|siang|sore|malam|subuh|dini hari|lalu)\b/iu,
    'senin ,selasa ,rabu ,kamis ,jumat ,sabtu ,minggu ',
  ),
  built('jam di depan', /^\W*\d{1,2}[.:]\d{2}\b/u),
  built(
    'pukul',
    /\b(?:pukul|pkl\.?|jam) \d{1,2}[.:]\d{2}\b|\bwi[bt]a?\b/iu,
    'pukul ,pkl,jam ,wib,wit',
  ),
  // who says and who does
  built(
    'kata siapa',
    new RegExp(`\\b(?:${OFFICE}${FEW}|\\p{Lu}{3,})\\s*:\\s*["“]?\\p{L}`, 'iu'),
    ':',
  ),
  built('singkatan berkata', /[,.;] ?\p{Lu}{3,}[\w ]{0,20}:\s/u, ':'),
  built(
    'pejabat berbuat',
    new RegExp(
      `(?:^|[.,;:|–—-]\\s*)${OFFICE}\\b${FEW}\\s+(?:me\\p{L}{4,}|ber\\p{L}{4,}|${BARE})\\b`,
      'iu',
    ),
  ),
  built('berbuat pendek', new RegExp(`(?:^|[.,;:|–—-]\\s*)${OFFICE}\\b${FEW}\\s+${BARE}\\b`, 'iu')),
  built(
    'singkatan berbuat',
    new RegExp(
      `(?:^|[.,;:|–—-]\\s*)\\p{Lu}{3,}(?:\\s+\\p{Lu}[\\p{L}.]*){0,3}\\s+(?:[Mm]e\\p{L}{4,}|[Bb]er\\p{L}{4,}|(?:${BARE}))\\b`,
      'u',
    ),
  ),
  saying(
    'menyatakan',
    'menyebut, menyebutkan, mengatakan, menjelaskan, menegaskan, menuturkan, mengaku, mengakui, menyatakan, mengungkapkan, mengimbau, menghimbau, memastikan, menambahkan, membenarkan, membantah, mengonfirmasi, dikonfirmasi, menyampaikan, menetapkan, berjanji, dijadwalkan, menyusul, ditaksir, diperkirakan, mencapai',
  ),
  built(
    'kutipan',
    /["“][^"”]{8,}["”]\s*,?\s*(?:kata|ujar|tutur|ungkap|jelas|tegas|ucap|imbuh|terang)/iu,
    '",”',
  ),
  built(
    'begini',
    /\b(?:begini|inilah|ini|berikut) (?:kata|penjelasan|penyebab|jadwal|daftar|syarat|ciri|cara|tanggapan|respons?|alasan|kronologi|jalur|rute|sebab|fakta|sosok|langkah|kondisi|lokasi)\w*/iu,
    ' kata, penjelasan, penyebab, jadwal, daftar, syarat, ciri, cara, tanggapan, respon, alasan, kronologi, jalur, rute, sebab, fakta, sosok, langkah, kondisi, lokasi',
  ),
  saying(
    'kronologi',
    'kronologi, tersangka, terduga, saksi mata, korban jiwa, nihil korban, luka ringan, meninggal dunia, dilarikan ke, dievakuasi ke, masih didalami, masih diselidiki, masih mendata, masih dirawat, belum diketahui, belum bersedia, barang bukti, kerugian, jarak pandang, lalu lintas, arus lalin, buka tutup, dialihkan',
  ),
  built(
    'diterjang',
    /\b(?:diterjang|dilanda|diguyur|diduga|dikeluhkan|disorot|terpantau|dilaporkan|dihantam|pasca\w+|usai|jelang|akibat|imbas|gegara|lantaran|menyusul)\b/iu,
    'diterjang,dilanda,diguyur,diduga,dikeluhkan,disorot,terpantau,dilaporkan,dihantam,pasca,usai,jelang,akibat,imbas,gegara,lantaran,menyusul',
  ),
  built(
    'bilangan orang',
    /\b(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|belasan|puluhan|ratusan|ribuan|sejumlah|seorang|\d+) (?:\p{L}+ )?(?:warga|orang|rumah|unit|siswa|pelaku|pelajar|kepala keluarga|kk|jiwa|pedagang|desa|titik|kendaraan|saksi|personel|peserta|penumpang|korban)\b/iu,
    ' warga, orang, rumah, unit, siswa, pelaku, pelajar, kepala keluarga, kk, jiwa, pedagang, desa, titik, kendaraan, saksi, personel, peserta, penumpang, korban',
  ),
  // the office praises its work
  built(
    'ajakan',
    /(?:^|[.!?]\s*)(?:ayo|yuk|mari|simak|catat|pastikan|jangan lupa|kunjungi|manfaatkan|segera|saksikan|ikuti|cek|hubungi|nantikan|kenali)\b/iu,
  ),
  built(
    'kini',
    /(?:^|[.!,]\s*)kini\b|\bkini (?:bisa|hadir|cukup|lebih|dibuka)\b|\b(?:telah|resmi) (?:dibuka|diresmikan|beroperasi|diluncurkan|hadir)\b/iu,
    'kini,telah ,resmi ',
  ),
  built(
    'sahabat',
    /\b(?:[Ss]obat|[Ss]ahabat|[Kk]awan|[Rr]ekan|[Hh]alo|[Hh]ai|[Hh]allo) \p{Lu}/u,
    'obat ,ahabat ,awan ,ekan ,alo ,hai ',
  ),
  saying(
    'acara',
    'diikuti, dihadiri, didampingi, dalam rangka, hari jadi, bimtek, sosialisasi, workshop, pelatihan, penyerahan, penyaluran, peresmian, kegiatan, apel, rakor, reses, upacara, penghargaan, raih, raihan, adipura, wtp, opini, launching, sertijab, kunjungan, audiensi, musrenbang',
  ),
  saying(
    'imbauan',
    'diimbau, dihimbau, imbauan, himbauan, dimohon, diminta tidak, diminta untuk, diminta waspada, diminta tetap, mohon maaf atas, tetap waspada, hati-hati',
  ),
  saying(
    'laman',
    'laman resmi, tautan, link di bio, selengkapnya, info lengkap, info lebih lanjut, narahubung, call center, hotline, formulir, syarat:, jadwal:, lokasi:, pendaftaran',
  ),
  built('semboyan', /[.!]\s*(?:\p{L}+ ){1,4}\p{L}+[.!]?\s*(?:\p{Extended_Pictographic}|#\w+)\W*$/u),
]
