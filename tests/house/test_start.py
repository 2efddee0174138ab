"""One command runs the whole site, one signal ends all of it."""

import signal
import socket

import pytest

from tests.house import running


@pytest.fixture
def port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def start(folder, port):
    """Start the site and return once it says where it is."""
    started = []

    def start(*words):
        site = running.module(
            "tracker.embedded.site", "--port", port, "--data", folder.path, "--empty", *words
        )
        started.append(site)
        for line in site.stdout:
            if "The site is at" in line:
                return site
        raise AssertionError(site.stderr.read())

    yield start
    for site in started:
        site.terminate()
        site.communicate(timeout=60)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_one_signal_ends_every_process_of_the_site(start, number):
    site = start()
    everybody = running.family(site)
    assert len(everybody) > 10

    site.send_signal(number)

    assert (site.wait(timeout=60), running.alive(everybody)) == (0, [])


def test_every_process_of_the_site_ends_even_when_its_parent_is_killed(start):
    site = start()
    everybody = running.family(site)

    site.kill()

    assert running.alive(everybody) == []


def test_a_second_start_on_the_same_data_is_refused_in_one_line(start, folder, port):
    start()

    second = running.module("tracker.embedded.site", "--port", port + 1, "--data", folder.path)
    said, why = second.communicate(timeout=60)

    assert (second.returncode, said, why.count("\n"), "already runs" in why) == (2, "", 1, True)


def test_a_busy_port_is_refused_in_one_line_and_leaves_no_server(folder):
    with socket.create_server(("127.0.0.1", 0)) as busy:
        site = running.module("tracker.embedded.site", "--port", busy.getsockname()[1], "--data", folder.path)
        _said, why = site.communicate(timeout=60)

    assert (site.returncode, why.count("\n"), "cannot be used" in why) == (2, 1, True)
    assert not (folder.path / "postgres").exists()


@pytest.mark.parametrize("words", [["--port", "many"], ["--port", "0"], ["--nonsense"], ["--data"]])
def test_a_wrong_option_is_refused_in_one_line(words):
    site = running.module("tracker.embedded.site", *words)
    said, why = site.communicate(timeout=60)

    assert (site.returncode, said, why.count("\n")) == (2, "", 1)
