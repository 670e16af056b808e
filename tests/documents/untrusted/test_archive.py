"""Parts of damaged archives."""

import pytest

from goldenthread.documents.untrusted.archive import Archive, Damaged, packed


@pytest.mark.parametrize("flag", [0x20, 0x40])
def test_read_part_with_a_flag_that_nobody_uses_is_damaged(flag: int) -> None:
    content = bytearray(packed({"a.xml": b"<a/>"}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + offset] |= flag
    with pytest.raises(Damaged):
        Archive(bytes(content)).read("a.xml")
