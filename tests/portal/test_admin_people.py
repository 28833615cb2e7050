"""Users and groups: nobody gives, or reaches, more than they have."""

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core.management import call_command
from django.urls import reverse

from portal.administration import roles
from tests.newsroom import at_work, errors_of, fields_of, member

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator():
    return at_work("administrator", "boss")


@pytest.fixture
def superuser():
    return User.objects.create_superuser("root", password="old")


@pytest.fixture
def stronger():
    """Somebody who may do one thing that administrators may not."""
    person = member("editor", "auditor")
    person.user_permissions.add(Permission.objects.get(codename="delete_logentry"))
    return person


def change(thing):
    return reverse(f"admin:auth_{thing._meta.model_name}_change", args=[thing.pk])


def group(name):
    return Group.objects.get(name=name)


def permission(codename):
    return Permission.objects.get(codename=codename)


def save(client, thing, **changes):
    form = client.get(change(thing))
    return client.post(change(thing), fields_of(form, **changes))


def test_an_administrator_makes_an_editor(administrator):
    password = "겨울바다-축제-2026"
    administrator.post(
        reverse("admin:auth_user_add"),
        {
            "username": "kim",
            "usable_password": "true",
            "password1": password,
            "password2": password,
        },
    )
    kim = User.objects.get(username="kim")

    response = save(administrator, kim, is_staff="on", groups=[group("editor").pk])

    kim = User.objects.get(username="kim")
    assert response.status_code == 302
    assert kim.check_password(password)
    assert kim.has_perm("news.add_article")
    assert not kim.has_perm("news.publish_article")


def test_an_administrator_makes_another(administrator):
    kim = member("editor", "kim")

    save(administrator, kim, groups=[group("administrator").pk])

    assert User.objects.get(username="kim").has_perm("auth.add_user")


@pytest.mark.parametrize("field", ["is_superuser", "user_permissions"])
def test_an_administrator_cannot_make_a_superuser_or_give_single_permissions(administrator, field):
    kim = member("editor", "kim")
    value = "on" if field == "is_superuser" else [permission("delete_logentry").pk]

    save(administrator, kim, **{field: value})

    kim = User.objects.get(username="kim")
    assert not kim.is_superuser
    assert not kim.user_permissions.exists()


def test_an_administrator_cannot_raise_themselves(administrator):
    boss = User.objects.get(username="boss")

    save(administrator, boss, is_superuser="on")

    assert not User.objects.get(username="boss").is_superuser


def test_a_group_that_may_more_cannot_be_given(administrator):
    auditors = Group.objects.create(name="auditors")
    auditors.permissions.add(permission("delete_logentry"))
    kim = member("editor", "kim")

    response = save(administrator, kim, groups=[auditors.pk])

    assert list(errors_of(response)) == ["groups"]
    assert not kim.groups.filter(name="auditors").exists()


def test_who_may_more_is_out_of_reach(administrator, superuser, stronger):
    for person in (superuser, stronger):
        password = reverse("admin:auth_user_password_change", args=[person.pk])
        typed = {
            "usable_password": "true",
            "password1": "새-비밀번호-1",
            "password2": "새-비밀번호-1",
        }

        assert administrator.post(change(person), {"username": "mine"}).status_code == 403
        assert administrator.get(password).status_code == 403
        assert administrator.post(password, typed).status_code == 403

    assert User.objects.get(pk=superuser.pk).check_password("old")


def test_who_may_more_stays_out_of_reach_when_inactive(administrator, stronger):
    User.objects.filter(pk=stronger.pk).update(is_active=False)

    response = administrator.post(change(stronger), {"username": "auditor", "is_active": "on"})

    assert response.status_code == 403


def test_people_are_made_inactive_and_not_deleted(administrator):
    kim = member("editor", "kim")

    deleted = administrator.post(reverse("admin:auth_user_delete", args=[kim.pk]), {"post": "yes"})
    save(administrator, kim, is_active=None)

    assert deleted.status_code == 403
    assert not User.objects.get(username="kim").is_active


def test_the_portals_roles_stay_as_they_are(administrator, client, superuser):
    client.force_login(superuser)
    editors = group("editor")
    for browser in (administrator, client):
        data = {"name": "mine", "permissions": [permission("publish_article").pk]}

        assert browser.post(change(editors), data).status_code == 403
        assert browser.get(change(editors)).status_code == 200
        delete = reverse("admin:auth_group_delete", args=[editors.pk])
        assert browser.post(delete, {"post": "yes"}).status_code == 403


def test_an_office_makes_groups_of_its_own(administrator):
    kim = member(None, "kim")
    administrator.post(
        reverse("admin:auth_group_add"),
        {"name": "통계 담당", "permissions": [permission("change_result").pk]},
    )

    save(administrator, kim, groups=[group("통계 담당").pk])

    assert User.objects.get(username="kim").has_perm("rankings.change_result")


@pytest.mark.parametrize("codename", ["delete_logentry", "delete_user", "delete_session"])
def test_a_group_cannot_be_given_what_its_maker_lacks(administrator, codename):
    response = administrator.post(
        reverse("admin:auth_group_add"),
        {"name": "mine", "permissions": [permission(codename).pk]},
    )

    assert list(errors_of(response)) == ["permissions"]
    assert not Group.objects.filter(name="mine").exists()


def test_a_group_that_may_more_than_oneself_cannot_be_changed(administrator):
    auditors = Group.objects.create(name="auditors")
    auditors.permissions.add(permission("delete_logentry"))

    assert administrator.post(change(auditors), {"name": "mine"}).status_code == 403


def test_roles_and_permissions_are_named_in_korean(administrator):
    kim = member("editor", "kim")

    person = administrator.get(change(kim)).content.decode()
    role = administrator.get(change(group("approver"))).content.decode()
    listed = administrator.get(reverse("admin:auth_user_changelist")).content.decode()

    assert "승인자" in person
    assert "게시물: 게시·게시 취소" in role
    assert "담당 부서: 열람" in role
    assert "Can " not in role
    assert "편집자" in listed


@pytest.mark.parametrize("chosen", ["", "999", "x"])
def test_a_nonsensical_filter_shows_everybody(administrator, chosen):
    response = administrator.get(reverse("admin:auth_user_changelist"), {"group": chosen})

    assert response.context["cl"].result_count == 1


def test_people_are_found_by_their_group(administrator):
    kim = member("editor", "kim")

    response = administrator.get(
        reverse("admin:auth_user_changelist"), {"group": group("editor").pk}
    )

    assert list(response.context["cl"].queryset) == [kim]


def test_every_role_may_do_more_than_the_one_before():
    held = [
        {found.pk for found in group(name).permissions.all()}
        for name in ("editor", "approver", "administrator")
    ]

    assert held[0] < held[1] < held[2]


@pytest.mark.parametrize("name", roles.NAMES)
def test_every_permission_of_a_role_exists(name):
    wanted = {
        (label, codename)
        for label, codenames in roles.PERMISSIONS[name].items()
        for codename in codenames
    }

    held = group(name).permissions.values_list("content_type__app_label", "codename")
    assert set(held) == wanted


def test_migrating_again_restores_a_role_and_leaves_own_groups():
    own = Group.objects.create(name="통계 담당")
    own.permissions.add(permission("delete_user"))
    group("editor").permissions.set([permission("delete_user")])
    group("approver").delete()

    call_command("migrate", verbosity=0)

    assert not group("editor").permissions.filter(codename="delete_user").exists()
    assert group("editor").permissions.filter(codename="add_article").exists()
    assert group("approver").permissions.filter(codename="publish_article").exists()
    assert own.permissions.count() == 1
