#!/usr/bin/env node
import { existsSync } from 'node:fs';

const args = process.argv.slice(2);
const isHelp =
  args.some((arg) => /^(?:--help|-h|help)$/u.test(arg)) &&
  args.every((arg) => /^(?:--help|-h|help|--language|(?:--language=)?(?:nl|fr|de|en))$/u.test(arg));

// A command is short: what runs a few hundred times is not worth compiling a second time, which took a fifth of a build.
// Versions that do not know the flag, as from 22, say so on each call.
if (/^20\./u.test(process.versions.node) && !isHelp)
  (await import('node:v8')).setFlagsFromString('--interrupt-budget=500000');

const main = new URL(isHelp ? '../dist/help.js' : '../dist/index.js', import.meta.url);
if (!existsSync(main)) {
  console.error('samenbeeld is not compiled yet. Run "npm run joint" once, or "npm run build".');
  process.exit(2);
}
// A reader that has seen enough (`| head`) is no fault, and the work goes on to its end. A full disk behind `>` is told.
let unsaid = null;
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') unsaid = error;
});
process.stderr.on('error', () => undefined);

const { run } = await import(main.href);
process.on('exit', (code) => {
  if (unsaid === null) return;
  console.error(
    `Not all of the result could be printed (${unsaid.code}): the disk or device behind the output is full or gone. Free some space and ask again.`,
  );
  process.exitCode = code || 1;
});
process.exitCode = await run(args);
