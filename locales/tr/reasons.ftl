side = { $side ->
    [back] Arka yüz
   *[front] Ön yüz
}
file_empty = Dosya boş
    .fix = Fotoğrafı yeniden seçin. Başka uygulamadan geldiyse önce telefona kaydedin.
file_too_large = Dosya çok büyük: { $found_mb } MB, en çok { $limit_mb } MB
    .fix = Bu sayfanın kamerasıyla çekin ya da daha küçük paylaşın.
file_type_unknown = Bu, okuyabildiğimiz bir fotoğraf ya da video değil
    .fix = JPEG, PNG ya da WebP kullanın ya da videoyu bu sayfada kaydedin.
file_type_unsupported = { $format } dosyaları burada kullanılamaz
    .fix = JPEG, PNG ya da WebP kullanın. iPhone: Ayarlar › Kamera › Biçimler › En Uyumlu, ya da burada çekin.
file_animated = Dosyada birkaç resim var
    .fix = Tek bir durağan fotoğraf kullanın.
file_damaged = { $format } dosyası eksik ya da bozuk
    .fix = Fotoğrafı ya da videoyu yeniden çekin. İletiyle geldiyse aslını isteyin.
file_encrypted = Dosya korumalı
    .fix = Parolasız, korumasız bir dosya kullanın.
file_too_many_pixels = Resim { $found_mp } megapiksel, en çok { $limit_mp }
    .fix = Bu sayfada çekin ya da kameranın çözünürlüğünü düşürün.
file_too_few_pixels = Resim çok küçük: kısa kenar { $found_px } piksel, en az { $needed_px }
    .fix = Yeni bir fotoğraf çekin, küçük resim kullanmayın.
file_too_costly = Dosyanın açılması çok uzun sürüyor
    .fix = Fotoğrafı ya da videoyu bu sayfada yeniden çekin.
clip_codec_unsupported = Videonun biçimi ({ $codec }) kullanılamaz
    .fix = Bu sayfada Chrome, Firefox, Edge ya da Safari ile kaydedin.
clip_without_picture = Videoda görüntü yok
    .fix = Yeniden kaydedin ve kendinizi gördüğünüze bakın.
clip_without_sound = Videoda ses yok
    .fix = Mikrofona izin verip yeniden kaydedin, rakamları yüksek sesle söyleyin.
clip_too_long = Video { $seconds } saniye, en çok { $limit_s }
    .fix = Yeniden kaydedip son rakamdan sonra durun.
document_low_resolution = { side }: belge fotoğrafta çok küçük, { $found_px } piksel geniş, en az { $needed_px }
    .fix = Belge çerçeveyi doldurana dek yaklaşın.
document_blurred = { side }: belge bulanık
    .fix = Telefonu sabit tutun, netlemek için belgeye dokunun, merceği silin.
document_glare = { side }: belgenin % { $percent } kadarında ışık yansıyor
    .fix = Belgeyi eğin ya da flaşı kapatın, parlak leke yazıyı örtmesin.
document_dark = { side }: fotoğraf çok karanlık
    .fix = Daha aydınlık bir yere gidin. Yandan gün ışığı en iyisidir.
document_overexposed = { side }: fotoğraf çok parlak
    .fix = Doğrudan ışıktan çıkın ve flaşı kapatın.
document_cut_off = { side }: bir kenar fotoğrafın dışında
    .fix = Dört köşe de çerçevede olana dek uzaklaşın.
document_not_found = { side }: fotoğrafta belge bulunamadı
    .fix = Belgeyi başka renkte düz bir yüzeye koyup çerçeveyi onunla doldurun.
document_too_near = { side }: belge fotoğrafa sığmıyor
    .fix = Dört köşe biraz boşlukla çerçevede olana dek uzaklaşın.
document_too_far = { side }: çok uzaktan çekilmiş, { $found_px } piksel geniş, en az { $needed_px }
    .fix = Belge çerçeveyi neredeyse doldurana dek yaklaşın.
document_covered = { side }: belgenin % { $percent } kadarını bir şey örtüyor
    .fix = Belgeyi bırakın ya da en kenarından tutun, parmak örtmesin.
several_documents = { side }: fotoğrafta { $count } belge var
    .fix = Her seferinde bir belgenin bir yüzünü çekin.
photo_blank = { side }: fotoğrafta bir şey yok
    .fix = Kameranın örtülü olmadığına bakın, baskılı yüzü çekin.
document_mirrored = { side }: fotoğraf aynalı
    .fix = Arka kamerayı kullanın ya da aynalamayı kapatın.
