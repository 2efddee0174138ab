"""The workbench of one draft plan: what is left behind, what might be merged, and the lines of one index."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

from django.core.paginator import Page, Paginator

from plans.models import Plan, PlanItem
from tracker.models import Event, Index
from tracker.vietnamese import plain

from .apart import Pair, Said, groups, kept_apart
from .lines import Line, lines_of
from .proposals import MOST_LINES, Proposal, among
from .sides import Side, sides, with_contributors, with_counts
from .words import Lettering

LINES, ROWS, PROPOSALS, LATELY = 50, 20, 8, 8
LARGEST = 2**31 - 1


@dataclass(frozen=True)
class Card:
    """A proposal with its lines side by side."""

    proposal: Proposal
    sides: list[Side]


@dataclass(frozen=True)
class Apart:
    """Lines that were kept apart, with who said so."""

    lines: list[PlanItem]
    said: Said


@dataclass(frozen=True)
class Tab:
    """One index: how many lines it has, and how many proposals to merge."""

    index: Index
    lines: int
    proposals: int


@dataclass
class Workbench:
    """Everything is read once; the number of queries does not grow with the plan."""

    plan: Plan
    query: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def lines(self) -> list[Line]:
        return lines_of(self.plan, Lettering())

    @cached_property
    def proposals(self) -> list[Proposal]:
        return among(self.plan, self.lines, self.apart)

    @cached_property
    def apart(self) -> dict[Pair, Said]:
        return kept_apart(self.plan)

    @cached_property
    def tabs(self) -> list[Tab]:
        lines = Counter(line.index for line in self.lines)
        proposed = Counter(proposal.index for proposal in self.proposals)
        return [Tab(each, lines[each.pk], proposed[each.pk]) for each in Index.objects.filter(pk__in=lines)]

    @cached_property
    def tab(self) -> Tab | None:
        """The index of the line that is looked for, else the one asked for, else the first."""
        asked, of_line = self.query.get("index"), {line.index for line in self.lines if line.pk == self.at}
        found = [tab for tab in self.tabs if tab.index.pk in of_line]
        found += [tab for tab in self.tabs if tab.index.code == asked]
        return next(iter([*found, *self.tabs]), None)

    @cached_property
    def at(self) -> int:
        """The line that somebody comes back to."""
        return _number(self.query.get("at"), 0, most=LARGEST)

    @cached_property
    def of_index(self) -> list[Proposal]:
        return [each for each in self.proposals if self.tab and each.index == self.tab.index.pk]

    @cached_property
    def cards(self) -> list[Card]:
        """The likest proposals of the index, as many as can be read."""
        shown = self.of_index[: _number(self.query.get("proposals"), PROPOSALS)]
        items = self._items({pk for proposal in shown for pk in proposal.lines})
        return [Card(each, sides(items[pk] for pk in each.lines)) for each in shown]

    @cached_property
    def kept_apart(self) -> list[Apart]:
        """What is no longer proposed in the index, for whoever thinks better of it."""
        found = [
            each for each in groups(self.apart, self.lines) if self.tab and each.index == self.tab.index.pk
        ]
        wanted = {pk for group in found for pk in group.lines}
        items = self.plan.items.select_related("lead_unit").in_bulk(wanted) if wanted else {}
        return [Apart([items[pk] for pk in group.lines], group.said) for group in found]

    @cached_property
    def just_kept_apart(self) -> list[PlanItem]:
        """What the asker has kept apart a moment ago, while it is so."""
        asked = sorted(
            {_number(text, 0, most=LARGEST) for text in (self.query.get("apart") or "").split(",")}
        )
        is_so = len(asked) <= MOST_LINES and all(pair in self.apart for pair in combinations(asked, 2))
        items = self.plan.items.standing().filter(pk__in=asked) if is_so and len(asked) > 1 else ()
        return sorted(items, key=lambda item: item.position)

    @property
    def further(self) -> int:
        """How many proposals of the index wait behind those shown."""
        return len(self.of_index) - len(self.cards)

    @property
    def next_shown(self) -> int:
        return len(self.cards) + PROPOSALS

    @cached_property
    def page(self) -> Page:
        """The lines of the index that hold the words asked for."""
        found = self._found()
        asked = found.index(self.at) // LINES + 1 if self.at in found else self.query.get("page")
        page = Paginator(found, LINES).get_page(asked)
        shown = self.plan.items.filter(pk__in=list(page.object_list))
        items = {item.pk: item for item in with_counts(shown)}
        page.object_list = [items[pk] for pk in page.object_list]
        return page

    @property
    def words(self) -> str:
        return self.query.get("q", "")[:200]

    @cached_property
    def waiting(self) -> Page:
        """Accepted rows that are nowhere in the plan yet."""
        rows = self.plan.unplaced().select_related("weakness__unit")
        return Paginator(rows, ROWS).get_page(self.query.get("waiting"))

    @cached_property
    def left_out(self) -> list:
        rows = self.plan.left_out.select_related("action__weakness__index", "action__lead_unit", "by")
        return list(rows.order_by("-on", "-pk"))

    @cached_property
    def withdrawn(self) -> list[PlanItem]:
        """Lines of which an action is no longer to be done."""
        items = self.plan.items.standing().filter(contributions__action__state="dropped").distinct()
        return list(with_contributors(items).order_by("position"))

    @cached_property
    def fresh(self) -> PlanItem | None:
        """The line that was just made of several."""
        pk = _number(self.query.get("merged"), 0, most=LARGEST)
        return with_contributors(self.plan.items.filter(pk=pk)).first() if pk else None

    @cached_property
    def lately(self) -> list[Event]:
        return list(Event.objects.of(self.plan).reverse()[:LATELY])

    def _found(self) -> list[int]:
        own = self.plan.items.standing().filter(index=self.tab.index) if self.tab else PlanItem.objects.none()
        texts = own.order_by("position", "pk").values_list(
            "pk", "weakness_statement", "measure", "lead_unit__name_vi"
        )
        words = plain(self.words).split()
        return [pk for pk, *rest in texts if pk == self.at or _holds(words, rest)]

    def _items(self, wanted: set[int]) -> dict[int, PlanItem]:
        return {item.pk: item for item in with_contributors(self.plan.items.filter(pk__in=wanted))}


def _holds(words: list[str], texts: list[str]) -> bool:
    text = plain(" ".join(texts)) if words else ""
    return all(word in text for word in words)


def _number(text: str | None, least: int, most: int = 200) -> int:
    return min(max(int(text), least), most) if text and text.isascii() and text.isdigit() else least
