"""What taking a language of a page back means for its readers, in sentences for editors."""

from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from modeltranslation.utils import build_localized_fieldname as in_language

from news.readiness import LANGUAGE_CODES


def withdrawn_languages(page):
    """Those in which readers still get `page`, and will not once it is saved."""
    stored = page.stored(*(in_language("is_ready", code) for code in LANGUAGE_CODES)) or {}
    kept = page.ready_languages()
    return [
        code
        for code in LANGUAGE_CODES
        if stored.get(in_language("is_ready", code)) and code not in kept
    ]


def consequences(page, withdrawn):
    if withdrawn and not page.is_public:
        return [_("Nobody can open this page any longer, and no page links to it.")]
    return [consequence(page, code) for code in withdrawn]


def consequence(page, code):
    names = {"language": name_of(code)}
    if page.has_own_address:
        return _("Readers of %(language)s no longer see your introduction.") % names
    names["other"] = name_of(page.language_for(code))
    return (
        _(
            "Readers of %(language)s now see the text in %(other)s, and its title in %(other)s at "
            "the foot of every page."
        )
        % names
    )


def name_of(code):
    return get_language_info(code)["name_translated"]
