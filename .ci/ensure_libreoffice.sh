#!/bin/sh
# `make office` opens files in LibreOffice. Install it if this user may; otherwise say how.
set -eu
if command -v soffice >/dev/null 2>&1; then
  exit 0
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing LibreOffice for the files that are opened with it"
  apt-get update -q >/dev/null
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends libreoffice-calc-nogui
else
  echo "LibreOffice is missing. Run: sudo apt-get install libreoffice-calc-nogui" >&2
  exit 1
fi
