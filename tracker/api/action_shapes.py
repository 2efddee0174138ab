"""What an action looks like to a program."""

from rest_framework import serializers

from tracker.models import Action, TimeStatus

from .shapes import Coded, Person, date_or_null, pages_of


class ActionState(serializers.Serializer):
    """Where the action stands: the answer to every change of it."""

    ref = serializers.CharField()
    version = serializers.IntegerField(help_text="Send it as If-Match with the next change.")
    state = serializers.ChoiceField(Action.State.choices)
    percent = serializers.IntegerField()
    time_status = serializers.ChoiceField(TimeStatus.choices)
    days_left = serializers.IntegerField(
        help_text="Calendar days until the deadline; negative once it has passed."
    )
    due_on = serializers.DateField()
    original_due_on = serializers.DateField()
    accepted_on = date_or_null("Since then Home Affairs watches it; null while only proposed.")
    reported_on = date_or_null()
    verified_on = date_or_null()
    owner = Person(allow_null=True)


class WeaknessOfAction(serializers.Serializer):
    ref = serializers.CharField()
    title = serializers.CharField()


class ActionRow(ActionState):
    """An action as the list shows it."""

    statement = serializers.CharField()
    lead_unit = Coded()
    coordinating_units = serializers.ListField(child=serializers.CharField(), help_text="Their codes.")
    index = serializers.CharField(help_text="The code of the index it serves.")
    review = serializers.IntegerField(help_text="The year assessed.")
    weakness = WeaknessOfAction()
    starts_on = date_or_null()
    is_initiative = serializers.BooleanField()
    is_sample = serializers.BooleanField(help_text="Composed for demonstration, not a fact.")


class Expected(serializers.Serializer):
    id = serializers.IntegerField()
    description = serializers.CharField()
    is_covered = serializers.BooleanField()


class ActionWhole(ActionRow):
    """An action with all its words, the proof it needs, and what its reader may do now."""

    expected_output = serializers.CharField()
    due_phrase = serializers.CharField(help_text="The deadline as the plan prints it.")
    baselined_on = date_or_null("The day the plan was issued.")
    progress_on = date_or_null()
    reported_by = serializers.CharField(allow_null=True)
    verified_by = serializers.CharField(allow_null=True)
    delay_cause = serializers.CharField()
    is_delay_objective = serializers.BooleanField()
    criteria = serializers.ListField(
        child=serializers.CharField(), help_text="Codes of further criteria served."
    )
    expected_evidence = Expected(many=True)
    may = serializers.ListField(
        child=serializers.CharField(), help_text="The changes its reader may ask for now."
    )


class EventRow(serializers.Serializer):
    """One line of the action's history; it never changes."""

    number = serializers.IntegerField()
    verb = serializers.CharField()
    happened_on = serializers.DateField()
    recorded_at = serializers.DateTimeField()
    actor_name = serializers.CharField()
    role = serializers.CharField()
    unit = serializers.CharField(allow_null=True)
    channel = serializers.CharField()
    reason = serializers.CharField()
    before = serializers.DictField()
    after = serializers.DictField()
    hash = serializers.CharField()


ActionPage, EventPage = pages_of(ActionRow), pages_of(EventRow)
