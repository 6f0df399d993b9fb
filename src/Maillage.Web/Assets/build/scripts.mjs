import { join } from 'node:path';
import { build } from 'esbuild';
import { parse, print, mapRules, splitSelectors } from './css-tree.mjs';
import { ASSETS, WWWROOT, readPackage, write } from './files.mjs';
import { minify } from './styles.mjs';

// MapLibre's own controls, popups and markers are not used: ours are HTML of the page.
const MAPLIBRE_CSS = /\.maplibregl-(canvas|cooperative-gesture)/;

export async function buildScripts() {
  await bundle('src/theme.js', 'iife');
  await bundle('src/site.js', 'esm');
  await bundle('src/map/map.js', 'esm');
  for (const name of ['maplibre-gl.mjs', 'maplibre-gl-worker.mjs']) {
    write(join(WWWROOT, 'maplibre', name), readPackage(`maplibre-gl/dist/${name}`).replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'));
  }
  const css = mapRules(parse(readPackage('maplibre-gl/dist/maplibre-gl.css')), (rule) => {
    const selectors = splitSelectors(rule.head).filter((selector) => MAPLIBRE_CSS.test(selector) && !selector.includes('ctrl'));
    return selectors.length ? { ...rule, head: selectors.join(',') } : null;
  });
  write(join(WWWROOT, 'maplibre/maplibre-gl.css'), await minify(print(css)));
}

async function bundle(entry, format) {
  const { outputFiles: [file] } = await build({
    absWorkingDir: ASSETS, entryPoints: [entry], bundle: true, minify: true, format, target: 'es2022', charset: 'utf8',
    external: ['./map.js', './maplibre/*'], write: false, outdir: 'out', logLevel: 'silent',
  });
  write(join(WWWROOT, entry.split('/').pop()), file.contents);
}
