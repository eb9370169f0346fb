# One entry for every reason code: the value says what happened, `.fix` what to do now.
# Reasons whose audience is `reviewer` have `.fix` for the reviewer. Parameters are those of `crates/domain/src/reason.rs`.

file_empty = The file is empty
    .fix = Choose the photo again. If it was shared from another app, save it to your phone first.
file_too_large = The file is too large: { $found_mb } MB, at most { $limit_mb } MB
    .fix = Take the photo with this page's camera, or choose a smaller size when you share it.
file_type_unknown = This file is not a photo or video we can read
    .fix = Use a JPEG, PNG or WebP photo, or record the video on this page.
file_type_unsupported = { $format } files cannot be used here
    .fix = Use a JPEG, PNG or WebP photo. On an iPhone: Settings > Camera > Formats > Most Compatible, or take the photo on this page.
file_animated = The file holds several pictures
    .fix = Use one still photo.
file_damaged = The { $format } file is incomplete or damaged
    .fix = Take the photo or video again. If it came by message, ask for the original file.
file_encrypted = The file is protected
    .fix = Use a file without a password or copy protection.
file_too_many_pixels = The picture has { $found_mp } megapixels, at most { $limit_mp } can be used
    .fix = Take the photo with this page's camera, or choose a lower resolution in your camera app.
file_too_few_pixels = The picture is too small: { $found_px } pixels on its shorter side, at least { $needed_px } are needed
    .fix = Take a new photo. Do not use a thumbnail or a preview.
file_too_costly = The file takes too long to open
    .fix = Take the photo or video again on this page.
clip_codec_unsupported = The video's format ({ $codec }) cannot be used
    .fix = Record the video on this page with Chrome, Firefox, Edge or Safari.
clip_without_picture = The video has no picture
    .fix = Record it again and check that you see yourself while recording.
clip_without_sound = The video has no sound
    .fix = Allow the microphone, then record again and say the digits aloud.
clip_too_long = The video lasts { $seconds } seconds, at most { $limit_s } can be used
    .fix = Record again and stop after the last digit.

document_low_resolution = The { $side } of the document is too small in the photo: { $found_px } pixels across, at least { $needed_px } are needed
    .fix = Go closer until the document fills the frame.
document_blurred = The { $side } of the document is blurred
    .fix = Hold the phone still, tap the document to focus, and wipe the lens.
document_glare = Light is reflected on the { $side } of the document ({ $percent } % of it)
    .fix = Tilt the document or turn off the flash, so that no bright spot covers the text.
document_dark = The photo of the { $side } is too dark
    .fix = Move to a brighter place. Daylight from the side is best.
document_overexposed = The photo of the { $side } is too bright
    .fix = Move out of direct light and turn off the flash.
document_cut_off = An edge of the { $side } lies outside the photo
    .fix = Move back until all four corners are inside the frame.
document_not_found = No document was found in the photo of the { $side }
    .fix = Lay the document on a plain surface of another colour and fill the frame with it.
document_too_near = The { $side } of the document does not fit into the photo
    .fix = Move back until all four corners are inside the frame, with a little space around.
document_too_far = The { $side } was photographed from too far away: { $found_px } pixels across, at least { $needed_px } are needed
    .fix = Go closer until the document nearly fills the frame.
document_covered = Something covers the { $side } of the document ({ $percent } % of it)
    .fix = Lay the document down, or hold it by its outermost edge, so that no finger covers it.
several_documents = The photo of the { $side } shows { $count } documents
    .fix = Photograph one side of one document at a time.
photo_blank = The photo of the { $side } shows nothing
    .fix = Check that nothing covers the camera, and photograph the printed side.
document_mirrored = The photo of the { $side } is mirrored
    .fix = Use the back camera, or turn off mirroring in your camera app.
document_wrong_side = The photo of the { $side } shows the other side
    .fix = Turn the document over and photograph the side with the portrait as the front.
same_side_twice = Both photos show the same side
    .fix = Turn the document over and photograph its back.
document_from_screen = The photo of the { $side } shows a screen
    .fix = Photograph the document itself, not a picture of it on a phone or computer.
document_screenshot = The picture of the { $side } is a screenshot
    .fix = Photograph the document itself with the camera.
document_grey_copy = The { $side } has no colour: it looks like a black-and-white copy
    .fix = Photograph the document itself in colour, without a black-and-white setting.
document_origin_doubtful = The { $side } may have been photographed from a screen or a print
    .fix = Look at the marked places: coloured stripes over text, portrait and background alike come from a screen; security print does not cross the portrait or leave the document. Crossed dots of one size all over come from a printer.
