side = { $side ->
    [back] Mặt sau
   *[front] Mặt trước
}
file_empty = Tệp trống
    .fix = Hãy chọn lại ảnh. Nếu từ ứng dụng khác, hãy lưu vào điện thoại trước.
file_too_large = Tệp quá lớn: { $found_mb } MB, tối đa { $limit_mb } MB
    .fix = Hãy chụp bằng máy ảnh của trang này hoặc chia sẻ cỡ nhỏ hơn.
file_type_unknown = Đây không phải ảnh hay video chúng tôi đọc được
    .fix = Hãy dùng ảnh JPEG, PNG hoặc WebP, hoặc quay video trên trang này.
file_type_unsupported = Tệp { $format } không dùng được ở đây
    .fix = Hãy dùng JPEG, PNG hoặc WebP. Trên iPhone: Cài đặt › Camera › Định dạng › Tương thích nhất, hoặc chụp tại đây.
file_animated = Tệp có nhiều hình
    .fix = Hãy dùng một ảnh tĩnh.
file_damaged = Tệp { $format } thiếu hoặc hỏng
    .fix = Hãy chụp hoặc quay lại. Nếu nhận qua tin nhắn, hãy xin tệp gốc.
file_encrypted = Tệp được bảo vệ
    .fix = Hãy dùng tệp không có mật khẩu.
file_too_many_pixels = Hình có { $found_mp } megapixel, tối đa { $limit_mp }
    .fix = Hãy chụp trên trang này hoặc giảm độ phân giải.
file_too_few_pixels = Hình quá nhỏ: cạnh ngắn { $found_px } pixel, cần { $needed_px }
    .fix = Hãy chụp ảnh mới, đừng dùng ảnh thu nhỏ.
file_too_costly = Tệp mở quá lâu
    .fix = Hãy chụp hoặc quay lại trên trang này.
clip_codec_unsupported = Định dạng video ({ $codec }) không dùng được
    .fix = Hãy quay trên trang này bằng Chrome, Firefox, Edge hoặc Safari.
clip_without_picture = Video không có hình
    .fix = Hãy quay lại và xem có thấy mình không.
clip_without_sound = Video không có tiếng
    .fix = Hãy cho phép micrô, quay lại và nói to các chữ số.
clip_too_long = Video dài { $seconds } giây, tối đa { $limit_s }
    .fix = Hãy quay lại và dừng sau chữ số cuối.
document_low_resolution = { side }: giấy tờ quá nhỏ trong ảnh, rộng { $found_px } pixel, cần { $needed_px }
    .fix = Lại gần hơn đến khi giấy tờ đầy khung.
document_blurred = { side }: giấy tờ bị mờ
    .fix = Giữ yên điện thoại, chạm vào giấy tờ để lấy nét và lau ống kính.
document_glare = { side }: ánh sáng phản chiếu trên { $percent } % giấy tờ
    .fix = Nghiêng giấy tờ hoặc tắt đèn flash để vết sáng không che chữ.
document_dark = { side }: ảnh quá tối
    .fix = Đến chỗ sáng hơn. Ánh sáng ban ngày từ bên cạnh là tốt nhất.
document_overexposed = { side }: ảnh quá sáng
    .fix = Tránh ánh sáng trực tiếp và tắt đèn flash.
document_cut_off = { side }: một cạnh nằm ngoài ảnh
    .fix = Lùi lại đến khi cả bốn góc trong khung.
document_not_found = { side }: không tìm thấy giấy tờ trong ảnh
    .fix = Đặt giấy tờ lên mặt trơn khác màu và để nó đầy khung.
document_too_near = { side }: giấy tờ không vừa ảnh
    .fix = Lùi lại đến khi cả bốn góc trong khung và còn chút lề.
document_too_far = { side }: chụp quá xa, rộng { $found_px } pixel, cần { $needed_px }
    .fix = Lại gần hơn đến khi giấy tờ gần đầy khung.
document_covered = { side }: có vật che { $percent } % giấy tờ
    .fix = Đặt giấy tờ xuống hoặc cầm ở mép, đừng để ngón tay che.
several_documents = { side }: ảnh có { $count } giấy tờ
    .fix = Mỗi lần chụp một mặt của một giấy tờ.
photo_blank = { side }: ảnh không có gì
    .fix = Xem có gì che máy ảnh không và chụp mặt có in.
document_mirrored = { side }: ảnh bị lật gương
    .fix = Dùng máy ảnh sau hoặc tắt lật gương.
