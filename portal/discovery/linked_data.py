"""What search engines read of the site and its articles: schema.org, as JSON-LD."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, override

from news.addresses import whole
from news.licences import TERMS
from news.localized import wording

from ..cards.offers import offer_for
from .searching import search_template

CONTEXT = "https://schema.org"
HOME, ARTICLE = "home", "news:article-detail"


def described(context):
    """What the page with this context is, or None where there is nothing to say of it."""
    view = view_of(context)
    # An article that is gone answers at the same address, without a page.
    if view == ARTICLE and "page" in context:
        return news_article(context["page"], context["site"], offer_for(context).url)
    return site_graph(context["site"]) if view == HOME else None


def view_of(context):
    match = context["request"].resolver_match
    return match and match.view_name


def news_article(page, site, card):
    """A NewsArticle from an `ArticlePage`, in the language of its text; `card` is an address."""
    with override(page.language):
        address = whole(page.article.get_absolute_url())
    values = {
        "@context": CONTEXT,
        "@type": "NewsArticle",
        "mainEntityOfPage": address,
        "url": address,
        "headline": page.title,
        "description": page.lead,
        "articleSection": page.article.get_kind_display(),
        "inLanguage": page.language,
        "datePublished": iso_time(page.article.published_at),
        "dateModified": iso_time(modified_at(page)),
        "author": department(page, site),
        "publisher": organisation(site),
        "image": [*(whole(picture.src) for picture in page.body.pictures.values()), card],
        "isBasedOn": sources(page),
        "license": TERMS,
        "isAccessibleForFree": True,
    }
    return {name: value for name, value in values.items() if value}


def modified_at(page):
    """When readers last got to see something else: another text, or other embedded data."""
    times = [page.article.published_at, page.article.revised_at, page.data_corrected_at]
    return max(filter(None, times))


def iso_time(moment):
    return timezone.localtime(moment).isoformat(timespec="seconds")


def department(page, site):
    name = wording(page.article.department, "name", page.language).text
    return {
        "@type": type_of(site),
        "name": name,
        "url": whole(reverse("home")),
        "parentOrganization": organisation(site),
    }


def sources(page):
    """The tables and charts of rankings in the text, each page once."""
    contents = [content for content in page.body.live.values() if content and content.address]
    by_address = {content.address: content.title for content in contents}
    return [
        {"@type": "CreativeWork", "name": title, "url": whole(address)}
        for address, title in by_address.items()
    ]


def type_of(site):
    # Only an office may call itself one.
    return "GovernmentOrganization" if site.is_official else "Organization"


def organisation(site):
    return {"@type": type_of(site), "name": site.organisation, "url": settings.SITE_URL}


def site_graph(site):
    """The site, how to search it, and who runs it."""
    home = whole(reverse("home"))
    office = organisation(site) | {
        "@id": whole("/#organisation"),
        "telephone": site.phone,
        "email": site.email,
        "address": site.address,
    }
    website = {
        "@type": "WebSite",
        "@id": f"{home}#website",
        "url": home,
        "name": site.name,
        "description": site.tagline,
        "inLanguage": get_language(),
        "publisher": {"@id": office["@id"]},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": search_template("{search_term_string}"),
            },
            "query-input": "required name=search_term_string",
        },
    }
    said = [{name: value for name, value in each.items() if value} for each in (website, office)]
    return {"@context": CONTEXT, "@graph": said}
