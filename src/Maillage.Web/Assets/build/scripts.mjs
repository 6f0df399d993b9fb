import { join } from 'node:path';
import { transform } from 'esbuild';
import { WWWROOT, readInput, write } from './files.mjs';

const TARGET = 'es2022';

export async function buildScripts() {
  const { code } = await transform(readInput('src/theme.js'), { minify: true, target: TARGET });
  write(join(WWWROOT, 'theme.js'), code);
}
