"""A day at the service in which unmistakable words are typed wherever something can be typed.

Run by ``test_canaries`` as a process of its own, ``canary_story.py ANSWERS``: it is set up as in
production, writes its log to standard error, and a line of JSON for each answer and each e-mail
to the file. Nothing is asked of what it is told: the test does that.
"""

import json
import os
import re
import sys
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402
from tests.cast import PASSWORD, make_user  # noqa: E402
from tests.notices.mail_server import Mailbox, mail_server  # noqa: E402

from goldenthread.children.models import Child, ChildIdentifier  # noqa: E402
from goldenthread.config import worker  # noqa: E402
from goldenthread.config.static import collect_when_stale  # noqa: E402
from goldenthread.core.actors import System  # noqa: E402
from goldenthread.notices.models import Notice  # noqa: E402
from goldenthread.notices.rules.states import State  # noqa: E402
from goldenthread.notices.sending.bounces import take_bounce  # noqa: E402
from goldenthread.people.models import Service, StaffImport, Team, User  # noqa: E402
from goldenthread.people.rules import Role  # noqa: E402
from goldenthread.people.services import roles  # noqa: E402
from goldenthread.records.models import LegalHold  # noqa: E402

NAME = "Zephyrine Quillfeather"
EMAIL = "quillfeather@canary.example"
NUMBER = "QF-7731-ZQ"
INITIALS = "ZQXJKV"
NARRATIVE = "the canary sang at noon"
ALL = f"{NAME} <{EMAIL}> {NUMBER}: {NARRATIVE}"
PLAIN = f"{NAME} {NUMBER} {NARRATIVE}"
HOST = "127.0.0.1:8000"
BY = System("tests")


class Visitor:
    """Somebody at a browser, of whose answers every one is written down."""

    def __init__(self, answers: Path) -> None:
        headers = {"HTTP_HOST": HOST, "HTTP_REFERER": f"http://{HOST}/?search={NAME}"}
        more = {"HTTP_X_REQUEST_ID": EMAIL, "HTTP_ACCEPT_LANGUAGE": NARRATIVE}
        self.client = Client(enforce_csrf_checks=True, raise_request_exception=False)
        self.client.defaults |= headers | more
        self.file = answers

    def get(self, address: str, query: Mapping[str, str] | None = None) -> Any:
        return self._told("GET", address, self.client.get(address, query))

    def post(self, address: str, **data: Any) -> Any:
        """Send a form; a page with one is opened first, as browsers do."""
        self.client.get(reverse("account_login"))  # for who is not signed in
        self.client.get(reverse("check_brief"))  # for who is
        headers = {"X-CSRFToken": self.client.cookies[settings.CSRF_COOKIE_NAME].value}
        return self.send(address, data, headers)

    def send(self, address: str, data: Mapping[str, Any], headers: Mapping[str, str]) -> Any:
        """Send what no page of ours need have asked for."""
        return self._told("POST", address, self.client.post(address, data, headers=headers))

    def _told(self, method: str, address: str, answer: Any) -> Any:
        body = b"".join(answer) if answer.streaming else answer.content
        cookies = [morsel.OutputString() for morsel in answer.cookies.values()]
        tell(
            self.file,
            kind="answer",
            asked=f"{method} {address}",
            status=answer.status_code,
            headers={**answer.headers, "Set-Cookie": "\n".join(cookies)},
            body=body.decode(errors="replace") if answer.status_code >= 400 else "",
        )
        return answer


def tell(file: Path, **what: Any) -> None:
    """Write a line."""
    with file.open("a") as lines:
        lines.write(json.dumps(what) + "\n")


def file(name: str, content: str | bytes) -> SimpleUploadedFile:
    """A file to send."""
    return SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)


def broken(place: str) -> AbstractContextManager[Any]:
    """A function that fails and says in its error what it had in hand."""
    return patch(place, side_effect=ValueError(ALL))


