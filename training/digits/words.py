"""Digit words by language, from `speech/<language>.toml`, and the units that the net hears."""

import pathlib
import tomllib

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
LANGUAGES = ["en", "es", "fr", "de", "pt", "ru", "ar", "zh", "tr", "vi", "id", "hi", "uk", "bn"]
# Units of one word: its beginning, middle and end, so that a word has an order inside and a place in time.
PARTS = 3


# Real speakers kept aside from the shipped weights, so that a figure on them means something.
ASIDE = ["theo", "gsc_51055bda", "gsc_93ec8b84", "gsc_2f813234"]

# espeak-ng's variants kept aside from training in every language but English, so that there is something to measure on.
VARIANTS_ASIDE = ["f2", "m4", "linda", "travis", "Marco", "grandpa"]


def load(language):
    """[(digit, word)] in the order of the file; the usual word of each digit first."""
    told = tomllib.loads((ROOT / "speech" / f"{language}.toml").read_text())
    return [(digit["value"], word) for digit in told["digit"] for word in digit["words"]]


# What speakers of other languages make of the English words, in their own spelling: accents for the English net.
ACCENTS = {
    "es": "sirou uan tu zri for faiv sics seven eit nain ou",
    "it": "zirou uan tu tri for faiv sics seven eit nain ou",
    "fr": "zirau ouane tou sri faure faïve sixe sévène éïte naïne au",
    "de": "sieroh uann tuh srih fohr faif sicks sewwen eht nain oh",
    "nl": "zirroo wan toe srie foor faif siks seven eet nain oo",
    "sv": "siro oann to tri får fajv sicks sevven ejt najn å",
    "pt": "zirou uâm tu tri fór faiv sics sévem eit nain ou",
    "ru": "зироу уан ту сри фо файв сикс сэвэн эйт найн оу",
    "uk": "зіроу уан ту срі фор файв сікс севен ейт найн оу",
    "pl": "ziroł łan tu fri for fajw siks sewen ejt najn oł",
    "el": "ζίροου γουάν του θρι φορ φάιβ σιξ σέβεν έιτ νάιν όου",
    "tr": "ziro van tu tri for fayv siks sevın eyt nayn o",
    "id": "ziro wan tu tri for faif siks seven eit nain o",
    "hi": "ज़ीरो वन टू थ्री फोर फाइव सिक्स सेवन एट नाइन ओ",
    "bn": "জিরো ওয়ান টু থ্রি ফোর ফাইভ সিক্স সেভেন এইট নাইন ও",
    "ta": "ஜீரோ ஒன் டூ த்ரீ ஃபோர் ஃபைவ் சிக்ஸ் செவன் எய்ட் நைன் ஓ",
    "ar": "زيرو وان تو ثري فور فايف سيكس سفن ايت ناين او",
    "fi": "siirou uan tuu trii foor faiv siks seven eit nain ou",
    "hu": "ziró van tú szrí for fájv szix szeven éjt nájn ó",
    "ro": "zirou uan tu tri for faiv sics seven eit nain ou",
}
ACCENT_WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "oh"]
