"""Where downloads of ranking data learn who publishes them: the settings of the site say it."""

from rankings.downloads import publisher

from .models import SiteSettings


def register_publisher():
    publisher.register(SiteSettings.current)
