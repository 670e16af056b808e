"""An address of a service may stand in a sentence of contact; a home stays an error."""

import pytest

from goldenthread.checker.disclosure.addresses import addresses_in


def _found(text: str) -> set[str]:
    return {one.severity.value for one in addresses_in(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Write to the Family Hub, 12 High Street, Larkford.",
        "Write to the Family Hub, 12 High Street, Larkford LE1 2AB.",
        "The Family Court is at 4 Mill Road, BS1 5AH.",
        "The mother and baby clinic is at the Health Centre, 9 Mill Road.",
        "Carers can write to the office at 4 Mill Road.",
        "Parents and carers: visit us at 4 Mill Road.",
        "Write to the Family Support Team, 12 High Street, Larkford.",
        "Post it to Family Services, County Hall, 1 Castle Street.",
        "Contact the Family Information Service: 3 Castle Street, Larkford, LE1 2AB.",
        "Send the form to Acorn School, 4 Mill Road.",
        "The Family Hub has moved to 12 High Street.",
        "Our office has moved to 12 High Street.",
        "Training for carers is at the Town Hall, 3 Castle Street.",
        "Directions: the Family Hub is at 12 High Street, behind the library.",
        "The Children's Centre, 12 High Street, is open to every family.",
        "The Independent Living Team, 3 Castle Street",
        "The Home Office, 2 Marsham Street, London SW1P 4DF",
        "Children's home placements team, Council House, 1 Castle Street",
        "Carers' Centre, 12 High Street",
        "Come to the carers' group at the Hub, 12 High Street.",
        "Find us at 12 High Street.",
        "Family hearings sit at Larkford County Court, 5 Castle Street.",
    ],
)
def test_address_of_a_service_may_stand(text: str) -> None:
    assert _found(text) == {"ok"}


@pytest.mark.parametrize(
    "text",
    [
        "The family lives at 12 High Street.",
        "The family home is 12 High Street, Larkford.",
        "The mother moved to 12 High Street near the Family Hub.",
        "She lives above the Family Hub, 12 High Street.",
        "The mother of the child at the Family Hub is at 12 High Street.",
        "The carer's address, 12 High Street, was printed.",
        "The family of three, 12 High Street, waited.",
        "Home visit by the Family Hub to 12 High Street.",
        "The father stays at School House, 12 High Street.",
        "He moved to Flat 3, 12 High Street, LE1 2AB.",
        "Mother: 12 High Street",
        "Write to the mother at 12 High Street.",
        "The hub wrote to the family at 12 High Street.",
        "The grandmother lives at 12 High Street; write to the office.",
        "The family hub worker visited the mother at 12 High Street.",
        "The family was offered a flat by the council at 12 High Street.",
    ],
)
def test_home_of_a_family_is_an_error_though_a_service_is_named(text: str) -> None:
    assert "error" in _found(text)
    assert "ok" not in _found(text)


def test_school_is_allowed_only_where_people_are_asked_to_write_or_come() -> None:
    assert _found("The child goes to Acorn School, 4 Mill Road.") == {"error"}
    assert _found("Send the form to Acorn School, 4 Mill Road.") == {"ok"}
