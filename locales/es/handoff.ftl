# Going on with another device: the code on the first, the number on both, and following from the first.

handoff-open = Continuar en el teléfono
handoff-title = { handoff-open }
handoff-scan = Apunte a este código con la cámara de su teléfono. Abre allí esta verificación, una sola vez.
handoff-code = Código para escanear con su teléfono
handoff-left = Segundos que quedan: { $seconds }
handoff-again = Mostrar un código nuevo
handoff-hint = No envíe este código a nadie. Quien lo abra podría continuar en su lugar.
handoff-failed = No se pudo crear ningún código. Cierre esto e inténtelo de nuevo.
handoff-close = Seguir en este dispositivo
handoff-compare = Un teléfono ha abierto el código. ¿Muestra este número?
handoff-equal = Sí, mi teléfono muestra este número
handoff-differs = No
handoff-second-tried = Un segundo dispositivo intentó abrir el código y fue rechazado. Diga que sí solo si su propio teléfono muestra el número.
handoff-passing = Un momento, sigue en su teléfono…
handoff-denied = Menos mal que lo comprobó. Ese dispositivo no recibió nada, y esta verificación se queda aquí.

join-opening = Abriendo…
join-title = Continuar en este teléfono
join-lead = { $host } le pide que verifique su identidad para el nivel { $level }. Empezó en otra pantalla.
join-compare = Compare: su otra pantalla debe mostrar el mismo número. Confírmelo allí y seguirá en este teléfono.
join-warning = ¿Alguien le envió este código? Entonces cierre esta página: haría la verificación para esa persona.
join-again = Intentar de nuevo
join-handoff_opened-title = Otro dispositivo ha abierto este código
join-handoff_opened-text = Un código se abre una sola vez. Si no fue usted, pulse «No» en su primera pantalla y pida allí un código nuevo.
join-handoff_expired-title = Este código ha caducado
join-handoff_expired-text = Un código vale dos minutos. Escanee el que su primera pantalla muestra ahora.
join-handoff_denied-title = Los números no eran iguales
join-handoff_denied-text = Así se indicó en su primera pantalla, y no se entregó nada. Si fue un error, pida allí un código nuevo.
join-not_found-title = Este código no abre nada
join-not_found-text = Lo sustituyó uno más nuevo, o no se escaneó entero. Escanee el que su primera pantalla muestra ahora.
join-network-title = No se puede llegar al servidor
join-network-text = Compruebe su conexión a internet e inténtelo de nuevo.

follow-title = { handoff-open }
follow-lead = Esta verificación está ahora en su teléfono. Lo que haga allí se ve aquí.
follow-consent = Su consentimiento
follow-details = Sus datos
follow-document_front = Anverso del documento
follow-document_back = Reverso del documento
follow-liveness = Vídeo corto
follow-is-done = hecho
follow-is-open = pendiente
follow-count = Pasos hechos: { $done } de { $total }
follow-checking = Todo ha llegado. Estamos comprobando.
follow-failed = Eso no llegó. Inténtelo de nuevo.
follow-take-back = Prefiero continuar aquí
