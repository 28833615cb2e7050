"""What is wrong, or looks wrong, with a table that an editor entered."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from django.utils.translation import gettext as _

from .cells import read_rank
from .sheet import Kind, changes, merged, place

# Places between two editions beyond which a slip of the hand is likelier than the news.
LARGE_MOVE = 20


@dataclass(frozen=True)
class Finding:
    """A sentence about a cell, or about the whole table when `cell` is None."""

    cell: tuple | None
    sentence: str


def problems(sheet, entered):
    """What forbids saving, whoever confirms it."""
    final = merged(sheet.stored, entered)
    return [
        *(finding for column in sheet.columns for finding in column_problems(sheet, column, final)),
        *ratings_without_rank(sheet, final),
    ]


def column_problems(sheet, column, final):
    if column.kind is not Kind.RANK:
        return
    yield from ranks_shared_without_mark(sheet, column, final)
    yield from lone_joint_ranks(sheet, column, final)


def by_rank(column, figures):
    """The cells of a column by the number of their rank."""
    cells = defaultdict(list)
    for cell in figures:
        if cell[1] == column.key and (number := place(figures, cell)):
            cells[number].append(cell)
    return cells


def ranks_shared_without_mark(sheet, column, final):
    for number, cells in by_rank(column, final).items():
        if len(cells) < 2 or all(read_rank(final[cell]).is_joint for cell in cells):
            continue
        names = ", ".join(sheet.cities[city] for city, _key in cells)
        for cell in cells:
            yield Finding(
                cell,
                _(
                    "%(cell)s: rank %(rank)d is entered for %(cities)s. "
                    "Write =%(rank)d in each if they share it, or correct one."
                )
                % {"cell": sheet.name(cell), "rank": number, "cities": names},
            )


def lone_joint_ranks(sheet, column, final):
    """Joint ranks without a second city, unless they were already stored so."""
    for cell in lone_joints(column, final) - lone_joints(column, sheet.stored):
        yield Finding(
            cell,
            _(
                "%(cell)s: %(text)s is a joint rank, but no other city has it. "
                "Write %(rank)d, or enter the other city too."
            )
            % {"cell": sheet.name(cell), "text": final[cell], "rank": place(final, cell)},
        )


def lone_joints(column, figures):
    groups = by_rank(column, figures).values()
    return {
        cells[0] for cells in groups if len(cells) == 1 and read_rank(figures[cells[0]]).is_joint
    }


def ratings_without_rank(sheet, final):
    rank_of = {c.measure: c.key for c in sheet.columns if c.kind is Kind.RANK}
    for cell in final:
        city, key = cell
        column = sheet.column[key]
        if column.kind is Kind.RATING and (city, rank_of[column.measure]) not in final:
            yield Finding(
                cell,
                _("%(cell)s: a rating needs a rank beside it. Write - if none was published.")
                % {"cell": sheet.name(cell)},
            )


def warnings(sheet, entered):
    """What looks like a slip among the figures that saving `entered` would change."""
    touched = [change.cell for change in changes(sheet.stored, entered) if change.after]
    final = merged(sheet.stored, entered)
    return [
        *(finding for cell in touched for finding in cell_warnings(sheet, final, cell)),
        *too_many_cities(sheet, final, touched),
        *shared_in_region(sheet, final, set(touched)),
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
    before = place(sheet.previous, cell)
    if before and abs(before - number) > LARGE_MOVE:
        yield Finding(
            cell,
            _("%(cell)s: from %(before)d to %(rank)d, a move of %(move)d places.")
            % {**words, "before": before, "move": abs(before - number)},
        )


def too_many_cities(sheet, final, touched):
    columns = [sheet.column[key] for key in dict.fromkeys(key for _city, key in touched)]
    for column in columns:
        if column.kind is not Kind.RANK or not sheet.cities_included:
            continue
        ranked = sum(len(cells) for cells in by_rank(column, final).values())
        if ranked > sheet.cities_included:
            yield Finding(
                None,
                _("%(figure)s: %(ranked)d cities ranked, but the edition includes only %(count)d.")
                % {"figure": column.label, "ranked": ranked, "count": sheet.cities_included},
            )


def shared_in_region(sheet, final, touched):
    """Two cities of one region on one rank without the mark of a joint rank.

    A warning, because the region of a city may have changed between editions.
    """
    unmarked = {
        cell: (sheet.regions[cell[0]], cell[1], place(final, cell))
        for cell in final
        if sheet.column[cell[1]].kind is Kind.REGION
        and cell[0] in sheet.regions
        and place(final, cell)
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
