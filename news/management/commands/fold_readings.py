from django.core.management.base import BaseCommand

from news.background import count_readings


class Command(BaseCommand):
    help = (
        "Counts the readings that wait in the journals, and returns when all that were there "
        "are in the database. Server processes do this by themselves all the time."
    )

    def handle(self, **options):
        self.stdout.write(f"Lines read from the journals: {count_readings()}")
