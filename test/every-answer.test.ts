import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type AnswerName,
  anew,
  answers,
  ask,
  type GivenAnswer,
  give,
  storedAnalysis,
} from '@samenbeeld/answers';
import { questionsIn, type TotalQuestion } from '@samenbeeld/merge';
import { ask as askInCell, open } from '@samenbeeld/notebook';
import { drawCell, plainBlocks, renderTerminal } from '@samenbeeld/page';
import { type Language, languages, RefusalError, typeset, typesetHtml } from '@samenbeeld/schema';
import { openPicture, type Picture } from '@samenbeeld/store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answersPage } from './answers-page.ts';
import { root } from './command.ts';
import { samenbeeld, samenbeeldJson } from './one-process.ts';
import { exercise, money, published } from './pictures.ts';
import { reportText } from './report-text.ts';

const folders = { published, exercise, money } as const;
type Name = keyof typeof folders;
const names = Object.keys(folders) as readonly Name[];

/** What an answer cannot do without. */
const questionFor = (name: AnswerName): Readonly<Record<string, string>> =>
  name === 'why' ? { figure: 'NSP cocaine 2022' } : {};
const optionsFor = (name: AnswerName): readonly string[] =>
  Object.entries(questionFor(name)).flatMap(([key, value]) => [`--${key}`, value]);

const opened = new Map<Name, Picture>();
/** What each picture gives to each answer; null where it refuses. */
const given = new Map<string, GivenAnswer | null>();
const givenBy = (picture: Name, answer: string): GivenAnswer | null =>
  given.get(`${picture} ${answer}`) ?? null;

beforeAll(async () => {
  for (const name of names) {
    const picture = await openPicture(folders[name]);
    opened.set(name, picture);
    for (const card of answers) {
      const found = await ask(picture, card.name, questionFor(card.name)).catch(
        (error: unknown) => {
          if (error instanceof RefusalError) return null;
          throw error;
        },
      );
      given.set(`${name} ${card.name}`, found);
    }
  }
}, 600_000);
afterAll(async () => {
  for (const picture of opened.values()) await picture.close();
});

/** Words as every door shows them, whatever blanks and breaks it sets between them. */
const evened = (text: string): string =>
  text
    .replace(/<[^>]+>/gu, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/gu, (_, name: string) => entities[name] ?? '')
    .replace(/\s+/gu, ' ')
    .replace(/ (?=[;:!?»,.)])/gu, '');
const entities: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" },
};

/** Every text in some plain blocks, in one language. */
function textsIn(value: unknown, language: Language): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => textsIn(one, language));
  if (typeof value !== 'object' || value === null) return [];
  // What stands in a language of its own is quoted as it was published.
  if ('language' in value) return [];
  const entries = Object.entries(value);
  if (languages.every((one) => typeof (value as Record<string, unknown>)[one] === 'string'))
    return [(value as Record<string, string>)[language] as string];
  return entries.flatMap(([key, one]) => (key === 'table' ? [] : textsIn(one, language)));
}

const saidIn = ({ blocks }: GivenAnswer, language: Language): readonly string[] =>
  textsIn(plainBlocks(blocks, language), language)
    .map((text) => evened(typeset(text, language)).trim())
    .filter((text) => text !== '' && text !== '–');

/** The picture that says most to an answer. */
function bestFor(answer: string): readonly [Name, GivenAnswer] {
  const found = names.flatMap((name) => {
    const one = givenBy(name, answer);
    return one && one.blocks.length > 0 ? [[name, one] as const] : [];
  });
  const [best] = found.sort(([, a], [, b]) => saidIn(b, 'en').length - saidIn(a, 'en').length);
  if (!best) throw new Error(`no picture answers ${answer}`);
  return best;
}

