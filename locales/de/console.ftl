app-name = Countersign
page-title = { $screen } · { app-name } Schalter
skip-to-content = Zum Inhalt
loading = Einen Moment…
close = Schließen
nav-label = Schalter
nav-queue = Fälle
nav-inbox = Anfragen
sign-out = Abmelden
role-reviewer = Prüfung
role-support = Hilfe
role-engineer = Technik
role-admin = Verwaltung
sign-in-title = Am Schalter anmelden
sign-in-lead = Hinter dieser Seite liegen Dokumente anderer Menschen. Jeder Blick wird festgehalten.
sign-in-name = Name
sign-in-password = Passwort
sign-in-code = Code
sign-in-code-hint = Sechs Ziffern aus Ihrem Codegenerator.
sign-in-button = Anmelden
sign-in-passkey = Mit einem Passkey anmelden
shortcuts-open = Tastenkürzel
shortcuts-title = Tastenkürzel
key-space = Leertaste
shortcut-next-row = nächste Zeile
shortcut-last-row = vorige Zeile
shortcut-open = Fall öffnen
shortcut-queue = zu den Fällen
shortcut-inbox = zu den Anfragen
shortcut-next-case = nächster Fall
shortcut-approve = bestätigen
shortcut-again = einen Schritt noch einmal verlangen
shortcut-decline = ablehnen
shortcut-play = Video abspielen und anhalten
shortcut-zoom = Dokument vergrößern
shortcut-marks = zeigen, was auf dem Dokument gefunden wurde
shortcut-help = diese Liste
queue-title = Wartende Fälle
queue-count =
    { $count ->
        [0] Niemand wartet.
        [one] Eine Person wartet.
       *[other] { $count } Personen warten.
    }
queue-filter = Welche Fälle
queue-filter-all = Alle
queue-filter-mine = Meine
queue-filter-free = Freie
queue-filter-late = Ziel überschritten
queue-filter-urgent = Dringende
queue-next = Nächster Fall
queue-empty = Hier ist nichts.
queue-no-reason = Kein Grund verzeichnet
queue-more-reasons =
    { $count ->
        [one] und ein weiterer
       *[other] und { $count } weitere
    }
queue-attempt = Versuch { $attempt }
queue-held = Offen bei { $name }
urgent-travel = Reist bald
urgent-payment_blocked = Zahlung gesperrt
urgent-vulnerable_person = Schutzbedürftige Person
urgent-promise_at_risk = Zusage in Gefahr
sla-good = { $left } bis zum Ziel
sla-late = Ziel überschritten, { $left } bis zur Zusage
sla-broken = Zusage seit { $left } gebrochen
sla-bar = Verbrauchter Anteil der zugesagten Zeit
document-passport = Reisepass
document-id_card = Personalausweis
document-driving_licence = Führerschein
document-unknown = Dokument nicht gewählt
status-created = Nicht begonnen
status-capturing = Wird aufgenommen
status-processing = Wird geprüft
status-in_review = Wartet auf einen Menschen
status-approved = Bestätigt
status-declined = Abgelehnt
status-resubmission_requested = Noch einmal verlangt
status-expired = Abgelaufen
status-withdrawn = Zurückgezogen
case-title = Fall { $id }
case-level = Stufe { $level }, Versuch { $attempt }
case-why = Warum ein Mensch nachsieht
case-take-over = Übernehmen
evidence-document_front = Dokument, Vorderseite
evidence-document_back = Dokument, Rückseite
evidence-liveness_video = Video
picture-zoom = Vergrößern; bewegen Sie den Zeiger, um sich umzusehen
marks-show = Zeigen, was gefunden wurde
marks-measuring = Wird neu gemessen…
mark-outline = Umriss
mark-zone = Maschinenlesbare Zone
mark-print = Druck
mark-portrait = Porträt
mark-other_face = Anderes Gesicht
mark-altered = Zeichen einer Veränderung
moments-measure = Gesicht Moment für Moment messen
moments-graph = Abstand zum Porträt und Öffnung des Mundes über die Zeit
moments-words = Ein Gesicht in { $seen } von { $total } Bildern. Punkte: Abstand zum Porträt. Linie: wie weit der Mund offen ist.
moments-limits = Gestrichelt: die Grenzen der Richtlinie.
origin-title = Was die Datei von sich sagt
origin-size = Bildpunkte
origin-type = Typ
origin-make = Hersteller
origin-model = Modell
origin-software = Software
origin-taken_at = Aufgenommen
origin-exif = EXIF
origin-c2pa = C2PA
origin-position = Standort
origin-container = Behälter
origin-video_codec = Video-Codec
origin-audio_codec = Ton-Codec
origin-picture = Bild
origin-frame_rate = Bilder je Sekunde
origin-audio_rate = Abtastrate, Hz
origin-is-yes = vorhanden
origin-is-no = keine
film-picture = Ein Bild des Videos
film-play = Abspielen
film-stop = Anhalten
film-timeline = Zeitleiste
film-second = Sekunde { $second }
film-asked = verlangt, zu sprechen auf { $language }
film-asked-signed = verlangt, mit den Händen zu zeigen oder zu gebärden: Die Person spricht nicht. Vergleichen Sie die Hand mit den Ziffern.
fields-title = Angegeben und auf dem Dokument
fields-field = Feld
fields-declared = Angegeben
fields-document = Auf dem Dokument
fields-differ = weicht ab
fields-equal = gleiche Buchstaben
fields-unread = hier nicht verglichen
field-legal_name = Name
field-birth_date = Geburtsdatum
field-document_type = Dokument
field-issuing_country = Ausgestellt von
breakdown-title = Prüfungen
breakdown-all =
    { $count ->
        [one] Die eine bestandene zeigen
       *[other] Die { $count } bestandenen zeigen
    }
