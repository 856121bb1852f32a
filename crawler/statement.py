"""How completely was the source read? The inventory of a run, and its sentence for people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.model import Channel, Failure, Gap, Inventory, PartCount, SecondInventory


def inventory_of(
    claims: Mapping[str, int],
    read: Mapping[str, int],
    distinct: int,
    pages: int,
    failures: Sequence[Failure],
    *,
    window: str = "",
    remarks: Sequence[str] = (),
    channel: Channel = Channel.AUTO,
    second: SecondInventory | None = None,
) -> Inventory:
    """The inventory of a run: `claims` and `read` by part, `distinct` resources in all, `pages` read.

    Complete means: no page failed, every part gave as many items as the site claims for it, and the channel is no mere
    `window` on the site's newest items. `remarks` are what else was noticed, in words; `second`: what
    the site's sitemap says beside it.
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
            [
                _statement(_known_total(claimed, distinct, second), distinct, pages, parts, len(failures)),
                *filter(None, [window]),
                *remarks,
                *_beside(second, Channel.AUTO if failures else channel),
            ]
        ),
        second=second,
    )


def _known_total(claimed: int | None, distinct: int, second: SecondInventory | None) -> int | None:
    """How many resources there are: as the site claims; else what was read, and what its sitemap names beside it."""
    missed = sum(gap.count for gap in second.gaps) if second is not None else 0
    known = distinct >= second.covered if second is not None else False  # else only the news were read
    return distinct + missed if claimed is None and missed and known else claimed


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


# Gaps beyond these are counted together.
_TOLD = 4
_NOT_IN = {
    Channel.WORDPRESS: "not offered by REST",
    Channel.FEED: "not in the feed",
    Channel.LISTING: "in no listing",
}


def _beside(second: SecondInventory | None, channel: Channel) -> list[str]:
    """What the second inventory says, in words: "3 under /archive/ are in the sitemap and in no listing"."""
    if second is None or not second.kind:
        return []
    words = [_gap(gap, channel) for gap in second.gaps[:_TOLD]]
    if rest := second.gaps[_TOLD:]:
        words.append(f"{sum(gap.count for gap in rest)} more under {len(rest)} other parts of the site likewise")
    if not second.whole:
        words.append(f"the sitemap could not be read whole ({second.url})")
    return words


def _gap(gap: Gap, channel: Channel) -> str:
    """One gap; where pages failed, their items are among it, and the channel is not to blame."""
    path = "/" + gap.example.partition("://")[2].partition("/")[2]
    where = f"such as {path}" if gap.under == "/" else f"under {gap.under}"
    told = [f"sitemap part: {gap.part}"] if gap.part and gap.part not in gap.under else []
    told += [f"language: {gap.language}"] if gap.language else []
    note = f" ({', '.join(told)})" if told else ""
    verb = "is" if gap.count == 1 else "are"
    return f"{gap.count} {where}{note} {verb} in the sitemap and {_NOT_IN.get(channel, 'were not read')}"
