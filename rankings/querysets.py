"""Questions about many editions or results. Each is one SQL statement, whatever the size."""

from django.apps import apps
from django.db import models
from django.db.models import Count, Exists, F, FilteredRelation, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from modeltranslation.utils import get_translation_fields

from .aggregates import RowsAgg

CORRECTED = [
    *("pk", "part", "before", "after", "corrected_at"),
    *("city__id", "city__slug", *get_translation_fields("city__name")),
    *("measure__id", "measure__kind", *get_translation_fields("measure__label")),
]

# Columns instead of the objects: one region is that of many results.
REGION = ["id", "slug", *get_translation_fields("name")]

CLAIMED = [
    *("pk", "rank", "is_joint", "band_end", "rating", "basis", *get_translation_fields("note")),
    *("source__id", "source__url", *get_translation_fields("source__title")),
    *("result__edition__number", "result__edition__ranking__abbreviation"),
    *("result__measure__kind", *get_translation_fields("result__measure__label")),
]


class RankingQuerySet(models.QuerySet):
    def with_latest_edition(self):
        """Annotate `latest_edition`, the id of the public edition with the highest number."""
        editions = apps.get_model("rankings", "Edition").objects.public()
        latest = editions.filter(ranking=OuterRef("pk")).order_by("-number")
        return self.annotate(latest_edition=Subquery(latest.values("pk")[:1]))

    def public(self):
        """Those with an edition that citizens may see."""
        editions = apps.get_model("rankings", "Edition").objects.public()
        return self.filter(Exists(editions.filter(ranking=OuterRef("pk"))))

    def ranking_city(self, city):
        """The rankings that have public figures of the city with the slug `city`."""
        known = results().public().overall().world().listed().filter(city__slug=city)
        return self.filter(pk__in=known.values("edition__ranking"))


class EditionQuerySet(models.QuerySet):
    def public(self):
        """The editions that citizens may see; the one place where this is decided."""
        return self.filter(is_public=True)

    def with_table_size(self):
        """Annotate `entered`, how many cities the table has, and `worst_rank`, None if empty."""
        # One measure for each edition: with a join the index would not lead to its results alone.
        measures = apps.get_model("rankings", "Measure").objects.order_by()
        overall = measures.filter(kind="overall", ranking=OuterRef(OuterRef("ranking")))
        table = results().filter(edition=OuterRef("pk"), measure=Subquery(overall.values("pk")))
        by_edition = table.world().listed().values("edition")
        # Both are read from the index alone: it has no ids to count, and ends with the rank.
        ranked = table.world().filter(status="ranked").order_by("-rank")
        return self.annotate(
            entered=Coalesce(Subquery(by_edition.annotate(size=Count("*")).values("size")), 0),
            worst_rank=Subquery(ranked.values("rank")[:1]),
        )

    def with_components_of(self, city):
        """Annotate `has_components`: whether areas or dimensions of the city `city` are known."""
        known = results().components().filter(edition=OuterRef("pk"), city__slug=city)
        return self.annotate(has_components=Exists(known))

    def with_corrections(self):
        """Annotate what `corrections.corrections_in` and `version_of` need of each edition."""
        corrections = apps.get_model("rankings", "Correction").objects.order_by()
        by_edition = corrections.filter(edition=OuterRef("pk")).values("edition")
        rows = by_edition.annotate(rows=RowsAgg(*CORRECTED)).values("rows")
        return self.annotate(correction_rows=Subquery(rows))


