import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import {
  type Counted,
  countsHeld,
  type NamedFigures,
  questionsIn,
  type Settled,
  type TotalQuestion,
  type Why,
} from '@samenbeeld/merge';
import type { Block } from '@samenbeeld/page';
import { type Finding, RefusalError, type Text, unknownPlace, wrongUse } from '@samenbeeld/schema';
import type { Picture, PictureRows } from '@samenbeeld/store';
import { type Analysis, type Answered, aboutPicture, lazily } from './analysis.ts';
import { type Given, give, isAnswered } from './answers.ts';
import { answers, type Card, wrongAnswer } from './cards.ts';
import type { Once, ReportBlock } from './held.ts';
import { pictureScopes, placeholder } from './picture-records.ts';
import { type QuestionWords, questionsOf, timesAsked, type Written } from './questions.ts';
import { type StoredAnalysisOptions, storedAnalysis } from './stored-analysis.ts';
import { asSaid, capitalised, scopeText } from './text.ts';
import { besideTotals } from './totals/total-blocks.ts';
import { askWhy } from './why/ask-why.ts';

/** How a picture is asked. */
export interface AskOptions extends Pick<StoredAnalysisOptions, 'later' | 'signal' | 'atMost'> {
  /** How a door writes the name of what is asked: "--count-unit" of a command, "countUnit" of a notebook. */
  readonly written?: Written | undefined;
}

/** What was asked, and what was found, as data. */
export interface AskedData extends Pick<Settled, 'of' | 'totals' | 'conflicts' | 'notAdded'> {
  readonly question: TotalQuestion | null;
  /** Why it is not answered. */
  readonly problem: Text | null;
  readonly findings: readonly Finding[];
  /** Tables of the answer's own. */
  readonly tables: readonly {
    readonly name: string;
    readonly columns: readonly string[];
    readonly rows: PictureRows['rows'];
  }[];
}

/** An answer, for any door to show. */
export interface GivenAnswer {
  readonly name: string;
  /** Blocks of a page; `renderTerminal`, `renderCell` and `renderHtml` show the same words. */
  readonly blocks: readonly Block[];
  /** One entry a question; of a figure what stands behind it. */
  readonly data: readonly (AskedData | Why | NamedFigures)[];
  /** Ids of the sources whose records were read for it. */
  readonly sources: readonly string[];
  /** Whether anything is known of what is asked. */
  readonly known: boolean;
}

/** The card of an answer; wrong use names those that sound like it, or all. */
export function cardOf(name: string): Card {
  const found = answers.find((card) => card.name === name);
  if (found) return found;
  throw wrongAnswer(name);
}

/** Refuses what an answer does not take: it would be overlooked. */
export function checkParams(
  { name, params }: Card,
  question: QuestionWords,
  written: Written,
): void {
  const strange = Object.keys(question).filter(
    (key) => question[key] !== undefined && !Object.hasOwn(params, key),
  );
  if (strange.length === 0) return;
  const takes = Object.keys(params).map(written);
  throw wrongUse(
    '"{name}" kent {strange} niet; {takes}.',
    '« {name} » n’admet pas {strange} ; {takes}.',
    '„{name}“ kennt {strange} nicht; {takes}.',
    '"{name}" does not take {strange}; {takes}.',
    {
      name,
      strange: strange.map(written).join(', '),
      takes:
        takes.length === 0
          ? {
              nl: 'het gaat over het hele beeld',
              fr: 'elle porte sur tout le tableau',
              de: 'sie gilt dem ganzen Lagebild',
              en: 'it is of the whole picture',
            }
          : {
              nl: `wel ${takes.join(', ')}`,
              fr: `mais ${takes.join(', ')}`,
              de: `wohl aber ${takes.join(', ')}`,
              en: `it takes ${takes.join(', ')}`,
            },
    },
  );
}

/** What is asked: what is named, else the picture's own questions, over the times that are named. */
function questionsAsked(
  { metadata }: Picture,
  card: Card,
  question: QuestionWords,
  { rows, written }: { readonly rows: readonly Counted[]; readonly written: Written },
): readonly TotalQuestion[] {
  const own = questionsIn(metadata);
  if (card.about !== 'question') return own;
  const { beside: _beside, ...named } = question;
  const { by: _by, from: _from, to: _to, ...scope } = named;
  const isOpen = Object.values(scope).every((value) => value === undefined);
  if (!isOpen || own.length === 0) return questionsOf(named, rows, written, card.lists);
  const times = timesAsked(named, written);
  return own.map((one) => ({ ...one, ...times }));
}

