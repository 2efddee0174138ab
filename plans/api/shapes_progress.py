"""How far the plan is, and the periods that were closed, as a program reads them."""

from rest_framework import serializers

from plans.models.progress.snapshot import COUNTS, DIMENSIONS
from plans.progress.meaning import MEANINGS
from plans.progress.period_figures import COUNTS as FROZEN
from tracker.api.shapes import date_or_null, pages_of
from tracker.models import Action

SOURCES = [
    ("now", "as it stands"),
    ("counted", "as it was counted and kept that night"),
    ("folded", "from the history, where nothing was kept"),
]


class CountsRow(serializers.Serializer):
    """How many of the units' actions stand where; overdue and due soon are among those still open."""

    dimension = serializers.ChoiceField(list(DIMENSIONS))
    key = serializers.CharField(
        help_text="Which index, group or unit, by code, or line, by id; empty for the total."
    )
    locals().update({name: serializers.IntegerField(help_text=MEANINGS[name].sentence) for name in COUNTS})


class ProgressWhole(serializers.Serializer):
    """The counts of one day, and where they came from."""

    on = serializers.DateField()
    source = serializers.ChoiceField(SOURCES)
    lines = serializers.IntegerField(
        help_text="How many lines the plan had that day. The rows count actions, of which a line has one or more."
    )
    rows = CountsRow(many=True)


class CountedAction(serializers.Serializer):
    """One action behind a figure, as it stood that day."""

    ref = serializers.CharField()
    lead_unit = serializers.CharField(help_text="The code of the unit that led it then.")
    state = serializers.ChoiceField(Action.State.choices)
    due_on = serializers.DateField()
    original_due_on = serializers.DateField()
    reported_on = date_or_null()
    adds = serializers.IntegerField(help_text="By how much it adds to the figure.")


class WhyWhole(serializers.Serializer):
    """Why a figure is what it is: what it means, and the actions that make it up."""

    on = serializers.DateField()
    dimension = serializers.ChoiceField(list(DIMENSIONS))
    key = serializers.CharField()
    count = serializers.ChoiceField(list(MEANINGS))
    meaning = serializers.CharField()
    figure = serializers.IntegerField()
    source = serializers.ChoiceField(SOURCES)
    agrees = serializers.BooleanField(
        help_text="False where the count kept that night differs from the history."
    )
    actions = CountedAction(many=True)
    others = serializers.IntegerField(help_text="How many more there are that are not for you.")


class PeriodRow(serializers.Serializer):
    """A period that was closed for scoring; it never changes."""

    id = serializers.IntegerField()
    name = serializers.CharField()
    until = serializers.DateField()
    sha256 = serializers.CharField()
    is_unchanged = serializers.BooleanField(help_text="The figures still give the SHA-256.")
    closed_on = serializers.DateField()
    closed_by = serializers.CharField(allow_null=True, help_text="Null when not for you.")


class PeriodFigures(serializers.Serializer):
    """Frozen counts; their names mean what they mean in the progress."""

    locals().update({name: serializers.IntegerField(help_text=MEANINGS[name].sentence) for name in FROZEN})
    late_for_external_reasons = serializers.IntegerField(help_text="Of those completed late.")


class PeriodUnit(PeriodFigures):
    """One unit's figures, and its place among all units."""

    code = serializers.CharField()
    name = serializers.CharField()
    group = serializers.CharField()
    rank = serializers.IntegerField(allow_null=True)


class PeriodWhole(PeriodRow):
    """A period with its frozen figures; a unit reads its own row beside the sum."""

    total = PeriodFigures()
    units = PeriodUnit(many=True)


class PeriodClosed(PeriodWhole):
    """The period that was closed, and the plan's new version."""

    version = serializers.IntegerField(help_text="Of the plan.")


PeriodPage = pages_of(PeriodRow)
