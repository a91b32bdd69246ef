import { portMap } from '@samenbeeld/charts';
import { mayHoldAside } from '@samenbeeld/merge';
import type { Block, FindingBlock } from '@samenbeeld/page';
import {
  assetKind,
  type Finding,
  inEach,
  type JointTotal,
  ownValue,
  places,
  programmes,
  RefusalError,
  type SheetName,
  type Text,
} from '@samenbeeld/schema';
import type { PictureRows } from '@samenbeeld/store';
import { largestShare, leaveLargestOut } from '@samenbeeld/trends';
import { type Analysis, type Answered, aboutAnswer } from './analysis.ts';
import { recordsAsked } from './asked-rows.ts';
import { barrierFindings, barriersBlocks } from './barriers/barriers-chapter.ts';
import { type AnswerName, answers as cardsOfAll, wrongAnswer } from './cards.ts';
import { decisionsBlocks } from './decisions/decisions-chapter.ts';
import { overrideNotes } from './decisions/overrides.ts';
import { doubleCountBlocks } from './finds/double-count-chapter.ts';
import { alikeTable, doubleFinding } from './finds/double-reports.ts';
import { eventDevelopmentBlocks } from './finds/event-development-chapter.ts';
import { eventFindings } from './finds/event-findings.ts';
import { eventSizeBlocks } from './finds/event-size-chapter.ts';
import { latenessGiven } from './finds/lateness-chapter.ts';
import type { Once, ReportBlock } from './held.ts';
import { routesBlocks, statisticsGiven } from './money/confiscation-law.ts';
import { gapsBlocks } from './money/gaps-chapter.ts';
import { hypothesesBlocks } from './money/hypotheses-chapter.ts';
import { inputsBlocks } from './money/inputs-chapter.ts';
import { intelligenceBlocks } from './money/intelligence-chapter.ts';
import { analyseMoney, type MoneyAnalysis } from './money/money-analysis.ts';
import { moneyFindings } from './money/money-findings.ts';
import { moneyTables } from './money/money-tables.ts';
import { pictureQuestion } from './money/picture-question.ts';
import { questionBlocks } from './money/question-chapter.ts';
import { recoveryBlocks, recoveryFindings } from './money/recovery-chapter.ts';
import { safeguardsBlocks } from './money/safeguards-chapter.ts';
import { valueBlocks } from './money/value-chapter.ts';
import { prioritiesBlocks } from './priorities/priorities-chapter.ts';
import { codeIn, codeOf, wordsGiven } from './questions.ts';
import { countingRuleBlocks, countingRuleFindings } from './rates/counting-rules.ts';
import { effortBlocks } from './rates/effort-and-yield.ts';
import { rateBlocks, rateFindings } from './rates/rate-chapter.ts';
import { ratioBlocks, ratioFindings } from './rates/ratio-chapter.ts';
import { wastewaterBlocks, wastewaterFindings } from './rates/wastewater.ts';
import { requestBlocks } from './requests/requests-chapter.ts';
import { assessmentsBlocks } from './sheets/assessments-chapter.ts';
import { listingsGiven } from './sheets/listings-chapter.ts';
import { measuresBlocks } from './sheets/measures-chapter.ts';
import { reportsBlocks } from './sheets/reports-chapter.ts';
import { sheetLack } from './sheets/rows-of-sheet.ts';
import { bestPracticeBlocks } from './sources/best-practice-chapter.ts';
import { chainBlocks } from './sources/chain-chapter.ts';
import { flowsBlocks } from './sources/flows-chapter.ts';
import { publishedBlocks } from './sources/published-chapter.ts';
import {
  conflictsBeyond,
  conflictTable,
  coverageBlock,
  sourcesBlocks,
} from './sources/sources-chapter.ts';
import { coloned, isYear, joined, scopeText, text } from './text.ts';
import { completenessFinding } from './totals/completeness-finding.ts';
import { contestedFinding } from './totals/contested-finding.ts';
import { hasOwnFigure } from './totals/coverage-cells.ts';
import { floorFinding } from './totals/floor-finding.ts';
import { findsOnOtherBasis, passedThroughFinding } from './totals/passed-through-finding.ts';
import { placesTable } from './totals/places-table.ts';
import { sizeBlocks } from './totals/size-chapter.ts';
import { besideTotals, memberTable, notAddedBlock } from './totals/total-blocks.ts';
import { stakeBlocks } from './totals/total-ranges.ts';
import { unreadNote, type WhyOf, yearlyTable } from './totals/yearly-table.ts';
import { developmentBlocks, halfYearBlocks } from './trend/development-chapter.ts';
import { displacementBlocks } from './trend/displacement.ts';
import { type NeighbourPort, neighbourPort } from './trend/neighbour-port.ts';
import {
  askTrend,
  breaksOf,
  guardedSeries,
  jointSeries,
  portSeries,
  putAsideNote,
  type TrendAnswer,
} from './trend/port-trend.ts';
import { type PlaceFigures, trendFinding } from './trend/trend-finding.ts';
import { heldWhen, nothingHeld } from './unanswered.ts';
import { whyClaims } from './why/why-claims.ts';
import { whyEvents } from './why/why-events.ts';

