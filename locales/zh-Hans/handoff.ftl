# Going on with another device: the code on the first, the number on both, and following from the first.

handoff-open = 用手机继续
handoff-title = { handoff-open }
handoff-scan = 请用手机摄像头对准此码。它会在手机上打开此验证，仅限一次。
handoff-code = 供手机扫描的码
handoff-left = 剩余秒数：{ $seconds }
handoff-again = 显示新码
handoff-hint = 请不要把此码发给任何人。打开它的人可以代替您继续。
handoff-failed = 无法生成码。请关闭后重试。
handoff-close = 留在此设备上
handoff-compare = 有手机打开了此码。它显示的是这个号码吗？
handoff-equal = 是，我的手机显示这个号码
handoff-differs = 不是
handoff-second-tried = 另一台设备也尝试打开此码，已被拒绝。只有您自己的手机显示这个号码时，才选“是”。
handoff-passing = 请稍候，正在转到您的手机…
handoff-denied = 幸好您核对了。那台设备什么也没有得到，此验证仍在这里。

join-opening = 正在打开…
join-title = 用这部手机继续
join-lead = { $host } 请您验证身份，级别为 { $level }。您是在另一个屏幕上开始的。
join-compare = 请比较：您的另一个屏幕必须显示相同的号码。请在那里确认，然后这部手机会继续。
join-warning = 是别人把此码发给您的吗？那么请关闭此页面：否则您是在替那个人验证。
join-again = 重试
join-handoff_opened-title = 另一台设备已打开此码
join-handoff_opened-text = 每个码只能打开一次。如果不是您打开的，请在第一个屏幕上点“不是”，再让它显示新码。
join-handoff_expired-title = 此码已过期
join-handoff_expired-text = 每个码有效两分钟。请扫描第一个屏幕上现在显示的码。
join-handoff_denied-title = 号码不一致
join-handoff_denied-text = 第一个屏幕上是这样回答的，没有转移任何内容。如果是误点，请让它显示新码。
join-not_found-title = 此码打不开任何内容
join-not_found-text = 它已被新码取代，或没有扫描完整。请扫描第一个屏幕上现在显示的码。
join-network-title = 无法连接服务器
join-network-text = 请检查网络连接，然后重试。

follow-title = { handoff-open }
follow-lead = 此验证现在在您的手机上。您在手机上做的会显示在这里。
follow-consent = 您的同意
follow-details = 您的资料
follow-document_front = 证件正面
follow-document_back = 证件背面
follow-liveness = 短视频
follow-is-done = 已完成
follow-is-open = 待完成
follow-count = 已完成 { $done } 步，共 { $total } 步
follow-checking = 全部已提交。我们正在检查。
follow-failed = 没有发送成功。请重试。
follow-take-back = 改在这里继续
