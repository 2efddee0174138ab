"""One word for one thing: pages, mails, letters and papers call it the same. The glossary decides which word."""

import re
import unicodedata
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from plans.papers.catalogue import PAPERS
from tests.house.translations import CATALOGUE, CODE, read
from tests.plans.word_reader import lines_of

INSTEAD = {
    r"hành động": "nhiệm vụ (what is assigned and followed up), biện pháp (what a unit's report proposes)",
    r"dòng (?:của |trong )?kế hoạch|dòng (?:số )?%\((?:number|line)\)s|mục của kế hoạch": "nhiệm vụ số …",
    r"bản nộp|bản kiểm điểm|bản khắc phục": "báo cáo kiểm điểm",
    r"tổng số nhiệm vụ|%\(total\)s nhiệm vụ": "biện pháp (what sums of units count); nhiệm vụ is a line",
    r"chấp nhận": "tiếp nhận (a report), chấp thuận (an extension)",
    r"thẩm tra|chờ thẩm định|thẩm định báo cáo": "xem xét (a report), xác minh (that a task is completed)",
    r"kiểm chứng": "minh chứng",
    r"xin gia hạn|điều chỉnh thời hạn|lùi thời hạn": "đề nghị gia hạn, gia hạn",
    r"hợp nhất": "gộp (tasks), tổng hợp (reports), xây dựng dự thảo (the workbench)",
    r"nộp muộn|nộp chậm (?!nhất)|chậm nộp|(?:gửi|nộp) trễ hạn": "nộp trễ",
    r"hoàn thành (?:trễ|muộn|chậm)": "hoàn thành quá hạn",
    r"hạn gốc": "hạn ban đầu",
    r"điểm mạnh": "kết quả, ưu điểm",
    r"điểm bị (?:trừ|mất)": "điểm trừ",
    r"đơn vị chủ trì của|(?:các|là|tại) đơn vị (?:chủ trì|phối hợp)\b": "cơ quan chủ trì, cơ quan phối hợp",
    r"uỷ": "ủy",
}
WORDED = (
    "plans/papers/templates/*.typ", "notifications/papers/templates/*.typ", "plans/papers/plan/standing/*.txt",
    "plans/papers/**/*.py", "notifications/papers/*.py", "notifications/chase_message.py",
    "templates/notifications/chase_words/*.txt",
)  # fmt: skip
OTHER_ACCENT = re.compile(r"o[àáảãạ]\b|[^q]u[ỳýỷỹỵ]\b", re.IGNORECASE)


def misused(texts: dict[str, str]) -> list[str]:
    """One line for each place that uses a word the vocabulary has another for."""
    return [
        f"{place}: «{found.group()}» – say: {instead}"
        for place, text in texts.items()
        for word, instead in INSTEAD.items()
        if (found := re.search(rf"\b(?:{word})", text, re.IGNORECASE))
    ]


def catalogue() -> dict[str, str]:
    words = read(CATALOGUE, partial(read_po, locale="vi"))
    return {f"{identity!r}": text for (_, identity), texts in words.items() for text in texts}


def worded() -> Iterator[Path]:
    for pattern in WORDED:
        found = sorted(CODE.glob(pattern))
        assert found, f"nothing is worded in {pattern} any more"
        yield from found


def expect_none(found: list[str]) -> None:
    assert not found, "\n".join(["one word for one thing:", *found])


def test_pages_mails_and_messages_keep_to_the_vocabulary():
    expect_none(misused(catalogue()))


def test_papers_and_letters_keep_to_the_vocabulary():
    expect_none(misused({str(file.relative_to(CODE)): file.read_text() for file in worded()}))


@pytest.mark.parametrize("kind", PAPERS)
def test_the_word_template_keeps_to_the_vocabulary(kind):
    lines = lines_of(PAPERS[kind].built_in.read_bytes())

    expect_none(misused({f"{kind}.docx: {line[:60]!r}": line for line in lines}))


def test_accents_and_spaces_are_of_one_kind():
    odd = [
        where for where, text in catalogue().items()
        if text != unicodedata.normalize("NFC", text) or "  " in text or OTHER_ACCENT.search(text)
    ]  # fmt: skip
    expect_none(odd)
