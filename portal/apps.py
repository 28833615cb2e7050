from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from .administration import roles


class PortalConfig(AppConfig):
    name = "portal"
    verbose_name = _("Site")

    def ready(self):
        from .data_publisher import register_publisher
        from .embeds import register_embeds

        roles.connect()
        register_embeds()
        register_publisher()
