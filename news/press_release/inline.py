"""Within a line: links and bold by markdown-it, bare links, footnote marks, marks left in the line.

markdown-it runs with every rule switched off but links, escapes and our own pairing of ``**``:
«*» is a footnote mark here, «_» a letter, «`» a quotation mark and «&lt;» four letters.
"""

import re
from collections.abc import Iterable, Iterator

from markdown_it import MarkdownIt
from markdown_it.common.normalize_url import normalizeLink
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from .bold import bold_spans
from .footnotes import Footnotes
from .problems import Problem, problem
from .tree import Aside, Inline, Link, Mark, Strong, Text

SAFE_ADDRESS = re.compile(r"https?://[^/]|mailto:.|/(?![/\\])", re.IGNORECASE)

HAS_MARKDOWN = re.compile(r"\*\*|[\[<\\]")
# Reading the label of a link costs the square of the opening brackets before it.
MOST_BRACKETS = 50
MOST_MARKS = 500
LONGEST_ADDRESS = 2000
MARKDOWN_MARK = re.compile(r"[*\[<\\]")
UNREAD_LINK = re.compile(r"\]\((?!image:)")

# A bare address ends at the first letter that is not ASCII: in Korean the particle follows at once.
ADDRESS = r"[A-Za-z0-9\-._~:/?#@!$&+,;=%]"
TOKEN = re.compile(
    rf"(?P<url>(?<![A-Za-z0-9])(?:https?://|www\.)[A-Za-z0-9](?:{ADDRESS}+|\({ADDRESS}*\))*)"
    r"|(?P<email>(?<![A-Za-z0-9._%+\-])[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+)"
    r"|(?P<aside>(?<=[(（])\s*※[^()（）]*(?=[)）]))"
    r"|(?P<stars>\*+)"
    r"|(?P<mark>[▲△※])"
)
MARK = re.compile("(?P<mark>[▲△※])")
# «김**», «홍*동»: a word of one syllable before asterisks is a name, the rest of which is withheld.
NAME_WITHHELD = re.compile(r"[^\w)\]]?[가-힣]$")
LIST_MARK = re.compile("[▲△]")
PERCENTAGE = re.compile(r"[0-9][0-9,.]*\s?[%％]")


def _bold(state: StateInline, silent: bool) -> bool:
    end = state.env["bold"].get(state.pos)
    # While the label of a link is measured, what is bold in it must not hide another link.
    if silent or end is None or end + 2 > state.posMax:
        return False
    outer_end = state.posMax
    state.push("strong_open", "strong", 1)
    state.pos, state.posMax = state.pos + 2, end
    state.md.inline.tokenize(state)
    state.push("strong_close", "strong", -1)
    state.pos, state.posMax = end + 2, outer_end
    return True


def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("zero", {"html": False}).enable(["escape", "link", "autolink"])
    # Without this rule escaped characters stay apart from the text and can be left as they are.
    markdown.disable("text_join")
    markdown.inline.ruler.push("bold", _bold)
    markdown.normalizeLink = _normalized
    markdown.validateLink = lambda address: bool(SAFE_ADDRESS.match(address))
    return markdown


def _normalized(address: str) -> str:
    """Writing a Korean host in ASCII costs the square of its length."""
    return normalizeLink(address) if len(address) <= LONGEST_ADDRESS else ""


MARKDOWN = _markdown()


class InlineReader:
    """Reads the text of one document after the other line, in the order of the document."""

    def __init__(self, footnotes: Footnotes, problems: list[Problem]) -> None:
        self._footnotes = footnotes
        self._problems = problems

    def bold_spans(self, text: str) -> dict[int, int]:
        return bold_spans(text, after_word="**" not in self._footnotes.marks)

    def read(self, text: str, line: int, *, in_cell: bool = False) -> list[Inline]:
        """``in_cell``: in a table a mark before a number is its sign."""
        text = text.strip().replace("\n", " ")
        plain = PlainText(self._footnotes, in_cell, len(LIST_MARK.findall(text)) == 1)
        if not HAS_MARKDOWN.search(text):
            return list(plain.read(text))
        if self._is_too_complex(text):
            self._problems.append(problem(line, "too-complex"))
            return list(plain.read(text))
        children = _named(_tree(self._tokens(text), plain))
        if any(isinstance(child, Text) and UNREAD_LINK.search(child.text) for child in children):
            self._problems.append(problem(line, "link"))
        return children

    def _tokens(self, text: str) -> list[Token]:
        (block,) = MARKDOWN.parseInline(text, {"bold": self.bold_spans(text)})
        return block.children

    @staticmethod
    def _is_too_complex(text: str) -> bool:
        return (
            text.count("[") > MOST_BRACKETS
            or sum(1 for _ in MARKDOWN_MARK.finditer(text)) > MOST_MARKS
        )


