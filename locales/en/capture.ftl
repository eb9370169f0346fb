# The applicant's pages. Short sentences, plain words, no blame; every problem says what to do now.
# What the server refuses is worded in reasons.ftl and arrives with its answer.

app-name = Countersign
page-title = { $screen } · { app-name }
document-title = Identity verification
no-script = This page needs JavaScript to reach your camera. Please switch it on and reload.
skip-to-content = Skip to content
footer-promise = Your pictures stay on this server. They are not passed to any other company.
demo-mark = Demonstration
language = Language
loading = One moment…

## Shared buttons and words

continue = Continue
back = Back
try-again = Try again

## Progress through the steps

steps-label = Your progress
steps-position = Step { $current } of { $total }
step-consent = Your agreement
step-details = Your details
step-document_front = Front of document
step-document_back = Back of document
step-liveness = Short video
step-state-done = done
step-state-current = now
step-state-redo = to be repeated
step-state-todo = still to do

## Start

start-title = Verify your identity
start-lead = You need three things, and about three minutes.
start-need-document = Your passport, identity card or driving licence
start-need-camera = A phone or computer with a camera and a microphone
start-need-light = A bright, quiet place
start-demo-note = This is a demonstration. Use the invented documents that come with it, or your own: you decide.
start-button = Start a verification

## Links that lead nowhere

nolink-title = Open the link you were given
nolink-text = Every verification has its own link. You find it in the message from the organisation that asked you to verify your identity.
badlink-title = This link does not work any more
badlink-text = It may be incomplete, or it may belong to a verification that has ended. Open the original message again and use the whole link, or ask the organisation for a new one.

## Connection

offline-title = The server cannot be reached
offline-text = Check your internet connection. Nothing you have sent is lost.
network-title = That did not get through
network-text = The connection was interrupted. What you entered is still here: try again when you are back online.
server-title = The server had a problem
server-text = This is not your fault, and nothing you sent before is lost. Wait a moment and try again.

## Before starting

prepare-title = Before you start
prepare-lead = Have these ready. You can stop at any time and come back with the same link.
prepare-document = Your document itself, not a copy and not a picture on a screen
prepare-light = A place with light from the front, by a window or under a lamp
prepare-quiet = A quiet room; wired earphones help where it is loud
prepare-time = About three minutes. Most people have their result a few seconds later.
prepare-waiting = { $count ->
    [0] If a person has to look, nobody is waiting before you now.
    [one] If a person has to look, one case is waiting now.
   *[other] If a person has to look, { $count } cases are waiting now.
}
prepare-usual = That took { $half } for half of the people lately, and up to { $most } for nearly all.
prepare-best = It was shortest from { $from } to { $until } your time.
prepare-ways-title = Is one of these hard for you?
prepare-ways-text = You need not speak: you can show the digits with your hands, and a person looks at it. All texts and the digits can be read aloud. If you cannot be filmed, ask the organisation for an appointment. Every way counts the same.
prepare-button = I am ready

## Consent

consent-title = Before we begin
consent-lead = We would like to check that you are who you say you are. Here is what that means for you.
consent-collect-title = What we ask for
consent-collect-text = Your name and birth date, photos of one identity document, and a video of up to five seconds in which you say six digits.
consent-collect-photos = Your name and birth date, and photos of one identity document. There is no video.
consent-use-title = What happens with it
consent-use-text = The server reads the document, compares its portrait with your face in the video, and listens for the digits. To compare faces it measures yours: that is biometric data.
consent-use-photos = The server reads the document, looks whether it is genuine, and compares it with what you entered.
consent-kept-title = What you gave before
consent-kept-text = Your details and the photos of your document are taken over from the level you have. They are checked anew; you need not give them again.
consent-who-title = Who sees it
consent-who-text = This server, and people of the organisation that asked you when a decision needs a human. Your pictures and your video are stored encrypted.
consent-keep-title = How long it is kept
consent-keep-text = As long as the organisation that asked you must keep it by its own rules. It can tell you them, and you can ask it to delete what it holds.
consent-choice-title = You have a choice
consent-choice-text = Nothing is recorded before you agree. You may stop at any time by closing this page.
consent-until = You can come back with the same link until { DATETIME($until, dateStyle: "medium", timeStyle: "short") }.
consent-check = I have read this and I agree that my document, my face and my voice are processed to verify my identity.
consent-check-photos = I have read this and I agree that my document is processed to verify my identity.
consent-missing = Tick the box if you agree. Without it we cannot go on.
consent-button = I agree, continue
consent-refuse = I do not agree
consent-version = Version { $version } of this text
refused-title = You have not agreed
refused-text = That is fine: nothing was recorded. Ask the organisation that sent you here for another way to verify your identity, for example in person.
refused-back = Read it again

## Details

