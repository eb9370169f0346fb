side = { $side ->
    [back] Bagian belakang
   *[front] Bagian depan
}
file_empty = Berkas kosong
    .fix = Pilih fotonya lagi. Bila dari aplikasi lain, simpan dulu di ponsel.
file_too_large = Berkas terlalu besar: { $found_mb } MB, maksimum { $limit_mb } MB
    .fix = Ambil foto dengan kamera halaman ini, atau bagikan ukuran lebih kecil.
file_type_unknown = Ini bukan foto atau video yang bisa kami baca
    .fix = Pakai foto JPEG, PNG, atau WebP, atau rekam video di halaman ini.
file_type_unsupported = Berkas { $format } tidak bisa dipakai di sini
    .fix = Pakai JPEG, PNG, atau WebP. Di iPhone: Pengaturan › Kamera › Format › Paling Kompatibel, atau ambil foto di sini.
file_animated = Berkas berisi beberapa gambar
    .fix = Pakai satu foto diam.
file_damaged = Berkas { $format } tidak lengkap atau rusak
    .fix = Ambil foto atau video lagi. Bila dari pesan, minta berkas aslinya.
file_encrypted = Berkas dilindungi
    .fix = Pakai berkas tanpa kata sandi atau perlindungan.
file_too_many_pixels = Gambar { $found_mp } megapiksel, maksimum { $limit_mp }
    .fix = Ambil foto di halaman ini, atau turunkan resolusi kamera.
file_too_few_pixels = Gambar terlalu kecil: sisi pendek { $found_px } piksel, perlu { $needed_px }
    .fix = Ambil foto baru, jangan gambar mini.
file_too_costly = Berkas terlalu lama dibuka
    .fix = Ambil foto atau video lagi di halaman ini.
clip_codec_unsupported = Format video ({ $codec }) tidak bisa dipakai
    .fix = Rekam di halaman ini dengan Chrome, Firefox, Edge, atau Safari.
clip_without_picture = Video tanpa gambar
    .fix = Rekam lagi dan pastikan Anda terlihat.
clip_without_sound = Video tanpa suara
    .fix = Izinkan mikrofon, rekam lagi, dan ucapkan angka dengan lantang.
clip_too_long = Video { $seconds } detik, maksimum { $limit_s }
    .fix = Rekam lagi dan berhenti setelah angka terakhir.
document_low_resolution = { side }: dokumen terlalu kecil di foto, lebar { $found_px } piksel, perlu { $needed_px }
    .fix = Mendekat sampai dokumen memenuhi bingkai.
document_blurred = { side }: dokumen buram
    .fix = Pegang ponsel diam, ketuk dokumen untuk fokus, dan lap lensa.
document_glare = { side }: cahaya memantul pada { $percent } % dokumen
    .fix = Miringkan dokumen atau matikan lampu kilat, agar tidak menutupi tulisan.
document_dark = { side }: foto terlalu gelap
    .fix = Pindah ke tempat lebih terang. Cahaya siang dari samping paling baik.
document_overexposed = { side }: foto terlalu terang
    .fix = Hindari cahaya langsung dan matikan lampu kilat.
document_cut_off = { side }: satu tepi di luar foto
    .fix = Mundur sampai keempat sudut masuk bingkai.
document_not_found = { side }: tidak ada dokumen di foto
    .fix = Letakkan dokumen di alas polos berwarna lain dan penuhi bingkai.
document_too_near = { side }: dokumen tidak muat di foto
    .fix = Mundur sampai keempat sudut masuk bingkai dengan sedikit ruang.
document_too_far = { side }: difoto terlalu jauh, lebar { $found_px } piksel, perlu { $needed_px }
    .fix = Mendekat sampai dokumen hampir memenuhi bingkai.
document_covered = { side }: ada yang menutupi { $percent } % dokumen
    .fix = Letakkan dokumen atau pegang di tepi paling luar, jangan tertutup jari.
several_documents = { side }: foto memuat { $count } dokumen
    .fix = Foto satu sisi dari satu dokumen setiap kali.
photo_blank = { side }: foto tidak menunjukkan apa-apa
    .fix = Pastikan kamera tidak tertutup dan foto sisi yang tercetak.
document_mirrored = { side }: foto terbalik cermin
    .fix = Pakai kamera belakang atau matikan efek cermin.
