# Going on with another device: the code on the first, the number on both, and following from the first.

handoff-open = अपने फ़ोन पर आगे बढ़ें
handoff-title = { handoff-open }
handoff-scan = फ़ोन का कैमरा इस कोड पर रखें। इससे यह जाँच वहाँ खुलती है, एक बार।
handoff-code = फ़ोन से स्कैन करने का कोड
handoff-left = बचे सेकंड: { $seconds }
handoff-again = नया कोड दिखाएँ
handoff-hint = यह कोड किसी को न भेजें। जो इसे खोले वह आपकी जगह आगे बढ़ सकता है।
handoff-failed = कोड नहीं बन सका। इसे बंद करके फिर कोशिश करें।
handoff-close = इसी उपकरण पर रहें
handoff-compare = एक फ़ोन ने कोड खोला है। क्या उस पर यही संख्या दिखती है?
handoff-equal = हाँ, मेरे फ़ोन पर यही संख्या है
handoff-differs = नहीं
handoff-second-tried = किसी दूसरे उपकरण ने कोड खोलना चाहा और उसे रोका गया। हाँ तभी कहें जब आपके अपने फ़ोन पर यह संख्या दिखे।
handoff-passing = एक पल, जाँच आपके फ़ोन पर जा रही है…
handoff-denied = अच्छा हुआ कि आपने देख लिया। उस उपकरण को कुछ नहीं मिला, और यह जाँच यहीं रहती है।

join-opening = खुल रहा है…
join-title = इस फ़ोन पर आगे बढ़ें
join-lead = { $host } आपसे स्तर { $level } के लिए पहचान की पुष्टि माँगता है। आपने किसी और स्क्रीन पर शुरू किया था।
join-compare = मिलाएँ: आपकी दूसरी स्क्रीन पर यही संख्या होनी चाहिए। वहाँ इसकी पुष्टि करें, फिर यह फ़ोन आगे बढ़ेगा।
join-warning = क्या किसी ने आपको यह कोड भेजा है? तो यह पृष्ठ बंद करें: वरना आप उसके लिए पुष्टि करेंगे।
join-again = फिर कोशिश करें
join-handoff_opened-title = यह कोड किसी और उपकरण ने खोला है
join-handoff_opened-text = कोड एक ही बार खुलता है। यदि वह आप नहीं थे, तो पहली स्क्रीन पर “नहीं” दबाएँ और वहाँ नया कोड दिखवाएँ।
join-handoff_expired-title = इस कोड का समय समाप्त हो गया
join-handoff_expired-text = कोड दो मिनट चलता है। वह कोड स्कैन करें जो पहली स्क्रीन पर अभी दिखता है।
join-handoff_denied-title = संख्याएँ एक जैसी नहीं थीं
join-handoff_denied-text = आपकी पहली स्क्रीन पर यही उत्तर दिया गया, और कुछ आगे नहीं भेजा गया। यदि गलती से हुआ, तो वहाँ नया कोड दिखवाएँ।
join-not_found-title = इस कोड से कुछ नहीं खुलता
join-not_found-text = इसकी जगह नया कोड आ गया, या यह पूरा स्कैन नहीं हुआ। वह कोड स्कैन करें जो पहली स्क्रीन पर अभी दिखता है।
join-network-title = सर्वर तक पहुँच नहीं हो रही
join-network-text = इंटरनेट कनेक्शन देखें, फिर कोशिश करें।

follow-title = { handoff-open }
follow-lead = यह जाँच अब आपके फ़ोन पर है। आप वहाँ जो करते हैं, वह यहाँ दिखता है।
follow-consent = आपकी सहमति
follow-details = आपका विवरण
follow-document_front = दस्तावेज़ का आगे का भाग
follow-document_back = दस्तावेज़ का पीछे का भाग
follow-liveness = छोटा वीडियो
follow-is-done = पूरा
follow-is-open = बाकी
follow-count = { $total } में से { $done } चरण पूरे
follow-checking = सब पहुँच गया। हम जाँच रहे हैं।
follow-failed = यह नहीं पहुँचा। फिर कोशिश करें।
follow-take-back = फ़ोन के बजाय यहीं आगे बढ़ें
