"""What forbids saving a table, whoever confirms it."""

from django.utils.translation import gettext as _

from ..cells import read_rank
from ..sheet import Kind, merged, place
from .finding import Finding, by_rank


def problems(sheet, entered):
    final = merged(sheet.stored, entered)
    return [
        *(finding for column in sheet.columns for finding in column_problems(sheet, column, final)),
        *ratings_without_rank(sheet, final),
        *claimed_figures_deleted(sheet, final),
    ]


def column_problems(sheet, column, final):
    if column.kind is not Kind.RANK:
        return
    yield from ranks_shared_without_mark(sheet, column, final)
    yield from lone_joint_ranks(sheet, column, final)


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
    for cell in final:
        rank = sheet.rank_beside(cell)
        if rank and rank not in final:
            yield Finding(
                cell,
                _("%(cell)s: a rating needs a rank beside it. Write - if none was published.")
                % {"cell": sheet.name(cell)},
            )


def claimed_figures_deleted(sheet, final):
    """Figures for which another source's claim is kept: deleted, the claim would have nothing
    to be held against.
    """
    for cell in sorted(sheet.claimed - final.keys()):
        yield Finding(
            cell,
            _(
                "%(cell)s: what another source says of this figure is kept beside it, so that it "
                "cannot be deleted. Delete that claim first, or write - if no rank was published."
            )
            % {"cell": sheet.name(cell)},
        )
