"""How completely was the source read? The inventory of a run, and its sentence for people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.model import Failure, Inventory, PartCount


def inventory_of(
    claims: Mapping[str, int],
    read: Mapping[str, int],
    distinct: int,
    pages: int,
    failures: Sequence[Failure],
    *,
    window: str = "",
    remarks: Sequence[str] = (),
) -> Inventory:
    """The inventory of a run: `claims` and `read` by part, `distinct` resources in all, `pages` read.

    Complete means: no page failed, every part gave as many items as the site claims for it, and the channel is no mere
    `window` on the site's newest items. `remarks` are what else was noticed, in words.
    """
    parts = tuple(PartCount(name, claims.get(name), read.get(name, 0)) for name in sorted({*claims, *read}) if name)
    claimed = sum(claims.values()) if claims else None
    met = claimed is None or distinct >= claimed
    return Inventory(
        claimed=claimed,
        read=distinct,
        pages_read=pages,
        pages_failed=tuple(dict.fromkeys(each.url for each in failures)),
        parts=parts,
        complete=met and not failures and not window and distinct > 0,
        statement="; ".join(
            [_statement(claimed, distinct, pages, parts, len(failures)), *filter(None, [window]), *remarks]
        ),
    )


def _statement(claimed: int | None, distinct: int, pages: int, parts: Sequence[PartCount], failed: int) -> str:
    resources = "resource" if distinct == 1 else "resources"
    if claimed is None:
        text = f"{distinct} {resources} on {pages} page{'' if pages == 1 else 's'}"
    else:
        text = f"{distinct} of {claimed} {resources if distinct == claimed else 'resources'}"
    if len(parts) > 1:
        each = ", ".join(f"{p.name} {p.read}" + (f" of {p.claimed}" if p.claimed is not None else "") for p in parts)
        text += f" ({each})"
    if failed:
        text += f"; {failed} page{'' if failed == 1 else 's'} could not be read"
    return text