document_wrong_side = { side }: ảnh là mặt kia
    .fix = Lật giấy tờ; mặt có chân dung là mặt trước.
same_side_twice = Hai ảnh là cùng một mặt
    .fix = Lật giấy tờ và chụp mặt sau.
document_from_screen = { side }: ảnh chụp màn hình thiết bị
    .fix = Hãy chụp chính giấy tờ, không chụp hình của nó.
document_screenshot = { side }: đây là ảnh chụp màn hình
    .fix = Hãy chụp chính giấy tờ bằng máy ảnh.
document_grey_copy = { side }: không có màu, giống bản sao đen trắng
    .fix = Hãy chụp chính giấy tờ có màu.
document_origin_doubtful = { side }: có thể chụp từ màn hình hoặc bản in
    .fix = Xem các chỗ đánh dấu: sọc màu qua cả chữ, ảnh và nền là từ màn hình; in bảo an không vượt ra ngoài giấy tờ. Các chấm đan nhau cùng cỡ ở khắp nơi là từ máy in.
document_edit_suspected = { side }: hình có thể đã bị sửa ({ $found ->
        [recompressed] có chỗ lưu ít hơn một lần
        [clean] có chỗ không có nhiễu máy ảnh
        [copied] có mảnh xuất hiện hai lần
       *[other] dấu vết khác
    })
    .fix = Xem các chỗ đánh dấu và so chữ in, vùng máy đọc, chân dung và ảnh mờ. Ảnh thật cũng có dấu vết.
document_filtered = { side }: hình có bộ lọc màu
    .fix = Hãy chụp không bộ lọc, không hiệu ứng.
document_tone_doubtful = { side }: màu hoặc tông lạ
    .fix = Xét xem là bộ lọc hay đèn màu. Nếu không rõ, xin ảnh chụp ban ngày.
document_overprint = { side }: giấy tờ có chữ { $found }
    .fix = Hãy dùng giấy tờ thật đang dùng: không mẫu, không bản sao, không hình có dấu.
file_edited = { side }: tệp cho biết có phần mềm tạo hoặc sửa ({ $found ->
        [editor] có tên phần mềm sửa
        [editor_trace] có dữ liệu phần mềm sửa
        [generated] có tên phần mềm tạo
       *[other] dấu hiệu khác
    })
    .fix = Chỉ vậy chưa chứng minh gì. Xem kỹ, nếu nghi hãy xin ảnh chụp trên trang này.
mrz_not_found = { side }: không đọc được các dòng chữ và dấu <
    .fix = Chụp lại để các dòng này nét, đủ và không phản chiếu.
mrz_check_digits = { side }: các dòng chữ và dấu < tự mâu thuẫn
    .fix = Chụp lại để các dòng này nét và đủ. Nếu lặp lại, hãy liên hệ hỗ trợ.
barcode_not_found = { side }: không tìm thấy mã vạch
    .fix = Chụp lại để cả mã vạch nét và không phản chiếu.
barcode_unreadable = { side }: mã vạch không có dữ liệu giấy phép
    .fix = Xem bạn đã chụp mặt sau giấy phép đã chọn chưa.
document_expired = Giấy tờ đã hết hạn
    .fix = Hãy dùng giấy tờ còn hạn.
expiry_unreadable = Không đọc được ngày hết hạn
    .fix = Chụp lại để ngày này nét và không phản chiếu.
sides_differ = Hai mặt không cùng một giấy tờ: { $field ->
        [name] khác tên
        [birth_date] khác ngày sinh
        [number] khác số
        [expiry] khác hạn
        [sex] khác giới tính
        [nationality] khác quốc tịch
       *[other] khác một mục
    }
    .fix = Hãy chụp hai mặt của cùng một giấy tờ.
sides_not_comparable = Đọc được quá ít mục trên hai mặt để so
    .fix = Hãy so hai mặt bằng mắt.
print_differs = Phần in mâu thuẫn với dòng máy đọc hoặc mã vạch: { $field ->
        [name] tên
        [birth_date] ngày sinh
        [expiry] hạn
       *[other] một mục
    }
    .fix = Hãy so bằng mắt. Một bên có thể bị sửa, hoặc phần in bị đọc sai.
print_unlike = Không ghép được phần in: { $field ->
        [number] số
        [sex] giới tính
        [nationality] quốc tịch
       *[other] một mục
    }
    .fix = Hãy so bằng mắt. Nhiều thẻ in số thứ hai.
