app-name = Countersign
page-title = { $screen } · { app-name }
document-title = Identitätsprüfung
no-script = Diese Seite braucht JavaScript, um Ihre Kamera zu erreichen. Bitte schalten Sie es ein und laden Sie neu.
skip-to-content = Zum Inhalt
footer-promise = Ihre Bilder bleiben auf diesem Server. Sie werden an keine andere Firma weitergegeben.
demo-mark = Vorführung
language = Sprache
loading = Einen Moment…

continue = Weiter
back = Zurück
try-again = Noch einmal versuchen

steps-label = Ihr Fortschritt
steps-position = Schritt { $current } von { $total }
step-consent = Ihre Zustimmung
step-details = Ihre Angaben
step-document_front = Vorderseite des Dokuments
step-document_back = Rückseite des Dokuments
step-liveness = Kurzes Video
step-state-done = erledigt
step-state-current = jetzt
step-state-redo = zu wiederholen
step-state-todo = noch offen

start-title = Bestätigen Sie Ihre Identität
start-lead = Sie brauchen drei Dinge und etwa drei Minuten.
start-need-document = Ihren Reisepass, Personalausweis oder Führerschein
start-need-camera = Ein Telefon oder einen Computer mit Kamera und Mikrofon
start-need-light = Einen hellen, ruhigen Ort
start-demo-note = Dies ist eine Vorführung. Verwenden Sie die mitgelieferten erfundenen Dokumente oder Ihre eigenen: Sie entscheiden.
start-button = Prüfung beginnen

nolink-title = Öffnen Sie den Link, den Sie bekommen haben
nolink-text = Jede Prüfung hat ihren eigenen Link. Sie finden ihn in der Nachricht der Organisation, die Sie um die Bestätigung gebeten hat.
badlink-title = Dieser Link funktioniert nicht mehr
badlink-text = Er ist vielleicht unvollständig oder gehört zu einer beendeten Prüfung. Öffnen Sie die ursprüngliche Nachricht noch einmal und verwenden Sie den ganzen Link, oder bitten Sie die Organisation um einen neuen.

offline-title = Der Server ist nicht erreichbar
offline-text = Prüfen Sie Ihre Internetverbindung. Nichts, was Sie gesendet haben, ist verloren.
network-title = Das ist nicht angekommen
network-text = Die Verbindung wurde unterbrochen. Ihre Eingaben sind noch da: Versuchen Sie es noch einmal, sobald Sie wieder online sind.
server-title = Der Server hatte ein Problem
server-text = Es liegt nicht an Ihnen, und nichts Gesendetes ist verloren. Warten Sie einen Moment und versuchen Sie es noch einmal.

prepare-title = Bevor Sie anfangen
prepare-lead = Halten Sie dies bereit. Sie können jederzeit aufhören und mit demselben Link wiederkommen.
prepare-document = Das Dokument selbst, keine Kopie und kein Bild auf einem Bildschirm
prepare-light = Einen Platz mit Licht von vorn, am Fenster oder unter einer Lampe
prepare-quiet = Einen ruhigen Raum; wo es laut ist, helfen Ohrhörer mit Kabel
prepare-time = Etwa drei Minuten. Die meisten haben ihr Ergebnis wenige Sekunden später.
prepare-waiting = { $count ->
    [0] Falls ein Mensch nachsehen muss, wartet jetzt niemand vor Ihnen.
    [one] Falls ein Mensch nachsehen muss, wartet jetzt ein Fall.
   *[other] Falls ein Mensch nachsehen muss, warten jetzt { $count } Fälle.
}
prepare-usual = Das dauerte zuletzt für die Hälfte der Leute { $half } und für fast alle höchstens { $most }.
prepare-best = Am kürzesten war es von { $from } bis { $until } Ihrer Zeit.
prepare-ways-title = Fällt Ihnen etwas davon schwer?
prepare-ways-text = Sie müssen nicht sprechen: Sie können die Ziffern mit den Händen zeigen, und ein Mensch sieht es sich an. Alle Texte und die Ziffern können vorgelesen werden. Wenn Sie nicht gefilmt werden können, bitten Sie die Organisation um einen Termin. Jeder Weg zählt gleich viel.
prepare-button = Ich bin bereit

