"""Terms that only WordPress's classes on a record tell: named where the page shows the name behind the slug."""

from __future__ import annotations

import pytest

from crawler.listing.post_classes import slug_of
from crawler.listing.reader import read_listing

MENU = '<nav><a href="/category/safe-water/">Safe Water</a> <a href="/tag/sahel/">Sahel (12)</a></nav>'


def page(classes: str, inside: str = "", menu: str = MENU) -> str:
    records = "".join(
        f'<article class="post-{n} post type-post hentry {classes}"><h2><a href="/a-{n}/">Title of the record {n}</a></h2>'
        f"{inside}<p>What the record number {n} tells its readers in one whole sentence.</p></article>"
        for n in range(100, 106)
    )
    return f"<html><body>{menu}<main>{records}</main></body></html>"


@pytest.mark.parametrize(
    ("classes", "inside", "menu", "categories", "tags"),
    [
        ("category-safe-water tag-sahel", "", MENU, ("Safe Water",), ("Sahel",)),
        ("category-safe-water category-nowhere", "", MENU, ("Safe Water",), None),
        ("category-safe-water", "", "", None, None),
        ("category-ecole", "<span>École</span>", "", ("École",), None),
        ("category-safe-water", '<a rel="category tag" href="/category/floods/">Floods</a>', MENU, ("Floods",), None),
        ("category-safe-water category-12", "", MENU, ("Safe Water",), None),
    ],
    ids=["by the menu", "one unknown", "no name", "in the record", "links win", "numbers are no slugs"],
)
def test_terms_of_classes(
    classes: str, inside: str, menu: str, categories: tuple[str, ...] | None, tags: tuple[str, ...] | None
) -> None:
    reading = read_listing(page(classes, inside, menu), "https://w.example/")
    assert len(reading.records) == 6
    assert {record.categories for record in reading.records} == {categories}
    assert {record.tags for record in reading.records} == {tags}


@pytest.mark.parametrize(
    ("name", "slug"),
    [("Safe Water", "safe-water"), ("Éducation & santé", "education-sante"), ("Women’s rights", "womens-rights")],
)
def test_slugs(name: str, slug: str) -> None:
    assert slug_of(name) == slug