print_not_comparable = Không phần in nào so được với dòng máy đọc hoặc mã vạch
    .fix = Hãy so tên, ngày sinh và hạn bằng mắt.
document_type_differs = Bạn đã chọn: { $chosen ->
        [passport] hộ chiếu
        [id_card] thẻ căn cước
        [driving_licence] giấy phép lái xe
       *[other] giấy tờ khác
    }. Trong ảnh: { $found ->
        [passport] hộ chiếu
        [id_card] thẻ căn cước
        [driving_licence] giấy phép lái xe
       *[other] giấy tờ khác
    }
    .fix = Hãy chụp giấy tờ đã chọn hoặc chọn loại kia.
name_differs = Tên bạn nhập khác tên trên giấy tờ
    .fix = Hãy nhập đúng tên như in, đủ họ và tên.
name_needs_look = Tên chỉ khớp theo một quy tắc cần người kiểm tra ({ $rule })
    .fix = Hãy so tên khai với tên trên giấy tờ.
name_unreadable = Không đọc được tên trên giấy tờ
    .fix = Chụp lại để tên nét và không phản chiếu.
birth_date_differs = Ngày sinh bạn nhập khác trên giấy tờ
    .fix = Hãy kiểm tra ngày, tháng, năm bạn nhập.
birth_date_unreadable = Không đọc được ngày sinh trên giấy tờ
    .fix = Chụp lại để ngày sinh nét và không phản chiếu.
birth_date_needs_look = Giấy tờ để ngỏ ngày sinh ({ $rule })
    .fix = Hãy so ngày sinh khai với trên giấy tờ.
issuer_differs = Nước bạn chọn không phải nước cấp
    .fix = Hãy chọn nước đã cấp giấy tờ.
issuer_not_read = Không đọc được nước cấp
    .fix = Hãy so nước khai với trên giấy tờ.
video_too_short = Video dài { $seconds } giây, cần { $needed_s }
    .fix = Hãy quay lại và thong thả nói hết chữ số.
video_too_long = Video dài { $seconds } giây, tối đa { $limit_s }
    .fix = Hãy quay lại và dừng sau chữ số cuối.
face_not_seen = Chỉ thấy mặt bạn trong { $percent } % video
    .fix = Giữ cả mặt trong hình bầu dục, không khẩu trang, tay hay mũ che.
several_faces = Có { $count } khuôn mặt trong video
    .fix = Hãy quay một mình và dẹp hình, màn hình có mặt người.
face_dark = Mặt bạn quá tối
    .fix = Quay về phía cửa sổ hoặc đèn.
face_overexposed = Mặt bạn quá sáng
    .fix = Tránh ánh sáng trực tiếp.
face_backlit = Ánh sáng ở sau bạn
    .fix = Quay lại để cửa sổ hoặc đèn ở trước mặt.
face_one_sided = Một bên mặt tối
    .fix = Xoay đến khi ánh sáng chiếu cả mặt.
face_left = Khuôn mặt của bạn ra khỏi khung hình { $seconds } giây
    .fix = Hãy ở trong hình bầu dục từ chữ số đầu tiên đến chữ số cuối cùng.
face_changed = Dường như có hai khuôn mặt khác nhau trong video
    .fix = Hãy quay một mình từ đầu đến cuối và đừng để ai thay chỗ bạn.
face_turned = Khuôn mặt của bạn không hướng về máy ảnh
    .fix = Giữ điện thoại ngang tầm mắt và nhìn thẳng vào đó.
face_too_far = Khuôn mặt của bạn quá nhỏ: { $found_px } điểm ảnh giữa hai mắt, cần ít nhất { $needed_px }
    .fix = Hãy lại gần cho đến khi khuôn mặt lấp đầy hình bầu dục.
face_too_near = Khuôn mặt của bạn quá gần máy ảnh
    .fix = Hãy lùi lại cho đến khi cả đầu nằm trong hình bầu dục.
face_cut_off = Một phần khuôn mặt của bạn nằm ngoài khung hình
    .fix = Giữ điện thoại sao cho cả khuôn mặt, từ tóc đến cằm, nằm trong hình bầu dục.
face_blurred = Khuôn mặt của bạn bị mờ
    .fix = Lau ống kính, giữ yên điện thoại và chờ đến khi hình rõ nét.
mouth_covered = Có vật che miệng của bạn
    .fix = Tháo khẩu trang và để tay, khăn, micrô tránh xa miệng.
