"""``goldenthread manage forget_single_sign_on EMAIL``."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from goldenthread.config.sign_in.queries import user_of_address
from goldenthread.config.sign_in.services.single_sign_on import forget_subject
from goldenthread.core.actors import System


class Command(BaseCommand):
    """Forgets the link of a person to the identity provider, when their account there is new."""

    help = "Forget by which account of the identity provider a person comes."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The person's e-mail address."""
        parser.add_argument("email", help="the person's e-mail address")

    def handle(self, *args: object, **options: str) -> None:
        """Forget it."""
        user = user_of_address(options["email"])
        if user is None:
            raise CommandError("Nobody here has this e-mail address.")
        forget_subject(user=user, by=System("command_line"))
