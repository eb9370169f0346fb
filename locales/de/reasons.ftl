side = { $side ->
    [back] Rückseite
   *[front] Vorderseite
}
file_empty = Die Datei ist leer
    .fix = Wählen Sie das Foto noch einmal. Kam es aus einer anderen App, speichern Sie es zuerst auf dem Telefon.
file_too_large = Die Datei ist zu groß: { $found_mb } MB, höchstens { $limit_mb } MB
    .fix = Nehmen Sie das Foto mit der Kamera dieser Seite auf oder teilen Sie es kleiner.
file_type_unknown = Diese Datei ist kein Foto oder Video, das wir lesen können
    .fix = Verwenden Sie ein Foto in JPEG, PNG oder WebP, oder nehmen Sie das Video auf dieser Seite auf.
file_type_unsupported = { $format }-Dateien gehen hier nicht
    .fix = Verwenden Sie JPEG, PNG oder WebP. Auf dem iPhone: Einstellungen › Kamera › Formate › Maximale Kompatibilität, oder nehmen Sie das Foto hier auf.
file_animated = Die Datei enthält mehrere Bilder
    .fix = Verwenden Sie ein einzelnes Standbild.
file_damaged = Die { $format }-Datei ist unvollständig oder beschädigt
    .fix = Nehmen Sie Foto oder Video neu auf. Kam es per Nachricht, bitten Sie um die Originaldatei.
file_encrypted = Die Datei ist geschützt
    .fix = Verwenden Sie eine Datei ohne Kennwort und Kopierschutz.
file_too_many_pixels = Das Bild hat { $found_mp } Megapixel, höchstens { $limit_mp } gehen
    .fix = Nehmen Sie das Foto auf dieser Seite auf oder wählen Sie in der Kamera-App eine kleinere Auflösung.
file_too_few_pixels = Das Bild ist zu klein: { $found_px } Pixel an der kurzen Seite, nötig sind { $needed_px }
    .fix = Nehmen Sie ein neues Foto auf, keine Vorschau.
file_too_costly = Die Datei lässt sich nicht schnell genug öffnen
    .fix = Nehmen Sie Foto oder Video auf dieser Seite neu auf.
clip_codec_unsupported = Das Format des Videos ({ $codec }) geht nicht
    .fix = Nehmen Sie das Video auf dieser Seite mit Chrome, Firefox, Edge oder Safari auf.
clip_without_picture = Das Video hat kein Bild
    .fix = Nehmen Sie neu auf und achten Sie darauf, dass Sie sich sehen.
clip_without_sound = Das Video hat keinen Ton
    .fix = Erlauben Sie das Mikrofon, nehmen Sie neu auf und sagen Sie die Ziffern laut.
clip_too_long = Das Video dauert { $seconds } Sekunden, höchstens { $limit_s } gehen
    .fix = Nehmen Sie neu auf und hören Sie nach der letzten Ziffer auf.
document_low_resolution = { side }: das Dokument ist im Foto zu klein, { $found_px } Pixel breit, nötig sind { $needed_px }
    .fix = Gehen Sie näher heran, bis das Dokument den Rahmen füllt.
document_blurred = { side }: das Dokument ist unscharf
    .fix = Halten Sie das Telefon still, tippen Sie zum Scharfstellen auf das Dokument und putzen Sie die Linse.
document_glare = { side }: Licht spiegelt sich auf { $percent } % des Dokuments
    .fix = Kippen Sie das Dokument oder schalten Sie den Blitz aus, bis kein heller Fleck den Text verdeckt.
document_dark = { side }: das Foto ist zu dunkel
    .fix = Gehen Sie an einen helleren Ort. Tageslicht von der Seite ist am besten.
document_overexposed = { side }: das Foto ist zu hell
    .fix = Gehen Sie aus dem direkten Licht und schalten Sie den Blitz aus.
document_cut_off = { side }: eine Kante liegt außerhalb des Fotos
    .fix = Gehen Sie zurück, bis alle vier Ecken im Rahmen sind.
document_not_found = { side }: im Foto wurde kein Dokument gefunden
    .fix = Legen Sie das Dokument auf eine schlichte Fläche anderer Farbe und füllen Sie den Rahmen damit.