consent-title = Bevor es losgeht
consent-lead = Wir möchten prüfen, ob Sie sind, wer Sie sagen. Das bedeutet es für Sie.
consent-collect-title = Was wir erfragen
consent-collect-text = Ihren Namen und Ihr Geburtsdatum, Fotos eines Ausweisdokuments und ein Video von höchstens fünf Sekunden, in dem Sie sechs Ziffern sagen.
consent-collect-photos = Ihren Namen und Ihr Geburtsdatum und Fotos eines Ausweisdokuments. Ein Video gibt es nicht.
consent-use-title = Was damit geschieht
consent-use-text = Der Server liest das Dokument, vergleicht sein Lichtbild mit Ihrem Gesicht im Video und hört auf die Ziffern. Um Gesichter zu vergleichen, vermisst er Ihres: Das sind biometrische Daten.
consent-use-photos = Der Server liest das Dokument, prüft, ob es echt ist, und vergleicht es mit Ihren Angaben.
consent-kept-title = Was Sie schon gegeben haben
consent-kept-text = Ihre Angaben und die Fotos Ihres Dokuments werden von der Stufe übernommen, die Sie haben. Sie werden neu geprüft; Sie müssen sie nicht noch einmal geben.
consent-who-title = Wer es sieht
consent-who-text = Dieser Server, und Menschen der Organisation, die Sie gebeten hat, wenn eine Entscheidung einen Menschen braucht. Ihre Bilder und Ihr Video werden verschlüsselt gespeichert.
consent-keep-title = Wie lange es bleibt
consent-keep-text = So lange, wie die Organisation, die Sie gebeten hat, es nach ihren eigenen Regeln aufbewahren muss. Sie kann Ihnen diese nennen, und Sie können sie bitten, das Gespeicherte zu löschen.
consent-choice-title = Sie haben die Wahl
consent-choice-text = Bevor Sie zustimmen, wird nichts aufgenommen. Sie können jederzeit aufhören, indem Sie diese Seite schließen.
consent-until = Mit demselben Link können Sie bis { DATETIME($until, dateStyle: "medium", timeStyle: "short") } wiederkommen.
consent-check = Ich habe dies gelesen und bin einverstanden, dass mein Dokument, mein Gesicht und meine Stimme verarbeitet werden, um meine Identität zu prüfen.
consent-check-photos = Ich habe dies gelesen und bin einverstanden, dass mein Dokument verarbeitet wird, um meine Identität zu prüfen.
consent-missing = Setzen Sie das Häkchen, wenn Sie zustimmen. Ohne das können wir nicht weitermachen.
consent-button = Ich stimme zu, weiter
consent-refuse = Ich stimme nicht zu
consent-version = Fassung { $version } dieses Textes
refused-title = Sie haben nicht zugestimmt
refused-text = Das ist in Ordnung: Nichts wurde aufgenommen. Fragen Sie die Organisation, die Sie hergeschickt hat, nach einem anderen Weg, zum Beispiel persönlich.
refused-back = Noch einmal lesen

details-title = Ihre Angaben
details-lead = Geben Sie alles so ein, wie es auf dem Dokument steht, das Sie zeigen werden.
details-name = Vollständiger amtlicher Name
details-name-hint = Alle Vor- und Familiennamen wie gedruckt. Wenn Sie nur einen Namen haben, geben Sie diesen ein.
details-birth = Geburtsdatum
details-birth-hint = Zum Beispiel 12 8 1990
details-day = Tag
details-month = Monat
details-year = Jahr
details-type = Welches Dokument werden Sie verwenden?
details-type-passport = Reisepass
details-type-passport-hint = Ein Foto der Seite mit dem Lichtbild
details-type-id_card = Personalausweis
details-type-id_card-hint = Fotos von beiden Seiten
details-type-driving_licence = Führerschein
details-type-driving_licence-hint = Fotos von beiden Seiten
details-country = Land, das es ausgestellt hat
details-country-choose = Land auswählen
country-UTO = Utopia (erfunden)
details-error-summary = Bitte prüfen Sie diese Eingaben
details-error-name = Geben Sie Ihren Namen so ein, wie er auf dem Dokument gedruckt ist.
details-error-name-signs = Namen bestehen aus Buchstaben. Lassen Sie Zeichen und Bilder wie 😀 weg.
details-error-birth-missing = Geben Sie Tag, Monat und Jahr Ihrer Geburt ein.
details-error-birth-invalid = Dieses Datum gibt es nicht. Prüfen Sie Tag und Monat.
details-error-birth-future = Ein Geburtsdatum liegt in der Vergangenheit. Prüfen Sie das Jahr.
details-error-birth-old = Prüfen Sie das Jahr: Es liegt mehr als 130 Jahre zurück.
details-error-type = Wählen Sie das Dokument, das Sie zeigen werden.
details-error-country = Wählen Sie das Land, das das Dokument ausgestellt hat.

