side = { $side ->
    [back] Reverso
   *[front] Anverso
}
file_empty = El archivo está vacío
    .fix = Elija la foto de nuevo. Si vino de otra aplicación, guárdela antes en el teléfono.
file_too_large = El archivo es demasiado grande: { $found_mb } MB, como máximo { $limit_mb } MB
    .fix = Haga la foto con la cámara de esta página o compártala más pequeña.
file_type_unknown = Este archivo no es una foto ni un vídeo que podamos leer
    .fix = Use una foto JPEG, PNG o WebP, o grabe el vídeo en esta página.
file_type_unsupported = Aquí no sirven los archivos { $format }
    .fix = Use JPEG, PNG o WebP. En un iPhone: Ajustes › Cámara › Formatos › Más compatible, o haga la foto aquí.
file_animated = El archivo contiene varias imágenes
    .fix = Use una sola foto fija.
file_damaged = El archivo { $format } está incompleto o dañado
    .fix = Haga de nuevo la foto o el vídeo. Si llegó por mensaje, pida el archivo original.
file_encrypted = El archivo está protegido
    .fix = Use un archivo sin contraseña ni protección.
file_too_many_pixels = La imagen tiene { $found_mp } megapíxeles, como máximo { $limit_mp }
    .fix = Haga la foto en esta página o elija menos resolución en su cámara.
file_too_few_pixels = La imagen es demasiado pequeña: { $found_px } píxeles en el lado corto, hacen falta { $needed_px }
    .fix = Haga una foto nueva, no use una miniatura.
file_too_costly = El archivo tarda demasiado en abrirse
    .fix = Haga de nuevo la foto o el vídeo en esta página.
clip_codec_unsupported = El formato del vídeo ({ $codec }) no sirve
    .fix = Grabe el vídeo en esta página con Chrome, Firefox, Edge o Safari.
clip_without_picture = El vídeo no tiene imagen
    .fix = Grábelo de nuevo y compruebe que se ve.
clip_without_sound = El vídeo no tiene sonido
    .fix = Permita el micrófono, grabe de nuevo y diga las cifras en voz alta.
clip_too_long = El vídeo dura { $seconds } segundos, como máximo { $limit_s }
    .fix = Grabe de nuevo y pare tras la última cifra.
document_low_resolution = { side }: el documento sale demasiado pequeño, { $found_px } píxeles de ancho, hacen falta { $needed_px }
    .fix = Acérquese hasta que el documento llene el marco.
document_blurred = { side }: el documento sale borroso
    .fix = No mueva el teléfono, toque el documento para enfocar y limpie la lente.
document_glare = { side }: se refleja luz en el { $percent } % del documento
    .fix = Incline el documento o apague el flash hasta que ninguna mancha tape el texto.
document_dark = { side }: la foto es demasiado oscura
    .fix = Vaya a un sitio más claro. Lo mejor es luz del día de lado.
document_overexposed = { side }: la foto es demasiado clara
    .fix = Salga de la luz directa y apague el flash.
document_cut_off = { side }: un borde queda fuera de la foto
    .fix = Aléjese hasta que las cuatro esquinas estén en el marco.
document_not_found = { side }: no se encontró ningún documento en la foto
    .fix = Ponga el documento sobre una superficie lisa de otro color y llene el marco con él.
document_too_near = { side }: el documento no cabe en la foto
    .fix = Aléjese hasta que las cuatro esquinas estén en el marco con algo de margen.
document_too_far = { side }: foto hecha desde demasiado lejos, { $found_px } píxeles de ancho, hacen falta { $needed_px }
    .fix = Acérquese hasta que el documento casi llene el marco.
document_covered = { side }: algo tapa el { $percent } % del documento
    .fix = Deje el documento en la mesa o sujételo por el borde, sin que un dedo lo tape.
several_documents = { side }: la foto muestra { $count } documentos
    .fix = Fotografíe un lado de un solo documento cada vez.
photo_blank = { side }: la foto no muestra nada
    .fix = Compruebe que nada tape la cámara y fotografíe el lado impreso.
