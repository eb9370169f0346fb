# Going on with another device: the code on the first, the number on both, and following from the first.

handoff-open = Go on with your phone
handoff-title = { handoff-open }
handoff-scan = Point your phone’s camera at this code. It opens this verification there, once.
handoff-code = Code to scan with your phone
handoff-left = Seconds left: { $seconds }
handoff-again = Show a new code
handoff-hint = Do not send this code to anyone. Whoever opens it could go on in your place.
handoff-failed = No code could be made. Close this and try again.
handoff-close = Stay on this device
handoff-compare = A phone has opened the code. Does it show this number?
handoff-equal = Yes, my phone shows this number
handoff-differs = No
handoff-second-tried = A second device tried to open the code and was refused. Say yes only if your own phone shows the number.
handoff-passing = One moment, your phone takes over…
handoff-denied = Good that you looked. That device got nothing, and this verification stays here.

join-opening = Opening…
join-title = Go on with this phone
join-lead = { $host } asks you to verify your identity for level { $level }. You began on another screen.
join-compare = Compare: your other screen must show the same number. Say so there, and this phone goes on.
join-warning = Did somebody send you this code? Then close this page: you would verify for them.
join-again = Try again
join-handoff_opened-title = Another device has opened this code
join-handoff_opened-text = A code opens once. If that was not you, press No on your first screen, and let it show a new code.
join-handoff_expired-title = This code has expired
join-handoff_expired-text = A code lasts two minutes. Scan the one that your first screen shows now.
join-handoff_denied-title = The numbers were not the same
join-handoff_denied-text = Your first screen said so, and nothing was passed on. If it was a mistake, let it show a new code.
join-not_found-title = This code opens nothing
join-not_found-text = A newer one took its place, or it was not scanned whole. Scan the one that your first screen shows now.
join-network-title = The server cannot be reached
join-network-text = Check your internet connection, then try again.

follow-title = { handoff-open }
follow-lead = Your phone has this verification now. What you do there shows here.
follow-consent = Your agreement
follow-details = Your details
follow-document_front = Front of document
follow-document_back = Back of document
follow-liveness = Short video
follow-is-done = done
follow-is-open = still to do
follow-count = { $done } of { $total } steps done
follow-checking = Everything is handed in. We are checking.
follow-failed = That did not get through. Try again.
follow-take-back = Go on here instead