photo-title-front = Vorderseite { $document ->
    [id_card] Ihres Personalausweises
    [driving_licence] Ihres Führerscheins
   *[other] Ihres Dokuments
}
photo-title-back = Rückseite { $document ->
    [id_card] Ihres Personalausweises
    [driving_licence] Ihres Führerscheins
   *[other] Ihres Dokuments
}
photo-title-passport = Lichtbildseite Ihres Reisepasses
photo-lead-front = Die Seite mit Ihrem Lichtbild.
photo-lead-back = Drehen Sie es um: die Seite mit dem Kleingedruckten oder dem Strichcode.
photo-lead-passport = Die Seite mit Ihrem Lichtbild und den zwei Zeilen aus Buchstaben und Pfeilen unten.
photo-tip-corners = Alle vier Ecken sind im Bild
photo-tip-glare = Kein Licht spiegelt sich darauf
photo-tip-sharp = Jeder Buchstabe ist lesbar
photo-camera = Foto aufnehmen
photo-file = Datei hochladen
photo-file-hint = JPEG, PNG oder WebP, bis 10 MB
photo-camera-label = Livebild Ihrer Kamera
photo-camera-hint = Bringen Sie das Dokument in den Rahmen und halten Sie still.
photo-by-itself = Von selbst auslösen, wenn es gut ist
photo-hint-search = Bringen Sie das Dokument in den Rahmen
photo-hint-dark = Zu dunkel: Licht an oder ans Fenster
photo-hint-far = Näher heran
photo-hint-near = Alle vier Kanten zeigen, auf schlichtem, dunklerem Grund
photo-hint-moving = Stillhalten
photo-hint-glare = Hier spiegelt Licht: etwas kippen
photo-hint-blurred = Noch unscharf: stillhalten oder Linse putzen
photo-hint-good = Gut, stillhalten
photo-camera-opening = Die Kamera wird geöffnet. Ihr Browser fragt vielleicht um Erlaubnis.
photo-shutter = Foto auslösen
photo-check-title = Können Sie jeden Buchstaben lesen?
photo-preview-alt = Das Foto, das Sie gleich senden
photo-use = Dieses Foto senden
photo-retake = Neues aufnehmen
photo-sending = Das Foto wird gesendet
photo-looking = Es wird nachgesehen, ob alles lesbar ist
upload-waiting = Die Verbindung ist weg. Das Senden geht von selbst weiter, sobald sie wieder da ist.
photo-file-fault-empty-title = Diese Datei ist leer
photo-file-fault-empty = Wählen Sie eine andere Datei oder nehmen Sie ein Foto auf.
photo-file-fault-too-large-title = Diese Datei ist zu groß
photo-file-fault-too-large = Sie hat { NUMBER($megabytes, maximumFractionDigits: 1) } MB, gesendet werden können 10 MB. Nehmen Sie das Foto hier auf oder wählen Sie eine kleinere Datei.
photo-file-fault-wrong-type-title = Diese Datei ist kein Foto, das wir lesen können
photo-file-fault-wrong-type = Wählen Sie ein Bild in JPEG, PNG oder WebP. Ein PDF oder eine Textdatei geht nicht.
photo-file-fault-heic-title = Dieses Foto ist in Apples Format HEIC
photo-file-fault-heic = Nehmen Sie das Foto hier auf. Oder stellen Sie auf dem iPhone unter Einstellungen › Kamera › Formate „Maximale Kompatibilität“ ein und nehmen Sie es neu auf.
photo-frame-failed-title = Die Kamera hat kein Bild geliefert
photo-frame-failed = Warten Sie, bis Sie das Livebild sehen, und versuchen Sie es noch einmal.

