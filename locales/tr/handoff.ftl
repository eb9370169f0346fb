# Going on with another device: the code on the first, the number on both, and following from the first.

handoff-open = Telefonunuzda sürdürün
handoff-title = { handoff-open }
handoff-scan = Telefonunuzun kamerasını bu koda tutun. Kod bu doğrulamayı orada açar, yalnız bir kez.
handoff-code = Telefonunuzla taranacak kod
handoff-left = Kalan saniye: { $seconds }
handoff-again = Yeni kod göster
handoff-hint = Bu kodu kimseye göndermeyin. Kodu açan kişi sizin yerinize sürdürebilir.
handoff-failed = Kod oluşturulamadı. Burayı kapatıp yeniden deneyin.
handoff-close = Bu aygıtta kal
handoff-compare = Bir telefon kodu açtı. Telefonda bu sayı mı görünüyor?
handoff-equal = Evet, telefonumda bu sayı görünüyor
handoff-differs = Hayır
handoff-second-tried = İkinci bir aygıt kodu açmayı denedi ve reddedildi. Yalnız kendi telefonunuzda bu sayı görünüyorsa evet deyin.
handoff-passing = Bir dakika, telefonunuza geçiliyor…
handoff-denied = İyi ki baktınız. O aygıt hiçbir şey almadı, bu doğrulama burada kalıyor.

join-opening = Açılıyor…
join-title = Bu telefonda sürdürün
join-lead = { $host } sizden { $level } düzeyi için kimliğinizi doğrulamanızı istiyor. Başka bir ekranda başladınız.
join-compare = Karşılaştırın: öteki ekranınızda aynı sayı görünmeli. Orada onaylayın, bu telefonda sürdürün.
join-warning = Bu kodu size biri mi gönderdi? Öyleyse bu sayfayı kapatın: doğrulamayı onun yerine yapmış olursunuz.
join-again = Yeniden dene
join-handoff_opened-title = Bu kodu başka bir aygıt açtı
join-handoff_opened-text = Bir kod yalnız bir kez açılır. Siz değilseniz ilk ekranınızda “Hayır”a basın ve orada yeni bir kod gösterin.
join-handoff_expired-title = Bu kodun süresi doldu
join-handoff_expired-text = Bir kod iki dakika geçerlidir. İlk ekranınızda şu anda görünen kodu tarayın.
join-handoff_denied-title = Sayılar aynı değildi
join-handoff_denied-text = İlk ekranınızda böyle yanıtlandı ve hiçbir şey aktarılmadı. Yanlışlıkla olduysa orada yeni bir kod gösterin.
join-not_found-title = Bu kod hiçbir şey açmıyor
join-not_found-text = Yerine yenisi geldi ya da kodun tamamı taranmadı. İlk ekranınızda şu anda görünen kodu tarayın.
join-network-title = Sunucuya ulaşılamıyor
join-network-text = İnternet bağlantınızı denetleyip yeniden deneyin.

follow-title = { handoff-open }
follow-lead = Bu doğrulama şimdi telefonunuzda. Orada yaptıklarınız burada görünür.
follow-consent = Onayınız
follow-details = Bilgileriniz
follow-document_front = Belgenin önü
follow-document_back = Belgenin arkası
follow-liveness = Kısa video
follow-is-done = bitti
follow-is-open = yapılacak
follow-count = Biten adımlar: { $done } / { $total }
follow-checking = Her şey ulaştı. Denetliyoruz.
follow-failed = Bu ulaşmadı. Yeniden deneyin.
follow-take-back = Burada sürdür
