from functools import partial

from django.contrib import admin
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.views.i18n import set_language

from ..models import SiteSettings
from . import history
from .revisions import is_recorded

# Daily work first; an app that is not named here comes after these.
APP_ORDER = ["news", "rankings", "portal", "auth"]


class PortalAdminSite(admin.AdminSite):
    site_title = _("Administration")
    site_header = _("Administration")
    index_title = _("Work at hand")

    def each_context(self, request):
        # The page of the login has a `site` of Django's in its context.
        return super().each_context(request) | {"portal_name": SiteSettings.current().name}

    def get_app_list(self, request, app_label=None):
        """Models stand in the order in which each app registers them, not in that of letters."""

        def place(app):
            label = app["app_label"]
            return APP_ORDER.index(label) if label in APP_ORDER else len(APP_ORDER)

        apps = sorted(super().get_app_list(request, app_label), key=place)
        registered = list(self._registry)
        for app in apps:
            app["models"].sort(key=lambda entry: registered.index(entry["model"]))
        return apps

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
