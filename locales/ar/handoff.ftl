# Going on with another device: the code on the first, the number on both, and following from the first.

handoff-open = المتابعة على هاتفك
handoff-title = { handoff-open }
handoff-scan = وجّه كاميرا هاتفك إلى هذا الرمز. يفتح هذا التحقق هناك مرة واحدة.
handoff-code = رمز تمسحه بهاتفك
handoff-left = الثواني المتبقية: { $seconds }
handoff-again = أظهر رمزًا جديدًا
handoff-hint = لا ترسل هذا الرمز إلى أحد. من يفتحه يمكنه أن يتابع مكانك.
handoff-failed = تعذّر إنشاء رمز. أغلق هذا ثم حاول مجددًا.
handoff-close = البقاء على هذا الجهاز
handoff-compare = فتح هاتفٌ الرمز. هل يُظهر هذا الرقم؟
handoff-equal = نعم، يُظهر هاتفي هذا الرقم
handoff-differs = لا
handoff-second-tried = حاول جهاز ثانٍ فتح الرمز فرُفض. لا تُجب بنعم إلا إذا كان هاتفك أنت يُظهر الرقم.
handoff-passing = لحظة، ينتقل التحقق إلى هاتفك…
handoff-denied = أحسنت بالتأكد. لم يحصل ذلك الجهاز على شيء، ويبقى هذا التحقق هنا.

join-opening = جارٍ الفتح…
join-title = المتابعة على هذا الهاتف
join-lead = يطلب منك { $host } التحقق من هويتك للمستوى { $level }. وقد بدأت على شاشة أخرى.
join-compare = قارن: يجب أن تُظهر شاشتك الأخرى الرقم نفسه. أكّد ذلك هناك فيتابع هذا الهاتف.
join-warning = هل أرسل إليك أحد هذا الرمز؟ إذن أغلق هذه الصفحة: وإلا تحققت بدلًا منه.
join-again = حاول مرة أخرى
join-handoff_opened-title = فتح جهاز آخر هذا الرمز
join-handoff_opened-text = يُفتح الرمز مرة واحدة. إن لم تكن أنت من فتحه فاضغط «لا» على شاشتك الأولى ودعها تُظهر رمزًا جديدًا.
join-handoff_expired-title = انتهت صلاحية هذا الرمز
join-handoff_expired-text = يدوم الرمز دقيقتين. امسح الرمز الذي تُظهره شاشتك الأولى الآن.
join-handoff_denied-title = لم يكن الرقمان متطابقين
join-handoff_denied-text = هكذا كان الجواب على شاشتك الأولى، ولم يُنقل شيء. إن كان ذلك خطأ فدعها تُظهر رمزًا جديدًا.
join-not_found-title = لا يفتح هذا الرمز شيئًا
join-not_found-text = حلّ مكانه رمز أحدث، أو لم يُمسح كاملًا. امسح الرمز الذي تُظهره شاشتك الأولى الآن.
join-network-title = تعذّر الوصول إلى الخادم
join-network-text = تحقق من اتصالك بالإنترنت ثم حاول مجددًا.

follow-title = { handoff-open }
follow-lead = هذا التحقق الآن على هاتفك. ما تفعله هناك يظهر هنا.
follow-consent = موافقتك
follow-details = بياناتك
follow-document_front = وجه الوثيقة
follow-document_back = ظهر الوثيقة
follow-liveness = فيديو قصير
follow-is-done = تمّت
follow-is-open = لم تتم بعد
follow-count = الخطوات التي تمّت: { $done } من { $total }
follow-checking = وصل كل شيء. نحن نتحقق.
follow-failed = لم يصل ذلك. حاول مجددًا.
follow-take-back = المتابعة هنا بدلًا من الهاتف
