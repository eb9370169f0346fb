side = { $side ->
    [back] Verso
   *[front] Recto
}
file_empty = Le fichier est vide
    .fix = Choisissez la photo à nouveau. Si elle vient d’une autre application, enregistrez-la d’abord sur le téléphone.
file_too_large = Le fichier est trop grand : { $found_mb } Mo, au plus { $limit_mb } Mo
    .fix = Prenez la photo avec la caméra de cette page, ou partagez-la en plus petit.
file_type_unknown = Ce fichier n’est ni une photo ni une vidéo que nous pouvons lire
    .fix = Utilisez une photo JPEG, PNG ou WebP, ou enregistrez la vidéo sur cette page.
file_type_unsupported = Les fichiers { $format } ne conviennent pas ici
    .fix = Utilisez JPEG, PNG ou WebP. Sur iPhone : Réglages › Appareil photo › Formats › Le plus compatible, ou prenez la photo ici.
file_animated = Le fichier contient plusieurs images
    .fix = Utilisez une seule photo fixe.
file_damaged = Le fichier { $format } est incomplet ou abîmé
    .fix = Reprenez la photo ou la vidéo. S’il est venu par message, demandez l’original.
file_encrypted = Le fichier est protégé
    .fix = Utilisez un fichier sans mot de passe ni protection.
file_too_many_pixels = L’image a { $found_mp } mégapixels, au plus { $limit_mp }
    .fix = Prenez la photo sur cette page, ou choisissez une résolution plus basse.
file_too_few_pixels = L’image est trop petite : { $found_px } pixels sur le petit côté, il en faut { $needed_px }
    .fix = Prenez une nouvelle photo, pas une vignette.
file_too_costly = Le fichier est trop long à ouvrir
    .fix = Reprenez la photo ou la vidéo sur cette page.
clip_codec_unsupported = Le format de la vidéo ({ $codec }) ne convient pas
    .fix = Enregistrez la vidéo sur cette page avec Chrome, Firefox, Edge ou Safari.
clip_without_picture = La vidéo n’a pas d’image
    .fix = Recommencez et vérifiez que vous vous voyez.
clip_without_sound = La vidéo n’a pas de son
    .fix = Autorisez le micro, recommencez et dites les chiffres à voix haute.
clip_too_long = La vidéo dure { $seconds } secondes, au plus { $limit_s }
    .fix = Recommencez et arrêtez après le dernier chiffre.
document_low_resolution = { side } : document trop petit sur la photo, { $found_px } pixels de large, il en faut { $needed_px }
    .fix = Approchez jusqu’à ce que le document remplisse le cadre.
document_blurred = { side } : document flou
    .fix = Tenez le téléphone immobile, touchez le document pour la mise au point et essuyez l’objectif.
document_glare = { side } : la lumière se reflète sur { $percent } % du document
    .fix = Inclinez le document ou coupez le flash, pour qu’aucune tache ne couvre le texte.
document_dark = { side } : photo trop sombre
    .fix = Allez dans un endroit plus clair. La lumière du jour de côté est la meilleure.
document_overexposed = { side } : photo trop claire
    .fix = Quittez la lumière directe et coupez le flash.
document_cut_off = { side } : un bord est hors de la photo
    .fix = Reculez jusqu’à ce que les quatre coins soient dans le cadre.
document_not_found = { side } : aucun document trouvé sur la photo
    .fix = Posez le document sur une surface unie d’une autre couleur et remplissez-en le cadre.
document_too_near = { side } : le document ne tient pas dans la photo
    .fix = Reculez jusqu’à ce que les quatre coins soient dans le cadre, avec un peu de marge.
document_too_far = { side } : photo prise de trop loin, { $found_px } pixels de large, il en faut { $needed_px }
    .fix = Approchez jusqu’à ce que le document remplisse presque le cadre.
document_covered = { side } : quelque chose couvre { $percent } % du document
    .fix = Posez le document ou tenez-le tout au bord, sans qu’un doigt le couvre.
several_documents = { side } : la photo montre { $count } documents
    .fix = Photographiez un côté d’un seul document à la fois.
photo_blank = { side } : la photo ne montre rien
    .fix = Vérifiez que rien ne couvre la caméra et photographiez le côté imprimé.