/** Results of steps asked last in this process, the latest at the end, by everything they were made from. */
const recent = new Map<string, unknown>();
const mostRecent = 64;

const remembered: Once = (step, inputs, make) => {
  const key = createHash('sha256')
    .update(JSON.stringify([step, inputs]))
    .digest('base64');
  const made = (recent.has(key) ? recent.get(key) : make()) as ReturnType<typeof make>;
  recent.delete(key);
  recent.set(key, made);
  const [oldest] = recent.keys();
  if (recent.size > mostRecent && oldest !== undefined) recent.delete(oldest);
  return made;
};

/** An analysis of a picture, and what it was made for. */
interface Analysed {
  readonly of: unknown;
  readonly analysis: Analysis;
}

/** The analyses of open pictures that were asked for last: one of what is asked, and one of the whole. */
const analysed = new WeakMap<Picture, Readonly<Partial<Record<'asked' | 'whole', Analysed>>>>();
/** An analysis of more records is made again rather than held. */
const mostRecords = 50_000;

const unreadable = Symbol('unreadable');

/** The bytes of a file, null where there is none; of one that cannot be read its reader says why. */
function bytesOf(file: string): Promise<Buffer | null | typeof unreadable> {
  return readFile(file).catch(({ code }: NodeJS.ErrnoException) =>
    code === 'ENOENT' ? null : unreadable,
  );
}

/** The analysis of a picture for some questions. An open picture stays as it is, so that what is asked of it again is not read again. */
async function analysisFor(
  picture: Picture,
  questions: readonly TotalQuestion[],
  options: StoredAnalysisOptions,
): Promise<Analysis> {
  const { later, whole, written, atMost } = options;
  const decided = later === undefined ? null : await bytesOf(later);
  const of = { questions, whole, written, atMost, later, decided };
  const part = whole ? 'whole' : 'asked';
  const last = analysed.get(picture)?.[part];
  if (last && decided !== unreadable && isDeepStrictEqual(last.of, of)) return last.analysis;
  const analysis = await storedAnalysis(picture, questions, options);
  const { observations, seizures } = analysis.gathered;
  if (observations.length + seizures.length <= mostRecords)
    analysed.set(picture, { ...analysed.get(picture), [part]: { of, analysis } });
  return analysis;
}

/** What may be asked of an open picture, read once. */
const scopes = new WeakMap<Picture, readonly Counted[]>();

async function scopesOf(picture: Picture): Promise<readonly Counted[]> {
  const rows = scopes.get(picture) ?? countsHeld(await pictureScopes(picture));
  scopes.set(picture, rows);
  return rows;
}

const asKey: Written = (key) => key;

/** What each of several is about, unless its first table says so. */
function headed(one: Answered, count: number, [first]: readonly Block[]): readonly Block[] {
  if (count < 2) return [];
  const scope = scopeText(one.question);
  const isSaid = first?.kind === 'table' && first.caption.en.startsWith(scope.en);
  return isSaid ? [] : [{ kind: 'heading', text: capitalised(scope) }];
}

async function whyAnswer(
  picture: Picture,
  { figure }: QuestionWords,
  written: Written,
): Promise<GivenAnswer> {
  if (figure === undefined)
    throw wrongUse(
      'Noem een cijfer: {option} "NSP cocaine 2022".',
      'Nommez un chiffre : {option} "NSP cocaine 2022".',
      'Nennen Sie eine Zahl: {option} "NSP cocaine 2022".',
      'Name a figure: {option} "NSP cocaine 2022".',
      { option: written('figure') },
    );
  const { blocks, sources, why, records } = await askWhy(picture, String(figure));
  const data = [why ?? records].filter((one) => one !== null);
  return { name: 'why', blocks, data, sources, known: true };
}

/**
 * Asks a picture one of `answers`. What is not named is what the picture alone holds; where nothing but times is named, the
 * picture's own questions are asked, over those times. The blocks are the same for every door.
 *
 * @param picture as `openPicture` gives it
 * @param name of a card
 * @param question codes, or names in any of the four languages, by the keys of the card's params
 * @throws UsageError for an answer, a key or a word that is not known; it names what is
 * @throws RefusalError where the picture does not hold what the answer needs, or what is asked may not be answered
 * @example
 * ```ts
 * import { answers } from '@samenbeeld/answers';
 * answers.find(({ name }) => name === 'total')?.reads // => 'asked'
 * ```
 */
