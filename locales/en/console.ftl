# The desk's console. For people who do this all day: short words, the field's terms.

app-name = Countersign
page-title = { $screen } · { app-name } desk
skip-to-content = Skip to content
loading = One moment…
close = Close
nav-label = Desk
nav-queue = Cases
nav-inbox = Requests
sign-out = Sign out

## Roles

role-reviewer = Reviewer
role-support = Support
role-engineer = Engineer
role-admin = Administrator

## Signing in

sign-in-title = Sign in to the desk
sign-in-lead = What you see behind this page are other people's documents. Every look is on record.
sign-in-name = Name
sign-in-password = Password
sign-in-code = Code
sign-in-code-hint = Six digits from your code generator.
sign-in-button = Sign in
sign-in-passkey = Sign in with a passkey

## Keys

shortcuts-open = Keyboard shortcuts
shortcuts-title = Keyboard shortcuts
key-space = Space
shortcut-next-row = next row
shortcut-last-row = row before
shortcut-open = open the case
shortcut-queue = to the queue
shortcut-inbox = to the requests
shortcut-next-case = next case
shortcut-approve = approve
shortcut-again = ask for a step again
shortcut-decline = decline
shortcut-play = play and stop the video
shortcut-zoom = zoom the document
shortcut-marks = show what was found on the document
shortcut-help = this list

## Queue

queue-title = Cases that wait
queue-count =
    { $count ->
        [0] Nobody waits.
        [one] One person waits.
       *[other] { $count } people wait.
    }
queue-filter = Which cases
queue-filter-all = All
queue-filter-mine = Mine
queue-filter-free = Free
queue-filter-late = Past the target
queue-filter-urgent = Urgent
queue-next = Next case
queue-empty = Nothing here.
queue-no-reason = No reason on record
queue-more-reasons =
    { $count ->
        [one] and one more
       *[other] and { $count } more
    }
queue-attempt = Try { $attempt }
queue-held = Open at { $name }

urgent-travel = Travels soon
urgent-payment_blocked = Payment blocked
urgent-vulnerable_person = Vulnerable person
urgent-promise_at_risk = Promise at risk

sla-good = { $left } to the target
sla-late = Past the target, { $left } to the promise
sla-broken = Promise broken { $left } ago
sla-bar = Share of the promised time used

## Documents and states

document-passport = Passport
document-id_card = Identity card
document-driving_licence = Driving licence
document-unknown = Document not chosen

status-created = Not begun
status-capturing = Being captured
status-processing = Being checked
status-in_review = Waits for a person
status-approved = Approved
status-declined = Declined
status-resubmission_requested = Asked again
status-expired = Expired
status-withdrawn = Withdrawn

## Case

case-title = Case { $id }
case-level = Level { $level }, try { $attempt }
case-why = Why a person looks
case-take-over = Take it over

evidence-document_front = Document, front
evidence-document_back = Document, back
evidence-liveness_video = Video

picture-zoom = Zoom; move the pointer to look around

marks-show = Show what was found
marks-measuring = Measuring anew…
mark-outline = Outline
mark-zone = Machine readable zone
mark-print = Print
mark-portrait = Portrait
mark-other_face = Other face
mark-altered = Sign of alteration
moments-measure = Measure the face moment by moment
moments-graph = Distance to the portrait and opening of the mouth over time
moments-words = A face in { $seen } of { $total } frames. Dots: distance to the portrait. Line: how far the mouth is open.
moments-limits = Dashed: the limits of the policy.

origin-title = What the file says of itself
origin-size = Pixels
origin-type = Type
origin-make = Maker
origin-model = Model
origin-software = Software
origin-taken_at = Taken
origin-exif = EXIF
origin-c2pa = C2PA
origin-position = Position
origin-container = Container
origin-video_codec = Video codec
origin-audio_codec = Audio codec
origin-picture = Picture
origin-frame_rate = Frames a second
origin-audio_rate = Sound rate, Hz
origin-is-yes = there
origin-is-no = none

film-picture = A frame of the video
film-play = Play
film-stop = Stop
film-timeline = Timeline
film-second = Second { $second }
film-asked = asked, to be said in { $language }
film-asked-signed = asked, to be shown with the hands or signed: the applicant does not speak. Compare the hand with the digits.

fields-title = Declared and on the document
fields-field = Field
fields-declared = Declared
fields-document = On the document
fields-differ = differs
fields-equal = same letters
fields-unread = not compared here
field-legal_name = Legal name
field-birth_date = Birth date
field-document_type = Document
field-issuing_country = Issued by

breakdown-title = Checks
breakdown-all =
    { $count ->
        [one] Show the one that passed
       *[other] Show the { $count } that passed
    }
breakdown-fewer = Only what did not pass
breakdown-limit = limit { $name }
result-pass = pass
result-fail = fail
result-doubt = doubt
result-could_not_assess = could not assess

related-title = In common with other sessions
related-applicant = the same applicant
related-face = the same face, another applicant
related-file = the very same file ({ $kind })