document_mirrored = { side } : photo en miroir
    .fix = Utilisez la caméra arrière ou désactivez l’effet miroir.
document_wrong_side = { side } : la photo montre l’autre côté
    .fix = Retournez le document ; le côté avec le portrait est le recto.
same_side_twice = Les deux photos montrent le même côté
    .fix = Retournez le document et photographiez le verso.
document_from_screen = { side } : la photo montre un écran
    .fix = Photographiez le document lui-même, pas son image.
document_screenshot = { side } : l’image est une capture d’écran
    .fix = Photographiez le document lui-même avec la caméra.
document_grey_copy = { side } : sans couleur, on dirait une copie en noir et blanc
    .fix = Photographiez le document lui-même en couleur.
document_origin_doubtful = { side } : peut-être photographié sur un écran ou une impression
    .fix = Regardez les endroits marqués : des bandes de couleur sur texte, portrait et fond à la fois viennent d’un écran ; l’impression de sécurité ne sort pas du document. Des points croisés de même taille partout viennent d’une imprimante.
document_edit_suspected = { side } : image peut-être modifiée ({ $found ->
        [recompressed] des parties enregistrées une fois de moins
        [clean] des parties sans le bruit de la caméra
        [copied] un morceau qui apparaît deux fois
       *[other] d’autres traces
    })
    .fix = Regardez les endroits marqués et comparez impression, zone, portrait et image fantôme. Les images honnêtes montrent aussi de telles traces.
document_filtered = { side } : un filtre de couleur couvre l’image
    .fix = Prenez la photo sans filtre ni effet.
document_tone_doubtful = { side } : couleurs ou tons inhabituels
    .fix = Décidez si c’est un filtre ou une lampe colorée. Sinon, demandez une photo à la lumière du jour.
document_overprint = { side } : le document porte le mot { $found }
    .fix = Utilisez votre propre document en cours : ni modèle, ni copie, ni image avec filigrane.
file_edited = { side } : le fichier dit qu’un programme l’a fait ou changé ({ $found ->
        [editor] un éditeur est nommé
        [editor_trace] des données d’un éditeur
        [generated] un générateur est nommé
       *[other] un autre signe
    })
    .fix = Cela seul ne prouve rien. Regardez bien et, dans le doute, demandez une photo prise sur cette page.
mrz_not_found = { side } : les lignes de lettres et de signes < sont illisibles
    .fix = Reprenez la photo avec ces lignes nettes, complètes et sans reflet.
mrz_check_digits = { side } : les lignes de lettres et de signes < se contredisent
    .fix = Reprenez la photo avec ces lignes nettes et complètes. Si cela se répète, demandez de l’aide.
barcode_not_found = { side } : code-barres introuvable
    .fix = Reprenez la photo avec tout le code-barres net et sans reflet.
barcode_unreadable = { side } : le code-barres ne contient pas de permis
    .fix = Vérifiez que vous avez photographié le verso du permis choisi.
document_expired = Le document est périmé
    .fix = Utilisez un document encore valable.
expiry_unreadable = La date d’expiration est illisible
    .fix = Reprenez la photo avec cette date nette et sans reflet.
sides_differ = Recto et verso ne vont pas ensemble : { $field ->
        [name] le nom diffère
        [birth_date] la date de naissance diffère
        [number] le numéro diffère
        [expiry] l’expiration diffère
        [sex] le sexe diffère
        [nationality] la nationalité diffère
       *[other] un champ diffère
    }
    .fix = Photographiez les deux côtés du même document.
sides_not_comparable = Trop peu de champs lus des deux côtés pour les comparer
    .fix = Comparez recto et verso à l’œil.
print_differs = L’imprimé contredit les lignes ou le code-barres : { $field ->
        [name] nom
        [birth_date] date de naissance
        [expiry] expiration
       *[other] un champ
    }
    .fix = Comparez à l’œil. L’un peut être altéré, ou l’imprimé mal lu.
print_unlike = L’imprimé n’a pas pu être rapproché : { $field ->
        [number] numéro
        [sex] sexe
        [nationality] nationalité
       *[other] un champ
    }
    .fix = Comparez à l’œil. Beaucoup de cartes impriment un second numéro.
