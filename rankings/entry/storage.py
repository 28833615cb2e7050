"""Between the tables that editors enter and the results in the database."""

from django.utils.translation import gettext as _
from modeltranslation.utils import build_localized_fieldname as in_language
from modeltranslation.utils import get_translation_fields
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from ..models import City, CityAlias, CityRegion, Claim, Correction, Result
from ..names.index import CityNames
from .cells import ABSENT, NOT_PUBLISHED, Rank, Rating, read_rank, read_rating
from .sheet import Column, Kind, Sheet, merged

SCOPES = {Kind.RANK: Result.Scope.WORLD, Kind.REGION: Result.Scope.REGION}
PARTS = {Kind.RATING: Correction.Part.RATING, Kind.REGION: Correction.Part.REGION_RANK}
STATUS_RANKS = {Result.Status.NOT_PUBLISHED: NOT_PUBLISHED, Result.Status.ABSENT: ABSENT}
FIGURE_FIELDS = ["status", "rank", "is_joint", "band_end", "rating", "source", "basis"]


def load_sheet(edition):
    """The table of `edition` as it is stored, in a number of queries that no table changes."""
    columns = columns_of(edition)
    keys = {column.key for column in columns}
    regions = CityRegion.objects.filter(ranking=edition.ranking_id)
    previous = Result.objects.filter(edition=edition.previous_id).order_by()
    return Sheet(
        columns,
        cities={city.pk: city.name for city in City.objects.all()},
        regions=dict(regions.values_list("city_id", "region_id")),
        stored=stored_figures(edition.results.order_by(), keys),
        previous=stored_figures(previous, keys),
        cities_included=edition.cities_included,
        claimed=claimed_figures(edition, keys),
    )


def claimed_figures(edition, keys):
    """The cells of `edition` beside which a claim of another source is kept."""
    claims = Claim.objects.filter(result__edition=edition).order_by()
    fields = ("result__city_id", "result__measure_id", "result__scope")
    seats = {
        (city, rank_key(measure, scope)) for city, measure, scope in claims.values_list(*fields)
    }
    return frozenset(seat for seat in seats if seat[1] in keys)


def load_city_names():
    return CityNames(city_spellings("slug"))


def city_spellings(*fields):
    """Pairs of each name that people write, in any language, and the id of its city.

    What the city has in other `fields` counts as a name too.
    """
    spellings = City.objects.values_list("pk", *fields, *get_translation_fields("name"))
    aliases = CityAlias.objects.values_list("name", "city_id")
    return [*((name, pk) for pk, *names in spellings for name in names if name), *aliases]


def columns_of(edition):
    """The columns of the grid, under the labels that the measures carry in this edition."""
    labels = {own.measure_id: own.label for own in edition.labels.all()}
    measures = edition.ranking.measures.all()
    return [
        column
        for measure in sorted(measures, key=lambda m: not m.is_overall)
        for column in measure_columns(measure, labels.get(measure.pk, measure.label))
    ]


def measure_columns(measure, label):
    if not measure.is_overall:
        key = rank_key(measure.pk, Result.Scope.WORLD)
        yield Column(key, measure.pk, Kind.RANK, label, label, measure.get_kind_display())
        return
    for kind, key, heading in (
        (Kind.RANK, rank_key(measure.pk, Result.Scope.WORLD), _("Rank")),
        (Kind.RATING, rating_key(measure.pk), _("Rating")),
        (Kind.REGION, rank_key(measure.pk, Result.Scope.REGION), _("Rank in the region")),
    ):
        yield Column(key, measure.pk, kind, figure_name(label, heading), heading, label)


def figure_name(measure, heading):
    return _("%(measure)s – %(figure)s") % {"measure": measure, "figure": heading}


def rank_key(measure, scope):
    return f"{measure}-{scope}"


def rating_key(measure):
    return f"{measure}-rating"


def stored_figures(results, keys):
    return {
        (result.city_id, key): text
        for result in results
        for key, text in figures_of(result).items()
        if key in keys
    }


def figures_of(result):
    """The figures of one result, as columns of the grid know them."""
    ranked = Rank(result.rank, result.is_joint, last=result.band_end)
    rank = STATUS_RANKS.get(result.status, ranked)
    figures = {rank_key(result.measure_id, result.scope): str(rank)}
    if result.rating is not None:
        figures[rating_key(result.measure_id)] = str(Rating(result.rating))
    return figures


def store(edition, sheet, changes, source=None):
    """Write `changes` into the results of `edition`, each with its revision.

    The caller holds a transaction in which it has locked the edition and found no
    `checks.problems`. `source`, when given, becomes the source of what changes.
    """
    results = {seat_of(result): result for result in edition.results.order_by()}
    final = merged(sheet.stored, {change.cell: change.after for change in changes})
    seats = dict.fromkeys(seat_for(sheet, change.cell) for change in changes)
    emptied = [results[seat].pk for seat in seats if seat not in final]
    filled = [
        put_figures(results.get(seat) or new_result(edition, sheet, seat), sheet, final, source)
        for seat in seats
        if seat in final
    ]
    Result.objects.filter(pk__in=emptied).delete()
    update([result for result in filled if result.pk])
    bulk_create_with_history([result for result in filled if not result.pk], Result)


def seat_for(sheet, cell):
    """The cell whose result holds the figure of `cell`: a rating lies beside a world rank."""
    city, key = cell
    column = sheet.column[key]
    return city, rank_key(column.measure, SCOPES.get(column.kind, Result.Scope.WORLD))


def seat_of(result):
    return result.city_id, rank_key(result.measure_id, result.scope)


def new_result(edition, sheet, seat):
    city, key = seat
    column = sheet.column[key]
    return Result(
        edition=edition, city_id=city, measure_id=column.measure, scope=SCOPES[column.kind]
    )


def put_figures(result, sheet, final, source):
    rank = read_rank(final[seat_of(result)])
    result.rank, result.is_joint, result.band_end = rank.number, rank.is_joint, rank.last
    result.status = status_of(rank)
    if result.scope == Result.Scope.WORLD and rating_key(result.measure_id) in sheet.column:
        rating = read_rating(final.get((result.city_id, rating_key(result.measure_id)), ""))
        result.rating = rating and rating.value
    if source:
        result.source, result.basis = source, Result.Basis.PRINTED
    return result


def status_of(rank):
    if rank.number:
        return Result.Status.RANKED
    return Result.Status.ABSENT if rank.is_absent else Result.Status.NOT_PUBLISHED


def update(results):
    """Save all `results`, whose ranks may have been passed round among them.

    Databases compare each row with the others while they write it: two cities that change
    places would collide halfway. Joint ranks never collide, so all stand joint meanwhile, which
    no band may.
    """
    ranked = Result.objects.filter(pk__in=[result.pk for result in results], rank__isnull=False)
    ranked.update(is_joint=True, band_end=None)
    bulk_update_with_history(results, Result, FIGURE_FIELDS)


def note_corrections(edition, sheet, changes, reasons):
    """Tell the public about changed figures, with the reason in each language (code → text)."""
    texts = {in_language("reason", code): text for code, text in reasons.items()}
    columns = [sheet.column[change.cell[1]] for change in changes]
    Correction.objects.bulk_create(
        Correction(
            edition=edition,
            city_id=change.cell[0],
            measure_id=column.measure,
            part=PARTS.get(column.kind, ""),
            before=change.before,
            after=change.after or str(NOT_PUBLISHED),
            **texts,
        )
        for change, column in zip(changes, columns, strict=True)
    )
