from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from .administration import roles
from .site_pages import defaults as site_pages


class PortalConfig(AppConfig):
    name = "portal"
    verbose_name = _("Site")

    def ready(self):
        from .data_publisher import register_publisher
        from .embeds import register_embeds
        from .site_pages.contact import register_contact

        roles.connect()
        site_pages.connect()
        register_contact()
        register_embeds()
        register_publisher()
