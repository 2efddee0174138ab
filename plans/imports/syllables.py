"""Is a word spelled as Vietnamese is? Initial, rime and tone must fit; used to tell old encodings from Unicode."""

import re
import unicodedata
from functools import lru_cache

from tracker.vietnamese import TONES

INITIALS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
ENDINGS = (
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu "
    "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeo oet oi om on ong "
    "oong ooc op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung "
    "uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uynh uyp uyt uyu ư ưa ưc ưi ưng ưt ươc ươi ươm ươn "
    "ương ươp ươt ươu ưu y ych ynh yêm yên yêng yêt yêu yt"
)
ONSETS, RIMES = {"", *INITIALS.split()}, set(ENDINGS.split())
STOPPED = re.compile(r"(p|t|c|ch)$")
CLOSED_TONES = {TONES[4], TONES[5]}  # a syllable ending in p, t, c, ch is sharp or heavy


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Whether the word could stand in a Vietnamese text; "thành" could, "thµnh" and "Néi" could not."""
    letters = unicodedata.normalize("NFD", word.lower())
    tones = [mark for mark in letters if mark in TONES[1:]]
    base = unicodedata.normalize("NFC", "".join(letter for letter in letters if letter not in TONES[1:]))
    rime = next((base[cut:] for cut in (3, 2, 1, 0) if base[:cut] in ONSETS and base[cut:] in RIMES), None)
    return rime is not None and len(tones) <= 1 and _tone_fits(rime, tones)


def _tone_fits(rime: str, tones: list[str]) -> bool:
    return not STOPPED.search(rime) or bool(tones and tones[0] in CLOSED_TONES)