breakdown-fewer = Nur was nicht bestanden ist
breakdown-limit = Grenze { $name }
result-pass = bestanden
result-fail = nicht bestanden
result-doubt = zweifelhaft
result-could_not_assess = nicht beurteilbar
related-title = Gemeinsames mit anderen Sitzungen
related-applicant = dieselbe Person
related-face = dasselbe Gesicht, andere Person
related-file = genau dieselbe Datei ({ $kind })
history-title = Verlauf
history-signed = { $outcome } von { $name }: { $reason }
history-policy = { $outcome } nach der Richtlinie { $reason }
event-session-created = Sitzung angelegt
event-session-consent_given = Zugestimmt
event-session-details_declared = Angaben gemacht
event-session-evidence_accepted = Datei angenommen
event-session-challenge_issued = Ziffern ausgegeben
event-session-submitted = Eingereicht
event-session-expired = Abgelaufen
event-session-withdrawn = Zurückgezogen
event-session-photo_asked_again = Foto noch einmal erbeten
event-session-way_chosen = Anderer Weg gewählt
event-session-decline_appealed = Einspruch gegen die Ablehnung
event-session-device_hinted = Die Seite sagte vom Gerät
hint-camera_ordinary = eine gewöhnliche Kamera
hint-camera_virtual = ein Programm, das Bilder als Kamera abspielt
hint-camera_unnamed = eine Kamera ohne Namen
hint-browser_steered = ein Programm steuert den Browser
history-hint = { $event }: { $hint }. Das kann jeder vortäuschen; es zählt nicht.
look-case-opened = { $name } hat den Fall geöffnet
look-case-held = { $name } hat den Fall in die Hand genommen
look-case-taken_over = { $name } hat den Fall übernommen
look-case-assigned = { $name } hat den Fall zugewiesen
look-case-urged = { $name } hat die Dringlichkeit geändert
look-evidence-seen = { $name } hat eine Datei gesehen
look-ticket-opened = { $name } hat eine Anfrage geöffnet
look-ticket-answered = { $name } hat eine Anfrage beantwortet
look-ticket-urged = { $name } hat die Dringlichkeit einer Anfrage geändert
look-ticket-file_seen = { $name } hat eine Datei einer Anfrage gesehen
inbox-title = Anfragen
inbox-count =
    { $count ->
        [0] Keine in diesem Zustand.
        [one] Eine in diesem Zustand.
       *[other] { $count } in diesem Zustand.
    }
