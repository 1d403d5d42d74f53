"""What kind of file it is, by its first bytes: its name may say anything."""

from etl.problems import Problem

_PACKAGE = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# A workbook with a password is an old container around an encrypted stream of this name.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_FOREIGN = {
    b"%PDF": "PDF",
    b"{\\rtf": "RTF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"PK\x05\x06": "ZIP",
    b"7z\xbc\xaf": "7Z",
    b"Rar!": "RAR",
    b"\x1f\x8b": "GZIP",
    b"SQLite format 3": "SQLite",
    b"PAR1": "Parquet",
}
_MARKUP = (b"<!doctype html", b"<html", b"<?xml", b"<table")


def is_package(data: bytes) -> bool:
    """Whether the file is a ZIP package, as an XLSX file is."""
    return data.startswith(_PACKAGE)


def foreign_kind(file: str, data: bytes) -> Problem | None:
    """Why a file that is no package is no CSV file either; None where it may be one."""
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            return Problem(file, None, "", "", "file_encrypted")
        return Problem(file, None, "", "", "file_foreign", {"kind": "XLS/DOC"})
    kind = next((kind for start, kind in _FOREIGN.items() if data.startswith(start)), "")
    if not kind and data.lstrip(b"\xef\xbb\xbf \t\r\n")[:20].lower().startswith(_MARKUP):
        kind = "HTML/XML"
    if kind:
        return Problem(file, None, "", "", "file_foreign", {"kind": kind})
    if b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Problem(file, None, "", "", "file_not_text")
    return None
