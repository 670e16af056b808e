"""Pages about people and teams: what they show to whom, and what they do once."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from lxml.html import HtmlElement, document_fromstring
from tests.cast import BY, Cast
from tests.people.ledger import written
from tests.people.test_staff_imports import HEAD, ROWS

from goldenthread.people.models import Invitation, Membership, StaffImport, Team, User
from goldenthread.people.queries.scopes import scope_of
from goldenthread.people.rules import Role
from goldenthread.people.services import staff_imports, teams, users

LEAD = Role.AUDIT_LEAD


def today() -> dict[str, str]:
    from goldenthread.core import clock

    on = clock.today()
    return {"on-day": str(on.day), "on-month": str(on.month), "on-year": str(on.year)}


def open_page(client: Client, name: str, *arguments: object, **asked: str) -> HtmlElement:
    response = client.get(reverse(name, args=arguments), asked)
    assert response.status_code == 200
    return document_fromstring(response.content.decode())


def text(page: HtmlElement, path: str) -> str:
    return " ".join(" ".join(each.text_content().split()) for each in page.xpath(path))


def names_listed(page: HtmlElement) -> list[str]:
    return [link.text_content() for link in page.xpath('//table[@id="people"]//th/a')]


@pytest.fixture
def lead(cast: Cast, client: Client) -> Client:
    client.force_login(cast[LEAD])
    return client


@pytest.fixture
def auditor(cast: Cast, client: Client) -> Client:
    client.force_login(cast[Role.AUDITOR])
    return client


def test_a_lead_finds_people_by_part_of_a_name_address_team_role_and_state(
    cast: Cast, lead: Client
) -> None:
    users.deactivate(user=cast.outsider, by=BY)
    assert len(names_listed(open_page(lead, "list_people"))) == 9
    assert names_listed(open_page(lead, "list_people", search="sian ONEILL")) == [
        "Ewan Siân O'Neill"
    ]
    assert names_listed(open_page(lead, "list_people", search="carys@")) == ["Carys Ó Briain"]
    assert names_listed(open_page(lead, "list_people", team=str(cast.south.id))) == [
        "Bilal Hussain"
    ]
    assert names_listed(open_page(lead, "list_people", role="analyst")) == ["Hal Wójcik"]
    assert names_listed(open_page(lead, "list_people", state="deactivated")) == ["Jo Stranger"]
    assert len(names_listed(open_page(lead, "list_people", state="all"))) == 10
    nobody = open_page(lead, "list_people", search="nobody at all")
    assert "Nobody fits" in text(nobody, "//main")


def test_people_are_sorted_by_surname_or_by_name(lead: Client) -> None:
    assert names_listed(open_page(lead, "list_people"))[:2] == ["Carys Ó Briain", "Bilal Hussain"]
    assert names_listed(open_page(lead, "list_people", sort="name"))[0] == "Ada Nowak"


def test_others_see_names_and_teams_and_no_hidden_column(cast: Cast, auditor: Client) -> None:
    users.deactivate(user=cast.outsider, by=BY)
    page = open_page(auditor, "list_people", state="all", role="analyst", search="")
    assert len(names_listed(page)) == 9
    assert "@" not in text(page, "//table")
    assert not page.xpath('//select[@name="role"]')
    found = open_page(auditor, "list_people", search="carys@example.org")
    assert names_listed(found) == []
    shown = open_page(auditor, "show_person", cast[Role.ANALYST].id)
    assert "@" not in text(shown, "//main")
    assert "Roles" not in text(shown, "//main")
    own = open_page(auditor, "show_person", cast[Role.AUDITOR].id)
    assert "bilal@example.org" in text(own, "//main")
    assert auditor.get(reverse("show_person", args=[cast.outsider.id])).status_code == 404


def test_the_manager_of_a_team_sees_the_details_of_its_people(cast: Cast, client: Client) -> None:
    client.force_login(cast[Role.TEAM_MANAGER])
    page = open_page(client, "show_person", cast[Role.PRACTITIONER].id)
    assert "deeqa@example.org" in text(page, "//main")
    other = open_page(client, "show_person", cast[Role.AUDITOR].id)
    assert "bilal@example.org" not in text(other, "//main")


@pytest.mark.parametrize(("role", "addresses"), [(LEAD, 10), (Role.TEAM_MANAGER, 2)])
def test_a_download_holds_what_its_reader_sees(
    cast: Cast, client: Client, role: Role, addresses: int
) -> None:
    users.update(user=cast[Role.ANALYST], job_title="=HYPERLINK(1)", by=BY)
    client.force_login(cast[role])
    content = client.get(reverse("download_people")).content.decode("utf-8-sig")
    assert content.count("@example.org") == addresses
    assert ",'=HYPERLINK(1)," in content


@pytest.mark.parametrize("people", [0, 60])
def test_the_list_asks_a_fixed_number_of_questions(
    cast: Cast,
    lead: Client,
    people: int,
    django_assert_max_num_queries: pytest.FixtureRequest,
) -> None:
    for number in range(people):
        users.add(name=f"Worker {number}", email=f"worker{number}@example.org", by=BY)
    open_page(lead, "list_people")
    with django_assert_max_num_queries(16):  # type: ignore[operator]
        page = open_page(lead, "list_people")
    assert len(names_listed(page)) == min(50, people + 10)


def test_a_person_is_added_and_invited_in_one_step(cast: Cast, lead: Client) -> None:
    given = {"name": "Kit Vale", "email": "Kit@example.org", "invite": "on"}
    response = lead.post(reverse("add_person"), given)
    kit = User.objects.get(email="kit@example.org")
    assert response["Location"] == reverse("show_person", args=[kit.id])
    assert Invitation.objects.get().user == kit
    page = document_fromstring(lead.post(reverse("add_person"), given).content.decode())
    assert "Somebody has this e-mail address already" in text(page, "//main")
    assert page.xpath('//*[@class="govuk-error-summary__title"]')
    assert User.objects.filter(email="kit@example.org").count() == 1


def test_a_refused_act_says_why_and_its_button_too(cast: Cast, lead: Client) -> None:
    administrator = cast[Role.ADMINISTRATOR]
    page = open_page(lead, "show_person", administrator.id)
    buttons = {b.text_content().strip() for b in page.xpath("//main//button[@disabled]")}
    assert {"Change details", "Deactivate"} <= buttons
    assert "Only an administrator may do this to an administrator." in text(page, "//main")
    before = written()
    response = lead.post(reverse("deactivate_person", args=[administrator.id]))
    assert response.status_code == 403
    assert "to an administrator" in response.content.decode()
    assert written() == before


def test_a_deactivation_says_what_ends_and_does_it_once(cast: Cast, lead: Client) -> None:
    manager = cast[Role.TEAM_MANAGER]
    page = text(open_page(lead, "deactivate_person", manager.id), "//main")
    assert "They leave their teams today: North team." in page
    assert "1 person will have no line manager." in page
    for _ in range(2):
        response = lead.post(reverse("deactivate_person", args=[manager.id]))
        assert response.status_code == 302
    assert not User.objects.get(id=manager.id).is_active


def test_a_wrong_day_is_said_in_the_form(cast: Cast, lead: Client) -> None:
    given = {"name": "Harbour team", "on-day": "31", "on-month": "2", "on-year": "2026"}
    response = lead.post(reverse("rename_team", args=[cast.north.id]), given)
    assert "Date must be a real date" in response.content.decode()
    given = {"team": str(cast.north.id)} | {"on-day": "1", "on-month": "1", "on-year": "2001"}
    response = lead.post(reverse("join_team", args=[cast.outsider.id]), given)
    assert "The team is not open on that day." in response.content.decode()
    assert Team.objects.get(id=cast.north.id).closed_on is None


def test_a_circle_is_said_in_the_form(cast: Cast, lead: Client) -> None:
    given = {"manager": str(cast[Role.PRACTITIONER].id)} | today()
    address = reverse("set_line_manager", args=[cast[Role.SENIOR_LEADER].id])
    assert "They would manage themselves" in lead.post(address, given).content.decode()


def test_a_team_is_split_by_its_page_and_shown_with_its_origin(cast: Cast, lead: Client) -> None:
    manager, worker = cast[Role.TEAM_MANAGER], cast[Role.PRACTITIONER]
    given = {"first": "A", "second": "B", f"place-{manager.id}": "0", f"place-{worker.id}": "1"}
    address = reverse("split_team", args=[cast.north.id])
    response = lead.post(address, given | {"second": "a"} | today())
    assert "another name" in response.content.decode()
    assert lead.post(address, given | today()).status_code == 302
    new = Team.objects.get(name="B")
    page = text(open_page(lead, "show_team", new.id), "//main")
    assert "Split from North team" in page
    assert "Deeqa Warsame" in page
    old = text(open_page(lead, "show_team", cast.north.id), "//main")
    assert "This team is closed." in old
    assert "Nobody was in the team" in old


def test_another_day_is_for_who_sees_the_history(cast: Cast, client: Client) -> None:
    teams.rename(team=cast.north, name="Harbour team", by=BY)
    Membership.objects.filter(team=cast.north).update(from_on="2026-01-01")
    client.force_login(cast[LEAD])
    day = {"on-day": "1", "on-month": "3", "on-year": "2026"}
    page = open_page(client, "show_team", cast.north.id, **day)
    assert "People on 1 March 2026" in text(page, "//main")
    assert "Deeqa Warsame" in text(page, "//main")
    client.force_login(cast[Role.AUDITOR])
    other = open_page(client, "show_team", cast.north.id, **day)
    assert "Deeqa Warsame" not in text(other, "//main")


def test_a_role_is_granted_and_ended_by_its_pages(cast: Cast, lead: Client) -> None:
    person = cast.outsider
    lead.post(reverse("grant_role", args=[person.id]), {"role": "auditor"})
    assert scope_of(person).roles == {Role.AUDITOR}
    response = lead.post(reverse("grant_role", args=[person.id]), {"role": "administrator"})
    assert response.status_code == 403
    lead.post(reverse("end_role", args=[person.role_grants.get().id]))
    assert scope_of(person).roles == frozenset()


def test_a_list_of_staff_goes_from_upload_to_confirmation(cast: Cast, lead: Client) -> None:
    file = SimpleUploadedFile("staff.csv", (HEAD + ROWS).encode("cp1252"))
    response = lead.post(reverse("upload_staff"), {"file": file})
    waiting = StaffImport.objects.get()
    address = reverse("show_staff_import", args=[waiting.id])
    assert response["Location"] == address
    page = open_page(lead, "show_staff_import", waiting.id)
    assert "Row 3: who is Ewan Sian O'Neil?" in text(page, "//main")
    assert "Go on and confirm" not in text(page, "//main")
    refused = lead.post(reverse("apply_staff_import", args=[waiting.id]))
    assert "2 rows or teams wait for a decision." in refused.content.decode()
    lead.post(address, {"row-3": "leave_out"})
    lead.post(address, {"team-1": "new"})
    assert "Go on and confirm" in text(open_page(lead, "show_staff_import", waiting.id), "//main")
    for _ in range(2):
        response = lead.post(reverse("apply_staff_import", args=[waiting.id]))
    assert response.status_code == 409
    assert "applied already" in response.content.decode()
    assert User.objects.filter(email="kit@example.org").exists()
    ended = text(open_page(lead, "show_staff_import", waiting.id), "//main")
    assert "by Ada Nowak" in ended


def test_a_file_that_is_no_list_is_said_beside_its_field(cast: Cast, lead: Client) -> None:
    file = SimpleUploadedFile("staff.csv", b"Car,Colour\nred,blue\n")
    response = lead.post(reverse("upload_staff"), {"file": file})
    assert "No row has the headings of a list of staff" in response.content.decode()
    assert not StaffImport.objects.exists()


def test_the_page_of_permissions_says_what_the_guards_do(cast: Cast, auditor: Client) -> None:
    page = open_page(auditor, "show_permissions")
    rows = page.xpath("(//table)[1]//tbody/tr")
    adds = next(row for row in rows if "Add a person" in row.text_content())
    assert text(adds, "./td") == "Audit lead, Administrator"


def test_a_form_from_elsewhere_is_refused(cast: Cast) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast[LEAD])
    response = client.post(reverse("deactivate_person", args=[cast[Role.AUDITOR].id]))
    assert response.status_code == 403
    assert User.objects.get(id=cast[Role.AUDITOR].id).is_active


def test_an_import_of_somebody_else_can_be_discarded(cast: Cast, lead: Client) -> None:
    from goldenthread.people.rules.staff_file import read_staff

    administrator = cast[Role.ADMINISTRATOR]
    waiting = staff_imports.upload(
        staff=read_staff((HEAD + ROWS).encode()), uploaded_by=administrator, by=administrator
    )
    assert lead.post(reverse("discard_staff_import", args=[waiting.id])).status_code == 302
    waiting.refresh_from_db()
    assert waiting.content == {}
