/** Whose duty a problem is, as words tell it: see `core/authority.ts`. One phrase a comma. */
export const OWNERSHIP_CUES: Record<string, string> = {
  'road.national':
    'jalan nasional, jalan negara, jalinsum, jalintim, jalinbar, jalinteng, jalur pantura, pantura, lintas sumatera, lintas timur, lintas barat, lintas tengah, trans sulawesi, trans kalimantan, trans papua, bpjn, bbpjn, jalan arteri nasional',
  'road.toll': 'jalan tol, tol, gerbang tol, exit tol, rest area',
  'road.province': 'jalan provinsi, jalan propinsi, ruas provinsi',
  'road.regency': 'jalan kabupaten, jalan kota',
  'road.village': 'jalan desa, jalan dusun, jalan rabat beton desa, jalan setapak',
  'road.special': 'jalan perusahaan, jalan pt, jalan poros trans, jalan kebun, jalan tambang',
  'school.basic':
    'sd, sdn, sdit, smp, smpn, paud, tk, slb sd, sekolah dasar, sltp, smpit, taman kanak, kelas 1, kelas 2, kelas 3, kelas 4, kelas 5, kelas 6, kelas 7, kelas 8, kelas 9, kelas satu, kelas dua, kelas tiga, kelas empat, kelas lima, kelas enam, kelas tujuh, kelas delapan, kelas sembilan',
  'school.middle':
    'sma, sman, smk, smkn, slta, slb, sekolah menengah atas, stm, sma negeri, kelas 10, kelas 11, kelas 12, kelas sepuluh, kelas sebelas, kelas dua belas',
  'school.madrasah':
    'man, mts, mtsn, madrasah, ponpes, pesantren, pondok, raudhatul athfal, mi negeri, ma swasta',
  'school.national': 'pip, kip, kip kuliah, program indonesia pintar',
  'health.puskesmas': 'puskesmas, pustu, posyandu, bidan desa, polindes, poskesdes',
  'health.hospital': 'rsud, rs, rumah sakit, igd, ugd, rawat inap, rsia, rsup',
  'tax.vehicle':
    'pkb, opsen, samsat, pajak motor, pajak mobil, pajak kendaraan, stnk, bpkb, bbnkb, balik nama kendaraan, pemutihan, plat',
  'tax.property': 'pbb, bphtb, njop, pajak bumi, pajak restoran, pajak hotel, pajak reklame, sppt',
  'labour.wage':
    'thr, upah, gaji, umk, ump, umr, umsk, lembur, k3, kecelakaan kerja, di bawah umr, cuti hamil',
  'labour.mediation': 'phk, pesangon, dipecat, dirumahkan, perselisihan, mediasi, kontrak',
  'water.village': 'pamsimas, hippam, air desa, sumur desa, bumdes',
  'river.large':
    'bendungan, waduk, bendung, bws, bbws, balai besar, balai wilayah, kementerian, kementrian, sungai besar, wilayah sungai, sempadan sungai, tebing sungai, bantaran sungai, tanggul, bronjong, pintu air, saluran primer, irigasi primer, saluran induk',
  'outside.local':
    'wifi gratis, wifi pemprov, wifi pemkab, wifi publik, wifi taman, wifi alun-alun, wifi desa, insentif guru ngaji, guru ngaji, imam masjid, bantuan masjid, hibah masjid, marbot, perahu penyeberangan, dermaga desa, dermaga rakyat, ketek, ganti rugi lahan pemkab, tanah desa, tanah kas desa, menara tanpa izin, tower tanpa izin, kabel semrawut',
  'jkn.technical':
    'mobile jkn, pindah faskes, ganti faskes, iuran, tagihan, autodebet, va, virtual account, denda, kelas rawat, turun kelas, kacab bpjs, kantor bpjs, cetak kartu',
  'road.local':
    'gang, lorong, perumahan, perumnas, komplek, kompleks, jalan lingkungan, jembatan gantung, jembatan desa, rabat beton, ketua rt, warga rt, jalan masuk perumahan',
  'road.farm': 'jalan usaha tani, dana desa',
  'health.other': 'rshd, rsud kota, rs kota',
  'tax.samsat': 'samsat, stnk, plat kendaraan, plat nomor, bpkb',
  'food.mbg': 'mbg, makan bergizi, makan siang gratis, sppg, ompreng, food tray, menu bergizi',
  'food.symptoms':
    'muntah, mual, keracunan, diare, mencret, sakit perut, pusing, dirawat, lemas, gatal, bentol, pingsan, kejang, igd, dilarikan, puskesmas',
  'harbour.port':
    'pelabuhan, feri, ferry, kapal penumpang, kmp, asdp, ksop, pelindo, bandara, pesawat, kapal perintis, syahbandar',
  'harbour.local':
    'dermaga, speed, speedboat, ketek, getek, perahu, jukung, tongkang, kapal jaring, tambatan perahu',
  'forest.clearing':
    'hutan lindung, digunduli, gundul, perambahan, perambah, ilegal logging, illegal logging, pembalakan, penebangan liar, kayu gelondongan, polhut, hutan ditebang',
  'forest.animal':
    'gajah, harimau, buaya, beruang, satwa, penyu, monyet, beruk, ular, tapir, macan, bksda, orangutan, rusa',
  'credit.bank': 'kur, agunan, kredit usaha rakyat',
  'employer.regency':
    'lurah, kelurahan, camat, kantor camat, kecamatan, puskesmas, sd, sdn, smp, smpn, dukcapil, capil, kantor desa, pemkab, pemkot, bupati, wali kota, walikota, rsud kota',
  'means.regency': 'bupati, pak bup, pemkab, pemkot, wali kota, walikota, pak wali',
  'means.province': 'gubernur, pak gub, gub, pemprov, provinsi',
  'field.ternak':
    'sapi, kambing, kerbau, kebo, ternak, peternak, pmk, puskeswan, ayam, unggas, babi, domba, wedhus, vaksin hewan, dokter hewan, penyakit mulut dan kuku',
  'field.kebun': 'karet, sawit, kopi, kebun, perkebunan, kelapa, kakao, lada, tandan buah segar',
  'field.ikan':
    'ikan, nelayan, tambak, kolam, kapal, perahu, solar nelayan, udang, jaring, keramba, benih ikan, pukat, trawl',
  'field.tani':
    'padi, sawah, pupuk, gabah, jagung, cabai, petani, benih, hama, tikus, traktor, beras, urea',
  'field.perpustakaan':
    'perpustakaan, perpus, perpusda, perpus keliling, buku bacaan, pinjam buku, arsip',
  'body.bpjskes': 'bpjs kesehatan, jkn kis, kantor bpjs, mobile jkn',
  'body.bpjstk': 'bpjs ketenagakerjaan, jamsostek, bpjstk, bpjamsostek, jht',
  'body.pln': 'pln',
  'body.bpn': 'bpn, kantor pertanahan, badan pertanahan',
  'body.kemenag': 'kemenag, kementerian agama, kua, depag',
  'body.pertamina': 'pertamina, spbu',
  'body.telko': 'telkomsel, telkom, indihome, indosat, xl, tri, smartfren',
  'body.polri': 'polisi, polsek, polres, polda, polri, polantas, satlantas',
  'body.kemensos': 'kemensos, kementerian sosial',
  'body.kemendikdasmen': 'kemendikbud, kemendikdasmen, kementerian pendidikan, puslapdik',
  'body.bkn': 'badan kepegawaian negara, kemenpan, menpan, kemenpanrb, panselnas',
  'body.pelindo': 'pelindo, ksop, asdp, angkasa pura, syahbandar',
  'body.bulog': 'bulog',
  'body.bpjn': 'bpjn, bbpjn, kementerian pu, kementerian pupr',
  'means.city':
    'capil kota, dukcapil kota, disdukcapil kota, pemkot, wali kota, walikota, dishub kota, pak wali, dinas kota, pdam kota, pol pp kota, diknas kota, dikbud kota, dlh kota',
}