document_too_near = { side }: das Dokument passt nicht ins Foto
    .fix = Gehen Sie zurück, bis alle vier Ecken mit etwas Rand im Rahmen sind.
document_too_far = { side }: von zu weit weg fotografiert, { $found_px } Pixel breit, nötig sind { $needed_px }
    .fix = Gehen Sie näher heran, bis das Dokument den Rahmen fast füllt.
document_covered = { side }: etwas verdeckt { $percent } % des Dokuments
    .fix = Legen Sie das Dokument hin oder halten Sie es ganz am Rand, damit kein Finger es verdeckt.
several_documents = { side }: das Foto zeigt { $count } Dokumente
    .fix = Fotografieren Sie eine Seite eines Dokuments auf einmal.
photo_blank = { side }: das Foto zeigt nichts
    .fix = Prüfen Sie, ob etwas die Kamera verdeckt, und fotografieren Sie die bedruckte Seite.
document_mirrored = { side }: das Foto ist gespiegelt
    .fix = Nehmen Sie die Rückkamera oder schalten Sie das Spiegeln in der Kamera-App aus.
document_wrong_side = { side }: das Foto zeigt die andere Seite
    .fix = Drehen Sie das Dokument um; die Seite mit dem Lichtbild ist die Vorderseite.
same_side_twice = Beide Fotos zeigen dieselbe Seite
    .fix = Drehen Sie das Dokument um und fotografieren Sie die Rückseite.
document_from_screen = { side }: das Foto zeigt einen Bildschirm
    .fix = Fotografieren Sie das Dokument selbst, nicht ein Bild davon.
document_screenshot = { side }: das Bild ist ein Bildschirmfoto
    .fix = Fotografieren Sie das Dokument selbst mit der Kamera.
document_grey_copy = { side }: ohne Farbe, es sieht nach einer Schwarzweißkopie aus
    .fix = Fotografieren Sie das Dokument selbst in Farbe.
document_origin_doubtful = { side }: vielleicht von einem Bildschirm oder Ausdruck fotografiert
    .fix = Sehen Sie auf die markierten Stellen: Farbstreifen über Text, Bild und Grund zugleich kommen von einem Bildschirm; Sicherheitsdruck endet am Dokument. Gekreuzte Punkte gleicher Größe überall kommen von einem Drucker.
document_edit_suspected = { side }: das Bild ist vielleicht bearbeitet ({ $found ->
        [recompressed] Stellen, die einmal weniger gespeichert wurden
        [clean] Stellen ohne Kamerarauschen
        [copied] ein Stück, das zweimal vorkommt
       *[other] andere Spuren
    })
    .fix = Sehen Sie auf die markierten Stellen und vergleichen Sie Druck, Zone, Lichtbild und Schattenbild. Auch ehrliche Bilder zeigen solche Spuren.
document_filtered = { side }: ein Farbfilter liegt über dem Bild
    .fix = Nehmen Sie das Foto ohne Filter oder Effekt auf.
document_tone_doubtful = { side }: Farben oder Töne sind ungewöhnlich
    .fix = Entscheiden Sie, ob ein Filter oder eine farbige Lampe es war. Bitten Sie sonst um ein Foto bei Tageslicht.
document_overprint = { side }: das Dokument trägt das Wort { $found }
    .fix = Verwenden Sie Ihr eigenes gültiges Dokument: kein Muster, keine Kopie, kein Bild mit einem Wasserzeichen.
file_edited = { side }: die Datei sagt, dass ein Programm sie gemacht oder geändert hat ({ $found ->
        [editor] ein Bearbeitungsprogramm ist genannt
        [editor_trace] Spuren eines Bearbeitungsprogramms
        [generated] ein Erzeuger ist genannt
       *[other] ein anderes Zeichen
    })
    .fix = Das allein beweist nichts. Sehen Sie genau hin und bitten Sie im Zweifel um ein Foto von dieser Seite.
mrz_not_found = { side }: die Zeilen aus Buchstaben und < waren nicht zu lesen
    .fix = Nehmen Sie das Foto neu auf, mit diesen Zeilen scharf, ganz und ohne Spiegelung.
mrz_check_digits = { side }: die Zeilen aus Buchstaben und < widersprechen sich
    .fix = Nehmen Sie das Foto neu auf, mit diesen Zeilen scharf und ganz. Geschieht es wieder, wenden Sie sich an die Hilfe.
