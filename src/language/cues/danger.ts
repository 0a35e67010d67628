/**
 * Danger to life or safety, in standard words and as the regions say it. Each list is one part of
 * what makes an emergency: what happens, to whom, that it is now, or that it is only feared.
 */
const HAPPENS: Record<string, string> = {
  // it happens to a body: nobody says so of a nuisance
  'danger.body':
    'tidak sadar, tidak sadarkan diri, belum sadar, pingsan, semaput, kejang, kejang-kejang, sesak napas, sesak nafas, sasak angok, sasak napas, eungap, sesek, engap, susah napas, susah bernapas, tidak bernapas, tidak bisa napas, henti napas, tidak gerak, tidak bergerak, gak gerak, ora obah, teu usik, tidak bangun lagi, tidak respon, kritis, kolaps, koma, sekarat, nyawa, pendarahan, perdarahan, berdarah, berdarah-darah, darah banyak, darah tidak berhenti, getih teu eureun, getih ora mandek, keluar darah, muntah darah, muntaber, terkapar, tergeletak, tidak eling, teu eling, ora eling, luka parah, luka bakar, kepala bocor, patah kaki, patah tulang, badan biru, membiru, demam tinggi, panas tinggi, serangan jantung, hamil kejang, digigit ular, dipatuk ular, keracunan, muntah-muntah, muntah, ketuban pecah, pecah ketuban, mau melahirkan, mau lahiran, hendak melahirkan, nak lahiran, arek nglairake, babaran, ngalahirkeun, melahirkan di jalan, kontraksi, menggigil, hipotermia, napas tinggal satu, napas satu-satu, napas senin kamis, senin kamis, tidak bisa bangun, muntah terus, muntah diare, lemas tidak, pucat',
  // it happens to people: caught, carried off, hurt
  'danger.caught':
    'terjebak, kejebak, tajebak, tertimbun, ketimbun, katimbun, tatimbun, ketimbunan, terkurung, kekurung, takuruang, tekurung, terperangkap, tertindih, ketindih, katindih, tertimpa, ketimpa, ketiban, katinggang, ninggang, ditimpa, roboh menimpa, terjepit, kejepit, kajepit, kegencet, tenggelam, kelelep, klelep, tikalelep, tatanggalam, kecebur, terjebur, kejebur, kecemplung, jatuh ke sungai, jatuh ke sumur, kesedot, tersedot, terseret, keseret, kaseret, hanyut, kintir, palid, anyuik, anyut, terbawa arus, terbawa ombak, kebawa arus, kebawa ombak, kebawa air, kesetrum, tersetrum, setruman, kestrum, kontak listrik, terbakar, kobong, kahuruan, ikut terbakar, diterkam, diserang, menyerang, nyerang, diterjang, masuk jurang, jatuh ke jurang, ke dalam jurang, terperosok, kejeblos, diculik, dibawa lari, ditarik masuk mobil, ditarik ke mobil, disandera, sandera, disekap, dikepung, dibacok, kena bacok, dibegal, ditusuk, ditikam, ditembak, dikeroyok, dipukuli, digebuki, digepuki, digebukin, dihajar, dianiaya, disiksa, diperkosa, dicekik, ditodong, diancam dibunuh, ancam bunuh, mau dibunuh, gantung diri, bunuh diri, loncat dari, mau loncat, mau lompat, hendak melompat, pamit mau, minum racun, tabrakan, ketabrak, tertabrak, tabrak lari, kecelakaan, terbalik, terguling, karam, kapal bocor, mati mesin, hilang kontak, mesin mati, kabel nyetrum, tersengat listrik, kesengat listrik, katut, katut banyu, murag ka, jatuh ke kali, jatuh ke laut, jatuh ke got, masuk gorong-gorong, ditarik masuk, narik anak, bawa kabur',
  // things that happen: news and complaints speak of them too
  'danger.event':
    'amblas, ambles, ambrol, ambruk, roboh, rubuh, runtuh, ambruk menimpa, jebol, longsor, urug, taban, kebakaran, kabakaran, kobongan, kahuruan, terbakar, banjir bandang, banjir, caah, rob, terendam, gempa, tsunami, puting beliung, angin ribut, angin kencang, meledak, ledakan, meletus, gas bocor, bocor gas, tabung bocor, tumbang, sungonten, kabel putus, kabel jatuh, kabel listrik jatuh, begal, rampok, perampok, maling, tawuran, ngamuk, mengamuk, harimau, buaya, gajah, beruang, ular, kobra, tawon, lebah, limbah gas, amonia, karhutla',
}

