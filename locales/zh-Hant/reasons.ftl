side = { $side ->
    [back] 背面
   *[front] 正面
}
file_empty = 檔案是空的
    .fix = 請重新選擇照片。若是從其他應用程式分享來的，請先存到手機。
file_too_large = 檔案太大：{ $found_mb } MB，最多 { $limit_mb } MB
    .fix = 請用此頁面的相機拍照，或分享較小的尺寸。
file_type_unknown = 這不是我們能讀取的照片或影片
    .fix = 請使用 JPEG、PNG 或 WebP 照片，或在此頁面錄製影片。
file_type_unsupported = 這裡不能使用 { $format } 檔案
    .fix = 請使用 JPEG、PNG 或 WebP。在 iPhone 上：設定 › 相機 › 格式 › 最相容，或在此頁面拍照。
file_animated = 檔案裡有多張圖片
    .fix = 請使用一張靜態照片。
file_damaged = { $format } 檔案不完整或已損壞
    .fix = 請重新拍照或錄影。若來自訊息，請索取原檔。
file_encrypted = 檔案受保護
    .fix = 請使用沒有密碼或防拷的檔案。
file_too_many_pixels = 圖片有 { $found_mp } 百萬像素，最多 { $limit_mp }
    .fix = 請在此頁面拍照，或在相機應用程式降低解析度。
file_too_few_pixels = 圖片太小：短邊 { $found_px } 像素，至少需要 { $needed_px }
    .fix = 請重新拍照，不要用縮圖。
file_too_costly = 檔案開啟太慢
    .fix = 請在此頁面重新拍照或錄影。
clip_codec_unsupported = 影片格式（{ $codec }）不能使用
    .fix = 請用 Chrome、Firefox、Edge 或 Safari 在此頁面錄製。
clip_without_picture = 影片沒有畫面
    .fix = 請重新錄製，並確認看得到自己。
clip_without_sound = 影片沒有聲音
    .fix = 請允許麥克風，重新錄製並大聲說出數字。
clip_too_long = 影片長 { $seconds } 秒，最多 { $limit_s } 秒
    .fix = 請重新錄製，說完最後一個數字就停止。
document_low_resolution = { side }：證件在照片裡太小，寬 { $found_px } 像素，至少需要 { $needed_px }
    .fix = 請靠近，直到證件填滿畫框。
document_blurred = { side }：證件模糊
    .fix = 拿穩手機，點一下證件對焦，擦擦鏡頭。
document_glare = { side }：證件上有反光（{ $percent } %）
    .fix = 傾斜證件或關閉閃光燈，別讓亮斑蓋住文字。
document_dark = { side }：照片太暗
    .fix = 請到更亮的地方。側面的日光最好。
document_overexposed = { side }：照片太亮
    .fix = 請避開直射光並關閉閃光燈。
document_cut_off = { side }：有一條邊在照片外
    .fix = 請後退，直到四個角都在框內。
document_not_found = { side }：照片裡找不到證件
    .fix = 把證件放在顏色不同的素色表面上，並讓它填滿畫框。
document_too_near = { side }：證件放不進照片
    .fix = 請後退，直到四個角都在框內並留點空。
document_too_far = { side }：拍得太遠，寬 { $found_px } 像素，至少需要 { $needed_px }
    .fix = 請靠近，直到證件幾乎填滿畫框。
document_covered = { side }：有東西遮住證件（{ $percent } %）
    .fix = 把證件放平，或只捏住邊緣，不要讓手指遮住。
several_documents = { side }：照片裡有 { $count } 個證件
    .fix = 每次只拍一個證件的一面。
photo_blank = { side }：照片裡什麼也沒有
    .fix = 請確認沒有東西擋住相機，並拍有印刷的一面。
document_mirrored = { side }：照片是鏡像的
    .fix = 請用後置相機，或關閉鏡像。
document_wrong_side = { side }：照片拍的是另一面
    .fix = 請翻過來；有照片的一面是正面。
same_side_twice = 兩張照片拍的是同一面
    .fix = 請翻過來拍背面。
document_from_screen = { side }：照片拍的是螢幕
    .fix = 請拍證件本身，不要拍它的圖片。
document_screenshot = { side }：這是螢幕截圖
    .fix = 請用相機拍證件本身。
document_grey_copy = { side }：沒有顏色，像黑白影本
    .fix = 請用彩色拍證件本身。
document_origin_doubtful = { side }：可能是從螢幕或列印件上拍的
    .fix = 看標記處：同時橫跨文字、照片和底色的彩條來自螢幕；安全印刷不會超出證件。處處大小相同的交叉網點來自印表機。
document_edit_suspected = { side }：圖片可能被修改過（{ $found ->
        [recompressed] 有的地方少儲存了一次
        [clean] 有的地方沒有相機雜訊
        [copied] 有一塊出現了兩次
       *[other] 其他痕跡
    }）
    .fix = 看標記處，並比較印刷、機讀區、照片和影子像。誠實的圖片也會有這樣的痕跡。
