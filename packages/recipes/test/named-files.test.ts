import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '@samenbeeld/schema';
import { describe, expect, test } from 'vitest';
import { readBarrierModel } from '../src/read-barriers.ts';
import { readPriorities } from '../src/read-priorities.ts';

const fixtures = join(import.meta.dirname, '../../../fixtures');
const folder = mkdtempSync(join(tmpdir(), 'named-'));

/** What is said of a file once something in it is replaced. */
function said<Read>(
  read: (path: string, file: string) => Read,
  fixture: string,
  from: string | RegExp,
  to: string,
): string {
  const text = readFileSync(join(fixtures, fixture), 'utf8');
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  const path = join(folder, 'own.yaml');
  writeFileSync(path, changed);
  try {
    read(path, 'own.yaml');
    return 'read';
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return String(error);
  }
}

describe('readBarrierModel(path, file)', () => {
  const post = (from: string | RegExp, to: string) =>
    said(readBarrierModel, 'published/barriers/post.yaml', from, to);

  test.each(['post', 'port', 'money', 'synthetic'])('reads the published model %s', (name) => {
    const model = readBarrierModel(
      join(fixtures, `published/barriers/${name}.yaml`),
      `barriers/${name}.yaml`,
    );
    for (const { owners, step, status, cites } of model.barriers) {
      expect(owners.length).toBeGreaterThan(0);
      expect(model.steps.filter(({ id }) => id === step)).toHaveLength(1);
      if (status !== 'idea' && status !== 'none') expect(cites).not.toEqual([]);
    }
    for (const { published, cites } of model.steps) expect(cites.length > 0).toBe(published);
  });

  test('words in one language stand for the others', () => {
    const { partners } = readBarrierModel(join(fixtures, 'published/barriers/post.yaml'), 'post');
    expect(partners.find(({ id }) => id === 'PostNL')?.text.nl).toBe('PostNL');
  });

  test.each([
    [
      'a step that is not there',
      'step: payment\n',
      'step: paying\n',
      /line \d+.*expected step to name steps of this file, found "paying"/,
    ],
    [
      'two steps',
      'step: payment\n',
      'step: [payment, sorting]\n',
      /line \d+.*expected barriers\[\d+\]\.step as the id of one step/,
    ],
    [
      'no owner',
      'owners: [banks]',
      'owners: []',
      /line \d+.*expected barriers\[\d+\]\.owners as a list of 1 or more, found \[\]/,
    ],
    ['an owner nobody knows', 'owners: [banks]', 'owners: [bank]', /line \d+.*found "bank"/],
    [
      'a status that nobody published',
      'status: idea',
      'status: in_force',
      /line \d+.*expected a source that says that proof-of-sender is in_force, found none/,
    ],
    [
      'a published name without a source',
      '{ id: payment, published: false',
      '{ id: payment, published: true',
      /line \d+.*expected a source for the published name of the step payment/,
    ],
    [
      'another status',
      'status: pilot',
      'status: running',
      /line \d+.*expected barriers\[\d+\]\.status as one of none, idea, pilot/,
    ],
    ['no words', '{ en: PostNL }', '{}', /line \d+.*expected .*text as words in nl, fr, de or en/],
    ['an unknown key', 'mechanism: deter', 'mechanismus: deter', /line \d+.*found "mechanismus"/],
    [
      'a partner of no list without words',
      '{ id: NL_CUST, kind: customs }',
      '{ id: NL_CUSTOMS, kind: customs }',
      /line \d+.*expected a code of an agency or a text, found "NL_CUSTOMS"/,
    ],
    [
      'barriers that need each other',
      'cites: [nieuwsnl-2024]\n    text: { nl: "uitkiezen',
      'cites: [nieuwsnl-2024]\n    needs: [algorithm]\n    text: { nl: "uitkiezen',
      /line \d+.*needs itself in the end/,
    ],
    [
      'a country of no list',
      'countries: [BE, DE, LU, NL]\nsources',
      'countries: [BE, XQ]\nsources',
      /expected codes of countries, found "XQ"/,
    ],
    [
      'data of a person',
      'nl: "alleen aantallen, geen verkopers of kopers"',
      'nl: "vraag jan@example.org"',
      /looks like data of a person/,
    ],
  ])('refuses %s', (_, from, to, told) => {
    expect(post(from, to)).toMatch(told);
  });

  test('an address and a day are no data of a person', () => {
    expect(post('published: 2024-03-27', 'published: 2024-03-28')).toBe('read');
  });
});

describe('readPriorities(path, file)', () => {
  const exercise = (from: string | RegExp, to: string) =>
    said(readPriorities, 'exercise/priorities.yaml', from, to);

  test('what was not judged is null, not zero', () => {
    const held = readPriorities(join(fixtures, 'exercise/priorities.yaml'), 'priorities.yaml');
    expect(held.exercise).toBe(true);
    const path = join(folder, 'part.yaml');
    writeFileSync(
      path,
      readFileSync(join(fixtures, 'exercise/priorities.yaml'), 'utf8').replace(
        / {10}phishing: .*\n/u,
        '',
      ),
    );
    const [first] = readPriorities(path, 'part.yaml').rounds;
    const at = held.phenomena.findIndex(({ id }) => id === 'phishing');
    expect(first?.judgements[0]?.scores[at]).toEqual([null, null, null, null]);
  });

  test.each([
    [
      'a score off the scale',
      /phishing: \[\d/u,
      'phishing: [9',
      /line \d+.*expected scores from 1 to 5, found 9/,
    ],
    [
      'too few scores',
      /phishing: \[\d, /u,
      'phishing: [',
      /line \d+.*expected 4 scores for phishing, found 3/,
    ],
    [
      'a phenomenon that is not there',
      / phishing: \[/u,
      ' fishing: [',
      /line \d+.*found "fishing"/,
    ],
    [
      'a person as a judge',
      'role: strategic analyst',
      'role: jan@example.org',
      /looks like data of a person/,
    ],
    [
      'a service that no list knows',
      'agency: BE_CUST',
      'agency: BE_TAX',
      /line \d+.*found "BE_TAX"/,
    ],
    [
      'data of a person as a phenomenon',
      '{ nl: phishing',
      '{ nl: "BE71096123456769"',
      /looks like data of a person/,
    ],
    ['no weight at all', /weight: \d/gu, 'weight: 0', /expected one weight above zero/],
  ])('refuses %s', (_, from, to, told) => {
    expect(exercise(from, to)).toMatch(told);
  });
});
