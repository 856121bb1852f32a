"""Which script a text is written in (ISO 15924), and in which direction it runs."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter

# Blocks of Unicode, each with its script, by their first code point; what lies between is Latin or of no script.
_BLOCKS = tuple(
    (int(first, 16), int(last, 16), script)
    for first, last, script in (
        entry.split()
        for entry in """0370 03ff Grek|0400 052f Cyrl|0530 058f Armn|0590 05ff Hebr|0600 06ff Arab|0700 074f Syrc|
        0750 077f Arab|0780 07bf Thaa|07c0 07ff Nkoo|08a0 08ff Arab|0900 097f Deva|0980 09ff Beng|0a00 0a7f Guru|
        0a80 0aff Gujr|0b00 0b7f Orya|0b80 0bff Taml|0c00 0c7f Telu|0c80 0cff Knda|0d00 0d7f Mlym|0d80 0dff Sinh|
        0e00 0e7f Thai|0e80 0eff Laoo|0f00 0fff Tibt|1000 109f Mymr|10a0 10ff Geor|1100 11ff Hang|1200 139f Ethi|
        13a0 13ff Cher|1780 17ff Khmr|1800 18af Mong|1c90 1cbf Geor|1f00 1fff Grek|2d30 2d7f Tfng|3040 30ff Kana|
        3130 318f Hang|31f0 31ff Kana|3400 4dbf Hani|4e00 9fff Hani|a000 a4cf Yiii|ac00 d7af Hang|f900 faff Hani|
        fb1d fb4f Hebr|fb50 fdff Arab|fe70 fefc Arab|ff66 ff9d Kana|10800 10fff Arab|1e900 1e95f Adlm|
        20000 3134f Hani""".replace("\n", "").split("|")
    )
)
_STARTS = [first for first, _, _ in _BLOCKS]
_RIGHT_TO_LEFT = frozenset("Arab Hebr Syrc Thaa Nkoo Adlm".split())
_SAMPLE = 400


def script(text: str) -> str:
    """Give the script of most of a text's letters: "Latn", "Arab", "Cyrl", …; "" where there is no letter.

    Japanese, which mixes three, is "Jpan"; Korean with Chinese characters among it is "Kore".
    """
    text = text[:_SAMPLE]
    if text.isascii():
        return "Latn" if any(map(str.isalpha, text)) else ""
    found = Counter(_script_of(char) for char in text if char.isalpha())
    if not found:
        return ""
    if found["Kana"] and found["Kana"] * 5 >= found["Hani"] + found["Kana"]:
        found["Jpan"] = found.pop("Kana") + found.pop("Hani", 0)
    if found["Hang"] and found["Hani"] and found["Hang"] >= found["Hani"]:
        found["Kore"] = found.pop("Hang") + found.pop("Hani")
    return max(found, key=lambda each: found[each])


def direction(its_script: str) -> str:
    """Give "rtl" for a script that runs from right to left, else "ltr"; "" for none."""
    return ("rtl" if its_script in _RIGHT_TO_LEFT else "ltr") if its_script else ""


def _script_of(char: str) -> str:
    code = ord(char)
    if code < 0x370:
        return "Latn"
    at = bisect_right(_STARTS, code) - 1
    _, last, name = _BLOCKS[at]
    return name if code <= last else "Latn"
