"""The list of accepted warnings: to be read by everybody who enters figures, changed by nobody."""

import pytest

from rankings.models import AcceptedWarning
from tests.newsroom import at_work, member

from .conftest import address, page

pytestmark = pytest.mark.django_db


@pytest.fixture
def accepted(edition):
    return AcceptedWarning.objects.create(
        edition=edition,
        sentence="부산: 62위에서 4위로 58계단 이동",
        reason="원문에서 확인함",
        accepted_by=member("editor", "writer"),
    )


def test_editors_read_why_a_warning_was_accepted(accepted):
    listed = page(at_work("editor").get(address(AcceptedWarning, "changelist")))

    assert "62위에서 4위로" in listed
    assert "원문에서 확인함" in listed
    assert "writer" in listed


@pytest.mark.parametrize("group", ["editor", "approver", "administrator"])
def test_nobody_adds_changes_or_deletes_one(accepted, group):
    client = at_work(group)

    assert client.get(address(AcceptedWarning, "add")).status_code == 403
    assert client.post(address(AcceptedWarning, "change", accepted.pk), {}).status_code == 403
    assert client.post(address(AcceptedWarning, "delete", accepted.pk), {}).status_code == 403
    assert AcceptedWarning.objects.get().reason == "원문에서 확인함"


def test_they_are_not_for_people_without_a_role(accepted):
    assert at_work(None).get(address(AcceptedWarning, "changelist")).status_code == 403