def _tree(tokens: list[Token], plain: "PlainText") -> list[Inline]:
    """Nested nodes from flat tokens. A link within a link is only its text."""
    top: list[Inline] = []
    open_lists = [top]
    links = 0
    for token in tokens:
        current = open_lists[-1]
        if token.nesting < 0:
            links -= token.type == "link_close"
            open_lists.pop()
        elif token.nesting == 0:
            current.extend(plain.read_token(token, in_link=links > 0, follows_word=bool(current)))
        elif token.type == "strong_open":
            current.append(Strong([]))
            open_lists.append(current[-1].children)
        else:
            links += 1
            open_lists.append(_open_link(current, token) if links == 1 else current)
    return top


def _open_link(current: list[Inline], token: Token) -> list[Inline]:
    current.append(Link(token.attrs["href"], []))
    return current[-1].children


def _named(children: list[Inline]) -> list[Inline]:
    """A link without text would be a link that nobody can read: it shows its address."""
    for child in children:
        if isinstance(child, Strong):
            _named(child.children)
        elif isinstance(child, Link) and not child.children:
            child.children.append(Text(child.address))
    return children


class PlainText:
    """Text without Markdown → bare links, footnote marks and marks that are not read out."""

    def __init__(self, footnotes: Footnotes, in_cell: bool, has_one_mark: bool) -> None:
        self._footnotes = footnotes
        self._in_cell = in_cell
        self._has_one_mark = has_one_mark

    def read_token(self, token: Token, *, in_link: bool, follows_word: bool) -> Iterable[Inline]:
        if token.type == "text_special":
            return [Text(token.content)]
        return self.read(token.content, in_link=in_link, follows_word=follows_word)

    def read(
        self, text: str, *, in_link: bool = False, follows_word: bool = False
    ) -> Iterator[Inline]:
        """``follows_word``: a footnote mark may stand at the very beginning, after bold."""
        written = 0
        for found in (MARK if in_link else TOKEN).finditer(text):
            node, end = self._node(found, follows_word)
            if node is None:
                continue
            if found.start() > written:
                yield Text(text[written : found.start()])
            yield node
            written = end
        if written < len(text):
            yield Text(text[written:])

    def _node(self, found: re.Match, follows_word: bool) -> tuple[Inline | None, int]:
        match found.lastgroup:
            case "url" | "email":
                return _bare_link(found)
            case "aside":
                note = found.group().strip().removeprefix("※").strip()
                return Aside([Text(note)]), found.end()
            case "stars":
                return self._reference(found, follows_word), found.end()
            case _:
                return None if self._is_sign(found) else Mark(found.group()), found.end()

    def _is_sign(self, found: re.Match) -> bool:
        """Accounts write a negative number as «△3.2%»: hidden, it would turn into its opposite."""
        mark = found.group()
        if mark == "※" or not found.string[found.end() : found.end() + 1].isdigit():
            return False
        is_loss = mark == "△" and self._has_one_mark
        return self._in_cell or is_loss or bool(PERCENTAGE.match(found.string, found.end()))

    def _reference(self, found: re.Match, follows_word: bool) -> Inline | None:
        """A footnote mark stands directly after the word that it explains."""
        text, start = found.string, found.start()
        before = text[start - 1] if start else "x" if follows_word else " "
        is_product = _is_factor(before) and _is_factor(text[found.end() : found.end() + 1])
        if before.isspace() or is_product or NAME_WITHHELD.match(text, max(start - 2, 0), start):
            return None
        return self._footnotes.refer(found.group())


def _is_factor(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _bare_link(found: re.Match) -> tuple[Link, int]:
    """The punctuation of the sentence around an address is not part of it."""
    address = found.group().rstrip(".,;:!?")
    if found.lastgroup == "email":
        scheme = "mailto:"
    else:
        scheme = "https://" if address.startswith("www.") else ""
    return Link(scheme + address, [Text(address)]), found.start() + len(address)
