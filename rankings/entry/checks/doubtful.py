"""What looks like a slip in a table, and may yet be right: an editor confirms it."""

from collections import Counter

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..cells import read_rank
from ..sheet import Kind, changes, merged, place
from . import order
from .finding import Finding, exact_place

# Places between two editions beyond which a slip of the hand is likelier than the news.
LARGE_MOVE = 20
# Cities that a sentence lists by name before it only counts the others.
NAMED_CITIES = 8


def warnings(sheet, entered, *, is_whole=False):
    """What looks like a slip among the figures that saving `entered` would change.

    `is_whole` says that `entered` is a table as published: only then do cities that it lacks
    mean anything, since a table that is typed in grows city by city.
    """
    touched = [change.cell for change in changes(sheet.stored, entered) if change.after]
    final = merged(sheet.stored, entered)
    columns = [sheet.column[key] for key in dict.fromkeys(key for _city, key in touched)]
    return [
        *(finding for cell in touched for finding in cell_warnings(sheet, final, cell)),
        *(finding for column in columns for finding in column_warnings(sheet, column, final)),
        *shared_in_region(sheet, final, set(touched)),
        *order.ratings_against_ranks(sheet, final, set(touched)),
        *order.regions_against_world(sheet, final, set(touched)),
        *(lacking_cities(sheet, final, columns, is_whole) if touched else ()),
    ]


def cell_warnings(sheet, final, cell):
    column = sheet.column[cell[1]]
    if column.kind is Kind.RATING or not (number := place(final, cell)):
        return
    words = {"cell": sheet.name(cell), "rank": number}
    if column.kind is Kind.RANK and sheet.cities_included and number > sheet.cities_included:
        yield Finding(
            cell,
            _("%(cell)s: rank %(rank)d, but the edition includes only %(count)d cities.")
            % {**words, "count": sheet.cities_included},
        )
    before, now = exact_place(sheet.previous, cell), exact_place(final, cell)
    if before and now and abs(before - now) > LARGE_MOVE:
        yield Finding(
            cell,
            _("%(cell)s: from %(before)d to %(rank)d, a move of %(move)d places.")
            % {**words, "before": before, "move": abs(before - now)},
        )


def column_warnings(sheet, column, final):
    if column.kind is not Kind.RANK or not sheet.cities_included:
        return
    ranked = count_of_ranks(column, final)
    if ranked > sheet.cities_included:
        yield Finding(
            None,
            _("%(figure)s: %(ranked)d cities ranked, but the edition includes only %(count)d.")
            % {"figure": column.label, "ranked": ranked, "count": sheet.cities_included},
        )
    elif ranked == sheet.cities_included:
        yield from order.broken_sequence(sheet, column, final)


def count_of_ranks(column, figures):
    return sum(key == column.key and bool(place(figures, (city, key))) for city, key in figures)


def shared_in_region(sheet, final, touched):
    """Two cities of one region on one rank without the mark of a joint rank.

    A warning, because the region of a city may have changed between editions.
    """
    unmarked = {
        cell: (sheet.regions[cell[0]], cell[1], exact_place(final, cell))
        for cell in final
        if sheet.column[cell[1]].kind is Kind.REGION
        and cell[0] in sheet.regions
        and exact_place(final, cell)
        and not read_rank(final[cell]).is_joint
    }
    shared = Counter(unmarked.values())
    for cell, seat in unmarked.items():
        if cell in touched and shared[seat] > 1:
            yield Finding(
                cell,
                _("%(cell)s: another city of the region has rank %(rank)d as well.")
                % {"cell": sheet.name(cell), "rank": seat[2]},
            )


def lacking_cities(sheet, final, columns, is_whole):
    """Cities that a table lacks once it is whole, or has become so by its last city."""
    overall = sheet.column.get(sheet.overall)
    is_full = overall in columns and count_of_ranks(overall, final) == sheet.cities_included
    if is_whole:
        yield from fewer_than_included(sheet, final)
    if is_whole or is_full:
        yield from gone_since_previous(sheet, final)


def fewer_than_included(sheet, final):
    count = len(sheet.cities_in(final))
    if sheet.cities_included and count < sheet.cities_included:
        yield Finding(
            None,
            ngettext(
                "The table has %(count)d city, but the edition includes %(included)d.",
                "The table has %(count)d cities, but the edition includes %(included)d.",
                count,
            )
            % {"count": count, "included": sheet.cities_included},
        )


def gone_since_previous(sheet, final):
    """One sentence for all of them; a city entered as absent is not in question."""
    known = {city for city, _key in final}
    before = sheet.cities_in(sheet.previous) - known
    gone = [sheet.cities[city] for city in sheet.in_order(sheet.previous) if city in before]
    if not gone:
        return
    names, others = ", ".join(gone[:NAMED_CITIES]), len(gone) - NAMED_CITIES
    if others > 0:
        names = ngettext("%(names)s and %(count)d more", "%(names)s and %(count)d more", others) % {
            "names": names,
            "count": others,
        }
    yield Finding(
        None,
        _(
            "In the previous edition, but not in this one: %(cities)s. "
            "Write × for a city that left the table."
        )
        % {"cities": names},
    )
