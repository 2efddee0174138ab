"""Templates that Home Affairs brings: what is taken, what is refused and in which words."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone, translation

from plans import papers
from plans.models import PaperJob, PaperTemplate
from plans.papers import plan_document
from plans.papers.catalogue import PAPERS
from tests import factories
from tests.factories import ISSUED, actor
from tests.plans.papers.templates import part_of, template, with_part, without_tags
from tests.plans.word_reader import lines_of
from tracker.errors import Invalid, Refused
from tracker.files import compound

NOW = timezone.now()
RELATIONS = "word/_rels/document.xml.rels"
OUTSIDE = b'<Relationship Id="x9" TargetMode="External" Target="http://elsewhere.example/p.png" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/></Relationships>'


def replace(file, by, kind="plan") -> PaperTemplate:
    with translation.override("en"):
        return PaperTemplate.replace(kind, file, by=actor(by), now=NOW)


def refusal_of(file, by, kind="plan") -> str:
    with pytest.raises(Invalid) as refusal:
        replace(file, by, kind)
    return refusal.value.errors["file"]


def test_a_sound_template_is_used_from_now_on_and_the_built_in_one_can_be_restored(draft, home_affairs):
    replace(template(body="Câu của riêng {{ province }}."), home_affairs)
    own = lines_of(plan_document(draft, factories.ISSUED))
    PaperTemplate.restore("plan", by=actor(home_affairs), now=NOW)

    assert "Câu của riêng tỉnh Hậu Giang." in own
    assert "Câu của riêng tỉnh Hậu Giang." not in lines_of(plan_document(draft, factories.ISSUED))


def test_a_new_template_takes_the_place_of_the_old_one(home_affairs):
    for _ in range(2):
        latest = replace(template(), home_affairs)

    assert PaperTemplate.in_use("plan") == latest
    assert PaperTemplate.objects.count() == 2


def test_only_home_affairs_keeps_the_templates(official):
    with pytest.raises(Refused):
        replace(template(), official)


@pytest.mark.django_db
@pytest.mark.parametrize("kind", sorted(PAPERS))
def test_every_built_in_template_would_be_taken(kind):
    file = SimpleUploadedFile("mau.docx", PAPERS[kind].built_in.read_bytes())

    assert papers.template_fault(kind, file) == ""


def test_an_unknown_tag_is_named_with_its_paragraph_and_the_one_that_was_meant(home_affairs):
    words = refusal_of(template(body="Kính gửi: {{ provinse }} và các đơn vị"), home_affairs)

    assert words.split("\n")[2:] == [
        "In the paragraph: Kính gửi: {{ provinse }} và các đơn vị",
        "What stands there: {{ provinse }}",
        "What should stand there: {{ province }}",
    ]
    assert not PaperTemplate.objects.exists()


def test_a_tag_of_a_row_is_judged_by_its_list(home_affairs):
    body = "{%p for chapter in chapters %}\n{{ chapter.titel }}\n{%p endfor %}"
    words = refusal_of(template(body=body), home_affairs)

    assert words.split("\n")[2:] == [
        "In the paragraph: {{ chapter.titel }}",
        "What stands there: {{ chapter.titel }}",
        "What should stand there: {{ chapter.title }}",
    ]


def test_a_tag_that_repeats_is_quoted_as_it_was_written_and_without_its_neighbours(home_affairs):
    body = "{%p if province %}\n{%p for row in resultz %}\nx\n{%p endfor %}\n{%p endif %}"
    words = refusal_of(template(body=body), home_affairs)

    assert "In the paragraph: {%p for row in resultz %}\n" in words
    assert words.endswith("What should stand there: {%p for row in results %}")


def test_a_tag_like_no_other_is_looked_up_in_the_table_of_tags(home_affairs):
    words = refusal_of(template(body="{{ xyzzy }} và {{ qqqq }}"), home_affairs)

    assert words.count("In the paragraph:") == 2 and words.count("table of tags") == 2


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("{%p if province %}\nkhông đóng", "endif"),
        ("{{ province", "province"),
        ("{{ province | no_such_filter }}", "no_such_filter"),
        ("{{ ''.__class__.__mro__ }}", "__class__"),
        ("{{ province.__class__ }}", "province.__class__"),
        ("{% for i in range(10**9) %}{{ i }}{% endfor %}", "range"),
        ("{{ 'a' * 10**10 }}", "10**10"),
        ("{% set x = 1 %}", "set x"),
        ("{% include '/etc/passwd' %}", "include"),
        ("{% for a in chapters %}{% for b in chapters %}x{% endfor %}{% endfor %}", "for b in chapters"),
        ("{{ cycler.__init__.__globals__ }}", "cycler"),
    ],
)
def test_what_is_no_plain_tag_is_refused_with_its_paragraph(body, told, home_affairs):
    assert told in refusal_of(template(body=body), home_affairs)


def test_tags_in_the_foot_of_the_page_are_checked_too(home_affairs):
    foot = part_of("word/footer1.xml").replace(b"sample_footer", b"no_footer")

    assert "no_footer" in refusal_of(with_part("word/footer1.xml", foot), home_affairs)


@pytest.mark.parametrize(
    ("file", "told"),
    [
        (SimpleUploadedFile("mau.docx", b"PK\x03\x04 and then nothing"), "damaged"),
        (SimpleUploadedFile("mau.docx", b"no archive at all"), "none of these kinds"),
        (SimpleUploadedFile("mau.docx", b""), "empty"),
        (SimpleUploadedFile("mau.docm", b"PK\x03\x04"), "macros"),
        (SimpleUploadedFile("mau.doc", compound.SIGNATURE + bytes(600)), "Save as"),
        (SimpleUploadedFile("mau.docx", compound.SIGNATURE + bytes(600)), "older Word file"),
        (SimpleUploadedFile("mau.docx", b"PK" + bytes(30_000_000)), "5 MB"),
        (without_tags(), "no tag"),
        (SimpleUploadedFile("mau.pdf", b"%PDF-1.4\n%%EOF"), "Word"),
        (with_part("word/vbaProject.bin", b"x"), "macros"),
        (with_part("word/embeddings/oleObject1.bin", b"x"), "oleObject1"),
        (with_part("word/media/huge.bin", b"0" * 45_000_000), "grow"),
        (with_part(RELATIONS, part_of(RELATIONS).replace(b"</Relationships>", OUTSIDE)), "elsewhere.example"),
        (with_part("word/document.xml", b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"), "damaged"),
        (with_part("word/document.xml", b"<w:document"), "damaged"),
    ],
)  # fmt: skip
def test_what_is_no_sound_word_file_is_refused_and_says_how_to_mend_it(file, told, home_affairs):
    file.seek(0)

    assert told in refusal_of(file, home_affairs)
    assert not PaperTemplate.objects.exists()


def test_a_field_that_fetches_a_picture_is_refused(home_affairs):
    field = (
        b'<w:p><w:fldSimple w:instr=" INCLUDEPICTURE &quot;http://elsewhere.example&quot; "/></w:p><w:sectPr'
    )
    body = field.join(part_of("word/document.xml").rsplit(b"<w:sectPr", 1))

    assert "INCLUDEPICTURE" in refusal_of(with_part("word/document.xml", body), home_affairs)


def test_a_tag_that_cuts_through_the_layout_is_refused(home_affairs):
    body = part_of("word/document.xml").replace(
        b"{%tr for unit in lead_units %}", b"{% for unit in lead_units %}"
    )

    assert "{%tr" in refusal_of(with_part("word/document.xml", body), home_affairs)


def test_a_for_that_is_never_closed_is_shown_where_it_begins(home_affairs):
    words = refusal_of(template(body="{%p for row in results %}\nkhông đóng"), home_affairs)

    assert words.split("\n") == [
        "A “for” or “if” is never closed.",
        "In the paragraph: {%p for row in results %}",
        "What should stand there: {%p endfor %} further down, where it ends",
    ]
    assert "jinja" not in words.lower()


def test_a_paper_under_way_keeps_the_template_it_was_begun_with(draft, review, home_affairs):
    replace(template(body="Câu cũ."), home_affairs)
    job = PaperJob.ask("plan", "docx", by=actor(home_affairs), today=ISSUED, now=NOW, review=review)
    changes = iter([lambda: replace(template(body="Câu mới."), home_affairs)])

    job.build(today=ISSUED, now=NOW, tell=lambda done, total: next(changes, lambda: None)())

    assert next(changes, None) is None  # it was exchanged while the paper was being written
    with job.file.open("rb") as written:
        assert "Câu cũ." in lines_of(written.read())
    assert "Câu mới." in lines_of(plan_document(draft, ISSUED))