history-title = History
history-signed = { $outcome } by { $name }: { $reason }
history-policy = { $outcome } by the policy { $reason }
event-session-created = Session made
event-session-consent_given = Consent given
event-session-details_declared = Details declared
event-session-evidence_accepted = File accepted
event-session-challenge_issued = Digits given
event-session-submitted = Handed in
event-session-expired = Expired
event-session-withdrawn = Withdrawn
event-session-photo_asked_again = Photo asked for again
event-session-way_chosen = Another way chosen
event-session-decline_appealed = Appeal against the decline
event-session-device_hinted = The page said of the device
hint-camera_ordinary = an ordinary camera
hint-camera_virtual = a program that plays pictures as a camera
hint-camera_unnamed = a camera without a name
hint-browser_steered = a program steers the browser
history-hint = { $event }: { $hint }. Anybody can make it say so; it weighs nothing.
look-case-opened = { $name } opened the case
look-case-held = { $name } took the case in hand
look-case-taken_over = { $name } took the case over
look-case-assigned = { $name } assigned the case
look-case-urged = { $name } changed the urgency
look-evidence-seen = { $name } saw a file
look-ticket-opened = { $name } opened a request for help
look-ticket-answered = { $name } answered a request for help
look-ticket-urged = { $name } changed the urgency of a request
look-ticket-file_seen = { $name } saw a file of a request

## Requests for help

inbox-title = Requests for help
inbox-count =
    { $count ->
        [0] None in this state.
        [one] One in this state.
       *[other] { $count } in this state.
    }
inbox-filter = Which requests
inbox-empty = Nothing here.
topic-camera = Camera or microphone
topic-photo = Photo of the document
topic-video = Video with the digits
topic-details = Name or birth date
topic-face = Comparison of the face
topic-result = Result
topic-other = Something else
step-consent = Consent
step-details = Details
step-document_front = Front of document
step-document_back = Back of document
step-liveness = Video
ticket-title = Request { $id }
ticket-open = Open
ticket-answered = Answered
ticket-solved = Solved
ticket-no-step = After the last step
ticket-applicant = Applicant
ticket-where = Where it came from
ticket-session = Session
ticket-step = Step
ticket-attempt = Try
ticket-reason = Reason on the screen
ticket-device = Device
ticket-language = Language
ticket-file = File { $number }
ticket-open-file = Look at file { $number }
ticket-answer = Answer
ticket-send = Send
ticket-send-solved = Send and close

## Decision

decide-title = Decision
decide-outcome = Outcome
decide-approved = Approve
decide-resubmission_requested = Ask again
decide-declined = Decline
decide-reason = Reason
decide-choose = Choose a reason
decide-told = The applicant reads
decide-note = Note for colleagues
decide-sign = Sign the decision
decide-final = Signed with your name. It stands until another signed decision.
decide-missing-outcome = Choose an outcome.
decide-missing-reason = Choose a reason: no decision without one.
decide-missing-note = Write a note, or take one of those below.

note-same-person = Compared portrait and video: the same person.
note-name-variant = The name is the same in another spelling.
note-photo-good-enough = Every field can be read; the fault does not matter.
note-not-readable = Fields cannot be read on the photo.
note-not-comparable = Faces cannot be compared on this material.
note-other-person = Compared portrait and video: another person.
note-not-genuine = Signs that the document is not genuine.

## Faults

fault-network = The server cannot be reached. Nothing is lost; try again.
fault-forbidden = Your role may not do that.
fault-not_found = There is nothing of that id.
fault-case_held = { $detail } has this case open. You can look, but not decide.
fault-state_conflict = The case changed meanwhile: somebody decided it, or your hold on it ran out. Load it again.
fault-bad_request = The server did not take that.
fault-unavailable = The server cannot do this right now; try again.
fault-sign_in_refused = Name, password or code is wrong. A code can be used once: wait for the next one.
fault-too_many_tries = Too many tries. Wait { $detail } seconds.
fault-passkey = No passkey was used. Try again, or sign in with password and code.
fault-internal = The server had a problem; try again.

## One's own page

account-title = What you sign in with
passkeys-title = Passkeys
passkeys-lead = A telephone, a laptop or a security key signs you in by its own lock, instead of password and code.
passkeys-impossible = This browser, or the address of this desk, allows no passkeys.
passkey-label = Name of the device
passkey-example = Laptop at work
passkey-add = Add a passkey
passkey-added = added { $at }
passkey-used = last used { $at }
passkey-remove = Remove
password-title = Password
password-lead = Every login of yours ends, this one too: sign in again with the new one.
password-old = Password until now
password-new = New password
password-again = New password once more
password-short = At least { $shortest } characters.
password-unequal = The two new passwords differ.
password-change = Change the password

## Whose case it is

hands-title = In whose hands
hands-assign = Assigned to
hands-anyone = Anyone
hands-me = { $name } (you)
urgency = Comes first because
urgency-none = It does not

## Investigation of a face

face-open = Investigate the face
face-title = Comparison of the face
face-tries = Tries
face-try = Try { $attempt }
face-earlier-videos =
    { $count ->
        [one] One earlier video
       *[other] { $count } earlier videos
    }
face-requests = Requests for help, and the device
face-no-requests = The person has not asked for help, so no device is known.
face-no-device = device not told
face-no-related = No other session has anything in common with this one.
flight-title = Flight recorder
flight-text = How portrait, faces, digits, sound and mouth of the last decision were compared, on one page. Opening it is recorded.
flight-page = Open, with pictures
flight-shared = Open without pictures, fit to be passed on
flight-data = Open as data (JSON)
