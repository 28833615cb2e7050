"""Nothing that readers send is kept for longer than a year, and no key for longer than a day."""

from datetime import timedelta

from django.utils import timezone

from .models import KEPT_FOR, FeedbackAnswer, FeedbackSender


def forget_old(at=None):
    """Delete what has had its time at the moment `at`; returns the number of answers."""
    at = at or timezone.now()
    midnight = timezone.localtime(at).replace(hour=0, minute=0, second=0, microsecond=0)
    FeedbackSender.objects.filter(since__lt=at - timedelta(hours=1)).delete()
    past = FeedbackAnswer.objects.filter(answered_at__lt=midnight).exclude(reader="")
    past.update(reader="")
    deleted, _by_model = FeedbackAnswer.objects.filter(answered_at__lte=at - KEPT_FOR).delete()
    return deleted