barcode_not_found = { side }: der Strichcode wurde nicht gefunden
    .fix = Nehmen Sie das Foto neu auf, mit dem ganzen Strichcode scharf und ohne Spiegelung.
barcode_unreadable = { side }: der Strichcode enthält keine Führerscheindaten
    .fix = Prüfen Sie, ob Sie die Rückseite des gewählten Führerscheins fotografiert haben.
document_expired = Das Dokument ist abgelaufen
    .fix = Verwenden Sie ein noch gültiges Dokument.
expiry_unreadable = Das Ablaufdatum war nicht zu lesen
    .fix = Nehmen Sie das Foto neu auf, mit dem Ablaufdatum scharf und ohne Spiegelung.
sides_differ = Vorder- und Rückseite gehören nicht zusammen: { $field ->
        [name] der Name ist verschieden
        [birth_date] das Geburtsdatum ist verschieden
        [number] die Nummer ist verschieden
        [expiry] das Ablaufdatum ist verschieden
        [sex] das Geschlecht ist verschieden
        [nationality] die Staatsangehörigkeit ist verschieden
       *[other] ein Feld ist verschieden
    }
    .fix = Fotografieren Sie beide Seiten desselben Dokuments.
sides_not_comparable = Auf beiden Seiten waren zu wenige Felder zu lesen, um sie zu vergleichen
    .fix = Vergleichen Sie Vorder- und Rückseite mit dem Auge.
print_differs = Gedruckt steht anderes als in Maschinenzeilen oder Strichcode: { $field ->
        [name] Name
        [birth_date] Geburtsdatum
        [expiry] Ablaufdatum
       *[other] ein Feld
    }
    .fix = Vergleichen Sie Druck und Maschinenteil mit dem Auge. Eines kann verändert sein, oder der Druck wurde falsch gelesen.
print_unlike = Der Druck ließ sich nicht zuordnen: { $field ->
        [number] Nummer
        [sex] Geschlecht
        [nationality] Staatsangehörigkeit
       *[other] ein Feld
    }
    .fix = Vergleichen Sie beides mit dem Auge. Viele Karten drucken eine zweite Nummer.
print_not_comparable = Nichts Gedrucktes ließ sich mit Maschinenzeilen oder Strichcode vergleichen
    .fix = Vergleichen Sie Name, Geburtsdatum und Ablaufdatum mit dem Auge.
document_type_differs = Gewählt: { $chosen ->
        [passport] Reisepass
        [id_card] Personalausweis
        [driving_licence] Führerschein
       *[other] anderes Dokument
    }. Im Foto: { $found ->
        [passport] Reisepass
        [id_card] Personalausweis
        [driving_licence] Führerschein
       *[other] anderes Dokument
    }
    .fix = Fotografieren Sie das gewählte Dokument oder wählen Sie das andere.
name_differs = Der eingegebene Name ist nicht der auf dem Dokument
    .fix = Geben Sie Ihren amtlichen Namen genau wie gedruckt ein, mit allen Vor- und Nachnamen.
name_needs_look = Die Namen stimmen nur nach einer Regel überein, die ein Mensch prüft ({ $rule })
    .fix = Vergleichen Sie den angegebenen Namen mit dem des Dokuments.
name_unreadable = Der Name auf dem Dokument war nicht zu lesen
    .fix = Nehmen Sie das Foto neu auf, mit dem Namen scharf und ohne Spiegelung.
birth_date_differs = Das eingegebene Geburtsdatum ist nicht das auf dem Dokument
    .fix = Prüfen Sie Tag, Monat und Jahr Ihrer Eingabe.
birth_date_unreadable = Das Geburtsdatum auf dem Dokument war nicht zu lesen
    .fix = Nehmen Sie das Foto neu auf, mit dem Geburtsdatum scharf und ohne Spiegelung.
birth_date_needs_look = Das Dokument lässt das Geburtsdatum offen ({ $rule })
    .fix = Vergleichen Sie das angegebene Geburtsdatum mit dem des Dokuments.
issuer_differs = Das gewählte Land hat dieses Dokument nicht ausgestellt
    .fix = Wählen Sie das Land, das das Dokument ausgestellt hat.
issuer_not_read = Das ausstellende Land wurde nicht gelesen
    .fix = Vergleichen Sie das angegebene Land mit dem des Dokuments.