document_edit_suspected = The picture of the { $side } may have been edited ({ $found ->
        [recompressed] places that were saved once less than the rest
        [clean] places without the camera's noise
        [copied] a piece that appears twice
       *[other] other traces
    })
    .fix = Look at the marked places and compare print with zone, portrait and ghost image. Honest pictures show such traces too.
document_filtered = A colour filter lies over the picture of the { $side }
    .fix = Take the photo without a filter or effect.
document_tone_doubtful = Colours or shades of the { $side } are unusual
    .fix = Decide whether a filter or a coloured lamp did it. Ask for a new photo by daylight if the print cannot be judged.
document_overprint = The { $side } carries the word { $found }
    .fix = Use your own document that is in use: no sample, no copy, no picture with an application's mark.
file_edited = The file of the { $side } says that a program made or changed it ({ $found ->
        [editor] an editor is named
        [editor_trace] an editor left its data
        [generated] a generator is named
       *[other] another sign
    })
    .fix = This alone proves nothing. Look closely, and ask for a photo taken on this page if in doubt.
mrz_not_found = The lines of letters and < signs on the { $side } could not be read
    .fix = Take the photo again with these lines sharp, complete and without reflections.
mrz_check_digits = The lines of letters and < signs on the { $side } contradict themselves
    .fix = Take the photo again with these lines sharp and complete. If it happens again, contact support.
barcode_not_found = The barcode on the { $side } could not be found
    .fix = Take the photo again with the whole barcode sharp and without reflections.
barcode_unreadable = The barcode on the { $side } does not hold a licence record
    .fix = Check that you photographed the back of the licence that you chose.
document_expired = The document has expired
    .fix = Use a document that is still valid.
expiry_unreadable = The expiry date could not be read
    .fix = Take the photo again with the expiry date sharp and without reflections.
sides_differ = Front and back do not belong together: { $field ->
        [name] the name differs
        [birth_date] the birth date differs
        [number] the document number differs
        [expiry] the expiry date differs
        [sex] the sex differs
        [nationality] the nationality differs
       *[other] a field differs
    }
    .fix = Photograph both sides of the same document.
sides_not_comparable = Too few fields could be read on both sides to compare them
    .fix = Compare front and back by eye.
print_differs = The printed { $field ->
        [name] name
        [birth_date] birth date
        [expiry] expiry date
       *[other] field
    } is not what the machine readable lines or the barcode say
    .fix = Compare the print with the machine readable part by eye. Either may have been altered, or the print was misread.
print_unlike = The printed { $field ->
        [number] number
        [sex] sex
        [nationality] nationality
       *[other] field
    } could not be matched with the machine readable part
    .fix = Compare both by eye. Many cards print a second number.
print_not_comparable = Nothing printed could be compared with the machine readable lines or the barcode
    .fix = Compare name, birth date and expiry date by eye.
document_type_differs = You chose { $chosen ->
        [passport] a passport
        [id_card] an identity card
        [driving_licence] a driving licence
       *[other] another document
    }, the photo shows { $found ->
        [passport] a passport
        [id_card] an identity card
        [driving_licence] a driving licence
       *[other] another document
    }
    .fix = Photograph the document that you chose, or choose the other one.

name_differs = The name you entered is not the name on the document
    .fix = Enter your legal name exactly as printed, all given names and surnames.
name_needs_look = The names agree only by a rule that a person checks ({ $rule })
    .fix = Compare the declared name with the document's.
name_unreadable = The name on the document could not be read
    .fix = Take the photo again with the name sharp and without reflections.
birth_date_differs = The birth date you entered is not the one on the document
    .fix = Check day, month and year of the date you entered.
birth_date_unreadable = The birth date on the document could not be read
    .fix = Take the photo again with the birth date sharp and without reflections.
birth_date_needs_look = The document leaves the birth date open ({ $rule })
    .fix = Compare the declared birth date with the document's.
issuer_differs = The country you chose is not the one that issued the document
    .fix = Choose the country that issued the document.
issuer_not_read = The issuing country was not read
    .fix = Compare the declared country with the document's.

video_too_short = The video lasts { $seconds } seconds, at least { $needed_s } are needed
    .fix = Record again and say all digits at a calm pace.
video_too_long = The video lasts { $seconds } seconds, at most { $limit_s } are allowed
    .fix = Record again and stop after the last digit.
face_not_seen = Your face was seen in only { $percent } % of the video
    .fix = Keep your whole face inside the oval, without a mask, hand or cap in front of it.
several_faces = { $count } faces are in the video
    .fix = Record alone, and turn away pictures or screens that show a face.
