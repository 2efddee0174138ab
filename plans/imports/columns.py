"""The columns of the sheet: their headings as printed in the template, and what else people call them."""

import re
from dataclasses import dataclass
from functools import cache

from django.utils.functional import Promise
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from tracker.excel.cells import bare

MUST_HAVE = ("weakness", "measure", "owner", "due_on")


@dataclass(frozen=True)
class Column:
    """One column: its heading in the template, its name in the reader's language, other headings that mean it."""

    key: str
    heading: str
    label: Promise
    width: int
    others: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """As the sheet itself calls it; English readers get it in English."""
        return str(self.label) if get_language() == "en" else self.heading


COLUMNS = (
    Column("weakness", "Hạn chế", _("Weakness"), 34,
           ("Mã hạn chế", "Hạn chế (mã hoặc tên)", "Tồn tại", "Tồn tại, hạn chế", "Tên hạn chế")),
    Column("statement", "Mô tả hạn chế", _("Description of the weakness"), 34, ("Mô tả", "Diễn giải")),
    Column("index", "Chỉ số", _("Index"), 13, ("Mã chỉ số", "Thuộc chỉ số")),
    Column("cause_kind", "Loại nguyên nhân", _("Kind of cause"), 14, ("Loại",)),
    Column("cause", "Nguyên nhân", _("Cause"), 34, ("Nội dung nguyên nhân",)),
    Column("responsible", "Người chịu trách nhiệm", _("Person responsible"), 24,
           ("Trách nhiệm", "Cá nhân chịu trách nhiệm", "Trách nhiệm cá nhân")),
    Column("level", "Mức độ trách nhiệm", _("How closely responsible"), 16, ("Mức trách nhiệm", "Mức độ")),
    Column("measure", "Biện pháp khắc phục", _("Remedial measure"), 42,
           ("Biện pháp", "Giải pháp", "Giải pháp khắc phục", "Hành động", "Hành động khắc phục", "Nội dung")),
    Column("owner", "Người phụ trách", _("Owner"), 24,
           ("Phụ trách", "Người thực hiện", "Cán bộ phụ trách", "Công chức phụ trách")),
    Column("coordinating", "Cơ quan phối hợp", _("Coordinating units"), 28, ("Phối hợp", "Đơn vị phối hợp")),
    Column("due_on", "Thời hạn", _("Deadline"), 14,
           ("Hạn", "Hạn hoàn thành", "Thời gian hoàn thành", "Thời hạn hoàn thành", "Ngày hoàn thành")),
    Column("output", "Sản phẩm, kết quả", _("Expected output"), 30,
           ("Kết quả", "Kết quả đầu ra", "Sản phẩm", "Sản phẩm đầu ra", "Kết quả dự kiến")),
    Column("evidence", "Minh chứng dự kiến", _("Expected evidence"), 30, ("Minh chứng", "Tài liệu kiểm chứng")),
    Column("initiative", "Sáng kiến", _("Initiative"), 10, ("Là sáng kiến",)),
)  # fmt: skip
BY_KEY = {column.key: column for column in COLUMNS}
IN_BRACKETS = re.compile(r"\([^)]*\)")


def meant_by(heading: str) -> str | None:
    """The column that is called so; accents, capitals, spaces, asterisks and remarks in brackets do not matter."""
    return _known().get(bare(heading)) or _known().get(bare(IN_BRACKETS.sub("", heading)))


@cache
def _known() -> dict[str, str]:
    with override("en"):
        english = {bare(str(column.label)): column.key for column in COLUMNS}
    spoken = {bare(name): column.key for column in COLUMNS for name in (column.heading, *column.others)}
    return english | spoken