document_mirrored = { side }: la foto está invertida
    .fix = Use la cámara trasera o desactive el efecto espejo.
document_wrong_side = { side }: la foto muestra el otro lado
    .fix = Dé la vuelta al documento; el lado con el retrato es el anverso.
same_side_twice = Las dos fotos muestran el mismo lado
    .fix = Dé la vuelta al documento y fotografíe el reverso.
document_from_screen = { side }: la foto muestra una pantalla
    .fix = Fotografíe el documento mismo, no una imagen suya.
document_screenshot = { side }: la imagen es una captura de pantalla
    .fix = Fotografíe el documento mismo con la cámara.
document_grey_copy = { side }: sin color, parece una copia en blanco y negro
    .fix = Fotografíe el documento mismo en color.
document_origin_doubtful = { side }: quizá fotografiado de una pantalla o de una impresión
    .fix = Mire los lugares marcados: rayas de color sobre texto, retrato y fondo a la vez vienen de una pantalla; la impresión de seguridad no sale del documento. Puntos cruzados de un mismo tamaño por todas partes vienen de una impresora.
document_edit_suspected = { side }: la imagen quizá fue modificada ({ $found ->
        [recompressed] partes guardadas una vez menos
        [clean] partes sin el ruido de la cámara
        [copied] un trozo que aparece dos veces
       *[other] otras huellas
    })
    .fix = Mire los lugares marcados y compare impresión, zona, retrato y retrato fantasma. También las imágenes honestas muestran esas huellas.
document_filtered = { side }: la imagen lleva un filtro de color
    .fix = Haga la foto sin filtros ni efectos.
document_tone_doubtful = { side }: colores o tonos poco comunes
    .fix = Decida si fue un filtro o una lámpara de color. Si no se puede juzgar, pida una foto con luz del día.
document_overprint = { side }: el documento lleva la palabra { $found }
    .fix = Use su propio documento en vigor: ni muestra, ni copia, ni imagen con marca de agua.
file_edited = { side }: el archivo dice que un programa lo hizo o cambió ({ $found ->
        [editor] se nombra un editor
        [editor_trace] datos de un editor
        [generated] se nombra un generador
       *[other] otra señal
    })
    .fix = Eso solo no prueba nada. Mire bien y, en la duda, pida una foto hecha en esta página.
mrz_not_found = { side }: no se pudieron leer las líneas de letras y signos <
    .fix = Repita la foto con esas líneas nítidas, completas y sin reflejos.
mrz_check_digits = { side }: las líneas de letras y signos < se contradicen
    .fix = Repita la foto con esas líneas nítidas y completas. Si vuelve a pasar, pida ayuda.
barcode_not_found = { side }: no se encontró el código de barras
    .fix = Repita la foto con todo el código nítido y sin reflejos.
barcode_unreadable = { side }: el código de barras no contiene datos de un permiso
    .fix = Compruebe que fotografió el reverso del permiso elegido.
document_expired = El documento ha caducado
    .fix = Use un documento aún válido.
expiry_unreadable = No se pudo leer la fecha de caducidad
    .fix = Repita la foto con esa fecha nítida y sin reflejos.
sides_differ = Anverso y reverso no son del mismo documento: { $field ->
        [name] difiere el nombre
        [birth_date] difiere la fecha de nacimiento
        [number] difiere el número
        [expiry] difiere la caducidad
        [sex] difiere el sexo
        [nationality] difiere la nacionalidad
       *[other] difiere un campo
    }
    .fix = Fotografíe los dos lados del mismo documento.
sides_not_comparable = Se leyeron demasiado pocos campos en ambos lados para compararlos
    .fix = Compare anverso y reverso a simple vista.
print_differs = Lo impreso no coincide con las líneas o el código: { $field ->
        [name] nombre
        [birth_date] fecha de nacimiento
        [expiry] caducidad
       *[other] un campo
    }
    .fix = Compare a simple vista. Uno puede estar alterado o la impresión mal leída.
print_unlike = Lo impreso no se pudo emparejar: { $field ->
        [number] número
        [sex] sexo
        [nationality] nacionalidad
       *[other] un campo
    }
    .fix = Compare a simple vista. Muchas tarjetas imprimen un segundo número.