document_wrong_side = { side }: foto menunjukkan sisi lain
    .fix = Balikkan dokumen; sisi berpotret adalah bagian depan.
same_side_twice = Kedua foto menunjukkan sisi yang sama
    .fix = Balikkan dokumen dan foto bagian belakang.
document_from_screen = { side }: foto menunjukkan layar
    .fix = Foto dokumennya sendiri, bukan gambarnya.
document_screenshot = { side }: ini tangkapan layar
    .fix = Foto dokumennya sendiri dengan kamera.
document_grey_copy = { side }: tanpa warna, seperti salinan hitam putih
    .fix = Foto dokumennya sendiri berwarna.
document_origin_doubtful = { side }: mungkin difoto dari layar atau cetakan
    .fix = Lihat tempat bertanda: garis warna melintasi tulisan, potret, dan dasar sekaligus berasal dari layar; cetakan pengaman tidak keluar dokumen. Titik-titik bersilang sama besar di seluruh bidang berasal dari pencetak.
document_edit_suspected = { side }: gambar mungkin diubah ({ $found ->
        [recompressed] bagian yang disimpan sekali lebih sedikit
        [clean] bagian tanpa derau kamera
        [copied] potongan yang muncul dua kali
       *[other] jejak lain
    })
    .fix = Lihat tempat bertanda dan bandingkan cetakan, zona, potret, dan gambar bayangan. Gambar jujur pun punya jejak.
document_filtered = { side }: ada filter warna pada gambar
    .fix = Ambil foto tanpa filter atau efek.
document_tone_doubtful = { side }: warna atau nada tidak biasa
    .fix = Putuskan apakah filter atau lampu berwarna. Bila tidak jelas, minta foto cahaya siang.
document_overprint = { side }: dokumen memuat kata { $found }
    .fix = Pakai dokumen Anda yang berlaku: bukan contoh, salinan, atau gambar bertanda air.
file_edited = { side }: berkas mengatakan program membuat atau mengubahnya ({ $found ->
        [editor] nama penyunting tercantum
        [editor_trace] ada data penyunting
        [generated] nama pembuat tercantum
       *[other] tanda lain
    })
    .fix = Itu saja tidak membuktikan apa-apa. Lihat baik-baik, bila ragu minta foto dari halaman ini.
mrz_not_found = { side }: baris huruf dan tanda < tidak terbaca
    .fix = Foto lagi agar baris ini tajam, lengkap, dan tanpa pantulan.
mrz_check_digits = { side }: baris huruf dan tanda < bertentangan
    .fix = Foto lagi agar baris ini tajam dan lengkap. Bila terulang, hubungi dukungan.
barcode_not_found = { side }: kode batang tidak ditemukan
    .fix = Foto lagi agar seluruh kode batang tajam dan tanpa pantulan.
barcode_unreadable = { side }: kode batang tidak memuat data SIM
    .fix = Pastikan Anda memotret bagian belakang SIM yang dipilih.
document_expired = Dokumen sudah kedaluwarsa
    .fix = Pakai dokumen yang masih berlaku.
expiry_unreadable = Tanggal berlaku tidak terbaca
    .fix = Foto lagi agar tanggal ini tajam dan tanpa pantulan.
sides_differ = Depan dan belakang bukan dokumen yang sama: { $field ->
        [name] nama berbeda
        [birth_date] tanggal lahir berbeda
        [number] nomor berbeda
        [expiry] masa berlaku berbeda
        [sex] jenis kelamin berbeda
        [nationality] kewarganegaraan berbeda
       *[other] satu isian berbeda
    }
    .fix = Foto kedua sisi dokumen yang sama.
sides_not_comparable = Terlalu sedikit isian terbaca di kedua sisi untuk dibandingkan
    .fix = Bandingkan depan dan belakang dengan mata.
print_differs = Cetakan bertentangan dengan baris atau kode batang: { $field ->
        [name] nama
        [birth_date] tanggal lahir
        [expiry] masa berlaku
       *[other] satu isian
    }
    .fix = Bandingkan dengan mata. Salah satunya mungkin diubah, atau cetakan salah dibaca.
print_unlike = Cetakan tidak bisa dicocokkan: { $field ->
        [number] nomor
        [sex] jenis kelamin
        [nationality] kewarganegaraan
       *[other] satu isian
    }
    .fix = Bandingkan dengan mata. Banyak kartu mencetak nomor kedua.
