"""Reads a rendered page the way a screen reader meets it: each text with its language."""

import re
from html.parser import HTMLParser

HANGUL = re.compile(r"[ᄀ-ᇿ㄰-㆏가-힣]")
# Names, abbreviations and codes stay Latin in Korean; a run of lower-case words is a sentence.
ENGLISH_SENTENCE = re.compile(r"\b[a-z]{2,}(?:[ ,]+[a-z]{2,}){2,}\b")

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
SPOKEN_ATTRIBUTES = {"alt", "title", "aria-label", "placeholder", "aria-description"}
SILENT = {"script", "style"}


class Page(HTMLParser):
    """`texts` are (language, text) pairs: text nodes and the attributes that are read out."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.texts = []
        self.links = []
        self.headings = []
        self.ids = []
        self.meta = {}
        self.title = ""
        self.language = None
        self._open = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        language = attributes.get("lang") or self._language()
        if tag == "html":
            self.language = attributes.get("lang")
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if tag in ("a", "link") and "href" in attributes:
            self.links.append(attributes)
        if tag == "h1":
            self.headings.append("")
        if tag == "meta" and "content" in attributes:
            self._read_meta(attributes, language)
        for name in SPOKEN_ATTRIBUTES & attributes.keys():
            self.texts.append((language, attributes[name] or ""))
        if tag not in VOID:
            self._open.append((tag, language))

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag):
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        tags = [tag for tag, _language in self._open]
        if SILENT & set(tags):
            return
        if "title" in tags and "svg" not in tags:
            self.title += data
        if "h1" in tags:
            self.headings[-1] += data
        if data.strip():
            self.texts.append((self._language(), data.strip()))

    def _language(self):
        return self._open[-1][1] if self._open else None

    def _read_meta(self, attributes, language):
        name = attributes.get("name") or attributes.get("property")
        self.meta[name] = attributes["content"]
        if name in ("description", "og:title", "og:description"):
            self.texts.append((language, attributes["content"]))

    def hangul_in(self, language):
        return [text for lang, text in self.texts if lang == language and HANGUL.search(text)]

    def english_sentences_in(self, language):
        return [
            text for lang, text in self.texts if lang == language and ENGLISH_SENTENCE.search(text)
        ]
