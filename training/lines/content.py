"""What the lines say: zones of documents that do not exist, and printed Latin lines."""

from __future__ import annotations

import string

import numpy as np

MRZ = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<"
COUNTRIES = (
    "AFG ALB DZA AND AGO ARG ARM AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BTN BOL BIH BWA BRA BRN BGR BFA BDI KHM CMR CAN CPV "
    "TCD CHL CHN COL COM COG CRI CIV HRV CUB CYP CZE PRK COD DNK DJI DMA DOM ECU EGY SLV ERI EST SWZ ETH FJI FIN FRA GAB GMB GEO D "
    "GHA GRC GRD GTM GIN GUY HTI HND HUN ISL IND IDN IRN IRQ IRL ISR ITA JAM JPN JOR KAZ KEN KIR KWT KGZ LAO LVA LBN LSO LBR LBY "
    "LIE LTU LUX MDG MWI MYS MDV MLI MLT MHL MRT MUS MEX FSM MDA MCO MNG MNE MAR MOZ MMR NAM NRU NPL NLD NZL NIC NER NGA MKD NOR "
    "OMN PAK PLW PAN PNG PRY PER PHL POL PRT QAT KOR ROU RUS RWA SAU SEN SRB SYC SLE SGP SVK SVN SOM ZAF SSD ESP LKA SDN SUR SWE "
    "CHE SYR TJK THA TGO TON TUN TUR TKM UGA UKR ARE GBR TZA USA URY UZB VUT VEN VNM YEM ZMB ZWE UTO XXA XXB XXX RKS EUE HKG MAC TWN"
).split()

# Latin letters of the languages a European, American or Vietnamese document is printed in.
ACCENTED = (
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŐŒŔŘŚŞŠŢŤŪŮŰŲŴŶŸŹŻŽȘȚƏ"
    "àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿāăąćčďđēėęěğģīįıķĺļľłńņňőœŕřśşšţťūůűųŵŷźżžșțəß"
)
VIETNAMESE = "ẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸĨŨƠƯạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹĩũơư"
PUNCTUATION = " '-.,/():&+#\";*<°ºª№@"
LATIN = string.digits + string.ascii_uppercase + string.ascii_lowercase + PUNCTUATION + ACCENTED + VIETNAMESE

ALPHABETS = {
    "de": "ÄÖÜäöüß", "fr": "ÀÂÇÈÉÊËÎÏÔŒÙÛÜàâçèéêëîïôœùûü", "es": "ÁÉÍÑÓÚÜáéíñóúü", "pt": "ÀÁÂÃÇÉÊÍÓÔÕÚàáâãçéêíóôõú", "it": "ÀÈÉÌÒÙàèéìòù",
    "pl": "ĄĆĘŁŃÓŚŹŻąćęłńóśźż", "cs": "ÁČĎÉĚÍŇÓŘŠŤÚŮÝŽáčďéěíňóřšťúůýž", "sk": "ÁÄČĎÉÍĹĽŇÓÔŔŠŤÚÝŽáäčďéíĺľňóôŕšťúýž", "hu": "ÁÉÍÓÖŐÚÜŰáéíóöőúüű",
    "ro": "ĂÂÎȘȚăâîșțŞŢşţ", "tr": "ÇĞİÖŞÜçğıöşü", "hr": "ČĆĐŠŽčćđšž", "lv": "ĀČĒĢĪĶĻŅŠŪŽāčēģīķļņšūž", "lt": "ĄČĘĖĮŠŲŪŽąčęėįšųūž",
    "et": "ÄÕÖÜŠŽäõöüšž", "sv": "ÅÄÖåäö", "da": "ÆØÅæøå", "is": "ÁÐÉÍÓÚÝÞÆÖáðéíóúýþæö", "az": "ƏĞİIÖŞÜÇəğıöşüç", "cy": "ŴŶÂÊÎÔÛŵŷâêîôû",
    "nl": "ËÏÉÖÜëïéöü", "vi": VIETNAMESE + "ĂÂÊÔĐăâêôđÀÁÃÈÉÌÍÒÓÕÙÚÝàáãèéìíòóõùúý",
}
FAKER_LOCALES = (
    "de_DE fr_FR es_ES pt_PT pt_BR it_IT pl_PL cs_CZ sk_SK hu_HU ro_RO tr_TR hr_HR lv_LV lt_LT et_EE sv_SE da_DK no_NO fi_FI nl_NL "
    "en_US en_GB en_IN id_ID vi_VN es_MX sl_SI az_AZ"
).split()
LABELS = (
    "Surname|Given names|Name/Nom|Date of birth|Date de naissance|Geburtsdatum|Place of birth|Nationality/Nationalité|Sex/Sexe|Passport No./No. du passeport|"
    "Type/Type|Code|Date of issue|Date of expiry|Authority|Nachname|Vornamen|Staatsangehörigkeit|Gültig bis|Behörde|APELLIDOS|NOMBRE|SEXO|"
    "NACIONALIDAD|FECHA DE NACIMIENTO|VALIDEZ|Cognome|Luogo di nascita|Scadenza|Nazwisko|Imię|Data urodzenia|Obywatelstwo|Příjmení|Jméno|"
    "Soyadı|Adı|Doğum Tarihi|Geçerlilik|Uyruğu|Nume|Prenume|Cetățenie|Data nașterii|Sobrenome|Filiação|Naturalidade|Efternamn|Etternavn|Sukunimi|"
    "Perekonnanimi|Uzvārds|Pavardė|Rodné číslo|Prezime|Datum rođenja|Családi név|Születési idő|Họ và tên|Ngày sinh|Giới tính|Quốc tịch|"
    "DRIVING LICENCE|PERMIS DE CONDUIRE|FÜHRERSCHEIN|PERSONALAUSWEIS|CARTE NATIONALE D'IDENTITÉ|DOCUMENTO NACIONAL DE IDENTIDAD|"
    "REISEPASS|PASSPORT|PASSEPORT|PASAPORTE|IDENTITY CARD|DL|EXP|DOB|ISS|HGT|EYES BRO|CLASS C|LN|FN|Kartu Tanda Penduduk|NIK|Tempat/Tgl Lahir"
).split("|")
MONTHS = (
    "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC JANV FÉVR MARS AVR MAI JUIN JUIL AOÛT SEPT DÉC ENE ABR AGO DIC MÄR OKT DEZ GEN MAG GIU LUG SET OTT "
    "STY LUT KWI MAJ CZE LIP SIE WRZ PAŹ LIS GRU OCA ŞUB NİS HAZ TEM AĞU EYL EKİ KAS ARA"
).split()