device-camera = Kamera
device-microphone = Mikrofon
device-both = Kamera und Mikrofon
camera-denied-title = { $device }: für diese Seite nicht erlaubt
camera-denied = Der Browser hat sich für diese Seite ein „Nein“ gemerkt. Hier können Sie das ändern:
camera-dismissed-title = { $device }: noch keine Antwort
camera-dismissed = Die Frage des Browsers wurde ohne Antwort geschlossen.
camera-system-title = { $device }: vom System gesperrt
camera-system = Diese Seite dürfte, aber { $os } lässt { $browser } nicht.
camera-no-device-title = { $device }: nicht gefunden
camera-no-device = Der Browser sieht kein Gerät, das er verwenden könnte.
camera-busy-title = { $device }: anderswo in Gebrauch
camera-busy = Eine andere App oder ein anderer Tab hält sie fest.
camera-insecure-title = Die Kamera braucht eine sichere Verbindung
camera-insecure = Browser öffnen die Kamera nur auf Seiten, deren Adresse mit https beginnt.
camera-framed-title = In dieser Seite bleibt die Kamera zu
camera-framed = Die umgebende Seite gibt die Kamera nicht weiter.
camera-unsupported-title = Dieser Browser kann die Kamera nicht öffnen
camera-unsupported = Er ist zu alt, oder sein Hersteller hat die Kamera weggelassen.
camera-failed-title = Die Kamera ist nicht gestartet
camera-failed = Der Browser hat keinen Grund genannt.
camera-lost-title = Die Kamera hat aufgehört
camera-lost = Sie wurde ausgesteckt, oder eine andere App oder ein Anruf hat sie übernommen.
camera-inapp-title = { $app } hält die Kamera geschlossen
camera-inapp = Sie haben den Link in { $app } geöffnet. In { $home } geht die Kamera, und Sie machen genau hier weiter.
camera-alternative = Sie können auch eine Datei hochladen.
inapp-title = Sie sind in { $app }
inapp-text = Die Kamera geht hier vielleicht nicht. Machen Sie am besten in { $home } weiter: Sie bleiben an derselben Stelle.
link-copy = Meinen Link kopieren
link-copied = Kopiert. Fügen Sie ihn in die Adresszeile des Browsers ein.
link-yours = Ihr Link
help-this-browser = diesen Browser
help-this-app = dieser App
help-for = Diese Schritte gelten für { $browser } unter { $os }.
help-ask-again = Drücken Sie „Noch einmal versuchen“ und wählen Sie „Zulassen“, wenn der Browser fragt.
help-then-again = Kommen Sie zurück und drücken Sie „Noch einmal versuchen“. Ihre Eingaben bleiben erhalten.
help-ios-safari-site = Tippen Sie auf das Zeichen links in der Adresszeile (aA oder Striche), dann auf Website-Einstellungen, und stellen Sie { $device } auf „Erlauben“.
help-ios-safari-settings = Wenn das nicht reicht: Einstellungen › Apps › Safari › { $device }, „Fragen“ oder „Erlauben“ wählen.
help-ios-settings = Öffnen Sie Einstellungen › Datenschutz & Sicherheit › { $device } und schalten Sie { $browser } ein.
help-android-chrome-site = Tippen Sie auf das Zeichen links der Adresse, dann auf Berechtigungen, und erlauben Sie: { $device }.
help-android-firefox-site = Tippen Sie auf das Schloss links der Adresse, dann auf die Zeile { $device }, bis dort „Erlaubt“ steht.
help-android-samsung-site = Tippen Sie auf das Schloss links der Adresse, dann auf Berechtigungen, und erlauben Sie: { $device }.
help-android-settings = Wenn das nicht reicht: Android-Einstellungen › Apps › { $browser } › Berechtigungen › { $device } › Zulassen.
help-android-switch = Wischen Sie zweimal von oben herunter und sehen Sie nach, ob die Kacheln für Kamera- und Mikrofonzugriff an sind.
help-mac-safari-site = Wählen Sie Safari › Einstellungen › Websites › { $device } und stellen Sie diese Website auf „Erlauben“.
help-desk-chrome-site = Klicken Sie auf das Zeichen links der Adresse und schalten Sie ein: { $device }.
help-desk-firefox-site = Klicken Sie links der Adresse auf die durchgestrichene Kamera oder das Mikrofon und heben Sie die Sperre auf.
help-mac-system = Öffnen Sie Systemeinstellungen › Datenschutz & Sicherheit › { $device }, schalten Sie { $browser } ein und starten Sie neu.
help-windows-system = Öffnen Sie Einstellungen › Datenschutz und Sicherheit › { $device } und erlauben Sie den Zugriff für Desktop-Apps.
help-chromeos-system = Öffnen Sie Einstellungen › Datenschutz und Sicherheit › Datenschutzeinstellungen und schalten Sie ein: { $device }.
help-linux-system = Sehen Sie in den Datenschutzeinstellungen Ihrer Arbeitsumgebung nach, und nach einem Schalter oder Schieber an der Kamera.
help-other-system = Sehen Sie in den Einstellungen des Systems nach, was { $browser } verwenden darf.
help-restart-phone = Schließen Sie alle anderen Apps oder schalten Sie das Telefon aus und wieder ein.
help-plug-in = Schließen Sie eines an, öffnen Sie den Schieber und prüfen Sie, ob eine Taste es ausschaltet.
help-other-device = Falls es keines gibt: Öffnen Sie Ihren Link auf einem Telefon. Sie machen an derselben Stelle weiter.
help-close-apps-phone = Beenden Sie Anrufe und schließen Sie andere Kamera-Apps.
help-close-apps-desk = Schließen Sie Videoanrufe und andere Tabs, die die Kamera verwenden.
help-restart-browser = Starten Sie den Browser neu und öffnen Sie Ihren Link noch einmal: Sie machen an derselben Stelle weiter.
help-ask-secure-link = Bitten Sie die Organisation um einen Link, der mit https beginnt.
help-own-tab = Öffnen Sie Ihren Link in einem eigenen Tab.
help-update-browser = Aktualisieren Sie den Browser oder öffnen Sie Ihren Link in Safari, Chrome, Edge oder Firefox.
help-inapp-menu = Öffnen Sie oben das Menü (⋯ oder ⋮) und wählen Sie „Im Browser öffnen“ oder „In { $home } öffnen“.
help-inapp-menu-below = Öffnen Sie unten das Menü (⋯ oder ⋮) und wählen Sie „Im Browser öffnen“ oder „In { $home } öffnen“.
help-inapp-copy = Oder kopieren Sie hier Ihren Link, öffnen Sie { $home } und fügen Sie ihn dort ein.