inbox-filter = Welche Anfragen
inbox-empty = Hier ist nichts.
topic-camera = Kamera oder Mikrofon
topic-photo = Foto des Dokuments
topic-video = Video mit den Ziffern
topic-details = Name oder Geburtsdatum
topic-face = Gesichtsvergleich
topic-result = Ergebnis
topic-other = Etwas anderes
step-consent = Zustimmung
step-details = Angaben
step-document_front = Vorderseite
step-document_back = Rückseite
step-liveness = Video
ticket-title = Anfrage { $id }
ticket-open = Offen
ticket-answered = Beantwortet
ticket-solved = Gelöst
ticket-no-step = Nach dem letzten Schritt
ticket-applicant = Antragstellende Person
ticket-where = Woher sie kommt
ticket-session = Sitzung
ticket-step = Schritt
ticket-attempt = Versuch
ticket-reason = Grund auf dem Bildschirm
ticket-device = Gerät
ticket-language = Sprache
ticket-file = Datei { $number }
ticket-open-file = Datei { $number } ansehen
ticket-answer = Antwort
ticket-send = Senden
ticket-send-solved = Senden und abschließen
decide-title = Entscheidung
decide-outcome = Ausgang
decide-approved = Bestätigen
decide-resubmission_requested = Noch einmal
decide-declined = Ablehnen
decide-reason = Grund
decide-choose = Grund wählen
decide-told = Die Person liest
decide-note = Notiz für das Team
decide-sign = Entscheidung unterschreiben
decide-final = Mit Ihrem Namen unterschrieben. Sie gilt, bis eine andere unterschriebene Entscheidung folgt.
decide-missing-outcome = Wählen Sie einen Ausgang.
decide-missing-reason = Wählen Sie einen Grund: ohne geht es nicht.
decide-missing-note = Schreiben Sie eine Notiz, oder nehmen Sie eine von unten.
note-same-person = Porträt und Video verglichen: dieselbe Person.
note-name-variant = Derselbe Name in anderer Schreibweise.
note-photo-good-enough = Jedes Feld ist lesbar; der Mangel spielt keine Rolle.
note-not-readable = Felder auf dem Foto sind nicht lesbar.
note-not-comparable = Mit diesem Material lassen sich die Gesichter nicht vergleichen.
note-other-person = Porträt und Video verglichen: eine andere Person.
note-not-genuine = Zeichen, dass das Dokument nicht echt ist.
fault-network = Der Server ist nicht erreichbar. Nichts ist verloren; versuchen Sie es noch einmal.
fault-forbidden = Ihre Rolle darf das nicht.
fault-not_found = Unter dieser Kennung gibt es nichts.
fault-case_held = { $detail } hat diesen Fall offen. Sie können hinsehen, aber nicht entscheiden.
fault-state_conflict = Der Fall hat sich inzwischen geändert: jemand hat entschieden, oder Ihre Zeit daran ist abgelaufen. Laden Sie ihn neu.
fault-bad_request = Der Server hat das nicht angenommen.
fault-unavailable = Der Server kann das gerade nicht; versuchen Sie es noch einmal.
fault-sign_in_refused = Name, Passwort oder Code ist falsch. Ein Code gilt einmal: warten Sie auf den nächsten.
fault-too_many_tries = Zu viele Versuche. Warten Sie { $detail } Sekunden.
fault-passkey = Es wurde kein Passkey benutzt. Versuchen Sie es noch einmal oder melden Sie sich mit Passwort und Code an.
fault-internal = Der Server hatte ein Problem; versuchen Sie es noch einmal.

## One's own page

account-title = Womit Sie sich anmelden
passkeys-title = Passkeys
passkeys-lead = Ein Telefon, ein Laptop oder ein Sicherheitsschlüssel meldet Sie mit seiner eigenen Sperre an, statt mit Passwort und Code.
passkeys-impossible = Dieser Browser oder die Adresse dieses Arbeitsplatzes erlaubt keine Passkeys.
passkey-label = Name des Geräts
passkey-example = Laptop im Büro
passkey-add = Passkey hinzufügen
passkey-added = hinzugefügt { $at }
passkey-used = zuletzt benutzt { $at }
passkey-remove = Entfernen
password-title = Passwort
password-lead = Alle Ihre Anmeldungen enden, auch diese: Melden Sie sich mit dem neuen Passwort wieder an.
password-old = Bisheriges Passwort
password-new = Neues Passwort
password-again = Neues Passwort noch einmal
password-short = Mindestens { $shortest } Zeichen.
password-unequal = Die beiden neuen Passwörter sind verschieden.
password-change = Passwort ändern

## Whose case it is

hands-title = In wessen Händen
hands-assign = Zugewiesen an
hands-anyone = Alle
hands-me = { $name } (Sie)
urgency = Kommt zuerst wegen
urgency-none = Kommt nicht zuerst

## Investigation of a face

face-open = Gesicht untersuchen
face-title = Vergleich des Gesichts
face-tries = Versuche
face-try = Versuch { $attempt }
face-earlier-videos =
    { $count ->
        [one] Ein früheres Video
       *[other] { $count } frühere Videos
    }
face-requests = Bitten um Hilfe, und das Gerät
face-no-requests = Die Person hat nicht um Hilfe gebeten; ein Gerät ist nicht bekannt.
face-no-device = Gerät nicht genannt
face-no-related = Keine andere Sitzung hat etwas mit dieser gemeinsam.
flight-title = Flugschreiber
flight-text = Wie Passbild, Gesichter, Ziffern, Ton und Mund der letzten Entscheidung verglichen wurden, auf einer Seite. Das Öffnen wird vermerkt.
flight-page = Öffnen, mit Bildern
flight-shared = Öffnen ohne Bilder, zum Weitergeben geeignet
flight-data = Öffnen als Daten (JSON)