def pick(rng: np.random.Generator, options):
    return options[int(rng.integers(len(options)))]


def _letters(rng, low, high) -> str:
    """Letters with no language in them, so that the net reads shapes and not words."""
    return "".join(pick(rng, string.ascii_uppercase) for _ in range(int(rng.integers(low, high + 1))))


def _name(rng) -> str:
    """Pronounceable names: half of all training letters come from here."""
    if rng.random() < 0.35:
        return _letters(rng, 2, 9)
    onsets = "B C D F G H J K L M N P R S T V W Y Z BR CH DR FR GR KR PH SH ST TR SCH TH NG MC QU X".split()
    ends = ["", "", "", "N", "S", "R", "L", "T", "CK", "TT", "ND", "NG", "SKI", "VA", "Z", "IJ"]
    body = "".join(pick(rng, onsets) + pick(rng, "A E I O U AA EE EI IE OU AU IA".split()) for _ in range(int(rng.integers(1, 4))))
    return body + pick(rng, ends)


def check_digit(text: str) -> str:
    value = {c: i for i, c in enumerate(MRZ[:-1])} | {"<": 0}
    return str(sum(value[c] * (7, 3, 1)[i % 3] for i, c in enumerate(text)) % 10)


def _field(rng, length: int) -> str:
    """A document number or personal number with its fillers."""
    kind = rng.random()
    n = int(rng.integers(max(1, length - 4), length + 1)) if rng.random() < 0.8 else int(rng.integers(0, length + 1))
    pool = string.digits if kind < 0.5 else string.digits + string.ascii_uppercase if kind < 0.8 else string.digits * 3 + string.ascii_uppercase
    body = "".join(pick(rng, pool) for _ in range(n))
    if body and rng.random() < 0.3:
        body = pick(rng, string.ascii_uppercase) + body[1:]
    return body.ljust(length, "<")


def _date(rng) -> str:
    if rng.random() < 0.02:
        return "<<<<<<" if rng.random() < 0.3 else f"{int(rng.integers(100)):02d}<<<<"
    return f"{int(rng.integers(100)):02d}{int(rng.integers(1, 13)):02d}{int(rng.integers(1, 32)):02d}"


def _names(rng, length: int) -> str:
    parts = ["<".join(_name(rng) for _ in range(int(rng.choice([1, 1, 1, 2])))) for _ in range(2)]
    text = "<<".join(parts) if rng.random() < 0.95 else parts[0]
    return text[:length].ljust(length, "<")


