"""[[contact:site]] in a body: how to reach the office, as the settings of the site have it."""

from dataclasses import dataclass
from datetime import datetime

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from news import embeds

from ..models import SiteSettings

KIND, ARGUMENT = "contact", "site"


@dataclass(frozen=True)
class Contact:
    html: SafeString
    corrected_at: datetime | None = None
    title: str = ""
    address: str = ""
    picture: str = ""


def register_contact():
    embeds.register([KIND], check=check, render=render)


def check(kind, argument):
    if argument.strip() != ARGUMENT:
        return _("Write [[contact:site]]: there is one office to contact.")
    return None


def render(wanted):
    """One Content, or None for an unknown argument, for each (kind, argument)."""
    html = render_to_string("portal/contact_embed.html", {"site": SiteSettings.current()})
    return [Contact(html) if argument.strip() == ARGUMENT else None for _kind, argument in wanted]
