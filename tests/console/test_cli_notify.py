"""`gleanery notify --test` tells everybody, over real wires on loopback, and says whom it did not reach."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.console.conftest import Cli
from tests.sites.receivers import SECRET, addresses, mail_server, webhook

TITLE = "Gleanery: a test"


def test_everybody_is_told_that_this_is_a_test(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    with mail_server() as mail, webhook() as hook:
        monkeypatch.setenv("GLEANERY_NOTIFY", addresses(mail, hook)["GLEANERY_NOTIFY"])
        ended = cli("notify", "--test")
    assert (ended.code, ended.out, ended.err.strip()) == (0, "", "2 told")
    assert mail.subjects() == [TITLE]
    assert "notices reach you" in mail.bodies()[0]
    assert [(each["title"], each["message"]) for each in hook.posts] == [(TITLE, mail.bodies()[0].strip())]
    assert not Path("gleanery.db").exists()  # a test is nothing to be remembered


def test_whom_the_test_did_not_reach_is_named_without_the_secret(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    with mail_server() as mail, webhook() as hook:
        monkeypatch.setenv("GLEANERY_NOTIFY", addresses(mail, hook)["GLEANERY_NOTIFY"])
        mail.refuses, hook.status = True, 500
        both = cli("notify", "--test")
        hook.status = 200
        one = cli("notify", "--test")
    assert (both.code, one.code) == (3, 3)
    assert "not reached: mailto, json" in both.err
    assert "not reached: mailto\n" in one.err
    assert len(hook.posts) == 1
    assert SECRET not in both.err + one.err


def test_nobody_to_tell_is_said(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GLEANERY_NOTIFY", raising=False)
    monkeypatch.delenv("GLEANERY_NOTIFY_FILE", raising=False)
    ended = cli("notify", "--test")
    assert ended.code == 4
    assert "There is nobody to tell." in ended.err
    assert "GLEANERY_NOTIFY" in ended.err