confirm-title = Stimmt das?
confirm-lead = Das steht auf Ihrem Dokument, und das haben Sie eingegeben. Noch ist nichts beurteilt.
confirm-lead-differs = Ihr Dokument und Ihre Eingabe unterscheiden sich. Wählen Sie, was stimmt; noch ist nichts beurteilt.
confirm-legal_name = Name
confirm-birth_date = Geburtsdatum
confirm-agrees = Von Ihrem Dokument gelesen
confirm-not-read = Das war nicht sicher zu lesen. Bitte prüfen Sie selbst.
confirm-which = Was stimmt?
confirm-document-hint = Wie es im Dokument steht
confirm-declared-hint = Wie Sie es eingegeben haben
confirm-button = Das stimmt, weiter
confirm-change = Angaben ändern

liveness-title = Ein kurzes Video
liveness-lead = Sie schauen in die Kamera und sagen sechs Ziffern. Das zeigt, dass Sie es sind, hier und jetzt.
liveness-lead-signed = Sie schauen in die Kamera und zeigen sechs Ziffern mit den Händen. Das zeigt, dass Sie es sind, hier und jetzt.
liveness-step-digits = Sie bekommen sechs Ziffern und können sie in Ruhe lesen
liveness-step-camera = Sie öffnen die Kamera und prüfen das Bild
liveness-step-speak = Sie sagen die Ziffern laut, eine nach der anderen, innerhalb von fünf Sekunden
liveness-step-sign = Sie zeigen die Ziffern mit einer Hand oder gebärden sie, eine nach der anderen, innerhalb von fünf Sekunden
liveness-step-review = Sie sehen sich das Video an, bevor Sie es senden
liveness-pace = Wie schnell sollen die Ziffern aufleuchten?
liveness-pace-steady = Gleichmäßig
liveness-pace-steady-hint = Jede etwas über eine halbe Sekunde
liveness-pace-slow = Langsamer
liveness-pace-slow-hint = Die ganzen fünf Sekunden
liveness-pace-note = Alle Ziffern bleiben die ganze Zeit sichtbar.
liveness-other = Ich kann nicht sprechen, die Ziffern nicht sehen oder nicht gefilmt werden
liveness-other-speech = Sie müssen nicht sprechen: Sie können die Ziffern mit den Händen zeigen oder gebärden, und ein Mensch sieht es sich an.
liveness-without-speech = Ziffern mit den Händen zeigen
liveness-other-text = Die Ziffern können Ihnen auf der nächsten Seite vorgelesen werden. Wenn Sie nicht gefilmt werden können, bitten Sie die Organisation, die Sie hergeschickt hat, um einen Termin. Jeder Weg zählt gleich viel.
liveness-signed = Sie zeigen die Ziffern mit den Händen. Ein Mensch sieht sich Ihr Video an; darum kommt das Ergebnis später, und es zählt gleich viel.
liveness-speak-after-all = Ich möchte doch sprechen
liveness-show = Meine Ziffern zeigen
digits-title = Ihre sechs Ziffern
digits-lead = Lesen Sie sie einmal für sich. Öffnen Sie die Kamera, wenn Sie bereit sind: Sie bleiben auf dem Bildschirm.
digits-label = Ihre Ziffern: { $digits }
digits-aloud = Ziffern vorlesen
digits-language = Sagen Sie sie in dieser Sprache: { $language }, in der gezeigten Reihenfolge.
digits-english = Lieber auf Englisch sagen
digits-open = Kamera öffnen
digits-renewed = Hier sind neue Ziffern.
check-title = Prüfen Sie das Bild
check-lead = Ihr ganzes Gesicht im Oval, Licht von vorn, niemand sonst im Bild.
check-lead-signed = Ihr ganzes Gesicht im Oval und eine Hand daneben, Licht von vorn, niemand sonst im Bild.
check-opening = Kamera und Mikrofon werden geöffnet. Ihr Browser fragt vielleicht um Erlaubnis.
check-video-label = Sie, wie die Kamera Sie sieht
check-sound = Mikrofon
check-sound-silent = Sagen Sie etwas: Noch ist nichts zu hören
check-sound-heard = Wir hören Sie
check-sound-noisy = Hier ist es laut. Suchen Sie einen ruhigeren Raum oder nehmen Sie Ohrhörer mit Kabel.
check-light-wait = Das Licht wird geprüft
check-light-good = Das Licht ist gut
check-light-dark = Ihr Gesicht ist dunkel. Wenden Sie sich einem Fenster oder einer Lampe zu.
check-light-bright = Das Licht ist zu stark. Gehen Sie aus der Sonne.
check-light-backlit = Das Licht ist hinter Ihnen. Drehen Sie sich um, sodass es vor Ihnen ist.
check-light-one-sided = Eine Seite Ihres Gesichts ist dunkel. Wenden Sie sich dem Licht zu.
check-record = Aufnahme beginnen
record-get-ready = Machen Sie sich bereit
record-title = Sagen Sie die Ziffern
record-title-signed = Zeigen Sie die Ziffern
record-counting = Die Aufnahme beginnt in { $seconds }
record-running = Aufnahme läuft
record-left = Verbleibende Aufnahmezeit
record-stop = Ich bin fertig
record-failed-title = Nichts wurde aufgenommen
record-failed = Der Browser hat die Aufnahme abgebrochen. Versuchen Sie es noch einmal; geschieht es wieder, öffnen Sie Ihren Link in einem anderen Browser.
review-title = Sehen Sie sich Ihr Video an
review-lead = Sind alle sechs Ziffern zu hören, und ist Ihr Gesicht von Anfang bis Ende im Bild?
review-video-label = Ihre Aufnahme
review-send = Dieses Video senden
review-again = Mit neuen Ziffern aufnehmen
review-sending = Das Video wird gesendet

