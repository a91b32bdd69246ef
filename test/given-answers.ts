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
import { plainBlocks } from '@samenbeeld/page';
import { type Language, languages, RefusalError, typeset } from '@samenbeeld/schema';
import { openPicture, type Picture } from '@samenbeeld/store';
import { afterAll, beforeAll, expect } from 'vitest';
import { samenbeeld, samenbeeldJson } from './one-process.ts';
import {
  assets,
  exercise,
  hazeldonk,
  money,
  phishing,
  prevention,
  published,
  transit,
} from './pictures.ts';

export const folders = {
  ...{ published, exercise, money, hazeldonk, transit },
  ...{ prevention, phishing, assets },
} as const;
export type Name = keyof typeof folders;
export const names: readonly Name[] = Object.keys(folders) as Name[];

/** What an answer cannot do without. */
const needed: Readonly<Partial<Record<AnswerName, Readonly<Record<string, string>>>>> = {
  why: { figure: 'NSP cocaine 2022' },
  rate: { metric: 'persons_with_drugs', per: 'persons_checked' },
  'rate-in-short': { place: 'BE', metric: 'persons_with_drugs', per: 'persons_checked' },
  published: { metric: 'assets_recovered' },
  ratio: { place: 'BE', over: 'BEANR' },
  'ratio-in-short': { place: 'BE', over: 'BEANR' },
};
const questionFor = (name: AnswerName): Readonly<Record<string, string>> => needed[name] ?? {};
const optionsFor = (name: AnswerName): readonly string[] =>
  Object.entries(questionFor(name)).flatMap(([key, value]) => [`--${key}`, value]);

const opened = new Map<Name, Picture>();
type Cells = Awaited<ReturnType<typeof open>>;
/** Pictures as a notebook has them, by name and language. */
const inNotebooks = new Map<string, Cells>();
/** What each picture gives to each answer; null where it refuses. */
export const given: Map<string, GivenAnswer | null> = new Map();
export const givenBy = (picture: Name, answer: string): GivenAnswer | null =>
  given.get(`${picture} ${answer}`) ?? null;

/** Asks every answer of every picture before the tests of a file. */
export function askAll(): void {
  beforeAll(async () => {
    for (const name of names) {
      const picture = await openPicture(folders[name]);
      opened.set(name, picture);
      for (const card of answers) {
        // A picture that asks nothing has no question to answer.
        if (card.about === 'question' && questionsIn(picture.metadata).length === 0) continue;
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
    for (const picture of [...opened.values(), ...inNotebooks.values()]) await picture.close();
    opened.clear();
    inNotebooks.clear();
  });
}

/** Words as every door shows them, whatever blanks and breaks it sets between them. */
export const evened = (text: string): string =>
  text
    .replace(/<\/?[a-z][^>]*>/giu, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/gu, (_, name: string) => entities[name] ?? '')
    .replace(/\s+/gu, ' ')
    // A page quotes as its language does; a terminal shows the marks as they are written.
    .replace(/« ?| ?»|[“”„]/gu, '"')
    .replace(/ (?=[;:!?,.)])/gu, '');
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

export const saidIn = ({ blocks }: GivenAnswer, language: Language): readonly string[] =>
  textsIn(plainBlocks(blocks, language), language)
    .map((text) => evened(typeset(text, language)).trim())
    .filter((text) => text !== '' && text !== '–');

/** The picture that says most to an answer. */
export function bestFor(answer: string): readonly [Name, GivenAnswer] {
  const found = names.flatMap((name) => {
    const one = givenBy(name, answer);
    return one && one.blocks.length > 0 ? [[name, one] as const] : [];
  });
  const [best] = found.sort(([, a], [, b]) => saidIn(b, 'en').length - saidIn(a, 'en').length);
  if (!best) throw new Error(`no picture answers ${answer}`);
  return best;
}

/** Answers that the quick tests have told to machines, of each picture and kind. */
export const quickForMachines: readonly AnswerName[] = [
  ...(['total', 'best-known', 'trend', 'why', 'double-reports', 'value'] as const),
];

/** An answer is told by the command and in a notebook, in one language. */
export async function expectTold(answer: AnswerName, language: Language): Promise<void> {
  const [name, found] = bestFor(answer);
  const said = saidIn(found, language);
  const args = ['ask', folders[name], answer, ...optionsFor(answer), '--language', language];
  const { code, stdout } = await samenbeeld(args);
  const printed = evened(stdout);
  expect(said.filter((text) => !printed.includes(text))).toEqual([]);
  expect(code).toBe(0);
  const key = `${name} ${language}`;
  const picture = inNotebooks.get(key) ?? (await open(folders[name], { language }));
  inNotebooks.set(key, picture);
  const cell = await askInCell(picture, answer, questionFor(answer));
  const html = evened(String(cell.outputs()[0]?.['text/html' as never]));
  // A cell sets a command as code; its words are the same.
  const words = said.map((text) => text.replaceAll('`', ''));
  expect(words.filter((text) => !html.replaceAll('`', '').includes(text))).toEqual([]);
}

/** An answer is told to machines as it is to people. */
export async function expectToldToMachines(answer: AnswerName): Promise<void> {
  const [name, found] = bestFor(answer);
  const json = await samenbeeldJson<{ blocks: unknown; sources: readonly string[] }>([
    ...['ask', folders[name], answer, ...optionsFor(answer)],
  ]);
  expect(json.sources).toEqual(found.sources);
  expect(json.blocks).toEqual(JSON.parse(JSON.stringify(plainBlocks(found.blocks, 'en'))));
}

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
  hazeldonk: [],
  transit: [],
  prevention: [],
  phishing: [],
  assets: [],
};

/** What is read of a question of a picture says what the whole picture says. */
export async function expectPartAsWhole(name: Name): Promise<void> {
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
      if (reads === 'asked' && about === 'question')
        for (const at of questions.keys())
          expect([answer, questions[at], saidOf(part, answer, at)]).toEqual([
            ...[answer, questions[at], saidOf(whole, answer, at)],
          ]);
  }
}
