#!/bin/sh
# `make office` opens files in LibreOffice and R. Install them if this user may; otherwise say how.
set -eu
missing=
command -v soffice >/dev/null 2>&1 || missing=libreoffice-calc-nogui
command -v Rscript >/dev/null 2>&1 || missing="$missing r-base-core"
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing the programs that files are opened with: $missing"
  apt-get update -q >/dev/null
  # shellcheck disable=SC2086 - two names are two packages
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing
else
  echo "Programs are missing. Run: sudo apt-get install $missing" >&2
  exit 1
fi