details-title = Your details
details-lead = Enter them as they stand on the document you are going to show.
details-name = Full legal name
details-name-hint = All given names and family names, as printed. If you have only one name, enter that one.
details-birth = Date of birth
details-birth-hint = For example 12 8 1990
details-day = Day
details-month = Month
details-year = Year
details-type = Which document will you use?
details-type-passport = Passport
details-type-passport-hint = One photo of the photo page
details-type-id_card = Identity card
details-type-id_card-hint = Photos of both sides
details-type-driving_licence = Driving licence
details-type-driving_licence-hint = Photos of both sides
details-country = Country that issued it
details-country-choose = Choose a country
country-UTO = Utopia (invented)
details-error-summary = Please check these entries
details-error-name = Enter your name as it is printed on the document.
details-error-name-signs = Names have letters. Leave out symbols and pictures such as 😀.
details-error-birth-missing = Enter the day, the month and the year you were born.
details-error-birth-invalid = This date does not exist. Check the day and the month.
details-error-birth-future = A date of birth lies in the past. Check the year.
details-error-birth-old = Check the year: it lies more than 130 years back.
details-error-type = Choose the document you are going to show.
details-error-country = Choose the country that issued the document.

## Photos

photo-title-front = Front of your { $document ->
    [id_card] identity card
    [driving_licence] driving licence
   *[other] document
}
photo-title-back = Back of your { $document ->
    [id_card] identity card
    [driving_licence] driving licence
   *[other] document
}
photo-title-passport = Photo page of your passport
photo-lead-front = The side with your portrait.
photo-lead-back = Turn it over: the side with the small print or the barcode.
photo-lead-passport = The page with your portrait and the two lines of letters and arrows at the bottom.
photo-tip-corners = All four corners are in the picture
photo-tip-glare = No light reflects from the surface
photo-tip-sharp = Every letter can be read
photo-camera = Take a photo
photo-file = Upload a file
photo-file-hint = JPEG, PNG or WebP, up to 10 MB
photo-camera-label = Live picture from your camera
photo-camera-hint = Fit the document into the frame and hold still.
photo-by-itself = Take the photo by itself when it is good
photo-hint-search = Fit the document into the frame
photo-hint-dark = Too dark: turn on a light or move to a window
photo-hint-far = Come closer
photo-hint-near = Show all four edges, on a plain, darker surface
photo-hint-moving = Hold still
photo-hint-glare = Light reflects here: tilt the document a little
photo-hint-blurred = Not sharp yet: hold still, or wipe the lens
photo-hint-good = Good, hold still
photo-camera-opening = Opening the camera. Your browser may ask you to allow it.
photo-shutter = Take the photo
photo-check-title = Can you read every letter?
photo-preview-alt = The photo you are about to send
photo-use = Send this photo
photo-retake = Take another
photo-sending = Sending the photo
photo-looking = Looking whether everything can be read
upload-waiting = The connection is gone. Sending goes on by itself when it is back.
photo-file-fault-empty-title = This file is empty
photo-file-fault-empty = Choose another file, or take a photo.
photo-file-fault-too-large-title = This file is too large
photo-file-fault-too-large = It has { NUMBER($megabytes, maximumFractionDigits: 1) } MB, and 10 MB can be sent. Take the photo here instead, or choose a smaller one.
photo-file-fault-wrong-type-title = This file is not a photo we can read
photo-file-fault-wrong-type = Choose a JPEG, PNG or WebP picture. A PDF or a document file does not work.
photo-file-fault-heic-title = This photo is in Apple’s HEIC format
photo-file-fault-heic = Take the photo here instead. Or, on an iPhone, set Settings › Camera › Formats to “Most Compatible” and take it again.
photo-frame-failed-title = The camera gave no picture
photo-frame-failed = Wait until you see the live picture, then try again.

## Camera and microphone problems
# $device is one of the three below; $browser, $os, $app and $home (the system's own browser) are names and stay as they are.

