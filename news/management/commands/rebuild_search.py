from django.core.management.base import BaseCommand
from django.db import connection, transaction

from news.search.attachments import forget
from news.search.database import note_all
from news.search.index import keep_up_with_files


class Command(BaseCommand):
    help = (
        "Writes the search index of all articles anew. It keeps up with changes by itself: this "
        "is for an index that a fault or an older version has left behind."
    )

    def handle(self, **options):
        with transaction.atomic(), connection.cursor() as cursor:
            forget()
            note_all(cursor)
        self.stdout.write(f"Changes indexed: {keep_up_with_files()}")
