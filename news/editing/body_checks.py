"""What an editor should know of a body before readers see it."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .. import embeds, press_release
from ..readiness import LANGUAGE_CODES


@dataclass(frozen=True)
class Finding:
    """``line`` counts from 1.

    An error would leave a hole in the page and is never stored. What would be shown as code is
    kept from readers. The rest is advice.
    """

    line: int
    message: str | Promise
    is_error: bool = False
    is_shown_as_code: bool = False

    def must_be_corrected(self, is_for_readers):
        return self.is_error or (self.is_shown_as_code and is_for_readers)


def findings(text, article):
    """Everything there is to say about `text` as a body of `article`, in the order of its lines."""
    document = press_release.parse(text)
    return by_line([*notation_findings(document), *image_findings(document, article)])


def sentences_to_readers(found, code):
    """What must be corrected of a body in language `code` before readers see it."""
    for finding in found:
        if finding.must_be_corrected(is_for_readers=True):
            yield _("%(language)s, line %(line)d: %(sentence)s") % {
                "language": dict(settings.LANGUAGES)[code],
                "line": finding.line,
                "sentence": finding.message,
            }


def by_line(found):
    return sorted(found, key=lambda finding: finding.line)


def notation_findings(document):
    """What there is to say of a parsed body of any kind of page."""
    for problem in document.problems:
        yield Finding(problem.line, problem.message, is_shown_as_code=problem.is_shown_as_code)
    for problem in embeds.problems(document):
        yield Finding(problem.line, problem.message, is_error=True)


def image_findings(document, article):
    own = article.images.in_bulk() if article.pk else {}
    for reference in document.images:
        image = own.get(reference.number)
        if image is None:
            yield Finding(
                reference.line, _("This article has no image of this number."), is_error=True
            )
        elif not (reference.alt or image.is_decorative):
            yield Finding(
                reference.line,
                _("Say between the square brackets what the picture shows."),
            )


def images_left_out(article, text):
    """The images of `article` that `text` does not show."""
    shown = {image.number for image in press_release.parse(text).images}
    own = article.images.all() if article.pk else []
    return [image for image in own if image.pk not in shown]


def images_left_out_everywhere(article):
    texts = [article.own_text("body", code) for code in LANGUAGE_CODES]
    return images_left_out(article, "\n\n".join(texts))


def lines_with_image(text, number):
    return [image.line for image in press_release.parse(text).images if image.number == number]
