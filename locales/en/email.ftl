# Mails to applicants: that something changed and what to do. No name, no picture, no reason, no link.
mail-greeting = Hello,
mail-in_review-subject = A person is looking at your verification
mail-in_review = A person is looking at what you sent for Level { $level }. You have an answer by { $until } at the latest. You do not need to do anything until then.
mail-approved-subject = You are verified
mail-approved = Your identity has been verified. Level { $level } is open.
mail-declined-subject = Your verification has a result
mail-declined = Your verification for Level { $level } was not successful. The page says why, and how to ask that a person looks again.
mail-resubmission-subject = One more step is needed
mail-resubmission = A part of your verification for Level { $level } has to be done again. The rest is kept. The page says what, and why.
mail-answered-subject = Your question has an answer
mail-answered = Somebody has answered your request for help.
mail-where = Open the page where you verified yourself to see it. This mail holds no link on purpose.
mail-caution = We never ask for pictures, passwords or codes by mail.
mail-reference = Reference: { $reference }
