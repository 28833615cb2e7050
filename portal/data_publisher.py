"""Where feeds and downloads of ranking data learn who publishes them: the settings of the site."""

from news.feeds import publisher as news_publisher
from rankings.downloads import publisher

from .models import SiteSettings


def register_publisher():
    publisher.register(SiteSettings.current)
    news_publisher.register(SiteSettings.current)
