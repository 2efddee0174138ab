"""Word files that are made to do harm as templates: each is refused in words, and the one in use stays."""

from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation

from plans import papers
from tests.plans.papers.templates import NAME, part_of, template, with_part

MAIN = "word/document.xml"
BEGIN, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def refused(file) -> str:
    return papers.template_fault("plan", file)


def with_field(*pieces: str) -> SimpleUploadedFile:
    """The built-in template with one field, its words cut into these runs."""
    runs = "".join(f'<w:r><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>' for piece in pieces)
    paragraph = f"<w:p>{BEGIN}{runs}{END}</w:p></w:body>"
    return with_part(MAIN, part_of(MAIN).replace(b"</w:body>", paragraph.encode(), 1))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "body",
    [
        "{% if year %}" * 99 + "x" + "{% endif %}" * 99,
        "{% if year %}" * 3000 + "x" + "{% endif %}" * 3000,
        "{{ " + "not " * 3000 + "year }}",
        "{{ " + " and ".join(["year"] * 3000) + " }}",
        "{{ " + "(" * 3000 + "year" + ")" * 3000 + " }}",
        "{{ year" + "|upper" * 3000 + " }}",
        "{{ year" + ".a" * 3000 + " }}",
    ],
    ids=["python", "if", "not", "and", "brackets", "filters", "names"],
)
def test_tags_without_end_are_refused_instead_of_breaking_the_check(body):
    assert "nested too deeply" in refused(template(body=body))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "pieces",
    [
        (" INCLUDE", 'PICTURE "http://elsewhere.example/x.png" \\d '),
        (" INCLUDEPICTURE\t", '"http://elsewhere.example/x.png"'),
        ('{{ "INCLUDE" ~ "PICTURE" }} "http://elsewhere.example/x.png"',),
    ],
    ids=["cut", "tab", "tag"],
)
def test_a_field_that_fetches_is_found_however_it_is_written(pieces):
    assert "fetches something from outside" in refused(with_field(*pieces))


@pytest.mark.django_db
def test_a_field_that_fetches_nothing_may_be_cut_as_well():
    assert refused(with_field(" PA", "GE ")) == ""


@pytest.mark.django_db
def test_a_file_that_cannot_be_unpacked_is_damaged():
    file = template()
    raw = bytearray(file.read())
    file.seek(0)
    with ZipFile(file) as archive:
        styles = archive.getinfo("word/styles.xml")
    begin = styles.header_offset + 30 + len(styles.filename) + 5
    raw[begin : begin + 40] = b"\xff" * 40

    assert "damaged" in refused(SimpleUploadedFile(NAME, bytes(raw)))
