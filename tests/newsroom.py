"""People of a newsroom and the forms they send, for tests of the admin."""

from django import forms
from django.contrib.auth.models import Group, User
from django.test import Client

from news.models import Article, Department


def member(group, username=None):
    """Somebody with the rights of `group`; None for one who may only log in."""
    user = User.objects.create_user(username or group or "guest", is_staff=True)
    user.groups.set(Group.objects.filter(name=group))
    return user


def at_work(group, username=None):
    """A browser in which a member of `group` has logged in."""
    client = Client()
    client.force_login(member(group, username))
    return client


def department():
    found, _created = Department.objects.get_or_create(name_ko="대변인실", name_en="Spokesperson")
    return found


def article(**fields):
    values = {"title_ko": "겨울 축제 연다", "body_ko": "□ 축제가 열린다", "is_ready_ko": True}
    return Article.objects.create(**{"department": department(), **values, **fields})


def fields_of(response, **changes):
    """What a browser would send from the form in `response`; `changes` is what was typed.

    A box that is to be left empty is changed to None.
    """
    data = {}
    for form in all_forms(response):
        for bound in form:
            data |= posted(bound)
    data |= changes
    return {name: value for name, value in data.items() if value is not None}


def all_forms(response):
    yield response.context["adminform"].form
    for inline in response.context["inline_admin_formsets"]:
        yield inline.formset.management_form
        yield from inline.formset.forms


def posted(bound):
    widget, value = bound.field.widget, bound.value()
    if isinstance(widget, forms.MultiWidget):
        parts = widget.decompress(value) if not isinstance(value, list) else value
        return {
            f"{bound.html_name}_{number}": part.format_value(part_value) or ""
            for number, (part, part_value) in enumerate(zip(widget.widgets, parts, strict=True))
        }
    if isinstance(widget, forms.FileInput):
        return {}
    if isinstance(widget, forms.CheckboxInput):
        return {bound.html_name: "on"} if value else {}
    return {bound.html_name: "" if value is None else value}


def errors_of(response):
    """{field: sentences} of everything that was refused; of the article itself under ""."""
    found = {}
    for form in all_forms(response):
        for name, sentences in form.errors.items():
            key = "" if name == "__all__" else form.add_prefix(name)
            found.setdefault(key, []).extend(sentences)
    for inline in response.context["inline_admin_formsets"]:
        if sentences := inline.formset.non_form_errors():
            found.setdefault("", []).extend(sentences)
    return found
