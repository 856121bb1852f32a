"""What the look-alike of WordPress shows: posts, and what goes wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone

ZONE = timezone(timedelta(hours=1))
INTERNAL = {"nav_menu_item": "menu-items", "wp_block": "blocks", "wp_template": "templates"}
TAXONOMIES = {  # name → (REST base, hierarchical, types)
    "category": ("categories", True, ("post",)),
    "post_tag": ("tags", False, ("post", "resource")),
    "resource_type": ("resource_type", True, ("resource",)),
    "region": ("region", False, ("resource",)),
}
TERM_FIELDS = {"category": "categories", "post_tag": "tags", "resource_type": "resource_type", "region": "region"}
BASES = {"post": "posts", "page": "pages", "resource": "resources", "attachment": "media"}


@dataclass(frozen=True, slots=True)
class LikePost:
    """One post. `title`, `excerpt`, `content` are as REST renders them; dates are site-local, "2024-05-01T10:00:00"."""

    id: int
    title: str
    type: str = "post"
    excerpt: str = "<p>A teaser.</p>\n"
    content: str = "<p>A body.</p>\n"
    date: str = "2024-05-01T10:00:00"
    modified: str = ""
    author: str = "Mirela Stoica"
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    resource_type: tuple[str, ...] = ()
    region: tuple[str, ...] = ()
    image: str = ""
    sticky: bool = False
    protected: bool = False
    slug: str = ""

    def terms(self, taxonomy: str) -> tuple[str, ...]:
        names: tuple[str, ...] = getattr(self, TERM_FIELDS[taxonomy])
        return names

    @property
    def path(self) -> str:
        return f"/{self.date[:4]}/{self.slug or f'item-{self.id}'}/"


@dataclass(slots=True)
class Faults:
    """What goes wrong. Names of collections are REST bases: "posts", "categories", "users"."""

    closed: bool = False  # 401 rest_not_logged_in on every REST route, as security plugins do
    closed_bases: set[str] = field(default_factory=set)  # 401 for these collections only
    html_for: set[str] = field(default_factory=set)  # `html_page` at 200 in place of these collections
    html_page: str = "<!doctype html><title>Just a moment</title><p>Checking your browser.</p>"
    fail_pages: dict[tuple[str, int], int] = field(default_factory=dict)  # (base, page) → status
    fail_times: int = -1  # how often fail_pages fail before they are well again; -1: always
    wrong_total: dict[str, int] = field(default_factory=dict)  # base → what X-WP-Total says
    total_off_by: int = 0  # … or by how much it is wrong, for every collection and query
    empty: set[str] = field(default_factory=set)  # `[]` at 200 for these
    no_total: bool = False  # X-WP-Total and X-WP-TotalPages left out, as some caches do
    no_advertisement: bool = False  # neither Link header nor <link rel="https://api.w.org/">
    plain_permalinks: bool = False  # /wp-json/ is 404, only ?rest_route= answers
    no_pages: bool = False  # every page for people but the home page is 404, as with permalinks that broke
    robots: str | None = None  # body of /robots.txt; None: 404


def sample_posts(count: int, kind: str = "post", first_id: int = 1) -> list[LikePost]:
    """`count` plain posts, an hour apart, some with terms: item n is titled "Item n &#8211; part &amp; parcel"."""
    start = datetime(2023, 1, 1, 8)  # noqa: DTZ001  site-local
    posts = []
    for n in range(first_id, first_id + count):
        terms = ("Guidance", "Law & Policy")[: 1 + n % 2]
        post = LikePost(
            id=n,
            title=f"Item {n} &#8211; part &amp; parcel",
            type=kind,
            excerpt=f"<p>Teaser of {n} &#8230; <a href='#'>Read more</a></p>\n",
            date=(start + timedelta(hours=n)).isoformat(),
            author=("Mirela Stoica", "Tadhg O'Brien")[n % 2],
            categories=terms if kind == "post" else (),
            resource_type=terms if kind == "resource" else (),
            tags=("Global",) if n % 3 == 0 else (),
        )
        posts.append(post)
    return posts
