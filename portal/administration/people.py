"""Who may give which rights to whom: nobody gives, or reaches, more than they have."""

from django.contrib.auth.models import Group, Permission
from django.db.models import Q

from . import roles


def permissions_of(person):
    """Every permission that `person` has, or would have again when made active."""
    if person.is_superuser:
        return Permission.objects.all()
    held = Q(group__user=person) | Q(user=person)
    return Permission.objects.filter(held).distinct()


def may_manage(actor, person):
    """Whoever can set a password can act as its owner, so only as far as their own rights go."""
    if actor.is_superuser:
        return True
    beyond = permissions_of(person).exclude(pk__in=permissions_of(actor))
    return not (person.is_superuser or beyond.exists())


def may_change_group(actor, group):
    beyond = group.permissions.exclude(pk__in=permissions_of(actor))
    return group.name not in roles.NAMES and not beyond.exists()


def grantable_permissions(actor):
    """What `actor` can put into a group: rights that the portal's roles know and they hold."""
    known = Permission.objects.filter(group__name__in=roles.NAMES)
    return known.filter(pk__in=permissions_of(actor)).distinct()


def grantable_groups(actor):
    beyond = Permission.objects.exclude(pk__in=permissions_of(actor))
    return Group.objects.exclude(permissions__in=beyond)
