"""A table in plain text: columns as wide as they need, numbers to the right, nothing for zero."""

from itertools import zip_longest


def table(headings: list[str], rows: list[list]) -> str:
    """Headings of several words stand in several lines, so that narrow columns stay narrow."""
    stacked = [heading.replace("-", " ").split(" ") for heading in headings]
    head = [list(line) for line in zip_longest(*stacked, fillvalue="")]
    body = [[str(cell) if cell != 0 else "·" for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*head, *body, strict=True)]
    numeric = [all(isinstance(row[place], int) for row in rows) for place in range(len(headings))]
    lines = [_line(row, widths, numeric) for row in [*head, ["─" * width for width in widths], *body]]
    return "\n".join(lines)


def _line(cells: list[str], widths: list[int], numeric: list[bool]) -> str:
    padded = [
        cell.rjust(width) if to_the_right else cell.ljust(width)
        for cell, width, to_the_right in zip(cells, widths, numeric, strict=True)
    ]
    return "  ".join(padded).rstrip()
