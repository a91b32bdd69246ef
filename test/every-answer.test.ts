import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AnswerName, answers } from '@samenbeeld/answers';
import { drawCell, renderTerminal } from '@samenbeeld/page';
import { inEach, languages, typeset, typesetHtml, withoutPValue } from '@samenbeeld/schema';
import { describe, expect, test } from 'vitest';
import { answersPage } from './answers-page.ts';
import { root } from './command.ts';
import { english, plain } from './english-words.ts';
import {
  askAll,
  bestFor,
  evened,
  expectToldToMachines,
  folders,
  given,
  givenBy,
  type Name,
  names,
  quickForMachines,
  saidIn,
} from './given-answers.ts';
import { reportText } from './report-text.ts';

askAll();

test('the page of the answers is made from their cards', () => {
  const path = join(root, 'docs/answers.md');
  const made = answersPage();
  if (process.env['REGEN'] === '1') writeFileSync(path, made);
  expect(readFileSync(path, 'utf8')).toBe(made);
});

test('every answer is given by one of the pictures', () => {
  const silent = answers.filter(
    (card) => !names.some((name) => (givenBy(name, card.name)?.blocks.length ?? 0) > 0),
  );
  expect(silent.map((card) => card.name)).toEqual([]);
});

describe.each(answers.map(({ name }) => name))('%s', (answer) => {
  test('says the same in the terminal and in a cell, in each language', async () => {
    const [, found] = bestFor(answer);
    for (const language of languages) {
      const said = saidIn(found, language);
      const set = (text: string): string => typeset(text, language);
      const lines = evened(renderTerminal(found.blocks, { language }).map(set).join('\n'));
      const cell = await drawCell(found.blocks, language);
      const shown = [lines, evened(typesetHtml(cell.html, language))];
      expect(said.filter((text) => !shown.every((one) => one.includes(text)))).toEqual([]);
    }
  }, 120_000);
});

// The others in every-answer.slow.test.ts, where each is also told by the command and in a notebook, in each language.
test.each(quickForMachines)('%s is told to machines as it is to people', async (answer) => {
  await expectToldToMachines(answer);
});

test.each(['nl', 'fr', 'de'] as const)('no English word in %s', (language) => {
  const found = [...given].flatMap(([key, one]) =>
    one
      ? saidIn(one, language)
          .filter((text) => english.test(plain(text)))
          .map((text) => `${key}: ${text}`)
      : [],
  );
  expect([...new Set(found)]).toEqual([]);
});

/** Answers of the first question that a report gives as they are. */
const inReport: Readonly<Record<Name, readonly AnswerName[]>> = {
  published: ['best-known', 'completeness', 'contested', 'trend', 'sources', 'decisions', 'chain'],
  exercise: ['double-reports', 'double-counts', 'stakes', 'largest-find', 'sizes'],
  money: ['money-findings', 'value', 'intelligence', 'assets', 'hypotheses', 'gaps', 'safeguards'],
  hazeldonk: ['rate-in-short', 'effort-and-yield', 'sources'],
  transit: ['sources'],
  prevention: ['sources'],
  phishing: ['counting-rules-in-short', 'sources'],
  assets: ['assets-in-short', 'confiscation-routes', 'confiscation-statistics', 'sources'],
};

const plainly = (text: string): string => withoutPValue(inEach(() => text)).en;

test.each(names)('the report of %s says what its answers say', (name) => {
  const report = evened(reportText(`${folders[name]}/report.html`)).replace(
    / – (?:waarom dit cijfer\?|pourquoi ce chiffre ?\?|warum diese Zahl\?|why this number\?)/gu,
    '',
  );
  const missing = inReport[name].flatMap((answer) => {
    const found = givenBy(name, answer);
    if (!found) return [`${answer} is not given`];
    return languages.flatMap((language) =>
      saidIn(found, language)
        // The first page says the same without chances.
        .filter((text) => !report.includes(text) && !report.includes(plainly(text)))
        .map((text) => `${answer} ${language}: ${text}`),
    );
  });
  expect(missing).toEqual([]);
});
