# Going on with another device: the code on the first, the number on both, and following from the first.

handoff-open = Auf dem Telefon weitermachen
handoff-title = { handoff-open }
handoff-scan = Richten Sie die Kamera Ihres Telefons auf diesen Code. Er öffnet diese Prüfung dort, ein einziges Mal.
handoff-code = Code zum Scannen mit Ihrem Telefon
handoff-left = Verbleibende Sekunden: { $seconds }
handoff-again = Neuen Code zeigen
handoff-hint = Senden Sie diesen Code niemandem. Wer ihn öffnet, könnte an Ihrer Stelle weitermachen.
handoff-failed = Es konnte kein Code erstellt werden. Schließen Sie dies und versuchen Sie es noch einmal.
handoff-close = Auf diesem Gerät bleiben
handoff-compare = Ein Telefon hat den Code geöffnet. Zeigt es diese Zahl?
handoff-equal = Ja, mein Telefon zeigt diese Zahl
handoff-differs = Nein
handoff-second-tried = Ein zweites Gerät wollte den Code öffnen und wurde abgewiesen. Sagen Sie nur Ja, wenn Ihr eigenes Telefon die Zahl zeigt.
handoff-passing = Einen Moment, Ihr Telefon übernimmt…
handoff-denied = Gut, dass Sie nachgesehen haben. Das andere Gerät hat nichts bekommen, und diese Prüfung bleibt hier.

join-opening = Wird geöffnet…
join-title = Auf diesem Telefon weitermachen
join-lead = { $host } bittet Sie, Ihre Identität für die Stufe { $level } zu bestätigen. Begonnen haben Sie auf einem anderen Bildschirm.
join-compare = Vergleichen Sie: Ihr anderer Bildschirm muss dieselbe Zahl zeigen. Bestätigen Sie es dort, dann geht es auf diesem Telefon weiter.
join-warning = Hat Ihnen jemand diesen Code geschickt? Dann schließen Sie diese Seite: Sie würden die Prüfung für diese Person machen.
join-again = Noch einmal versuchen
join-handoff_opened-title = Ein anderes Gerät hat diesen Code geöffnet
join-handoff_opened-text = Ein Code lässt sich nur einmal öffnen. Wenn Sie das nicht waren, drücken Sie auf Ihrem ersten Bildschirm „Nein“ und lassen Sie dort einen neuen Code zeigen.
join-handoff_expired-title = Dieser Code ist abgelaufen
join-handoff_expired-text = Ein Code gilt zwei Minuten. Scannen Sie den, den Ihr erster Bildschirm jetzt zeigt.
join-handoff_denied-title = Die Zahlen waren nicht gleich
join-handoff_denied-text = Das wurde auf Ihrem ersten Bildschirm angegeben, und nichts wurde weitergegeben. War es ein Versehen, lassen Sie dort einen neuen Code zeigen.
join-not_found-title = Dieser Code öffnet nichts
join-not_found-text = Ein neuerer hat ihn ersetzt, oder er wurde nicht ganz erfasst. Scannen Sie den, den Ihr erster Bildschirm jetzt zeigt.
join-network-title = Der Server ist nicht erreichbar
join-network-text = Prüfen Sie Ihre Internetverbindung und versuchen Sie es dann noch einmal.

follow-title = { handoff-open }
follow-lead = Diese Prüfung ist jetzt auf Ihrem Telefon. Was Sie dort tun, sehen Sie hier.
follow-consent = Ihre Zustimmung
follow-details = Ihre Angaben
follow-document_front = Vorderseite des Dokuments
follow-document_back = Rückseite des Dokuments
follow-liveness = Kurzes Video
follow-is-done = erledigt
follow-is-open = noch offen
follow-count = { $done } von { $total } Schritten erledigt
follow-checking = Alles ist angekommen. Wir prüfen.
follow-failed = Das ist nicht angekommen. Versuchen Sie es noch einmal.
follow-take-back = Doch hier weitermachen
