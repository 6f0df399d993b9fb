import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

// Kept until everything has been built: a build that fails leaves the files of the last one.
const outputs = [];

const kilobytes = (n) => `${(n / 1000).toFixed(1)} kB`;

const line = (path, bytes, note) => `${relative(REPOSITORY, path).padEnd(58)} ${kilobytes(bytes).padStart(10)}  ${note}`;

export function write(path, content) {
  const bytes = Buffer.from(content);
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
  outputs.push({ files: [[path, bytes]], line: line(path, bytes.length, `${kilobytes(brotli.length)} brotli`) });
}

/** Copies [name, source] pairs into a folder of wwwroot/assets. */
export function copyAll(folder, pairs) {
  const files = pairs.map(([name, source]) => [join(WWWROOT, folder, name), readFileSync(source)]);
  const total = files.reduce((sum, [, bytes]) => sum + bytes.length, 0);
  outputs.push({ files, line: line(join(WWWROOT, folder), total, `${files.length} files`) });
}

/** Writes all outputs; wwwroot/assets is emptied first, so that nothing of an earlier build is ever served. */
export function finish() {
  rmSync(WWWROOT, { recursive: true, force: true });
  for (const { files, line: text } of outputs) {
    for (const [path, bytes] of files) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes);
    }
    console.log(text);
  }
}
