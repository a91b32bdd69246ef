import {
  type Answered,
  aboutAnswer,
  aboutPicture,
  anew,
  answers,
  type Card,
  capitalised,
  cardOf,
  checkParams,
  dated,
  fallsOut,
  type Given,
  give,
  isAnswered,
  labelled,
  numeral,
  type Once,
  placeText,
  type Report,
  type ReportBlock,
  scopeText,
  standsAlone,
  text,
  unanswered,
} from '@samenbeeld/answers';
import { say } from '@samenbeeld/merge';
import type { Block, Document, Fact, Section } from '@samenbeeld/page';
import {
  expectedFound,
  type Finding,
  InputError,
  inEach,
  inFour,
  joinWith,
  quoted,
  RefusalError,
  type SheetName,
  sheetKinds,
  substances,
  type Text,
  usedAt,
  withoutPValue,
} from '@samenbeeld/schema';
import type { PictureRows } from '@samenbeeld/store';
import type { BuiltAnalysis } from './analyse-picture.ts';
import { oneOfNames, questionPlace } from './picture-file.ts';

/** A picture as a document, with the findings it rests on. */
export interface Composed {
  readonly document: Document;
  readonly findings: readonly Finding[];
  /** Tables of answers of their own, beside those that every picture has. */
  readonly tables: readonly PictureRows[];
}

/** What a report may be made of, each with what it is about. */
const inReports: ReadonlyMap<string, Card['about']> = new Map(
  answers.flatMap(({ name, about }) => (about === 'figure' ? [] : [[name, about] as const])),
);

/** The facts that stand beside the title. */
function factsOf({ picture, gathered, later }: BuiltAnalysis): readonly Fact[] {
  return [
    { label: text('peildatum', 'situation au', 'Stichtag', 'as of'), value: dated(picture.asOf) },
    {
      label: text('bronnen', 'sources', 'Quellen', 'sources'),
      value: numeral(gathered.sources.length),
    },
    {
      label: text('bestanden', 'fichiers', 'Dateien', 'files'),
      value: numeral(gathered.inputs.length),
    },
    {
      label: text('gegevens', 'données', 'Angaben', 'items'),
      // Those that are in the picture: what was put aside, or published later, is in no answer.
      value: numeral(gathered.conservation.reduce((sum, file) => sum + file.accepted, 0) - later),
    },
  ];
}

/** The report of a picture that has none of its own: each question in the same way, then sources and decisions. */
const plainReport: Report = {
  chapters: [
    {
      id: 'sources',
      title: {
        nl: 'Bronnen en vergelijkbaarheid',
        fr: 'Sources et comparabilité',
        de: 'Quellen und Vergleichbarkeit',
        en: 'Sources and comparability',
      },
      blocks: [{ answer: 'sources' }],
    },
    {
      id: 'decisions',
      title: { nl: 'Beslissingen', fr: 'Décisions', de: 'Entscheidungen', en: 'Decisions' },
      blocks: [{ answer: 'decisions' }],
    },
  ],
};

/** What the front says of one question, and what its chapter does. */
const onFront = ['best-known', 'contested', 'trend', 'total'] as const;
const inChapter = ['completeness', 'double-reports', 'sizes', 'development'] as const;

interface Runner {
  readonly run: (block: ReportBlock, about?: Answered) => readonly Block[];
  readonly given: readonly Given[];
  /** Whether any answer but those with which a report ends was given. */
  readonly isTold: () => boolean;
  /** What the answers of a recipe lack of these files, where they lack something. */
  readonly lacked: readonly RefusalError[];
}

