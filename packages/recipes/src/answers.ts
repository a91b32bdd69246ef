import { portMap } from '@samenbeeld/charts';
import type { Block, FindingBlock } from '@samenbeeld/report';
import { type Finding, inEach, type JointTotal, type Text } from '@samenbeeld/schema';
import type { PictureRows } from '@samenbeeld/store';
import { largestShare, leaveLargestOut } from '@samenbeeld/trends';
import type { Analysis } from './analysis.ts';
import { chainBlocks } from './document/chain-chapter.ts';
import { completenessFinding } from './document/completeness-finding.ts';
import { contestedFinding } from './document/contested-finding.ts';
import { decisionsBlocks } from './document/decisions-chapter.ts';
import { developmentBlocks } from './document/development-chapter.ts';
import { doubleCountBlocks } from './document/double-count-chapter.ts';
import { doubleFinding } from './document/double-reports.ts';
import { eventDevelopmentBlocks } from './document/event-development-chapter.ts';
import { eventFindings } from './document/event-findings.ts';
import { eventSizeBlocks } from './document/event-size-chapter.ts';
import { floorFinding } from './document/floor-finding.ts';
import { flowsBlocks } from './document/flows-chapter.ts';
import { gapsBlocks } from './document/money/gaps-chapter.ts';
import { hypothesesBlocks } from './document/money/hypotheses-chapter.ts';
import { inputsBlocks } from './document/money/inputs-chapter.ts';
import { intelligenceBlocks } from './document/money/intelligence-chapter.ts';
import { moneyFindings } from './document/money/money-findings.ts';
import { pictureQuestion } from './document/money/picture-question.ts';
import { questionBlocks } from './document/money/question-chapter.ts';
import { recoveryBlocks } from './document/money/recovery-chapter.ts';
import { safeguardsBlocks } from './document/money/safeguards-chapter.ts';
import { valueBlocks } from './document/money/value-chapter.ts';
import { type NeighbourPort, neighbourPort } from './document/neighbour-port.ts';
import { overrideNotes } from './document/overrides.ts';
import { passedThroughFinding } from './document/passed-through-finding.ts';
import { placesTable } from './document/places-table.ts';
import {
  askTrend,
  breaksOf,
  guardedSeries,
  jointSeries,
  portSeries,
  type TrendAnswer,
} from './document/port-trend.ts';
import { sizeBlocks } from './document/size-chapter.ts';
import { sourcesBlocks } from './document/sources-chapter.ts';
import { coloned, isYear, scopeText, text } from './document/text.ts';
import { stakeFinding } from './document/total-ranges.ts';
import { trendFinding } from './document/trend-finding.ts';
import { whyClaims } from './document/why-claims.ts';
import { whyEvents } from './document/why-events.ts';
import { unreadNote, type WhyOf, yearlyTable } from './document/yearly-table.ts';
import { analyseMoney, type MoneyAnalysis } from './money/money-analysis.ts';
import { moneyTables } from './money/money-tables.ts';
import type { ReportBlock } from './picture-file.ts';
import { codeOf } from './questions.ts';
import type { Once } from './step-cache.ts';
import { nothingHeld } from './unanswered.ts';

/** What an answer reads: the analysis as its question sees it, and what its block says. */
export interface Asked {
  readonly analysis: Analysis;
  readonly block: ReportBlock;
  readonly once: Once;
}

/** What an answer gives: blocks of a report, the findings they rest on, and tables of its own. */
export interface Given {
  readonly blocks: readonly Block[];
  readonly findings?: readonly Finding[];
  readonly tables?: readonly PictureRows[];
  /** What the report asks, where its file does not say. */
  readonly asks?: Text;
}

/** What an answer cannot do without, in words; null where the picture has it. */
export type Lack = { readonly says: string; readonly fill: string } | null;

