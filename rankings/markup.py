"""Small pieces of HTML that tables and templates share."""

from django.conf import settings
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language, pgettext
from modeltranslation.utils import build_localized_fieldname as in_language

from .models import Result
from .provenance.citations import BASIS_MARKS, COUNTED, marks_of
from .words.wording import label_of, move

EMPTY = format_html('<span class="none">{}</span>', "-")


def localized_html(instance, field):
    """A translated field; text that exists only in another language says which it is."""
    if text := getattr(instance, in_language(field, get_language())):
        return text
    for code, _name in settings.LANGUAGES:
        if text := getattr(instance, in_language(field, code)):
            return format_html('<span lang="{}">{}</span>', code, text)
    return ""


def rank_html(result):
    """The rank, or why there is none, with marks that notes explain; None is unknown."""
    if result is None:
        return missing_html(is_absent=False)
    return marked(plain_rank_html(result), ", ".join(marks_of(result)))


def plain_rank_html(result):
    if result.status == Result.Status.NOT_PUBLISHED:
        return none_html(pgettext("rank", "not published"))
    if result.status == Result.Status.ABSENT:
        return missing_html(is_absent=True)
    return label_of(result)


def missing_html(*, is_absent):
    """Why there is no rank: the city was not in the edition, or nobody knows."""
    if is_absent:
        return none_html(pgettext("rank", "not in the edition"))
    return none_html(pgettext("rank", "no figure"))


def none_html(words):
    return format_html('<span class="none">{}</span>', words)


def region_rank_html(region_rank):
    if region_rank is None:
        return EMPTY
    return marked(label_of(region_rank), BASIS_MARKS[COUNTED] if region_rank.is_computed else None)


def marked(text, mark):
    if not mark:
        return text
    return format_html('<span class="marked">{}<sup class="mark">{}</sup></span>', text, mark)


def corrected_html(correction):
    """What was corrected: the city, the measure and the part, as far as they are known."""
    measure = correction.measure and localized_html(correction.measure, "label")
    known = [(name,) for name in (measure, correction.get_part_display()) if name]
    figure = format_html_join(", ", "{}", known)
    city = correction.city and localized_html(correction.city, "name")
    if not (city and figure):
        return city or figure
    return format_html(pgettext("figure of a city", "{city} ({figure})"), city=city, figure=figure)


def change_html(change):
    words = move(change)
    if words is None:  # a dash would read as «unchanged»
        return ""
    if not words.symbol:
        return format_html('<span class="change-{}">{}</span>', words.name, words.words)
    return format_html(
        '<span class="change-{}"><span aria-hidden="true">{}</span> {}</span>',
        words.name,
        words.symbol,
        words.words,
    )


def figure_cells_html(figures):
    """Cells of a table for pairs of a result, or None, and the number of its source, or None."""
    cells = ((rank_html(result), cited_html(source)) for result, source in figures)
    return format_html_join("\n", '<td class="num">{}{}</td>', cells)


def cited_html(source):
    if not source:
        return ""
    return format_html(' <a class="cited" href="#source-{0}">[{0}]</a>', source)


def panel_rows_html(rows, prefix):
    """Rows of a chart's panel, each a symbol and a text: (slot, text, base line)."""
    return format_html_join(
        "\n",
        '<g class="series-{0}" transform="translate(0 {2})">'
        '<use class="point" href="#{3}-shape-{0}" x="5" y="-5"/><text x="16">{1}</text></g>',
        ((slot, text, y, prefix) for slot, text, y in rows),
    )
