"""Each fault at its small size: real processes are broken, and the promise is counted out afterwards."""

import subprocess
import sys

import pytest

from tests.faults import ground
from tests.faults.names import FAULTS
from tests.house.running import CODE


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """Tables once for all faults that this process runs."""
    return ground.prepare(tmp_path_factory.mktemp("faults") / "prepared")


@pytest.mark.parametrize("name", FAULTS)
def test_nothing_is_lost_doubled_in_silence_late_or_stale_under(name, prepared):
    words = ["tests.faults", name, "--size=small", f"--prepared={prepared}"]
    done = subprocess.run(
        [sys.executable, "-m", *words], cwd=CODE, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout + done.stderr


def test_a_broken_promise_ends_with_1_and_is_named_in_a_sentence():
    show = "import sys; from tests.faults.__main__ import show; from tests.faults.line import Line; "
    broken = (
        "sys.exit(show(iter([Line('storm', owed=9, lost=1).breaking('1 of 9 owed reminders was lost')])))"
    )
    done = subprocess.run(
        [sys.executable, "-c", show + broken], cwd=CODE, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stdout.splitlines()[-1]) == (1, "storm: 1 of 9 owed reminders was lost.")