document_wrong_side = { side }: fotoğraf öteki yüzü gösteriyor
    .fix = Belgeyi çevirin; portreli yüz ön yüzdür.
same_side_twice = İki fotoğraf da aynı yüzü gösteriyor
    .fix = Belgeyi çevirip arkasını çekin.
document_from_screen = { side }: fotoğraf bir ekranı gösteriyor
    .fix = Belgenin kendisini çekin, resmini değil.
document_screenshot = { side }: bu bir ekran görüntüsü
    .fix = Belgenin kendisini kamerayla çekin.
document_grey_copy = { side }: renk yok, siyah beyaz kopyaya benziyor
    .fix = Belgenin kendisini renkli çekin.
document_origin_doubtful = { side }: ekrandan ya da çıktıdan çekilmiş olabilir
    .fix = İşaretli yerlere bakın: yazı, portre ve zemini birlikte aşan renkli çizgiler ekrandandır; güvenlik baskısı belgeyi aşmaz. Her yerde aynı boyda çapraz noktalar yazıcıdandır.
document_edit_suspected = { side }: resim değiştirilmiş olabilir ({ $found ->
        [recompressed] bir kez az kaydedilmiş yerler
        [clean] kamera kumu olmayan yerler
        [copied] iki kez geçen bir parça
       *[other] başka izler
    })
    .fix = İşaretli yerlere bakın; baskıyı, bölgeyi, portreyi ve gölge resmi karşılaştırın. Dürüst resimlerde de iz olur.
document_filtered = { side }: resimde renk süzgeci var
    .fix = Süzgeçsiz, efektsiz çekin.
document_tone_doubtful = { side }: renkler ya da tonlar alışılmadık
    .fix = Süzgeç mi renkli lamba mı karar verin. Olmazsa gün ışığında fotoğraf isteyin.
document_overprint = { side }: belgede { $found } yazıyor
    .fix = Kullanımdaki kendi belgenizi gösterin: örnek, kopya ya da filigranlı resim olmaz.
file_edited = { side }: dosya bir programın yaptığını ya da değiştirdiğini söylüyor ({ $found ->
        [editor] bir düzenleyici adı var
        [editor_trace] düzenleyici verisi var
        [generated] bir üretici adı var
       *[other] başka bir işaret
    })
    .fix = Bu tek başına bir şey kanıtlamaz. İyi bakın, kuşkuda bu sayfada çekilmiş fotoğraf isteyin.
mrz_not_found = { side }: harf ve < satırları okunamadı
    .fix = Bu satırlar net, eksiksiz ve yansımasız olacak biçimde yeniden çekin.
mrz_check_digits = { side }: harf ve < satırları kendiyle çelişiyor
    .fix = Bu satırlar net ve eksiksiz olacak biçimde yeniden çekin. Yine olursa desteğe başvurun.
barcode_not_found = { side }: barkod bulunamadı
    .fix = Barkodun tamamı net ve yansımasız olacak biçimde yeniden çekin.
barcode_unreadable = { side }: barkodda sürücü belgesi kaydı yok
    .fix = Seçtiğiniz sürücü belgesinin arkasını çektiğinize bakın.
document_expired = Belgenin süresi dolmuş
    .fix = Hâlâ geçerli bir belge kullanın.
expiry_unreadable = Geçerlilik tarihi okunamadı
    .fix = Tarih net ve yansımasız olacak biçimde yeniden çekin.
sides_differ = Ön ve arka aynı belgenin değil: { $field ->
        [name] ad farklı
        [birth_date] doğum tarihi farklı
        [number] numara farklı
        [expiry] geçerlilik farklı
        [sex] cinsiyet farklı
        [nationality] uyruk farklı
       *[other] bir alan farklı
    }
    .fix = Aynı belgenin iki yüzünü çekin.
sides_not_comparable = İki yüzde karşılaştırmaya yetecek alan okunamadı
    .fix = Ön ve arkayı gözle karşılaştırın.
print_differs = Baskı, satırlarla ya da barkodla çelişiyor: { $field ->
        [name] ad
        [birth_date] doğum tarihi
        [expiry] geçerlilik
       *[other] bir alan
    }
    .fix = Gözle karşılaştırın. Biri değiştirilmiş ya da baskı yanlış okunmuş olabilir.
print_unlike = Baskı eşleştirilemedi: { $field ->
        [number] numara
        [sex] cinsiyet
        [nationality] uyruk
       *[other] bir alan
    }
    .fix = Gözle karşılaştırın. Birçok kartta ikinci numara olur.