/** One thing that a report can say of a question. */
export interface ReportAnswer {
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
function besideOf({ beside = [] }: ReportBlock): readonly string[] {
  return beside.map((word) => codeOf(word, 'place', { rows: [], written: (name) => name }));
}

const ofEvents = ({ result }: Analysis): boolean => result.of === 'events';

function whyOf({ gathered, result, decisions, picture, question }: Analysis): WhyOf {
  return (total) =>
    total.method
      ? whyEvents(gathered.seizures, total, { picture: picture.picture, question })
      : whyClaims(result, total, decisions, picture);
}

/** The place with the most annual figures, whose trend is asked. */
function mainPlace(totals: readonly JointTotal[]): string | null {
  const counts = (totals[0]?.members ?? []).map(({ place }) => ({
    place,
    years: totals.filter(({ members }) =>
      members.some(
        (entry) =>
          entry.place === place && (entry.state === 'reported' || entry.state === 'undecided'),
      ),
    ).length,
  }));
  const [first, ...others] = counts;
  if (!first) return null;
  return others.reduce((best, count) => (count.years > best.years ? count : best), first).place;
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
  const { totals, inForce } = analysis;
  return trendsOnce(totals, () => {
    const breaks = breaksOf(analysis);
    const overrides = [...inForce.values()].filter(({ kind }) => kind === 'override');
    const ask: Trends['ask'] = (series) => askTrend(series, breaks, overrides, once);
    return {
      ask,
      ports: (totals[0]?.members ?? []).map(({ place }) => ({
        place,
        answer: ask(guardedSeries(analysis, portSeries(totals, place), place)),
      })),
      joint: ask(guardedSeries(analysis, jointSeries(totals))),
    };
  });
}

const isYearly = ({ totals }: Analysis): boolean => totals.every(isYear);

const onlyYears: Text = text(
  'Een trend wordt over hele jaren gevraagd.',
  'Une tendance se demande sur des années entières.',
  'Ein Trend wird über ganze Jahre erfragt.',
  'A trend is asked over whole years.',
);

function largestOf({ totals, question }: Analysis): readonly Finding[] {
  const annual = totals.map(({ period, reported: { likely } }) => ({
    period,
    value: typeof likely === 'number' ? likely : null,
  }));
  const about = { subject: question.place, unit: question.unit };
  return [largestShare({ annual }, about), leaveLargestOut({ annual }, about)];
}

const sayingOf = (title: Text, { says, confidence }: Finding): FindingBlock => ({
  kind: 'finding',
  title,
  text: says,
  confidence,
});

function development(one: Asked): Given {
  const { analysis, block } = one;
  if (!isYearly(analysis)) return blocksOf({ kind: 'paragraph', text: onlyYears });
  if (ofEvents(analysis)) {
    const { share, without, smaller, bands } = findsOf(analysis);
    const { advice } = trendsOf(one).joint;
    const findings = [share, without, smaller, bands, ...(advice ? [advice] : [])];
    return {
      blocks: eventDevelopmentBlocks(analysis, [
        ...[bands, share, without, smaller],
        ...(advice ? [advice] : []),
      ]),
      findings,
    };
  }
  const { ports, joint, ask } = trendsOf(one);
  // Seizures may have moved between places: others are shown beside them, and never serve as their control.
  const beside = besideOf(block)
    .map((place) => neighbourPort(analysis, place))
    .filter(present)
    .map((port: NeighbourPort) => ({ port, answer: ask(port.series) }));
  const largest = largestOf(analysis);
  return {
    blocks: developmentBlocks(analysis, ports, joint, largest, beside),
    findings: [
      ...[...ports, ...beside].flatMap(({ answer }) => (answer.advice ? [answer.advice] : [])),
      ...largest,
    ],
  };
}

function trend(one: Asked): Given {
  const { analysis } = one;
  const main = mainPlace(analysis.totals);
  if (main === null || !isYearly(analysis)) return blocksOf();
  const { ports, joint } = trendsOf(one);
  const own = ports.find(({ place }) => place === main)?.answer ?? joint;
  return blocksOf(trendFinding(analysis, main, own, joint));
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
  const rejected = gathered.conservation.reduce((sum, file) => sum + file.rejected, 0);
  return blocksOf(
    yearlyTable(totals, whyOf(analysis), caption, [
      ...(ofEvents(analysis) ? unreadNote(rejected) : []),
      ...overrideNotes(analysis),
    ]),
  );
}

/** What stands where a question has no answer: why, or what the picture holds of the place instead. */
export function unanswered({ question, counted }: Analysis, problem: Text | null): Text {
  return problem ?? coloned(scopeText(question), nothingHeld(question, counted));
}

/** What a picture says of money. */
const moneyOf = ({ analysis, once }: Asked): MoneyAnalysis =>
  moneyOnce(analysis.gathered, () => analyseMoney(analysis, once));

function money(given: (money: MoneyAnalysis, asked: Asked) => readonly Block[]): ReportAnswer {
  return {
    standsAlone: true,
    lacks: ({ gathered }) =>
      gathered.observations.some(({ metric }) => /^(?:str_|unusual_|fiu_|assets_)/u.test(metric))
        ? null
        : {
            says: 'figures of financial intelligence units, or of assets seized',
            fill: 'Add the sources that publish them, as fixtures/published/follow-the-money.picture.yaml names them.',
          },
    answer: (one) => ({ blocks: given(moneyOf(one), one) }),
  };
}

const needsEvents = ({ gathered }: Analysis): Lack =>
  gathered.seizures.length > 0
    ? null
    : {
        says: 'single finds',
        fill: 'Add the files of seizures, one source a service; `node scripts/make-exercise.mjs` makes those of the exercise.',
      };

function fromEvents(answer: ReportAnswer['answer']): ReportAnswer {
  return { lacks: needsEvents, answer };
}

/** Everything that a report can say, by the name that picture files call it by. */
export const reportAnswers: Readonly<Record<string, ReportAnswer>> = {
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
  map: {
    standsAlone: true,
    answer: ({ analysis, block }) =>
      blocksOf({
        kind: 'map',
        draw: (options) =>
          portMap({ ...options, area: analysis.question.place, context: besideOf(block) }),
      }),
  },
  places: {
    standsAlone: true,
    answer: ({ analysis, block }) =>
      blocksOf(placesTable(analysis, besideOf(block), block.notes ?? [])),
  },
  sources: { standsAlone: true, answer: ({ analysis }) => ({ blocks: sourcesBlocks(analysis) }) },
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
  decisions: {
    standsAlone: true,
    answer: ({ analysis }) => ({ blocks: decisionsBlocks(analysis) }),
  },
  'double-reports': fromEvents(({ analysis }) => blocksOf(doubleFinding(analysis))),
  'double-counts': fromEvents(({ analysis }) => ({ blocks: doubleCountBlocks(analysis) })),
  stakes: fromEvents(({ analysis }) => blocksOf(stakeFinding(analysis))),
  'largest-find': fromEvents(({ analysis }) =>
    blocksOf(
      sayingOf(
        text(
          'Eén vangst kan het beeld bepalen',
          'Une seule saisie peut déterminer le tableau',
          'Ein einziger Fund kann das Bild bestimmen',
          'One find can make the picture',
        ),
        findsOf(analysis).share,
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
      ),
    ),
  ),
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
  intelligence: money(intelligenceBlocks),
  assets: money(recoveryBlocks),
  hypotheses: money(hypothesesBlocks),
  gaps: money(gapsBlocks),
  safeguards: money(safeguardsBlocks),
};
