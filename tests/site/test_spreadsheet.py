"""The tables as an office opens them: in LibreOffice, with formulas let run, where the machine has it."""

import csv
import shutil
import subprocess
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell, MergedCell

pytestmark = [
    pytest.mark.site,
    pytest.mark.skipif(not shutil.which("localc"), reason="nobody installed LibreOffice Calc here"),
]

# Semicolons, double quotes, UTF-8, from the first line, in Polish, numbers and dates recognised, formulas evaluated:
# https://help.libreoffice.org/latest/en-US/text/shared/guide/csv_params.html
AS_CSV = "CSV:59,34,76,1,,1045,false,true,false,false,false,-1,true"


@pytest.mark.parametrize("edition", ["site", "hostile"])
def test_a_spreadsheet_shows_each_cell_as_it_is_and_runs_none(
    request: pytest.FixtureRequest, edition: str, tmp_path: Path
) -> None:
    given: Any = request.getfixturevalue(edition)
    tables = sorted((given.site if edition == "hostile" else given).folder.glob("dane/*.csv"))
    assert len(tables) > 3
    for path, opened in zip(tables, opened_by_libreoffice(tables, tmp_path), strict=True):
        assert opened == [[*row] for row in csv.reader(path.open(encoding="utf-8-sig", newline=""), delimiter=";")]


def test_a_formula_would_be_noticed(tmp_path: Path) -> None:
    table = tmp_path / "tabela.csv"
    table.write_bytes("\ufeffa;b\r\n=1+1;żółć\r\n".encode())
    assert opened_by_libreoffice([table], tmp_path) == [[["a", "b"], ["formula: =1+1", "żółć"]]]


def opened_by_libreoffice(tables: list[Path], folder: Path) -> list[list[list[str]]]:
    """The cells of tables after LibreOffice opened and saved them."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = [
        "soffice",
        profile,
        "--headless",
        f"--infilter={AS_CSV}",
        "--convert-to",
        "xlsx",
        "--outdir",
        str(folder),
    ]
    subprocess.run([*convert, "--outdir", folder, *tables], check=True, capture_output=True, timeout=300)
    sheets = [load_workbook(folder / f"{path.stem}.xlsx").worksheets[0] for path in tables]
    return [[[shown(cell) for cell in row] for row in sheet.iter_rows()] for sheet in sheets]


def shown(cell: Cell | MergedCell) -> str:
    """A cell as the CSV has it."""
    if cell.data_type == "f":
        return f"formula: {cell.value}"
    if isinstance(cell.value, datetime):
        return cell.value.date().isoformat()
    return "" if cell.value is None else str(cell.value).replace(".", ",") if cell.data_type == "n" else str(cell.value)
