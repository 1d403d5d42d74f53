"""What the system refuses is said in words of both languages, and not in its own."""

import errno
import os
from pathlib import Path

import duckdb
import pytest

from etl.failures import failures_told
from etl.problems import InputRefused
from etl.system_errors import catalogue, number_of, reason
from tests.etl.replies_read import read


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_an_error_has_words_in_both_languages(name: str) -> None:
    number = getattr(errno, name)
    error = OSError(number, os.strerror(number), "/x/file")
    assert number_of(error) == number
    told = reason(error)
    for lang, text in (("lv", f"{told.lv}"), ("en", f"{told.en}")):
        assert text == catalogue()[name][lang].strip(" .")
        assert os.strerror(number) not in text
        assert "Errno" not in text
    assert f"{told.lv}" != f"{told.en}"


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_duckdb_hands_an_error_on_in_the_systems_words(name: str) -> None:
    number = getattr(errno, name)
    said = f'IO Error: Could not write file "/x/file.duckdb": {os.strerror(number)}'
    assert number_of(duckdb.IOException(said)) == number


def test_an_error_without_words_is_told_as_the_system_says_it() -> None:
    unknown = OSError(errno.EXDEV, "Invalid cross-device link", "/x")
    assert "EXDEV" not in catalogue()
    for told in (reason(unknown).lv, reason(unknown).en):
        assert f"{told}" == f"[Errno {errno.EXDEV}] Invalid cross-device link: '/x'"
    assert f"{reason(RuntimeError('one line' + chr(10) + 'two')).lv}" == "one line"
    assert f"{reason(RuntimeError()).lv}" == "RuntimeError"


@pytest.mark.parametrize(
    ("number", "lv", "en"),
    [
        (
            errno.ENOSPC,
            "nav ierakstāma: diskā nav brīvas vietas. Atbrīvojiet vietu līdzās datubāzei",
            "cannot be written: there is no room left on the disk. Make room beside",
        ),
        (
            errno.EROFS,
            "nav ierakstāma savā mapē: disks ir tikai lasāms. Izveidojiet mapi, dodiet",
            "cannot be written in its folder: the disk can only be read. Make the folder, give",
        ),
    ],
)
def test_a_database_that_cannot_be_written_says_why(
    tmp_path: Path, number: int, lv: str, en: str
) -> None:
    target = tmp_path / "x.duckdb"
    with pytest.raises(InputRefused) as refused, failures_told(target):
        raise OSError(number, os.strerror(number), str(target))
    (problem,) = refused.value.problems
    assert lv in problem.sentence("lv")
    assert en in problem.sentence("en")


def test_a_folder_given_as_a_file_is_told_so(tmp_path: Path) -> None:
    (problem,) = read(tmp_path).problems
    assert "nav nolasāms (tur ir mape, nevis fails). " in problem.sentence("lv")
    assert "cannot be read (it is a folder, not a file). " in problem.sentence("en")
