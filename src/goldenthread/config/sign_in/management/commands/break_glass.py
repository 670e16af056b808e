"""``goldenthread manage break_glass EMAIL``."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from goldenthread.config.sign_in.services.break_glass import make_break_glass
from goldenthread.core.actors import System
from goldenthread.core.errors import DomainError


class Command(BaseCommand):
    """Makes the break-glass account, or gives it a new password."""

    help = "Make the break-glass account, or reset its password and second factors."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """An e-mail address that is nobody's own."""
        parser.add_argument("email", help="an e-mail address that is nobody's own")

    def handle(self, *args: object, **options: str) -> None:
        """Print the password, once."""
        try:
            password = make_break_glass(email=options["email"], by=System("command_line"))
        except DomainError as error:
            raise CommandError(error.reason) from error
        self.stdout.write(password)
        self.stderr.write(
            "Keep this password sealed, where two people can reach it. Sign in with it now, and "
            "set up its second step."
        )
