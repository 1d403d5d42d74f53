#!/bin/sh
# Builds the two bundles: plotly.js core with only the trace types that Rīcības karte draws, once
# for its charts and once for its map. Core has scatter of its own accord.
# Needs Node 20 and npm; run by hand when plotly.js is upgraded, never at install.
# Usage: sh build.sh [working directory]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=${1:-$(mktemp -d)}
mkdir -p "$work"
cd "$work"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund plotly.js@4.1.1 esbuild@0.28.2

bundle() { # name, trace types
  name=$1
  shift
  {
    echo "import Plotly from 'plotly.js/lib/core';"
    for trace in "$@"; do echo "import $trace from 'plotly.js/lib/$trace';"; done
    echo "Plotly.register([$(echo "$@" | tr ' ' ,)]);"
    echo "window.Plotly = Plotly;"
  } |
    npx esbuild --bundle --minify --format=iife --target=es2020 --legal-comments=none \
      --define:global=globalThis --loader:.css=empty --metafile="$name.json" --outfile="$name.min.js"
  cp "$name.min.js" "$here/"
}

bundle plotly-charts bar
bundle plotly-map choropleth scattergeo bar
# The licences of all that went in, as their authors ask.
node - plotly-*.json >"$here/LICENSES.txt" <<'LICENSES'
const fs = require('fs');
const inputs = process.argv.slice(2).flatMap((file) => Object.keys(JSON.parse(fs.readFileSync(file)).inputs));
const names = inputs.map((file) => /^(.*node_modules\/(@[^/]+\/)?[^/]+)\//.exec(file)?.[1]);
for (const folder of [...new Set(names.filter(Boolean))].sort()) {
  const about = JSON.parse(fs.readFileSync(`${folder}/package.json`));
  const text = fs.readdirSync(folder).find((file) => /^(licen[cs]e|copying)/i.test(file));
  console.log(`== ${about.name} ${about.version} (${about.license ?? 'see below'})\n`);
  console.log(text ? fs.readFileSync(`${folder}/${text}`, 'utf8').trim() + '\n' : '');
}
LICENSES
sha256sum plotly-*.min.js
