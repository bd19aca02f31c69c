"""What commands read of a catalogue."""

from pathlib import Path

import pytest
from tests.support.entries import add, entry, practices_folder

from _shared.catalogues import catalogue_in, practice_called
from _shared.environment import run


@pytest.mark.parametrize(("practice_id", "code"), [("Las", 1), ("las", 2)])
def test_contents_to_be_put_in_order_end_a_command_with_1_and_what_was_asked_wrongly_with_2(
    practice_id: str, code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = practices_folder(tmp_path)
    add(folder, f"{practice_id}/index.md", entry({}))

    def main() -> int:
        practice_called("staw", catalogue_in(folder), folder)
        return 0

    with pytest.raises(SystemExit) as ended:
        run(main)
    assert ended.value.code == code
    said = capsys.readouterr().err
    assert ("practices/Las" in said) == (code == 1)
    assert ("Nie ma praktyki „staw”" in said) == (code == 2)
