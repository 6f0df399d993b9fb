import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

export const ASSETS = join(dirname(fileURLToPath(import.meta.url)), '..');
export const REPOSITORY = join(ASSETS, '../../..');
export const WWWROOT = join(ASSETS, '../wwwroot/assets');
export const PREPARED = join(REPOSITORY, 'data/prepared');

/** A mistake the person who builds can repair: shown as one sentence, without a stack. */
export class BuildError extends Error {}

/** Reads a file of an npm package, or says which command is missing. */
export function packagePath(path) {
  const full = join(ASSETS, 'node_modules', path);
  if (!existsSync(full)) {
    throw new BuildError(`Missing node_modules/${path}: run "npm ci --ignore-scripts" in ${relative(process.cwd(), ASSETS) || '.'}.`);
  }
  return full;
}

export const readPackage = (path) => readFileSync(packagePath(path), 'utf8');

export function readInput(path) {
  const full = join(ASSETS, path);
  if (!existsSync(full)) throw new BuildError(`Missing input ${relative(REPOSITORY, full)}.`);
  return readFileSync(full, 'utf8');
}

/** Starts from an empty folder, so that nothing of an earlier build is ever served. */
export function emptyFolders() {
  for (const folder of [WWWROOT, PREPARED]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
}

const kilobytes = (n) => `${(n / 1000).toFixed(1)} kB`;

function report(path, bytes, note = '') {
  console.log(`${relative(REPOSITORY, path).padEnd(52)} ${kilobytes(bytes).padStart(10)}  ${note}`);
}

export function write(path, content) {
  const bytes = Buffer.from(content);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
  report(path, bytes.length, `${kilobytes(brotli.length)} brotli`);
}

/** Copies [name, source] pairs into a folder of wwwroot/assets. */
export function copyAll(folder, files) {
  const target = join(WWWROOT, folder);
  mkdirSync(target, { recursive: true });
  let total = 0;
  for (const [name, source] of files) {
    copyFileSync(source, join(target, name));
    total += statSync(source).size;
  }
  report(target + '/', total, `${files.length} files`);
}
