#!/bin/sh
# Builds d3-zoom.min.js: what map_view.js needs of D3 and nothing else.
# Needs Node 20 and npm; run by hand when D3 is upgraded, never at install.
# Usage: sh build.sh [working directory]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=${1:-$(mktemp -d)}
mkdir -p "$work"
cd "$work"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund d3-zoom@3.0.0 d3-selection@3.0.0 esbuild@0.28.2
npx esbuild --bundle --minify --format=iife --global-name=d3 --target=es2020 \
  --legal-comments=none --metafile=meta.json --outfile=d3-zoom.min.js <<'ENTRY'
export { select } from 'd3-selection';
export { zoom, zoomIdentity } from 'd3-zoom';
ENTRY
cp d3-zoom.min.js "$here/"
# The licences of all that went in, as their authors ask.
node "$here/../licences.cjs" >"$here/LICENSES.txt"
sha256sum d3-zoom.min.js
