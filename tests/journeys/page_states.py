# mypy: disable-error-code="import-untyped"
"""The states in which pages are looked at: nothing there, one, many, and words without end."""

from datetime import timedelta
from enum import StrEnum
from uuid import UUID

from allauth.usersessions.models import UserSession
from django.db import models, transaction
from django.db.models import ProtectedError
from django.utils import timezone
from tests.cast import BY, Cast

from goldenthread.children.models import Child, ChildMerge
from goldenthread.children.rules.identifiers import IdentifierSystem
from goldenthread.children.services import identifiers, restrictions
from goldenthread.notices.kinds import MAIL_TROUBLE
from goldenthread.notices.models import Notice
from goldenthread.notices.rules.states import IN_TROUBLE
from goldenthread.people.models import (
    LineManagement,
    Membership,
    RoleGrant,
    Service,
    StaffImport,
    Team,
    User,
)
from goldenthread.people.rules import Role
from goldenthread.people.rules.names import sort_name
from goldenthread.people.rules.staff_file import read_staff
from goldenthread.people.services import staff_imports
from goldenthread.records.models import Erasure, RetentionRun, SubjectAccess
from goldenthread.records.services import holds, retention

MANY = 61
"""More than a page of any list."""
LONG_NAMES = (
    "Wilhelmina-Featherstonehaugh-Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch" * 2,
    "عبد الرحمن بن عبد العزيز بن محمد الأنصاري القرشي " * 3,
    "Ṭhị Nguyễn-Ó’Briain Þórgnýsdóttir-Šćepanović Włodzimierz " * 3,
    "מרים בת־שבע ירושלמי־הכהן Zoë <b>& \"quoted\" 'O’Neill'</b> " * 3,
)
"""A word without end, Arabic, letters with marks, Hebrew beside Latin with what HTML takes ill."""
REASON = f"{LONG_NAMES[0]} asks for it by letter. {LONG_NAMES[1]}"


class State(StrEnum):
    """How much there is."""

    EMPTY = "empty"
    ONE = "one"
    MANY = "many"
    LONG = "long"


def prepare(state: State, cast: Cast, viewers: list[User], kept: set[object]) -> None:
    """Bring what a page can show into a state; ``kept`` are ids of the page's own address."""
    match state:
        case State.EMPTY:
            _empty(kept | {viewer.id for viewer in viewers})
        case State.MANY:
            _many_emails()
            _many_of_somebody(cast)
            _many_of_children(kept)
            _many_asked(cast)
        case State.LONG:
            _long()
        case State.ONE:
            pass


def _empty(kept: set[object]) -> None:
    """Take away everything that the page does not need to have an address, and its readers."""
    emptied: tuple[type[models.Model], ...] = (
        Notice, StaffImport, LineManagement, Membership, RoleGrant, Team, Service, User
    )  # fmt: skip
    whose = {str(each) for each in kept}
    for model in emptied:
        for row in model._default_manager.all():
            belongs = {str(row.pk), str(getattr(row, "user_id", "") if model is RoleGrant else "")}
            if belongs & whose:
                continue
            try:
                with transaction.atomic():
                    row.delete()
            except ProtectedError:
                continue


def many(cast: Cast) -> None:
    """More than a page of everything that has a list of its own, and of everybody's own."""
    today = timezone.localdate()
    people = [
        User(
            name=f"Person {number:02} Example",
            sort_name=sort_name(f"Person {number:02} Example", ""),
            email=f"person{number}@example.org",
            password="!",
        )
        for number in range(MANY)
    ]
    User.objects.bulk_create(people)
    services = [Service(name=f"Service {number:02}") for number in range(MANY)]
    Service.objects.bulk_create(services)
    since = today - timedelta(days=900)
    teams = [
        Team(name=f"Team {number:02}", service=cast.service, opened_on=since)
        for number in range(MANY)
    ]
    Team.objects.bulk_create(teams)
    Membership.objects.bulk_create(
        [Membership(user=person, team=cast.north, from_on=since) for person in people]
    )
    lead, administrator = cast[Role.AUDIT_LEAD], cast[Role.ADMINISTRATOR]
    for person in people:
        holds.hold_person(user=person, reason="A claim", placed_by=lead, by=BY)
    Child.objects.bulk_create([Child() for _ in range(MANY)])
    for number in range(12):
        earlier = timezone.now() - timedelta(days=number)
        run = retention.run(by=BY)
        RetentionRun.objects.filter(id=run.id).update(created_at=earlier)
        staff = read_staff(b"Name\nLou\n")
        made = staff_imports.upload(staff=staff, uploaded_by=administrator, by=BY)
        StaffImport.objects.filter(id=made.id).update(created_at=earlier)
    _many_sessions([lead, administrator, cast.outsider])


