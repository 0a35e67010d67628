/**
 * Words that carry no subject: whoever writes about whatever uses them, and each sort of writer
 * others. They stay as they are when a sentence is reduced to its form; all other words leave only
 * their outline.
 */
const LISTS = {
  binding:
    'yang dan di ke dari untuk dengan pada dalam oleh sebagai karena agar supaya serta atau maka antara hingga sampai sejak saat ketika usai setelah sebelum kini sementara namun tapi tetapi padahal kalau jika bila lewat via akibat demi guna soal terkait bersama selama mulai jelang menjelang',
  stating:
    'akan sudah telah belum masih sedang lagi juga saja hanya bisa dapat harus mau ingin ini itu tersebut tidak tak bukan jangan ada adalah ialah yakni yaitu pun lah kah begini inilah begitu',
  asking: 'apakah apa siapa mana kapan bagaimana gimana kenapa mengapa berapa',
  counting:
    'para sejumlah seorang puluhan ratusan ribuan beberapa semua setiap satu dua tiga empat lima ribu juta miliar persen unit orang ton hari pekan bulan tahun jam menit',
  speakers:
    'saya aku gue gw gua kami kita kamu anda dia ia mereka beliau ambo kulo awak abdi urang sayo enyong',
  called:
    'min mimin admin pak bu bapak ibu bang kak kakak mas mbak yth halo hai sobat sahabat sob kawan rekan gaes guys lur dulur',
  offices:
    'gubernur bupati walikota wali kota camat lurah kades kadis kepala ketua anggota dinas polisi polres polsek polda kapolres kapolsek petugas tim satgas satpol pp tni polri pemkab pemkot pemprov pemerintah dishub dinkes dlh dpupr bpbd pln pdam damkar dprd dewan menteri presiden kejari kejati kejaksaan inspektorat disdik dinsos humas kpk pengadilan bmkg',
  told: 'tersangka terduga diduga dugaan pelaku korban warga masyarakat pengendara pedagang siswa saksi nihil terkini laka lakalantas arus',
  pleading:
    'tolong mohon harap semoga plis please kapan usul saran minta bantu lapor laporkan percuma',
  inviting:
    'ayo yuk mari simak baca selengkapnya cek pantau klik swipe geser tonton bio tautan link video foto kanal breaking news kabar info berita berikut jadwal daftar segera pastikan saksikan ikuti',
  days: 'senin selasa rabu kamis jumat sabtu minggu wib wit wita pagi siang sore malam kemarin tadi besok barusan semalam',
  spoken:
    'kok sih nih deh dong loh lho ya yah kan tuh gak ga nggak gk tdk dak ora teu nian bae aja doang udah udh dah wes lah banget bgt anjir woi woy terus trs sm dgn yg utk jd krn klo kl sdh blm jg tp dr pd sy lg gitu gini cuma cuman kayak kyk emang malah haha wkwk wkwkwk',
  quoting:
    'ujar ujarnya kata katanya jelas jelasnya ungkap ungkapnya tutur tuturnya tegas tegasnya ucap ucapnya imbuh imbuhnya pungkas pungkasnya terang terangnya menurut sebut mengaku mengatakan menyebut',
  thanking:
    'terima kasih makasih baik silakan silahkan siap laporannya informasinya sampaikan teruskan tindaklanjuti diimbau dihimbau imbau imbauan dimohon diminta kegiatan rangka jajaran didampingi dihadiri diikuti rangkaian sinergi',
}

export const FORM_WORDS: ReadonlySet<string> = new Set(
  Object.values(LISTS).flatMap((list) => list.split(' ')),
)
