side = { $side ->
    [back] Verso
   *[front] Frente
}
file_empty = O arquivo está vazio
    .fix = Escolha a foto de novo. Se veio de outro aplicativo, guarde-a primeiro no telefone.
file_too_large = O arquivo é grande demais: { $found_mb } MB, no máximo { $limit_mb } MB
    .fix = Tire a foto com a câmera desta página ou partilhe-a menor.
file_type_unknown = Não é uma foto nem um vídeo que possamos ler
    .fix = Use uma foto JPEG, PNG ou WebP, ou grave o vídeo nesta página.
file_type_unsupported = Arquivos { $format } não servem aqui
    .fix = Use JPEG, PNG ou WebP. No iPhone: Ajustes › Câmera › Formatos › Mais Compatível, ou tire a foto aqui.
file_animated = O arquivo tem várias imagens
    .fix = Use uma só foto parada.
file_damaged = O arquivo { $format } está incompleto ou danificado
    .fix = Tire de novo a foto ou o vídeo. Se veio por mensagem, peça o original.
file_encrypted = O arquivo está protegido
    .fix = Use um arquivo sem senha nem proteção.
file_too_many_pixels = A imagem tem { $found_mp } megapixels, no máximo { $limit_mp }
    .fix = Tire a foto nesta página ou baixe a resolução da câmera.
file_too_few_pixels = A imagem é pequena demais: { $found_px } pixels no lado curto, são precisos { $needed_px }
    .fix = Tire uma foto nova, não use uma miniatura.
file_too_costly = O arquivo demora demais a abrir
    .fix = Tire de novo a foto ou o vídeo nesta página.
clip_codec_unsupported = O formato do vídeo ({ $codec }) não serve
    .fix = Grave nesta página com Chrome, Firefox, Edge ou Safari.
clip_without_picture = O vídeo não tem imagem
    .fix = Grave de novo e veja se aparece.
clip_without_sound = O vídeo não tem som
    .fix = Permita o microfone, grave de novo e diga os dígitos em voz alta.
clip_too_long = O vídeo dura { $seconds } segundos, no máximo { $limit_s }
    .fix = Grave de novo e pare após o último dígito.
document_low_resolution = { side }: o documento está pequeno demais, { $found_px } pixels de largura, são precisos { $needed_px }
    .fix = Chegue mais perto até o documento encher a moldura.
document_blurred = { side }: o documento está sem nitidez
    .fix = Segure firme, toque no documento para focar e limpe a lente.
document_glare = { side }: luz refletida em { $percent } % do documento
    .fix = Incline o documento ou desligue o flash, para nenhuma mancha cobrir o texto.
document_dark = { side }: foto escura demais
    .fix = Vá para um lugar mais claro. Luz do dia de lado é o melhor.
document_overexposed = { side }: foto clara demais
    .fix = Saia da luz direta e desligue o flash.
document_cut_off = { side }: uma borda ficou fora da foto
    .fix = Afaste-se até os quatro cantos estarem na moldura.
document_not_found = { side }: nenhum documento na foto
    .fix = Ponha o documento numa superfície lisa de outra cor e encha a moldura.
document_too_near = { side }: o documento não cabe na foto
    .fix = Afaste-se até os quatro cantos estarem na moldura com alguma margem.
document_too_far = { side }: foto de longe demais, { $found_px } pixels de largura, são precisos { $needed_px }
    .fix = Chegue mais perto até o documento quase encher a moldura.
document_covered = { side }: algo cobre { $percent } % do documento
    .fix = Pouse o documento ou segure-o pela borda, sem dedo por cima.
several_documents = { side }: a foto mostra { $count } documentos
    .fix = Fotografe um lado de um documento de cada vez.
photo_blank = { side }: a foto não mostra nada
    .fix = Veja se nada cobre a câmera e fotografe o lado impresso.
document_mirrored = { side }: foto espelhada
    .fix = Use a câmera traseira ou desligue o espelho.