video_too_short = Das Video dauert { $seconds } Sekunden, nötig sind { $needed_s }
    .fix = Nehmen Sie neu auf und sagen Sie alle Ziffern in Ruhe.
video_too_long = Das Video dauert { $seconds } Sekunden, erlaubt sind { $limit_s }
    .fix = Nehmen Sie neu auf und hören Sie nach der letzten Ziffer auf.
face_not_seen = Ihr Gesicht war nur in { $percent } % des Videos zu sehen
    .fix = Halten Sie das ganze Gesicht im Oval, ohne Maske, Hand oder Mütze davor.
several_faces = { $count } Gesichter sind im Video
    .fix = Nehmen Sie allein auf und drehen Sie Bilder und Bildschirme mit Gesichtern weg.
face_dark = Ihr Gesicht ist zu dunkel
    .fix = Wenden Sie sich einem Fenster oder einer Lampe zu.
face_overexposed = Ihr Gesicht ist zu hell
    .fix = Gehen Sie aus dem direkten Licht.
face_backlit = Das Licht ist hinter Ihnen
    .fix = Drehen Sie sich um, sodass Fenster oder Lampe vor Ihnen ist.
face_one_sided = Eine Seite Ihres Gesichts ist dunkel
    .fix = Drehen Sie sich, bis das Licht auf das ganze Gesicht fällt.
face_left = Ihr Gesicht war { $seconds } Sekunden lang nicht im Bild
    .fix = Bleiben Sie von der ersten bis zur letzten Ziffer im Oval.
face_changed = Im Video scheinen zwei verschiedene Gesichter zu sein
    .fix = Nehmen Sie allein auf, von Anfang bis Ende, und lassen Sie niemanden an Ihre Stelle treten.
face_turned = Ihr Gesicht ist von der Kamera abgewandt
    .fix = Halten Sie das Telefon auf Augenhöhe und schauen Sie gerade hinein.
face_too_far = Ihr Gesicht ist zu klein: { $found_px } Pixel zwischen den Augen, mindestens { $needed_px } sind nötig
    .fix = Kommen Sie näher, bis Ihr Gesicht das Oval füllt.
face_too_near = Ihr Gesicht ist zu nah an der Kamera
    .fix = Gehen Sie zurück, bis Ihr ganzer Kopf im Oval ist.
face_cut_off = Ein Teil Ihres Gesichts liegt außerhalb des Bildes
    .fix = Halten Sie das Telefon so, dass Ihr ganzes Gesicht, vom Haar bis zum Kinn, im Oval ist.
face_blurred = Ihr Gesicht ist unscharf
    .fix = Wischen Sie die Linse ab, halten Sie das Telefon ruhig und warten Sie, bis das Bild scharf ist.
mouth_covered = Etwas verdeckt Ihren Mund
    .fix = Nehmen Sie die Maske ab und halten Sie Hände, Schal und Mikrofon vom Mund fern.
eyes_covered = Etwas verdeckt Ihre Augen
    .fix = Nehmen Sie die dunkle Brille ab und halten Sie Haare und Hände von den Augen fern.
forehead_covered = Etwas verdeckt Ihre Stirn
    .fix = Nehmen Sie Mütze oder Hut ab und streichen Sie das Haar aus der Stirn. Eine Kopfbedeckung aus Gründen des Glaubens oder der Gesundheit darf bleiben, wenn sie das Gesicht von den Brauen bis zum Kinn frei lässt: Wenden Sie sich an den Support.
expression_not_neutral = Sie haben vor der ersten Ziffer gelächelt oder das Gesicht verzogen
    .fix = Behalten Sie bis zur ersten Ziffer ein ruhiges Gesicht mit geschlossenem Mund; sprechen Sie dann wie immer.
too_noisy = Es ist zu laut, um die Ziffern zu hören
    .fix = Gehen Sie in einen ruhigen Raum oder nehmen Sie Ohrhörer mit Kabel, und sprechen Sie deutlich.
no_speech = Keine Stimme war zu hören
    .fix = Prüfen Sie, ob das Mikrofon verdeckt oder stumm ist, und sagen Sie die Ziffern laut.
digits_differ = { $matched } von { $asked } Ziffern waren wie gezeigt zu hören
    .fix = Nehmen Sie mit den neuen Ziffern auf. Sagen Sie sie einzeln und in der gezeigten Reihenfolge.
