from django.core.management.base import BaseCommand

from news.models import Image
from news.pictures.sizes import delete_files, make_sizes


class Command(BaseCommand):
    help = (
        "Makes the smaller files of pictures that have none yet: those that were uploaded before "
        "the portal made any, and those that could not be converted. It may be run at any time."
    )

    def handle(self, **options):
        made = sum(self.is_made(image) for image in Image.objects.filter(sizes__isnull=True))
        self.stdout.write(f"Pictures converted: {made}")

    def is_made(self, image):
        make_sizes(image)
        if image.sizes is None:
            self.stderr.write(f"Image {image.pk} ({image.file.name}) could not be converted.")
            return False
        # Converting takes a while: an editor may have replaced or deleted the picture meanwhile.
        unchanged = Image.objects.filter(pk=image.pk, file=image.file.name)
        is_noted = bool(unchanged.update(sizes=image.sizes))
        if not is_noted:
            delete_files(image)
        return is_noted
