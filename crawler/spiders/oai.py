"""A repository by OAI-PMH: ListRecords in Dublin Core, by resumption tokens to the end (protocol 2.0, section 3.5)."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any

from scrapy.http import Request, Response

from crawler.faults import from_page
from crawler.items import ReadPage
from crawler.oai import PREFIX, RecordList, base_of, read_records, read_sets, request_url
from crawler.spiders.base import HarvestSpider
from pipeline.model import JSON, Channel, Failure, OutcomeKind

# So many pages of sets' names are read: they are a help, not the matter.
MOST_SETS = 20


class OaiSpider(HarvestSpider):
    """Reads all records of a repository, or of the set that the source's address names (`?set=…`)."""

    name = "oai"
    channel = Channel.OAI

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._sets: dict[str, str] = {}
        self._tokens: set[str] = set()
        self._set_tokens: set[str] = set()
        self._deleted = 0
        self._begun_anew = False

    @property
    def base(self) -> str:
        return base_of(self.plan.entry_url)

    def first_requests(self) -> list[Request]:
        return [self._ask_sets(request_url(self.base, "ListSets"))]

    def _ask_sets(self, url: str) -> Request:
        request = self.ask(url, self.parse_sets)
        return request.replace(meta={**request.meta, "handle_httpstatus_list": [503]})

    async def parse_sets(self, response: Response) -> AsyncIterator[Any]:
        """Names of sets become categories. A repository without sets, or that does not name them, is as good."""
        names, token = read_sets(response.body) if response.status == 200 else ({}, "")
        self._sets |= names
        if token and token not in self._set_tokens and len(self._set_tokens) < MOST_SETS:
            self._set_tokens.add(token)
            yield self._ask_sets(request_url(self.base, "ListSets", resumptionToken=token))
            return
        checkpoint = self.harvest.ledger.checkpoint
        if self.harvest.ledger.resumed and isinstance(checkpoint, dict):
            deleted = checkpoint.get("deleted")
            self._deleted = deleted if isinstance(deleted, int) else 0
            if token := str(checkpoint.get("token") or ""):
                yield self._list(token)
        else:
            yield self._list("")

    def _list(self, token: str) -> Request:
        if token:
            return self.ask(request_url(self.base, "ListRecords", resumptionToken=token), self.parse_records)
        return self.ask(request_url(self.base, "ListRecords", metadataPrefix=PREFIX), self.parse_records)

    async def parse_records(self, response: Response) -> AsyncIterator[Any]:
        answer = read_records(response.body, self.base, self._sets)
        if answer is None:
            self.harvest.fail(from_page(response.url, response.body, "an answer of OAI-PMH (XML)"))
            return
        for each in self._parsed(response, answer):
            yield each

    def _parsed(self, response: Response, answer: RecordList) -> Iterator[Any]:
        if answer.errors:
            yield from self._refused(response, answer)
            return
        self._deleted += answer.deleted
        if answer.total is not None:  # the list's size counts the deleted ones too
            self.harvest.claim("", answer.total - self._deleted)
        following = "" if answer.token in self._tokens else answer.token
        self._tokens.add(following)
        checkpoint: JSON = {"token": following, "deleted": self._deleted}
        yield ReadPage(response.url, self.observed(response, answer.items), checkpoint=checkpoint)
        if not answer.whole:
            self.harvest.fail(
                Failure(response.url, OutcomeKind.PARTIAL, "the list of records breaks off before its end")
            )
            return
        self.stop_if_satisfied()
        if following:
            yield self._list(following)
        elif answer.token:
            self.harvest.fail(
                Failure(response.url, OutcomeKind.PARTIAL, "the repository leads on to what was read already")
            )

    def _refused(self, response: Response, answer: RecordList) -> Iterator[Any]:
        """`noRecordsMatch` is an empty list. A token that has run out: the list is read anew from its start, once."""
        if "noRecordsMatch" in answer.errors:
            return
        if "badResumptionToken" in answer.errors and not self._begun_anew:
            self._begun_anew, self._deleted, self._tokens = True, 0, set()
            yield self._list("")
            return
        code, text = next(iter(answer.errors.items()))
        self.harvest.fail(
            Failure(response.url, OutcomeKind.PARTIAL, f"the repository answers {code}: {text}".rstrip(": "))
        )