/** What an answer reads: the analysis as its question sees it, and what its block says. */
interface Asked {
  readonly analysis: Analysis;
  readonly block: ReportBlock;
  readonly once: Once;
}

/** What an answer gives: blocks of a report, the findings they rest on, and tables of its own. */
export interface Given {
  readonly blocks: readonly Block[];
  /** What stands with them where nothing else is asked; a report has answers of its own for it. */
  readonly beside?: readonly Block[];
  /** What the picture holds beyond its questions: at the end of a report, below where nothing else is asked. */
  readonly annex?: readonly Block[];
  readonly findings?: readonly Finding[];
  readonly tables?: readonly PictureRows[];
  /** What the report asks, where its file does not say. */
  readonly asks?: Text;
}

/** What an answer cannot do without, in words; null where the picture has it. */
type Lack = { readonly says: Text; readonly fill: Text } | null;

/** How an answer is given. */
interface AnswerBody {
  /** Whether it can be given where no question of the picture is answered. */
  readonly standsAlone?: boolean;
  /** What a picture lacks for it. */
  readonly lacks?: (analysis: Analysis) => Lack;
  readonly answer: (asked: Asked) => Given;
}

const present = <T>(value: T | null): value is T => value !== null;

const blocksOf = (...blocks: readonly (Block | null)[]): Given => ({
  blocks: blocks.filter(present),
});

/** The places that stand beside, by code or by name in any language. */
function besideOf(
  { beside = [] }: ReportBlock,
  { counted, picture: { written = (name) => name } }: Analysis,
): readonly string[] {
  const context = { rows: counted, written: () => written('beside') };
  return wordsGiven(beside).map((word) => codeOf(word, 'place', context));
}

const ofEvents = ({ result }: Analysis): boolean => result.of === 'events';

function whyOf({ gathered, result, decisions, picture, question }: Analysis): WhyOf {
  return (total) =>
    total.method
      ? whyEvents(gathered.seizures, total, { picture, question })
      : whyClaims(result, total, decisions, picture);
}

/** How many periods each place of totals has a figure for. */
const figuresOf = (totals: readonly JointTotal[]): readonly PlaceFigures[] =>
  (totals[0]?.members ?? []).map(({ place }) => ({
    place,
    figures: totals.filter(({ members }) =>
      members.some((entry) => entry.place === place && hasOwnFigure(entry)),
    ).length,
  }));

/** The place with the most figures, whose trend is asked. */
function mainPlace(totals: readonly JointTotal[]): string | null {
  const [first, ...others] = figuresOf(totals);
  if (!first) return null;
  return others.reduce((best, one) => (one.figures > best.figures ? one : best), first).place;
}

interface Trends {
  readonly ports: readonly { readonly place: string; readonly answer: TrendAnswer }[];
  readonly joint: TrendAnswer;
  readonly ask: (series: Parameters<typeof askTrend>[0]) => TrendAnswer;
}

/** What is worked out once for each of some things, however many answers ask for it. */
function onceFor<Key extends object, Value>(): (key: Key, make: () => Value) => Value {
  const made = new WeakMap<Key, { readonly value: Value }>();
  return (key, make) => {
    const known = made.get(key) ?? { value: make() };
    made.set(key, known);
    return known.value;
  };
}

const trendsOnce = onceFor<readonly JointTotal[], Trends>();
const findsOnce = onceFor<readonly JointTotal[], ReturnType<typeof eventFindings>>();
const moneyOnce = onceFor<Analysis['gathered'], MoneyAnalysis>();

/** What the finds of a question allow. */
const findsOf = (analysis: Analysis): ReturnType<typeof eventFindings> =>
  findsOnce(analysis.totals, () => eventFindings(analysis));

/** The trends of each place of a question and of their row. */
function trendsOf({ analysis, once }: Asked): Trends {
  const { totals, inForce, picture, question } = analysis;
  return trendsOnce(totals, () => {
    const breaks = breaksOf(analysis);
    const overrides = [...inForce.values()].filter(({ kind }) => kind === 'override');
    const ask: Trends['ask'] = (series) => askTrend(series, breaks, overrides, once);
    return {
      ask,
      ports: (totals[0]?.members ?? []).map(({ place }) => ({
        place,
        answer: ask(
          guardedSeries(analysis, portSeries(totals, place, picture.asOf, question), place),
        ),
      })),
      joint: ask(guardedSeries(analysis, jointSeries(totals, picture.asOf, question))),
    };
  });
}

