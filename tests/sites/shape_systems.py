"""Drupal, Ghost, Discourse and OAI-PMH as the shapes' sites answer: in the forms of their own documentation."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from tests.sites.loopback import Answer
from tests.sites.shape_pages import Route
from tests.sites.works import Work

# -- Drupal JSON:API -----------------------------------------------------------------------------------------------------

DRUPAL_HEAD = (
    '<meta name="Generator" content="Drupal 10 (https://www.drupal.org)">'
    '<script type="application/json" data-drupal-selector="drupal-settings-json">{"path":{"baseUrl":"/"}}</script>'
)
_JSON_API = "application/vnd.api+json"


def drupal(url: str, nodes: Mapping[str, Sequence[Work]], *, size: int = 50, log: list[str] | None = None) -> Route:
    """`/jsonapi` with node types and much that is none; a page holds at most `size` of them. `log` gets each path asked."""

    def route(path: str, query: dict[str, str]) -> Answer | None:
        if not path.startswith("/jsonapi"):
            return None
        if log is not None:
            log.append(f"{path} status={query.get('filter[status]')}")
        if path == "/jsonapi":
            return Answer(json.dumps(_index(url, nodes)), type=_JSON_API)
        kind = path.rpartition("/")[2]
        if not path.startswith("/jsonapi/node/") or kind not in nodes:
            return Answer(json.dumps({"jsonapi": {}, "errors": [{"status": "404"}]}), status=404, type=_JSON_API)
        return Answer(json.dumps(_nodes(url, kind, nodes[kind], query, size)), type=_JSON_API)

    return route


def _index(url: str, nodes: Mapping[str, Sequence[Work]]) -> dict[str, Any]:
    names = [
        "block--block",
        "comment--comment",
        "file--file",
        "menu--menu",
        "taxonomy_term--tags",
        "user--user",
        "webform--webform",
    ]
    links = {name: {"href": f"{url}/jsonapi/{name.replace('--', '/')}"} for name in names}
    links |= {f"node--{kind}": {"href": f"{url}/jsonapi/node/{kind}"} for kind in nodes}
    return {
        "jsonapi": {"version": "1.0"},
        "data": [],
        "meta": {},
        "links": links | {"self": {"href": f"{url}/jsonapi"}},
    }


def _nodes(url: str, kind: str, works: Sequence[Work], query: dict[str, str], size: int) -> dict[str, Any]:
    start, size = int(query.get("page[offset]", 0)), min(size, int(query.get("page[limit]", 50)))
    ordered = sorted(works, key=lambda w: w.number, reverse=query.get("sort", "").startswith("-"))
    shown = ordered[start : start + size]
    include = query.get("include", "").split(",")
    links = {"self": {"href": f"{url}/jsonapi/node/{kind}"}}
    if start + size < len(works):
        rest = "&".join(f"{name}={value}" for name, value in {**query, "page[offset]": str(start + size)}.items())
        links["next"] = {"href": f"{url}/jsonapi/node/{kind}?{rest}".replace("[", "%5B").replace("]", "%5D")}
    brought = [thing for w in shown for thing in _brought(w, include)]
    unique = {(each["type"], each["id"]): each for each in brought}
    answer: dict[str, Any] = {"jsonapi": {"version": "1.0"}, "data": [_node(kind, w) for w in shown], "links": links}
    return answer | ({"included": [*unique.values()]} if unique else {})


def _node(kind: str, w: Work) -> dict[str, Any]:
    return {
        "type": f"node--{kind}",
        "id": f"00000000-0000-4000-8000-{w.number:012}",
        "attributes": {
            "drupal_internal__nid": w.number,
            "langcode": "en",
            "status": True,
            "title": w.title,
            "created": w.stamp,
            "changed": w.stamp,
            "default_langcode": True,
            "path": {"alias": w.path.rstrip("/"), "pid": w.number, "langcode": "en"},
            "body": {
                "value": f"<p>{escape(w.teaser)}</p>",
                "format": "basic_html",
                "processed": f"<p>{escape(w.teaser)}</p>",
                "summary": escape(w.teaser),
            },
        },
        "relationships": {
            "node_type": {"data": {"type": "node_type--node_type", "id": kind}},
            "uid": {"data": {"type": "user--user", "id": f"u-{w.author}"}},
            "field_type": {"data": {"type": "taxonomy_term--resource_type", "id": w.category}},
            "field_tags": {"data": [{"type": "taxonomy_term--tags", "id": each} for each in w.tags]},
            "field_file": {"data": [{"type": "media--document", "id": f"m-{w.number}", "meta": {}}]},
        },
    }


def _brought(w: Work, include: Sequence[str]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    if "uid" in include:
        found.append({"type": "user--user", "id": f"u-{w.author}", "attributes": {"display_name": w.author}})
    if "field_type" in include:
        found.append({"type": "taxonomy_term--resource_type", "id": w.category, "attributes": {"name": w.category}})
    if "field_tags" in include:
        found += [{"type": "taxonomy_term--tags", "id": each, "attributes": {"name": each}} for each in w.tags]
    if "field_file" in include or "field_file.field_media_document" in include:
        target = {"data": {"type": "file--file", "id": f"f-{w.number}"}}
        found.append(
            {
                "type": "media--document",
                "id": f"m-{w.number}",
                "attributes": {"name": "x"},
                "relationships": {"field_media_document": target, "thumbnail": target},
            }
        )
    if "field_file.field_media_document" in include:
        uri = {"value": f"public:/{w.file}", "url": w.file}
        found.append(
            {
                "type": "file--file",
                "id": f"f-{w.number}",
                "attributes": {"filename": w.file[7:], "uri": uri, "filemime": "application/pdf"},
            }
        )
    return found


# -- Ghost Content API ---------------------------------------------------------------------------------------------------

GHOST_KEY = "22444f78447824223cefc48062"


def ghost_head(url: str, *, key: str = GHOST_KEY) -> str:
    search = f'<script defer src="https://cdn.jsdelivr.net/ghost/portal@~2/umd/portal.min.js" data-ghost="{url}/" data-key="{key}" data-api="{url}/ghost/api/content/"></script>'
    return '<meta name="generator" content="Ghost 6.0">' + (search if key else "")


def ghost(url: str, works: Sequence[Work]) -> Route:
    def route(path: str, query: dict[str, str]) -> Answer | None:
        if path != "/ghost/api/content/posts/":
            return None
        if query.get("key") != GHOST_KEY:
            error = {"errors": [{"message": "Unknown Content API Key", "type": "UnauthorizedError"}]}
            return Answer(json.dumps(error), status=401, type="application/json")
        size, number = min(100, int(query.get("limit", 15))), int(query.get("page", 1))
        ordered = sorted(works, key=lambda w: w.published)
        pages = -(-len(works) // size)
        posts = [_post(url, w) for w in ordered[(number - 1) * size : number * size]]
        pagination = {
            "page": number,
            "limit": size,
            "pages": pages,
            "total": len(works),
            "next": number + 1 if number < pages else None,
            "prev": None,
        }
        return Answer(
            json.dumps({"posts": posts, "meta": {"pagination": pagination}}), type="application/json; charset=utf-8"
        )

    return route


def _post(url: str, w: Work) -> dict[str, Any]:
    names = (w.category, *w.tags)
    return {
        "id": f"{w.number:024x}",
        "uuid": f"00000000-0000-4000-8000-{w.number:012}",
        "title": w.title,
        "slug": w.path.strip("/"),
        "html": f'<p>{escape(w.teaser)}</p><p><a href="{url}{w.file}">The report</a></p>',
        "feature_image": None,
        "visibility": "public",
        "created_at": w.stamp,
        "updated_at": w.stamp,
        "published_at": w.published.isoformat(timespec="milliseconds"),
        "custom_excerpt": None,
        "excerpt": w.teaser,
        "url": url + w.path,
        "tags": [{"id": each, "name": each, "slug": each.lower(), "visibility": "public"} for each in names]
        + [{"id": "h", "name": "#hidden", "visibility": "internal"}],
        "authors": [{"id": "1", "name": w.author, "slug": "x"}],
    }


# -- Discourse -----------------------------------------------------------------------------------------------------------

DISCOURSE_HEAD = '<meta name="generator" content="Discourse 3.5.0 - https://github.com/discourse/discourse version 1f2e"><meta id="data-discourse-setup" data-base-uri="">'


def discourse(works: Sequence[Work], *, size: int = 30) -> Route:
    """Topics of `works`; their paths are `/t/slug/number`. A pinned one stands first on every page."""
    categories = sorted({w.category for w in works})
    people = sorted({w.author for w in works})

    def route(path: str, query: dict[str, str]) -> Answer | None:
        if path == "/site.json":
            named = [{"id": n + 5, "name": name, "slug": name.lower()} for n, name in enumerate(categories)]
            return Answer(json.dumps({"categories": named, "top_tags": []}), type="application/json")
        if path == "/latest.json":
            chosen = list(works)
        elif path.startswith("/c/") and path.endswith("/l/latest.json"):
            name = categories[int(path.split("/")[3]) - 5]
            chosen = [w for w in works if w.category == name]
        else:
            return None
        number = int(query.get("page", 0))
        shown = chosen[number * size : (number + 1) * size]
        topics = [
            _topic(w, categories.index(w.category) + 5, people.index(w.author) + 9)
            for w in ([*chosen[-1:], *shown] if number == 0 else shown)
        ]
        listed: dict[str, Any] = {"can_create_topic": False, "per_page": size, "topics": topics}
        if (number + 1) * size < len(chosen):
            listed["more_topics_url"] = f"/latest?no_definitions=true&page={number + 1}"
        users = [{"id": n + 9, "username": name.split()[0].lower(), "name": name} for n, name in enumerate(people)]
        return Answer(json.dumps({"users": users, "topic_list": listed}), type="application/json; charset=utf-8")

    return route


def _topic(w: Work, category: int, author: int) -> dict[str, Any]:
    return {
        "id": w.number,
        "title": w.title,
        "fancy_title": escape(w.title),
        "slug": w.path.strip("/").split("/")[1],
        "posts_count": 3,
        "created_at": w.published.isoformat(timespec="milliseconds"),
        "bumped_at": "2026-02-01T00:00:00.000Z",
        "archetype": "regular",
        "visible": True,
        "excerpt": escape(w.teaser),
        "tags": [{"id": n, "name": each, "slug": each.lower()} for n, each in enumerate(w.tags)],
        "category_id": category,
        "posters": [{"user_id": author, "description": "Original Poster, Most Recent Poster"}],
        "image_url": None,
    }


# -- OAI-PMH -------------------------------------------------------------------------------------------------------------

_HEAD = '<?xml version="1.0" encoding="UTF-8"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-03-01T06:00:00Z</responseDate><request>x</request>'


def oai(
    url: str, works: Sequence[Work], *, at: str = "/oai/request", size: int = 0, deleted: int = 0, hold: bool = False
) -> Route:
    """`size` records a page by resumption tokens (0: all at once), `deleted` more that are gone. `hold`: 503 the first time."""
    waits = [1 if hold else 0]

    def route(path: str, query: dict[str, str]) -> Answer | None:
        if path != at:
            return None
        verb = query.get("verb")
        if verb == "ListSets":
            named = "".join(
                f"<set><setSpec>col_{n}</setSpec><setName>{name}</setName></set>" for n, name in enumerate(SETS)
            )
            return _xml(f"<ListSets>{named}</ListSets>")
        if verb != "ListRecords":
            return _xml('<error code="badVerb">No</error>')
        if waits[0] and "resumptionToken" in query:
            waits[0] -= 1
            return Answer("Busy", status=503, headers={"Retry-After": "1"})
        token = query.get("resumptionToken")
        if token is not None and (len(query) > 2 or not token.startswith("t/")):
            return _xml('<error code="badResumptionToken">Expired</error>')
        start = int(token[2:]) if token else 0
        records = [*(_record(url, w) for w in works), *(_deleted(n) for n in range(deleted))]
        shown = records[start : start + size] if size else records
        more = ""
        if size:
            following = f"t/{start + size}" if start + size < len(records) else ""
            more = f'<resumptionToken completeListSize="{len(records)}" cursor="{start}">{following}</resumptionToken>'
        return _xml(f"<ListRecords>{''.join(shown)}{more}</ListRecords>")

    return route


SETS = ("Reports", "Briefs")


def _xml(body: str) -> Answer:
    return Answer(f"{_HEAD}{body}</OAI-PMH>", type="text/xml; charset=UTF-8")


def _deleted(n: int) -> str:
    return f'<record><header status="deleted"><identifier>oai:field:gone-{n}</identifier><datestamp>2025-01-01</datestamp></header></record>'


def _record(url: str, w: Work) -> str:
    day = w.stamp[:10]
    return (
        f"<record><header><identifier>oai:field:{w.number}</identifier><datestamp>2025-12-01T00:00:00Z</datestamp><setSpec>col_0</setSpec></header>"
        '<metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(w.title)}</dc:title><dc:creator>{w.author}</dc:creator>"
        + "".join(f"<dc:subject>{each}</dc:subject>" for each in w.tags)
        + f"<dc:description>{escape(w.teaser)}</dc:description><dc:date>2026-01-05T10:00:00Z</dc:date><dc:date>{day}</dc:date><dc:type>{w.category}</dc:type>"
        f"<dc:identifier>{url}{w.path}</dc:identifier><dc:relation>{url}{w.file}</dc:relation><dc:language>eng</dc:language></oai_dc:dc></metadata></record>"
    )
