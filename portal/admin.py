from django import forms
from django.contrib import admin, messages
from django.contrib.auth import admin as auth_admin
from django.contrib.auth.models import Group, User
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin

from .administration import people, roles
from .feedback.admin import FeedbackPageAdmin  # noqa: F401
from .models import SiteSettings
from .site_pages.admin import SitePageAdmin  # noqa: F401

ACTIONS = {
    "add": pgettext_lazy("permission", "add"),
    "change": pgettext_lazy("permission", "change"),
    "delete": pgettext_lazy("permission", "delete"),
    "view": pgettext_lazy("permission", "view"),
}

admin.site.unregister([User, Group])


@admin.register(SiteSettings)
class SiteSettingsAdmin(TranslationAdmin):
    fieldsets = [
        (
            _("Text"),
            {
                "fields": ["name", "organisation", "tagline", "notice", "address"],
                "classes": ["languages"],
            },
        ),
        (_("Contact"), {"fields": ["phone", "email"]}),
        (_("Ranking data"), {"fields": ["data_licence"]}),
        (_("Status of the site"), {"fields": ["is_official"]}),
    ]

    def has_add_permission(self, request):
        return super().has_add_permission(request) and not SiteSettings.objects.exists()

    def has_delete_permission(self, request, obj=None):
        return False

    def changelist_view(self, request, extra_context=None):
        """There is one row: its form stands where a list would."""
        row = SiteSettings.objects.first()
        if row is None and self.has_add_permission(request):
            return redirect("admin:portal_sitesettings_add")
        return redirect("admin:portal_sitesettings_change", row.pk if row else 1)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj:
            remind_of_email(request, obj)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def save_model(self, request, obj, form, change):
        obj.pk = 1
        super().save_model(request, obj, form, change)
        remind_of_email(request, obj)

    def response_post_save_change(self, request, obj):
        return redirect(reverse("admin:index"))

    response_post_save_add = response_post_save_change


def remind_of_email(request, site):
    """Whoever cannot hear or speak, or is abroad, may have no use for a telephone number."""
    if not site.email:
        messages.warning(
            request,
            _(
                "Readers cannot write to you: enter an e-mail address under “Contact”. "
                "Not everyone can telephone."
            ),
        )


def role_name(group):
    return roles.NAMES.get(group.name, group.name)


def permission_label(permission):
    model = permission.content_type.model_class()
    action, _separator, _model = permission.codename.partition("_")
    name = ACTIONS.get(action) or gettext(permission.name)
    return f"{capfirst(model._meta.verbose_name)}: {name}"


class GroupChoiceField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, group):
        return role_name(group)


class PermissionChoiceField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, permission):
        return permission_label(permission)


class RoleFilter(admin.SimpleListFilter):
    title = _("groups")
    parameter_name = "group"

    def lookups(self, request, model_admin):
        return [(str(group.pk), role_name(group)) for group in Group.objects.order_by("name")]

    def queryset(self, request, queryset):
        chosen = [key for key, _label in self.lookup_choices if key == self.value()]
        return queryset.filter(groups__in=chosen) if chosen else queryset


class WithinOwnRights:
    """Nobody changes whom or what reaches beyond their own rights: `may_touch` says which."""

    def has_change_permission(self, request, obj=None):
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or self.may_touch(request.user, obj))

    def has_delete_permission(self, request, obj=None):
        allowed = super().has_delete_permission(request, obj)
        return allowed and (obj is None or self.may_touch(request.user, obj))


@admin.register(User)
class UserAdmin(WithinOwnRights, auth_admin.UserAdmin):
    """Rights are given through groups alone, so that one can see who may do what."""

    list_display = ["username", "person", "email", "role_names", "in_use", "last_login"]
    list_filter = ["is_active", RoleFilter]
    filter_horizontal = []
    readonly_fields = ["last_login", "date_joined"]
    may_touch = staticmethod(people.may_manage)

    @admin.display(description=_("full name"), ordering="last_name")
    def person(self, user):
        return user.get_full_name()

    @admin.display(description=_("groups"))
    def role_names(self, user):
        return ", ".join(str(role_name(group)) for group in user.groups.all())

    @admin.display(description=_("active"), ordering="is_active")
    def in_use(self, user):
        return _("Yes") if user.is_active else _("No")

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    def get_fieldsets(self, request, obj=None):
        if obj is None:
            return self.add_fieldsets
        can_change = self.has_change_permission(request, obj)
        rights = ["is_active", "is_staff", "groups" if can_change else "role_names"]
        if request.user.is_superuser:
            rights.append("is_superuser")
        return [
            (None, {"fields": ["username", "password"]}),
            (_("Personal details"), {"fields": ["last_name", "first_name", "email"]}),
            (_("Rights"), {"fields": rights}),
            (_("Dates"), {"fields": self.readonly_fields}),
        ]

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name == "groups":
            kwargs |= {
                "form_class": GroupChoiceField,
                "queryset": people.grantable_groups(request.user),
                "widget": forms.CheckboxSelectMultiple,
                "help_text": _("What this person may do. Several groups add up."),
            }
        return super().formfield_for_manytomany(db_field, request, **kwargs)


@admin.register(Group)
class GroupAdmin(WithinOwnRights, auth_admin.GroupAdmin):
    list_display = ["shown_name", "kind"]
    filter_horizontal = []
    may_touch = staticmethod(people.may_change_group)

    @admin.display(description=_("name"), ordering="name")
    def shown_name(self, group):
        return role_name(group)

    @admin.display(description=_("kind"))
    def kind(self, group):
        return _("Role of the portal") if group.name in roles.NAMES else _("Own group")

    @admin.display(description=_("permissions"))
    def shown_permissions(self, group):
        held = group.permissions.select_related("content_type")
        return "\n".join(permission_label(permission) for permission in held)

    def get_fields(self, request, obj=None):
        if obj is None or self.has_change_permission(request, obj):
            return ["name", "permissions"]
        return ["shown_name", "kind", "shown_permissions"]

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj:
            context["subtitle"] = role_name(obj)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def formfield_for_manytomany(self, db_field, request=None, **kwargs):
        kwargs |= {
            "form_class": PermissionChoiceField,
            "queryset": people.grantable_permissions(request.user).select_related("content_type"),
            "widget": forms.CheckboxSelectMultiple,
            "help_text": "",
        }
        return super().formfield_for_manytomany(db_field, request, **kwargs)