const isYearly = ({ totals }: Analysis): boolean => totals.every(isYear);

const onlyYears: Text = text(
  'Dit wordt over hele jaren gevraagd.',
  'Ceci se demande sur des années entières.',
  'Dies wird über ganze Jahre erfragt.',
  'This is asked over whole years.',
);

const onlyWhole: Text = text(
  'Een trend wordt over hele jaren, halfjaren, kwartalen of maanden gevraagd, niet over een deel van elk jaar.',
  'Une tendance se demande sur des années, semestres, trimestres ou mois entiers, non sur une partie de chaque année.',
  'Ein Trend wird über ganze Jahre, Halbjahre, Quartale oder Monate erfragt, nicht über einen Teil jedes Jahres.',
  'A trend is asked over whole years, half-years, quarters or months, not over a part of each year.',
);

/** Whether the periods of a question are those of a calendar, one after another. */
const isSeries = ({ question }: Analysis): boolean => question.by !== 'to-date';

function largestOf({ totals, question }: Analysis): readonly Finding[] {
  const annual = totals.map(({ period, reported: { likely } }) => ({
    period,
    value: typeof likely === 'number' ? likely : null,
  }));
  const about = { subject: question.place, unit: question.unit };
  return [largestShare({ annual }, about), leaveLargestOut({ annual }, about)];
}

/** What finds say, with which rows are not among them. */
const sayingOf = (
  title: Text,
  { says, confidence }: Finding,
  analysis: Analysis,
): FindingBlock => ({
  kind: 'finding',
  title,
  text: joined([says, ...putAsideNote(analysis)], ' '),
  confidence,
});

function development(one: Asked): Given {
  const { analysis, block } = one;
  if (!isSeries(analysis)) return blocksOf({ kind: 'paragraph', text: onlyWhole });
  if (ofEvents(analysis) && isYearly(analysis)) {
    const { share, without, smaller, bands } = findsOf(analysis);
    const { advice } = trendsOf(one).joint;
    const findings = [share, without, smaller, bands, ...(advice ? [advice] : [])];
    return {
      blocks: [
        ...eventDevelopmentBlocks(analysis, [
          ...[bands, share, without, smaller],
          ...(advice ? [advice] : []),
        ]),
        ...putAsideNote(analysis).map((said): Block => ({ kind: 'paragraph', text: said })),
      ],
      findings,
    };
  }
  const { ports, joint, ask } = trendsOf(one);
  // Seizures may have moved between places: others are shown beside them, and never serve as their control.
  const beside = besideOf(block, analysis)
    .map((place) => neighbourPort(analysis, place))
    .filter(present)
    .map((port: NeighbourPort) => ({
      port,
      answer: ask(port.series),
      whole: port.whole && ask(port.whole),
    }));
  const largest = isYearly(analysis) ? largestOf(analysis) : [];
  return {
    blocks: [
      ...developmentBlocks(analysis, ports, joint, largest, beside),
      ...(isYearly(analysis) ? halfYearBlocks(analysis) : []),
    ],
    findings: [
      ...[...ports, ...beside].flatMap(({ answer }) => (answer.advice ? [answer.advice] : [])),
      ...largest,
    ],
  };
}

function trend(one: Asked): Given {
  const { analysis } = one;
  const main = mainPlace(analysis.totals);
  if (!isSeries(analysis)) return blocksOf({ kind: 'paragraph', text: onlyWhole });
  if (main === null) return blocksOf();
  const { ports, joint } = trendsOf(one);
  const own = ports.find(({ place }) => place === main)?.answer ?? joint;
  return blocksOf(
    trendFinding(analysis, main, own, { joint, figures: figuresOf(analysis.totals) }),
  );
}

const marked: Text = text(
  '{scope} (oefening)',
  '{scope} (exercice)',
  '{scope} (Übung)',
  '{scope} (exercise)',
  {
    scope: '{scope}',
  },
);

function total({ analysis }: Asked): Given {
  const { totals, synthetic, gathered } = analysis;
  const scope = scopeText(analysis.question);
  const caption = synthetic
    ? inEach((language) => marked[language].replace('{scope}', scope[language]))
    : scope;
  const ofFinds = gathered.conservation.filter((file) =>
    totals.some((one) => mayHoldAside(file, one)),
  );
  const rejected = ofFinds.reduce((sum, file) => sum + file.rejected, 0);
  return {
    ...blocksOf(
      yearlyTable(totals, whyOf(analysis), caption, analysis.picture.asOf, [
        ...(ofEvents(analysis) ? unreadNote(rejected) : []),
        ...overrideNotes(analysis),
        ...findsOnOtherBasis(analysis).map(({ says }) => says),
      ]),
    ),
    beside: besideTotals(analysis.result),
  };
}

