"""A checker for the HTML of press releases that allows what is known and nothing else."""

import re
from html.parser import HTMLParser

PHRASING = {"a", "strong", "span", "sup"}
LISTS = {"ul", "ol"}
FLOW = {"p", "blockquote", "figure", "div", *LISTS, *(f"h{level}" for level in range(1, 7))}
CHILDREN = {
    "": FLOW,
    "p": PHRASING,
    "span": PHRASING,
    "strong": PHRASING,
    "sup": {"a"},
    "a": PHRASING - {"a"},
    "ul": {"li"},
    "ol": {"li"},
    "li": FLOW | PHRASING,
    "blockquote": {"p"},
    "figure": {"picture", "img", "figcaption", "p"},
    "picture": {"source", "img"},
    "figcaption": set(),
    "div": {"table", "p", *LISTS},
    "table": {"caption", "thead", "tbody"},
    "caption": PHRASING,
    "thead": {"tr"},
    "tbody": {"tr"},
    "tr": {"th", "td"},
    "th": PHRASING,
    "td": PHRASING,
    **{f"h{level}": PHRASING for level in range(1, 7)},
}
# Where text may stand; elsewhere there may be nothing but line breaks.
TEXT = {"p", "span", "strong", "sup", "a", "li", "figcaption", "caption", "th", "td"}
ATTRIBUTES = {
    "a": {"href", "id", "rel", "role", "class", "aria-label"},
    "span": {"class", "role", "aria-hidden"},
    "sup": {"class"},
    "p": {"class", "role", "id"},
    "blockquote": {"class"},
    "ul": {"class"},
    "ol": {"class", "start", "role"},
    "li": {"value"},
    "div": {"class", "id", "role", "tabindex", "aria-labelledby", "aria-label"},
    "caption": {"id"},
    "th": {"scope", "class"},
    "td": {"colspan", "class"},
    "figure": {"class"},
    "source": {"type", "srcset", "sizes"},
    "img": {"src", "alt", "width", "height", "loading", "fetchpriority", "decoding"},
    **{f"h{level}": {"id"} for level in range(1, 7)},
}
CLASSES = re.compile(
    r"points (level-[123]|numbered|labelled)|label|run|steps|note|footnote(-back|-reference)?"
    r"|quotation|table-scroll|unit|number|(number )?align-(center|right)|figure|missing"
    r"|embed embed-[a-z][a-z0-9-]*"
)
ADDRESS = re.compile(r"https?://[^/\s]|mailto:.|/(?![/\\])|#.", re.IGNORECASE)


class StrictHTML(HTMLParser):
    """Raises AssertionError at the first thing that is not allowed."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [""]
        self.ids: set[str] = set()
        self.targets: set[str] = set()
        self.text: list[str] = []
        self.announced: list[str] = []
        self.hidden_from = 0
        self.feed(html)
        self.close()
        assert self.open == [""], f"not closed: {self.open}"
        assert self.targets <= self.ids, f"no such id: {self.targets - self.ids}"

    def handle_starttag(self, tag, attrs):
        assert tag in CHILDREN[self.open[-1]], f"<{tag}> in <{self.open[-1]}>"
        assert tag != "a" or "a" not in self.open, "a link within a link"
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"twice: {names}"
        assert set(names) <= ATTRIBUTES.get(tag, set()), f"<{tag} {names}>"
        self._check_values(tag, dict(attrs))
        if tag in ("img", "source"):
            return
        self.open.append(tag)
        if dict(attrs).get("aria-hidden") and not self.hidden_from:
            self.hidden_from = len(self.open)

    def _check_values(self, tag, attributes):
        assert None not in attributes.values(), f"<{tag}> has an attribute without a value"
        if "id" in attributes:
            assert re.fullmatch(r"\S+", attributes["id"]), "an id cannot hold spaces"
            assert attributes["id"] not in self.ids, f"id twice: {attributes['id']}"
            self.ids.add(attributes["id"])
        if "class" in attributes:
            assert CLASSES.fullmatch(attributes["class"]), attributes["class"]
        if "href" in attributes:
            assert ADDRESS.match(attributes["href"]), attributes["href"]
            if attributes["href"].startswith("#"):
                self.targets.add(attributes["href"][1:])
        if "aria-labelledby" in attributes:
            self.targets.add(attributes["aria-labelledby"])
        assert tag != "img" or {"src", "alt"} <= attributes.keys()

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, f"</{tag}> closes something else"
        if len(self.open) < self.hidden_from:
            self.hidden_from = 0

    def handle_data(self, data):
        may_hold_text = self.open[-1] in TEXT or self.open[-1].startswith("h")
        assert may_hold_text or not data.strip(" \n"), f"text in <{self.open[-1]}>: {data!r}"
        self.text.append(data)
        if not self.hidden_from:
            self.announced.append(data)

    def handle_startendtag(self, tag, attrs):
        raise AssertionError(f"<{tag}/>")

    def handle_comment(self, data):
        raise AssertionError(f"comment {data!r}")

    def handle_decl(self, decl):
        raise AssertionError(f"declaration {decl!r}")

    def handle_pi(self, data):
        raise AssertionError(f"instruction {data!r}")

    def unknown_decl(self, data):
        raise AssertionError(f"declaration {data!r}")


def visible_text(html: str) -> str:
    return "".join(StrictHTML(html).text)


def announced_text(html: str) -> str:
    """What a screen reader says."""
    return "".join(StrictHTML(html).announced)
