# Going on with another device: the code on the first, the number on both, and following from the first.

handoff-open = Lanjutkan di ponsel Anda
handoff-title = { handoff-open }
handoff-scan = Arahkan kamera ponsel Anda ke kode ini. Verifikasi ini terbuka di sana, satu kali.
handoff-code = Kode untuk dipindai dengan ponsel
handoff-left = Sisa detik: { $seconds }
handoff-again = Tampilkan kode baru
handoff-hint = Jangan kirim kode ini kepada siapa pun. Siapa yang membukanya dapat melanjutkan sebagai Anda.
handoff-failed = Kode tidak dapat dibuat. Tutup ini lalu coba lagi.
handoff-close = Tetap di perangkat ini
handoff-compare = Sebuah ponsel telah membuka kode. Apakah ponsel itu menampilkan nomor ini?
handoff-equal = Ya, ponsel saya menampilkan nomor ini
handoff-differs = Tidak
handoff-second-tried = Perangkat kedua mencoba membuka kode dan ditolak. Jawab ya hanya bila ponsel Anda sendiri menampilkan nomor ini.
handoff-passing = Sebentar, ponsel Anda mengambil alih…
handoff-denied = Bagus, Anda memeriksanya. Perangkat itu tidak mendapat apa-apa, dan verifikasi ini tetap di sini.

join-opening = Membuka…
join-title = Lanjutkan di ponsel ini
join-lead = { $host } meminta Anda memverifikasi identitas untuk tingkat { $level }. Anda memulainya di layar lain.
join-compare = Bandingkan: layar Anda yang lain harus menampilkan nomor yang sama. Nyatakan di sana, dan ponsel ini melanjutkan.
join-warning = Apakah seseorang mengirim kode ini kepada Anda? Kalau begitu tutup halaman ini: Anda akan memverifikasi untuk orang itu.
join-again = Coba lagi
join-handoff_opened-title = Perangkat lain telah membuka kode ini
join-handoff_opened-text = Kode hanya terbuka satu kali. Bila itu bukan Anda, tekan Tidak di layar pertama Anda, lalu tampilkan kode baru di sana.
join-handoff_expired-title = Kode ini sudah kedaluwarsa
join-handoff_expired-text = Kode berlaku dua menit. Pindai kode yang sekarang ada di layar pertama Anda.
join-handoff_denied-title = Nomornya tidak sama
join-handoff_denied-text = Begitu jawaban di layar pertama Anda, dan tidak ada yang dialihkan. Bila itu keliru, tampilkan kode baru di sana.
join-not_found-title = Kode ini tidak membuka apa pun
join-not_found-text = Kode yang lebih baru menggantikannya, atau kode tidak terpindai utuh. Pindai kode yang sekarang ada di layar pertama Anda.
join-network-title = Server tidak terjangkau
join-network-text = Periksa sambungan internet Anda, lalu coba lagi.

follow-title = { handoff-open }
follow-lead = Verifikasi ini sekarang ada di ponsel Anda. Yang Anda lakukan di sana tampil di sini.
follow-consent = Persetujuan Anda
follow-details = Data Anda
follow-document_front = Bagian depan dokumen
follow-document_back = Bagian belakang dokumen
follow-liveness = Video singkat
follow-is-done = selesai
follow-is-open = belum
follow-count = { $done } dari { $total } langkah selesai
follow-checking = Semuanya sudah diserahkan. Kami sedang memeriksa.
follow-failed = Itu tidak sampai. Coba lagi.
follow-take-back = Lanjutkan di sini saja