def stand_at_the_door(one: Visitor) -> None:
    """Who is not signed in types everything into every field there is."""
    one.get(reverse("list_people"), {"search": NAME})
    one.get(reverse("account_login"), {"next": f"/people/?search={NAME}"})
    one.post(reverse("account_login"), login=EMAIL, password=ALL)
    one.post(reverse("account_login"), login=NAME, password=NARRATIVE)
    one.post(reverse("account_login"), login="lead@example.org", password=ALL)
    one.post(reverse("account_reset_password"), email=f"unknown.{EMAIL}")
    one.post(reverse("account_reset_password"), email=NAME)
    one.get(reverse("accept_invitation", args=[NUMBER]))
    one.get(f"/password/link/{NUMBER.replace('-', '')}-{NUMBER}/")
    one.post(reverse("account_login"), login="lead@example.org", password=PASSWORD)


def people(one: Visitor) -> None:
    """A person, lists of staff, a service and a team."""
    who = {"name": NAME, "surname": NAME, "email": EMAIL, "staff_number": NUMBER, "job_title": NAME}
    one.post(reverse("add_person"), **who | {"email": NARRATIVE})
    one.post(reverse("add_person"), **who, invite="on")
    one.post(reverse("add_person"), **who)
    user = User.objects.get(email=EMAIL)
    one.post(reverse("update_person", args=[user.id]), **who | {"job_title": NARRATIVE})
    one.get(reverse("list_people"), {"search": NAME, "team": NUMBER, "page": NUMBER})
    one.get(reverse("download_people"), {"search": EMAIL})
    for name in (NAME, NARRATIVE, NAME):
        one.post(reverse("open_service"), name=name)
    service = Service.objects.get(name=NAME)
    today = {"on-day": "1", "on-month": "3", "on-year": "2024"}
    for name in (NAME, NAME):
        one.post(reverse("open_team"), name=name, service=str(service.id), **today)
    team = Team.objects.get(name=NAME)
    one.post(reverse("rename_team", args=[team.id]), name=NARRATIVE, **today)


def staff_lists(one: Visitor) -> None:
    """A list that is no list, one that is applied, and one that waits."""
    address = reverse("upload_staff")
    one.post(address, file=file(f"{NAME}.pdf", ALL))
    one.post(address, file=file(f"{NAME}.csv", NARRATIVE))
    one.post(address, file=file(f"{NAME}.xlsx", f"PK{ALL}"))
    rows = f"Name,E-mail,Staff number,Job title,Team,Service\n{NAME},second.{EMAIL},{NUMBER}-2,"
    one.post(address, file=file(f"{NAME}.csv", f"{rows}{NAME},,\n{NAME},{NAME},,,,\n"))
    first = StaffImport.objects.get()
    one.post(reverse("show_staff_import", args=[first.id]), **{"row-2": "leave_out", "row-3": NAME})
    one.post(reverse("show_staff_import", args=[first.id]), **{"row-3": "leave_out"})
    one.post(reverse("apply_staff_import", args=[first.id]))
    one.post(address, file=file(f"{NAME}.csv", f"{rows}{NAME},{NAME} team,{NAME} service\n"))


def children(one: Visitor) -> None:
    """A child with a number and initials, sought and not found."""
    since = {"from_on-day": "1", "from_on-month": "3", "from_on-year": "2024"}
    number = {"system": "case_system", "number": NUMBER}
    one.post(reverse("find_child"), number=NAME, system="")
    one.post(reverse("find_child"), number=NUMBER, system=NAME)
    one.get(reverse("find_child"), {"number": NUMBER})
    one.post(reverse("add_child"), **number, **since)
    one.post(reverse("add_child"), **number | {"system": "nhs"}, **since)
    one.post(reverse("add_child"), **number, **since)
    child = Child.objects.get()
    one.post(reverse("find_child"), number=NUMBER, system="")
    one.get(reverse("show_child", args=[child.id]))
    one.post(reverse("set_initials", args=[child.id]), initials=NAME)
    one.post(reverse("set_initials", args=[child.id]), initials=INITIALS)
    for name in ("choose_merge", "choose_sibling", "link_adoption"):
        one.post(reverse(name, args=[child.id]), **number, side="before")
    assert ChildIdentifier.objects.exists()