/** Runs the blocks of a report, and keeps what their answers found. */
function runner(analysis: BuiltAnalysis, once: Once): Runner {
  const given: Given[] = [];
  const lacked: RefusalError[] = [];
  let told = false;
  const said = new Set<Answered>();
  const answersOf = ({ answer, of }: ReportBlock): readonly Answered[] => {
    if (inReports.get(answer ?? '') === 'picture') return [aboutPicture(analysis)];
    return of === undefined
      ? analysis.answers.slice(0, 1)
      : (analysis.asked.get(JSON.stringify(of)) ?? []);
  };
  const run: Runner['run'] = (block, about) => {
    try {
      return runBlock(block, about);
    } catch (error) {
      // A recipe asks what it was written for: of other files, what they lack is said and the rest is built.
      if (analysis.picture.recipe !== null && isLack(error)) {
        lacked.push(error);
        return [{ kind: 'paragraph', text: error.says }];
      }
      throw block.of ? usedAt(questionPlace(analysis.picture, block.of), error) : error;
    }
  };
  const runBlock: Runner['run'] = (block, about) => {
    const { answer, says } = block;
    if (answer === undefined) return says ? [{ kind: 'paragraph', text: says }] : [];
    if (!inReports.has(answer)) return unknownAnswer(answer, analysis);
    if (inReports.get(answer) === 'picture')
      checkParams(cardOf(answer), block.of ?? {}, (name) => name);
    return (about ? [about] : answersOf(block)).flatMap((one) => {
      const giving = give(analysis, block, one, once);
      if (giving.kind === 'given') {
        given.push(giving.given);
        told ||= !atTheEnd.has(answer);
        return giving.given.blocks;
      }
      // Said once, where the first answer to the question would stand.
      if (said.has(one)) return [];
      said.add(one);
      return [{ kind: 'paragraph', text: giving.says } satisfies Block];
    });
  };
  return { run, given, lacked, isTold: () => told };
}

/** Whether a refusal says what the inputs lack for an answer. */
const isLack = (error: unknown): error is RefusalError & { readonly says: Text } =>
  error instanceof RefusalError && error.dimension === 'inputs' && error.says !== null;

function unknownAnswer(name: string, { picture }: BuiltAnalysis): never {
  throw new InputError(
    expectedFound(inFour('een antwoord', 'une réponse', 'eine Antwort', 'an answer'), quoted(name)),
    { place: { file: picture.path }, repair: oneOfNames(name, [...inReports.keys()]) },
  );
}

/** Whether an answer applies to a question of a plain report. */
function applies(name: string, analysis: BuiltAnalysis): boolean {
  const { totals, result, question } = analysis;
  const members = totals[0]?.members.length ?? 0;
  if (name === 'completeness') return members > 1;
  if (name === 'double-reports') return result.of !== 'claims';
  if (name === 'trend' || name === 'development')
    return question.by !== 'to-date' && totals.length > 3;
  return true;
}

function plainFront(analysis: BuiltAnalysis, { run }: Runner): readonly Block[] {
  return analysis.answers.flatMap((one) => {
    const own = aboutAnswer(analysis, one);
    const heading: readonly Block[] =
      analysis.answers.length > 1
        ? [{ kind: 'heading', text: capitalised(scopeText(one.question)) }]
        : [];
    if (!isAnswered(one))
      return [...heading, { kind: 'paragraph', text: unanswered(own, one.problem) }];
    const blocks = onFront
      .filter((name) => applies(name, own))
      .flatMap((answer) => run({ answer }, one));
    return [...heading, ...blocks];
  });
}

function plainChapters(analysis: BuiltAnalysis, { run }: Runner): readonly Section[] {
  return analysis.answers.filter(isAnswered).map((one, at) => ({
    id: `question-${at + 1}`,
    title: capitalised(scopeText(one.question)),
    blocks: inChapter
      .filter((name) => applies(name, aboutAnswer(analysis, one)))
      .flatMap((answer) => run({ answer }, one)),
  }));
}

/** The words of a title, in which names stand for what is asked. */
function titled(words: Text, { question, totals }: BuiltAnalysis): Text {
  const [first] = totals;
  if (!first) return words;
  return say(words, {
    place: placeText(question.place),
    substance: labelled(substances, question.substance ?? ''),
    first: dated(first.period),
    last: dated((totals.at(-1) ?? first).period),
  });
}

/** Refuses a picture none of whose questions its inputs answer: a report without a figure would look like a finding. */
function refuseUnanswered(analysis: BuiltAnalysis): void {
  const { picture, answers, later, gathered } = analysis;
  const { front = [], chapters = [] } = picture.report ?? {};
  const asked = [...front, ...chapters.flatMap(({ blocks }) => blocks)].flatMap(({ answer }) =>
    answer === undefined ? [] : [answer],
  );
  const isAlone = asked.length > 0 && asked.every(standsAlone);
  if (isAlone || answers.some(isAnswered)) return;
  const reasons = answers.flatMap(({ question, problem }) => {
    const own = aboutAnswer(analysis, { question, problem, settled: analysis.result });
    const out = fallsOut(gathered, question);
    return [unanswered(own, problem), ...(out ? [out] : [])];
  });
  const items = (of: 'items' | 'excluded' | 'rejected'): number =>
    gathered.conservation.reduce((sum, file) => sum + file[of], 0);
  const says = inEach((language) =>
    [
      noAnswer[language].replace('{picture}', picture.picture),
      ...reasons.map((reason) => reason[language]),
      ...(gathered.observations.length + gathered.seizures.length === 0
        ? [
            say(noRecords, {
              items: items('items'),
              excluded: items('excluded'),
              rejected: items('rejected'),
            })[language],
          ]
        : []),
      ...(later > 0
        ? [laterClaims[language].replace('{n}', String(later)).replace('{asOf}', picture.asOf)]
        : []),
    ].join(' '),
  );
  throw new RefusalError(says, { dimension: 'inputs', remedy: toFill });
}

