"""Nonsense in the environment is refused with the variable's name, in one line, before anything runs."""

import re

import pytest
from django.core.exceptions import ImproperlyConfigured

from tests.house import running
from tracker import env


@pytest.mark.parametrize("nonsense", ["maybe", "2", "tru e"])
def test_a_flag_is_true_or_false_and_nothing_else(monkeypatch, nonsense):
    monkeypatch.setenv("DEBUG", nonsense)

    with pytest.raises(ImproperlyConfigured, match="DEBUG"):
        env.flag("DEBUG")


@pytest.mark.parametrize("nonsense", ["many", "-1", "1.5", "0", "70000", "²", "１"])
def test_a_number_is_a_whole_one_within_its_limits(monkeypatch, nonsense):
    monkeypatch.setenv("EMAIL_PORT", nonsense)

    with pytest.raises(ImproperlyConfigured, match="EMAIL_PORT"):
        env.number("EMAIL_PORT", 25)


@pytest.mark.parametrize(
    "nonsense", ["plans.example", "ftp://plans.example", "https://", "https://a/b", "http://a:b", "http://[1"]
)
def test_the_sites_address_is_a_web_address_without_a_path(monkeypatch, nonsense):
    monkeypatch.setenv("SITE_URL", nonsense)

    with pytest.raises(ImproperlyConfigured, match="SITE_URL"):
        env.site("SITE_URL", "http://localhost")


@pytest.mark.parametrize("nonsense", ["mysql://a/b", "plans", "postgres://host", "postgres://host:port/name"])
def test_the_databases_address_is_a_complete_postgresql_address(monkeypatch, nonsense):
    monkeypatch.setenv("DATABASE_URL", nonsense)

    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL"):
        env.database()


def test_one_address_says_all_about_the_mail_server(monkeypatch):
    monkeypatch.setenv("EMAIL_URL", "smtp+tls://post%40plans:se%2Fcret@mail.example")

    assert env.mail_server() == {
        "EMAIL_HOST": "mail.example",
        "EMAIL_PORT": 587,
        "EMAIL_HOST_USER": "post@plans",
        "EMAIL_HOST_PASSWORD": "se/cret",
        "EMAIL_USE_TLS": True,
        "EMAIL_USE_SSL": False,
    }


def test_with_nothing_set_there_is_no_mail_server(monkeypatch):
    for name in ("EMAIL_URL", "EMAIL_HOST", "EMAIL_PORT", "EMAIL_SECURITY"):
        monkeypatch.delenv(name, raising=False)

    assert env.mail_server()["EMAIL_HOST"] == ""


@pytest.mark.parametrize(
    ("name", "nonsense"),
    [("DEBUG", "maybe"), ("DATABASE_URL", "mysql://a/b"), ("DATABASE_URL", "postgres://a:b@127.0.0.1:1/c")],
)
def test_a_command_says_what_is_wrong_in_one_line(tmp_path, name, nonsense):
    real = {"REDIS_URL": "redis://127.0.0.1:1", "SITE_URL": "http://localhost", "EMAIL_FROM": "a@b.test"}
    given = real | {"DATA_DIR": str(tmp_path), "SECRET_KEY": "x", name: nonsense}

    answer = running.manage("showmigrations", **given)

    assert (answer.returncode, answer.stdout, answer.stderr.count("\n")) == (2, "", 1)


def test_the_generated_secret_is_kept_for_its_owner_alone(tmp_path):
    given = {"DATA_DIR": str(tmp_path / "data"), "SECRET_KEY": ""}
    ask = ("diffsettings", "--output", "unified")
    first = running.manage(*ask, **given)

    second = running.manage(*ask, **given)

    secret = tmp_path / "data" / "secret-key"
    assert (first.stdout, oct(secret.stat().st_mode)[-3:]) == (second.stdout, "600")


def test_every_variable_that_is_read_is_listed_in_the_example():
    code = "".join((running.CODE / "tracker" / name).read_text() for name in ("settings.py", "env.py"))
    read = set(re.findall(r'(?:text|flag|number|clock|choice|words|site|address)\("([A-Z_]+)"', code))

    listed = set(re.findall(r"^([A-Z_]+)=", (running.CODE / ".env.example").read_text(), re.MULTILINE))

    assert read <= listed


def test_a_word_for_the_log_is_one_of_the_known_levels(monkeypatch):
    monkeypatch.setenv("LOG_LEVEL", "loud")

    with pytest.raises(ImproperlyConfigured, match="LOG_LEVEL"):
        env.choice("LOG_LEVEL", ("INFO", "ERROR"), "INFO")
