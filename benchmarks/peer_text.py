"""trafilatura and html2text on fragments: a JSON list of texts on standard input, the texts of each and its time back.

Run by `benchmarks.text` in an environment of its own (`make peers`). Each is used as its documentation shows for text
without markup; `extract` is trafilatura's reader of articles, which a fragment may be too short for.
"""

import json
import sys
import time

import html2text
import trafilatura


def with_html2text(fragment: str) -> str:
    reader = html2text.HTML2Text(bodywidth=0)
    reader.ignore_links = reader.ignore_images = reader.ignore_emphasis = reader.unicode_snob = True
    return reader.handle(fragment)


def with_extract(fragment: str) -> str:
    page = f"<html><body><article>{fragment}</article></body></html>"
    return trafilatura.extract(page, include_comments=False, include_tables=True, favor_recall=True) or ""


def with_html2txt(fragment: str) -> str:
    return trafilatura.html2txt(f"<html><body>{fragment}</body></html>")


READERS = {"html2text": with_html2text, "trafilatura html2txt": with_html2txt, "trafilatura extract": with_extract}


def sound(reader: object, fragment: str) -> str:
    """What a reader gives; nothing where it fails, as on halves of surrogate pairs."""
    try:
        return reader(fragment)  # type: ignore[operator]
    except (ValueError, TypeError, UnicodeError):
        return ""


def main() -> None:
    fragments = json.load(sys.stdin)
    answers = {}
    for name, reader in READERS.items():
        sound(reader, fragments[0])
        start = time.process_time()
        texts = [sound(reader, fragment) for fragment in fragments]
        answers[name] = {"texts": texts, "seconds": time.process_time() - start}
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main()
