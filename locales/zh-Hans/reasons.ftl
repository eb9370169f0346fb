side = { $side ->
    [back] 背面
   *[front] 正面
}
file_empty = 文件是空的
    .fix = 请重新选择照片。如果是从其他应用分享来的，请先保存到手机。
file_too_large = 文件太大：{ $found_mb } MB，最多 { $limit_mb } MB
    .fix = 请用此页面的相机拍照，或分享较小的尺寸。
file_type_unknown = 这不是我们能读取的照片或视频
    .fix = 请使用 JPEG、PNG 或 WebP 照片，或在此页面录制视频。
file_type_unsupported = 这里不能使用 { $format } 文件
    .fix = 请使用 JPEG、PNG 或 WebP。在 iPhone 上：设置 › 相机 › 格式 › 兼容性最佳，或在此页面拍照。
file_animated = 文件里有多张图片
    .fix = 请使用一张静态照片。
file_damaged = { $format } 文件不完整或已损坏
    .fix = 请重新拍照或录像。如果来自消息，请索取原文件。
file_encrypted = 文件受保护
    .fix = 请使用没有密码或复制保护的文件。
file_too_many_pixels = 图片有 { $found_mp } 百万像素，最多 { $limit_mp }
    .fix = 请在此页面拍照，或在相机应用里降低分辨率。
file_too_few_pixels = 图片太小：短边 { $found_px } 像素，至少需要 { $needed_px }
    .fix = 请重新拍照，不要用缩略图。
file_too_costly = 文件打开太慢
    .fix = 请在此页面重新拍照或录像。
clip_codec_unsupported = 视频格式（{ $codec }）不能使用
    .fix = 请用 Chrome、Firefox、Edge 或 Safari 在此页面录制。
clip_without_picture = 视频没有画面
    .fix = 请重新录制，并确认能看到自己。
clip_without_sound = 视频没有声音
    .fix = 请允许麦克风，重新录制并大声说出数字。
clip_too_long = 视频长 { $seconds } 秒，最多 { $limit_s } 秒
    .fix = 请重新录制，说完最后一个数字就停止。
document_low_resolution = { side }：证件在照片里太小，宽 { $found_px } 像素，至少需要 { $needed_px }
    .fix = 请靠近，直到证件填满画框。
document_blurred = { side }：证件模糊
    .fix = 拿稳手机，点一下证件对焦，擦擦镜头。
document_glare = { side }：证件上有反光（{ $percent } %）
    .fix = 倾斜证件或关闭闪光灯，别让亮斑盖住文字。
document_dark = { side }：照片太暗
    .fix = 请到更亮的地方。侧面的日光最好。
document_overexposed = { side }：照片太亮
    .fix = 请避开直射光并关闭闪光灯。
document_cut_off = { side }：有一条边在照片外
    .fix = 请后退，直到四个角都在框内。
document_not_found = { side }：照片里没有找到证件
    .fix = 把证件放在颜色不同的纯色表面上，并让它填满画框。
document_too_near = { side }：证件放不进照片
    .fix = 请后退，直到四个角都在框内并留点空。
document_too_far = { side }：拍得太远，宽 { $found_px } 像素，至少需要 { $needed_px }
    .fix = 请靠近，直到证件几乎填满画框。
document_covered = { side }：有东西遮住证件（{ $percent } %）
    .fix = 把证件放平，或只捏住边缘，不要让手指遮住。
several_documents = { side }：照片里有 { $count } 个证件
    .fix = 每次只拍一个证件的一面。
photo_blank = { side }：照片里什么也没有
    .fix = 请确认没有东西挡住相机，并拍有印刷的一面。
document_mirrored = { side }：照片是镜像的
    .fix = 请用后置相机，或关闭镜像。
document_wrong_side = { side }：照片拍的是另一面
    .fix = 请翻过来；有照片的一面是正面。
same_side_twice = 两张照片拍的是同一面
    .fix = 请翻过来拍背面。
document_from_screen = { side }：照片拍的是屏幕
    .fix = 请拍证件本身，不要拍它的图片。
document_screenshot = { side }：这是截图
    .fix = 请用相机拍证件本身。
document_grey_copy = { side }：没有颜色，像黑白复印件
    .fix = 请用彩色拍证件本身。
document_origin_doubtful = { side }：可能是从屏幕或打印件上拍的
    .fix = 看标记处：同时横跨文字、照片和底色的彩条来自屏幕；安全印刷不会超出证件。处处大小相同的交叉网点来自打印机。
document_edit_suspected = { side }：图片可能被修改过（{ $found ->
        [recompressed] 有的地方少保存了一次
        [clean] 有的地方没有相机噪点
        [copied] 有一块出现了两次
       *[other] 其他痕迹
    }）
    .fix = 看标记处，并比较印刷、机读区、照片和影子像。诚实的图片也会有这样的痕迹。
