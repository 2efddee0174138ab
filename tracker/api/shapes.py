"""The shapes that appear inside many answers: a name by its code, a person, a page."""

from rest_framework import serializers


class Coded(serializers.Serializer):
    """Something with a code and its Vietnamese name, which is the official one."""

    code = serializers.CharField()
    name = serializers.CharField()


class Person(serializers.Serializer):
    id = serializers.IntegerField()
    full_name = serializers.CharField()


class Problem(serializers.Serializer):
    """Why not, in words for the person who asked."""

    detail = serializers.CharField()


def pages_of(row: type[serializers.Serializer]) -> type[serializers.Serializer]:
    """The shape of one page of such rows."""
    fields = {
        "results": row(many=True),
        "next_cursor": serializers.CharField(allow_null=True, help_text="Null on the last page."),
        "__doc__": "A page of a list.",
    }
    return type(f"{row.__name__}Page", (serializers.Serializer,), fields)


def date_or_null(help_text: str = "") -> serializers.DateField:
    return serializers.DateField(allow_null=True, help_text=help_text)


def coded(code: str | None, name: str | None) -> dict | None:
    """A `Coded`, or nothing when there is none."""
    return {"code": code, "name": name} if code else None


def person(user_id: int | None, full_name: str | None) -> dict | None:
    return {"id": user_id, "full_name": full_name} if user_id else None