const noAnswer: Text = {
  nl: 'Geen enkele vraag van {picture} kan met deze bestanden worden beantwoord.',
  fr: 'Ces fichiers ne permettent de répondre à aucune question de {picture}.',
  de: 'Mit diesen Dateien lässt sich keine Frage von {picture} beantworten.',
  en: 'These inputs answer no question of {picture}.',
};
const noRecords: Text = {
  nl: 'De bestanden bevatten {items} gegevens, waarvan {excluded} uitgesloten en {rejected} geweigerd.',
  fr: 'Les fichiers contiennent {items} données, dont {excluded} exclues et {rejected} refusées.',
  de: 'Die Dateien enthalten {items} Angaben, davon {excluded} ausgeschlossen und {rejected} abgelehnt.',
  en: 'The inputs hold {items} items, of which {excluded} are excluded and {rejected} rejected.',
};
const laterClaims: Text = {
  nl: '{n} cijfers zijn na {asOf} gepubliceerd.',
  fr: '{n} chiffres ont été publiés après le {asOf}.',
  de: '{n} Zahlen wurden nach dem {asOf} veröffentlicht.',
  en: '{n} figures were published after {asOf}.',
};
const toFill: Text = {
  nl: 'Voeg de bron toe die het publiceert, of eigen cijfers in een cijferblad (samenbeeld claim-sheet).',
  fr: 'Ajoutez la source qui le publie, ou vos propres chiffres dans une feuille (samenbeeld claim-sheet).',
  de: 'Fügen Sie die Quelle hinzu, die es veröffentlicht, oder eigene Zahlen in einem Zahlenblatt (samenbeeld claim-sheet).',
  en: 'Add the source that publishes it, or figures of your own in a claim sheet (samenbeeld claim-sheet).',
};

/**
 * The report of a picture: the one that its file writes, or each of its questions in the same way.
 *
 * @throws RefusalError where the inputs answer none of its questions, or lack what an answer needs; it says what is there
 *   instead and what would fill it
 */
export function compose(analysis: BuiltAnalysis, once: Once = anew): Composed {
  refuseUnanswered(analysis);
  const { picture, synthetic } = analysis;
  const running = runner(analysis, once);
  const report = picture.report ?? plainReport;
  const isPlain = picture.report === null;
  const front = isPlain
    ? plainFront(analysis, running)
    : (report.front ?? []).flatMap((block) => withoutLists(running.run(block)));
  const chapters = withNamed(report.chapters ?? [], analysis).map(
    ({ id, title, programme = [], blocks }): Section => ({
      id,
      title,
      blocks: blocks.flatMap((block) =>
        running.run({ ...block, programme: [...programme, ...(block.programme ?? [])] }),
      ),
    }),
  );
  const questions = isPlain ? plainChapters(analysis, running) : [];
  const [lack] = running.lacked;
  if (lack && !running.isTold()) throw lack;
  const annex = running.given.flatMap((given) => given.annex ?? []);
  return {
    findings: [...new Set(running.given.flatMap(({ findings = [] }) => findings))],
    tables: running.given.flatMap(({ tables = [] }) => tables),
    document: {
      title: report.title ? titled(report.title, analysis) : picture.title,
      question:
        report.asks ?? running.given.flatMap(({ asks = [] }) => asks)[0] ?? allAsked(analysis),
      exercise: synthetic,
      facts: factsOf(analysis),
      front: front.map(withoutChances),
      sections: [...questions, ...chapters, ...(annex.length > 0 ? [annexOf(annex)] : [])],
    },
  };
}

/** What a finding lists stands in its chapter: the first page has the finding alone. */
const withoutLists = (blocks: readonly Block[]): readonly Block[] =>
  blocks.filter(({ kind }, at) => kind !== 'list' || blocks[at - 1]?.kind !== 'finding');