/** What stands where a question has no answer: why, or what the picture holds of the place instead. */
export function unanswered(analysis: Analysis, problem: Text | null): Text {
  const { question, counted } = analysis;
  const when = heldWhen(question, analysis.records, analysis.picture.asOf);
  return (
    problem ?? joined([coloned(scopeText(question), nothingHeld(question, counted)), ...when], ' ')
  );
}

/** What a picture says of money. */
const moneyOf = ({ analysis, once }: Asked): MoneyAnalysis =>
  moneyOnce(analysis.gathered, () => analyseMoney(analysis, once));

/** What an answer on money reads beside the file of questions. */
type MoneyPart = 'questions' | 'reports' | 'hypotheses';

function money(
  given: (money: MoneyAnalysis, asked: Asked) => readonly Block[],
  part: MoneyPart = 'questions',
): AnswerBody {
  return {
    standsAlone: true,
    lacks: ({ gathered }) => {
      const { observations } = gathered;
      const asked = gathered.money?.(observations);
      if (!asked) return noMoney.questions;
      const isHeld: Readonly<Record<MoneyPart, boolean>> = {
        questions: asked.plan.questions.length + asked.sets.length > 0,
        reports: observations.some(({ metric }) => /^(?:str_|unusual_|fiu_)/u.test(metric)),
        hypotheses: asked.sets.length > 0,
      };
      return isHeld[part] ? null : noMoney[part];
    },
    answer: (one) => ({ blocks: given(moneyOf(one), one) }),
  };
}

const noMoney: Readonly<Record<MoneyPart, Lack>> = {
  questions: {
    says: text(
      'een bestand met vragen over geld',
      'un fichier de questions sur l’argent',
      'eine Datei mit Fragen zum Geld',
      'a file of questions about money',
    ),
    fill: text(
      'Noem het onder money in het beeldbestand, zoals money: money-questions.yaml, en bouw het beeld opnieuw.',
      'Nommez-le sous money dans le fichier du tableau, comme money: money-questions.yaml, puis reconstruisez-le.',
      'Nennen Sie sie unter money in der Lagebilddatei, etwa money: money-questions.yaml, und bauen Sie das Lagebild neu.',
      'Name it under money in the picture file, such as money: money-questions.yaml, and build the picture again.',
    ),
  },
  reports: {
    says: text(
      'cijfers van financiële-inlichtingeneenheden',
      'des chiffres de cellules de renseignement financier',
      'Zahlen von Finanzermittlungsstellen',
      'figures of financial intelligence units',
    ),
    fill: text(
      'Voeg de bronnen toe die ze publiceren, zoals fixtures/published/follow-the-money.picture.yaml ze noemt.',
      'Ajoutez les sources qui les publient, comme fixtures/published/follow-the-money.picture.yaml les nomme.',
      'Fügen Sie die Quellen hinzu, die sie veröffentlichen, wie fixtures/published/follow-the-money.picture.yaml sie nennt.',
      'Add the sources that publish them, as fixtures/published/follow-the-money.picture.yaml names them.',
    ),
  },
  hypotheses: {
    says: text(
      'een bestand met hypothesen',
      'un fichier d’hypothèses',
      'eine Datei mit Hypothesen',
      'a file of hypotheses',
    ),
    fill: text(
      'Noem het onder hypotheses in het beeldbestand, zoals hypotheses: [h1.yaml], en bouw het beeld opnieuw.',
      'Nommez-le sous hypotheses dans le fichier du tableau, comme hypotheses: [h1.yaml], puis reconstruisez-le.',
      'Nennen Sie sie unter hypotheses in der Lagebilddatei, etwa hypotheses: [h1.yaml], und bauen Sie das Lagebild neu.',
      'Name it under hypotheses in the picture file, such as hypotheses: [h1.yaml], and build the picture again.',
    ),
  },
};

/** Of figures of seized and confiscated assets, whatever else is asked of money. */
function ofAssets(answer: AnswerBody['answer']): AnswerBody {
  return {
    standsAlone: true,
    lacks: ({ gathered }) =>
      gathered.observations.some(({ metric }) => assetKind(metric) !== null) ? null : noAssets,
    answer,
  };
}

const noAssets: Lack = {
  says: text(
    'cijfers over in beslag genomen of geconfisqueerd vermogen',
    'des chiffres d’avoirs saisis ou confisqués',
    'Zahlen zu sichergestelltem oder eingezogenem Vermögen',
    'figures of assets seized or confiscated',
  ),
  fill: text(
    'Voeg ze toe, zoals fixtures/published/assets.picture.yaml doet.',
    'Ajoutez-les, comme le fait fixtures/published/assets.picture.yaml.',
    'Fügen Sie sie hinzu, wie es fixtures/published/assets.picture.yaml tut.',
    'Add them, as fixtures/published/assets.picture.yaml does.',
  ),
};

