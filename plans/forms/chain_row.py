"""One row of a chain as it is typed: a small form, named by its key."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .chain_choices import Choices

MOST_ROWS = 60
TOO_MANY = _(
    "A card takes 60 rows of a kind. Put this one together with another, or name a further weakness."
)
SAY_IT = _("Say it in words, or remove the row.")
TOO_LONG = _("%(limit_value)d characters at most; this is %(show_value)d. Shorten it or attach a file.")


def words_field(rows: int = 3, **kwargs) -> forms.CharField:
    """A few sentences in a low box."""
    field = forms.CharField(
        widget=forms.Textarea({"rows": rows}), max_length=4000, required=False,
        error_messages={"max_length": TOO_LONG}, **kwargs,
    )  # fmt: skip
    del field.widget.attrs["maxlength"]  # a browser would cut a pasted text without a word
    return field


class RowForm(forms.Form):
    """One row of a part. A new row in which nothing was typed does not count."""

    part, title, telling, needed = "", "", (), ("statement",)
    removed = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, key: str, choices: Choices, *, row=None, data=None, initial=None, number=0):
        self.key, self.row, self.choices, self.number = key, row, choices, number
        shown = initial if initial is not None else self.kept(row) if row else {}
        super().__init__(data, prefix=f"{self.part}-{key}", initial=shown, use_required_attribute=False)
        self.offer()

    @classmethod
    def begun(cls, key: str, choices: Choices, **kwargs) -> "RowForm":
        """A row just asked for: writing goes on in its first field."""
        row = cls(key, choices, **kwargs)
        next(iter(row.fields.values())).widget.attrs["autofocus"] = True
        return row

    def offer(self) -> None:
        """Fill the lists to choose from."""

    @staticmethod
    def kept(row) -> dict:
        """The row as the form shows it."""
        raise NotImplementedError

    @property
    def is_removed(self) -> bool:
        return self.is_bound and self.data.get(self.add_prefix("removed")) == "1"

    @property
    def is_blank(self) -> bool:
        """New, and nothing typed yet."""
        given = (self.data.get(self.add_prefix(name), "").strip() for name in self.telling)
        return self.row is None and self.is_bound and not any(given)

    @property
    def is_gone(self) -> bool:
        """Taken out, and nothing speaks against it."""
        return self.is_removed and not self.errors

    def full_clean(self):
        """A row that is taken out, or was never begun, has nothing to correct; those that are kept already may stay."""
        super().full_clean()
        if self.is_removed or self.is_blank:
            self._errors.clear()
        elif self.is_bound and self.row is None and self.number > MOST_ROWS:
            self.add_error(self.needed[0], TOO_MANY)

    def clean(self):
        for name in self.needed:
            if name in self.cleaned_data and not self.cleaned_data[name]:
                self.add_error(name, SAY_IT)

    def counts(self) -> bool:
        """Whether the row has something to be written: all that is sound, or its removal."""
        if self.is_removed:
            return self.row is not None and not self.errors
        return not self.is_blank and not self.errors.keys() & set(self.must_be_sound())

    def must_be_sound(self) -> tuple[str, ...]:
        """A row that is kept already may be written in part."""
        return () if self.row else self.needed

    def written(self) -> dict | None:
        """The sound fields as the chain takes them; None removes the row."""
        if self.is_removed:
            return None
        return {name: value for name, value in self.cleaned_data.items() if name != "removed"}

    def place(self, name: str) -> str:
        """The field beside which an objection to this name is shown."""
        return name if name in self.fields else next(iter(self.fields))
