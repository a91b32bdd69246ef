// pnpm pack-all FOLDER: every package that is published, as the archives that npm installs.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureBundled, ensureDeclared } from './build.mjs';
import { ensureInstalled, root, runPnpm, say } from './setup.mjs';

const folder = process.argv[2];
if (folder === undefined) {
  console.error('Which folder shall the archives be written to? pnpm pack-all FOLDER');
  process.exit(2);
}
const to = resolve(folder);
mkdirSync(to, { recursive: true });
ensureInstalled();
await ensureBundled();
await ensureDeclared();
const published = readdirSync(join(root, 'packages')).filter((name) => {
  const manifest = readFileSync(join(root, 'packages', name, 'package.json'), 'utf8');
  return JSON.parse(manifest).private !== true;
});
const filters = published.flatMap((name) => ['--filter', `./packages/${name}`]);
runPnpm([...filters, '-r', 'pack', '--pack-destination', to], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
say(`${readdirSync(to).filter((name) => name.endsWith('.tgz')).length} packages in ${to}`);