def records(one: Visitor) -> None:
    """Holds with their reasons, an export of what is held, what was done."""
    child = Child.objects.get()
    person = User.objects.get(email=EMAIL)
    ends = {"to_on-day": NUMBER, "to_on-month": NAME, "to_on-year": NARRATIVE}
    for name in ("hold_child", "ask_access", "ask_erasure"):
        one.post(reverse(name, args=[child.id]), reason=ALL, **ends)
    one.post(reverse("hold_child", args=[child.id]), reason=ALL)
    one.post(reverse("hold_person"), person=NAME, reason=ALL)
    one.post(reverse("hold_person"), person=str(person.id), reason=ALL)
    one.get(reverse("list_ledger"), {"about": NUMBER, "person": NAME, "kind": NARRATIVE})
    one.get(reverse("download_ledger"), {"about": NUMBER})
    assert {hold.subject for hold in LegalHold.objects.all()} == {child.id, person.id}


def briefs(one: Visitor) -> None:
    """A brief and workbooks of which nothing is kept."""
    for name, text in (("txt", ALL), ("docx", f"PK{ALL}"), ("pdf", ALL), ("exe", ALL)):
        brief = file(f"{NAME} {NARRATIVE}.{name}", text)
        one.post(reverse("check_brief"), brief=brief, audience="service", names=ALL)
    for content in (f"PK{ALL}".encode(), b""):
        workbook = file(f"{NAME} {NUMBER}.xlsx", content)
        asked = {"layouts": "learning-brief", "formats": "docx", "audience": "service"}
        one.post(reverse("make_brief"), workbook=workbook, **asked)


def astray(one: Visitor) -> None:
    """Addresses that lead nowhere, requests that are refused, pages that fail."""
    for address in (f"/{NAME}/", f"/people/{NUMBER}/?{NARRATIVE}", f"/health/{EMAIL}"):
        one.get(address)
        one.post(address, said=ALL)
    one.send(reverse("add_person"), {"name": NAME, "email": EMAIL}, {})
    one.get(reverse("list_people").rstrip("/"), {"search": NAME})
    one.post(reverse("account_reauthenticate"), password=ALL)
    one.post(reverse("mfa_activate_totp"), code=ALL)
    one.post(reverse("account_change_password"), oldpassword=ALL, password1=ALL, password2=NAME)
    place = "goldenthread.people.queries"
    with broken(f"{place}.people.page_of_people"):
        one.get(reverse("list_people"), {"search": NAME})
    with broken("goldenthread.people.services.users.store"):
        one.post(reverse("add_person"), name=NAME, email=f"third.{EMAIL}")
    with broken("goldenthread.children.queries.with_number"):
        one.post(reverse("find_child"), number=NUMBER, system="")
    one.client.defaults["HTTP_HOST"] = "quillfeather.canary.example"
    one.get(reverse("home"), {"search": NAME})
    one.client.defaults["HTTP_HOST"] = HOST


def outsider(one: Visitor) -> None:
    """Somebody who may do nothing tries everything, and asks for another's password."""
    one.post(reverse("account_reset_password"), email=EMAIL)
    user = make_user("Jo Stranger")
    one.client.force_login(user)
    one.get(reverse("list_people"), {"search": NAME})
    one.post(reverse("add_person"), name=NAME, email=EMAIL)
    one.post(reverse("find_child"), number=NUMBER)
    one.post(reverse("upload_staff"), file=file(f"{NAME}.csv", ALL))


