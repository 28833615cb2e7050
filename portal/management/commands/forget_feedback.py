from django.core.management.base import BaseCommand

from portal.feedback.forget import forget_old


class Command(BaseCommand):
    help = "Deletes answers of readers that are older than a year; to be run once a day."

    def handle(self, *args, **options):
        self.stdout.write(f"Answers deleted: {forget_old()}")
