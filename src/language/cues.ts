import { DANGER_CUES } from './cues/danger.ts'
import { INTEGRITY_CUES } from './cues/integrity.ts'
import { OWNERSHIP_CUES } from './cues/ownership.ts'
import { VIOLENCE_CUES } from './cues/violence.ts'

/**
 * What the rules listen for besides the topic, by name of the clue. Phrases are standard words;
 * the normaliser brings slang and regional words to them. One phrase a comma.
 */
export const CUES: Record<string, string> = {
  ...DANGER_CUES,
  ...INTEGRITY_CUES,
  ...VIOLENCE_CUES,
  // whoever cannot speak for themselves
  child: 'anak, siswa, murid, bocah, balita, bayi, remaja, santri, pelajar, keponakan, adik',

  ...OWNERSHIP_CUES,

  // forms of speech
  'form.hoax':
    'hoax, hoaks, benarkah, apa benar, apakah benar, benar tidak, benar apa tidak, benar ya, beneran ya, beneran tidak, bener tidak, bener ga, katanya ada, kata orang, info beredar, beredar kabar, beredar info, beredar pesan, beredar link, beredar video, video beredar, pesan berantai, dapat broadcast, tolong klarifikasi, mohon klarifikasi, akun palsu, mengatasnamakan, link bantuan, penipuan bukan, resmi bukan, asli apa palsu, isu',
  'form.ask':
    'syarat, syaratnya apa, persyaratan, bagaimana cara, caranya bagaimana, cara, jadwal, kapan buka, buka jam berapa, jam berapa, jam buka, dimana, di mana, kemana, ke mana, lapor kemana, berapa biaya, biaya berapa, apa saja, info dong, minta info, mohon info, mau tanya, izin tanya, numpang tanya, mau nanya, nanya, tanya, apakah, apa bisa, bisa tidak, boleh tidak, masih ada tidak, prosedur, alamat, nomor wa, kontak, hubungi siapa',
  'form.when':
    'kapan, kapan diperbaiki, kapan dibangun, sampai kapan, kapan cair, iraha, kapan selesai',
  'form.wish':
    'usul, usulan, saran, mohon dibangun, tolong bangunkan, bangunkan, mohon diadakan, tolong diadakan, semoga, alangkah baiknya, sebaiknya, kalau bisa, bagaimana kalau, harap, berharap, diharapkan, butuh, perlu ada, minta dibangun, minta dibuatkan, mohon dibuatkan, tolong tambah, mohon ditambah, tambah, ditambah, aspirasi, mengusulkan, pertimbangkan, andai, seandainya',
  'form.praise':
    'terima kasih, makasih, mantap, mantul, keren, gercep, salut, apresiasi, bagus, ramah, cepat tanggap, respon cepat, jempol, top, hebat, alhamdulillah, bangga, respect, sukses, puas, memuaskan, joss, matur nuwun, hatur nuhun, mokasih, terbantu, sigap, panutan, pertahankan, sabar, telaten',
  'form.done':
    'sudah diperbaiki, sudah ditambal, sudah diaspal, sudah mulus, sudah bagus, sudah terang, sudah nyala, sudah menyala, sudah bersih, sudah diangkut, sudah jadi, sudah selesai, sudah lancar, sudah cair, langsung diperbaiki, langsung ditambal, langsung diangkut, langsung ditangani, langsung dikerjakan, akhirnya diperbaiki, akhirnya selesai, akhirnya jadi, akhirnya cair, akhirnya dibuka, cepat selesai, lebih bagus, jadi rapi, makin bagus, makin rapi, makin bersih',
  'form.defect':
    'rusak, berlubang, bolong, hancur, ancur, mati, padam, macet, mampet, tersumbat, banjir, becek, bau, kotor, jorok, numpuk, menumpuk, tidak diangkut, tidak ada, tidak bisa, belum, lama, lambat, mahal, naik, langka, kosong, habis, error, eror, gagal, susah, sulit, kurang, jelek, buruk, parah, bocor, roboh, ambles, amblas, longsor, jebol, licin, gelap, keruh, kecil, telat, terlambat, ditolak, dipersulit, dipingpong, bolak-balik, tutup, judes, kasar, ribet, mangkrak, terbengkalai, semrawut, bising, kecewa, resah, meresahkan, mengganggu, keluhan, tolong, kasihan, capek, sia-sia, percuma, kolam, kubangan, sungai',
  'form.sarcasm':
    'mantap jalan, makasih jalan, terima kasih jalan, keren banget, hebat banget, top banget, luar biasa ya, bagus sekali ya, saking bagus, serasa, berasa, kayak kolam, kayak sungai, kayak kubangan, kayak bulan, wisata, offroad, lele, kolam renang, gratis, prestasi, juara, rekor, selamat ya',
  'form.past': 'tahun lalu, dulu, pernah, waktu itu, jaman dulu',
  'form.simile':
    'kayak, kaya, seperti, serasa, berasa, bak, mirip, macam, layaknya, udah jadi, sudah jadi',
  'form.ruin':
    'kolam, lele, kubangan, sungai, sawah, bulan, offroad, sirkuit, gurun, neraka, kuburan, empang, rawa, bubur, wahana, arena, goa, hutan, kolam renang, danau, rempeyek, kerupuk, tempe',
  'form.fault':
    'error, eror, server down, tidak bisa login, gagal login, gagal upload, gagal daftar, gagal terus, tidak bisa diakses, tidak bisa dibuka, otp, link mati, ngelag, loading terus, aplikasi error, website error, upload',
  'form.levy': 'parkir, tiket, retribusi, karcis, tarif masuk, uang masuk',
  'form.illegal':
    'melanggar, pelanggaran, ilegal, tanpa izin, dipaksa, paksa, maksa, wajib bayar, diwajibkan, harus sepaket, dijual di atas, di atas het, ditimbun, penimbunan, oplosan, dipotong, potongan, ditahan, menahan ijazah, ijazah ditahan, dicicil, tidak dibayar, tidak dibayarkan, digetok, getok, oknum, curang, kecurangan, titipan, siluman, manipulasi, palsu, dugaan, diduga, laporkan, melaporkan, tidak transparan, tidak pernah masuk, bolos, keluyuran, menyalahgunakan, buang limbah, dipersulit, intimidasi, nepotisme, orang dalam',

  // no complaint at all
  'noise.ad':
    'dijual, jual, promo, diskon, ready stock, ready, cod, open order, po, preorder, wts, giveaway, klik link, link di bio, link bio, follow, slot, gacor, maxwin, jackpot, jp, judol, deposit, minat dm, hubungi wa, order, pesan sekarang, gratis ongkir, cuma rp, harga mulai, katalog, testimoni, endorse, jasa, sewa mobil, rental, disewakan, nego, cash, kredit, dp, cicilan ringan, les privat, katering, pesanan, orderan, best seller, restock, checkout, voucher, cashback, terima pesanan, lowongan, dibutuhkan karyawan',
  'noise.news':
    'dilaporkan, menurut, ungkap, ungkapnya, kata dia, katanya kepada, ujar, ujarnya, jelas, tutur, tuturnya, kata kapolres, kapolres, kapolsek, kasat, akp, iptu, humas, polres, baca selengkapnya, selengkapnya, simak, breaking news, liputan, wartawan, wib, jumat, kamis, rabu, selasa, senin, sabtu, minggu, tersangka, diamankan, terduga, pelaku, korban diketahui, peristiwa, kejadian bermula, saksi mata, dikonfirmasi, menyebutkan, mengungkapkan, menegaskan, tewas, kabar terkini',
  'noise.pr':
    'menghadiri, dihadiri, membuka secara resmi, meresmikan, peresmian, kunjungan kerja, rapat koordinasi, rakor, apel, dalam rangka, sosialisasi, bimtek, menyerahkan bantuan, penyerahan, meninjau, monitoring, melaksanakan, kegiatan, berkomitmen, komitmen, optimis, mendukung, program unggulan, sinergi, kolaborasi, musyawarah, launching, wujudkan, mewujudkan, kabupaten yang, bersama forkopimda, didampingi, jajaran, personel, petugas melaksanakan, pengaturan lalu lintas, pelayanan prima, hari jadi, hut, selamat hari, dirgahayu, penghargaan, meraih, tim kami, petugas kami, kami sampaikan, terima kasih atas laporannya, akan kami tindaklanjuti, sudah kami teruskan, halo kak, baik kak, mohon maaf atas ketidaknyamanan, silakan dm, infografis, himbauan, imbauan, diimbau, menghimbau',
  'noise.malay':
    'kerajaan negeri, tak boleh, korang, diorang, kat sini, kat mana, jalan raya di, lori, pihak berkuasa, majlis perbandaran, mpsj, dbkl, selangor, johor, kedah, kelantan, terengganu, pahang, sabah, sarawak, kuala lumpur, putrajaya, bomba, tnb, jkr, yb, ringgit, rm, hospital, klinik kesihatan, sekolah kebangsaan, adun, macam mana, sangat teruk, teruk, jom, bilakah, parlimen',
  'noise.private':
    'shopee, tokopedia, lazada, gojek, grab, ojol, jne, jnt, sicepat, mbanking, m-banking, bca, mandiri, bri, bni, dana, ovo, gopay, kos, kost, ibu kos, pemilik kos, kontrakan, landlord, indihome, myrepublic, netflix, indomaret, alfamart, steam, mobile legend, game, tiket konser, maskapai, hotel, restoran, kafe, cafe, skincare, toko online, seller, kurir, paket, spaylater, pinjol, leasing, debt collector',
  'noise.politics':
    'pilpres, pilkada, pemilu, paslon, capres, cawapres, caleg, coblos, kampanye, partai, koalisi, oposisi, buzzer, cebong, kadrun, jokowi, prabowo, anies, ganjar, gibran, dpr ri, rezim, oligarki, demo, aksi, unjuk rasa, revolusi, presiden',
  'noise.football':
    'liga, gol, pemain, pelatih, persib, persija, arema, persebaya, timnas, wasit, kiper, striker, klub, match, babak, skor, supporter, bonek, viking, madrid, barcelona, liverpool, manchester, chelsea, arsenal, piala',
  'noise.talk':
    'wkwk, haha, ngakak, lucu, pacar, mantan, gebetan, jomblo, healing, ngopi, nongkrong, kangen, sayang, cinta, nonton, drakor, lagu, konser, drama, bucin, baper, galau, mimpi, hati, rindu, jalan-jalan, staycation, kulineran, foto, selfie',
}