const noLaw: Lack = {
  says: text(
    'welke wegen naar confiscatie de wet van elk land heeft',
    'les voies de confiscation que prévoit la loi de chaque pays',
    'die Wege zur Einziehung im Recht jedes Landes',
    'the routes to confiscation that the law of each country has',
  ),
  fill: text(
    'Schrijf ze onder law in het beeldbestand, zoals fixtures/published/assets.picture.yaml.',
    'Écrivez-les sous law dans le fichier du tableau, comme fixtures/published/assets.picture.yaml.',
    'Schreiben Sie sie unter law in die Lagebilddatei, wie fixtures/published/assets.picture.yaml.',
    'Write them under law in the picture file, as fixtures/published/assets.picture.yaml does.',
  ),
};

const needsEvents = ({ gathered }: Analysis): Lack =>
  gathered.seizures.length > 0
    ? null
    : {
        says: text(
          'losse vangsten van wat is gevraagd',
          'des saisies une à une de ce qui est demandé',
          'einzelne Funde zu dem, was gefragt ist',
          'single finds of what is asked',
        ),
        fill: text(
          'Voeg de bestanden met vangsten toe, één bron per dienst.',
          'Ajoutez les fichiers de saisies, une source par service.',
          'Fügen Sie die Dateien mit Funden hinzu, eine Quelle je Behörde.',
          'Add the files of seizures, one source a service.',
        ),
      };

function fromEvents(answer: AnswerBody['answer']): AnswerBody {
  return { lacks: needsEvents, answer };
}

const ofBarriers = {
  standsAlone: true,
  lacks: ({ gathered }: Analysis): Lack =>
    (gathered.barriers ?? []).length > 0
      ? null
      : {
          says: text(
            'een barrièremodel',
            'un modèle de barrières',
            'ein Barrieremodell',
            'a barrier model',
          ),
          fill: text(
            'Noem het bestand onder barriers in het beeldbestand, zoals barriers: [barriers/post.yaml], en bouw het beeld opnieuw.',
            'Nommez le fichier sous barriers dans le fichier du tableau, comme barriers: [barriers/post.yaml], puis reconstruisez-le.',
            'Nennen Sie die Datei unter barriers in der Lagebilddatei, etwa barriers: [barriers/post.yaml], und bauen Sie das Lagebild neu.',
            'Name the file under barriers in the picture file, such as barriers: [barriers/post.yaml], and build the picture again.',
          ),
        },
};
/** Of the rows of a kind of sheet. */
const ofSheet = (kind: SheetName, answer: AnswerBody['answer']): AnswerBody => ({
  standsAlone: true,
  lacks: ({ gathered }) => (gathered.sheets?.[kind] ? null : sheetLack(kind)),
  answer,
});

const offTheMap: Text = text(
  'Deze plaats staat op geen kaart: alleen het beeld kent haar.',
  'Ce lieu n’est sur aucune carte : seul le tableau le connaît.',
  'Dieser Ort steht auf keiner Karte: Nur das Lagebild kennt ihn.',
  'This place is on no map: only the picture knows it.',
);
const noContradiction: Text = text(
  'Geen twee opgaven hierover spreken elkaar tegen.',
  'Aucune déclaration n’en contredit une autre à ce sujet.',
  'Keine zwei Angaben dazu widersprechen einander.',
  'No two claims about this contradict each other.',
);
const nothingBeside: Text = text(
  'Naast dit totaal staat geen ander cijfer.',
  'Aucun autre chiffre ne figure à côté de ce total.',
  'Neben dieser Summe steht keine andere Zahl.',
  'No other figure stands beside this total.',
);

const largestDecides: Text = text(
  'Eén vangst bepaalt het beeld',
  'Une seule saisie détermine le tableau',
  'Ein einziger Fund bestimmt das Bild',
  'One find makes the picture',
);

const largestOfAll: Text = text(
  'Het aandeel van de grootste vangst',
  'La part de la plus grande saisie',
  'Der Anteil des größten Fundes',
  'The share of the largest find',
);

