class LockedWhileSaved:
    """Of a ModelAdmin: while an object is saved nobody else saves it."""

    def get_object(self, request, object_id, from_field=None):
        """The row is locked, then read once more."""
        instance = super().get_object(request, object_id, from_field)
        if instance is None or request.method != "POST":
            return instance
        self.model.objects.select_for_update().filter(pk=instance.pk).first()
        return super().get_object(request, object_id, from_field)
