import subprocess
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from portal.backup import write_backup


class Command(BaseCommand):
    help = "Writes one archive of the database, uploads and journals; the portal may keep running."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, help="where the archive is written")

    def handle(self, *, folder, **options):
        try:
            archive = write_backup(folder)
        except (OSError, subprocess.CalledProcessError) as error:
            raise CommandError(f"No backup could be written: {error}") from error
        self.stdout.write(str(archive))