print_not_comparable = Tidak ada cetakan yang bisa dibandingkan dengan baris atau kode batang
    .fix = Bandingkan nama, tanggal lahir, dan masa berlaku dengan mata.
document_type_differs = Anda memilih: { $chosen ->
        [passport] paspor
        [id_card] kartu identitas
        [driving_licence] SIM
       *[other] dokumen lain
    }. Di foto: { $found ->
        [passport] paspor
        [id_card] kartu identitas
        [driving_licence] SIM
       *[other] dokumen lain
    }
    .fix = Foto dokumen yang dipilih, atau pilih yang lain.
name_differs = Nama yang Anda isi bukan yang di dokumen
    .fix = Isi nama resmi persis seperti tercetak, semua nama.
name_needs_look = Nama hanya cocok menurut aturan yang diperiksa orang ({ $rule })
    .fix = Bandingkan nama yang diisi dengan dokumen.
name_unreadable = Nama di dokumen tidak terbaca
    .fix = Foto lagi agar nama tajam dan tanpa pantulan.
birth_date_differs = Tanggal lahir yang Anda isi bukan yang di dokumen
    .fix = Periksa hari, bulan, dan tahun isian Anda.
birth_date_unreadable = Tanggal lahir di dokumen tidak terbaca
    .fix = Foto lagi agar tanggal ini tajam dan tanpa pantulan.
birth_date_needs_look = Dokumen membiarkan tanggal lahir terbuka ({ $rule })
    .fix = Bandingkan tanggal yang diisi dengan dokumen.
issuer_differs = Negara yang dipilih bukan penerbit dokumen
    .fix = Pilih negara penerbit dokumen.
issuer_not_read = Negara penerbit tidak terbaca
    .fix = Bandingkan negara yang diisi dengan dokumen.
video_too_short = Video { $seconds } detik, perlu { $needed_s }
    .fix = Rekam lagi dan ucapkan semua angka dengan tenang.
video_too_long = Video { $seconds } detik, boleh { $limit_s }
    .fix = Rekam lagi dan berhenti setelah angka terakhir.
face_not_seen = Wajah Anda hanya terlihat dalam { $percent } % video
    .fix = Jaga seluruh wajah di oval, tanpa masker, tangan, atau topi di depan.
several_faces = Ada { $count } wajah di video
    .fix = Rekam sendirian dan singkirkan gambar atau layar berwajah.
face_dark = Wajah Anda terlalu gelap
    .fix = Hadap ke jendela atau lampu.
face_overexposed = Wajah Anda terlalu terang
    .fix = Hindari cahaya langsung.
face_backlit = Cahaya di belakang Anda
    .fix = Berbaliklah agar jendela atau lampu di depan.
face_one_sided = Satu sisi wajah gelap
    .fix = Berputarlah sampai cahaya mengenai seluruh wajah.
face_left = Wajah Anda berada di luar gambar selama { $seconds } detik
    .fix = Tetaplah di dalam oval dari angka pertama sampai terakhir.
face_changed = Tampaknya ada dua wajah berbeda dalam video
    .fix = Rekamlah sendirian dari awal sampai akhir, dan jangan biarkan siapa pun menggantikan Anda.
face_turned = Wajah Anda tidak menghadap kamera
    .fix = Pegang ponsel setinggi mata dan tatap lurus ke arahnya.
face_too_far = Wajah Anda terlalu kecil: { $found_px } piksel di antara mata, setidaknya { $needed_px } diperlukan
    .fix = Mendekatlah sampai wajah memenuhi oval.
face_too_near = Wajah Anda terlalu dekat dengan kamera
    .fix = Mundurlah sampai seluruh kepala berada di dalam oval.
face_cut_off = Sebagian wajah Anda berada di luar gambar
    .fix = Pegang ponsel sehingga seluruh wajah, dari rambut sampai dagu, berada di dalam oval.
face_blurred = Wajah Anda buram
    .fix = Bersihkan lensa, pegang ponsel dengan tenang, dan tunggu sampai gambar tajam.
mouth_covered = Sesuatu menutupi mulut Anda
    .fix = Lepaskan masker dan jauhkan tangan, syal, dan mikrofon dari mulut.
eyes_covered = Sesuatu menutupi mata Anda
    .fix = Lepaskan kacamata gelap dan jauhkan rambut serta tangan dari mata.
