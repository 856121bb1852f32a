"""Small feeds of all forms and faults, each entry as the clean resource that the channel makes of it.

Reduced cases of our own, after the specifications (RSS 0.9x to 2.0, RSS 1.0, Atom 0.3 and 1.0, Dublin Core, Media RSS,
JSON Feed). `python -m benchmarks.feeds` runs feedparser's own suite, two thousand files, through the same channel.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from crawler.feed import origins_of, read_feed
from pipeline.model import Channel, Observation, Resource
from pipeline.normalize import normalize

URL = "https://w.example/feed.xml"
NOW = datetime(2026, 3, 1, tzinfo=UTC)
NS = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom" '
    'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"'
)
LINK = "<link>https://w.example/a/</link>"


def rss(item: str, version: str = "2.0", channel: str = "") -> str:
    return f'<?xml version="1.0"?><rss version="{version}" {NS}><channel><title>W</title>{channel}<item>{item}</item></channel></rss>'


def atom(entry: str, more: str = "") -> str:
    return f'<feed xmlns="http://www.w3.org/2005/Atom" {more}><title>W</title><entry><link href="https://w.example/a/"/>{entry}</entry></feed>'


def rdf(item: str) -> str:
    return (
        f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" {NS}><channel rdf:about="https://w.example/">'
        f'<title>W</title></channel><item rdf:about="https://w.example/a/">{LINK}{item}</item></rdf:RDF>'
    )


def json_feed(**item: Any) -> str:
    return json.dumps(
        {
            "version": "https://jsonfeed.org/version/1",
            "title": "W",
            "items": [{"id": "1", "url": "https://w.example/a/", **item}],
        }
    )


def clean(body: str | bytes, content_type: str = "") -> Resource:
    data = body.encode() if isinstance(body, str) else body
    feed = read_feed(data, URL, content_type)
    assert feed is not None
    (entry,) = feed.entries
    seen = Observation(
        "w", Channel.FEED, entry.url, URL, 0, NOW, dict(entry.fields), origins_of(entry), entry.native_id
    )
    return normalize(seen)


LOUD = "The wells of Tarvel have been measured again, and here is what they hold."
CASES: dict[str, tuple[str | bytes, dict[str, Any]]] = {
    # Titles
    "plain title": (rss(f"<title>Wells</title>{LINK}"), {"title": "Wells"}),
    "title with entities": (rss(f"<title>Wells &amp;amp; springs</title>{LINK}"), {"title": "Wells & springs"}),
    "title with one ampersand": (rss(f"<title>Wells &amp; springs</title>{LINK}"), {"title": "Wells & springs"}),
    "title with numeric entities": (rss(f"<title>L&#8217;eau &#x2013; claire</title>{LINK}"), {"title": "L’eau – claire"}),
    "title in CDATA": (rss(f"<title><![CDATA[Wells & springs]]></title>{LINK}"), {"title": "Wells & springs"}),
    "title with markup": (rss(f"<title>&lt;i&gt;Wells&lt;/i&gt; of Tarvel</title>{LINK}"), {"title": "Wells of Tarvel"}),
    "title over lines": (rss(f"<title>\n  Wells\n  of Tarvel </title>{LINK}"), {"title": "Wells of Tarvel"}),
    "less-than in a plain title": (atom("<title>When 3 &lt; 5</title>"), {"title": "When 3 < 5"}),
    "Atom title as HTML": (atom('<title type="html">&lt;b&gt;Wells&lt;/b&gt; &amp;amp; more</title>'), {"title": "Wells & more"}),
    "Atom title as XHTML": (atom('<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><b>Wells</b> of Tarvel</div></title>'), {"title": "Wells of Tarvel"}),
    "title by Dublin Core": (rss(f"<dc:title>Wells</dc:title>{LINK}"), {"title": "Wells"}),
    "no title": (rss(f"<description>{LOUD}</description>{LINK}"), {"title": "", "teaser": LOUD}),
    # Links
    "relative link": (atom("<title>A</title>").replace("https://w.example/a/", "/b/c/"), {"url": "https://w.example/b/c/"}),
    "xml:base": (atom("<title>A</title>", 'xml:base="https://w.example/deep/"').replace('"https://w.example/a/"', '"x/"'), {"url": "https://w.example/deep/x/"}),
    "guid for a link": (rss('<title>A</title><guid>https://w.example/g/</guid>'), {"url": "https://w.example/g/"}),
    "guid that is none beside a link": (rss(f'<title>A</title><guid isPermaLink="false">x:1</guid>{LINK}'), {"url": "https://w.example/a/"}),
    "tracking parameters": (rss("<title>A</title><link>https://w.example/a/?utm_source=rss&amp;id=7</link>"), {"url": "https://w.example/a/?id=7"}),
    "feedburner's own": (rss("<title>A</title><link>https://feeds.example/~r/1</link><feedburner:origLink>https://w.example/a/</feedburner:origLink>"), {"url": "https://w.example/a/"}),
    "alternate among links": (atom('<title>A</title><link rel="edit" href="https://w.example/edit/1"/>'), {"url": "https://w.example/a/"}),
    "link in CDATA with spaces": (rss("<title>A</title><link>\n<![CDATA[ https://w.example/a/ ]]>\n</link>"), {"url": "https://w.example/a/"}),
    # Dates
    "RFC 822": (rss(f"<title>A</title>{LINK}<pubDate>Sat, 07 Sep 2024 10:20:30 +0200</pubDate>"), {"published": "2024-09-07T10:20:30+02:00"}),
    "RFC 822 with a zone's name": (rss(f"<title>A</title>{LINK}<pubDate>Sat, 7 Sep 2024 10:20:30 EST</pubDate>"), {"published": "2024-09-07T10:20:30-05:00"}),
    "RFC 822 with two digits": (rss(f"<title>A</title>{LINK}<pubDate>07 Sep 24 10:20 GMT</pubDate>"), {"published": "2024-09-07T10:20:00+00:00"}),
    "W3C by Dublin Core": (rss(f"<title>A</title>{LINK}<dc:date>2024-09-07T10:20:30Z</dc:date>"), {"published": "2024-09-07T10:20:30+00:00"}),
    "a day only": (rss(f"<title>A</title>{LINK}<dc:date>2024-09-07</dc:date>"), {"published": "2024-09-07"}),
    "published and updated": (atom("<title>A</title><published>2024-09-07T10:00:00Z</published><updated>2024-09-08T10:00:00Z</updated>"), {"published": "2024-09-07T10:00:00+00:00", "modified": "2024-09-08T10:00:00+00:00"}),
    "updated only": (atom("<title>A</title><updated>2024-09-08T10:00:00Z</updated>"), {"published": "2024-09-08T10:00:00+00:00", "modified": None}),
    "issued, of Atom 0.3": (atom("<title>A</title><issued>2024-09-07T10:00:00Z</issued>").replace("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"), {"published": "2024-09-07T10:00:00+00:00"}),
    "created, of Dublin Core terms": (rss(f"<title>A</title>{LINK}<dcterms:created>2024-09-07T10:00:00Z</dcterms:created>"), {"published": "2024-09-07T10:00:00+00:00"}),
    "a date that is none": (rss(f"<title>A</title>{LINK}<pubDate>soon</pubDate>"), {"published": None}),
    # Categories
    "categories": (rss(f"<title>A</title>{LINK}<category>Water</category><category domain='x'>Law &amp; order</category>"), {"tags": ["Water", "Law & order"]}),
    "subjects": (rdf("<title>A</title><dc:subject>Water</dc:subject><dc:subject>Roads</dc:subject>"), {"tags": ["Water", "Roads"]}),
    "labels of terms": (atom('<title>A</title><category term="wat" label="Water"/><category term="Roads"/>'), {"tags": ["Water", "Roads"]}),
    "empty categories": (rss(f"<title>A</title>{LINK}<category></category><category/>"), {"tags": []}),
    "keywords of a podcast": (rss(f"<title>A</title>{LINK}<itunes:keywords>Water, Roads</itunes:keywords>"), {"tags": ["Water", "Roads"]}),
    # Authors
    "creator": (rss(f"<title>A</title>{LINK}<dc:creator>Mara Holt</dc:creator>"), {"authors": ["Mara Holt"]}),
    "two creators": (rss(f"<title>A</title>{LINK}<dc:creator>Mara Holt</dc:creator><dc:creator>Jonas Eide</dc:creator>"), {"authors": ["Mara Holt", "Jonas Eide"]}),
    "author with an address": (rss(f"<title>A</title>{LINK}<author>mara@w.example.org (Mara Holt)</author>"), {"authors": ["Mara Holt"]}),
    "author who is an address": (rss(f"<title>A</title>{LINK}<author>mara@w.example.org</author>"), {"authors": []}),
    "authors of Atom": (atom("<title>A</title><author><name>Mara Holt</name></author><author><name>Jonas Eide</name></author>"), {"authors": ["Mara Holt", "Jonas Eide"]}),
    # Summaries
    "description with markup": (rss(f"<title>A</title>{LINK}<description>&lt;p&gt;{LOUD}&lt;/p&gt;</description>"), {"teaser": LOUD}),
    "summary before content": (rss(f"<title>A</title>{LINK}<description>{LOUD}</description><content:encoded>&lt;p&gt;Long.&lt;/p&gt;</content:encoded>"), {"teaser": LOUD}),
    "content alone": (atom(f'<title>A</title><content type="html">&lt;p&gt;{LOUD}&lt;/p&gt;</content>'), {"teaser": LOUD}),
    "script in a description": (rss(f"<title>A</title>{LINK}<description>&lt;script&gt;x()&lt;/script&gt;{LOUD}</description>"), {"teaser": LOUD}),
    # Files and images
    "enclosure": (rss(f'<title>A</title>{LINK}<enclosure url="https://w.example/a.pdf" type="application/pdf" length="9"/>'), {"files": ["https://w.example/a.pdf"]}),
    "thumbnail": (rss(f'<title>A</title>{LINK}<media:thumbnail url="https://w.example/a.jpg"/>'), {"image": "https://w.example/a.jpg"}),
    # Encodings and faults
    "ISO 8859-1": (f'<?xml version="1.0" encoding="ISO-8859-1"?><rss version="2.0"><channel><item><title>Café</title>{LINK}</item></channel></rss>'.encode("latin-1"), {"title": "Café"}),
    "UTF-16": (f'<?xml version="1.0" encoding="UTF-16"?><rss version="2.0"><channel><item><title>Café</title>{LINK}</item></channel></rss>'.encode("utf-16"), {"title": "Café"}),
    "Windows 1251": (f'<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><item><title>Вода</title>{LINK}</item></channel></rss>'.encode("cp1251"), {"title": "Вода"}),
    "unknown entity": (rss(f"<title>Wells&nbsp;of Tarvel</title>{LINK}"), {"title": "Wells of Tarvel"}),
    "bare ampersand": (rss(f"<title>Wells & springs</title>{LINK}"), {"title": "Wells & springs"}),
    "undeclared prefix": (rss(f"<title>A</title>{LINK}<slash:comments>3</slash:comments>"), {"title": "A"}),
    "control character": (rss(f"<title>Wells\x0b of Tarvel</title>{LINK}"), {"title": "Wells of Tarvel"}),
    "RSS 0.91": (rss(f"<title>A</title>{LINK}", "0.91"), {"title": "A"}),
    "RSS 1.0": (rdf(f"<title>A</title><description>{LOUD}</description>"), {"title": "A", "teaser": LOUD}),
    # JSON Feed
    "JSON Feed 1.0": (json_feed(title="Wells & springs", content_html=f"<p>{LOUD}</p>", author={"name": "Mara Holt"}, date_published="2024-09-07T10:00:00Z"), {"title": "Wells & springs", "teaser": LOUD, "authors": ["Mara Holt"], "published": "2024-09-07T10:00:00+00:00"}),
    "JSON Feed of odd types": (json_feed(title=None, tags="x", authors={"name": "y"}, image=3, content_text=LOUD), {"title": "", "tags": [], "teaser": LOUD}),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_form(name: str) -> None:
    body, expected = CASES[name]
    resource = clean(body)
    got = {
        "url": resource.url, "title": resource.title, "teaser": resource.teaser, "tags": [*resource.tags], "authors": [*resource.authors],
        "published": resource.published and resource.published.text, "modified": resource.modified and resource.modified.text,
        "files": [each.url for each in resource.files], "image": resource.image,
    }  # fmt: skip
    assert {field: got[field] for field in expected} == expected


def test_an_entry_without_any_address_is_counted() -> None:
    feed = read_feed(rss("<title>A</title>").encode(), URL)
    assert feed is not None
    assert (feed.entries, feed.unaddressed) == ((), 1)