/** How each answer is given. */
const bodies: Readonly<Record<Exclude<AnswerName, 'why'>, AnswerBody>> = {
  'best-known': {
    answer: ({ analysis }) => blocksOf(floorFinding(analysis, whyOf(analysis))),
  },
  completeness: { answer: ({ analysis }) => blocksOf(completenessFinding(analysis)) },
  contested: { answer: ({ analysis }) => blocksOf(contestedFinding(analysis)) },
  trend: { answer: trend },
  'other-basis': {
    answer: ({ analysis }) => blocksOf(passedThroughFinding(analysis.result.notAdded, analysis)),
  },
  total: { answer: total },
  members: { answer: ({ analysis }) => blocksOf(memberTable(analysis.result)) },
  coverage: { answer: ({ analysis }) => blocksOf(coverageBlock(analysis)) },
  contradictions: {
    standsAlone: true,
    answer: ({ analysis: { result } }) =>
      blocksOf(
        result.conflicts.length > 0
          ? conflictTable(result.conflicts, new Map(result.claims.map((one) => [one.id, one])))
          : { kind: 'paragraph', text: noContradiction },
      ),
  },
  'not-added': {
    standsAlone: true,
    answer: ({ analysis }) => {
      const { result } = analysis;
      const finds = findsOnOtherBasis(analysis);
      return blocksOf(
        result.notAdded.length > 0
          ? notAddedBlock(result.notAdded, result.claims, [result.question.substance])
          : null,
        ...finds.map(({ says }): Block => ({ kind: 'paragraph', text: says })),
        result.notAdded.length === 0 && finds.length === 0
          ? { kind: 'paragraph', text: nothingBeside }
          : null,
      );
    },
  },
  map: {
    standsAlone: true,
    answer: ({ analysis, block }) => {
      const { place } = analysis.question;
      const context = besideOf(block, analysis);
      // A place that only the picture knows has no place on a map.
      return blocksOf(
        place.split('+').every((code) => places.has(code))
          ? { kind: 'map', draw: (options) => portMap({ ...options, area: place, context }) }
          : { kind: 'paragraph', text: offTheMap },
      );
    },
  },
  places: {
    standsAlone: true,
    answer: ({ analysis, block }) =>
      blocksOf(placesTable(analysis, besideOf(block, analysis), block.notes ?? [])),
  },
  sources: {
    standsAlone: true,
    answer: ({ analysis, block: { of = {} } }) => ({
      blocks: sourcesBlocks(analysis, of),
      ...(of['programme'] === undefined && { annex: conflictsBeyond(analysis) }),
    }),
  },
  assessments: ofSheet('assessments', ({ analysis, block: { of = {} } }) => ({
    blocks: assessmentsBlocks(analysis, of, (one, total) => whyOf(one)(total)),
  })),
  listings: ofSheet('listings', ({ analysis, block: { of = {} } }) => listingsGiven(analysis, of)),
  measures: ofSheet('measures', ({ analysis, block: { of = {} } }) => ({
    blocks: measuresBlocks(analysis, of),
  })),
  'liaison-reports': ofSheet('reports', ({ analysis, block: { of = {} } }) => ({
    blocks: reportsBlocks(analysis, of),
  })),
  'best-practice': {
    standsAlone: true,
    answer: ({ analysis, block: { of = {} } }) => ({
      blocks: bestPracticeBlocks(analysis, of, whyOf(analysis)),
    }),
  },
  traffic: { standsAlone: true, answer: ({ analysis }) => ({ blocks: flowsBlocks(analysis) }) },
  sizes: {
    answer: ({ analysis }) => ({
      blocks: [
        ...(ofEvents(analysis) ? [] : sizeBlocks(analysis)),
        ...(analysis.result.of === 'claims' ? [] : eventSizeBlocks(analysis)),
      ],
    }),
  },
  development: { answer: development },
  chain: { standsAlone: true, answer: ({ analysis }) => ({ blocks: chainBlocks(analysis) }) },
  rate: {
    standsAlone: true,
    answer: ({ analysis, block }) => ({ blocks: rateBlocks(analysis, block.of ?? {}) }),
  },
  'rate-in-short': {
    standsAlone: true,
    answer: ({ analysis, block }) => ({ blocks: rateFindings(analysis, block.of ?? {}) }),
  },
  'effort-and-yield': {
    standsAlone: true,
    answer: ({ analysis, block }) => ({ blocks: effortBlocks(analysis, block.of ?? {}) }),
  },
  ratio: {
    standsAlone: true,
    answer: ({ analysis, block }) => ({ blocks: ratioBlocks(analysis, block.of ?? {}) }),
  },
  'ratio-in-short': {
    standsAlone: true,
    answer: ({ analysis, block }) => ({ blocks: ratioFindings(analysis, block.of ?? {}) }),
  },
  wastewater: {
    standsAlone: true,
    answer: ({ analysis, block }) => ({ blocks: wastewaterBlocks(analysis, block.of ?? {}) }),
  },
  'wastewater-in-short': {
    standsAlone: true,
    answer: ({ analysis, block }) => ({ blocks: wastewaterFindings(analysis, block.of ?? {}) }),
  },
  'counting-rules': {
    standsAlone: true,
    answer: ({ analysis, block }) => ({ blocks: countingRuleBlocks(analysis, block.of ?? {}) }),
  },
  'counting-rules-in-short': {
    standsAlone: true,
    answer: ({ analysis, block }) => ({ blocks: countingRuleFindings(analysis, block.of ?? {}) }),
  },
  decisions: {
    standsAlone: true,
    answer: ({ analysis, block }) => ({ blocks: decisionsBlocks(analysis, block.of ?? {}) }),
  },
  'double-reports': fromEvents(({ analysis }) => ({
    blocks: [doubleFinding(analysis), ...alikeTable(analysis)],
  })),
  'double-counts': fromEvents(({ analysis }) => ({ blocks: doubleCountBlocks(analysis) })),
  stakes: fromEvents(({ analysis }) => ({ blocks: stakeBlocks(analysis) })),
  'largest-find': fromEvents(({ analysis }) =>
    blocksOf(
      sayingOf(
        findsOf(analysis).share.details.verdict === 'dominant' ? largestDecides : largestOfAll,
        findsOf(analysis).share,
        analysis,
      ),
    ),
  ),
  'without-largest': fromEvents(({ analysis }) =>
    blocksOf(
      sayingOf(
        text(
          'De trend zonder de grootste vangst',
          'La tendance sans la plus grande saisie',
          'Der Trend ohne den größten Fund',
          'The trend without the largest find',
        ),
        findsOf(analysis).without,
        analysis,
      ),
    ),
  ),
  'smaller-finds': fromEvents(({ analysis }) =>
    blocksOf(
      sayingOf(
        text(
          'Kleiner en vaker?',
          'Plus petites et plus fréquentes ?',
          'Kleiner und häufiger?',
          'Smaller and more often?',
        ),
        findsOf(analysis).smaller,
        analysis,
      ),
    ),
  ),
  lateness: fromEvents(({ analysis }) => latenessGiven(analysis)),
  'money-findings': {
    ...money(moneyFindings),
    answer: (one) => {
      const found = moneyOf(one);
      const { answers, indices, shares, assets, sets } = found;
      return {
        blocks: moneyFindings(found),
        asks: pictureQuestion(answers),
        tables: moneyTables(found),
        findings: [
          ...answers.flatMap(({ answer }) => [
            answer.value,
            answer.revenue,
            ...(answer.retail ? [answer.retail] : []),
          ]),
          ...indices,
          ...[shares.drugs, shares.online, shares.cash, shares.crypto].flat(),
          ...assets,
          ...sets.map(({ weighed }) => weighed),
        ],
      };
    },
  },
  'money-frame': money(questionBlocks),
  'money-inputs': money((found, { analysis }) => inputsBlocks(analysis, found)),
  value: money(valueBlocks),
  intelligence: money(intelligenceBlocks, 'reports'),
  assets: ofAssets(({ analysis, block }) => ({ blocks: recoveryBlocks(analysis, block.of) })),
  'assets-in-short': ofAssets(({ analysis, block }) => ({
    blocks: recoveryFindings(analysis, block.of),
  })),
  'confiscation-routes': {
    standsAlone: true,
    lacks: ({ picture: { law = [] } }) => (law.length > 0 ? null : noLaw),
    answer: ({ analysis }) => ({ blocks: routesBlocks(analysis) }),
  },
  'confiscation-statistics': ofAssets(({ analysis }) => statisticsGiven(analysis)),
  hypotheses: money(hypothesesBlocks, 'hypotheses'),
  gaps: money(gapsBlocks),
  requests: {
    standsAlone: true,
    answer: ({ analysis, block }) => ({ blocks: requestBlocks(analysis, block.of ?? {}) }),
  },
  published: {
    standsAlone: true,
    answer: ({ analysis, block }) => ({
      blocks: publishedBlocks(analysis, block.of ?? {}, 'figures'),
    }),
  },
  'single-finds': {
    standsAlone: true,
    answer: ({ analysis, block }) => ({
      blocks: publishedBlocks(analysis, block.of ?? {}, 'finds'),
    }),
  },
  displacement: {
    answer: ({ analysis, block }) => {
      const main = mainPlace(analysis.totals);
      if (main === null || !isYearly(analysis))
        return blocksOf({ kind: 'paragraph', text: onlyYears });
      return { blocks: displacementBlocks(analysis, main, besideOf(block, analysis)) };
    },
  },
  safeguards: money(safeguardsBlocks),
  barriers: {
    ...ofBarriers,
    answer: ({ analysis, block }) => ({ blocks: barriersBlocks(analysis, block.of ?? {}) }),
  },
  'barriers-in-short': {
    ...ofBarriers,
    answer: ({ analysis, block }) => ({ blocks: barrierFindings(analysis, block.of ?? {}) }),
  },
  priorities: {
    standsAlone: true,
    lacks: ({ gathered }) =>
      gathered.priorities
        ? null
        : {
            says: text(
              'oordelen over fenomenen',
              'des évaluations de phénomènes',
              'Urteile über Phänomene',
              'judgements on phenomena',
            ),
            fill: text(
              'Noem het bestand onder priorities in het beeldbestand, zoals priorities: priorities.yaml, en bouw het beeld opnieuw.',
              'Nommez le fichier sous priorities dans le fichier du tableau, comme priorities: priorities.yaml, puis reconstruisez-le.',
              'Nennen Sie die Datei unter priorities in der Lagebilddatei, etwa priorities: priorities.yaml, und bauen Sie das Lagebild neu.',
              'Name the file under priorities in the picture file, such as priorities: priorities.yaml, and build the picture again.',
            ),
          },
    answer: ({ analysis }) => ({ blocks: prioritiesBlocks(analysis) }),
  },
};

