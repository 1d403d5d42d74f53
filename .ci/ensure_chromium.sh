#!/bin/sh
# Browser tests drive Debian's Chromium. Install it if this user may; otherwise say how.
set -eu
if command -v chromium >/dev/null 2>&1; then
  exit 0
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing Chromium for the browser tests"
  apt-get update -q >/dev/null
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends chromium
else
  echo "Chromium is missing. Run: sudo apt-get install chromium" >&2
  exit 1
fi