eyes_covered = Có vật che mắt của bạn
    .fix = Tháo kính tối màu, gạt tóc và để tay tránh xa mắt.
forehead_covered = Có vật che trán của bạn
    .fix = Bỏ mũ và vén tóc khỏi trán. Khăn trùm vì tín ngưỡng hoặc sức khỏe có thể giữ nếu khuôn mặt từ lông mày đến cằm không bị che: hãy liên hệ bộ phận hỗ trợ.
expression_not_neutral = Bạn đã cười hoặc nhăn mặt trước chữ số đầu tiên
    .fix = Giữ nét mặt bình thản và miệng khép cho đến chữ số đầu tiên, rồi nói như bình thường.
too_noisy = Quá ồn để nghe các chữ số
    .fix = Đến chỗ yên tĩnh hoặc dùng tai nghe có dây, và nói rõ.
no_speech = Không nghe thấy giọng nói
    .fix = Xem micrô có bị che hay tắt không, và nói to các chữ số.
digits_differ = Nghe đúng { $matched } trên { $asked } chữ số
    .fix = Quay lại với số mới. Nói từng số theo thứ tự.
mouth_still = Miệng bạn không động khi nghe các chữ số
    .fix = Hãy tự nói to, không che miệng và nhìn vào máy ảnh.
mouth_out_of_step = Cử động miệng và tiếng không khớp
    .fix = Quay lại trên trang này. Đóng ứng dụng khác và đừng dùng video có sẵn.
live_person_doubtful = Video có thể không quay người thật trước máy ảnh
    .fix = Hãy xem hết: mép màn hình hoặc tờ giấy, sọc màu, khuôn mặt di chuyển như tấm ảnh, chỗ cắt ghép. Video tạo giả tốt không lộ những điều này.
video_times_impossible = Thời điểm các khung hình không thể có ở máy ảnh nào
    .fix = Video có lẽ do chương trình tạo hoặc sửa. Hãy xin video mới hoặc gặp người đó bằng cách khác.
portrait_not_found = Không tìm thấy chân dung trên giấy tờ
    .fix = Chụp lại để chân dung nét, đủ và không phản chiếu.
portrait_too_small = Chân dung quá nhỏ: cao { $found_px } pixel, cần { $needed_px }
    .fix = Lại gần hơn đến khi giấy tờ đầy khung.
portrait_unclear = Chân dung bị mờ
    .fix = Giữ yên, để máy lấy nét rồi chụp lại.
ghost_portrait_differs = Chân dung nhỏ thứ hai có vẻ là mặt khác
    .fix = Hãy so hai hình bằng mắt. Chân dung bị thay thường để nguyên hình thứ hai; hình nhạt cũng dễ gây nhầm.
face_differs = Mặt trong video không phải mặt trên giấy tờ
    .fix = Dùng giấy tờ của bạn. Nếu đúng, quay lại nơi sáng, bỏ kính, hoặc liên hệ hỗ trợ.
face_doubtful = Không rõ hai khuôn mặt có là một
    .fix = Hãy so chân dung với hình trong video.
face_under_another_applicant = Khuôn mặt này có ở người nộp khác
    .fix = Hãy so hai hồ sơ; có thể là sinh đôi hoặc đăng ký lại.
check_not_assessed = Không thực hiện được kiểm tra “{ $check }”
    .fix = Hãy tự xem bằng chứng.
tries_used = Đã hết lượt thử, giờ có người xem giấy tờ của bạn
    .fix = Bạn không cần làm gì. Có câu trả lời trong 48 giờ.
reviewed_in_order = Một người đã kiểm tra và thấy hợp lệ
    .fix = Bạn không cần làm gì.
reviewed_not_acceptable = Một người đã kiểm tra và không thể chấp nhận
    .fix = Liên hệ hỗ trợ nếu bạn cho là nhầm.
sound_clipped = Bản ghi quá to để hiểu
    .fix = Lùi khỏi micrô một chút và nói bình thường.
other_speech = Ngoài chữ số còn nghe giọng hoặc lời khác
    .fix = Đến nơi không ai nói, tắt radio và tivi, chỉ nói chữ số.
digits_other_language = Các chữ số được nói bằng ngôn ngữ khác ({ $language })
    .fix = Hãy nói bằng ngôn ngữ được ghi.
digits_missing = Chỉ nghe { $heard } trên { $asked } chữ số
    .fix = Quay lại với số mới. Nói từng số, nghỉ ngắn ở giữa.
