from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from news.models import Image
from news.pictures.sizes import make_sizes


class Command(BaseCommand):
    help = (
        "Makes the smaller files of pictures that have none yet: those that were uploaded before "
        "the portal made any, and those that could not be converted. It may be run at any time."
    )

    def handle(self, **options):
        made = sum(self.is_made(image) for image in Image.objects.filter(sizes__isnull=True))
        self.stdout.write(
            ngettext("%(count)d picture was converted.", "%(count)d pictures were converted.", made)
            % {"count": made}
        )

    def is_made(self, image):
        make_sizes(image)
        if image.sizes is None:
            self.stderr.write(
                _("Image %(number)d (%(file)s) could not be converted.")
                % {"number": image.pk, "file": image.file.name}
            )
            return False
        Image.objects.filter(pk=image.pk).update(sizes=image.sizes)
        return True
