from django.contrib import admin
from modeltranslation.utils import get_translation_fields

from ..models import AcceptedWarning


@admin.register(AcceptedWarning)
class AcceptedWarningAdmin(admin.ModelAdmin):
    """What looked wrong when figures were saved, and why it was not. To be read only."""

    list_display = ["accepted_at", "edition", "sentence", "reason", "accepted_by"]
    list_filter = ["edition__ranking"]
    list_select_related = ["edition__ranking", "accepted_by"]
    search_fields = [
        "sentence",
        "reason",
        *get_translation_fields("edition__ranking__name"),
    ]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