document_filtered = { side }：圖片上有顏色濾鏡
    .fix = 拍照時不要用濾鏡或特效。
document_tone_doubtful = { side }：顏色或色調不尋常
    .fix = 判斷是濾鏡還是彩色燈。若無法判斷，請要求日光下的新照片。
document_overprint = { side }：證件上有「{ $found }」字樣
    .fix = 請使用您自己的有效證件：不要樣本、影本或帶浮水印的圖片。
file_edited = { side }：檔案顯示由程式製作或修改（{ $found ->
        [editor] 寫有編輯軟體名
        [editor_trace] 有編輯軟體的資料
        [generated] 寫有生成軟體名
       *[other] 其他跡象
    }）
    .fix = 僅此不能證明什麼。請仔細看，有疑問就要求在此頁面拍的照片。
mrz_not_found = { side }：帶字母和 < 的行無法讀取
    .fix = 請重拍，讓這些行清晰、完整、沒有反光。
mrz_check_digits = { side }：帶字母和 < 的行自相矛盾
    .fix = 請重拍，讓這些行清晰完整。若再次發生，請聯絡支援。
barcode_not_found = { side }：找不到條碼
    .fix = 請重拍，讓整個條碼清晰、沒有反光。
barcode_unreadable = { side }：條碼裡沒有駕照資料
    .fix = 請確認拍的是所選駕照的背面。
document_expired = 證件已過期
    .fix = 請使用仍有效的證件。
expiry_unreadable = 有效期限無法讀取
    .fix = 請重拍，讓有效期限清晰、沒有反光。
sides_differ = 正面和背面不屬於同一證件：{ $field ->
        [name] 姓名不同
        [birth_date] 出生日期不同
        [number] 號碼不同
        [expiry] 有效期限不同
        [sex] 性別不同
        [nationality] 國籍不同
       *[other] 有一項不同
    }
    .fix = 請拍同一證件的兩面。
sides_not_comparable = 兩面能讀出的項目太少，無法比較
    .fix = 請用眼睛比較正反兩面。
print_differs = 印刷內容與機讀行或條碼不一致：{ $field ->
        [name] 姓名
        [birth_date] 出生日期
        [expiry] 有效期限
       *[other] 某一項
    }
    .fix = 請用眼睛比較。可能其一被改，或印刷被讀錯。
print_unlike = 印刷內容無法與機讀部分對應：{ $field ->
        [number] 號碼
        [sex] 性別
        [nationality] 國籍
       *[other] 某一項
    }
    .fix = 請用眼睛比較。許多證件印有第二個號碼。
print_not_comparable = 沒有印刷內容能與機讀行或條碼比較
    .fix = 請用眼睛比較姓名、出生日期和有效期限。
document_type_differs = 您選的是{ $chosen ->
        [passport] 護照
        [id_card] 身分證
        [driving_licence] 駕駛執照
       *[other] 其他證件
    }，照片裡是{ $found ->
        [passport] 護照
        [id_card] 身分證
        [driving_licence] 駕駛執照
       *[other] 其他證件
    }
    .fix = 請拍您選的證件，或改選另一種。
name_differs = 您填寫的姓名與證件不同
    .fix = 請完全依印刷填寫您的法定姓名，包括所有名和姓。
name_needs_look = 姓名只依一條需人工核對的規則相符（{ $rule }）
    .fix = 請比較填寫的姓名與證件上的姓名。
name_unreadable = 證件上的姓名無法讀取
    .fix = 請重拍，讓姓名清晰、沒有反光。
birth_date_differs = 您填寫的出生日期與證件不同
    .fix = 請檢查您填寫的年、月、日。
birth_date_unreadable = 證件上的出生日期無法讀取
    .fix = 請重拍，讓出生日期清晰、沒有反光。
birth_date_needs_look = 證件上的出生日期不完整（{ $rule }）
    .fix = 請比較填寫的出生日期與證件上的。
issuer_differs = 您選的國家不是核發證件的國家
    .fix = 請選擇核發證件的國家。
issuer_not_read = 沒有讀出核發國家
    .fix = 請比較填寫的國家與證件上的。
video_too_short = 影片長 { $seconds } 秒，至少需要 { $needed_s } 秒
    .fix = 請重新錄製，從容地說完所有數字。
video_too_long = 影片長 { $seconds } 秒，最多 { $limit_s } 秒
    .fix = 請重新錄製，說完最後一個數字就停止。
face_not_seen = 影片中只有 { $percent } % 看得到您的臉
    .fix = 讓整張臉留在橢圓內，不要被口罩、手或帽子擋住。
several_faces = 影片裡有 { $count } 張臉
    .fix = 請獨自錄製，移開有人臉的圖片或螢幕。
face_dark = 您的臉太暗
    .fix = 請轉向窗戶或燈。
face_overexposed = 您的臉太亮
    .fix = 請避開直射光。