/** A block as the first page has it: what a chapter gives with its chances, without them. */
const withoutChances = (block: Block): Block =>
  block.kind === 'finding' ? { ...block, text: withoutPValue(block.text) } : block;

type Chapters = NonNullable<Report['chapters']>;

const ofSheet = (kind: SheetName, answer: string): Chapters[number] => ({
  id: answer,
  title: capitalised(sheetKinds[kind].rows),
  blocks: [{ answer }],
});

/** What a picture file names beside its records, with the chapter that shows it. */
const ofNamed: Readonly<Record<'money' | 'barriers' | 'priorities' | SheetName, Chapters[number]>> =
  {
    money: {
      id: 'money',
      title: text(
        'Geld: waarde en omzet',
        'Argent : valeur et chiffre d’affaires',
        'Geld: Wert und Umsatz',
        'Money: value and revenue',
      ),
      blocks: [{ answer: 'value' }, { answer: 'money-inputs' }],
    },
    barriers: {
      id: 'barriers',
      title: text(
        'Weerbaarheid en barrières',
        'Résilience et barrières',
        'Widerstandsfähigkeit und Barrieren',
        'Resilience and barriers',
      ),
      blocks: [{ answer: 'barriers' }],
    },
    priorities: {
      id: 'priorities',
      title: text('Prioriteiten', 'Priorités', 'Prioritäten', 'Priorities'),
      blocks: [{ answer: 'priorities' }],
    },
    assessments: ofSheet('assessments', 'assessments'),
    listings: ofSheet('listings', 'listings'),
    measures: ofSheet('measures', 'measures'),
    reports: ofSheet('reports', 'liaison-reports'),
  };

/** Answers of the chapters with which a report ends. */
const atTheEnd: ReadonlySet<string | undefined> = new Set(['requests', 'sources', 'decisions']);

/**
 * The chapters of a report, with one for each kind of record that the picture file names beside its figures (questions about
 * money, barrier models, judgements, sheets) and its report does not ask; they stand before the sources and decisions with which it ends.
 */
function withNamed(chapters: Chapters, { gathered }: BuiltAnalysis): Chapters {
  const asked = new Set(chapters.flatMap(({ blocks }) => blocks.map(({ answer }) => answer)));
  const held: Readonly<Record<string, unknown>> = { ...gathered, ...gathered.sheets };
  const more = Object.entries(ofNamed).flatMap(([name, chapter]) =>
    (held[name] ?? undefined) !== undefined &&
    !chapter.blocks.some(({ answer }) => asked.has(answer))
      ? [chapter]
      : [],
  );
  const end =
    chapters.findLastIndex(({ blocks }) => !blocks.every(({ answer }) => atTheEnd.has(answer))) + 1;
  return [...chapters.slice(0, end), ...more, ...chapters.slice(end)];
}

/** Contradictions that no question is about: nobody asked, and nobody should have to look for them among those that somebody did. */
const annexOf = (blocks: readonly Block[]): Section => ({
  id: 'annex',
  title: text(
    'Bijlage: tegenspraken buiten de vraag',
    'Annexe : contradictions hors de la question',
    'Anhang: Widersprüche außerhalb der Frage',
    'Annex: contradictions beyond the question',
  ),
  blocks,
});

const more: Text = inFour('…', '…', '…', '…');

/** At most so many questions are written out under a title, and so many places named. */
const mostWritten = { questions: 2, places: 6 };

/** What a picture asks in words: its questions, or those of its report where it has no others. */
function allAsked({ answers, asked, picture }: BuiltAnalysis): Text {
  const all = answers.length > 0 ? answers : [...asked.values()].flat();
  return all.length > 0 ? askedInWords(all) : picture.title;
}

/** What a plain report asks: each of its questions; of many how many they are and of where, since each heads a chapter. */
export function askedInWords(answers: readonly Pick<Answered, 'question'>[]): Text {
  if (answers.length <= mostWritten.questions)
    return joinWith(
      answers.map(({ question }) => scopeText(question)),
      ' · ',
    );
  const places = [...new Set(answers.map(({ question }) => question.place))];
  const named = places.slice(0, mostWritten.places).map(placeText);
  return text(
    '{n} vragen: {places}',
    '{n} questions : {places}',
    '{n} Fragen: {places}',
    '{n} questions: {places}',
    {
      n: answers.length,
      places: joinWith(places.length > named.length ? [...named, more] : named, ', '),
    },
  );
}