mouth_still = Ihr Mund bewegte sich nicht, während die Ziffern zu hören waren
    .fix = Sagen Sie die Ziffern selbst laut, mit freiem Mund und Blick in die Kamera.
mouth_out_of_step = Mundbewegung und Ton passen nicht zusammen
    .fix = Nehmen Sie auf dieser Seite neu auf. Schließen Sie andere Apps und verwenden Sie kein fertiges Video.
live_person_doubtful = Das Video zeigt vielleicht keinen lebenden Menschen vor einer Kamera
    .fix = Sehen Sie es ganz an: Kanten eines Bildschirms oder Blatts, Farbstreifen, ein Gesicht, das sich wie ein Bild bewegt, Schnitte. Ein gut erzeugtes Video zeigt nichts davon.
video_times_impossible = Die Zeiten der Bilder im Video stammen von keiner Kamera
    .fix = Das Video hat wohl ein Programm gemacht oder verändert. Bitten Sie um ein neues, oder begegnen Sie der Person auf anderem Weg.
portrait_not_found = Das Lichtbild auf dem Dokument wurde nicht gefunden
    .fix = Nehmen Sie das Foto neu auf, mit dem Lichtbild scharf, ganz und ohne Spiegelung.
portrait_too_small = Das Lichtbild ist im Foto zu klein: { $found_px } Pixel hoch, nötig sind { $needed_px }
    .fix = Gehen Sie näher heran, bis das Dokument den Rahmen füllt.
portrait_unclear = Das Lichtbild ist im Foto unscharf
    .fix = Halten Sie das Telefon still, lassen Sie es scharfstellen und nehmen Sie das Foto neu auf.
ghost_portrait_differs = Das kleine zweite Lichtbild scheint ein anderes Gesicht zu zeigen
    .fix = Vergleichen Sie beide Bilder mit dem Auge. Ein ausgetauschtes Bild lässt das zweite oft, wie es war; ein blasses kann auch täuschen.
face_differs = Das Gesicht im Video ist nicht das auf dem Dokument
    .fix = Verwenden Sie Ihr eigenes Dokument. Ist es Ihres, nehmen Sie bei gutem Licht ohne Brille neu auf oder wenden Sie sich an die Hilfe.
face_doubtful = Es ist nicht klar, ob beide Gesichter dieselben sind
    .fix = Vergleichen Sie das Lichtbild mit den Bildern des Videos.
face_under_another_applicant = Dieses Gesicht gibt es schon bei einer anderen Person
    .fix = Vergleichen Sie beide Fälle; Zwillinge und Zweitanmeldungen kommen vor.
check_not_assessed = Die Prüfung „{ $check }“ konnte nicht durchgeführt werden
    .fix = Sehen Sie sich die Belege selbst an.
tries_used = Alle Versuche sind verbraucht, darum sieht sich jetzt ein Mensch Ihre Unterlagen an
    .fix = Sie müssen nichts tun. Sie bekommen die Antwort innerhalb von 48 Stunden.
reviewed_in_order = Ein Mensch hat die Unterlagen geprüft und in Ordnung gefunden
    .fix = Sie müssen nichts tun.
reviewed_not_acceptable = Ein Mensch hat die Unterlagen geprüft und kann sie nicht annehmen
    .fix = Wenden Sie sich an die Hilfe, wenn Sie das für einen Fehler halten.
sound_clipped = Die Aufnahme ist zu laut, um verstanden zu werden
    .fix = Gehen Sie etwas vom Mikrofon weg und sprechen Sie in normaler Lautstärke.
other_speech = Neben den Ziffern waren andere Stimmen oder Worte zu hören
    .fix = Gehen Sie dorthin, wo sonst niemand spricht, schalten Sie Radio und Fernseher aus und sagen Sie nur die Ziffern.
digits_other_language = Die Ziffern waren in einer anderen Sprache ({ $language }) zu hören als gefragt
    .fix = Sagen Sie die Ziffern in der angezeigten Sprache.
digits_missing = Nur { $heard } von { $asked } Ziffern waren zu hören
    .fix = Nehmen Sie mit den neuen Ziffern auf. Sagen Sie jede, mit einer kurzen Pause dazwischen.