document_filtered = { side }：图片上有颜色滤镜
    .fix = 拍照时不要用滤镜或特效。
document_tone_doubtful = { side }：颜色或色调不寻常
    .fix = 判断是滤镜还是彩色灯。若无法判断，请要求日光下的新照片。
document_overprint = { side }：证件上有“{ $found }”字样
    .fix = 请使用您自己的有效证件：不要样本、复印件或带水印的图片。
file_edited = { side }：文件显示由程序制作或修改（{ $found ->
        [editor] 写有编辑软件名
        [editor_trace] 有编辑软件的数据
        [generated] 写有生成软件名
       *[other] 其他迹象
    }）
    .fix = 仅此不能证明什么。请仔细看，有疑问就要求在此页面拍的照片。
mrz_not_found = { side }：带字母和 < 的行无法读取
    .fix = 请重拍，让这些行清晰、完整、没有反光。
mrz_check_digits = { side }：带字母和 < 的行自相矛盾
    .fix = 请重拍，让这些行清晰完整。若再次发生，请联系支持。
barcode_not_found = { side }：找不到条形码
    .fix = 请重拍，让整个条形码清晰、没有反光。
barcode_unreadable = { side }：条形码里没有驾照数据
    .fix = 请确认拍的是所选驾照的背面。
document_expired = 证件已过期
    .fix = 请使用仍有效的证件。
expiry_unreadable = 有效期无法读取
    .fix = 请重拍，让有效期清晰、没有反光。
sides_differ = 正面和背面不属于同一证件：{ $field ->
        [name] 姓名不同
        [birth_date] 出生日期不同
        [number] 号码不同
        [expiry] 有效期不同
        [sex] 性别不同
        [nationality] 国籍不同
       *[other] 有一项不同
    }
    .fix = 请拍同一证件的两面。
sides_not_comparable = 两面能读出的项目太少，无法比较
    .fix = 请用眼睛比较正反两面。
print_differs = 印刷内容与机读行或条形码不一致：{ $field ->
        [name] 姓名
        [birth_date] 出生日期
        [expiry] 有效期
       *[other] 某一项
    }
    .fix = 请用眼睛比较。可能其一被改，或印刷被读错。
print_unlike = 印刷内容无法与机读部分对应：{ $field ->
        [number] 号码
        [sex] 性别
        [nationality] 国籍
       *[other] 某一项
    }
    .fix = 请用眼睛比较。许多证件印有第二个号码。
print_not_comparable = 没有印刷内容能与机读行或条形码比较
    .fix = 请用眼睛比较姓名、出生日期和有效期。
document_type_differs = 您选的是{ $chosen ->
        [passport] 护照
        [id_card] 身份证
        [driving_licence] 驾驶证
       *[other] 其他证件
    }，照片里是{ $found ->
        [passport] 护照
        [id_card] 身份证
        [driving_licence] 驾驶证
       *[other] 其他证件
    }
    .fix = 请拍您选的证件，或改选另一种。
name_differs = 您填写的姓名与证件不同
    .fix = 请完全按印刷填写您的法定姓名，包括所有名和姓。
name_needs_look = 姓名只按一条需人工核对的规则相符（{ $rule }）
    .fix = 请比较填写的姓名与证件上的姓名。
name_unreadable = 证件上的姓名无法读取
    .fix = 请重拍，让姓名清晰、没有反光。
birth_date_differs = 您填写的出生日期与证件不同
    .fix = 请检查您填写的年、月、日。
birth_date_unreadable = 证件上的出生日期无法读取
    .fix = 请重拍，让出生日期清晰、没有反光。
birth_date_needs_look = 证件上的出生日期不完整（{ $rule }）
    .fix = 请比较填写的出生日期与证件上的。
issuer_differs = 您选的国家不是签发证件的国家
    .fix = 请选择签发证件的国家。
issuer_not_read = 没有读出签发国家
    .fix = 请比较填写的国家与证件上的。
video_too_short = 视频长 { $seconds } 秒，至少需要 { $needed_s } 秒
    .fix = 请重新录制，从容地说完所有数字。
video_too_long = 视频长 { $seconds } 秒，最多 { $limit_s } 秒
    .fix = 请重新录制，说完最后一个数字就停止。
face_not_seen = 视频中只有 { $percent } % 看得到您的脸
    .fix = 让整张脸留在椭圆内，不要被口罩、手或帽子挡住。
several_faces = 视频里有 { $count } 张脸
    .fix = 请独自录制，移开有人脸的图片或屏幕。
face_dark = 您的脸太暗
    .fix = 请转向窗户或灯。
