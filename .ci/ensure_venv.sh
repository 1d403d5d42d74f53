#!/bin/sh
# Make the virtual environment $1 and install the lock file $2 into it, hashes checked.
# PYTHON names the interpreter. Needs python3 >= 3.11; installs Debian's python3-venv if it may.
set -eu
venv=$1
lock=$2
python=${PYTHON:-python3}

if ! command -v "$python" >/dev/null 2>&1; then
  echo "Python is missing. Run: sudo apt-get install python3 python3-venv" >&2
  exit 1
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
  echo "$("$python" --version) is too old: Python 3.11 or newer is needed." \
    "Run: make run PYTHON=python3.11" >&2
  exit 1
fi

if ! [ -x "$venv/bin/pip" ]; then
  echo "Making the environment $venv"
  rm -rf "$venv"
  # A Python without ensurepip is how Debian ships it when python3-venv is not installed.
  if ! "$python" -c 'import ensurepip' >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
      apt-get update -q >/dev/null
      DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends python3-venv
    else
      echo "python3-venv is missing. Run: sudo apt-get install python3-venv" >&2
      exit 1
    fi
  fi
  "$python" -m venv "$venv"
fi

echo "Installing $lock (once; a minute or so)"
"$venv/bin/pip" install --quiet --disable-pip-version-check --require-hashes -r "$lock"
"$venv/bin/pip" install --quiet --disable-pip-version-check --no-deps --no-build-isolation \
  --no-index --editable .
