"""A page that is empty until its scripts have run: they ask for its items, and for more when a button is pressed."""

from __future__ import annotations

import json

from tests.sites.loopback import Answer, Handler
from tests.sites.shape_pages import articles, page, routed
from tests.sites.works import Work, works

SIZE = 12
SCRIPT = """
const list = document.createElement("div");
document.getElementById("app").append(list);
const button = document.createElement("button");
button.textContent = "Load more";
let page = 0;
async function more() {
  page += 1;
  const answer = await fetch("/api/items?page=" + page, {headers: {"X-Requested-With": "XMLHttpRequest"}});
  const {items, last} = await answer.json();
  for (const item of items) {
    const card = document.createElement("article");
    card.className = "card";
    card.innerHTML = `<h2><a></a></h2><p class="meta"><time></time> by <span class="author"></span></p><p class="summary"></p>`;
    card.querySelector("a").href = item.path;
    card.querySelector("a").textContent = item.title;
    card.querySelector("time").dateTime = item.published;
    card.querySelector("time").textContent = item.day;
    card.querySelector(".author").textContent = item.author;
    card.querySelector(".summary").textContent = item.teaser;
    list.append(card);
  }
  if (last) button.remove(); else document.getElementById("app").append(button);
}
button.onclick = more;
more();
"""


def app(_: str, items: tuple[Work, ...] = tuple(works(34))) -> Handler:
    """The page at `/app/`, its script and its data."""
    shell = page("Resources", '<div id="app"></div>', head='<script src="/static/app.js" defer></script>')

    def route(path: str, query: dict[str, str]) -> Answer | None:
        if path == "/app/":
            return shell
        if path == "/static/app.js":
            return Answer(SCRIPT, type="text/javascript")
        if path != "/api/items":
            return None
        number = int(query.get("page", 1))
        shown = items[(number - 1) * SIZE : number * SIZE]
        data = {"items": [_item(w) for w in shown], "last": number * SIZE >= len(items)}
        return Answer(json.dumps(data), type="application/json")

    return routed(route, articles(items))


def _item(w: Work) -> dict[str, str]:
    return {
        "path": w.path,
        "title": w.title,
        "published": w.stamp,
        "day": f"{w.published:%-d %B %Y}",
        "author": w.author,
        "teaser": w.teaser,
    }
