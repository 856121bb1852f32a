"""dlt's rest_api source on a WordPress site, one run per line that comes in; `benchmarks.timeline` talks to it.

`merge`: incremental by `modified_after`, merged by primary key; `scd2`: whole extracts, history kept (dlt's docs,
"Merge loading"). Retries do not wait, for the site's days are simulated; all else is dlt's default.
"""

from __future__ import annotations

import json
import logging
import os
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

os.environ.update(RUNTIME__REQUEST_BACKOFF_FACTOR="0", RUNTIME__DLTHUB_TELEMETRY="false")

import dlt
import duckdb
import tenacity.nap
from dlt.sources.rest_api import rest_api_source

logging.disable(logging.CRITICAL)
tenacity.nap.time = SimpleNamespace(
    sleep=lambda _: None
)  # what waits between tries, also for as long as Retry-After says


def source(url: str, way: str) -> Any:
    params: dict[str, Any] = {"per_page": 100, "orderby": "modified", "order": "asc"}
    if way == "merge":
        params["modified_after"] = {
            "type": "incremental",
            "cursor_path": "modified",
            "initial_value": "1970-01-02T00:00:00",
        }
        disposition: Any = "merge"
    else:
        disposition = {"disposition": "merge", "strategy": "scd2"}
    collection = {
        "primary_key": "id",
        "write_disposition": disposition,
        "max_table_nesting": 0,
        "endpoint": {"params": params, "paginator": "header_link"},
    }
    resources = [
        {"name": name, **collection, "endpoint": {**collection["endpoint"], "path": f"wp/v2/{name}"}}  # type: ignore[dict-item]
        for name in ("posts", "resources")
    ]
    return rest_api_source({"client": {"base_url": f"{url}/wp-json/"}, "resources": resources})  # type: ignore[typeddict-item]


def held(file: str, way: str, known: set[Any]) -> tuple[list[dict[str, Any]], list[int]]:
    """What the destination holds, and what was put in place of an earlier version by loads that are not `known` yet."""
    items: list[dict[str, Any]] = []
    changed: list[int] = []
    loads: set[Any] = {None}
    with duckdb.connect(file) as connection:
        for table in ("posts", "resources"):
            names = "id, link, title->>'rendered', excerpt->>'rendered', date, modified"
            validity = "_dlt_valid_from, _dlt_valid_to" if way == "scd2" else "NULL, NULL"
            try:
                rows = connection.execute(f"SELECT {names}, {validity} FROM site.{table} ORDER BY 7").fetchall()
            except duckdb.CatalogException:
                continue
            latest: dict[int, dict[str, Any]] = {}
            for number, link, title, excerpt, date, modified, begun, ended in rows:
                if begun not in known and number in latest:
                    changed.append(number)
                latest[number] = {
                    "id": number, "url": link, "title": title, "teaser": excerpt, "published": str(date),
                    "modified": str(modified), "gone": ended is not None,
                }  # fmt: skip
            items += latest.values()
            loads.update(row[6] for row in rows)
    known |= loads
    return items, changed


def main(way: str, folder: str) -> None:
    answers, sys.stdout = sys.stdout, sys.stderr
    file = f"{folder}/peer.duckdb"
    pipeline = dlt.pipeline(
        "timeline", destination=dlt.destinations.duckdb(file), dataset_name="site", pipelines_dir=f"{folder}/state"
    )
    known: set[Any] = {None}
    for line in sys.stdin:
        try:
            pipeline.run(source(json.loads(line)["url"], way))
            outcome = "ok"
        except Exception as error:  # noqa: BLE001 - whatever it says of its run
            outcome = f"failed: {str(error).splitlines()[0][:100]}"
            pipeline.drop_pending_packages()
        items, changed = held(file, way, known) if Path(file).exists() else ([], [])
        print(json.dumps({"outcome": outcome, "items": items, "changed": changed}), file=answers, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:3])
