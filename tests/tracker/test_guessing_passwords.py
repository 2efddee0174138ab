"""Who guesses passwords is stopped for a while, without shutting the owner out from elsewhere."""

import pytest
from django.urls import reverse

from tests.factories import person

RIGHT = "mua-he-2022-rat-dai"


@pytest.fixture
def owner(environment):
    user = person("chi@tinh.example", "Lê Thị Chi", "official", environment)
    user.set_password(RIGHT)
    user.save()
    return user


def log_in(client, password, address="203.0.113.5", email="chi@tinh.example"):
    words = {"username": email, "password": password}
    return client.post(reverse("login"), words, REMOTE_ADDR=address).status_code


def test_after_ten_wrong_guesses_even_the_right_password_waits(owner, client):
    answers = [log_in(client, f"sai-{number}") for number in range(10)]

    assert answers == [422] * 9 + [429]
    assert log_in(client, RIGHT) == 429


def test_another_spelling_of_the_address_is_the_same_account(owner, client):
    spellings = ["chi@tinh.example", "CHI@tinh.example", " Chi@Tinh.Example "]
    answers = [log_in(client, "sai", email=spellings[number % 3]) for number in range(10)]

    assert answers[-1] == 429


def test_the_owner_still_logs_in_from_another_address(owner, client):
    for number in range(12):
        log_in(client, f"sai-{number}")

    assert log_in(client, RIGHT, address="203.0.113.77") == 302


def test_a_log_in_that_succeeds_forgets_the_wrong_ones_before(owner, client):
    for number in range(9):
        log_in(client, f"sai-{number}")
    assert log_in(client, RIGHT) == 302
    client.logout()

    assert [log_in(client, "sai"), log_in(client, RIGHT)] == [422, 302]
