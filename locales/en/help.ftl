# Asking for help from any screen, and reading the answers.

help-open = Get help
help-open-face = This is me: report the face comparison
help-title = Get help
help-face-title = Report the face comparison
help-face-text = The person in the video is me. Please compare my face with my document yourselves.
help-close = Close
help-another = Ask something else
help-topic = What is it about?
help-topic-camera = The camera or microphone
help-topic-photo = The photo of my document
help-topic-video = The video with the digits
help-topic-details = My name or birth date
help-topic-face = The comparison of my face
help-topic-result = The result
help-topic-other = Something else
help-text = What happened?
help-files = Screenshots or photos, if they help
help-files-count =
    { $count ->
        [one] One file was sent with it.
       *[other] { $count } files were sent with it.
    }
help-urgent = Is it urgent?
help-urgent-no = No
help-urgent-travel = Yes, I travel soon
help-urgent-payment_blocked = Yes, my payments are blocked
help-urgent-vulnerable_person = Yes, I need support with this
help-device = Your device
help-device-hint = Sent with your question so that we can find the cause. You can change or empty it.
help-send = Send
help-say = Send
help-more = Say more
help-reopen = Not solved? Write here, and it is open again.
help-state-open = open
help-state-answered = answered
help-state-solved = solved
help-from-applicant = You
help-from-desk = Support
help-error-empty = Write what happened, in a few words.
help-error-network = That did not get through. Check your internet connection and try again.
help-error-file_refused = A file cannot be taken. Send a photo or screenshot as JPEG, PNG or WebP.
help-error-too_large = A file is larger than 10 MB.
help-error-too_many_requests = You have asked often already. Write in one of your questions above.
help-error-internal = The server had a problem. Try again in a moment.
