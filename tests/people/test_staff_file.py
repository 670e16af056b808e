"""Lists of staff are read however they were saved; what cannot be read is said by its cell."""

import io

import pytest
import xlsxwriter

from goldenthread.documents.untrusted.opening import UnreadableFile
from goldenthread.exchange.problems import Problem
from goldenthread.people.rules.staff_file import read_staff
from goldenthread.people.rules.staff_rows import StaffList, StaffRow

LIST = "Name,E-mail address,Payroll No,Car\nSiân O’Neill,sian@example.org,12,red\n"
SIAN = StaffRow(line=2, name="Siân O’Neill", email="sian@example.org", staff_number="12")


@pytest.mark.parametrize(
    "content",
    [
        LIST.encode(),
        LIST.encode("utf-8-sig"),
        LIST.encode("cp1252"),
        LIST.encode("utf-16"),
        LIST.encode("utf-16-le"),
        LIST.replace(",", ";").encode("cp1252"),
        LIST.replace(",", "\t").replace("\n", "\r\n").encode("utf-16"),
    ],
)
def test_a_list_is_read_in_the_encodings_and_separators_of_offices(content: bytes) -> None:
    read = read_staff(content)
    assert read.rows == (SIAN,)
    assert read.columns == {
        "Name": "Name",
        "E-mail address": "E-mail address",
        "Payroll No": "Staff number",
    }
    assert read.ignored == ("Car",)
    assert StaffList.from_json(read.as_json()) == read


def test_a_workbook_is_read_below_its_title() -> None:
    kept = io.BytesIO()
    with xlsxwriter.Workbook(kept, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Staff")
        sheet.write_row(0, 0, ["Staff at 1 November"])
        sheet.write_row(2, 0, ["Surname", "Forename", "Employee ID", "Is manager", "Team"])
        sheet.write_row(3, 0, ["O'Neill", "Siân", 12, True, "North"])
    (row,) = read_staff(kept.getvalue()).rows
    assert row == StaffRow(
        line=4,
        name="Siân O'Neill",
        surname="O'Neill",
        staff_number="12",
        team="North",
        manages=True,
    )


def test_a_surname_first_name_is_turned_round() -> None:
    (row,) = read_staff(b'Name,E-mail\n"Li, Wei",li@example.org\n').rows
    assert (row.name, row.surname) == ("Wei Li", "Li")


def test_each_wrong_cell_is_said_and_its_row_not_used() -> None:
    content = (
        "Name,E-mail,Staff no,Team,Manages team\n"
        ",ada@example.org,1,North,no\n"
        "Bilal,bilal at example,2,North,no\n"
        "Carys,carys@example.org,3,North,perhaps\n"
        "Deeqa,deeqa@example.org,4,,yes\n"
        "Ewan,ewan@example.org,5,North,yes\n"
        "Farida,ewan@example.org,5,North,no\n"
    )
    read = read_staff(content.encode())
    assert [row.name for row in read.rows] == ["Ewan"]
    assert read.problems == (
        Problem("", 2, "Name", "", "Write the person's name."),
        Problem(
            "", 3, "E-mail", "bilal at example", "Write one address, like name@example.gov.uk."
        ),
        Problem("", 4, "Manages team", "perhaps", "Write yes or no."),
        Problem("", 5, "Team", "", "Write which team the person manages."),
        Problem("", 7, "E-mail", "ewan@example.org", "Row 6 has the same. Leave one of the two."),
        Problem("", 7, "Staff no", "5", "Row 6 has the same. Leave one of the two."),
    )


def test_a_file_gives_nobody_a_role() -> None:
    read = read_staff(b"Name,E-mail,Role\nAda,ada@example.org,administrator\n")
    assert read.ignored == ("Role (a file never gives anybody a role)",)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"Team,Car\nNorth,red\n", "No row has the headings"),
        (b"Name,E-mail\n", "no row below the headings"),
        (b"%PDF-1.7 nothing", "Upload a CSV file or an Excel workbook"),
        (b"PK\x03\x04 no workbook", "Save it in Excel"),
    ],
)
def test_a_file_that_is_no_list_is_refused_with_a_sentence(content: bytes, said: str) -> None:
    with pytest.raises(UnreadableFile, match=said):
        read_staff(content)
