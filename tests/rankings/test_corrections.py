"""What was corrected, the versions that come of it, and that it stays."""

import pytest
from django.db import transaction
from django.utils.timezone import localdate

from rankings.corrections import corrections_in, version_of
from rankings.models import Correction, Edition

from .factories import make_city, make_edition, make_ranking, texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    ranking = make_ranking()
    make_edition(ranking, 11, {"busan": 9})
    return make_edition(ranking, 12, {"busan": 8})


def correct(edition, city=None, before="9", after="8", **values):
    return Correction.objects.create(
        edition=edition,
        city=city and make_city(city),
        measure=city and edition.ranking.measures.get(code="overall"),
        before=before,
        after=after,
        **texts("reason", "Misread") | values,
    )


def loaded(edition):
    return Edition.objects.with_corrections().get(pk=edition.pk)


def test_version_counts_the_corrections(edition):
    untouched = version_of(edition)
    correct(edition, "busan")
    last = correct(edition, "paris")

    assert (str(untouched), untouched.corrected_at) == ("12.0", None)
    assert (str(version_of(edition)), version_of(edition).corrected_at) == (
        "12.2",
        last.corrected_at,
    )


def test_versions_of_many_editions_are_loaded_with_them(edition, django_assert_num_queries):
    correct(edition, "busan")

    with django_assert_num_queries(1):
        versions = {str(version_of(edition)) for edition in Edition.objects.with_corrections()}

    assert versions == {"11.0", "12.1"}
    assert version_of(loaded(edition)) == version_of(edition)


def test_corrections_loaded_with_editions_say_what_was_corrected(
    edition, django_assert_num_queries
):
    correct(edition, "busan", "8", "=8")
    correct(edition, "paris", "1", "2")
    correct(edition, None, "51", "72")
    edition = loaded(edition)

    with django_assert_num_queries(0):
        newest, of_paris, of_busan = corrections_in(edition)
        assert (newest.city, newest.measure, newest.before, newest.after) == (
            None,
            None,
            "51",
            "72",
        )
        assert (of_paris.city.name_ko, of_paris.measure.label_en) == ("Paris ko", "Overall en")
        assert (of_busan.city.slug, of_busan.measure.kind) == ("busan", "overall")
        assert localdate(of_busan.corrected_at) == localdate()


@pytest.mark.parametrize(
    "change",
    [
        lambda kept: kept.save(),
        lambda kept: kept.delete(),
        lambda kept: Correction.objects.update(after="7"),
        lambda kept: Correction.objects.bulk_update([kept], ["after"]),
        lambda kept: Correction.objects.update_or_create({"after": "7"}, pk=kept.pk),
        lambda kept: Correction.objects.filter(pk=kept.pk).delete(),
        lambda kept: kept.edition.corrections.all().delete(),
        lambda kept: kept.edition.corrections.update(after="7"),
    ],
)
def test_correction_is_neither_changed_nor_deleted_in_any_way(edition, change):
    kept = correct(edition, "busan", after="8")
    kept.after = "7"

    with pytest.raises(TypeError, match="never"), transaction.atomic():
        change(kept)

    assert Correction.objects.get().after == "8"