print_not_comparable = Rien d’imprimé n’a pu être comparé aux lignes ou au code-barres
    .fix = Comparez à l’œil nom, naissance et expiration.
document_type_differs = Vous avez choisi : { $chosen ->
        [passport] passeport
        [id_card] carte d’identité
        [driving_licence] permis de conduire
       *[other] autre document
    }. La photo montre : { $found ->
        [passport] passeport
        [id_card] carte d’identité
        [driving_licence] permis de conduire
       *[other] autre document
    }
    .fix = Photographiez le document choisi ou choisissez l’autre.
name_differs = Le nom saisi n’est pas celui du document
    .fix = Saisissez votre nom légal exactement comme imprimé, tous les prénoms et noms.
name_needs_look = Les noms ne concordent que par une règle qu’une personne vérifie ({ $rule })
    .fix = Comparez le nom déclaré à celui du document.
name_unreadable = Le nom du document est illisible
    .fix = Reprenez la photo avec le nom net et sans reflet.
birth_date_differs = La date de naissance saisie n’est pas celle du document
    .fix = Vérifiez le jour, le mois et l’année saisis.
birth_date_unreadable = La date de naissance du document est illisible
    .fix = Reprenez la photo avec cette date nette et sans reflet.
birth_date_needs_look = Le document laisse la date de naissance ouverte ({ $rule })
    .fix = Comparez la date déclarée à celle du document.
issuer_differs = Le pays choisi n’est pas celui qui a délivré le document
    .fix = Choisissez le pays qui a délivré le document.
issuer_not_read = Le pays de délivrance n’a pas été lu
    .fix = Comparez le pays déclaré à celui du document.
video_too_short = La vidéo dure { $seconds } secondes, il en faut { $needed_s }
    .fix = Recommencez et dites tous les chiffres calmement.
video_too_long = La vidéo dure { $seconds } secondes, { $limit_s } sont permises
    .fix = Recommencez et arrêtez après le dernier chiffre.
face_not_seen = Votre visage n’a été vu que dans { $percent } % de la vidéo
    .fix = Gardez tout le visage dans l’ovale, sans masque, main ni casquette devant.
several_faces = { $count } visages sont dans la vidéo
    .fix = Filmez-vous seul et écartez images et écrans montrant un visage.
face_dark = Votre visage est trop sombre
    .fix = Tournez-vous vers une fenêtre ou une lampe.
face_overexposed = Votre visage est trop clair
    .fix = Quittez la lumière directe.
face_backlit = La lumière est derrière vous
    .fix = Retournez-vous pour avoir la fenêtre ou la lampe en face.
face_one_sided = Un côté de votre visage est sombre
    .fix = Tournez-vous jusqu’à ce que la lumière tombe sur tout le visage.
face_left = Votre visage est resté { $seconds } secondes hors de l’image
    .fix = Restez dans l’ovale du premier au dernier chiffre.
face_changed = Deux visages différents semblent être dans la vidéo
    .fix = Enregistrez-vous seul, du début à la fin, et ne laissez personne prendre votre place.
face_turned = Votre visage n’est pas tourné vers la caméra
    .fix = Tenez le téléphone à la hauteur des yeux et regardez droit devant vous.
face_too_far = Votre visage est trop petit : { $found_px } pixels entre les yeux, il en faut au moins { $needed_px }
    .fix = Approchez-vous jusqu’à ce que votre visage remplisse l’ovale.
face_too_near = Votre visage est trop près de la caméra
    .fix = Reculez jusqu’à ce que toute votre tête soit dans l’ovale.
face_cut_off = Une partie de votre visage est hors de l’image
    .fix = Tenez le téléphone de façon que tout le visage, des cheveux au menton, soit dans l’ovale.
face_blurred = Votre visage est flou
    .fix = Essuyez l’objectif, tenez le téléphone immobile et attendez que l’image soit nette.
mouth_covered = Quelque chose couvre votre bouche
    .fix = Retirez le masque et éloignez les mains, l’écharpe et le micro de la bouche.
eyes_covered = Quelque chose couvre vos yeux
    .fix = Retirez les lunettes sombres et écartez les cheveux et les mains des yeux.