device-camera = Camera
device-microphone = Microphone
device-both = Camera and microphone
camera-denied-title = { $device }: not allowed for this page
camera-denied = The browser remembers a “no” for this page. You can change that here:
camera-dismissed-title = { $device }: no answer yet
camera-dismissed = The browser’s question was closed without an answer.
camera-system-title = { $device }: blocked by the system
camera-system = This page may use it, but { $os } does not let { $browser } have it.
camera-no-device-title = { $device }: not found
camera-no-device = The browser sees no device that it could use.
camera-busy-title = { $device }: in use elsewhere
camera-busy = Another app or another tab holds it.
camera-insecure-title = The camera needs a secure connection
camera-insecure = Browsers open the camera only on pages whose address begins with https.
camera-framed-title = The camera is closed inside this page
camera-framed = The page around this one does not pass the camera on.
camera-unsupported-title = This browser cannot open the camera
camera-unsupported = It is too old, or its maker left the camera out.
camera-failed-title = The camera did not start
camera-failed = The browser gave no reason.
camera-lost-title = The camera stopped
camera-lost = It was unplugged, or another app or a call has taken it.
camera-inapp-title = { $app } keeps the camera closed
camera-inapp = You opened the link inside { $app }. In { $home } the camera works, and you go on exactly where you are.
camera-alternative = You can also upload a file.
inapp-title = You are inside { $app }
inapp-text = The camera may not work here. It is best to go on in { $home }: you continue where you are.
link-copy = Copy my link
link-copied = Copied. Paste it into the browser’s address bar.
link-yours = Your link
help-this-browser = this browser
help-this-app = this app
help-for = These steps are for { $browser } on { $os }.
help-ask-again = Press “Try again” and choose “Allow” when the browser asks.
help-then-again = Come back and press “Try again”. Nothing you entered is lost.
help-ios-safari-site = Tap the icon at the left end of the address bar (aA or lines), then Website Settings, and set { $device } to Allow.
help-ios-safari-settings = If that is not enough: Settings › Apps › Safari › { $device }, choose Ask or Allow.
help-ios-settings = Open Settings › Privacy & Security › { $device } and switch { $browser } on.
help-android-chrome-site = Tap the icon left of the address, then Permissions, and allow: { $device }.
help-android-firefox-site = Tap the padlock left of the address, then the line { $device }, until it says Allowed.
help-android-samsung-site = Tap the padlock left of the address, then Permissions, and allow: { $device }.
help-android-settings = If that is not enough: Android Settings › Apps › { $browser } › Permissions › { $device } › Allow.
help-android-switch = Swipe down from the top twice and see that the tiles for camera and microphone access are on.
help-mac-safari-site = Choose Safari › Settings › Websites › { $device } and set this website to Allow.
help-desk-chrome-site = Click the icon left of the address and switch on: { $device }.
help-desk-firefox-site = Click the crossed-out camera or microphone left of the address and remove the block.
help-mac-system = Open System Settings › Privacy & Security › { $device }, switch { $browser } on and restart it.
help-windows-system = Open Settings › Privacy & security › { $device } and switch on access for desktop apps.
help-chromeos-system = Open Settings › Privacy and security › Privacy controls and switch on: { $device }.
help-linux-system = Look in your desktop’s privacy settings, and for a switch or shutter at the camera.
help-other-system = Look in the system’s settings for what { $browser } may use.
help-restart-phone = Close all other apps, or switch the phone off and on.
help-plug-in = Connect one, open its shutter, and see that a key does not switch it off.
help-other-device = If there is none: open your link on a phone. You continue where you are.
help-close-apps-phone = End calls and close other camera apps.
help-close-apps-desk = Close video calls and other tabs that use the camera.
help-restart-browser = Restart the browser and open your link again: you continue where you are.
help-ask-secure-link = Ask the organisation for a link that begins with https.
help-own-tab = Open your link in a tab of its own.
help-update-browser = Update the browser, or open your link in Safari, Chrome, Edge or Firefox.
help-inapp-menu = Open the menu (⋯ or ⋮) at the top and choose “Open in browser” or “Open in { $home }”.
help-inapp-menu-below = Open the menu (⋯ or ⋮) at the bottom and choose “Open in browser” or “Open in { $home }”.
help-inapp-copy = Or copy your link here, open { $home } and paste it there.

## Confirming what was read

confirm-title = Is this right?
confirm-lead = This is what your document says and what you entered. Nothing has been judged yet.
confirm-lead-differs = Your document and what you entered differ. Choose what is right; nothing has been judged yet.
confirm-legal_name = Name
confirm-birth_date = Date of birth
confirm-agrees = Read from your document
confirm-not-read = This could not be read for certain. Check it yourself.
confirm-which = Which one is right?
confirm-document-hint = As the document says
confirm-declared-hint = As you entered it
confirm-button = This is right, continue
confirm-change = Change my details

## Liveness

