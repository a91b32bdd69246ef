import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { root } from './command.ts';

/** Every picture of the fixtures, by name. */
export const pictureFiles: Readonly<Record<string, string>> = Object.fromEntries(
  ['published', 'exercise'].flatMap((folder) =>
    readdirSync(`${root}/fixtures/${folder}`)
      .filter((name) => name.endsWith('.picture.yaml'))
      .map((name) => [basename(name, '.picture.yaml'), `${root}/fixtures/${folder}/${name}`]),
  ),
);

/** The pictures, built once for all tests by `build-pictures.ts`; tests read them and never write there. */
export const pictures: string = `${root}/node_modules/.cache/pictures`;
export const published: string = `${pictures}/north-sea-port`;
export const exercise: string = `${pictures}/exercise`;
export const money: string = `${pictures}/follow-the-money`;
export const hazeldonk: string = `${pictures}/hazeldonk`;
export const transit: string = `${pictures}/source-and-transit`;
export const assets: string = `${pictures}/assets`;
export const darknet: string = `${pictures}/darknet`;
export const post: string = `${pictures}/post-and-courier`;
export const prevention: string = `${pictures}/prevention`;
export const phishing: string = `${pictures}/phishing`;
export const barriers: string = `${pictures}/barriers`;

export const publishedFile: string = `${root}/fixtures/published/north-sea-port.picture.yaml`;
export const exerciseFile: string = `${root}/fixtures/exercise/exercise.picture.yaml`;
export const moneyFile: string = `${root}/fixtures/published/follow-the-money.picture.yaml`;

/** The publishers' own files, which stand beside the repository and never in it. */
export const realData: string = `${root}/../shared/data`;
export const hasRealData: boolean = existsSync(realData);

export function temporary(name: string): string {
  return mkdtempSync(join(tmpdir(), `samenbeeld-${name}-`));
}

/** A copy of the published fixtures in a folder of its own. Returns the picture file. */
export function copyOfPublished(folder: string): string {
  cpSync(`${root}/fixtures/published`, folder, { recursive: true });
  return join(folder, 'north-sea-port.picture.yaml');
}

/**
 * A copy of the published claims and of the picture, without the registers that stand beside them: reading those takes most
 * of a command's time. Returns the picture file.
 */
export function copyOfClaims(folder: string): string {
  const file = copyOfPublished(folder);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/^ {2}- \{ source: (?!published-claims,).*\n/gmu, ''));
  return file;
}

/** Published claims that contradict each other and are enough for a picture; a build of them takes a second. */
const fewClaims = new Set(['C086', 'P031', 'C095', 'P035', 'C067', 'P045']);

/** The head of the published claim sheet, and the few of its rows. */
export function someClaims(): { readonly head: string; readonly rows: readonly string[] } {
  const [head = '', ...rows] = readFileSync(`${root}/fixtures/published/claims.csv`, 'utf8').split(
    '\n',
  );
  return { head, rows: rows.filter((row) => fewClaims.has(row.split(',')[0] ?? '')) };
}

/** A picture of the few published claims in a folder, with a file of decisions that is empty. Returns the picture file. */
export function smallPicture(folder: string, lines: readonly string[] = someClaims().rows): string {
  const file = join(folder, 'small.picture.yaml');
  writeFileSync(join(folder, 'claims.csv'), `${[someClaims().head, ...lines].join('\n')}\n`);
  writeFileSync(join(folder, 'decisions.jsonl'), '');
  writeFileSync(
    file,
    `picture: small
title: { nl: Klein beeld, fr: Petit tableau, de: Kleines Bild, en: Small picture }
recipe: north-sea-port
asOf: 2026-06-30
seed: 1
audience: public
decisions: decisions.jsonl
inputs:
  - { source: published-claims, file: claims.csv }
`,
  );
  return file;
}

/**
 * Puts what a build of `picture` kept of its steps beside the new folder `out`: a build there reads and draws only what is
 * new, and makes and writes all the rest.
 */
export function startFrom(picture: string, out: string): void {
  const kept = (folder: string) => join(dirname(folder), '.samenbeeld-cache', basename(folder));
  mkdirSync(out, { recursive: true });
  cpSync(kept(picture), kept(out), {
    recursive: true,
    filter: (path) => !basename(path).startsWith('build-'),
  });
}

/** Every file of a folder with the hash of its bytes, in order of name. */
export function hashes(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .sort();
  return Object.fromEntries(
    files.map((path) => [
      relative(folder, path),
      createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16),
    ]),
  );
}