def work(box: Mailbox) -> None:
    """The worker, at first where everything fails and says why."""
    jobs = (
        "goldenthread.config.sign_in.jobs.can_use_password",
        "goldenthread.notices.jobs.deliver",
    )
    with broken(jobs[0]), broken(jobs[1]):
        worker.run(batch=True)
    refused = f"550 5.1.1 {ALL}".replace("<", "").replace(">", "")
    box.answers = {"rcpt": [f"450 4.2.1 {PLAIN}"], "data": [refused]}
    for _ in range(2):
        Notice.objects.filter(state=State.QUEUED.value).update(not_before="2020-01-01T00:00Z")
        run_sweep()
    Notice.objects.exclude(state=State.SENT.value).update(
        state=State.QUEUED.value, fault="", not_before="2020-01-01T00:00Z"
    )
    run_sweep()


def run_sweep() -> None:
    """What the schedule does every minute, and then whatever waits."""
    from goldenthread.core.jobs import enqueue
    from goldenthread.notices.jobs import sweep

    enqueue(sweep)
    worker.run(batch=True)


def follow(one: Visitor, box: Mailbox) -> None:
    """What came by e-mail is followed: the invitation, then a link for who forgot the password."""
    (invitation,) = links(box, r"/invitation/[^\s\"<]+/")
    one.get(invitation, {"said": NARRATIVE})
    for passwords in ((ALL, NAME), (NAME, NAME), (ALL, ALL)):
        one.post(invitation, password1=passwords[0], password2=passwords[1])
    one.post(reverse("account_reset_password"), email=EMAIL)
    run_sweep()
    (reset,) = links(box, r"/password/link/[^\s\"<]+/")
    form = one.get(reset)["Location"]
    for passwords in ((ALL, NAME), (NAME, NAME), (PLAIN, PLAIN)):
        one.post(form, password1=passwords[0], password2=passwords[1])
    one.post(reverse("account_login"), login=EMAIL, password=PLAIN)
    assert one.get(reverse("usersessions_list")).status_code == 200
    one.post(reverse("account_change_password"), oldpassword=PLAIN, password1=ALL, password2=ALL)


def links(box: Mailbox, pattern: str) -> set[str]:
    """Links of a kind in all e-mails that came."""
    bodies = [message.get_body(("plain",)) for message in box.messages]
    text = "\n".join(str(body.get_content()) for body in bodies if body is not None)
    return set(re.findall(pattern, text))


def leave_waiting(one: Visitor, box: Mailbox) -> None:
    """The mail server refuses for now, and somebody's e-mail waits."""
    one.post(reverse("account_reset_password"), email=EMAIL)
    box.answers = {"rcpt": [f"450 4.2.1 {PLAIN}"] * 9}
    run_sweep()
    assert Notice.objects.exclude(content=b"").exists()


def main(answers: Path) -> None:
    """The whole day."""
    collect_when_stale(Path(settings.STATIC_ROOT).parent)
    lead = make_user("Lead Nowak")
    for role in (Role.AUDIT_LEAD, Role.ADMINISTRATOR):
        roles.grant(user=lead, role=role, by=BY)
    one = Visitor(answers)
    steps: list[Callable[[Visitor], None]] = [
        stand_at_the_door, people, staff_lists, children, records, briefs, astray
    ]  # fmt: skip
    for step in steps:
        step(one)
    outsider(Visitor(answers))
    box = Mailbox(port=settings.EMAIL_PORT)
    with mail_server(box):
        settings.EMAIL_PORT = box.port
        work(box)
        follow(Visitor(answers), box)
        run_sweep()
        leave_waiting(Visitor(answers), box)
    notice = Notice.objects.filter(state=State.SENT.value).first()
    bounced = (
        f"Message-ID: <x@y>\nIn-Reply-To: {notice and notice.message_id}\nSubject: {ALL}\n\n{ALL}"
    )
    take_bounce(raw=bounced.encode(), by=BY)
    for message in box.messages:
        body = message.get_body(("plain",))
        words = str(body.get_content()) if body is not None else ""
        tell(answers, kind="e-mail", headers=dict(message.items()), body=words)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