def mrz(rng) -> list[str]:
    """The lines of one zone, valid or (one in ten) with characters changed: the net must read, not complete."""
    country = pick(rng, COUNTRIES).ljust(3, "<")
    other = country if rng.random() < 0.8 else pick(rng, COUNTRIES).ljust(3, "<")
    sex, birth, expiry = pick(rng, "MF<X" if rng.random() < 0.2 else "MF"), _date(rng), _date(rng)
    style = rng.random()
    if style < 0.38:
        number = _field(rng, 9)
        top = pick(rng, ["I<", "ID", "AC", "C<", "IP", "IR", "AR"]) + country + number + check_digit(number) + (_field(rng, 15) if rng.random() < 0.5 else "<" * 15)
        optional = "<" * 11 if rng.random() < 0.6 else _field(rng, 11)
        second = birth + check_digit(birth) + sex + expiry + check_digit(expiry) + other + optional
        second += check_digit(top[5:] + second[:7] + second[8:15] + second[18:29])
        lines = [top, second, _names(rng, 30)]
    else:
        width = 44 if style < 0.8 else 36
        number = _field(rng, 9)
        top = (pick(rng, ["P<", "P<", "P<", "PM", "PD", "V<", "VC"]) if width == 44 else pick(rng, ["I<", "V<", "ID", "AC"])) + country + _names(rng, width - 5)
        room = width - 30
        optional = "<" * room if rng.random() < 0.4 else _field(rng, room)
        second = number + check_digit(number) + other + birth + check_digit(birth) + sex + expiry + check_digit(expiry) + optional
        second += ("<" if rng.random() < 0.3 else check_digit(optional)) if width == 44 else ""
        second += check_digit(second[:10] + second[13:20] + second[21 : width - 1])
        lines = [top, second[:width].ljust(width, "<")]
    if rng.random() < 0.1:
        lines = ["".join(pick(rng, MRZ) if rng.random() < 0.15 else c for c in line) for line in lines]
    return lines


class Printed:
    """Printed lines: names, places, dates, numbers and labels; half of it letters without words."""

    def __init__(self, seed: int):
        from faker import Faker

        self.fakers = {}
        for locale in FAKER_LOCALES:
            faker = Faker(locale)
            faker.seed_instance(seed)
            self.fakers[locale] = faker

    def line(self, rng) -> str:
        kind = rng.random()
        if kind < 0.4:
            faker = self.fakers[pick(rng, FAKER_LOCALES)]
            make = pick(rng, [faker.last_name, faker.first_name, faker.name, faker.last_name, faker.first_name, faker.city])
            text = str(make())
        elif kind < 0.6:
            text = self.invented(rng)
        elif kind < 0.74:
            text = self.date(rng)
        elif kind < 0.86:
            text = self.number(rng)
        else:
            text = pick(rng, LABELS)
        case = rng.random()
        if case < 0.5:
            text = text.replace("i", "İ").upper() if "ı" in text or "ğ" in text else text.upper()
        text = "".join(c for c in text.replace("’", "'").replace("–", "-") if c in LATIN)
        return " ".join(text.split())[:34] or "X"

    def invented(self, rng) -> str:
        alphabet = ALPHABETS[pick(rng, sorted(ALPHABETS))]
        upper = rng.random() < 0.5
        plain = string.ascii_uppercase if upper else string.ascii_lowercase
        special = [c for c in alphabet if c.isupper() == upper] or list(alphabet)
        words = []
        for _ in range(int(rng.integers(1, 4))):
            word = "".join(pick(rng, special) if rng.random() < 0.25 else pick(rng, plain) for _ in range(int(rng.integers(1, 10))))
            words.append(word if upper or rng.random() < 0.3 else word[:1].upper() + word[1:])
        return pick(rng, [" ", " ", "-", "'"]).join(words)

    def date(self, rng) -> str:
        day, month, year = int(rng.integers(1, 32)), int(rng.integers(1, 13)), int(rng.integers(1920, 2045))
        mark = pick(rng, [".", "/", "-", " ", ". "])
        name = pick(rng, MONTHS)
        return pick(rng, [
            f"{day:02d}{mark}{month:02d}{mark}{year}", f"{day:02d}{mark}{month:02d}{mark}{year % 100:02d}", f"{year}{mark}{month:02d}{mark}{day:02d}",
            f"{day:02d} {name} {year}", f"{day:02d} {name}/{pick(rng, MONTHS)} {year % 100:02d}", f"{month:02d}/{day:02d}/{year}", f"{name} {day}, {year}",
        ])

    def number(self, rng) -> str:
        kind = rng.random()
        pool = string.digits if kind < 0.4 else string.digits + string.ascii_uppercase
        groups = [int(rng.integers(1, 10)) for _ in range(int(rng.choice([1, 1, 2, 3])))]
        text = pick(rng, [" ", "-", "", "/", "."]).join("".join(pick(rng, pool) for _ in range(n)) for n in groups)
        prefix = pick(rng, ["", "", "", "No. ", "4d. ", "5. ", "1. ", "DL ", "Nº ", "(", "3. ", "4a. "])
        return prefix + text + (")" if prefix == "(" else "")
