import {
  type HypothesisSet,
  type ObservedPrices,
  observedPrices,
  type PublishedAssets,
  publishedAssets,
  type ReportingIndex,
  type ReportingShare,
  reportingIndices,
  reportingShares,
  type WeighedHypotheses,
  weighHypotheses,
} from '@samenbeeld/money';
import {
  assetKind,
  expectedFound,
  foundNone,
  InputError,
  type Observation,
} from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { anew, type LookedUp, type MoneyPlan, type Once } from '../held.ts';
import { text } from '../text.ts';
import { type AnsweredQuestion, answerQuestion } from './answer-question.ts';
import { numbersOf } from './question-numbers.ts';
import { type ResolvedQuestion, resolveQuestion } from './resolve-question.ts';

const metrics: ReadonlySet<string> = new Set([
  'str_reports',
  'str_transactions',
  'unusual_transactions',
  'fiu_files',
  'fiu_value',
]);

/**
 * Figures of financial intelligence units, one source a country: its own where the picture has it, since that one says how it
 * counts; else what was transcribed from press.
 */
function intelligenceFigures({ gathered }: Analysis): readonly Observation[] {
  const rows = gathered.observations.filter(
    ({ metric, extent }) => metrics.has(metric) && extent === 'whole',
  );
  const own = new Map(
    gathered.sources.map(({ id, source }) => [
      id,
      source.kind === 'claim_sheet' ? null : source.country,
    ]),
  );
  const covered = new Set(
    rows.filter((row) => own.get(row.source) === row.place).map(({ place }) => place),
  );
  return rows.filter((row) => !covered.has(row.place) || own.get(row.source) === row.place);
}

/** What was transcribed of them, with the predicate offences and reporters that national sheets leave out. */
function transcribedFigures({ gathered }: Analysis): readonly Observation[] {
  const sheets = new Set(
    gathered.sources.filter(({ source }) => source.kind === 'claim_sheet').map(({ id }) => id),
  );
  return gathered.observations.filter(
    ({ metric, extent, source }) => metrics.has(metric) && extent === 'whole' && sheets.has(source),
  );
}

/** A question with its numbers and its answers. */
export interface MoneyAnswer {
  readonly question: ResolvedQuestion;
  readonly answer: AnsweredQuestion;
}

/** A set of rival explanations, weighed, with the cells behind each piece of evidence. */
export interface WeighedSet {
  readonly file: string;
  readonly set: HypothesisSet;
  readonly weighed: WeighedHypotheses;
  readonly evidence: ReadonlyMap<string, readonly LookedUp[]>;
}

/** Everything that a picture of money says. */
export interface MoneyAnalysis {
  readonly plan: MoneyPlan;
  readonly answers: readonly MoneyAnswer[];
  readonly prices: ObservedPrices;
  readonly indices: readonly ReportingIndex[];
  readonly shares: {
    readonly drugs: readonly ReportingShare[];
    readonly online: readonly ReportingShare[];
    readonly cash: readonly ReportingShare[];
    readonly crypto: readonly ReportingShare[];
  };
  readonly assets: readonly PublishedAssets[];
  readonly sets: readonly WeighedSet[];
}

const online = text(
  'uit elektronische handel',
  'du commerce électronique',
  'aus elektronischem Handel',
  'from electronic commerce',
);

/** Works out everything that a picture of money says from its inputs, its questions and its hypotheses. */
export function analyseMoney(analysis: Analysis, once: Once = anew): MoneyAnalysis {
  const { picture, gathered, breaks } = analysis;
  const { observations } = gathered;
  const asked = gathered.money?.(observations);
  if (!asked)
    throw new InputError(
      expectedFound(
        text(
          'het bestand met vragen over geld',
          'le fichier de questions sur l’argent',
          'die Datei mit Fragen zu Geld',
          'the file of questions about money',
        ),
        foundNone,
      ),
      {
        place: { file: `${picture.picture}.picture.yaml` },
        repair: text(
          'noem het onder money, zoals `money: money-questions.yaml`',
          'nommez-le sous money, comme `money: money-questions.yaml`',
          'sie unter money nennen, etwa `money: money-questions.yaml`',
          'name it under money, such as `money: money-questions.yaml`',
        ),
      },
    );
  const { file, plan } = asked;
  const titles = new Map(gathered.sources.map(({ source: { id, title } }) => [id, title] as const));
  const observed = observedPrices(observations.filter(({ metric }) => metric === 'price'));
  // A price without a publication of its own stands in its source, which a reader knows by its title.
  const prices = {
    ...observed,
    prices: observed.prices.map((price) => {
      const sourceWords = titles.get(price.source);
      return sourceWords ? { ...price, sourceWords } : price;
    }),
  };
  const definitions = gathered.sources.flatMap((source) => source.definitions);
  // A stock is of a day and has no place in a series of periods.
  const assets = observations.filter(
    ({ metric, extent, unit }) =>
      ![null, 'stock'].includes(assetKind(metric)) && extent === 'whole' && unit === 'EUR',
  );
  const seized = assets.filter(({ metric }) => metric === 'assets_seized');
  const transcribed = transcribedFigures(analysis);
  return {
    plan,
    prices,
    answers: plan.questions.map((planned) => {
      const question = resolveQuestion(planned, { analysis, plan, prices: prices.prices, file });
      const numbers = numbersOf(question);
      const { seed } = picture;
      const answer = once('money', [numbers, seed], () => answerQuestion(numbers, { seed }));
      return { question, answer };
    }),
    indices: reportingIndices(intelligenceFigures(analysis), { breaks, definitions }),
    shares: {
      drugs: reportingShares(transcribed, { parts: ['DRUGS'] }),
      online: reportingShares(intelligenceFigures(analysis), {
        parts: ['STRE', 'SARE'],
        label: online,
      }),
      cash: reportingShares(seized, { parts: ['CASH'] }),
      crypto: reportingShares(seized, { parts: ['CRYPTO'] }),
    },
    assets: publishedAssets(
      assets.filter(({ nationalCode }) => nationalCode === null),
      { breaks },
    ),
    sets: asked.sets.map((one): WeighedSet => ({ ...one, weighed: weighHypotheses(one.set) })),
  };
}