face_backlit = 光在您身後
    .fix = 請轉身，讓窗戶或燈在您前面。
face_one_sided = 您的臉有一側很暗
    .fix = 請轉動，直到光照到整張臉。
face_left = 您的臉離開畫面 { $seconds } 秒
    .fix = 從第一個數字到最後一個數字，請一直待在橢圓內。
face_changed = 影片中似乎有兩張不同的臉
    .fix = 請從頭到尾獨自錄製，不要讓他人替換您。
face_turned = 您的臉沒有正對鏡頭
    .fix = 請將手機舉到眼睛的高度，正視鏡頭。
face_too_far = 您的臉太小：兩眼之間 { $found_px } 像素，至少需要 { $needed_px }
    .fix = 請靠近一些，讓臉充滿橢圓。
face_too_near = 您的臉離鏡頭太近
    .fix = 請後退，直到整個頭部都在橢圓內。
face_cut_off = 您的臉有一部分在畫面之外
    .fix = 請調整手機，使整張臉從頭髮到下巴都在橢圓內。
face_blurred = 您的臉模糊不清
    .fix = 請擦淨鏡頭，拿穩手機，等畫面清晰。
mouth_covered = 有東西遮住了您的嘴
    .fix = 請摘下口罩，並讓手、圍巾和麥克風離開嘴部。
eyes_covered = 有東西遮住了您的眼睛
    .fix = 請摘下深色眼鏡，並讓頭髮和手離開眼睛。
forehead_covered = 有東西遮住了您的額頭
    .fix = 請摘下帽子，並撥開額前的頭髮。因信仰或健康而佩戴的頭飾，如果從眉毛到下巴都露出，可以保留：請聯絡客服。
expression_not_neutral = 您在第一個數字之前笑了或做了表情
    .fix = 在第一個數字出現之前請保持平靜、閉嘴，之後照常說話。
too_noisy = 太吵，聽不清數字
    .fix = 請到安靜的地方或用有線耳機，清楚地說。
no_speech = 沒有聽到聲音
    .fix = 請確認麥克風沒有被擋住或靜音，並大聲說出數字。
digits_differ = { $asked } 個數字中聽對 { $matched } 個
    .fix = 請用新的數字重錄。依顯示的順序逐個說。
mouth_still = 聽到數字時您的嘴沒有動
    .fix = 請自己大聲說出數字，嘴不要遮住，面向相機。
mouth_out_of_step = 嘴的動作與聲音不一致
    .fix = 請在此頁面重錄。關閉其他應用程式，不要使用錄好的影片。
live_person_doubtful = 影片裡可能不是鏡頭前的真人
    .fix = 請完整觀看：螢幕或紙張的邊緣、彩條、像照片一樣移動的臉、剪接。產生得好的影片不會露出這些。
video_times_impossible = 影片各影格的時間不可能來自任何相機
    .fix = 影片可能由程式製作或修改。請要求重錄，或用其他方式見到本人。
portrait_not_found = 找不到證件上的照片
    .fix = 請重拍，讓照片清晰、完整、沒有反光。
portrait_too_small = 證件照太小：高 { $found_px } 像素，至少需要 { $needed_px }
    .fix = 請靠近，直到證件填滿畫框。
portrait_unclear = 證件照模糊
    .fix = 拿穩手機，等它對焦後重拍。
ghost_portrait_differs = 證件上較小的第二張照片似乎是另一張臉
    .fix = 請用眼睛比較兩張照片。換過的照片常留下原來的第二張；較淡的也可能誤導。
face_differs = 影片裡的臉與證件上的不同
    .fix = 請使用您自己的證件。若就是您的，請在光線好、不戴眼鏡時重錄，或聯絡支援。
face_doubtful = 不能確定兩張臉是否相同
    .fix = 請比較證件照與影片畫面。
face_under_another_applicant = 這張臉也出現在另一位申請人名下
    .fix = 請比較兩個案件；可能是雙胞胎或重複註冊。
check_not_assessed = 檢查「{ $check }」無法進行
    .fix = 請自己查看材料。
tries_used = 次數已用完，現在由人查看您的證件
    .fix = 您不需要做什麼。48 小時內會有答覆。
reviewed_in_order = 有人檢查了證件，沒有問題
    .fix = 您不需要做什麼。
reviewed_not_acceptable = 有人檢查了證件，無法接受
    .fix = 若您認為有誤，請聯絡支援。
sound_clipped = 錄音太響，聽不清
    .fix = 請離麥克風遠一點，用平常的音量說。
other_speech = 除了數字還聽到其他聲音或話語
    .fix = 請到沒有別人說話的地方，關掉收音機和電視，只說數字。
digits_other_language = 聽到的數字是另一種語言（{ $language }）
    .fix = 請用所示的語言說數字。
digits_missing = { $asked } 個數字只聽到 { $heard } 個
    .fix = 請用新的數字重錄。每個都說，中間稍停。