print_not_comparable = Nada impreso se pudo comparar con las líneas o el código
    .fix = Compare a simple vista nombre, nacimiento y caducidad.
document_type_differs = Eligió: { $chosen ->
        [passport] pasaporte
        [id_card] documento de identidad
        [driving_licence] permiso de conducir
       *[other] otro documento
    }. En la foto: { $found ->
        [passport] pasaporte
        [id_card] documento de identidad
        [driving_licence] permiso de conducir
       *[other] otro documento
    }
    .fix = Fotografíe el documento elegido o elija el otro.
name_differs = El nombre que escribió no es el del documento
    .fix = Escriba su nombre legal tal como está impreso, con todos los nombres y apellidos.
name_needs_look = Los nombres coinciden solo por una regla que comprueba una persona ({ $rule })
    .fix = Compare el nombre declarado con el del documento.
name_unreadable = No se pudo leer el nombre del documento
    .fix = Repita la foto con el nombre nítido y sin reflejos.
birth_date_differs = La fecha de nacimiento que escribió no es la del documento
    .fix = Compruebe día, mes y año de lo que escribió.
birth_date_unreadable = No se pudo leer la fecha de nacimiento del documento
    .fix = Repita la foto con esa fecha nítida y sin reflejos.
birth_date_needs_look = El documento deja abierta la fecha de nacimiento ({ $rule })
    .fix = Compare la fecha declarada con la del documento.
issuer_differs = El país elegido no es el que expidió el documento
    .fix = Elija el país que expidió el documento.
issuer_not_read = No se leyó el país que lo expidió
    .fix = Compare el país declarado con el del documento.
video_too_short = El vídeo dura { $seconds } segundos, hacen falta { $needed_s }
    .fix = Grabe de nuevo y diga todas las cifras con calma.
video_too_long = El vídeo dura { $seconds } segundos, se permiten { $limit_s }
    .fix = Grabe de nuevo y pare tras la última cifra.
face_not_seen = Su cara solo se vio en el { $percent } % del vídeo
    .fix = Mantenga toda la cara en el óvalo, sin mascarilla, mano o gorra delante.
several_faces = Hay { $count } caras en el vídeo
    .fix = Grabe a solas y aparte fotos o pantallas con caras.
face_dark = Su cara está demasiado oscura
    .fix = Gírese hacia una ventana o una lámpara.
face_overexposed = Su cara está demasiado clara
    .fix = Salga de la luz directa.
face_backlit = La luz está detrás de usted
    .fix = Dese la vuelta para tener la ventana o la lámpara delante.
face_one_sided = Un lado de su cara está oscuro
    .fix = Gírese hasta que la luz le dé en toda la cara.
face_left = Su cara estuvo { $seconds } segundos fuera de la imagen
    .fix = Permanezca dentro del óvalo desde la primera cifra hasta la última.
face_changed = Parece que hay dos caras distintas en el vídeo
    .fix = Grabe a solas, de principio a fin, y no deje que nadie ocupe su lugar.
face_turned = Su cara no mira a la cámara
    .fix = Sostenga el teléfono a la altura de los ojos y mire de frente.
face_too_far = Su cara es demasiado pequeña: { $found_px } píxeles entre los ojos, se necesitan al menos { $needed_px }
    .fix = Acérquese hasta que su cara llene el óvalo.
face_too_near = Su cara está demasiado cerca de la cámara
    .fix = Aléjese hasta que toda la cabeza quede dentro del óvalo.
face_cut_off = Parte de su cara queda fuera de la imagen
    .fix = Sostenga el teléfono de modo que toda la cara, del pelo a la barbilla, quede dentro del óvalo.
face_blurred = Su cara está borrosa
    .fix = Limpie la lente, mantenga quieto el teléfono y espere a que la imagen sea nítida.
mouth_covered = Algo le tapa la boca
    .fix = Quítese la mascarilla y mantenga las manos, la bufanda y el micrófono lejos de la boca.
