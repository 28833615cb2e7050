"""How a feed is written: RSS 2.0, Atom 1.0 and JSON Feed 1.1, each with the whole of an article.

Beside what Django's generators know, an item has `content` (HTML with whole addresses), `summary`
(plain text), `licence` (the address of its terms) and `files` (a list of `File`).
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime

from django.utils.feedgenerator import (
    Atom1Feed,
    Enclosure,
    Rss201rev2Feed,
    SyndicationFeed,
    rfc3339_date,
)

from .characters import without_forbidden

# A feed in which nothing was ever published must not change from one request to the next.
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class File:
    """`address` is whole, `size` in bytes."""

    address: str
    content_type: str
    size: int
    title: str


class Readable(SyndicationFeed):
    """A feed that every parser can read, whatever was pasted into an article."""

    def __init__(self, **values):
        super().__init__(**{name: without_forbidden(value) for name, value in values.items()})

    def add_item(self, **values):
        super().add_item(**{name: without_forbidden(value) for name, value in values.items()})

    def latest_post_date(self):
        return super().latest_post_date() if self.items else NEVER


class RssFeed(Readable, Rss201rev2Feed):
    def rss_attributes(self):
        return super().rss_attributes() | {
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        }

    def add_item(self, *, files, **values):
        # Readers of RSS expect one file; the content lists them all.
        super().add_item(**values | {"files": files, "enclosures": enclosures(files[:1])})

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        handler.addQuickElement("dc:rights", item["item_copyright"])
        handler.addQuickElement("content:encoded", item["content"])


class AtomFeed(Readable, Atom1Feed):
    def add_item(self, *, files, **values):
        super().add_item(**values | {"files": files, "enclosures": enclosures(files)})

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        handler.addQuickElement("link", "", {"rel": "license", "href": item["licence"]})
        handler.addQuickElement("content", item["content"], {"type": "html"})


def enclosures(files):
    return [Enclosure(file.address, str(file.size), file.content_type) for file in files]


class JsonFeed(Readable):
    content_type = "application/feed+json; charset=utf-8"

    def write(self, outfile, encoding):
        text = json.dumps(self.values(), ensure_ascii=False)
        outfile.write(text.encode(encoding))

    def values(self):
        feed = self.feed
        return {
            "version": "https://jsonfeed.org/version/1.1",
            "title": feed["title"],
            "home_page_url": feed["link"],
            "feed_url": feed["feed_url"],
            "description": feed["description"],
            "language": feed["language"],
            "authors": [{"name": feed["author_name"], "url": feed["author_link"]}],
            "items": [item_values(item, feed["language"]) for item in self.items],
        }


def item_values(item, language):
    values = {
        "id": item["unique_id"],
        "url": item["link"],
        "title": item["title"],
        "summary": item["summary"],
        "content_html": item["content"],
        "date_published": rfc3339_date(item["pubdate"]),
        "date_modified": rfc3339_date(item["updateddate"]),
        "authors": [{"name": item["author_name"]}],
        "tags": item["categories"],
        "language": language,
        "attachments": [attachment_values(file) for file in item["files"]],
        # Names of our own begin with an underscore, as the format asks.
        "_licence": {"name": item["item_copyright"], "url": item["licence"]},
    }
    return {name: value for name, value in values.items() if value}


def attachment_values(file):
    return {
        "url": file.address,
        "mime_type": file.content_type,
        "title": without_forbidden(file.title),
        "size_in_bytes": file.size,
    }
