# Going on with another device: the code on the first, the number on both, and following from the first.

handoff-open = Tiếp tục trên điện thoại
handoff-title = { handoff-open }
handoff-scan = Hướng máy ảnh điện thoại vào mã này. Mã mở lần xác minh này trên đó, một lần duy nhất.
handoff-code = Mã để quét bằng điện thoại
handoff-left = Số giây còn lại: { $seconds }
handoff-again = Hiện mã mới
handoff-hint = Đừng gửi mã này cho ai. Người mở mã có thể tiếp tục thay bạn.
handoff-failed = Không tạo được mã. Hãy đóng lại rồi thử lại.
handoff-close = Ở lại thiết bị này
handoff-compare = Một điện thoại đã mở mã. Nó có hiện số này không?
handoff-equal = Có, điện thoại của tôi hiện số này
handoff-differs = Không
handoff-second-tried = Một thiết bị thứ hai đã thử mở mã và bị từ chối. Chỉ trả lời có nếu chính điện thoại của bạn hiện số này.
handoff-passing = Xin chờ, đang chuyển sang điện thoại của bạn…
handoff-denied = Bạn kiểm tra như vậy là tốt. Thiết bị đó không nhận được gì, và lần xác minh này ở lại đây.

join-opening = Đang mở…
join-title = Tiếp tục trên điện thoại này
join-lead = { $host } đề nghị bạn xác minh danh tính ở mức { $level }. Bạn đã bắt đầu trên một màn hình khác.
join-compare = Hãy so sánh: màn hình kia phải hiện cùng số này. Hãy xác nhận ở đó, rồi điện thoại này tiếp tục.
join-warning = Có ai gửi mã này cho bạn không? Nếu có, hãy đóng trang này: bạn sẽ xác minh thay cho họ.
join-again = Thử lại
join-handoff_opened-title = Một thiết bị khác đã mở mã này
join-handoff_opened-text = Mỗi mã chỉ mở một lần. Nếu đó không phải bạn, hãy bấm Không trên màn hình đầu và cho hiện mã mới.
join-handoff_expired-title = Mã này đã hết hạn
join-handoff_expired-text = Mỗi mã dùng được hai phút. Hãy quét mã mà màn hình đầu đang hiện.
join-handoff_denied-title = Hai số không giống nhau
join-handoff_denied-text = Màn hình đầu đã báo như vậy, và không có gì được chuyển. Nếu là nhầm, hãy cho nó hiện mã mới.
join-not_found-title = Mã này không mở được gì
join-not_found-text = Đã có mã mới hơn thay thế, hoặc mã chưa được quét trọn. Hãy quét mã mà màn hình đầu đang hiện.
join-network-title = Không kết nối được máy chủ
join-network-text = Hãy kiểm tra kết nối mạng rồi thử lại.

follow-title = { handoff-open }
follow-lead = Lần xác minh này đang ở trên điện thoại của bạn. Những gì bạn làm ở đó hiện ở đây.
follow-consent = Sự đồng ý của bạn
follow-details = Thông tin của bạn
follow-document_front = Mặt trước giấy tờ
follow-document_back = Mặt sau giấy tờ
follow-liveness = Video ngắn
follow-is-done = xong
follow-is-open = chưa làm
follow-count = Đã xong { $done } trên { $total } bước
follow-checking = Mọi thứ đã được nộp. Chúng tôi đang kiểm tra.
follow-failed = Chưa gửi được. Hãy thử lại.
follow-take-back = Tiếp tục ở đây
