"""A unit and its people, made up for showing what mails look like; whoever makes them takes them back."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from django.utils.timezone import localdate

from tracker.models import Membership, Unit, UnitGroup, User


@dataclass(frozen=True)
class People:
    """Who takes part, at this moment."""

    now: datetime

    @property
    def today(self) -> date:
        return localdate(self.now)

    def in_days(self, days: int) -> date:
        return self.today + timedelta(days=days)

    @cached_property
    def unit(self) -> Unit:
        group = UnitGroup.objects.create(
            code="mau", name_vi="Sở, ban, ngành (mẫu)", name_en="Departments (sample)"
        )
        return Unit.objects.create(
            code="mau", abbreviation="MAU", name_vi="Sở Thí dụ", name_en="Department of Examples", group=group
        )

    @cached_property
    def official(self) -> User:
        return self._person("official", "Trần Thị Thí Dụ", "Chuyên viên")

    @cached_property
    def head(self) -> User:
        return self._person("unit_head", "Lê Văn Mẫu", "Giám đốc")

    @cached_property
    def home_affairs(self) -> User:
        return self._person("home_affairs", "Nguyễn Văn Minh Họa", "Chuyên viên Phòng CCHC")

    @cached_property
    def leader(self) -> User:
        return self._person("leadership", "Phạm Thị Điển Hình", "Phó Chủ tịch")

    @cached_property
    def helper(self) -> User:
        """The head of a unit that only helps."""
        other = Unit.objects.create(
            code="mau2", abbreviation="MAU2", name_vi="Sở Phối hợp", name_en="Department of Help",
            group=self.unit.group,
        )  # fmt: skip
        return self._person("unit_head", "Đặng Thị Ví Dụ", "Giám đốc", other)

    def _person(self, role: str, name: str, title: str, unit: Unit | None = None) -> User:
        unit = unit or self.unit
        person = User.objects.create(
            email=f"{role}.{unit.code}@sample.invalid", full_name=name, job_title=title, phone="0293 3000 000",
            is_sample=True,
        )  # fmt: skip
        Membership.objects.create(user=person, unit=unit, role=role)
        return person
