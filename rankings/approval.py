"""Who changes what readers already see: only those who may make an edition public."""

from django.db.models import Q

from .models import City, Edition, Ranking, Result, Source

# The editions in which each kind of object shows.
EDITIONS_OF = {
    Edition: lambda edition: Q(pk=edition.pk),
    Result: lambda result: Q(pk=result.edition_id),
    Ranking: lambda ranking: Q(ranking=ranking),
    City: lambda city: Q(results__city=city),
    Source: lambda source: Q(sources=source) | Q(results__source=source),
}


def may_publish(person):
    return person.has_perm("rankings.publish_edition")


def is_shown(obj):
    """Whether a public edition shows `obj`."""
    return Edition.objects.public().filter(EDITIONS_OF[type(obj)](obj)).exists()


class ApprovedOnceShown:
    """For the admin of a model in EDITIONS_OF; what is not shown yet is open to every editor."""

    def is_left_to_approvers(self, request, obj):
        return obj is not None and not may_publish(request.user) and is_shown(obj)

    def has_change_permission(self, request, obj=None):
        is_permitted = super().has_change_permission(request, obj)
        return is_permitted and not self.is_left_to_approvers(request, obj)

    def has_delete_permission(self, request, obj=None):
        is_permitted = super().has_delete_permission(request, obj)
        return is_permitted and not self.is_left_to_approvers(request, obj)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["is_left_to_approvers"] = self.is_left_to_approvers(request, obj)
        return super().render_change_form(request, context, add, change, form_url, obj)
