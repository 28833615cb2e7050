"""What the database itself refuses, and what may be deleted."""

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from rankings.models import (
    AcceptedWarning,
    CityRegion,
    Claim,
    Correction,
    MeasureLabel,
    RememberedColumn,
)

from .factories import (
    make_city,
    make_edition,
    make_measure,
    make_ranking,
    make_region,
    make_result,
    make_source,
)

pytestmark = pytest.mark.django_db


def same_region_slug(edition):
    make_region(edition.ranking, "asia")
    make_region(edition.ranking, "asia")


def city_in_two_regions(edition):
    make_region(edition.ranking, "asia", ["busan"])
    make_region(edition.ranking, "europe", ["busan"])


def same_measure_code(edition):
    make_measure(edition.ranking, "people")
    make_measure(edition.ranking, "people")


def two_overall_measures(edition):
    make_measure(edition.ranking, "total", "overall")


def same_edition_number(edition):
    make_edition(edition.ranking, edition.number)


def edition_zero(edition):
    make_edition(edition.ranking, 0)


def edition_before_itself(edition):
    edition.previous = edition
    edition.save()


def two_labels_in_one_edition(edition):
    measure = make_measure(edition.ranking, "people")
    MeasureLabel.objects.create(edition=edition, measure=measure, label="People")
    MeasureLabel.objects.create(edition=edition, measure=measure, label="Talent")


def two_results_of_one_city(edition):
    make_result(edition, "busan", 8)
    make_result(edition, "busan", 9)


def ranked_without_rank(edition):
    make_result(edition, "busan")


def rank_zero(edition):
    make_result(edition, "busan", 0)


def absent_with_rank(edition):
    make_result(edition, "busan", 8, status="absent")


def joint_without_rank(edition):
    make_result(edition, "busan", status="not_published", is_joint=True)


def band_that_ends_where_it_begins(edition):
    make_result(edition, "seoul", 51, band_end=51)


def band_without_a_rank(edition):
    make_result(edition, "seoul", status="not_published", band_end=60)


def make_claim(edition, **values):
    source = values.pop("source", None) or make_source()
    return Claim.objects.create(result=make_result(edition, "ulsan", 12), source=source, **values)


def two_claims_of_one_source(edition):
    first = make_claim(edition, rank=13)
    Claim.objects.create(result=first.result, source=first.source, rank=14)


def claim_of_nothing(edition):
    make_claim(edition)


def joint_claim_of_a_rating(edition):
    make_claim(edition, rating=600, is_joint=True)


def claim_of_a_joint_band(edition):
    make_claim(edition, rank=51, band_end=60, is_joint=True)


def shared_rank_not_joint(edition):
    make_result(edition, "busan", 8)
    make_result(edition, "london", 8)


def heading_remembered_twice(edition):
    for role in ("city", "rank"):
        RememberedColumn.objects.create(ranking=edition.ranking, heading="city", role=role)


def column_remembered_without_a_role(edition):
    RememberedColumn.objects.create(ranking=edition.ranking, heading="city", role="")


def warning_accepted_without_a_reason(edition):
    person = User.objects.create_user("editor")
    AcceptedWarning.objects.create(edition=edition, sentence="-", reason="", accepted_by=person)


VIOLATIONS = [
    ("region_unique_in_ranking", same_region_slug),
    ("city_region_one_per_ranking", city_in_two_regions),
    ("measure_code_unique_in_ranking", same_measure_code),
    ("measure_one_overall_per_ranking", two_overall_measures),
    ("edition_number_unique_in_ranking", same_edition_number),
    ("edition_number_positive", edition_zero),
    ("edition_not_its_own_previous", edition_before_itself),
    ("measure_label_one_per_edition", two_labels_in_one_edition),
    ("result_unique_per_city_and_measure", two_results_of_one_city),
    ("result_ranked_has_rank", ranked_without_rank),
    ("result_ranked_has_rank", rank_zero),
    ("result_ranked_has_rank", absent_with_rank),
    ("result_joint_has_rank", joint_without_rank),
    ("result_shared_rank_is_joint", shared_rank_not_joint),
    ("result_band_ends_after_rank", band_that_ends_where_it_begins),
    ("result_band_ends_after_rank", band_without_a_rank),
    ("claim_one_per_source", two_claims_of_one_source),
    ("claim_says_something", claim_of_nothing),
    ("claim_joint_has_rank", joint_claim_of_a_rating),
    ("claim_band_ends_after_rank", claim_of_a_joint_band),
    ("remembered_column_heading_unique_in_ranking", heading_remembered_twice),
    ("remembered_column_has_heading_and_role", column_remembered_without_a_role),
    ("accepted_warning_has_a_reason", warning_accepted_without_a_reason),
]


