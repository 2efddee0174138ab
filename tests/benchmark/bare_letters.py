"""The mails of a morning with nothing but a query and the standard library: the yardstick for writing them."""

from datetime import date
from email.message import EmailMessage
from itertools import groupby
from operator import itemgetter
from string import Template

QUERY = """
SELECT owner.email, owner.full_name, action.ref, action.statement, action.due_on, action.state, unit.name_vi
FROM tracker_action action
JOIN tracker_user owner ON owner.id = action.owner_id
JOIN tracker_unit unit ON unit.id = action.lead_unit_id
WHERE action.accepted_on IS NOT NULL AND action.state IN ('todo', 'doing', 'returned') AND action.due_on <= %s
ORDER BY owner.email, action.ref
"""
ROW = Template("$ref  $statement\n    $due · $state · $unit\n    http://localhost:8000/h/$ref\n")
HTML_ROW = Template(
    '<tr><td><b>$ref</b> <a href="http://localhost:8000/h/$ref">$statement</a><br>$due · $state</td></tr>'
)
LETTER = Template("Kính gửi $name,\n\n$rows\nTrân trọng\n")
HTML_LETTER = Template("<!doctype html><html><body><p>Kính gửi $name,</p><table>$rows</table></body></html>")
NAMES = ("email", "name", "ref", "statement", "due", "state", "unit")


def rows(connection, today: date) -> list[dict]:
    with connection.cursor() as cursor:
        cursor.execute(QUERY, [today])
        return [dict(zip(NAMES, row, strict=True)) for row in cursor.fetchall()]


def written(due: list[dict]) -> list[bytes]:
    """One message a person, as bytes."""
    return [bytes(message(address, list(of))) for address, of in groupby(due, key=itemgetter("email"))]


def message(address: str, of: list[dict]) -> EmailMessage:
    mail = EmailMessage()
    mail["To"], mail["Subject"] = address, f"Việc hôm nay: {len(of)} đến hạn"
    text, html = "".join(map(ROW.substitute, of)), "".join(map(HTML_ROW.substitute, of))
    mail.set_content(LETTER.substitute(name=of[0]["name"], rows=text))
    mail.add_alternative(HTML_LETTER.substitute(name=of[0]["name"], rows=html), subtype="html")
    return mail