print_not_comparable = Baskıdan hiçbir şey satırlarla ya da barkodla karşılaştırılamadı
    .fix = Ad, doğum ve geçerliliği gözle karşılaştırın.
document_type_differs = Seçtiğiniz: { $chosen ->
        [passport] pasaport
        [id_card] kimlik kartı
        [driving_licence] sürücü belgesi
       *[other] başka belge
    }. Fotoğrafta: { $found ->
        [passport] pasaport
        [id_card] kimlik kartı
        [driving_licence] sürücü belgesi
       *[other] başka belge
    }
    .fix = Seçtiğiniz belgeyi çekin ya da ötekini seçin.
name_differs = Girdiğiniz ad belgedeki ad değil
    .fix = Resmî adınızı tam basıldığı gibi girin, bütün ad ve soyadlarla.
name_needs_look = Adlar yalnız bir kişinin denetlediği bir kurala göre uyuyor ({ $rule })
    .fix = Bildirilen adı belgedekiyle karşılaştırın.
name_unreadable = Belgedeki ad okunamadı
    .fix = Ad net ve yansımasız olacak biçimde yeniden çekin.
birth_date_differs = Girdiğiniz doğum tarihi belgedeki değil
    .fix = Girdiğiniz gün, ay ve yılı denetleyin.
birth_date_unreadable = Belgedeki doğum tarihi okunamadı
    .fix = Tarih net ve yansımasız olacak biçimde yeniden çekin.
birth_date_needs_look = Belge doğum tarihini açık bırakıyor ({ $rule })
    .fix = Bildirilen tarihi belgedekiyle karşılaştırın.
issuer_differs = Seçtiğiniz ülke belgeyi veren ülke değil
    .fix = Belgeyi veren ülkeyi seçin.
issuer_not_read = Belgeyi veren ülke okunamadı
    .fix = Bildirilen ülkeyi belgedekiyle karşılaştırın.
video_too_short = Video { $seconds } saniye, en az { $needed_s } gerekli
    .fix = Yeniden kaydedip bütün rakamları sakince söyleyin.
video_too_long = Video { $seconds } saniye, en çok { $limit_s }
    .fix = Yeniden kaydedip son rakamdan sonra durun.
face_not_seen = Yüzünüz videonun yalnız % { $percent } kadarında görüldü
    .fix = Yüzün tamamı ovalde kalsın; önünde maske, el ya da şapka olmasın.
several_faces = Videoda { $count } yüz var
    .fix = Yalnız kaydedin; yüz gösteren resim ve ekranları çevirin.
face_dark = Yüzünüz çok karanlık
    .fix = Pencereye ya da lambaya dönün.
face_overexposed = Yüzünüz çok parlak
    .fix = Doğrudan ışıktan çıkın.
face_backlit = Işık arkanızda
    .fix = Dönün, pencere ya da lamba önünüzde olsun.
face_one_sided = Yüzünüzün bir yanı karanlık
    .fix = Işık bütün yüzünüze düşene dek dönün.
face_left = Yüzünüz { $seconds } saniye görüntünün dışındaydı
    .fix = İlk rakamdan sonuncuya kadar ovalin içinde kalın.
face_changed = Videoda iki farklı yüz var gibi görünüyor
    .fix = Baştan sona tek başınıza kaydedin ve kimse yerinize geçmesin.
face_turned = Yüzünüz kameraya dönük değil
    .fix = Telefonu göz hizasında tutun ve doğrudan bakın.
face_too_far = Yüzünüz çok küçük: gözler arasında { $found_px } piksel, en az { $needed_px } gerekli
    .fix = Yüzünüz ovali doldurana kadar yaklaşın.
face_too_near = Yüzünüz kameraya çok yakın
    .fix = Başınızın tamamı ovalin içine girene kadar geri çekilin.
face_cut_off = Yüzünüzün bir bölümü görüntünün dışında
    .fix = Telefonu, saçtan çeneye kadar bütün yüzünüz ovalin içinde olacak şekilde tutun.
face_blurred = Yüzünüz bulanık
    .fix = Merceği silin, telefonu sabit tutun ve görüntü netleşene kadar bekleyin.
mouth_covered = Bir şey ağzınızı kapatıyor
    .fix = Maskeyi çıkarın; ellerinizi, atkıyı ve mikrofonu ağzınızdan uzak tutun.
eyes_covered = Bir şey gözlerinizi kapatıyor
    .fix = Koyu gözlükleri çıkarın; saç ve ellerinizi gözlerinizden uzak tutun.
