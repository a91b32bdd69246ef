import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decisionStateOf } from '@samenbeeld/answers';
import { analysePicture, gather, readPictureFile } from '@samenbeeld/recipes';
import { publicHandling } from '@samenbeeld/schema';
import { sampleFile } from '@samenbeeld/sources';
import { appendDecision, clearance } from '@samenbeeld/store';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openCache } from '../src/step-cache.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gather-decisions-'));
  copyFileSync(sampleFile('exercise-nl-harc'), join(folder, 'april.csv'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** A picture of one file, in which so many labels are known to be rejected. */
function picture(unknown: number): ReturnType<typeof readPictureFile> {
  const path = join(folder, 'mine.picture.yaml');
  const rejected = `{ ${unknown > 0 ? `crosswalk.unknown-code: ${unknown}, ` : ''}personal-data.bsn: 1, personal-data.e-mail: 1, personal-data.iban: 1, personal-data.plate: 1 }`;
  writeFileSync(
    path,
    `picture: mine
title: { nl: a, fr: b, de: c, en: d }
recipe: exercise
asOf: 2026-06-30
audience: public
inputs:
  - { source: exercise-nl-harc, file: april.csv, rejected: ${rejected} }
`,
  );
  return readPictureFile(path);
}

test('decisions on labels and slips are applied before the files are read, and the cache knows them', async () => {
  const cleared = clearance(publicHandling, 'public', { synthetic: true });
  const read = async (unknown: number) => {
    const cache = openCache(join(folder, 'out'));
    const gathered = await gather(picture(unknown), { cache });
    await gathered.engine.close();
    await cache.keep(cleared);
    return gathered;
  };
  const before = await read(1);
  expect(before.replays).toEqual([]);
  expect(before.seizures).toHaveLength(15);

  const said = { role: 'analyst', time: '2026-01-01', reason: 'the lab says so', evidence: null };
  const decisions = join(folder, 'decisions.jsonl');
  await appendDecision(decisions, {
    kind: 'crosswalk',
    subject: 'crosswalk exercise-nl-harc substance "Middel" "wit poeder (n.n.b.)"',
    verdict: 'exact COC',
    supersedes: null,
    ...said,
  });
  await appendDecision(decisions, {
    kind: 'correction',
    subject: 'correction exercise-nl-harc "Hoeveelheid" "281,4" where {"Datum":"28-01-2023"}',
    verdict: '"281,4" → "28,14"',
    supersedes: null,
    ...said,
  });
  const after = await read(0);
  expect(after.seizures).toHaveLength(16);
  expect(after.seizures.map(({ id }) => id)).toEqual(
    expect.arrayContaining(before.seizures.map(({ id }) => id)),
  );
  const sum = (of: typeof after) =>
    of.seizures.reduce((total, { quantity }) => total + (quantity ?? 0), 0);
  expect(sum(after) - sum(before)).toBeCloseTo(150.4 - 281.4 + 28.14, 6);
  expect(after.replays.map(({ source, says }) => [source, says.length])).toEqual([
    ['exercise-nl-harc', 2],
  ]);
  const again = await read(0);
  expect(again.seizures).toEqual(after.seizures);
  expect(after.unfitting).toEqual([]);

  // A label that no cell says: the decision is not in force in the report either.
  const { id } = await appendDecision(decisions, {
    kind: 'crosswalk',
    subject: 'crosswalk exercise-nl-harc substance "Middel" "ketamine (oud)"',
    verdict: 'exact KETA',
    supersedes: null,
    ...said,
  });
  const analysis = await analysePicture(picture(0));
  expect(analysis.gathered.unfitting).toEqual([id]);
  expect(decisionStateOf(analysis)(id)).toBe('no longer applies');
});

test('a picture that is read without being built takes what a build kept, says the same, and writes nothing', async () => {
  const asked = picture(1);
  const anew = await analysePicture(asked);
  const out = join(folder, 'out', 'mine');
  mkdirSync(out, { recursive: true });
  const cache = openCache(out);
  await (await gather(asked, { cache })).engine.close();
  await cache.keep(clearance(publicHandling, 'public', { synthetic: true }));
  const kept = join(folder, 'out', '.samenbeeld-cache', 'mine');
  const names = readdirSync(kept);
  expect(names.some((name) => name.startsWith('ingest-'))).toBe(true);
  const again = await analysePicture(asked);
  expect(again.totals).toEqual(anew.totals);
  expect(again.gathered.seizures).toEqual(anew.gathered.seizures);
  expect(readdirSync(kept)).toEqual(names);
  // What another wrote there is not believed.
  for (const name of names) {
    const file = join(kept, name);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('COC', 'HER'));
  }
  expect((await analysePicture(asked)).gathered.seizures).toEqual(anew.gathered.seizures);
});