eyes_covered = Algo le tapa los ojos
    .fix = Quítese las gafas oscuras y aparte el pelo y las manos de los ojos.
forehead_covered = Algo le tapa la frente
    .fix = Quítese la gorra o el sombrero y aparte el pelo de la frente. Una prenda llevada por fe o por salud puede quedarse si deja libre la cara de las cejas a la barbilla: contacte con soporte.
expression_not_neutral = Sonrió o hizo un gesto antes de la primera cifra
    .fix = Mantenga la cara tranquila y la boca cerrada hasta la primera cifra; después hable como siempre.
too_noisy = Hay demasiado ruido para oír las cifras
    .fix = Vaya a un lugar tranquilo o use auriculares con cable, y hable claro.
no_speech = No se oyó ninguna voz
    .fix = Compruebe que el micrófono no esté tapado ni silenciado y diga las cifras en voz alta.
digits_differ = Se oyeron { $matched } de { $asked } cifras como se mostraban
    .fix = Grabe de nuevo con las cifras nuevas. Dígalas una a una, en el orden mostrado.
mouth_still = Su boca no se movió mientras se oían las cifras
    .fix = Diga usted las cifras en voz alta, con la boca descubierta y mirando a la cámara.
mouth_out_of_step = El movimiento de la boca y el sonido no encajan
    .fix = Grabe de nuevo en esta página. Cierre otras aplicaciones y no use un vídeo grabado.
live_person_doubtful = Quizá el vídeo no muestra a una persona viva ante una cámara
    .fix = Véalo entero: bordes de una pantalla o de un papel, rayas de color, una cara que se mueve como una foto, cortes. Un vídeo bien generado no muestra nada de esto.
video_times_impossible = Los tiempos de las imágenes del vídeo no son de ninguna cámara
    .fix = Probablemente lo hizo o lo cambió un programa. Pida uno nuevo o vea a la persona de otra manera.
portrait_not_found = No se encontró el retrato del documento
    .fix = Repita la foto con el retrato nítido, completo y sin reflejos.
portrait_too_small = El retrato sale demasiado pequeño: { $found_px } píxeles de alto, hacen falta { $needed_px }
    .fix = Acérquese hasta que el documento llene el marco.
portrait_unclear = El retrato sale borroso
    .fix = No mueva el teléfono, deje que enfoque y repita la foto.
ghost_portrait_differs = El segundo retrato pequeño parece mostrar otra cara
    .fix = Compare los dos a simple vista. Un retrato cambiado suele dejar el segundo como era; uno tenue también puede engañar.
face_differs = La cara del vídeo no es la del documento
    .fix = Use su propio documento. Si lo es, grabe de nuevo con buena luz y sin gafas, o pida ayuda.
face_doubtful = No está claro si las dos caras son la misma
    .fix = Compare el retrato con las imágenes del vídeo.
face_under_another_applicant = Esta cara aparece con otro solicitante
    .fix = Compare los dos casos; hay gemelos y registros repetidos.
check_not_assessed = No se pudo hacer la comprobación «{ $check }»
    .fix = Mire usted las pruebas.
tries_used = Se agotaron los intentos, así que ahora una persona mira sus documentos
    .fix = No tiene que hacer nada. Recibe la respuesta en 48 horas.
reviewed_in_order = Una persona revisó los documentos y están en orden
    .fix = No tiene que hacer nada.
reviewed_not_acceptable = Una persona revisó los documentos y no puede aceptarlos
    .fix = Pida ayuda si cree que es un error.
sound_clipped = La grabación es demasiado fuerte para entenderse
    .fix = Aléjese un poco del micrófono y hable a su volumen normal.
other_speech = Además de las cifras se oyeron otras voces o palabras
    .fix = Vaya donde no hable nadie más, apague radio y televisión y diga solo las cifras.
digits_other_language = Las cifras se oyeron en otro idioma ({ $language }) que el pedido
    .fix = Diga las cifras en el idioma indicado.
digits_missing = Solo se oyeron { $heard } de { $asked } cifras
    .fix = Grabe de nuevo con las cifras nuevas. Dígalas todas, con una breve pausa entre ellas.
