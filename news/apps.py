from django.apps import AppConfig
from django.db.models.signals import post_delete, post_migrate
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    name = "news"
    verbose_name = _("News and notices")

    def ready(self):
        from .pictures.sizes import forget_files

        post_delete.connect(forget_files, sender="news.Image")
        post_migrate.connect(make_search_index, sender=self, dispatch_uid="news.search")


def make_search_index(sender, using, **kwargs):
    # The models are there only when all apps are.
    from .search.database import install

    install(using)
