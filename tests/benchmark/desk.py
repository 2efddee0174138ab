"""The pages as an old office PC sees them: processor six times slower, 1.6 Mbit/s, 150 ms away."""

from dataclasses import dataclass
from pathlib import Path

import django

django.setup()

from django.core.management import call_command  # noqa: E402 - Django is set up above
from django.db import connection  # noqa: E402
from playwright.sync_api import Page, sync_playwright  # noqa: E402

from plans.models import Submission  # noqa: E402
from tests.benchmark import processes  # noqa: E402
from tests.benchmark.asker import Asker  # noqa: E402
from tests.browser.conftest import QUIET, WHERE  # noqa: E402
from tracker import calendar  # noqa: E402
from tracker.embedded.folder import DataFolder  # noqa: E402
from tracker.embedded.lease import leased  # noqa: E402
from tracker.models import Action, Actor, User  # noqa: E402

OFFICIAL, HOME_AFFAIRS = "official@sample.test", "home-affairs@sample.test"
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 200_000}
WATCH = """window.seen = {lcp: 0, cls: 0};
new PerformanceObserver(list => list.getEntries().forEach(each => seen.lcp = each.startTime))
  .observe({type: 'largest-contentful-paint', buffered: true});
new PerformanceObserver(list => list.getEntries().forEach(each => seen.cls += each.hadRecentInput ? 0 : each.value))
  .observe({type: 'layout-shift', buffered: true});"""
WEIGHT = """[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
  .map(each => each.encodedBodySize)"""
TOGGLE = """choice => new Promise(done => {
  const start = performance.now(), field = document.querySelector('#id_time');
  field.value = choice;
  field.dispatchEvent(new Event('change', {bubbles: true}));
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
})"""
HEAD = f"{'page':<34}{'HTML KB':>9}{'first view KB':>15}{'LCP ms':>9}{'CLS':>7}"


@dataclass(frozen=True)
class Row:
    """One page: what came over the wire, when its largest part stood there, how much it jumped."""

    name: str
    weights: list[int]
    lcp: float
    cls: float

    def __str__(self) -> str:
        page, all_of_it = self.weights[0] / 1024, sum(self.weights) / 1024
        return f"{self.name:<34}{page:>9.1f}{all_of_it:>15.1f}{self.lcp:>9.0f}{self.cls:>7.3f}"


def run(folder: Path, actions: int, seconds: float) -> None:
    """Load the sample in its drafting week with so many actions on one desk, look at each page once, print a table."""
    with leased(DataFolder(folder)):
        addresses = prepare(min(actions, 500))
        asker, decider = Asker(OFFICIAL), Asker(HOME_AFFAIRS)
        visits = [(asker, *each) for each in addresses.items()] + [
            (decider, *each) for each in office().items()
        ]
        with processes.served(folder, SAMPLE_MODE="true") as (port, _), sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=WHERE, args=QUIET)
            for visit in visits:  # a first round warms the site and the browser
                look(browser, port, *visit)
            rows = [look(browser, port, *visit) for visit in visits]
            toggle = toggled(browser, port, asker)
            browser.close()
        connection.close()
    print(HEAD, *rows, f"{'filter toggle, click to paint':<34}{toggle:>9.0f} ms", sep="\n")


def prepare(actions: int) -> dict[str, str]:
    """The pages by name."""
    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("migrate", verbosity=0)
    call_command("load_sample", stage="drafting", verbosity=0)
    submission = Submission.objects.select_related("review").get(unit__code="STNMT")
    weakness, today = submission.weaknesses.first(), calendar.today()
    official, home_affairs = (
        Actor.of(User.objects.get(email=each), today=today) for each in (OFFICIAL, HOME_AFFAIRS)
    )
    for number in range(actions):
        words = {
            "statement": f"Số hóa hồ sơ đất đai đợt {number}",
            "expected_output": "40/40 hồ sơ",
            "lead_unit": submission.unit,
        }
        action = Action.plan(by=official, today=today, weakness=weakness, owner=official.user,
                             due_on=today + calendar.ONE_DAY * (number % 60), **words)  # fmt: skip
        action.accept(by=home_affairs, today=today)
    desk = f"/ban-nop/{submission.review.year}/STNMT/"
    second = submission.weaknesses.last()
    return {
        "my work": "/viec-cua-toi/", f"list of {actions} actions": "/hanh-dong/", "action": f"/hanh-dong/{action.ref}/",
        "submission": desk, "chain card": f"{desk}hc/{second.ref}/", "check page": f"{desk}kiem-tra/",
        "settings": "/cai-dat/",
    }  # fmt: skip


def office() -> dict[str, str]:
    """The pages of Home Affairs by name."""
    year = Submission.objects.get(unit__code="STNMT").review.year
    waiting = Submission.objects.filter(state="submitted").select_related("unit").first()
    board = f"/ban-nop/{year}/"
    return {
        "board of 46 units": board, "board as a table": f"{board}?view=table",
        "review of a submission": f"{board}{waiting.unit.code}/xem-xet/",
        "chase those missing": "/don-doc/moi/?about=submission", "follow-up": "/theo-doi/",
        "overview": "/tong-quan/", "queue": "/cho-xu-ly/gia-han/", "index results": "/chi-so/",
        "units": "/don-vi/", "set-up of the review": f"/dot-danh-gia/{year}/",
    }  # fmt: skip


def look(browser, port: int, asker: Asker, name: str, address: str) -> Row:
    page = slow_page(browser, port, asker)
    page.goto(address, wait_until="networkidle")
    seen = page.evaluate("seen")
    row = Row(name, page.evaluate(WEIGHT), seen["lcp"], seen["cls"])
    page.context.close()
    return row


def toggled(browser, port: int, asker: Asker) -> float:
    """Milliseconds from choosing another filter to the next picture on the screen."""
    page = slow_page(browser, port, asker)
    page.goto("/hanh-dong/", wait_until="networkidle")
    took = page.evaluate(TOGGLE, "on_time")
    page.context.close()
    return took


def slow_page(browser, port: int, asker: Asker) -> Page:
    context = browser.new_context(
        base_url=f"http://localhost:{port}", viewport={"width": 1366, "height": 620}
    )
    name, _, value = asker.cookie.partition("=")
    context.add_cookies([{"name": name, "value": value, "url": f"http://localhost:{port}"}])
    context.add_init_script(WATCH)
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.send("Network.emulateNetworkConditions", SLOW)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": 6})
    return page