document_wrong_side = { side }: a foto mostra o outro lado
    .fix = Vire o documento; o lado com o retrato é a frente.
same_side_twice = As duas fotos mostram o mesmo lado
    .fix = Vire o documento e fotografe o verso.
document_from_screen = { side }: a foto mostra um ecrã
    .fix = Fotografe o próprio documento, não uma imagem dele.
document_screenshot = { side }: é uma captura de ecrã
    .fix = Fotografe o próprio documento com a câmera.
document_grey_copy = { side }: sem cor, parece cópia a preto e branco
    .fix = Fotografe o próprio documento a cores.
document_origin_doubtful = { side }: talvez fotografado de um ecrã ou de uma impressão
    .fix = Veja os pontos marcados: riscas de cor sobre texto, retrato e fundo ao mesmo tempo vêm de um ecrã; a impressão de segurança não sai do documento. Pontos cruzados do mesmo tamanho por toda a parte vêm de uma impressora.
document_edit_suspected = { side }: imagem talvez alterada ({ $found ->
        [recompressed] partes gravadas uma vez menos
        [clean] partes sem ruído da câmera
        [copied] um pedaço que aparece duas vezes
       *[other] outros vestígios
    })
    .fix = Veja os pontos marcados e compare impressão, zona, retrato e imagem fantasma. Imagens honestas também têm vestígios.
document_filtered = { side }: há um filtro de cor na imagem
    .fix = Tire a foto sem filtro nem efeito.
document_tone_doubtful = { side }: cores ou tons fora do comum
    .fix = Decida se foi filtro ou lâmpada de cor. Senão, peça foto à luz do dia.
document_overprint = { side }: o documento traz a palavra { $found }
    .fix = Use o seu documento em vigor: nem modelo, nem cópia, nem imagem com marca.
file_edited = { side }: o arquivo diz que um programa o fez ou mudou ({ $found ->
        [editor] um editor é nomeado
        [editor_trace] dados de um editor
        [generated] um gerador é nomeado
       *[other] outro sinal
    })
    .fix = Só isso nada prova. Olhe bem e, na dúvida, peça foto feita nesta página.
mrz_not_found = { side }: as linhas de letras e sinais < não se leram
    .fix = Repita a foto com essas linhas nítidas, inteiras e sem reflexo.
mrz_check_digits = { side }: as linhas de letras e sinais < contradizem-se
    .fix = Repita a foto com essas linhas nítidas e inteiras. Se repetir, peça ajuda.
barcode_not_found = { side }: código de barras não encontrado
    .fix = Repita a foto com o código inteiro, nítido e sem reflexo.
barcode_unreadable = { side }: o código de barras não tem dados de carteira
    .fix = Veja se fotografou o verso da carteira escolhida.
document_expired = O documento expirou
    .fix = Use um documento ainda válido.
expiry_unreadable = A validade não se leu
    .fix = Repita a foto com a validade nítida e sem reflexo.
sides_differ = Frente e verso não são do mesmo documento: { $field ->
        [name] nome diferente
        [birth_date] nascimento diferente
        [number] número diferente
        [expiry] validade diferente
        [sex] sexo diferente
        [nationality] nacionalidade diferente
       *[other] um campo diferente
    }
    .fix = Fotografe os dois lados do mesmo documento.
sides_not_comparable = Leram-se poucos campos nos dois lados para comparar
    .fix = Compare frente e verso a olho.
print_differs = O impresso contradiz as linhas ou o código: { $field ->
        [name] nome
        [birth_date] nascimento
        [expiry] validade
       *[other] um campo
    }
    .fix = Compare a olho. Um pode estar alterado, ou o impresso mal lido.
print_unlike = O impresso não se pôde ligar: { $field ->
        [number] número
        [sex] sexo
        [nationality] nacionalidade
       *[other] um campo
    }
    .fix = Compare a olho. Muitos cartões têm um segundo número.
