"""Every kind of public page, each with its addresses in the demonstration content.

An address follows the prefix of a language. Where a page looks different with a choice made,
with nothing found or without a translation, it stands here once for each.
"""

from django.conf import settings

CODES = [code for code, _name in settings.LANGUAGES]
SIX_CITIES = "&".join(
    f"city={city}" for city in ("busan", "london", "paris", "seoul", "tokyo", "zurich")
)

PAGES = {
    "home": [""],
    "news:article-list": ["news/", "news/?kind=notice&year=2026", "news/?q=zzzz"],
    "news:most-read": ["news/most-read/", "news/most-read/?days=30"],
    # With live figures, only in one language, and with every sign of the notation.
    "news:article-detail": ["news/6/", "news/19/", "news/18/"],
    "news:counting-rule": ["news/how-we-count/"],
    # With a table of contents and contact details, and with a table.
    "site-page": ["pages/accessibility/", "pages/copyright/", "pages/about/"],
    # With articles and names found, with a page of the site and a month without its year, with a
    # department, and with nothing but suggestions.
    "search": [
        "search/",
        "search/?q=%EB%B6%80%EC%82%B0",
        "search/?q=%EB%AC%B8%EC%9D%98&kind=&month=11",
        "search/?q=%EB%94%94%EC%A7%80%ED%84%B8",
        "search/?q=qntks",
    ],
    "feedback:answer": ["feedback/"],
    "rankings:ranking-list": ["rankings/"],
    "rankings:city-rankings": ["rankings/cities/busan/"],
    "rankings:ranking-detail": ["rankings/sci/"],
    "rankings:edition-detail": ["rankings/sci/12/", "rankings/sci/12/?q=zzzz&sort=-rank"],
    "rankings:edition-comparison": ["rankings/sci/12/compared/11/"],
    "rankings:edition-frame": ["rankings/sci/12/frame/"],
    "rankings:correction-list": ["rankings/sci/corrections/"],
    "rankings:city-detail": ["rankings/sci/cities/busan/"],
    "rankings:city-frame": ["rankings/sci/cities/busan/frame/"],
    "rankings:city-comparison": ["rankings/sci/compare/", f"rankings/sci/compare/?{SIX_CITIES}"],
    "rankings:comparison-frame": [f"rankings/sci/compare/frame/?{SIX_CITIES}"],
    "rankings:measure-detail": ["rankings/sci/measures/overall/"],
    "rankings:measure-frame": ["rankings/sci/measures/overall/frame/"],
}
# Answered with status 404, in the dress of the site.
MISSING = "news/0/"

ADDRESSES = [address for addresses in PAGES.values() for address in addresses]
# Parts of other sites, without our header, menu and switch of languages.
FRAMES = [address for address in ADDRESSES if "/frame/" in address]
WHOLE_PAGES = [address for address in ADDRESSES if address not in FRAMES]
