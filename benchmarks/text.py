"""Golden titles and teasers: how many come out exactly, ours and the peers', in one run; and true phrases harmed.

    python -m benchmarks.text

The peers (trafilatura, html2text) turn markup into text and do not claim to know what a CMS adds; so the cases without
any such noise, where only markup and characters are to be read, are counted apart. White space does not count for them.
"""

from __future__ import annotations

import json
import subprocess
import time
from pathlib import Path
from typing import Any

from pipeline.noise import clean_teaser, clean_title, is_label
from pipeline.terms import clean_terms
from pipeline.text import to_text
from tests.pipeline.golden import Case, cases, names

HERE = Path(__file__).parent
PEERS_PYTHON = HERE.parent / ".venv-peers" / "bin" / "python"
PHRASES = HERE.parent / "tests" / "cases" / "noise" / "true_phrases.txt"


def kept(case: Case) -> tuple[str, bool]:
    """What our cleaners keep of a title or teaser, and whether it is marked as cut."""
    if case.kind == "title":
        return clean_title(case.raw, site_name=case.beside), case.expected.endswith("…")
    return clean_teaser(case.raw, title=case.beside)


def one_line(text: str) -> str:
    return " ".join(text.split())


def report(name: str, right: list[bool], plain: list[bool], seconds: float) -> None:
    share = sum(right) / len(right)
    alone = [hit for hit, only_markup in zip(right, plain, strict=True) if only_markup]
    print(
        f"{name:21} {sum(right):4} of {len(right)} exact ({share:.3f}); without CMS noise {sum(alone)} of {len(alone)}; "
        f"{1e6 * seconds / len(right):6.0f} µs each"
    )


def peers(fragments: list[str]) -> dict[str, Any]:
    if not PEERS_PYTHON.exists():
        print("the peers are not installed: make peers")
        return {}
    ended = subprocess.run(
        [str(PEERS_PYTHON), "-W", "ignore", str(HERE / "peer_text.py")],
        input=json.dumps(fragments), capture_output=True, text=True, check=True,
    )  # fmt: skip
    answers: dict[str, Any] = json.loads(ended.stdout)
    return answers


def main() -> None:
    every = list(cases())
    texts = [case for case in every if case.kind != "terms"]
    terms = [case for case in every if case.kind == "terms"]
    # What is left to do where the characters and the markup are read rightly is CMS noise.
    plain = [to_text(case.raw) == case.expected for case in texts]
    start = time.process_time()
    found = [kept(case) for case in texts]
    seconds = time.process_time() - start
    right = [
        text == case.expected and cut == case.expected.endswith("…")
        for case, (text, cut) in zip(texts, found, strict=True)
    ]
    report("ours", right, plain, seconds)
    for name, answer in peers([case.raw for case in texts]).items():
        hits = [one_line(text) == one_line(case.expected) for case, text in zip(texts, answer["texts"], strict=True)]
        report(name, hits, plain, answer["seconds"])
    good = sum(list(clean_terms(names(case.raw))) == names(case.expected) for case in terms)
    print(f"terms: {good} of {len(terms)} lists exact; all golden cases: {(sum(right) + good) / len(every):.4f} exact")
    phrases = [line for line in PHRASES.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    harmed = [
        phrase
        for phrase in phrases
        if clean_title(escaped(phrase)) != phrase
        or (not is_label(phrase) and clean_teaser(escaped(phrase)) != (phrase, False))
    ]
    print(f"true phrases that look like noise: {len(harmed)} of {len(phrases)} harmed {harmed or ''}")


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


if __name__ == "__main__":
    main()