print_not_comparable = Nada impresso se pôde comparar com as linhas ou o código
    .fix = Compare a olho nome, nascimento e validade.
document_type_differs = Escolheu: { $chosen ->
        [passport] passaporte
        [id_card] cartão de identidade
        [driving_licence] carteira de motorista
       *[other] outro documento
    }. Na foto: { $found ->
        [passport] passaporte
        [id_card] cartão de identidade
        [driving_licence] carteira de motorista
       *[other] outro documento
    }
    .fix = Fotografe o documento escolhido ou escolha o outro.
name_differs = O nome que escreveu não é o do documento
    .fix = Escreva o nome legal como impresso, todos os nomes e apelidos.
name_needs_look = Os nomes só coincidem por uma regra que uma pessoa verifica ({ $rule })
    .fix = Compare o nome declarado com o do documento.
name_unreadable = O nome do documento não se leu
    .fix = Repita a foto com o nome nítido e sem reflexo.
birth_date_differs = A data de nascimento que escreveu não é a do documento
    .fix = Verifique dia, mês e ano.
birth_date_unreadable = A data de nascimento do documento não se leu
    .fix = Repita a foto com essa data nítida e sem reflexo.
birth_date_needs_look = O documento deixa o nascimento em aberto ({ $rule })
    .fix = Compare a data declarada com a do documento.
issuer_differs = O país escolhido não emitiu o documento
    .fix = Escolha o país que emitiu o documento.
issuer_not_read = O país emissor não se leu
    .fix = Compare o país declarado com o do documento.
video_too_short = O vídeo dura { $seconds } segundos, são precisos { $needed_s }
    .fix = Grave de novo e diga os dígitos com calma.
video_too_long = O vídeo dura { $seconds } segundos, permitem-se { $limit_s }
    .fix = Grave de novo e pare após o último dígito.
face_not_seen = O seu rosto só se viu em { $percent } % do vídeo
    .fix = Mantenha o rosto inteiro no oval, sem máscara, mão ou boné.
several_faces = Há { $count } rostos no vídeo
    .fix = Grave sozinho e afaste imagens e ecrãs com rostos.
face_dark = O rosto está escuro demais
    .fix = Vire-se para uma janela ou lâmpada.
face_overexposed = O rosto está claro demais
    .fix = Saia da luz direta.
face_backlit = A luz está atrás de si
    .fix = Vire-se para ter a janela ou lâmpada à frente.
face_one_sided = Um lado do rosto está escuro
    .fix = Vire-se até a luz cair em todo o rosto.
face_left = O seu rosto esteve { $seconds } segundos fora da imagem
    .fix = Fique dentro do oval do primeiro ao último dígito.
face_changed = Parece haver dois rostos diferentes no vídeo
    .fix = Grave sozinho, do início ao fim, e não deixe ninguém tomar o seu lugar.
face_turned = O seu rosto não está virado para a câmara
    .fix = Segure o telefone à altura dos olhos e olhe em frente.
face_too_far = O seu rosto é demasiado pequeno: { $found_px } píxeis entre os olhos, são precisos pelo menos { $needed_px }
    .fix = Aproxime-se até o rosto encher o oval.
face_too_near = O seu rosto está demasiado perto da câmara
    .fix = Afaste-se até toda a cabeça ficar dentro do oval.
face_cut_off = Parte do seu rosto está fora da imagem
    .fix = Segure o telefone de modo que todo o rosto, do cabelo ao queixo, fique dentro do oval.
face_blurred = O seu rosto está desfocado
    .fix = Limpe a lente, mantenha o telefone parado e espere que a imagem fique nítida.
mouth_covered = Algo cobre a sua boca
    .fix = Tire a máscara e mantenha as mãos, o cachecol e o microfone longe da boca.
eyes_covered = Algo cobre os seus olhos
    .fix = Tire os óculos escuros e afaste o cabelo e as mãos dos olhos.
