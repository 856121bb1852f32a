"""When is an absent item gone? Only with its proof, and only few at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import DecisionKind, Known, Policy, Resource, State
from pipeline.removals import Answer, Proof, Site, Suspect, Verdict, cap, decide, prove, same_page

NOW = datetime(2026, 3, 1, tzinfo=UTC)
URL = "https://ngo.example/2026/water-report/"
MADE_UP = "https://ngo.example/2026/gleanery-asks-0123456789/"
LIVING = "https://ngo.example/2026/another-report/"
HOME = "https://ngo.example/"
LISTING = "https://ngo.example/resources/"
NOTHING = (
    "Our NGO Home About Contact Oops! Nothing was found at this location. Try a search? Search for: Imprint Privacy"
)
ARTICLE = (
    "Our NGO Home About Contact {} What the districts told us about their wells this year, and what we ask for. Imprint"
)


def known(number: int = 1, title: str = "Water report", misses: int = 2) -> Known:
    resource = Resource("ngo", URL.replace("water", f"water-{number}") if number > 1 else URL, title)
    return Known(f"ngo/{number:012x}", resource, "", State.MISSING, NOW, NOW, misses)


def answer(url: str = URL, status: int = 200, text: str = "", to: str = "", failure: str = "") -> Answer:
    return Answer(url, status, to or url, text, failure)


OTHER = known(2, "Another report")
NOT_FOUND = answer(MADE_UP, text=NOTHING)
HARD = Site(answer(MADE_UP, 404), answer(LIVING, text=ARTICLE.format("Another report")), (HOME, LISTING))
SOFT = Site(NOT_FOUND, answer(LIVING, text=ARTICLE.format("Another report")), (HOME, LISTING))
TO_HOME = Site(answer(MADE_UP, text="Home", to=HOME), HARD.living, (HOME, LISTING))
SHELL = Site(answer(MADE_UP, text="Loading the app"), answer(LIVING, text="Loading the app"), (HOME,))
ALL_GONE = Site(answer(MADE_UP, 404), answer(LIVING, 404), (HOME,))


@pytest.mark.parametrize(
    ("its_answer", "site", "verdict", "said"),
    [
        (answer(status=404), HARD, Verdict.GONE, "404 at its own address"),
        (answer(status=410), HARD, Verdict.GONE, "410 at its own address"),
        (answer(text="Home", to=HOME), HARD, Verdict.GONE, f"leads to {HOME}"),
        (answer(text="All resources", to="http://www.ngo.example/resources"), HARD, Verdict.GONE, "leads to"),
        (answer(text=NOTHING), SOFT, Verdict.GONE, "what is not found"),
        (answer(text="Home", to=HOME), TO_HOME, Verdict.GONE, "leads to"),
        (answer(text=ARTICLE.format("Water report")), HARD, Verdict.ALIVE, "still answers"),
        (answer(text=ARTICLE.format("Water report")), SOFT, Verdict.ALIVE, "still answers"),
        (answer(text=ARTICLE.format("Water report"), to=f"{URL}2/"), HARD, Verdict.ALIVE, "still answers"),
        (answer(text=ARTICLE.format("Other"), to=LIVING), replace(HARD, kept={LIVING: OTHER}), Verdict.GONE, OTHER.key),
        (answer(text=ARTICLE.format("It")), replace(HARD, kept={URL: known(2)}), Verdict.GONE, "is kept as"),
        (answer(text=ARTICLE.format("It")), replace(HARD, kept={URL: OTHER}), Verdict.ALIVE, "still answers"),
        (
            answer(text=ARTICLE.format("It"), to=LIVING),
            replace(HARD, kept={LIVING: known()}),
            Verdict.ALIVE,
            "still",
        ),
        (answer(text=f"{NOTHING} Water report"), SOFT, Verdict.ALIVE, "still answers"),
        (answer(status=500, failure="the site is broken"), HARD, Verdict.UNKNOWN, "the site is broken"),
        (answer(status=403, failure="refused"), HARD, Verdict.UNKNOWN, "refused"),
        (answer(status=429, failure="asked too often"), HARD, Verdict.UNKNOWN, "too often"),
        (answer(status=0, failure="no answer in time"), HARD, Verdict.UNKNOWN, "no answer in time"),
        # Where a living item answers as a missing one does, no answer proves anything.
        (answer(status=404), ALL_GONE, Verdict.UNKNOWN, "items that are there"),
        (answer(text="Loading the app"), SHELL, Verdict.UNKNOWN, "items that are there"),
        (answer(status=404), Site(None, None, ()), Verdict.GONE, "404"),
    ],
)
def test_what_an_answer_proves(its_answer: Answer, site: Site, verdict: Verdict, said: str) -> None:
    proof = prove(known(), its_answer, site)
    assert proof.verdict is verdict
    assert said in proof.reason


def test_a_page_that_repeats_the_address_is_the_same_page() -> None:
    one = answer("https://ngo.example/first-thing/", text=f"{NOTHING} You asked for first-thing")
    other = answer("https://ngo.example/second-thing/", text=f"{NOTHING} You asked for second-thing")
    assert same_page(one, other)
    assert not same_page(one, answer(text=ARTICLE.format("Water report")))


@pytest.mark.parametrize(
    ("present", "share", "most"), [(0, 0.05, 1), (3, 0.05, 1), (39, 0.05, 1), (40, 0.05, 2), (400, 0.05, 20), (9, 0, 1)]
)
def test_how_many_at_a_time(present: int, share: float, most: int) -> None:
    assert cap(present, Policy(removal_share=share)) == most


GONE, ALIVE, UNKNOWN = Proof(Verdict.GONE, "404"), Proof(Verdict.ALIVE, "200"), Proof(Verdict.UNKNOWN, "500")


def test_few_that_are_proved_are_gone_with_their_proof() -> None:
    decided = decide([Suspect(known(1)), Suspect(known(2))], {known(1).key: GONE, known(2).key: ALIVE}, 40, Policy())
    (gone,) = decided.gone
    assert (gone.kind, gone.key, gone.resource) == (DecisionKind.GONE, known(1).key, known(1).resource)
    assert gone.reason == "not in 2 complete runs; 404"
    assert decided.held == ()
    assert decided.found == {known(2).key: ALIVE}


def test_more_than_the_cap_are_held_also_those_that_were_not_asked() -> None:
    suspects = [Suspect(known(n)) for n in range(1, 5)]
    proofs = {known(1).key: GONE, known(2).key: ALIVE, known(3).key: UNKNOWN}
    decided = decide(suspects, proofs, 40, Policy())
    assert decided.gone == ()
    assert decided.held == (known(1).key, known(3).key, known(4).key)


def test_what_is_held_stays_held_and_does_not_stop_the_small_and_proved() -> None:
    held = [Suspect(known(n), held=True) for n in range(2, 30)]
    decided = decide(
        [Suspect(known(1)), *held], {each.known.key: GONE for each in held} | {known(1).key: GONE}, 40, Policy()
    )
    assert [each.key for each in decided.gone] == [known(1).key]
    assert len(decided.held) == 28


@given(
    st.lists(st.tuples(st.booleans(), st.booleans(), st.sampled_from([GONE, ALIVE, UNKNOWN, None])), max_size=60),
    st.integers(0, 1000),
    st.floats(0, 1),
)
def test_nothing_goes_without_proof_or_above_the_cap(
    drawn: list[tuple[bool, bool, Proof | None]], present: int, share: float
) -> None:
    suspects = [Suspect(known(n), held, answered and not held) for n, (held, answered, _) in enumerate(drawn, 1)]
    proofs = {known(n).key: proof for n, (_, _, proof) in enumerate(drawn, 1) if proof}
    policy = Policy(removal_share=share)
    decided = decide(suspects, proofs, present, policy)
    gone = {each.key for each in decided.gone}
    assert all(proofs[key] is GONE for key in gone)
    assert not gone & {each.known.key for each in suspects if each.held}
    assert not gone & set(decided.held)
    fresh = {each.known.key for each in suspects if not each.held and not each.answered}
    assert len(gone & fresh) <= cap(present, policy)