class ResultQuerySet(models.QuerySet):
    def public(self):
        return self.filter(edition__in=apps.get_model("rankings", "Edition").objects.public())

    def overall(self):
        return self.filter(measure__kind="overall")

    def components(self):
        """What a publisher ranks besides the whole: areas, dimensions, survey questions."""
        return self.exclude(measure__kind="overall")

    def world(self):
        return self.filter(scope="world")

    def listed(self):
        """Without the entries that say a city was absent."""
        return self.exclude(status="absent")

    def with_previous(self):
        """Annotate the rank, end of the band and status in the public edition before, or None.

        Their names are `previous_rank`, `previous_band_end` and `previous_status`.
        """
        before = results().public().filter(same_figure(edition=OuterRef("edition__previous")))
        return self.annotate(
            previous_rank=Subquery(before.values("rank")),
            previous_band_end=Subquery(before.values("band_end")),
            previous_status=Subquery(before.values("status")),
        )

    def with_region_rank(self):
        """Annotate `region_rank`, `region_is_joint` and `region_band_end` as published, or None."""
        in_region = results().filter(same_figure(scope="region"))
        return self.annotate(
            region_rank=Subquery(in_region.values("rank")),
            region_is_joint=Subquery(in_region.values("is_joint")),
            region_band_end=Subquery(in_region.values("band_end")),
        )

    def with_region(self):
        """Annotate what `standings.region_of` needs of each result."""
        of_ranking = Q(city__regions__ranking=F("measure__ranking"))
        place = FilteredRelation("city__regions", condition=of_ranking)
        columns = {f"region_{name}": F(f"place__region__{name}") for name in REGION}
        return self.annotate(place=place).annotate(**columns)

    def with_claims(self):
        """Annotate what `claims.claims_of` needs of each result."""
        claims = apps.get_model("rankings", "Claim").objects.order_by()
        by_result = claims.filter(result=OuterRef("pk")).values("result")
        rows = by_result.annotate(rows=RowsAgg(*CLAIMED)).values("rows")
        return self.annotate(claim_rows=Subquery(rows))

    def with_contradictions(self):
        """Annotate `contradictions`: how many sources contradict each result."""
        claims = apps.get_model("rankings", "Claim").objects.contradicting().order_by()
        by_result = claims.filter(result=OuterRef("pk")).values("result")
        counted = by_result.annotate(number=Count("pk")).values("number")
        return self.annotate(contradictions=Coalesce(Subquery(counted), 0))

    def with_aliases(self):
        """Annotate `aliases`: the other names of the city, each as a list of one, or None."""
        aliases = apps.get_model("rankings", "CityAlias").objects.order_by()
        of_city = aliases.filter(city=OuterRef("city")).values("city")
        return self.annotate(aliases=Subquery(of_city.annotate(a=RowsAgg("name")).values("a")))

    def with_own_label(self):
        """Select the label that the measure carries in this edition alone, as `own_label`."""
        of_edition = Q(measure__labels__edition=F("edition"))
        return self.annotate(
            own_label=FilteredRelation("measure__labels", condition=of_edition)
        ).select_related("measure", "own_label")


class ClaimQuerySet(models.QuerySet):
    def contradicting(self):
        """Those that say anything else than their result, as `Claim.contradicts` tells of one."""
        same_end = Q(band_end=F("result__band_end")) | Q(band_end=None, result__band_end=None)
        same_place = Q(same_end, rank=F("result__rank"), is_joint=F("result__is_joint"))
        both_rated = Q(rating__isnull=False, result__rating__isnull=False)
        return self.filter(
            Q(rank__isnull=False) & ~same_place | both_rated & ~Q(rating=F("result__rating"))
        )


class CorrectionQuerySet(models.QuerySet):
    """Published corrections stay as they are, also where a whole queryset would be changed."""

    def public(self):
        return self.filter(edition__in=apps.get_model("rankings", "Edition").objects.public())

    def with_names(self):
        """Select what it takes to say what was corrected."""
        return self.select_related("edition__ranking", "city", "measure")

    def update(self, **values):
        raise TypeError("Corrections are never changed; add others.")

    def delete(self):
        raise TypeError("Corrections are never deleted.")


def results():
    return apps.get_model("rankings", "Result").objects.order_by()


def same_figure(**other):
    """The condition for a figure like the one of the outer query, except in what `other` names."""
    alike = {name: OuterRef(name) for name in ("edition", "city", "measure", "scope")}
    return Q(**alike | other)
