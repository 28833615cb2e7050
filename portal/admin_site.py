from functools import partial

from django.contrib import admin
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.views.i18n import set_language

from . import history
from .revisions import is_recorded


class PortalAdminSite(admin.AdminSite):
    site_title = _("Administration")
    site_header = _("Administration")
    index_title = _("Work at hand")

    def get_urls(self):
        """Before Django's own: the history of recorded models, and the switch of language."""
        return [
            path("language/", set_language, name="set-language"),
            *(
                url
                for model_admin in self._registry.values()
                if is_recorded(model_admin.model)
                for url in self.history_urls(model_admin)
            ),
            *super().get_urls(),
        ]

    def history_urls(self, model_admin):
        opts = model_admin.opts
        name = f"{opts.app_label}_{opts.model_name}"
        address = f"{opts.app_label}/{opts.model_name}/<path:object_id>/history/"
        revisions = self.admin_view(partial(history.history_list, model_admin=model_admin))
        revision = self.admin_view(partial(history.history_detail, model_admin=model_admin))
        return [
            path(address, revisions, name=f"{name}_history"),
            path(f"{address}<int:number>/", revision, name=f"{name}_revision"),
        ]
