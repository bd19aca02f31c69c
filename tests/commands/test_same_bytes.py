"""The same input gives the same bytes: in another process, with another seed, on another day, in another zone."""

import pytest
from tests.support.makers import MAKERS
from tests.support.processes import printed_twice

HASHES = "import runpy; runpy.run_module('tests.support.makers', run_name='__main__')"


@pytest.fixture(scope="module")
def hashes(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, str]]:
    """By what was made its hash in each of two processes."""
    printed = printed_twice(HASHES, tmp_path_factory.mktemp("worlds"))
    return [dict(line.split("\t") for line in each.splitlines()) for each in printed]


@pytest.mark.parametrize("name", MAKERS)
def test_what_is_made_has_the_same_bytes_anywhere_and_at_any_time(hashes: list[dict[str, str]], name: str) -> None:
    one, other = hashes
    assert one[name] == other[name]


def test_the_two_processes_differ_in_all_that_could_show(tmp_path_factory: pytest.TempPathFactory) -> None:
    asked = {
        "hash('a')": "import os",
        "list({'a', 'b', 'c', 'd', 'e', 'f', 'g'})": "import os",
        "date.today()": "from datetime import date",
        "datetime.now()": "from datetime import datetime",
        "time.time()": "import time",
        "time.localtime()[:6]": "import time",
        "datetime.fromtimestamp(0)": "from datetime import datetime",
    }
    code = "\n".join(f"{imported}; print({what})" for what, imported in asked.items())
    one, other = printed_twice(code, tmp_path_factory.mktemp("asked"))
    same = [what for what, a, b in zip(asked, one.splitlines(), other.splitlines(), strict=True) if a == b]
    assert same == []