forehead_covered = Quelque chose couvre votre front
    .fix = Retirez la casquette ou le chapeau et dégagez les cheveux du front. Une coiffe portée par foi ou pour la santé peut rester si elle laisse le visage libre des sourcils au menton : contactez l’assistance.
expression_not_neutral = Vous avez souri ou grimacé avant le premier chiffre
    .fix = Gardez un visage calme, bouche fermée, jusqu’au premier chiffre ; parlez ensuite comme d’habitude.
too_noisy = Trop de bruit pour entendre les chiffres
    .fix = Allez au calme ou prenez des écouteurs à fil, et parlez clairement.
no_speech = Aucune voix n’a été entendue
    .fix = Vérifiez que le micro n’est ni couvert ni coupé, et dites les chiffres à voix haute.
digits_differ = { $matched } chiffres sur { $asked } ont été entendus comme affichés
    .fix = Recommencez avec les nouveaux chiffres. Dites-les un par un, dans l’ordre affiché.
mouth_still = Votre bouche n’a pas bougé pendant qu’on entendait les chiffres
    .fix = Dites vous-même les chiffres, bouche découverte, face à la caméra.
mouth_out_of_step = Le mouvement de la bouche et le son ne vont pas ensemble
    .fix = Recommencez sur cette page. Fermez les autres applications et n’utilisez pas de vidéo enregistrée.
live_person_doubtful = La vidéo ne montre peut-être pas une personne vivante devant une caméra
    .fix = Regardez-la en entier : bords d’un écran ou d’une feuille, bandes de couleur, visage qui bouge comme une photo, coupures. Une vidéo bien générée n’en montre aucun.
video_times_impossible = Les temps des images de la vidéo ne sont ceux d’aucune caméra
    .fix = Un programme l’a sans doute faite ou modifiée. Demandez-en une nouvelle, ou rencontrez la personne autrement.
portrait_not_found = Le portrait du document est introuvable
    .fix = Reprenez la photo avec le portrait net, complet et sans reflet.
portrait_too_small = Le portrait est trop petit : { $found_px } pixels de haut, il en faut { $needed_px }
    .fix = Approchez jusqu’à ce que le document remplisse le cadre.
portrait_unclear = Le portrait est flou sur la photo
    .fix = Tenez le téléphone immobile, laissez-le faire la mise au point et reprenez la photo.
ghost_portrait_differs = Le petit second portrait semble montrer un autre visage
    .fix = Comparez les deux à l’œil. Un portrait remplacé laisse souvent le second tel quel ; un portrait pâle peut aussi tromper.
face_differs = Le visage de la vidéo n’est pas celui du document
    .fix = Utilisez votre propre document. Si c’est le vôtre, recommencez en bonne lumière sans lunettes, ou demandez de l’aide.
face_doubtful = Il n’est pas clair que les deux visages soient le même
    .fix = Comparez le portrait aux images de la vidéo.
face_under_another_applicant = Ce visage figure chez un autre demandeur
    .fix = Comparez les deux dossiers ; il y a des jumeaux et des doubles inscriptions.
check_not_assessed = Le contrôle « { $check } » n’a pas pu être fait
    .fix = Regardez vous-même les pièces.
tries_used = Tous les essais sont épuisés, une personne regarde donc vos documents
    .fix = Vous n’avez rien à faire. Vous avez la réponse sous 48 heures.
reviewed_in_order = Une personne a vérifié les documents et les a trouvés en ordre
    .fix = Vous n’avez rien à faire.
reviewed_not_acceptable = Une personne a vérifié les documents et ne peut pas les accepter
    .fix = Demandez de l’aide si vous pensez que c’est une erreur.
sound_clipped = L’enregistrement est trop fort pour être compris
    .fix = Éloignez-vous un peu du micro et parlez normalement.
other_speech = D’autres voix ou mots ont été entendus en plus des chiffres
    .fix = Allez là où personne d’autre ne parle, éteignez radio et télévision et ne dites que les chiffres.
digits_other_language = Les chiffres ont été entendus dans une autre langue ({ $language }) que demandé
    .fix = Dites les chiffres dans la langue indiquée.
digits_missing = Seuls { $heard } chiffres sur { $asked } ont été entendus
    .fix = Recommencez avec les nouveaux chiffres. Dites-les tous, avec une courte pause entre eux.