liveness-title = A short video
liveness-lead = You look into the camera and say six digits. This shows that it is you, here and now.
liveness-step-digits = You get six digits and can read them in your own time
liveness-step-camera = You open the camera and check the picture
liveness-step-speak = You say the digits aloud, one after the other, within five seconds
liveness-step-review = You watch the video before you send it
liveness-pace = How fast shall the digits light up?
liveness-pace-steady = Steady
liveness-pace-steady-hint = A little over half a second each
liveness-pace-slow = Slower
liveness-pace-slow-hint = The whole five seconds
liveness-pace-note = All digits stay visible the whole time.
liveness-other = I cannot speak, see the digits or be filmed
liveness-other-speech = You need not speak: you can show the digits with your hands or sign them, and a person looks at it.
liveness-without-speech = Show the digits with my hands
liveness-other-text = The digits can be read aloud to you on the next page. If you cannot be filmed, ask the organisation that sent you here for an appointment. Every way counts just as much.
liveness-lead-signed = You look into the camera and show six digits with your hands. This shows that it is you, here and now.
liveness-step-sign = You show the digits with one hand, or sign them, one after the other, within five seconds
liveness-signed = You have chosen to show the digits. A person looks at your video, so the result comes later, and counts the same.
liveness-speak-after-all = I would rather speak
digits-aloud = Read the digits to me
check-lead-signed = Your whole face in the oval and one hand beside it, light from the front, nobody else in the picture.
record-title-signed = Show the digits
liveness-show = Show my digits
digits-title = Your six digits
digits-lead = Read them once for yourself. Open the camera when you are ready: they stay on the screen.
digits-label = Your digits: { $digits }
digits-language = Say them in this language: { $language }. Keep the order shown.
digits-english = Say them in English instead
digits-open = Open the camera
digits-renewed = Here are new digits.
check-title = Check the picture
check-lead = Your whole face in the oval, light from the front, nobody else in the picture.
check-opening = Opening camera and microphone. Your browser may ask you to allow them.
check-video-label = You, as the camera sees you
check-sound = Microphone
check-sound-silent = Say something: nothing is heard yet
check-sound-heard = We can hear you
check-sound-noisy = It is loud here. Find a quieter room, or use wired earphones.
check-light-wait = Looking at the light
check-light-good = The light is good
check-light-dark = Your face is dark. Turn towards a window or a lamp.
check-light-bright = The light is too strong. Step out of the sun.
check-light-backlit = The light is behind you. Turn around, so that it is in front of you.
check-light-one-sided = One side of your face is dark. Turn towards the light.
check-record = Start recording
record-get-ready = Get ready
record-title = Say the digits
record-counting = Recording starts in { $seconds }
record-running = Recording
record-left = Time left in the recording
record-stop = I am done
record-failed-title = Nothing was recorded
record-failed = The browser stopped the recording. Try again; if it happens again, open your link in another browser.
review-title = Watch your video
review-lead = Are all six digits to be heard, and is your face in the picture from start to end?
review-video-label = Your recording
review-send = Send this video
review-again = Record again with new digits
review-sending = Sending the video

## Progress

progress-title = We are checking
progress-lead = This usually takes a few seconds. You can leave this page open.
progress-sent = Everything has arrived
progress-reading = Reading the document
progress-comparing = Comparing the face and listening for the digits
progress-long = It is taking longer than usual. You may close this page: the check goes on, and your link shows the result.
progress-submit-failed = Your photos and your video have arrived, but the check has not started.

## Result

result-approved-title = You are verified
result-approved-text = The organisation that asked you sees this result. You can close this page.
result-review-title = A person will look at it
result-review-text = We could not decide this by machine alone. Nothing is wrong yet, and there is nothing you need to do. Your link shows the result as soon as there is one.
review-promise = You have an answer at the latest
review-until = { DATETIME($until, dateStyle: "medium", timeStyle: "short") }
review-likely = Nine in ten people had theirs by
review-position = Your place in the queue
review-position-text = { $position ->
    [1] You are next
   *[other] Number { $position }
}
review-live = This page shows the answer as soon as it is there. You may close it; your link stays valid.
result-resubmission-title = One more try is needed
result-resubmission-text = { $count ->
    [one] This part needs to be repeated. Everything else is kept.
   *[other] These parts need to be repeated. Everything else is kept.
}
result-tries-left = { $count ->
    [0] This is your last try.
    [one] After this you have one more try.
   *[other] After this you have { $count } more tries.
}
difference-declared-legal_name = You entered this name
difference-declared-birth_date = You entered this birth date
difference-document = The document says
result-resubmission-button = Repeat this now
result-declined-title = We could not verify you
result-declined-text = If you think this is wrong, contact the organisation that asked you: a person can look at it again.
result-declined-reasons = Why
appeal-title = Do you disagree?
appeal-text = A person looks at everything again, whatever decided before. You can ask for that once.
appeal-button = Let a person look again
result-expired-title = The time has run out
result-expired-text = This verification was not finished in time. Ask the organisation for a new link.
result-withdrawn-title = This verification was withdrawn
result-withdrawn-text = It was ended before a result. If that was not you, contact the organisation that asked you.
result-reference = Reference
result-levels = Back to your levels
start-levels = See the levels and what each opens
mail-title = Shall we write to you?
mail-text = One short mail when there is an answer, nothing else. Your address is kept encrypted and goes with this verification.
mail-label = E-mail address
mail-button = Write to me
mail-wrong = This does not look like an e-mail address.
mail-kept = We write to you when there is an answer.
mail-forget = Do not write to me
