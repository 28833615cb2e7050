"""Uploaded files, for whoever may see the article they belong to."""

import logging
from pathlib import PurePath

from django.http import FileResponse, Http404
from django.shortcuts import redirect
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from .file_types import ATTACHMENTS, PICTURES
from .files import claimed_type
from .models import Article, Attachment, Image
from .pictures import sizes
from .pictures.conversion import FORMATS

logger = logging.getLogger(__name__)

# However a browser takes a file, nothing in it may run, load or frame anything.
CONTENT_SECURITY_POLICY = "sandbox; default-src 'none'"
# The picture of a withdrawn article is gone from every cache within the hour.
PUBLIC_PICTURE = "public, max-age=3600"
# The address of a smaller picture names its content; caches that are shared forget it all the same.
PUBLIC_SIZE = "public, max-age=31536000, s-maxage=3600, immutable"
PRIVATE = "private, no-store"
INLINE_TYPES = {
    *(found.content_type for found in ATTACHMENTS if found.is_inline),
    *(f"image/{file_format}" for file_format in FORMATS),
}


@require_safe
def image_file(request, pk):
    image, is_public = permitted(request, Image, pk)
    content_type = claimed_type(image.file.name, PICTURES).content_type
    response = sent(request, image.file, PurePath(image.file.name).name, content_type)
    response["Cache-Control"] = PUBLIC_PICTURE if is_public else PRIVATE
    return response


@require_safe
def image_size(request, pk, token, width, file_format):
    image, is_public = permitted(request, Image, pk)
    stored = sizes.size_file(image, file_format, width)
    if stored is None or token != sizes.token(image):
        raise Http404
    name = PurePath(stored.name).name
    response = sent(request, stored, name, f"image/{file_format}")
    response["Cache-Control"] = PUBLIC_SIZE if is_public else PRIVATE
    return response


@require_safe
def attachment_file(request, pk, filename):
    attachment, is_public = permitted(request, Attachment, pk)
    if filename != attachment.filename:
        return redirect(attachment)
    response = sent(request, attachment.file, attachment.filename, attachment.content_type)
    if not is_public:
        response["Cache-Control"] = PRIVATE
    return response


def permitted(request, model, pk):
    """The file, and whether everybody may have it; 404 for those who may not."""
    found = model.objects.filter(pk=pk)
    if file := found.filter(article__in=Article.objects.published()).first():
        return file, True
    # Not earlier: who looks at the session makes the response vary on the cookie.
    if may_preview(request.user) and (file := found.first()):
        return file, False
    raise Http404


def may_preview(user):
    return user.is_staff and user.has_perm("news.view_article")


def sent(request, stored, name, content_type):
    # A stored file never changes: another upload gets another name.
    etag = quote_etag(PurePath(stored.name).name)
    response = get_conditional_response(request, etag=etag) or opened(stored, name, content_type)
    response["ETag"] = etag
    response["Content-Security-Policy"] = CONTENT_SECURITY_POLICY
    return response


def opened(stored, name, content_type):
    try:
        content = stored.open("rb")
    except FileNotFoundError as exc:
        logger.exception("The file %s is in the database but not in the store", stored.name)
        raise Http404 from exc
    return FileResponse(
        content,
        as_attachment=content_type not in INLINE_TYPES,
        filename=name,
        content_type=content_type,
    )
