"""A mail server that refuses one and holds one, delays everybody, is gone for two days, and drops every line once.

Hours pass as fast as the engine turns; only who waits for a mail server that holds the line takes his time: thirty
seconds, in the small size two.
"""

from dataclasses import dataclass, field
from datetime import date, time, timedelta
from functools import partial

from notifications.models import Envelope
from tests.faults import drivers, province
from tests.faults.days import at, working_days_after
from tests.faults.judge import Case, copies, identities, judge
from tests.faults.line import Line, unless
from tests.faults.news import assigned, handed_over
from tests.faults.scene import Scene
from tests.faults.sink import LATER
from tracker.models import User

MONDAY, TUESDAY, WEDNESDAY, FRIDAY, NEXT_MONDAY = (date(2022, 8, day) for day in (22, 23, 24, 26, 29))
EIGHT, MINUTE, HOUR = time(8), timedelta(minutes=1), timedelta(hours=1)
NO_MAILBOX = "550 5.1.1 no such mailbox"
BROKEN = "notifications/emails/action_handed_over/body.txt"
NEWS_SHARE = 0.4


@dataclass
class Account:
    """What all troubles together make us owe, which addresses may fail, and what went wrong."""

    owed: set = field(default_factory=set)
    undeliverable: set[str] = field(default_factory=set)
    broken: list[str] = field(default_factory=list)

    def owe(self, people: list[User], day: date, last: date | None = None) -> None:
        """Each is owed one mail: two in five news of that day, the others what falls due in three working days.

        Where the mail server is back on a later day only, the bundle tells what is true on that day.
        """
        news = int(len(people) * NEWS_SHARE)
        due = province.actions(people[news:], working_days_after(last or day, 1 if last else 3))
        self.owed |= province.owed(due, last or day) | province.owed(assigned(people[:news], day), day)

    def excuse(self, *people: User) -> None:
        self.undeliverable |= {each.email for each in people}


def run(scene: Scene) -> Line:
    """100 envelopes for each trouble, 50 for the dropped lines; nobody's trouble is another's."""
    account = Account()
    with drivers.Turner(scene, "turner", **environment(scene)) as turner:
        for trouble, size in ((one_each, 100), (delayed, 100), (gone, 100), (dropped, 50)):
            trouble(scene, turner, account, province.people(int(scene.sized(small=size // 4, full=size))))
            province.retire()
    owed = {each for each in account.owed if each[0] not in account.undeliverable}
    case = Case("smtp", owed, at(NEXT_MONDAY, time(23)), undeliverable=frozenset(account.undeliverable))
    return judge(case, scene.office.mails, province.ledger(), scene.seconds).breaking(*account.broken)


def environment(scene: Scene) -> dict[str, str]:
    """One template of the site raises when it is rendered; a small rig is less patient."""
    broken = scene.folder / "templates" / BROKEN
    broken.parent.mkdir(parents=True)
    broken.write_text("{% include 'no/such/template.txt' %}")
    patience = {"FAULTS_DATA_SECONDS": "2"} if scene.size == "small" else {}
    return patience | {"FAULTS_TEMPLATES": str(scene.folder / "templates")}


def one_each(scene: Scene, turner: drivers.Turner, account: Account, people: list[User]) -> None:
    """One address is refused, one is held for a minute, one mail cannot be written: the others have theirs at once."""
    account.owe(people, MONDAY)
    refused, held, *others = people
    [wordless] = province.people(1)
    account.excuse(refused, wordless)
    handed_over(wordless, others[-1], MONDAY)
    scene.office.behave(answers={refused.email: NO_MAILBOX}, tarpit={held.email: 60})
    turner.live(at(MONDAY, EIGHT), at(MONDAY, EIGHT) + MINUTE, MINUTE)
    account.broken += failed(refused, "refused") + failed(wordless, "unwritable")
    turner.turn(at(MONDAY, EIGHT) + 2 * MINUTE)
    waiting = {each.email for each in others} - {mail.address for mail in scene.office.mails}
    account.broken += unless(not waiting, f"{len(waiting)} others had to wait")
    scene.office.behave()
    turner.live(at(MONDAY, EIGHT) + 10 * MINUTE, at(MONDAY, EIGHT) + HOUR, 10 * MINUTE)


def failed(reader: User, reason: str) -> list[str]:
    """It stands on the screen with its reason, within the minute."""
    is_there = Envelope.objects.filter(recipient=reader, state="failed", reason=reason).exists()
    return unless(is_there, f"the mail that is {reason} does not stand on the screen within a minute")


def delayed(scene: Scene, turner: drivers.Turner, account: Account, people: list[User]) -> None:
    """Three hours of 451 for everybody; all leave when it is over."""
    account.owe(people, TUESDAY)
    begin = at(TUESDAY, EIGHT)
    live = partial(turner.live, every=scene.sized(small=10, full=1) * MINUTE)
    scene.office.behave(everybody=LATER)
    live(begin, begin + 3 * HOUR)
    scene.office.behave()
    live(begin + 3 * HOUR, begin + 5 * HOUR)


def gone(scene: Scene, turner: drivers.Turner, account: Account, people: list[User]) -> None:
    """Nobody listens for 48 hours. Bundles pass on what they hold; no attempt is used up."""
    account.owe(people, WEDNESDAY, last=FRIDAY)
    begin = at(WEDNESDAY, EIGHT)
    scene.office.close()
    turner.live(begin, begin + 48 * HOUR, scene.sized(small=6, full=1) * HOUR)
    scene.office.open()
    turner.live(begin + 49 * HOUR, begin + 53 * HOUR, HOUR)
    burnt = Envelope.objects.filter(business_date__range=(WEDNESDAY, FRIDAY)).exclude(setbacks=0).count()
    account.broken += unless(not burnt, f"{burnt} mails lost an attempt to the outage")


def dropped(scene: Scene, turner: drivers.Turner, account: Account, people: list[User]) -> None:
    """Every line is dropped once after its mail was taken: each mail has one copy, and each copy is counted."""
    account.owe(people, NEXT_MONDAY)
    before = len(scene.office.mails)
    scene.office.behave(drop_each_once=True)
    turner.live(at(NEXT_MONDAY, EIGHT), at(NEXT_MONDAY, EIGHT) + HOUR, 10 * MINUTE)
    mails = scene.office.mails[before:]
    wrong = Envelope.objects.filter(business_date=NEXT_MONDAY).exclude(possible_duplicates=1).count()
    account.broken += unless(not wrong, f"{wrong} mails are not counted as one possible duplicate")
    account.broken += unless(
        copies(mails) == dict.fromkeys(identities(mails), 1), "not every mail was taken just twice"
    )
