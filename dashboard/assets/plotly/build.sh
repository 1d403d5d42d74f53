#!/bin/sh
# Builds plotly-charts.min.js: plotly.js core with only the trace types that the charts draw. Core
# has scatter of its own accord.
# Needs Node 20 and npm; run by hand when plotly.js is upgraded, never at install.
# Usage: sh build.sh [working directory]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=${1:-$(mktemp -d)}
mkdir -p "$work"
cd "$work"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund plotly.js@4.1.1 esbuild@0.28.2

npx esbuild --bundle --minify --format=iife --target=es2020 --legal-comments=none \
  --define:global=globalThis --loader:.css=empty --metafile=meta.json \
  --outfile=plotly-charts.min.js <<'ENTRY'
import Plotly from 'plotly.js/lib/core';
import bar from 'plotly.js/lib/bar';
Plotly.register([bar]);
window.Plotly = Plotly;
ENTRY
cp plotly-charts.min.js "$here/"
# The licences of all that went in, as their authors ask.
node "$here/../licences.cjs" >"$here/LICENSES.txt"
sha256sum plotly-charts.min.js
