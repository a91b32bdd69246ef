import * as schema from '@samenbeeld/schema';
import { type CodeEntry, type CodeList, foldText, languages } from '@samenbeeld/schema';
import { describe, expect, test } from 'vitest';

function isCodeList(value: unknown): value is CodeList<CodeEntry> {
  return Array.isArray(value) && 'lookup' in value;
}

const lists = Object.entries<unknown>(schema).filter(
  (pair): pair is [string, CodeList<CodeEntry>] => isCodeList(pair[1]),
);

test('the public lists are found', () => {
  const names = lists.map(([name]) => name);
  expect(names).toEqual(
    expect.arrayContaining(['drugs', 'places', 'agencies', 'units', 'bases', 'offences']),
  );
  expect(names.length).toBeGreaterThan(25);
});

describe.each(lists)('%s', (_, list) => {
  test('has a proper label in four languages for every code', () => {
    const poor = list.flatMap(({ code, label }) =>
      languages
        .filter((language) => label[language] !== label[language].trim() || !label[language])
        .map((language) => `${code} ${language}`),
    );
    expect(list.length).toBeGreaterThan(0);
    expect(poor).toEqual([]);
  });

  test('finds each entry by each of its names, alone or among those that share it', () => {
    const lost = list.flatMap((entry) =>
      [entry.code, ...Object.values(entry.label), ...entry.synonyms].filter((name) => {
        const match = list.lookup(name);
        if (match.kind === 'exact') return match.entry !== entry;
        return match.kind === 'none' || !match.entries.includes(entry);
      }),
    );
    expect(lost).toEqual([]);
  });

  test('has no synonym that repeats a label or another synonym', () => {
    const repeated = list.flatMap((entry) => {
      const keys = entry.synonyms.map(foldText);
      return new Set(keys).size < keys.length || keys.includes('') ? [entry.code] : [];
    });
    expect(repeated).toEqual([]);
  });

  test('has labels that tell its codes apart in every language', () => {
    const doubled = languages.flatMap((language) => {
      const labels = list.map(({ label }) => label[language]);
      return labels.filter((label, index) => labels.indexOf(label) !== index);
    });
    expect(doubled).toEqual([]);
  });
});

test('takes no word for a name whose letter stands apart: "argent liquide" is cash, and no GHB', () => {
  expect(schema.substances.lookup('liquide').kind).toBe('none');
  for (const name of ['Liquid E', 'liquid-e', 'GHB'])
    expect(schema.substances.lookup(name)).toMatchObject({ kind: 'exact', entry: { code: 'GHB' } });
});

test('words in which a sentence names a basis or a metric are no names that a label of a file is matched by', () => {
  expect(schema.basisNamed('envois postaux')).toBe('seized_in_post');
  expect(schema.bases.lookup('mail').kind).toBe('none');
  expect(schema.metricNamed('argent liquide')).toBe('cash');
  expect(schema.metrics.lookup('contant geld').kind).toBe('none');
  const files = [...schema.bases, ...schema.metrics].flatMap(({ synonyms }) => synonyms);
  expect(files).not.toContain('mail');
  expect(files).not.toContain('cash');
});