export const DANGER_CUES: Record<string, string> = {
  ...HAPPENS,
  // any of it: what a topic of danger is known by
  'danger.strong': Object.values(HAPPENS).join(', '),
  // where there is no way out
  'danger.trapped':
    'tidak bisa keluar, belum keluar, belum bisa keluar, belum dikeluarin, belum dikeluarkan, tidak bisa turun, tidak bisa dievakuasi, belum dievakuasi, alun dievakuasi, durung dievakuasi, masih di dalam, masih ada orang, masih ada di dalam, ada orang di dalam, ada anak di dalam, di dalam rumah, nang njero, jero mobil, dalam mobil, di atap, di atas atap, ke atap, atap rumah, di loteng, di plafon, di genteng, atas genteng, di atas seng, diatas seng, di atas pohon, naik meja, butuh perahu, minta perahu, minta dievakuasi, perahu karet, butuh evakuasi, tolong evakuasi, perlu dievakuasi, kirim perahu, mano perahu, tidak bisa dirujuk, tidak bisa dibawa, sendirian di rumah, sorangan, surang dalam, sendirian sama, ditinggal sendiri, nunggu perahu, saking wit, di atas lemari, di dalam sana, anak di dalam, orang di dalam, masih ado orang, terkunci di dalam',
  'danger.missing':
    'belum pulang, durung mulih, durung bali, can balik, can mulang, alun pulang, alun baliak, belum balik, belum balek, belum kembali, belum ketemu, belum ditemukan, hilang sejak, hilang dari, tidak pulang, kontak terakhir, tidak bisa dihubungi, tidak aktif dari, hp mati dari, tidak ada kabar, belum ada kabar, cari orang hilang, anak hilang, orang hilang, can kapanggih, durung ketemu, alun basuo, belum basuo, lom ketemu, belum tibo, belum sampai rumah',
  'danger.depth':
    'sepinggang, setinggi pinggang, sapinggang, sacangkeng, sak bangkekan, sebahu, seleher, sagulu, setinggi leher, sedada, setinggi dada, sampai dada, sadada, sakdodo, sak dhadha, sampai leher, sampai atap, hampir atap, setinggi orang, dua meter, satu meter, air naik, air naik terus, makin naik, air masuk, air makin tinggi, arus deras',
  // the thing itself is at work
  'danger.working':
    'api, geni, seuneu, apui, apoy, api membesar, api besar, api merembet, lidah api, berkobar, menyala, manyalo, nyala, merembet, asap tebal, asap, asap hitam, asap item, bau gas, bau nya gas, ambu gas, mambu gas, percikan api, korslet, konslet, korsleting, keluar api, menjuntai, nglewer, ngagayot, kabel terkelupas, kabel nyetrum, ada setrum, listrik masih nyala, masih nyala, di jurang, bibir jurang, retak makin lebar, makin retak, suara gemuruh, tanah bergerak, air meluap, meluap, tanggul',
  'danger.weapon':
    'celurit, clurit, kampak, kapak, golok, parang, pisau, pedang, samurai, badik, keris, pistol, senjata, senpi, panah, busur, molotov, bawa gunting, bensin, air keras, bambu runcing, arit, gobang',
  'danger.weak':
    'bumil, ibu hamil, hamil, bayi, orok, balita, anak kecil, budak leutik, lansia, jompo, nenek, kakek, mbah, lumpuh, stroke, disabilitas, difabel, orang tua sakit, orang sakit, pasien, ibu melahirkan, baru melahirkan, habis operasi, abis operasi, urang gaek, orang tuo, wong tuwo, korban',
  'danger.care':
    'cuci darah, hemodialisa, kemoterapi, operasi besok, jadwal operasi, pasien dirujuk, pasien tidak bisa, pasien kritis, ditolak igd, ditolak rumah sakit, ditolak rsud, ditolak rs, inkubator, icu, nicu, oksigen habis, tabung oksigen, ventilator',
  'danger.stranded':
    'pasien tidak bisa, tidak bisa dirujuk, tidak bisa dievakuasi, sembako habis, stok habis, obat habis, terisolasi, terisolir, tidak bisa lewat ambulans, kehabisan makanan, belum makan, kelaparan, tidak ada makanan, kampung terputus, jalan putus total, putus total',
  'danger.help':
    'tolong ambulans, butuh ambulans, minta ambulans, kirim ambulans, mana ambulans, ambulans mano, tolong damkar, butuh damkar, mana damkar, damkar belum, belum ada damkar, damkar tolong, basarnas, tolong polisi, panggil polisi, kirim bantuan, tolong cepat, cepat tolong, tolong segera, geura kadieu, tulungan, tulungan enggal, kirim orang, butuh pertolongan, minta tolong, minta pertolongan, teriak, jerit, njerit, menjerit, njaluk tulung, menta tulung, siapa saja, sos, gawat, darurat, urgent, cepetan, buruan, gancang, capek pak, lekas, kirim perahu, tolong perahu, tolong dievakuasi',
  'danger.now':
    'sekarang, saat ini, detik ini, barusan, baru saja, baru aja, malam ini, malam ko, pagi ini, siang ini, siang ko, sore ini, hari ini, tadi, tadi malam, semalam, sedang, masih, menit lalu, menit yang lalu, jam lalu, saiki, ayeuna, kini, kini ko, kinin, sateya, mangken, tadi subuh, dini hari, dari magrib, dari subuh, secepat, tolong cepat, tolong segera, bieu, bieu pisan, tadi sore, tadi siang, beberapa menit, sejam lalu, lagi kejadian',
  'danger.plea': 'tolong, tulung, tulungan, please, plis, mohon bantuan, minta tolong, siapa saja',
  'danger.accidents':
    'terbalik, sering jatuh, banyak yang jatuh, sudah jatuh, terjatuh, sering kecelakaan, rawan kecelakaan, makan korban, memakan korban, sudah banyak korban, ada yang jatuh, hampir tertabrak, patah tulang',
  'danger.past':
    'tahun lalu, bulan lalu, minggu lalu, minggu kemarin, hari yang lalu, hari lalu, taun kepungkur, wingi, kamari, kapatang, kemarin, waktu itu, dulu, pernah, sudah dipadamkan, sudah padam, sudah surut, sudah ditangani, sudah dievakuasi, sudah pulih, sudah selamat, untung, alhamdulillah selamat, selamat semua, akhirnya, kemarin dulu, beberapa waktu lalu, sejak setahun, sudah hari, sudah minggu, sudah bulan, sudah tahun, sejak hari, sejak minggu, sejak bulan, sejak tahun, dari minggu, dari bulan, dari tahun, dalam sebulan, minggu ini, berkali-kali, pascagempa, pascabanjir, sisa banjir, bekas banjir, pengungsi, pengungsian, pangungsi, setiap hujan, tiap hujan, setiap malam, tiap malam, tiap hari, sering, selalu, langganan',
  'danger.fear':
    'rawan, bahaya, membahayakan, mbebayani, jangan sampai, sebelum ada korban, takut ada korban, tunggu korban, menunggu korban, khawatir, potensi, kalau ambruk, kalau roboh, kalau longsor, kalau kebakaran, kalau jatuh, kalau banjir, mau ambruk, mau roboh, nyaris, hampir, bisa roboh, takut roboh, takut ambruk, takut longsor, takut jatuh, takut, wedi, sieun, takuik, semoga tidak, amit-amit, kalau beneran, antisipasi, mitigasi, mencegah, pencegahan, latihan, simulasi, sirine, usul, jalur evakuasi',
}
