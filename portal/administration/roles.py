"""What the three groups of a press office may do.

The groups belong to the product: their permissions follow this table after every `migrate`,
so that an upgrade that brings new models also brings the right to use them. An office that
divides its work differently makes groups of its own beside them.
"""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

NAMES = {
    "editor": _("Editor"),
    "approver": _("Approver"),
    "administrator": _("Administrator"),
}

WRITE = ["view", "add", "change"]
ALL = [*WRITE, "delete"]


def permitted(actions, *models):
    return {f"{action}_{model}" for action in actions for model in models}


EDITOR = {
    "news": permitted(["view"], "department")
    | permitted(WRITE, "article")
    | permitted(ALL, "image", "attachment"),
    "rankings": permitted(WRITE, "source", "city", "ranking", "region", "measure", "edition")
    | permitted(ALL, "cityalias", "cityregion", "measurelabel", "result", "claim")
    | permitted(["view"], "correction", "acceptedwarning"),
    "portal": permitted(WRITE, "sitepage") | permitted(["view"], "feedbackpage"),
}
APPROVER = {
    "news": EDITOR["news"] | {"publish_article"},
    # A published correction stays.
    "rankings": EDITOR["rankings"] | {"publish_edition"} | permitted(["add"], "correction"),
    "portal": EDITOR["portal"] | {"publish_sitepage"},
}
ADMINISTRATOR = {
    "news": APPROVER["news"] | permitted(["delete"], "article") | permitted(ALL, "department"),
    "rankings": APPROVER["rankings"]
    | permitted(["delete"], "source", "city", "ranking", "region", "measure", "edition"),
    "portal": APPROVER["portal"]
    | permitted(["delete"], "sitepage")
    | permitted(["view", "add", "change"], "sitesettings")
    | {"remove_remark"},
    # People leave by being made inactive: deleting them would take their name off the history.
    "auth": permitted(WRITE, "user") | permitted(ALL, "group"),
}
PERMISSIONS = {"editor": EDITOR, "approver": APPROVER, "administrator": ADMINISTRATOR}


def connect():
    post_migrate.connect(apply, dispatch_uid="portal.roles")


def apply(app_config, using, apps=installed, **kwargs):
    """Give the groups their permissions in `app_config`, which has just been migrated."""
    try:
        Group = apps.get_model("auth", "Group")
        Permission = apps.get_model("auth", "Permission")
    except LookupError:
        return
    # Django makes the permissions in a handler of this same signal, which may come later.
    create_permissions(app_config, using=using, apps=apps, **kwargs)
    known = Permission.objects.using(using).filter(content_type__app_label=app_config.label)
    for name, permissions in PERMISSIONS.items():
        group, _created = Group.objects.using(using).get_or_create(name=name)
        wanted = known.filter(codename__in=permissions.get(app_config.label, ()))
        group.permissions.remove(*known.exclude(pk__in=wanted))
        group.permissions.add(*wanted)
