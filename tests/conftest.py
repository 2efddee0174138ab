"""The cast.

Khởi is the responsible official of the Department of Environment (STNMT), Hòa its head. Bình works at Home Affairs
(SNV), Lan is his colleague. Tuyết is an official of another department (SYT): what she can see, she should see.
Đồng leads the province, Minh inspects, Quản runs the system.
"""

from datetime import UTC, datetime, time

import pytest
from django.core.cache import cache
from django.db import connection
from django.utils import timezone
from hypothesis import HealthCheck, settings

from tests import factories

# The same examples on every machine, however slow: what was green stays green.
settings.register_profile(
    "same_everywhere", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("same_everywhere")

# A thread of the live server may still hold a connection when the database is to be dropped.
NOT_EMPTIED = {
    "tracker_event": "event_not_emptied",
    "notifications_deliveryattempt": "attempt_not_emptied",
    "plans_planversion": "plan_version_not_emptied",
    "plans_closedperiod": "closed_period_not_emptied",
}
LET_GO = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
"""


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Between tests the tables are emptied, which the history refuses: only here the refusal is off."""
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        for table, trigger in NOT_EMPTIED.items():
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER {trigger}")
    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(LET_GO)


@pytest.fixture(autouse=True)
def fresh_cache():
    cache.clear()


@pytest.fixture(autouse=True)
def one_day():
    """A test ends on the day on which it began: the clock stands still where the day would turn."""
    clock = timezone.now
    midnight = timezone.make_aware(datetime.combine(timezone.localdate(), time.max)).astimezone(UTC)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(timezone, "now", lambda: min(clock(), midnight))
        yield


@pytest.fixture
def environment(db):
    return factories.unit("STNMT", "Sở Tài nguyên và Môi trường", name_en="Department of Environment")


@pytest.fixture
def home_affairs_unit(db):
    return factories.unit("SNV", "Sở Nội vụ", name_en="Department of Home Affairs")


@pytest.fixture
def health(db):
    return factories.unit("SYT", "Sở Y tế", name_en="Department of Health")


@pytest.fixture
def official(environment):
    return factories.person("khoi@sample.test", "Trần Quốc Khởi", "official", environment)


@pytest.fixture
def head(environment):
    return factories.person("hoa@sample.test", "Lê Thị Hòa", "unit_head", environment)


@pytest.fixture
def home_affairs(home_affairs_unit):
    return factories.person("binh@sample.test", "Nguyễn Văn Bình", "home_affairs", home_affairs_unit)


@pytest.fixture
def second_home_affairs(home_affairs_unit):
    return factories.person("lan@sample.test", "Phạm Thị Lan", "home_affairs", home_affairs_unit)


@pytest.fixture
def foreign_official(health):
    return factories.person("tuyet@sample.test", "Nguyễn Thị Ánh Tuyết", "official", health)


@pytest.fixture
def leader(home_affairs_unit):
    return factories.person("dong@sample.test", "Đặng Văn Đồng", "leadership", home_affairs_unit)


@pytest.fixture
def inspector(home_affairs_unit):
    return factories.person("minh@sample.test", "Võ Minh", "inspector", home_affairs_unit)


@pytest.fixture
def admin(home_affairs_unit):
    return factories.person("quan@sample.test", "Hồ Văn Quản", "admin", home_affairs_unit, is_staff=True)


@pytest.fixture
def review(home_affairs, environment, health):
    return factories.review(home_affairs)


@pytest.fixture
def weakness(review, environment, home_affairs):
    return factories.weakness(review, environment, home_affairs)


@pytest.fixture
def proposed(weakness, official):
    return factories.action(weakness, official)


@pytest.fixture
def action(proposed, home_affairs):
    """Khởi's action, accepted by Home Affairs, due on 31/08/2022."""
    proposed.accept(by=factories.actor(home_affairs), today=factories.ACCEPTED)
    return proposed


@pytest.fixture
def reported(action, official):
    """The action, proven and reported in time by Khởi."""
    by = factories.actor(official)
    action.add_document(by=by, today=factories.SUMMER, number="12/BC-STNMT", issued_on=factories.SUMMER,
                        issuer="Sở Tài nguyên và Môi trường", title="Báo cáo số hóa")  # fmt: skip
    action.report(by=by, today=factories.SUMMER, note="Đã số hóa xong.")
    return action