face_overexposed = 您的脸太亮
    .fix = 请避开直射光。
face_backlit = 光在您身后
    .fix = 请转身，让窗户或灯在您前面。
face_one_sided = 您的脸有一侧很暗
    .fix = 请转动，直到光照到整张脸。
face_left = 您的脸离开画面 { $seconds } 秒
    .fix = 从第一个数字到最后一个数字，请一直待在椭圆内。
face_changed = 视频中似乎有两张不同的脸
    .fix = 请从头到尾独自录制，不要让他人替换您。
face_turned = 您的脸没有正对摄像头
    .fix = 请将手机举到眼睛的高度，正视镜头。
face_too_far = 您的脸太小：两眼之间 { $found_px } 像素，至少需要 { $needed_px }
    .fix = 请靠近一些，让脸充满椭圆。
face_too_near = 您的脸离摄像头太近
    .fix = 请后退，直到整个头部都在椭圆内。
face_cut_off = 您的脸有一部分在画面之外
    .fix = 请调整手机，使整张脸从头发到下巴都在椭圆内。
face_blurred = 您的脸模糊不清
    .fix = 请擦净镜头，拿稳手机，等画面清晰。
mouth_covered = 有东西遮住了您的嘴
    .fix = 请摘下口罩，并让手、围巾和麦克风离开嘴部。
eyes_covered = 有东西遮住了您的眼睛
    .fix = 请摘下深色眼镜，并让头发和手离开眼睛。
forehead_covered = 有东西遮住了您的额头
    .fix = 请摘下帽子，并拨开额前的头发。因信仰或健康而佩戴的头饰，如果从眉毛到下巴都露出，可以保留：请联系客服。
expression_not_neutral = 您在第一个数字之前笑了或做了表情
    .fix = 在第一个数字出现之前请保持平静、闭嘴，之后照常说话。
too_noisy = 太吵，听不清数字
    .fix = 请到安静的地方或用有线耳机，清楚地说。
no_speech = 没有听到声音
    .fix = 请确认麦克风没有被挡住或静音，并大声说出数字。
digits_differ = { $asked } 个数字中听对 { $matched } 个
    .fix = 请用新的数字重录。按显示的顺序逐个说。
mouth_still = 听到数字时您的嘴没有动
    .fix = 请自己大声说出数字，嘴不要遮住，面向摄像头。
mouth_out_of_step = 嘴的动作与声音不一致
    .fix = 请在此页面重录。关闭其他应用，不要使用录好的视频。
live_person_doubtful = 视频里可能不是镜头前的真人
    .fix = 请完整观看：屏幕或纸张的边缘、彩条、像照片一样移动的脸、剪接。生成得好的视频不会露出这些。
video_times_impossible = 视频各帧的时间不可能来自任何相机
    .fix = 视频可能由程序制作或修改。请要求重录，或用其他方式见到本人。
portrait_not_found = 找不到证件上的照片
    .fix = 请重拍，让照片清晰、完整、没有反光。
portrait_too_small = 证件照太小：高 { $found_px } 像素，至少需要 { $needed_px }
    .fix = 请靠近，直到证件填满画框。
portrait_unclear = 证件照模糊
    .fix = 拿稳手机，等它对焦后重拍。
ghost_portrait_differs = 证件上较小的第二张照片似乎是另一张脸
    .fix = 请用眼睛比较两张照片。换过的照片常留下原来的第二张；较淡的也可能误导。
face_differs = 视频里的脸与证件上的不同
    .fix = 请使用您自己的证件。如果就是您的，请在光线好、不戴眼镜时重录，或联系支持。
face_doubtful = 不能确定两张脸是否相同
    .fix = 请比较证件照与视频画面。
face_under_another_applicant = 这张脸也出现在另一位申请人名下
    .fix = 请比较两个案件；可能是双胞胎或重复注册。
check_not_assessed = 检查“{ $check }”无法进行
    .fix = 请自己查看材料。
tries_used = 次数已用完，现在由人查看您的证件
    .fix = 您不需要做什么。48 小时内会有答复。
reviewed_in_order = 有人检查了证件，没有问题
    .fix = 您不需要做什么。
reviewed_not_acceptable = 有人检查了证件，无法接受
    .fix = 如果您认为有误，请联系支持。
sound_clipped = 录音太响，听不清
    .fix = 请离麦克风远一点，用平常的音量说。
other_speech = 除了数字还听到其他声音或话语
    .fix = 请到没有别人说话的地方，关掉收音机和电视，只说数字。
digits_other_language = 听到的数字是另一种语言（{ $language }）
    .fix = 请用所示的语言说数字。
digits_missing = { $asked } 个数字只听到 { $heard } 个
    .fix = 请用新的数字重录。每个都说，中间稍停。
