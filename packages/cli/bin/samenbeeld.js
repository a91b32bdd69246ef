#!/usr/bin/env node
import { existsSync } from 'node:fs';

const main = new URL('../dist/index.js', import.meta.url);
if (!existsSync(main)) {
  console.error('samenbeeld is not compiled yet. Run "npm run joint" once, or "npx tsc -b".');
  process.exit(2);
}
// A reader that has seen enough (`| head`) is no fault.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

const { run } = await import(main.href);
process.exitCode = await run(process.argv.slice(2));