/** Every language in the proof that takes long; else one an answer, all in turn. */
function throughDoors(answer: AnswerName): readonly Language[] {
  if (process.env['EVERY_LANGUAGE']) return languages;
  return [
    languages[answers.findIndex(({ name }) => name === answer) % languages.length] as Language,
  ];
}

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

  test.each(throughDoors(answer))(
    'is told by the command and in a notebook: %s',
    async (language) => {
      const [name, found] = bestFor(answer);
      const said = saidIn(found, language);
      const args = ['ask', folders[name], answer, ...optionsFor(answer), '--language', language];
      const { code, stdout } = await samenbeeld(args);
      const printed = evened(stdout);
      expect(said.filter((text) => !printed.includes(text))).toEqual([]);
      expect(code).toBe(0);
      const picture = await open(folders[name], { language });
      const cell = await askInCell(picture, answer, questionFor(answer));
      const html = evened(String(cell.outputs()[0]?.['text/html' as never]));
      expect(said.filter((text) => !html.includes(text))).toEqual([]);
      await picture.close();
    },
    120_000,
  );

  test('is told to machines as it is to people', async () => {
    const [name, found] = bestFor(answer);
    const json = await samenbeeldJson<{ blocks: unknown; sources: readonly string[] }>([
      ...['ask', folders[name], answer, ...optionsFor(answer)],
    ]);
    expect(json.sources).toEqual(found.sources);
    expect(json.blocks).toEqual(JSON.parse(JSON.stringify(plainBlocks(found.blocks, 'en'))));
  }, 120_000);
});

/** Questions of other places and metrics than the pictures' own. */
const others: Readonly<Record<Name, readonly TotalQuestion[]>> = {
  published: [
    { place: 'BEANR', substance: 'COC', basis: 'seized_in_port', metric: 'quantity', unit: 'kg' },
    { place: 'BEGNE', substance: 'COC', basis: 'seized_in_port', metric: 'quantity', unit: 'kg' },
    { place: 'NL', substance: 'COC', basis: 'seized_in_territory', metric: 'quantity', unit: 'kg' },
  ],
  exercise: [
    { place: 'NLVLI', substance: 'COC', basis: 'seized_in_port', metric: 'quantity', unit: 'kg' },
    { place: 'BEGNE', substance: 'HER', basis: 'seized_in_port', metric: 'quantity', unit: 'kg' },
  ],
  money: [],
};

test.each(names)(
  'what is read of a question of %s says what the whole picture says',
  async (name) => {
    const picture = opened.get(name) as Picture;
    for (const questions of [questionsIn(picture.metadata), ...others[name].map((one) => [one])]) {
      const part = await storedAnalysis(picture, questions);
      const whole = await storedAnalysis(picture, questions, { whole: true });
      const saidOf = (analysis: typeof whole, answer: string, at: number): unknown => {
        const about = analysis.answers[at];
        if (!about) return null;
        const counted = whole.counted;
        try {
          const giving = give({ ...analysis, counted }, { answer }, about, anew);
          return giving.kind === 'given' ? plainBlocks(giving.given.blocks, 'en') : giving.says;
        } catch (error) {
          if (error instanceof RefusalError) return error.message;
          throw error;
        }
      };
      for (const { name: answer, reads, about } of answers)
        if (reads === 'asked' && about === 'picture')
          for (const at of questions.keys())
            expect([answer, questions[at], saidOf(part, answer, at)]).toEqual([
              ...[answer, questions[at], saidOf(whole, answer, at)],
            ]);
    }
  },
  240_000,
);

/** Words of English sentences that are words of none of the other three languages. */
const english =
  /(?<![\p{L}-])(?:the|and|not|there|with|file|found|expected|are|undecided|lowest|highest|likely|takes|needs|unknown|missing|which|seized)(?![\p{L}-])/iu;
/** Citations and names of publishers stand as they were published. */
const quoted = /"[^"]*"|“[^”]*”|„[^“]*“|« [^»]*»|\S*\/\/\S*/gu;

test.each(['nl', 'fr', 'de'] as const)('no English word in %s', (language) => {
  const found = [...given].flatMap(([key, one]) =>
    one
      ? saidIn(one, language)
          .filter((text) => english.test(text.replace(quoted, '')))
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
};

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
        .filter((text) => !report.includes(text))
        .map((text) => `${answer} ${language}: ${text}`),
    );
  });
  expect(missing).toEqual([]);
});
