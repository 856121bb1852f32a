"""Polling a feed with feedparser, as its documentation shows (ETag, Last-Modified); one poll per line that comes in.

Entries are kept by their id, the newest stands.
"""

from __future__ import annotations

import json
import sys
from http.client import HTTPException
from typing import Any

import feedparser


def main() -> None:
    kept: dict[str, dict[str, Any]] = {}
    etag = modified = None
    for line in sys.stdin:
        try:
            parsed = feedparser.parse(f"{json.loads(line)['url']}/feed/", etag=etag, modified=modified)
        except (OSError, HTTPException) as fault:  # a connection that breaks off is raised, not told as `bozo`
            outcome = f"failed: {fault!r}"[:100]
            print(json.dumps({"outcome": outcome, "items": list(kept.values()), "changed": []}), flush=True)
            continue
        status = parsed.get("status", 0)
        outcome = (
            "ok"
            if status in {200, 304} and not parsed.bozo
            else f"failed: {status} {parsed.get('bozo_exception', '')}"[:100]
        )
        changed = []
        if status == 200:
            etag, modified = parsed.get("etag"), parsed.get("modified")
        for entry in parsed.entries:
            item = {
                "url": entry.link, "title": entry.title, "teaser": entry.get("summary", ""), "published": entry.published
            }  # fmt: skip
            if entry.id in kept and kept[entry.id] != item:
                changed.append(item["url"])
            kept[entry.id] = item
        print(json.dumps({"outcome": outcome, "items": list(kept.values()), "changed": changed}), flush=True)


if __name__ == "__main__":
    main()
