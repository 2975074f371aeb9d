"""``python -m bot report``: to a file or to standard output, and every mistake is one line."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import Result

from tests.commands import invoked


def report(*arguments: str, url: str) -> Result:
    """Run the command."""
    return invoked("report", *arguments, DATABASE_URL=url)


def test_it_writes_both_kinds_of_file(database_url: str, tmp_path: Path) -> None:
    """CSV to standard output by default, PDF to a file; by days and by the name of a period."""
    sheet = report("firststep-asan", "--from", "2026-11-01", "--to", "2026-11-30", url=database_url)
    assert (sheet.exit_code, sheet.stderr) == (0, "")
    assert sheet.stdout_bytes.startswith(b"\xef\xbb\xbfprogramme,from,to,")
    assert b"firststep-asan,2026-11-01,2026-11-30,referrals,total,,,,,,count,0,0\r\n" in sheet.stdout_bytes
    assert b"Telegram" in sheet.stdout_bytes
    path = tmp_path / "rapport.pdf"
    page = report("firststep-asan", "--period", "2026-Q4", "--format", "pdf", "--out", str(path), url=database_url)
    assert (page.exit_code, page.stdout) == (0, "")
    assert path.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nowhere", "--period", "2026"], "no programme `nowhere`"),
        (["firststep-asan"], "name a period"),
        (["firststep-asan", "--period", "2026", "--from", "2026-01-01"], "name a period"),
        (["firststep-asan", "--period", "autumn"], "a period is a year"),
        (["firststep-asan", "--from", "1 May", "--to", "2 May"], "a day is written like"),
        (["firststep-asan", "--period", "2026", "--language", "de"], "no report in de"),
    ],
)
def test_a_mistake_is_one_clear_line(sqlite_url: str, arguments: list[str], says: str) -> None:
    """It ends with code 2 and writes nothing."""
    ended = report(*arguments, url=sqlite_url)
    assert (ended.exit_code, ended.stdout, ended.stderr.count("\n")) == (2, "", 1), ended.stderr
    assert ended.stderr.startswith("front door: ")
    assert says in ended.stderr


def test_a_database_that_was_not_migrated_is_one_clear_line(tmp_path: Path) -> None:
    """The same as for the server."""
    ended = report("firststep-asan", "--period", "2026", url=f"sqlite+aiosqlite:///{tmp_path / 'x.db'}")
    assert (ended.exit_code, ended.stderr.count("\n")) == (2, 1)
    assert "python -m bot migrate" in ended.stderr
