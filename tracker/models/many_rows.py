"""Other values, other links for many rows in one statement, however different they are."""

from django.db import connection, models
from psycopg import sql

UPDATE = sql.SQL(
    "UPDATE {table} AS kept SET {taken} FROM unnest({lists}) AS new ({columns}) WHERE kept.{key} = new.{key}"
)


def write_fields(things: list[models.Model], names: list[str]) -> None:
    """Write these fields of the things, which are of one kind, as they stand in memory."""
    meta = things[0]._meta
    fields = [meta.pk, *(meta.get_field(name) for name in names)]
    columns = [sql.Identifier(field.column) for field in fields]
    statement = UPDATE.format(
        table=sql.Identifier(meta.db_table),
        key=columns[0],
        columns=sql.SQL(", ").join(columns),
        taken=sql.SQL(", ").join(sql.SQL("{0} = new.{0}").format(column) for column in columns[1:]),
        lists=sql.SQL(", ").join(sql.SQL("%s::" + field.rel_db_type(connection) + "[]") for field in fields),
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [_values(things, field) for field in fields])


def write_links(links: dict[models.Model, list[models.Model]], name: str) -> None:
    """Let each thing, all of one kind, be linked under this name with these and no others."""
    if not links:
        return
    field = next(iter(links))._meta.get_field(name)
    through, own, other = field.remote_field.through, field.m2m_field_name(), field.m2m_reverse_field_name()
    rows = [(thing, each) for thing, linked in links.items() for each in linked]
    through.objects.filter(**{f"{own}__in": list(links)}).delete()
    through.objects.bulk_create([through(**{own: thing, other: each}) for thing, each in rows])
    for thing in links:
        getattr(thing, "_prefetched_objects_cache", {}).pop(name, None)


def _values(things: list[models.Model], field: models.Field) -> list:
    return [field.get_db_prep_save(getattr(thing, field.attname), connection) for thing in things]
