// The licences of all that went into a bundle, as their authors ask: `node licences.cjs` in the folder
// where esbuild has left its meta.json. Part of the build scripts of d3/ and plotly/, never served.
const fs = require('fs');
const inputs = Object.keys(JSON.parse(fs.readFileSync('meta.json')).inputs);
const names = inputs.map((file) => /^(.*node_modules\/(@[^/]+\/)?[^/]+)\//.exec(file)?.[1]);
for (const folder of [...new Set(names.filter(Boolean))].sort()) {
  const about = JSON.parse(fs.readFileSync(`${folder}/package.json`));
  const text = fs.readdirSync(folder).find((file) => /^(licen[cs]e|copying)/i.test(file));
  console.log(`== ${about.name} ${about.version} (${about.license ?? 'see below'})\n`);
  console.log(text ? fs.readFileSync(`${folder}/${text}`, 'utf8').trim() + '\n' : '');
}