progress-title = Wir prüfen
progress-lead = Das dauert meist ein paar Sekunden. Sie können diese Seite offen lassen.
progress-sent = Alles ist angekommen
progress-reading = Das Dokument wird gelesen
progress-comparing = Gesichter werden verglichen, Ziffern gehört
progress-long = Es dauert länger als sonst. Sie können diese Seite schließen: Die Prüfung geht weiter, und Ihr Link zeigt das Ergebnis.
progress-submit-failed = Ihre Fotos und Ihr Video sind angekommen, aber die Prüfung hat nicht begonnen.

result-approved-title = Ihre Identität ist bestätigt
result-approved-text = Die Organisation, die Sie gebeten hat, sieht dieses Ergebnis. Sie können diese Seite schließen.
result-review-title = Ein Mensch sieht es sich an
result-review-text = Allein per Maschine konnten wir es nicht entscheiden. Noch ist nichts falsch, und Sie müssen nichts tun. Ihr Link zeigt das Ergebnis, sobald es da ist.
review-promise = Spätestens dann haben Sie eine Antwort
review-until = { DATETIME($until, dateStyle: "medium", timeStyle: "short") }
review-likely = Neun von zehn hatten ihre bis
review-position = Ihr Platz in der Reihe
review-position-text = { $position ->
    [1] Sie sind als Nächstes dran
   *[other] Nummer { $position }
}
review-live = Diese Seite zeigt die Antwort, sobald sie da ist. Sie können sie schließen; Ihr Link bleibt gültig.
result-resubmission-title = Ein weiterer Versuch ist nötig
result-resubmission-text = { $count ->
    [one] Dieser Teil muss wiederholt werden. Alles andere bleibt.
   *[other] Diese Teile müssen wiederholt werden. Alles andere bleibt.
}
result-tries-left = { $count ->
    [0] Dies ist Ihr letzter Versuch.
    [one] Danach haben Sie noch einen Versuch.
   *[other] Danach haben Sie noch { $count } Versuche.
}
difference-declared-legal_name = Diesen Namen haben Sie eingegeben
difference-declared-birth_date = Dieses Geburtsdatum haben Sie eingegeben
difference-document = Im Dokument steht
result-resubmission-button = Jetzt wiederholen
result-declined-title = Wir konnten Ihre Identität nicht bestätigen
result-declined-text = Wenn Sie das für falsch halten, kann ein Mensch noch einmal nachsehen.
result-declined-reasons = Warum
appeal-title = Sind Sie anderer Meinung?
appeal-text = Ein Mensch sieht sich alles noch einmal an, wer auch immer zuvor entschieden hat. Darum können Sie einmal bitten.
appeal-button = Noch einmal von einem Menschen prüfen lassen
result-expired-title = Die Zeit ist abgelaufen
result-expired-text = Diese Prüfung wurde nicht rechtzeitig beendet. Bitten Sie die Organisation um einen neuen Link.
result-withdrawn-title = Diese Prüfung wurde zurückgezogen
result-withdrawn-text = Sie wurde vor einem Ergebnis beendet. Wenn Sie das nicht waren, wenden Sie sich an die Organisation, die Sie gebeten hat.
result-reference = Aktenzeichen
result-levels = Zurück zu Ihren Leveln
start-levels = Die Level ansehen und was jedes öffnet
mail-title = Sollen wir Ihnen schreiben?
mail-text = Eine kurze Nachricht, sobald es eine Antwort gibt, sonst nichts. Ihre Adresse wird verschlüsselt aufbewahrt und mit dieser Prüfung gelöscht.
mail-label = E-Mail-Adresse
mail-button = Schreiben Sie mir
mail-wrong = Das sieht nicht wie eine E-Mail-Adresse aus.
mail-kept = Wir schreiben Ihnen, sobald es eine Antwort gibt.
mail-forget = Schreiben Sie mir nicht
