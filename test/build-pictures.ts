import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { root } from './command.ts';
import { samenbeeld } from './one-process.ts';
import { pictureFiles, pictures } from './pictures.ts';

function compile(): void {
  try {
    execFileSync(process.execPath, ['scripts/build.mjs'], {
      cwd: root,
      encoding: 'utf8',
    });
  } catch (error) {
    throw new Error(`The command does not compile:\n${(error as { stdout?: string }).stdout}`);
  }
}

async function built(name: string, file: string): Promise<void> {
  const out = `${pictures}/${name}`;
  const { code, stdout, stderr } = await samenbeeld(['build', file, '--out', out]);
  writeFileSync(`${out}.log`, stdout + stderr);
  if (code !== 0)
    console.error(`${file} does not build; tests that need it fail.\n${stdout}${stderr}`);
}

/**
 * The command runs from dist, so this compiles what changed and then builds the pictures once for every test: two at a time,
 * for each has a core then, and what a process has loaded serves the next.
 */
export async function setup(): Promise<void> {
  compile();
  mkdirSync(pictures, { recursive: true });
  const waiting = Object.entries(pictureFiles);
  const buildOn = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      await built(...next);
  };
  await Promise.all([buildOn(), buildOn()]);
}
