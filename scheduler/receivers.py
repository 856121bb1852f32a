"""Who is told, and how: apprise's addresses (mail, Slack, Teams, webhooks, …), from the environment or a file.

They hold passwords and tokens: nothing here writes one anywhere, and apprise is kept from logging.
"""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from pipeline.errors import ConfigurationError
from storage.notices import Notice

# Addresses, with white space between them; or a file of apprise's own (text or YAML), which can give them tags.
ADDRESSES, FILE = "GLEANERY_NOTIFY", "GLEANERY_NOTIFY_FILE"


class Receivers:
    """Everybody who is told. Without any, notices are written down only."""

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        """Raises ConfigurationError for addresses that cannot be used, without showing them."""
        self._sender: Any = None
        addresses, file = environment.get(ADDRESSES, "").split(), environment.get(FILE, "")
        if addresses or file:
            with warnings.catch_warnings():  # of apprise's hundred plugins, some are older than this Python
                warnings.simplefilter("ignore")
                self._add(addresses, file)

    def _add(self, addresses: list[str], file: str) -> None:
        try:
            import apprise
        except ModuleNotFoundError:
            raise ConfigurationError(
                "Notifications need a package that is not installed.",
                advice="Install it with: pip install 'gleanery[notify]'",
            ) from None
        logging.getLogger("apprise").setLevel(logging.CRITICAL + 1)
        self._sender = apprise.Apprise()
        for number, each in enumerate(addresses, 1):
            if not self._sender.add(each):
                raise ConfigurationError(
                    f"{ADDRESSES}: address {number} ({each.partition('://')[0][:20]}://…) cannot be used.",
                    advice="Write it as apprise wants it: mailtos://…, json://…; `gleanery notify --test` tries it.",
                )
        if file:
            self._add_file(apprise, file)

    def _add_file(self, apprise: Any, file: str) -> None:
        if not Path(file).is_file():
            raise ConfigurationError(f"{FILE}: there is no file {file}", advice="Correct the path.")
        config = apprise.AppriseConfig(file)
        if not config.services():
            raise ConfigurationError(f"{FILE}: no address in {file} can be used.", advice="See apprise's own help.")
        self._sender.add(config)

    def __len__(self) -> int:
        return 0 if self._sender is None else len(self._sender)

    @property
    def shown(self) -> tuple[str, ...]:
        """The kinds of receivers, without anything that is in their addresses: "mailtos", "slack"."""
        return () if self._sender is None else tuple(sorted(_kind(each) for each in self._sender))

    def send(self, notice: Notice, *, well: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Tell all receivers of the notice's tag who have not had it; gives who has it by now, and whom it did not reach.

        The first are named by a digest, the second by kind. Where nobody has the tag, all are told: a notice must not
        vanish for a slip of the pen.
        """
        everybody = [] if self._sender is None else list(self._sender)
        meant = [each for each in everybody if notice.tag in {str(tag) for tag in each.tags}] or everybody
        done, failed = list(notice.done), []
        for each in meant:
            name = _digest(each)
            if name in done:
                continue
            kind = "success" if well else "warning"
            try:
                one = type(self._sender)()
                one.add(each)
                reached = one.notify(
                    body=notice.body or notice.title, title=notice.title, notify_type=kind, body_format="text"
                )
            except Exception:  # noqa: BLE001 - of a hundred services, each with faults of its own; its text may hold a secret
                reached = False
            if reached:
                done.append(name)
            else:
                failed.append(_kind(each))
        return tuple(done), tuple(failed)


def _digest(receiver: Any) -> str:
    """A receiver's name for our table: made of its address without the secrets in it."""
    return sha256(str(receiver.url(privacy=True)).encode()).hexdigest()[:12]


def _kind(receiver: Any) -> str:
    """The scheme of a receiver's address."""
    protocol = (receiver.secure and receiver.secure_protocol) or receiver.protocol or receiver.secure_protocol or "?"
    return str(protocol if isinstance(protocol, str) else next(iter(protocol)))