/** Whether anything at all is known of a question: a figure, or a bound that somebody published. */
export const isAnswered = ({ settled }: Pick<Answered, 'settled'>): boolean =>
  settled.totals.some(({ status, ceilings }) => status !== 'none' || ceilings.length > 0);

/** Whether an answer can be given where no question of the picture is answered. */
export const standsAlone = (name: string): boolean =>
  ownValue(bodies as Readonly<Record<string, AnswerBody>>, name)?.standsAlone ?? false;

/** What an answer to one question gives: blocks, or why there are none. */
export type Giving =
  | { readonly kind: 'given'; readonly given: Given }
  | { readonly kind: 'unanswered'; readonly says: Text };

/**
 * One answer to one question of an analysis.
 *
 * @throws UsageError where there is no such answer
 * @throws RefusalError where the picture lacks what the answer needs; it says what would fill it
 */
export function give(analysis: Analysis, block: ReportBlock, about: Answered, once: Once): Giving {
  const name = block.answer ?? '';
  const { lacks, answer } = bodyOf(name);
  const own = about === analysis.answers[0] ? analysis : aboutAnswer(analysis, about);
  if (!standsAlone(name) && !isAnswered(about))
    return { kind: 'unanswered', says: unanswered(own, about.problem) };
  const lack = lacks?.(own) ?? null;
  if (lack !== null) throw lacking(name, lack, analysis.picture.picture);
  const given = answer({ analysis: own, block, once });
  return { kind: 'given', given: { ...given, blocks: framed(given.blocks, own, block) } };
}

