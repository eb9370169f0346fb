# Going on with another device: the code on the first, the number on both, and following from the first.

handoff-open = 用手機繼續
handoff-title = { handoff-open }
handoff-scan = 請用手機相機對準此碼。它會在手機上開啟此驗證，僅限一次。
handoff-code = 供手機掃描的碼
handoff-left = 剩餘秒數：{ $seconds }
handoff-again = 顯示新碼
handoff-hint = 請不要把此碼傳給任何人。開啟它的人可以代替您繼續。
handoff-failed = 無法產生碼。請關閉後再試。
handoff-close = 留在此裝置上
handoff-compare = 有手機開啟了此碼。它顯示的是這個號碼嗎？
handoff-equal = 是，我的手機顯示這個號碼
handoff-differs = 不是
handoff-second-tried = 另一台裝置也嘗試開啟此碼，已被拒絕。只有您自己的手機顯示這個號碼時，才選「是」。
handoff-passing = 請稍候，正在轉到您的手機…
handoff-denied = 幸好您核對了。那台裝置什麼也沒有得到，此驗證仍在這裡。

join-opening = 正在開啟…
join-title = 用這支手機繼續
join-lead = { $host } 請您驗證身分，級別為 { $level }。您是在另一個螢幕上開始的。
join-compare = 請比較：您的另一個螢幕必須顯示相同的號碼。請在那裡確認，然後這支手機會繼續。
join-warning = 是別人把此碼傳給您的嗎？那麼請關閉此頁面：否則您是在替那個人驗證。
join-again = 再試一次
join-handoff_opened-title = 另一台裝置已開啟此碼
join-handoff_opened-text = 每個碼只能開啟一次。若不是您開啟的，請在第一個螢幕上點「不是」，再讓它顯示新碼。
join-handoff_expired-title = 此碼已過期
join-handoff_expired-text = 每個碼有效兩分鐘。請掃描第一個螢幕上現在顯示的碼。
join-handoff_denied-title = 號碼不一致
join-handoff_denied-text = 第一個螢幕上是這樣回答的，沒有轉移任何內容。若是誤點，請讓它顯示新碼。
join-not_found-title = 此碼打不開任何內容
join-not_found-text = 它已被新碼取代，或沒有掃描完整。請掃描第一個螢幕上現在顯示的碼。
join-network-title = 無法連上伺服器
join-network-text = 請檢查網路連線，然後再試。

follow-title = { handoff-open }
follow-lead = 此驗證現在在您的手機上。您在手機上做的會顯示在這裡。
follow-consent = 您的同意
follow-details = 您的資料
follow-document_front = 證件正面
follow-document_back = 證件背面
follow-liveness = 短片
follow-is-done = 已完成
follow-is-open = 待完成
follow-count = 已完成 { $done } 步，共 { $total } 步
follow-checking = 全部已提交。我們正在檢查。
follow-failed = 沒有送達。請再試。
follow-take-back = 改在這裡繼續
