"""The text of attachments, read once for each file and kept for the index."""

import logging
import subprocess
import sys

from django.conf import settings
from django.db import transaction

from ..files import label_of
from ..models import AttachmentText, StaleText

logger = logging.getLogger(__name__)

# Seconds until a document that is being read is given up.
PATIENCE = 60


def texts_of(articles):
    """{attachment id: text} of all attachments of `articles`; those not read yet are noted."""
    attachments = [each for article in articles for each in article.attachments.all()]
    known = AttachmentText.objects.in_bulk([attachment.pk for attachment in attachments])
    files = {attachment.pk: attachment.file.name for attachment in attachments}
    read = {pk: text for pk, text in known.items() if text.file == files[pk]}
    unread = [
        AttachmentText(attachment=attachment, file=attachment.file.name, text=None)
        for attachment in attachments
        if attachment.pk not in read
    ]
    AttachmentText.objects.bulk_create(
        unread,
        update_conflicts=True,
        unique_fields=["attachment"],
        update_fields=["file", "text"],
    )
    return {pk: text.text or "" for pk, text in read.items()}


def forget():
    """Have every file read again."""
    AttachmentText.objects.update(text=None)


def read_next():
    """Read the next attachment that is noted; whether there was one."""
    noted = AttachmentText.objects.filter(text=None).select_related("attachment").first()
    if noted is None:
        return False
    text = text_in(noted.attachment)
    with transaction.atomic():
        AttachmentText.objects.filter(pk=noted.pk, file=noted.file).update(text=text)
        StaleText.objects.create(article_pk=noted.attachment.article_id)
    return True


def text_in(attachment):
    """The text of the file, or nothing when it has none that can be read; never NUL."""
    command = [sys.executable, "-m", "news.search.extract"]
    command += [label_of(attachment.content_type), attachment.file.path]
    try:
        done = subprocess.run(
            command,
            cwd=settings.BASE_DIR,
            capture_output=True,
            check=True,
            timeout=PATIENCE,
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as exc:
        reason = (exc.stderr or b"").decode(errors="replace").strip().rpartition("\n")[2]
        logger.warning("Attachment %d is found by its name alone: %s", attachment.pk, reason)
        return ""
    return done.stdout.decode().replace("\0", " ")
