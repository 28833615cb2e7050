"""Where article bodies meet ranking data: [[ranking:…]], [[trend:…]] and [[areas:…]]."""

from news import embeds as news_embeds
from rankings import embeds as ranking_embeds


def register_embeds():
    news_embeds.register(
        ranking_embeds.KINDS,
        check=ranking_embeds.check,
        render=ranking_embeds.render,
    )