face_dark = Your face is too dark
    .fix = Turn towards a window or a lamp.
face_overexposed = Your face is too bright
    .fix = Step out of direct light.
face_backlit = The light is behind you
    .fix = Turn around, so that the window or lamp is in front of you.
face_one_sided = One side of your face is dark
    .fix = Turn until the light falls on your whole face.
face_left = Your face was out of the picture for { $seconds } seconds
    .fix = Stay inside the oval from the first digit to the last.
face_changed = Two different faces seem to be in the video
    .fix = Record alone, from beginning to end, and let nobody take your place.
face_turned = Your face is turned away from the camera
    .fix = Hold the phone at the height of your eyes and look straight into it.
face_too_far = Your face is too small: { $found_px } pixels between the eyes, at least { $needed_px } are needed
    .fix = Come closer until your face fills the oval.
face_too_near = Your face is too close to the camera
    .fix = Move back until your whole head is inside the oval.
face_cut_off = Part of your face is outside the picture
    .fix = Hold the phone so that your whole face, from hair to chin, is inside the oval.
face_blurred = Your face is blurred
    .fix = Wipe the lens, hold the phone still and wait until the picture is sharp.
mouth_covered = Something covers your mouth
    .fix = Take off the mask and keep your hands, scarf and microphone away from your mouth.
eyes_covered = Something covers your eyes
    .fix = Take off dark glasses, and keep hair and hands away from your eyes.
forehead_covered = Something covers your forehead
    .fix = Take off your cap or hat and move your hair off your forehead. A head covering worn for faith or health may stay, if it leaves your face free from brows to chin: contact support.
expression_not_neutral = You smiled or made a face before the first digit
    .fix = Keep a calm face with your mouth closed until the first digit appears, then speak as you always do.
too_noisy = It is too noisy to hear the digits
    .fix = Go to a quiet place or use wired earphones, and speak clearly.
no_speech = No voice was heard
    .fix = Check that the microphone is not covered or muted, and say the digits aloud.
sound_clipped = The recording is too loud to be understood
    .fix = Move a little away from the microphone, and speak at your normal loudness.
other_speech = Other voices or words were heard besides the digits
    .fix = Go where nobody else speaks, switch off radio and television, and say only the digits.
digits_other_language = The digits were heard in another language ({ $language }) than asked
    .fix = Say the digits in the language of this page.
digits_missing = Only { $heard } of { $asked } digits were heard
    .fix = Record again with the new digits. Say every one of them, with a short pause in between.
digits_differ = { $matched } of { $asked } digits were heard as shown
    .fix = Record again with the new digits. Say them one by one, in the order shown.
mouth_still = Your mouth did not move while the digits were heard
    .fix = Say the digits aloud yourself, with your mouth uncovered and facing the camera.
mouth_out_of_step = The movement of your mouth and the sound do not fit together
    .fix = Record again on this page. Close other apps, and do not use a recorded video.
live_person_doubtful = The video may not show a live person before a camera
    .fix = Watch it in full: edges of a screen or sheet, colour stripes, a face that moves like a picture, cuts. A video generated well shows none of these.
video_times_impossible = The times of the video's frames are those of no camera
    .fix = The video was probably made or changed by a program. Ask for a new one, or meet the person another way.

portrait_not_found = The portrait on the document could not be found
    .fix = Take the photo again with the portrait sharp, complete and without reflections.
portrait_too_small = The portrait on the document is too small in the photo: { $found_px } pixels high, at least { $needed_px } are needed
    .fix = Go closer until the document fills the frame.
portrait_unclear = The portrait on the document is blurred in the photo
    .fix = Hold the phone still, let it focus, and take the photo again.
ghost_portrait_differs = The small second portrait on the document seems to show another face
    .fix = Compare the two portraits by eye. A replaced portrait often leaves the second one as it was; a faint or overprinted one can also mislead the comparison.
face_differs = The face in the video is not the face on the document
    .fix = Use your own document. If it is yours, record again in good light without glasses, or contact support.
face_doubtful = It is not clear whether both faces are the same
    .fix = Compare the portrait with the frames of the video.
face_under_another_applicant = This face appears under another applicant
    .fix = Compare both cases; twins and second registrations happen.

check_not_assessed = The check "{ $check }" could not be carried out
    .fix = Look at the evidence yourself.
tries_used = All tries are used, so a person looks at your documents now
    .fix = You do not need to do anything. You get the answer within 48 hours.
reviewed_in_order = A person checked the documents and found them in order
    .fix = You do not need to do anything.
reviewed_not_acceptable = A person checked the documents and cannot accept them
    .fix = Contact support if you think that this is a mistake.