forehead_covered = Sesuatu menutupi dahi Anda
    .fix = Lepaskan topi dan singkirkan rambut dari dahi. Penutup kepala karena keyakinan atau kesehatan boleh tetap dipakai jika wajah dari alis sampai dagu terbuka: hubungi dukungan.
expression_not_neutral = Anda tersenyum atau mengubah raut wajah sebelum angka pertama
    .fix = Jaga wajah tetap tenang dengan mulut tertutup sampai angka pertama, lalu bicaralah seperti biasa.
too_noisy = Terlalu bising untuk mendengar angka
    .fix = Pergi ke tempat tenang atau pakai earphone berkabel, dan bicara jelas.
no_speech = Tidak ada suara terdengar
    .fix = Pastikan mikrofon tidak tertutup atau bisu, dan ucapkan angka dengan lantang.
digits_differ = { $matched } dari { $asked } angka terdengar seperti ditampilkan
    .fix = Rekam lagi dengan angka baru. Ucapkan satu per satu sesuai urutan.
mouth_still = Mulut Anda tidak bergerak saat angka terdengar
    .fix = Ucapkan sendiri, mulut tidak tertutup dan menghadap kamera.
mouth_out_of_step = Gerak mulut dan suara tidak cocok
    .fix = Rekam lagi di halaman ini. Tutup aplikasi lain dan jangan pakai video jadi.
live_person_doubtful = Video mungkin tidak menampilkan orang hidup di depan kamera
    .fix = Tonton seluruhnya: tepi layar atau kertas, garis warna, wajah yang bergerak seperti foto, potongan. Video buatan yang baik tidak menampakkan semua itu.
video_times_impossible = Waktu bingkai video tidak berasal dari kamera mana pun
    .fix = Video mungkin dibuat atau diubah program. Minta yang baru, atau temui orangnya dengan cara lain.
portrait_not_found = Potret di dokumen tidak ditemukan
    .fix = Foto lagi agar potret tajam, lengkap, dan tanpa pantulan.
portrait_too_small = Potret terlalu kecil: tinggi { $found_px } piksel, perlu { $needed_px }
    .fix = Mendekat sampai dokumen memenuhi bingkai.
portrait_unclear = Potret buram
    .fix = Pegang diam, biarkan fokus, lalu foto lagi.
ghost_portrait_differs = Potret kecil kedua tampaknya wajah lain
    .fix = Bandingkan keduanya dengan mata. Potret yang diganti sering membiarkan yang kedua; yang pudar juga bisa mengecoh.
face_differs = Wajah di video bukan wajah di dokumen
    .fix = Pakai dokumen Anda sendiri. Bila milik Anda, rekam lagi di cahaya bagus tanpa kacamata, atau hubungi dukungan.
face_doubtful = Tidak jelas apakah kedua wajah sama
    .fix = Bandingkan potret dengan gambar video.
face_under_another_applicant = Wajah ini ada pada pemohon lain
    .fix = Bandingkan kedua kasus; bisa kembar atau pendaftaran ulang.
check_not_assessed = Pemeriksaan “{ $check }” tidak bisa dilakukan
    .fix = Lihat sendiri buktinya.
tries_used = Semua percobaan habis, jadi seseorang melihat dokumen Anda
    .fix = Anda tidak perlu berbuat apa-apa. Jawaban datang dalam 48 jam.
reviewed_in_order = Seseorang memeriksa dokumen dan semuanya baik
    .fix = Anda tidak perlu berbuat apa-apa.
reviewed_not_acceptable = Seseorang memeriksa dokumen dan tidak dapat menerimanya
    .fix = Hubungi dukungan bila menurut Anda keliru.
sound_clipped = Rekaman terlalu keras untuk dipahami
    .fix = Menjauh sedikit dari mikrofon dan bicara biasa.
other_speech = Terdengar suara atau kata lain selain angka
    .fix = Pergi ke tempat tanpa orang bicara, matikan radio dan televisi, ucapkan hanya angka.
digits_other_language = Angka terdengar dalam bahasa lain ({ $language })
    .fix = Ucapkan angka dalam bahasa yang tertera.
digits_missing = Hanya { $heard } dari { $asked } angka terdengar
    .fix = Rekam lagi dengan angka baru. Ucapkan semuanya dengan jeda singkat.