@pytest.mark.parametrize(("constraint", "violate"), VIOLATIONS)
def test_database_refuses(constraint, violate):
    edition = make_edition(make_ranking(), 12)

    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        violate(edition)

    # SQLite names the columns of a unique constraint without expressions, not the constraint.
    assert constraint in str(refusal.value) or "UNIQUE constraint failed" in str(refusal.value)


def test_every_named_constraint_has_been_violated():
    named = {
        constraint.name
        for model in apps.get_app_config("rankings").get_models()
        for constraint in model._meta.constraints
    }

    assert named == {constraint for constraint, _violate in VIOLATIONS}


def test_two_cities_share_a_rank_when_both_are_joint():
    edition = make_edition(make_ranking(), 12)

    make_result(edition, "busan", 8, is_joint=True)
    make_result(edition, "london", 8, is_joint=True)

    assert edition.results.count() == 2


def test_cities_share_a_band():
    edition = make_edition(make_ranking(), 1)

    make_result(edition, "busan", 51, band_end=60)
    make_result(edition, "seoul", 51, band_end=60)

    assert edition.results.count() == 2


def test_ranks_repeat_from_region_to_region():
    edition = make_edition(make_ranking(), 12)

    make_result(edition, "busan", 2, scope="region")
    make_result(edition, "london", 2, scope="region")

    assert edition.results.count() == 2


def test_what_others_stand_on_cannot_be_deleted():
    ranking = make_ranking()
    first = make_edition(ranking, 1)
    second = make_edition(ranking, 2, after=first)
    people = make_measure(ranking, "people")
    result = make_result(second, "busan", 8, measure="people", source=make_source())
    region = make_region(ranking, "asia", ["busan"])
    MeasureLabel.objects.create(edition=first, measure=people, label="Talent")
    Correction.objects.create(edition=second, before="9", after="8", reason="-")

    for kept in (ranking, first, second, people, result.city, result.source, region):
        with pytest.raises(ProtectedError):
            kept.delete()


def test_region_of_a_city_belongs_to_the_ranking_of_the_region():
    region = make_region(make_ranking(), "asia", ["busan"])

    assert CityRegion.objects.get().ranking == region.ranking


def test_previous_edition_belongs_to_the_same_ranking():
    other = make_edition(make_ranking("gfci"), 1)
    edition = make_edition(make_ranking("sci"), 2, after=other)

    with pytest.raises(ValidationError) as refusal:
        edition.clean()

    assert "previous" in refusal.value.error_dict


def test_measure_belongs_to_the_ranking_of_the_edition():
    other = make_ranking("gfci")
    result = make_result(make_edition(make_ranking("sci"), 1), "busan", 8)
    result.measure = other.measures.get()

    with pytest.raises(ValidationError) as refusal:
        result.clean()

    assert "measure" in refusal.value.error_dict


def test_correction_is_never_changed_or_deleted():
    edition = make_edition(make_ranking(), 1)
    correction = Correction.objects.create(
        edition=edition, city=make_city("busan"), before="9", after="8", reason="-"
    )

    with pytest.raises(TypeError):
        correction.save()
    with pytest.raises(TypeError):
        correction.delete()


def test_accepted_warning_is_never_changed_or_deleted():
    person = User.objects.create_user("editor")
    accepted = AcceptedWarning.objects.create(
        edition=make_edition(make_ranking(), 1), sentence="a", reason="b", accepted_by=person
    )

    with pytest.raises(TypeError):
        accepted.save()
    with pytest.raises(TypeError):
        accepted.delete()
    with pytest.raises(ProtectedError):
        person.delete()
