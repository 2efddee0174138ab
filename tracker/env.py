"""The environment's variables, read by type; nonsense is refused with the variable's name and what to write."""

import os
from datetime import time
from urllib.parse import SplitResult, unquote, urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, "").strip() or default


def flag(name: str, *, default: bool = False) -> bool:
    match text(name, str(default)).lower():
        case "true" | "1" | "yes":
            return True
        case "false" | "0" | "no":
            return False
        case other:
            raise ImproperlyConfigured(f"{name} is {other!r}; say true or false.")


def number(name: str, default: int, *, least: int = 1, most: int = 65_535) -> int:
    given = text(name, str(default))
    if not given.isascii() or not given.isdecimal() or not least <= int(given) <= most:
        raise ImproperlyConfigured(f"{name} is {given!r}; give a whole number from {least} to {most}.")
    return int(given)


def numbers(name: str, default: tuple[int, ...]) -> tuple[int, ...]:
    """Whole numbers from 1, separated by commas."""
    given = words(name, ",".join(map(str, default)))
    if not given or not all(
        word.isascii() and word.isdecimal() and 1 <= int(word) <= 86_400 for word in given
    ):
        raise ImproperlyConfigured(f"{name} is {','.join(given)!r}; give whole numbers such as 60,300,900.")
    return tuple(map(int, given))


def clock(name: str, default: str) -> time:
    """A time of day in the province."""
    given = text(name, default)
    try:
        return time.fromisoformat(given)
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} is {given!r}; give a time such as 07:30.") from error


def choice(name: str, choices: tuple[str, ...], default: str) -> str:
    given = text(name, default).upper()
    if given not in choices:
        raise ImproperlyConfigured(f"{name} is {given!r}; say one of {', '.join(choices)}.")
    return given


def words(name: str, default: str = "") -> list[str]:
    """A list separated by commas."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def site(name: str, default: str) -> str:
    """The site's own address: scheme and host, perhaps a port, no path."""
    address = text(name, default).rstrip("/")
    parts = address_parts(name, address)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path or parts.query:
        raise ImproperlyConfigured(f"{name} is {address!r}; give an address such as https://plans.example.")
    return address


def address(name: str, schemes: tuple[str, ...]) -> str:
    """A server's address, or nothing."""
    given = text(name)
    if given and address_parts(name, given).scheme not in schemes:
        known = ", ".join(f"{scheme}://" for scheme in schemes)
        raise ImproperlyConfigured(f"{name} starts with none of {known}")
    return given


def address_parts(name: str, given: str) -> SplitResult:
    try:
        parts = urlsplit(given)
        _ = parts.port  # read here, because a port that is no number is noticed only on reading
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} is not an address: {error}.") from error
    return parts


def mail_server() -> dict[str, object]:
    """Django's settings for the mail server, from EMAIL_URL or the single variables; no host, no server."""
    url = urlsplit(address("EMAIL_URL", ("smtp", "smtps", "smtp+tls")))
    security = {"smtps": "ssl", "smtp+tls": "tls"}.get(url.scheme) or text("EMAIL_SECURITY")
    if security not in ("", "tls", "ssl"):
        raise ImproperlyConfigured(f"EMAIL_SECURITY is {security!r}; say tls (STARTTLS), ssl or nothing.")
    usual_port = {"tls": 587, "ssl": 465}.get(security, 25)
    return {
        "EMAIL_HOST": url.hostname or text("EMAIL_HOST"),
        "EMAIL_PORT": url.port or number("EMAIL_PORT", usual_port),
        "EMAIL_HOST_USER": unquote(url.username or "") or text("EMAIL_USER"),
        "EMAIL_HOST_PASSWORD": unquote(url.password or "") or text("EMAIL_PASSWORD"),
        "EMAIL_USE_TLS": security == "tls",
        "EMAIL_USE_SSL": security == "ssl",
    }


def database() -> dict[str, object] | None:
    """Django's settings for the database that DATABASE_URL names, if it names one."""
    url = address("DATABASE_URL", ("postgres", "postgresql"))
    if not url:
        return None
    found = dj_database_url.parse(url)
    if not found["NAME"]:
        raise ImproperlyConfigured("DATABASE_URL names no database; write postgresql://user:pass@host/name.")
    return found