def _many_asked(cast: Cast) -> None:
    """Exports and erasures that others asked for."""
    by, asked = cast[Role.SENIOR_LEADER], SubjectAccess.objects.values("child")
    children = Child.objects.exclude(id__in=asked).values_list("id", flat=True)[:MANY]
    SubjectAccess.objects.bulk_create([SubjectAccess(child=each, asked_by=by) for each in children])
    waiting = Erasure.objects.values("child")
    children = Child.objects.exclude(id__in=waiting).values_list("id", flat=True)[:MANY]
    Erasure.objects.bulk_create([Erasure(child=each, asked_by=by) for each in children])


def _many_emails() -> None:
    states, now = list(IN_TROUBLE), timezone.now()
    Notice.objects.bulk_create(
        [
            Notice(
                kind=MAIL_TROUBLE.name,
                to=person,
                message_id=f"<{number}@example.org>",
                state=states[number % len(states)].value,
                not_before=now,
                useful_until=now + timedelta(days=1),
            )
            for number, person in enumerate(User.objects.filter(email__startswith="person"))
        ]
    )


def _many_of_somebody(cast: Cast) -> None:
    """Whoever manages many people, and was in many teams and roles."""
    busy, since = cast[Role.AUDITOR], timezone.localdate() - timedelta(days=900)
    ended = since + timedelta(days=9)
    teams = Team.objects.exclude(memberships__user=busy)
    Membership.objects.bulk_create(
        [Membership(user=busy, team=team, from_on=since, to_on=ended) for team in teams]
    )
    people = User.objects.filter(email__startswith="person")
    LineManagement.objects.bulk_create(
        [LineManagement(worker=each, manager=busy, from_on=since) for each in people]
    )
    RoleGrant.objects.bulk_create(
        [RoleGrant(user=busy, role=Role.IRO, from_on=since, to_on=ended) for _ in people]
    )


def _many_sessions(users: list[User]) -> None:
    UserSession.objects.bulk_create(
        [
            UserSession(user=user, session_key=f"{user.id.hex[:8]}{number}", ip="127.0.0.1")
            for user in users
            for number in range(MANY)
        ]
    )


def _many_of_children(kept: set[object]) -> None:
    """More than a page of everything that belongs to each child that an address names."""
    people = list(User.objects.filter(email__startswith="person"))[:MANY]
    merged = ChildMerge.objects.filter(undone_at=None).values("merged")
    ids = [each for each in kept if isinstance(each, UUID)]
    for child in Child.objects.exclude(id__in=merged).filter(id__in=ids):
        for number in range(MANY):
            system = IdentifierSystem.CASE_SYSTEM
            identifiers.give(
                child=child, system=system, number=f"{child.id.hex[:9]}{number}", by=BY
            )
        for person in people:
            restrictions.give_access(child=child, user=person, by=BY)


def _long() -> None:
    """Names without end, in several scripts."""
    for number, user in enumerate(User.objects.order_by("email")):
        name = LONG_NAMES[number % len(LONG_NAMES)]
        user.name, user.surname = f"{name[:146].strip()} {number}", name[:149].strip()
        user.sort_name = sort_name(user.name, user.surname)[:310]
        user.job_title = name[10:110]
        user.staff_number = f"{number}-{'W' * 36}"
        if "kit@" not in user.email:  # by which the tables find one
            user.email = f"{number}{'w' * 62}@{'long.' * 30}example.org"
        user.save()
    named: list[Team | Service] = [*Team.objects.order_by("id"), *Service.objects.order_by("id")]
    for number, row in enumerate(named):
        row.name = f"{number} {LONG_NAMES[number % len(LONG_NAMES)]}"[:100].strip()
        row.save()
    for child in Child.objects.all():
        child.initials = "ẂẂẂẂẂẂ"
        child.save()


def long_list(cast: Cast) -> StaffImport:
    """A list of staff whose rows are long, of whom some are known and some cannot be read."""
    heading = (
        "Name,E-mail,Staff number,Job title,Team,Service,Line manager,A column with a long name"
    )
    rows = [
        f'"{name[:140]}",row{n}@{"long." * 30}example.org,{n}{"W" * 36},"{name[:90]}",'
        f'"{name[:90]} {n}","{name[:90]}",nobody@example.org,x'
        for n, name in enumerate(LONG_NAMES)
    ]
    wrong = [f'"{name}",not an address,,,,,,' for name in LONG_NAMES]
    content = "\n".join([heading, *rows, *wrong]).encode()
    lead = cast[Role.AUDIT_LEAD]
    return staff_imports.upload(staff=read_staff(content), uploaded_by=lead, by=BY)


def many_rows(cast: Cast) -> StaffImport:
    """A list of many rows, some of whom are like people who are here."""
    rows = [f"Persson {n:02} Example,,,New team {n}" for n in range(MANY)]
    content = "\n".join(["Name,E-mail,Staff number,Team", *rows]).encode()
    lead = cast[Role.AUDIT_LEAD]
    return staff_imports.upload(staff=read_staff(content), uploaded_by=lead, by=BY)