forehead_covered = Bir şey alnınızı kapatıyor
    .fix = Şapka veya bereyi çıkarın ve saçınızı alnınızdan çekin. İnanç ya da sağlık nedeniyle takılan örtü, yüz kaşlardan çeneye kadar açıksa kalabilir: desteğe başvurun.
expression_not_neutral = İlk rakamdan önce gülümsediniz ya da yüzünüzü oynattınız
    .fix = İlk rakama kadar yüzünüzü sakin, ağzınızı kapalı tutun; sonra her zamanki gibi konuşun.
too_noisy = Rakamları duymak için çok gürültülü
    .fix = Sessiz bir yere gidin ya da kablolu kulaklık kullanın, açık konuşun.
no_speech = Ses duyulmadı
    .fix = Mikrofonun örtülü ya da kapalı olmadığına bakın, rakamları yüksek sesle söyleyin.
digits_differ = { $asked } rakamdan { $matched } tanesi gösterildiği gibi duyuldu
    .fix = Yeni rakamlarla kaydedin. Tek tek, gösterilen sırayla söyleyin.
mouth_still = Rakamlar duyulurken ağzınız oynamadı
    .fix = Rakamları kendiniz söyleyin; ağzınız açıkta, yüzünüz kameraya dönük olsun.
mouth_out_of_step = Ağız hareketi ile ses uyuşmuyor
    .fix = Bu sayfada yeniden kaydedin. Diğer uygulamaları kapatın, hazır video kullanmayın.
live_person_doubtful = Videoda kamera önünde canlı bir kişi olmayabilir
    .fix = Tamamını izleyin: ekran veya kâğıt kenarı, renkli çizgiler, resim gibi kayan yüz, kesintiler. İyi üretilmiş bir video bunların hiçbirini göstermez.
video_times_impossible = Videodaki karelerin zamanları hiçbir kameraya ait değil
    .fix = Videoyu büyük olasılıkla bir program yaptı veya değiştirdi. Yenisini isteyin ya da kişiyle başka yoldan görüşün.
portrait_not_found = Belgedeki portre bulunamadı
    .fix = Portre net, eksiksiz ve yansımasız olacak biçimde yeniden çekin.
portrait_too_small = Portre çok küçük: { $found_px } piksel yüksek, en az { $needed_px }
    .fix = Belge çerçeveyi doldurana dek yaklaşın.
portrait_unclear = Portre bulanık
    .fix = Telefonu sabit tutun, netlemesini bekleyip yeniden çekin.
ghost_portrait_differs = Küçük ikinci portre başka bir yüz gösteriyor gibi
    .fix = İkisini gözle karşılaştırın. Değiştirilen portre çoğu kez ikinciyi olduğu gibi bırakır; soluk olan da yanıltabilir.
face_differs = Videodaki yüz belgedeki yüz değil
    .fix = Kendi belgenizi kullanın. Sizinse iyi ışıkta gözlüksüz yeniden kaydedin ya da desteğe başvurun.
face_doubtful = İki yüzün aynı olup olmadığı belli değil
    .fix = Portreyi videonun kareleriyle karşılaştırın.
face_under_another_applicant = Bu yüz başka bir başvuranda da var
    .fix = İki vakayı karşılaştırın; ikizler ve yinelenen kayıtlar olur.
check_not_assessed = “{ $check }” denetimi yapılamadı
    .fix = Kanıtlara kendiniz bakın.
tries_used = Denemeler bitti, şimdi belgelerinize bir kişi bakıyor
    .fix = Bir şey yapmanız gerekmez. Yanıt 48 saat içinde gelir.
reviewed_in_order = Bir kişi belgeleri denetledi, yerinde buldu
    .fix = Bir şey yapmanız gerekmez.
reviewed_not_acceptable = Bir kişi belgeleri denetledi, kabul edemiyor
    .fix = Bunun yanlış olduğunu düşünüyorsanız desteğe başvurun.
sound_clipped = Kayıt anlaşılamayacak kadar yüksek
    .fix = Mikrofondan biraz uzaklaşın, olağan sesinizle konuşun.
other_speech = Rakamların yanında başka sesler ya da sözler duyuldu
    .fix = Başka kimsenin konuşmadığı bir yere gidin, radyo ve televizyonu kapatın, yalnız rakamları söyleyin.
digits_other_language = Rakamlar istenenden başka bir dilde ({ $language }) duyuldu
    .fix = Rakamları gösterilen dilde söyleyin.
digits_missing = { $asked } rakamdan yalnız { $heard } tanesi duyuldu
    .fix = Yeni rakamlarla kaydedin. Her birini kısa arayla söyleyin.
