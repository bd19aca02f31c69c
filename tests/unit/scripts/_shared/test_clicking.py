"""How commands made with click end: with their own code, with words about a wrong option, or stopped by a person."""

import click
import pytest

from _shared.clicking import invoked


@click.command()
@click.option("--code", type=int, default=0)
@click.option("--stop", is_flag=True)
@click.pass_context
def command(context: click.Context, code: int, stop: bool) -> None:
    if stop:
        raise KeyboardInterrupt
    context.exit(code)


@pytest.mark.parametrize("code", [0, 1, 2])
def test_a_command_ends_with_its_own_code(code: int) -> None:
    assert invoked(command, args=[f"--code={code}"]) == code


def test_a_wrong_option_is_reported(capsys: pytest.CaptureFixture[str]) -> None:
    assert invoked(command, args=["--nie-ma"]) == 2
    assert "--nie-ma" in capsys.readouterr().err


def test_a_person_who_stops_it_is_heard() -> None:
    with pytest.raises(KeyboardInterrupt):
        invoked(command, args=["--stop"])
