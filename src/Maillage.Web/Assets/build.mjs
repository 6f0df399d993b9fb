// Builds what the site serves under /assets and the reference geography that `prepare` imports. Run: node build.mjs
import { BuildError, finish } from './build/files.mjs';

try {
  // Imported here, so that a missing package is told as a sentence too.
  const [{ buildStyles }, { buildScripts }, { buildTables, readTerritories }, { buildGeography }] = await Promise.all([
    import('./build/styles.mjs'), import('./build/scripts.mjs'), import('./build/tables.mjs'), import('./build/geography.mjs'),
  ]);
  const territories = readTerritories();
  await buildStyles();
  await buildScripts();
  buildTables(territories);
  buildGeography(territories);
  finish();
} catch (error) {
  if (error instanceof BuildError) console.error(error.message);
  else if (error.code === 'ERR_MODULE_NOT_FOUND') console.error(`A package is missing (${error.message.split("'")[1]}): run "npm ci --ignore-scripts" beside build.mjs.`);
  else throw error;
  process.exitCode = 1;
}
