# Going on with another device: the code on the first, the number on both, and following from the first.

handoff-open = Continuar no telefone
handoff-title = { handoff-open }
handoff-scan = Aponte a câmera do seu telefone para este código. Ele abre lá esta verificação, uma única vez.
handoff-code = Código para ler com o seu telefone
handoff-left = Segundos que restam: { $seconds }
handoff-again = Mostrar um novo código
handoff-hint = Não envie este código a ninguém. Quem o abrir pode continuar no seu lugar.
handoff-failed = Não foi possível criar um código. Feche isto e tente de novo.
handoff-close = Ficar neste aparelho
handoff-compare = Um telefone abriu o código. Mostra este número?
handoff-equal = Sim, o meu telefone mostra este número
handoff-differs = Não
handoff-second-tried = Um segundo aparelho tentou abrir o código e foi recusado. Diga que sim só se o seu próprio telefone mostrar o número.
handoff-passing = Um momento, continua no seu telefone…
handoff-denied = Ainda bem que verificou. Esse aparelho não recebeu nada, e esta verificação fica aqui.

join-opening = A abrir…
join-title = Continuar neste telefone
join-lead = { $host } pede-lhe que verifique a sua identidade para o nível { $level }. Começou noutro ecrã.
join-compare = Compare: o seu outro ecrã tem de mostrar o mesmo número. Confirme lá e continua neste telefone.
join-warning = Alguém lhe enviou este código? Então feche esta página: faria a verificação por essa pessoa.
join-again = Tentar de novo
join-handoff_opened-title = Outro aparelho abriu este código
join-handoff_opened-text = Um código só se abre uma vez. Se não foi você, toque em “Não” no seu primeiro ecrã e peça lá um novo código.
join-handoff_expired-title = Este código expirou
join-handoff_expired-text = Um código vale dois minutos. Leia o que o seu primeiro ecrã mostra agora.
join-handoff_denied-title = Os números não eram iguais
join-handoff_denied-text = Foi o que se indicou no seu primeiro ecrã, e nada foi passado. Se foi engano, peça lá um novo código.
join-not_found-title = Este código não abre nada
join-not_found-text = Foi substituído por um mais recente, ou não foi lido inteiro. Leia o que o seu primeiro ecrã mostra agora.
join-network-title = Não é possível chegar ao servidor
join-network-text = Verifique a sua ligação à internet e tente de novo.

follow-title = { handoff-open }
follow-lead = Esta verificação está agora no seu telefone. O que fizer lá aparece aqui.
follow-consent = O seu acordo
follow-details = Os seus dados
follow-document_front = Frente do documento
follow-document_back = Verso do documento
follow-liveness = Vídeo curto
follow-is-done = feito
follow-is-open = por fazer
follow-count = Passos feitos: { $done } de { $total }
follow-checking = Tudo chegou. Estamos a verificar.
follow-failed = Isso não chegou. Tente de novo.
follow-take-back = Prefiro continuar aqui
