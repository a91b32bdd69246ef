import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { root, samenbeeld } from './command.ts';
import {
  assets,
  assetsFile,
  darknet,
  darknetFile,
  exercise,
  exerciseFile,
  hazeldonk,
  hazeldonkFile,
  money,
  moneyFile,
  pictures,
  post,
  postFile,
  published,
  publishedFile,
  transit,
  transitFile,
} from './pictures.ts';

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

async function built(file: string, out: string): Promise<void> {
  if (!existsSync(file)) return;
  const { code, stdout, stderr } = await samenbeeld(['build', file, '--out', out]);
  writeFileSync(`${out}.log`, stdout + stderr);
  if (code !== 0)
    console.error(`${file} does not build; tests that need it fail.\n${stdout}${stderr}`);
}

/** The command runs from dist, so this compiles what changed and then builds the pictures once for every test. */
export async function setup(): Promise<void> {
  compile();
  mkdirSync(pictures, { recursive: true });
  await Promise.all([
    built(publishedFile, published),
    built(exerciseFile, exercise),
    built(moneyFile, money),
    built(hazeldonkFile, hazeldonk),
    built(transitFile, transit),
    built(assetsFile, assets),
    built(darknetFile, darknet),
    built(postFile, post),
  ]);
}