forehead_covered = Algo cobre a sua testa
    .fix = Tire o boné ou o chapéu e afaste o cabelo da testa. Uma cobertura usada por fé ou por saúde pode ficar se deixar o rosto livre das sobrancelhas ao queixo: contacte o apoio.
expression_not_neutral = Sorriu ou fez uma careta antes do primeiro dígito
    .fix = Mantenha o rosto calmo e a boca fechada até ao primeiro dígito; depois fale como sempre.
too_noisy = Barulho demais para ouvir os dígitos
    .fix = Vá para um lugar calmo ou use fones com fio, e fale claro.
no_speech = Não se ouviu voz
    .fix = Veja se o microfone não está tapado ou mudo e diga os dígitos em voz alta.
digits_differ = Ouviram-se { $matched } de { $asked } dígitos como mostrado
    .fix = Grave com os novos dígitos. Diga-os um a um, na ordem mostrada.
mouth_still = A boca não se mexeu enquanto se ouviam os dígitos
    .fix = Diga você os dígitos, boca descoberta e virado para a câmera.
mouth_out_of_step = O movimento da boca e o som não combinam
    .fix = Grave de novo nesta página. Feche outros aplicativos e não use vídeo gravado.
live_person_doubtful = O vídeo talvez não mostre uma pessoa viva diante de uma câmara
    .fix = Veja-o inteiro: margens de um ecrã ou de uma folha, riscas de cor, um rosto que se move como uma foto, cortes. Um vídeo bem gerado não mostra nada disto.
video_times_impossible = Os tempos das imagens do vídeo não são de nenhuma câmara
    .fix = Provavelmente foi feito ou alterado por um programa. Peça outro, ou veja a pessoa de outro modo.
portrait_not_found = O retrato do documento não se encontrou
    .fix = Repita a foto com o retrato nítido, inteiro e sem reflexo.
portrait_too_small = O retrato está pequeno: { $found_px } pixels de altura, são precisos { $needed_px }
    .fix = Chegue mais perto até o documento encher a moldura.
portrait_unclear = O retrato está sem nitidez
    .fix = Segure firme, deixe focar e repita a foto.
ghost_portrait_differs = O segundo retrato pequeno parece mostrar outro rosto
    .fix = Compare os dois a olho. Um retrato trocado costuma deixar o segundo; um apagado também engana.
face_differs = O rosto do vídeo não é o do documento
    .fix = Use o seu documento. Se é seu, grave com boa luz e sem óculos, ou peça ajuda.
face_doubtful = Não é claro se os dois rostos são o mesmo
    .fix = Compare o retrato com as imagens do vídeo.
face_under_another_applicant = Este rosto aparece noutro requerente
    .fix = Compare os dois casos; há gémeos e registos repetidos.
check_not_assessed = A verificação “{ $check }” não se pôde fazer
    .fix = Veja você as provas.
tries_used = Acabaram as tentativas; agora uma pessoa vê os seus documentos
    .fix = Não precisa de fazer nada. Tem resposta em 48 horas.
reviewed_in_order = Uma pessoa verificou os documentos e estão em ordem
    .fix = Não precisa de fazer nada.
reviewed_not_acceptable = Uma pessoa verificou os documentos e não os pode aceitar
    .fix = Peça ajuda se acha que é um erro.
sound_clipped = A gravação está alta demais para se entender
    .fix = Afaste-se um pouco do microfone e fale normalmente.
other_speech = Ouviram-se outras vozes ou palavras além dos dígitos
    .fix = Vá para onde mais ninguém fale, desligue rádio e televisão e diga só os dígitos.
digits_other_language = Os dígitos ouviram-se noutra língua ({ $language })
    .fix = Diga os dígitos na língua indicada.
digits_missing = Só se ouviram { $heard } de { $asked } dígitos
    .fix = Grave com os novos dígitos. Diga todos, com breve pausa entre eles.
