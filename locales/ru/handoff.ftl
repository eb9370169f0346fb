# Going on with another device: the code on the first, the number on both, and following from the first.

handoff-open = Продолжить на телефоне
handoff-title = { handoff-open }
handoff-scan = Наведите камеру телефона на этот код. Он откроет эту проверку там, один раз.
handoff-code = Код для сканирования телефоном
handoff-left = Осталось секунд: { $seconds }
handoff-again = Показать новый код
handoff-hint = Никому не отправляйте этот код. Тот, кто его откроет, сможет продолжить вместо вас.
handoff-failed = Не удалось создать код. Закройте это окно и попробуйте ещё раз.
handoff-close = Остаться на этом устройстве
handoff-compare = Код открыт на телефоне. На нём это число?
handoff-equal = Да, на моём телефоне это число
handoff-differs = Нет
handoff-second-tried = Второе устройство пыталось открыть код и получило отказ. Отвечайте «да», только если число видно на вашем собственном телефоне.
handoff-passing = Одну минуту, проверка переходит на телефон…
handoff-denied = Хорошо, что вы посмотрели. То устройство ничего не получило, и проверка остаётся здесь.

join-opening = Открывается…
join-title = Продолжить на этом телефоне
join-lead = { $host } просит вас подтвердить личность для уровня { $level }. Вы начали на другом экране.
join-compare = Сравните: на другом вашем экране должно быть то же число. Подтвердите это там, и проверка продолжится на этом телефоне.
join-warning = Вам кто-то прислал этот код? Тогда закройте страницу: вы прошли бы проверку за этого человека.
join-again = Попробовать ещё раз
join-handoff_opened-title = Этот код открыт на другом устройстве
join-handoff_opened-text = Код открывается один раз. Если это были не вы, нажмите «Нет» на первом экране и покажите там новый код.
join-handoff_expired-title = Срок этого кода истёк
join-handoff_expired-text = Код действует две минуты. Отсканируйте тот, который сейчас на первом экране.
join-handoff_denied-title = Числа не совпали
join-handoff_denied-text = Так ответили на первом экране, и ничего не передано. Если это ошибка, покажите там новый код.
join-not_found-title = Этот код ничего не открывает
join-not_found-text = Его сменил более новый, или он отсканирован не целиком. Отсканируйте тот, который сейчас на первом экране.
join-network-title = Сервер недоступен
join-network-text = Проверьте подключение к интернету и попробуйте ещё раз.

follow-title = { handoff-open }
follow-lead = Эта проверка теперь на вашем телефоне. Здесь видно, что вы делаете там.
follow-consent = Ваше согласие
follow-details = Ваши данные
follow-document_front = Лицевая сторона документа
follow-document_back = Оборот документа
follow-liveness = Короткое видео
follow-is-done = готово
follow-is-open = впереди
follow-count = Готово шагов: { $done } из { $total }
follow-checking = Всё получено. Мы проверяем.
follow-failed = Не дошло. Попробуйте ещё раз.
follow-take-back = Всё же продолжить здесь
