"""What the framework of the API says of bad input is said in Vietnamese too."""

from copy import deepcopy
from decimal import Decimal

import pytest
from django.utils.translation import override
from rest_framework import serializers

FIELDS = {
    "a number": (serializers.IntegerField(max_value=5), ["x", 9, None]),
    "a fraction": (serializers.DecimalField(3, 1, min_value=Decimal(0)), ["x", -1, "1.55", "1234"]),
    "a text": (serializers.CharField(min_length=2, max_length=3), ["", "x", "xxxx", {}, None]),
    "a day": (serializers.DateField(), ["31/02/2022", "x"]),
    "a moment": (serializers.DateTimeField(), ["x"]),
    "yes or no": (serializers.BooleanField(), ["perhaps", None]),
    "a choice": (serializers.ChoiceField(["one"]), ["two"]),
    "several choices": (serializers.MultipleChoiceField(choices=["one"], allow_empty=False), ["two", []]),
    "a list": (serializers.ListField(min_length=1, max_length=1), [{}, [], [1, 2]]),
    "a file": (serializers.FileField(), ["x"]),
    "a whole": (serializers.Serializer(), ["x", None]),
}


def refusal(field, value) -> str:
    with pytest.raises(serializers.ValidationError) as refused:
        deepcopy(field).run_validation(value)
    return str(refused.value.detail)


@pytest.mark.parametrize(
    ("field", "value"), [(field, value) for field, values in FIELDS.values() for value in values]
)
def test_a_refusal_is_not_left_in_english(field, value):
    said = []
    for language in ("en", "vi"):
        with override(language):
            said.append(refusal(field, value))

    assert said[0] != said[1]
