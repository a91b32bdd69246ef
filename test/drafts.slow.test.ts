import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describeFile } from '@samenbeeld/describe';
import { loadSource } from '@samenbeeld/ingest';
import { catalogue, catalogueFolder } from '@samenbeeld/sources';
import { describe, expect, test } from 'vitest';

const known = catalogue().map((name) => loadSource(catalogueFolder(name)));

const files = catalogue().flatMap((name) =>
  readdirSync(catalogueFolder(name)).map((file) => ({
    name,
    file,
    path: join(catalogueFolder(name), file),
  })),
);
const samples = files.filter(({ file }) => file.startsWith('sample'));
const lists = files.filter(({ file }) => file.endsWith('.csv') && !file.startsWith('sample'));

/** Samples that nobody can read in as they are described, and what is asked of whoever describes them. */
const open: Readonly<Record<string, RegExp>> = {
  'exercise-unodc-ids/sample.xlsx': /nothing fills seizingCountry/,
  'exercise-nrw/sample.xlsx': /"Fund in Nordrhein-Westfalen" has no counterpart/,
  'post-courier-seizures/sample.csv': /"finds of drugs" has no counterpart/,
};

describe('drafts of the samples of the catalogue', () => {
  test.each(samples)('$name/$file', async ({ name, file, path }) => {
    const { trial, unfit } = await describeFile(path, { known });
    expect(unfit).toBeNull();
    const isRead = trial.kind === 'ingested' && trial.conservation.accepted > 0;
    const reason = open[`${name}/${file}`];
    if (isRead || !reason) expect(isRead, JSON.stringify(trial)).toBe(true);
    else
      expect(trial.kind === 'refused' ? trial.problem : trial.issues[0]?.example.message).toMatch(
        reason,
      );
  });

  test('nine in ten are read in as they are', () => {
    expect(Object.keys(open).length).toBeLessThanOrEqual(samples.length / 10);
  });
});

test('each sample is known as a file of its source, and nothing is asked of it', async () => {
  const folders = Object.fromEntries(known.map(({ id }) => [id, catalogueFolder(id)]));
  const found: (readonly [string, string | undefined, number])[] = [];
  for (const { name, path } of samples) {
    const { nearest, decisions } = await describeFile(path, { known, folders });
    found.push([name, nearest?.fits ? nearest.id : undefined, decisions.length]);
  }
  expect(found).toEqual(samples.map(({ name }) => [name, name, 0]));
});

test.each(lists)('$name/$file is a list of codes, and said to be one', async ({ path }) => {
  const { unfit } = await describeFile(path, { known });
  expect(unfit?.en).toMatch(/perhaps a list of codes/);
});
