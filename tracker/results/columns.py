"""The four sheets of the workbook and their columns, as the template prints them and as other people call them."""

from dataclasses import dataclass

from tracker.excel.cells import bare

YES, NO = "Có", "Không"


@dataclass(frozen=True)
class Column:
    """One column: its heading, what its cells hold, and other headings that mean it."""

    key: str
    heading: str
    kind: str = "text"  # text, number, whole, day, yes, name; told: printed for the reader, not read
    width: int = 14
    others: tuple[str, ...] = ()
    longest: int = 300


@dataclass(frozen=True)
class Sheet:
    """One sheet: what each row is about stands in its naming columns."""

    key: str
    title: str
    remark: str
    columns: tuple[Column, ...]
    names: tuple[str, ...]
    needed: tuple[str, ...]

    def column(self, key: str) -> Column:
        return next(column for column in self.columns if column.key == key)

    def meant_by(self, heading: str) -> Column | None:
        """The column called so; accents, capitals, spaces and asterisks do not matter."""
        typed = bare(heading)
        spoken = ((column, map(bare, (column.heading, *column.others))) for column in self.columns)
        return next((column for column, names in spoken if typed and typed in names), None)


RESULTS = Sheet(
    "results", "Chỉ số", "Mỗi dòng một chỉ số, ghi đúng như công bố. Dòng chỉ có tên chỉ số thì không thay đổi gì.",
    (
        Column("index", "Chỉ số", "name", 16, ("Tên chỉ số",)),
        Column("value", "Điểm", "number", 10, ("Giá trị", "Kết quả")),
        Column("unit_label", "Đơn vị tính", "text", 11, longest=20),
        Column("scale", "Thang", "number", 10, ("Thang điểm",)),
        Column("rank", "Hạng", "whole", 8, ("Thứ hạng", "Xếp hạng")),
        Column("rank_of", "Trên tổng số", "whole", 12, ("Số tỉnh",)),
        Column("is_tied", "Đồng hạng", "yes", 11),
        Column("region_rank", "Hạng trong vùng", "whole", 11, ("Hạng vùng",)),
        Column("region_of", "Trên tổng số trong vùng", "whole", 13),
        Column("change_value", "Tăng/giảm điểm (công bố)", "number", 14, ("Tăng/giảm điểm",)),
        Column("change_rank", "Tăng/giảm hạng (công bố)", "whole", 14, ("Tăng/giảm hạng",)),
        Column("published_on", "Ngày công bố", "day", 13),
        Column("source", "Nguồn", "text", 34),
        Column("note", "Ghi chú", "text", 34, longest=2000),
        Column("keeps_contradiction", "Giữ như công bố", "yes", 12),
    ), ("index",), (),
)  # fmt: skip
POINTS = Sheet(
    "points", "Điểm thành phần", "Mỗi dòng một tiêu chí. Ô điểm để trống thì không thay đổi gì.",
    (
        Column("index", "Chỉ số", "name", 16),
        Column("criterion", "Mã tiêu chí", "name", 13, ("Mã",)),
        Column("criterion_name", "Tên tiêu chí", "told", 60, ("Lĩnh vực", "Nội dung")),
        Column("most", "Điểm tối đa", "told", 12),
        Column("value", "Điểm đạt", "number", 12, ("Điểm",)),
        Column("note", "Ghi chú", "text", 34),
    ), ("index", "criterion"), ("value",),
)  # fmt: skip
RATINGS = Sheet(
    "ratings", "Xếp loại đơn vị",
    "Mỗi dòng một đơn vị. “Không xếp hạng” phải có lý do. Dòng chưa điền thì không thay đổi gì.",
    (
        Column("unit", "Mã đơn vị", "name", 14, ("Đơn vị (mã)", "Mã")),
        Column("unit_name", "Tên đơn vị", "told", 44, ("Đơn vị",)),
        Column("group_name", "Nhóm", "told", 26),
        Column("rating", "Xếp loại", "name", 18),
        Column("points", "Điểm", "number", 10),
        Column("reason", "Lý do", "text", 50),
    ), ("unit",), ("rating",),
)  # fmt: skip
SPREAD = Sheet(
    "spread", "Phân bố",
    "Toàn bộ phân bố như công bố: các dòng ở đây thay cho phân bố đã ghi. Dòng không có số thì bỏ qua.",
    (
        Column("group", "Nhóm", "name", 30),
        Column("rating", "Xếp loại", "name", 18),
        Column("count", "Số đơn vị", "whole", 11),
        Column("change", "Tăng/giảm so năm trước (công bố)", "whole", 16, ("Tăng/giảm so năm trước",)),
        Column("reason", "Lý do", "text", 60),
    ), ("group", "rating"), ("count",),
)  # fmt: skip
SHEETS = (RESULTS, POINTS, RATINGS, SPREAD)
