"""Where article bodies meet ranking data: [[ranking:…]], [[trend:…]] and [[areas:…]]."""

from news import embeds as news_embeds
from rankings import embeds as ranking_embeds


def register_embeds():
    for kind, embed in ranking_embeds.KINDS.items():
        news_embeds.register(kind, check=embed.check, render=embed.render)