export async function ask(
  picture: Picture,
  name: string,
  question: QuestionWords = {},
  { written = asKey, ...reading }: AskOptions = {},
): Promise<GivenAnswer> {
  const card = cardOf(name);
  checkParams(card, question, written);
  if (card.about === 'figure') return whyAnswer(picture, question, written);
  // Also where nothing speaks about what is asked: what is held instead is said then.
  const rows = await scopesOf(picture);
  // Whoever types what stands in for the place of a draft means what is counted of no known place.
  const isUnplaced =
    [question['place']].flat().join() === placeholder &&
    rows.every(({ place }) => place === unknownPlace);
  const asked = isUnplaced ? { ...question, place: unknownPlace } : question;
  const questions = questionsAsked(picture, card, asked, { rows, written });
  const analysis = await analysisFor(picture, questions, {
    ...reading,
    written,
    whole: card.reads === 'all',
    counted: rows,
  });
  const asks = card.about === 'question';
  const about = asks ? analysis.answers : [aboutPicture(analysis)];
  const wrong = asks ? about.flatMap((one) => one.wrong ?? []) : [];
  if (wrong[0] && wrong.length === about.length) throw wrong[0];
  const { beside } = asked;
  const block = {
    ...{ answer: name, of: asked },
    ...(beside !== undefined && { beside: [beside].flat().map(String) }),
  };
  const parts = about.map((one) => ({ one, ...givenTo(one, analysis, block) }));
  const refused = parts.flatMap(({ refusal }) => refusal ?? []);
  if (refused[0] && refused.length === parts.length) throw refused[0];
  const { observations, seizures, sources } = analysis.gathered;
  const ids = asks
    ? [...observations, ...seizures].map(({ source }) => source)
    : sources.map(({ id }) => id);
  return {
    name,
    blocks: parts.flatMap(({ one, blocks }) => [...headed(one, about.length, blocks), ...blocks]),
    data: parts.map(({ one, given }) => dataOf(one, given, asks)),
    sources: [...new Set(ids)].sort(),
    known: !asks || about.some(isAnswered),
  };
}

/** The blocks that answer one question, or say why there are none; a refusal, where the picture lacks what it needs. */
function givenTo(
  one: Answered,
  analysis: Analysis,
  block: ReportBlock,
): {
  readonly blocks: readonly Block[];
  readonly given: Given | null;
  readonly refusal: RefusalError | null;
} {
  try {
    const giving = give(analysis, block, one, remembered);
    if (giving.kind === 'given') {
      const { given } = giving;
      const blocks = [...given.blocks, ...(given.beside ?? []), ...(given.annex ?? [])];
      const shown: readonly Block[] =
        blocks.length > 0 ? blocks : [{ kind: 'paragraph', text: nothingOfIt }];
      return { blocks: shown, given, refusal: null };
    }
    const blocks: readonly Block[] = [
      { kind: 'paragraph', ...asSaid(giving.says) },
      ...besideTotals(one.settled),
    ];
    return { blocks, given: null, refusal: null };
  } catch (error) {
    if (!(error instanceof RefusalError) || !error.says) throw error;
    return { blocks: [{ kind: 'paragraph', ...asSaid(error.says) }], given: null, refusal: error };
  }
}

const nothingOfIt: Text = {
  nl: 'Daarvan is in dit beeld niets te zeggen.',
  fr: 'Ce tableau n’a rien à en dire.',
  de: 'Davon ist in diesem Lagebild nichts zu sagen.',
  en: 'There is nothing of it in this picture.',
};

/** Figures that nobody reads are not looked for: of an answer about the whole picture a door shows none. */
function dataOf(one: Answered, given: Given | null, asks: boolean): AskedData {
  return lazily(
    { question: asks ? one.question : null },
    ['problem', 'of', 'totals', 'conflicts', 'notAdded', 'findings', 'tables'],
    () => ({
      ...one.settled,
      problem: one.problem,
      findings: given?.findings ?? [],
      tables: (given?.tables ?? []).map(({ name, columns, rows }) => ({
        ...{ name, columns: columns.map((column) => column.name), rows },
      })),
    }),
  );
}