/** Blocks with each finding under the frames of cooperation of the sources that it rests on, and those that its block names. */
function framed(
  blocks: readonly Block[],
  analysis: Analysis,
  { answer, of = {}, programme = [] }: ReportBlock,
): readonly Block[] {
  if (!blocks.some(({ kind }) => kind === 'finding')) return blocks;
  const written = analysis.picture.written ?? ((name: string) => name);
  const named = programme.map((word) => codeIn(programmes, word, written('programme')));
  const held = analysis.gathered.sources.filter(({ source }) => source.programmes !== undefined);
  // What an answer of the whole picture reads is what it names; a question has its own claims and records.
  const { place, substance, basis, metric, from, to } = of;
  const rows =
    held.length === 0
      ? []
      : isOfPicture(answer)
        ? recordsAsked(analysis, { place, substance, basis, metric, from, to })
        : [...analysis.result.claims.flatMap((claim) => claim.rows), ...analysis.gathered.seizures];
  const rests = new Set(rows.map(({ source }) => source));
  const all = new Set([
    ...named,
    ...held.flatMap(({ id, source }) => (rests.has(id) ? (source.programmes ?? []) : [])),
  ]);
  if (all.size === 0) return blocks;
  const own = [...all].sort();
  return blocks.map((block) => (block.kind === 'finding' ? { ...block, programmes: own } : block));
}

const isOfPicture = (answer: string | undefined): boolean =>
  cardsOfAll.some(({ name, about }) => name === answer && about === 'picture');

function lacking(name: string, { says, fill }: NonNullable<Lack>, picture: string): RefusalError {
  const told = text(
    'Voor het antwoord {name} is nodig: {says}; {picture} heeft het niet. {fill}',
    'La réponse {name} demande {says}, et {picture} n’en contient pas. {fill}',
    'Die Antwort {name} braucht {says}, und {picture} enthält das nicht. {fill}',
    'The answer {name} needs {says}, and the inputs of {picture} hold none. {fill}',
    { name, says, picture, fill },
  );
  return new RefusalError(told, { dimension: 'inputs', remedy: '' });
}

function bodyOf(name: string): AnswerBody {
  const found = ownValue(bodies as Readonly<Record<string, AnswerBody>>, name);
  if (found) return found;
  throw wrongAnswer(name);
}
