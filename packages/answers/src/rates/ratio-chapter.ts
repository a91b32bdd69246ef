import { type RateRow, rateChart } from '@samenbeeld/charts';
import { type Claim, usualBasis } from '@samenbeeld/merge';
import type { Block, Figure, FindingBlock, TableBlock } from '@samenbeeld/page';
import {
  bases,
  formatNumber,
  inEach,
  listed,
  metrics,
  type Observation,
  placeContains,
  substances,
  type Text,
  wrongUse,
} from '@samenbeeld/schema';
import { type Analysis, claimsAmong } from '../analysis.ts';
import { daysAsked } from '../asked-rows.ts';
import {
  agencyOf,
  codeOf,
  onlyValue,
  type QuestionWords,
  type Written,
  wordsGiven,
} from '../questions.ts';
import { claimTable } from '../sources/claim-table.ts';
import { claimText, sourceText } from '../sources/claim-text.ts';
import {
  between,
  capitalised,
  coloned,
  column,
  dated,
  joined,
  labelled,
  none,
  patterned,
  placeText,
  text,
  unitText,
  worded,
} from '../text.ts';
import { evidenceOf } from '../why/evidence.ts';
import { sameDays, samePage, standing } from './standing-claims.ts';

/** One figure over another that stands in another place, both of one drug, in kilograms. */
interface RatioQuestion {
  readonly place: string;
  /** null where the picture holds no amount on the basis. */
  readonly substance: string | null;
  readonly basis: string;
  /** Where the figures below the line stand; each by itself, for it is another scope. */
  readonly over: readonly string[];
  /** Whose seizures stand below the line; everybody's where none is named. */
  readonly agencies: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
}

/** Two claims of one period. */
interface RatioPair {
  readonly above: Claim;
  readonly below: Claim;
}

/** What is held of one period: pairs, and what their words and contradictions leave open. */
interface RatioPeriod {
  readonly start: string;
  readonly end: string;
  readonly pairs: readonly RatioPair[];
  /** The ratio of the printed numbers, lowest to highest of what is claimed. */
  readonly printed: { readonly low: number; readonly high: number };
  /** What the words leave open; null where an end is open. */
  readonly low: number | null;
  readonly high: number | null;
}

interface RatioScope {
  readonly over: string;
  readonly basis: string;
  readonly periods: readonly RatioPeriod[];
  /** Claims on either side without one of the same period on the other. */
  readonly alone: readonly Claim[];
}

/** Claims of whole figures, of which those stand that no other claim of the same services says more exactly. */
function wholeClaims({ gathered }: Analysis, is: (row: Observation) => boolean): readonly Claim[] {
  const claims = claimsAmong(gathered, gathered.observations.filter(is), {
    metric: 'quantity',
    unit: 'kg',
  }).filter(({ extent }) => extent === 'whole');
  const services = [...new Set(claims.map(({ agencies }) => agencies.join('+')))];
  return services.flatMap((own) =>
    standing(claims.filter(({ agencies }) => agencies.join('+') === own)),
  );
}

/** Figures of one period are paired with those of their own publication, else with every one of that period. */
function periodsOf(above: readonly Claim[], below: readonly Claim[]): readonly RatioPeriod[] {
  const pairs = above.flatMap((one) => {
    const alike = below.filter((other) => sameDays(one, other));
    const own = alike.filter((other) => samePage(one, other));
    return (own.length > 0 ? own : alike)
      .filter(({ value }) => value > 0)
      .map((other): RatioPair => ({ above: one, below: other }));
  });
  const spans = [...new Set(pairs.map(({ above: one }) => `${one.periodStart}/${one.periodEnd}`))];
  const byEnd = (span: string): string => span.split('/').toReversed().join('/');
  return spans
    .sort((a, b) => (byEnd(a) < byEnd(b) ? -1 : 1))
    .map((span) => {
      const [start = '', end = ''] = span.split('/');
      const own = pairs.filter(
        ({ above: one }) => one.periodStart === start && one.periodEnd === end,
      );
      const printed = own.map((pair) => pair.above.value / pair.below.value);
      const lows = own.map((pair) =>
        pair.below.interval.high === null
          ? null
          : pair.above.interval.low / pair.below.interval.high,
      );
      const highs = own.map((pair) =>
        pair.above.interval.high === null || pair.below.interval.low === 0
          ? null
          : pair.above.interval.high / pair.below.interval.low,
      );
      return {
        ...{ start, end, pairs: own },
        printed: { low: Math.min(...printed), high: Math.max(...printed) },
        low: lows.some((one) => one === null) ? null : Math.min(...(lows as number[])),
        high: highs.some((one) => one === null) ? null : Math.max(...(highs as number[])),
      };
    });
}

/** The one drug that a place has figures of on a basis; where there are several, one must be named. */
function onlyDrug(
  counted: Analysis['counted'],
  {
    place,
    basis,
    written,
  }: { readonly place: string; readonly basis: string; readonly written: Written },
): string | null {
  const all = counted.filter((row) => row.basis === basis && row.metric === 'quantity');
  if (all.length === 0) return null;
  const own = all.filter((row) => row.place === place);
  return onlyValue(own.length > 0 ? own : all, 'substance', place, written);
}

/** What an answer about a ratio is told, in codes; what was bound for a country over what it seized, unless said otherwise. */
function ratioQuestion(
  words: QuestionWords,
  { counted, picture: { written = (name) => name } }: Analysis,
): RatioQuestion {
  const first = (key: string): string | undefined => wordsGiven(words[key])[0];
  const code = (key: 'substance' | 'basis'): string | null => {
    const word = first(key);
    return word === undefined ? null : codeOf(word, key, { rows: counted, written });
  };
  const placeOf = (word: string, key: string): string =>
    codeOf(word, 'place', { rows: counted, written: () => written(key) });
  const named = first('place');
  if (named === undefined)
    throw wrongUse(
      'Noem met {place} een land of haven, en met {over} waardoor wordt gedeeld.',
      'Nommez avec {place} un pays ou un port, et avec {over} par quoi diviser.',
      'Nennen Sie mit {place} ein Land oder einen Hafen und mit {over}, wodurch geteilt wird.',
      'Name a country or a port with {place}, and with {over} what it is divided by.',
      { place: written('place'), over: written('over') },
    );
  const place = placeOf(named, 'place');
  const over = wordsGiven(words['over']).map((word) => placeOf(word, 'over'));
  const basis = code('basis') ?? 'destined_for_country';
  const homes = over.length > 0 ? over : [place];
  if (homes.some((home) => home === place && usualBasis(home) === basis))
    throw wrongUse(
      'Een cijfer gedeeld door zichzelf zegt niets: noem met {option} een andere plaats, of een andere grondslag.',
      'Un chiffre divisé par lui-même ne dit rien : nommez avec {option} un autre lieu, ou une autre base.',
      'Eine Zahl geteilt durch sich selbst sagt nichts: Nennen Sie mit {option} einen anderen Ort oder eine andere Grundlage.',
      'A figure divided by itself says nothing: name another place with {option}, or another basis.',
      { option: written('over') },
    );
  return {
    place,
    substance: code('substance') ?? onlyDrug(counted, { place, basis, written }),
    basis,
    over: homes,
    agencies: wordsGiven(words['agency'])
      .flatMap((word) => word.split('+'))
      .map((word) => agencyOf(word.trim(), written)),
    ...daysAsked(words),
  };
}

/** The ratios of a picture, for each scope below the line. */
function ratioScopes(analysis: Analysis, question: RatioQuestion): readonly RatioScope[] {
  const { place, substance, basis, over, agencies, from, to } = question;
  const isWithin = ({ periodStart, periodEnd }: Observation): boolean =>
    (from === null || periodStart >= from) && (to === null || periodEnd <= to);
  const isOfDrug = (row: Observation): boolean =>
    row.metric === 'quantity' && row.substance === substance && isWithin(row);
  const above = wholeClaims(
    analysis,
    (row) => isOfDrug(row) && row.place === place && row.basis === basis,
  );
  return over.map((home) => {
    const homeBasis = usualBasis(home);
    const below = wholeClaims(
      analysis,
      (row) =>
        isOfDrug(row) &&
        row.place === home &&
        row.basis === homeBasis &&
        (agencies.length === 0 || row.agencies.join('+') === agencies.join('+')),
    );
    const periods = periodsOf(above, below);
    const spans = new Set(periods.map(({ start, end }) => `${start}/${end}`));
    // What was seized at home before anything is known of abroad is another matter.
    const since = above.map(({ periodStart }) => periodStart).sort()[0] ?? '9999';
    const alone = [...above, ...below].filter(
      ({ periodStart, periodEnd }) =>
        periodStart >= since && !spans.has(`${periodStart}/${periodEnd}`),
    );
    return { over: home, basis: homeBasis, periods, alone };
  });
}

const shownRatio = (value: number): Text => inEach((language) => formatNumber(value, language, 2));

/** An end in two decimals that still holds: a lower one is rounded down, an upper one up. */
const outward = (end: number, rounding: (value: number) => number): number =>
  rounding(Number((end * 100).toPrecision(12))) / 100;

const shownLow = (low: number): Text => shownRatio(outward(low, Math.floor));
const shownHigh = (high: number): Text => shownRatio(outward(high, Math.ceil));

/** The ratio of what is printed: one number, or from the lowest to the highest that is claimed. */
function printedText(period: RatioPeriod): Text {
  const { low, high } = period.printed;
  return pairsDiffer(period) ? between(shownLow(low), shownHigh(high)) : shownRatio(low);
}

/**
 * The ratio as a sentence has it: of "almost 110,000" the quotient of the printed numbers is no more than an end of what is
 * possible, so both ends are said; and in brackets what is left open, where that is not said already.
 */
function saidRatio(period: RatioPeriod): { readonly ratio: Text; readonly open: Text | '' } {
  const { low, high, printed } = period;
  const ends = [low, high].map((end) => end?.toFixed(2));
  const isAnEnd =
    !pairsDiffer(period) && ends[0] !== ends[1] && ends.includes(printed.low.toFixed(2));
  if (isAnEnd && low !== null && high !== null) return { ratio: openText(period), open: '' };
  const open = openText(period);
  return {
    ratio: printedText(period),
    open: patterned(' ({open})', { open }),
  };
}

/** What rounding, words and contradictions leave open. */
function openText({ low, high }: RatioPeriod): Text {
  if (low !== null && high !== null) return between(shownLow(low), shownHigh(high));
  if (high !== null)
    return text('ten hoogste {high}', 'au plus {high}', 'höchstens {high}', 'at most {high}', {
      high: shownHigh(high),
    });
  if (low !== null)
    return text('ten minste {low}', 'au moins {low}', 'mindestens {low}', 'at least {low}', {
      low: shownLow(low),
    });
  return none;
}

const amounts = (claims: readonly Claim[]): Text =>
  joined(
    [...new Map(claims.map((one) => [`${one.value} ${one.wording}`, one])).values()].map((one) =>
      worded(one.value, one.wording),
    ),
    ' / ',
  );

/** "Antwerp, seized in the port", and by whom where it is asked. */
const sideText = (place: string, basis: string, agencies: readonly string[] = []): Text =>
  joined(
    [
      ...[placeText(place), labelled(bases, basis)],
      ...(agencies.length > 0 ? [sourceText(agencies, null)] : []),
    ],
    ', ',
  );

/** The drug that is asked, or an amount where nothing says which. */
const drugText = ({ substance }: RatioQuestion): Text =>
  substance === null ? labelled(metrics, 'quantity') : labelled(substances, substance);

function whyOf(
  question: RatioQuestion,
  scope: RatioScope,
  period: RatioPeriod,
): NonNullable<Figure['why']> {
  const { pairs, start, end } = period;
  return {
    key: `ratio ${question.place} ${question.basis} ${scope.over} ${start}/${end}`,
    title: joined([sideText(question.place, question.basis), dated(`${start}/${end}`)], ', '),
    says: pairs.map(({ above, below }) =>
      text(
        '{above}, gedeeld door {below}: {ratio}.',
        '{above}, divisé par {below} : {ratio}.',
        '{above}, geteilt durch {below}: {ratio}.',
        '{above}, divided by {below}: {ratio}.',
        {
          above: claimText(above),
          below: claimText(below),
          ratio: shownRatio(above.value / below.value),
        },
      ),
    ),
    evidence: [...new Set(pairs.flatMap(({ above, below }) => [above, below]))].flatMap((claim) =>
      evidenceOf(claim, 'governing'),
    ),
  };
}

function ratioTable(question: RatioQuestion, scope: RatioScope): TableBlock {
  const { place, basis } = question;
  return {
    kind: 'table',
    caption: text(
      '{drug}: {above}, gedeeld door {below}',
      '{drug} : {above}, divisé par {below}',
      '{drug}: {above}, geteilt durch {below}',
      '{drug}: {above}, divided by {below}',
      {
        drug: capitalised(drugText(question)),
        above: sideText(place, basis),
        below: sideText(scope.over, scope.basis, question.agencies),
      },
    ),
    columns: [
      column('label', 'periode', 'période', 'Zeitraum', 'period'),
      { label: joined([labelled(bases, basis), unitText('kg')], ', '), kind: 'number' },
      { label: joined([labelled(bases, scope.basis), unitText('kg')], ', '), kind: 'number' },
      column(
        'number',
        'verhouding, zoals gedrukt',
        'rapport, tel qu’imprimé',
        'Verhältnis, wie gedruckt',
        'ratio, as printed',
      ),
      column(
        'words',
        'wat woorden en tegenspraken openlaten',
        'ce que laissent ouvert les mots et les contradictions',
        'was Worte und Widersprüche offenlassen',
        'what words and contradictions leave open',
      ),
    ],
    rows: scope.periods.toReversed().map((period) => [
      { shown: dated(`${period.start}/${period.end}`) },
      { shown: amounts(period.pairs.map(({ above }) => above)) },
      { shown: amounts(period.pairs.map(({ below }) => below)) },
      {
        shown: printedText(period),
        value: period.printed.low === period.printed.high ? period.printed.low : null,
        why: whyOf(question, scope, period),
      },
      { shown: openText(period) },
    ]),
  };
}

const noTrend: Text = text(
  '“Bestemd voor” is wat het land zegt dat in beslag nam. Dit is geen deel dat is tegengehouden, geen succes en geen trend: niemand weet wat er doorkwam, en elk jaar meet een ander land mee.',
  '« Destiné à » est ce que dit le pays qui a saisi. Ce n’est ni une part arrêtée, ni un succès, ni une tendance : nul ne sait ce qui est passé, et d’une année à l’autre ce ne sont pas les mêmes pays qui comptent.',
  '„Bestimmt für“ ist, was das sicherstellende Land sagt. Das ist kein aufgehaltener Anteil, kein Erfolg und kein Trend: Niemand weiß, was durchkam, und jedes Jahr zählen andere Länder mit.',
  '"Bound for" is what the country says that seized it. This is no share stopped, no success and no trend: nobody knows what came through, and other countries count each year.',
);

/** A row for each figure above the line, whole years apart from parts of years: two that contradict each other have no middle. */
function drawnRows({ start, end, pairs }: RatioPeriod): readonly RateRow[] {
  const isYear = start.endsWith('-01-01') && end.endsWith('-12-31');
  const span = dated(`${start}/${end}`);
  const figures = [...new Map(pairs.map(({ above }) => [above.value, above])).values()];
  return figures.map((above) => {
    const [own] = periodsOf(
      [above],
      pairs.filter((pair) => pair.above === above).map(({ below }) => below),
    );
    const { printed, low, high } = own as RatioPeriod;
    return {
      label:
        figures.length === 1
          ? span
          : coloned(span, joined([worded(above.value, above.wording), unitText('kg')], ' ')),
      estimate: Number(printed.high.toFixed(2)),
      low: low === null ? null : outward(low, Math.floor),
      high: high === null ? null : outward(high, Math.ceil),
      group: isYear
        ? text('hele jaren', 'années entières', 'ganze Jahre', 'whole years')
        : text('halve jaren', 'semestres', 'Halbjahre', 'half-years'),
    };
  });
}

const byGroup = (a: RateRow, b: RateRow): number =>
  Number(a.group?.en !== 'whole years') - Number(b.group?.en !== 'whole years');

/** Whether claims of one period contradict each other. */
const pairsDiffer = ({ printed }: RatioPeriod): boolean =>
  printed.low.toFixed(2) !== printed.high.toFixed(2);

/** What the newest period says, for each scope below the line. */
export function ratioFindings(analysis: Analysis, words: QuestionWords): readonly FindingBlock[] {
  const question = ratioQuestion(words, analysis);
  const scopes = ratioScopes(analysis, question).filter(({ periods }) => periods.length > 0);
  const [first] = scopes;
  const newest = first?.periods.at(-1);
  if (!first || !newest) return [];
  const others = scopes.slice(1).flatMap((scope) => {
    const own = scope.periods.at(-1);
    return own
      ? [
          text(
            '{ratio} tegenover {scope} ({period})',
            '{ratio} ({scope} ; {period})',
            '{ratio} gegenüber {scope} ({period})',
            '{ratio} against {scope} ({period})',
            {
              ratio: saidRatio(own).ratio,
              scope: sideText(scope.over, scope.basis, question.agencies),
              period: dated(`${own.start}/${own.end}`),
            },
          ),
        ]
      : [];
  });
  const says = text(
    '{period}: {above} kg {drug} ({what}), tegen {below} kg ({scope}): {ratio} keer zoveel{open}.',
    '{period} : {above} kg ({drug}, {what}) contre {below} kg ({scope}) : {ratio} fois autant{open}.',
    '{period}: {above} kg {drug} ({what}) gegenüber {below} kg ({scope}): das {ratio}-Fache{open}.',
    '{period}: {above} kg of {drug} ({what}) against {below} kg ({scope}): {ratio} times as much{open}.',
    {
      period: dated(`${newest.start}/${newest.end}`),
      above: amounts(newest.pairs.map(({ above }) => above)),
      drug: drugText(question),
      what: labelled(bases, question.basis),
      below: amounts(newest.pairs.map(({ below }) => below)),
      scope: sideText(first.over, first.basis, question.agencies),
      ...saidRatio(newest),
    },
  );
  // A place abroad is no home.
  const isHome = placeContains(question.place, first.over);
  const shown = {
    place: placeText(question.place),
    ratio: saidRatio(newest).ratio,
    over: placeText(first.over),
    period: dated(`${newest.start}/${newest.end}`),
  };
  return [
    {
      kind: 'finding',
      title: isHome
        ? text(
            '{place}: {ratio} keer zoveel elders als thuis ({over}, {period})',
            '{place} : {ratio} fois autant ailleurs que chez soi ({over}, {period})',
            '{place}: anderswo {ratio}-mal so viel wie im eigenen Land ({over}, {period})',
            '{place}: {ratio} times as much elsewhere as at home ({over}, {period})',
            shown,
          )
        : text(
            '{place}: {ratio} keer zoveel als {over}',
            '{place} : {ratio} fois autant que {over}',
            '{place}: {ratio}-mal so viel wie {over}',
            '{place}: {ratio} times as much as {over}',
            shown,
          ),
      text: joined(
        [
          says,
          ...(others.length > 0
            ? [
                text('Ook: {list}.', 'Aussi : {list}.', 'Auch: {list}.', 'Also: {list}.', {
                  list: inEach((language) =>
                    listed(
                      others.map((one) => one[language]),
                      language,
                    ),
                  ),
                }),
              ]
            : []),
        ],
        ' ',
      ),
      confidence:
        newest.low === null || newest.high === null || pairsDiffer(newest) ? 'low' : 'medium',
      basis: noTrend,
      draw: (options) =>
        rateChart(first.periods.toReversed().flatMap(drawnRows).sort(byGroup), {
          ...options,
          ...{ reference: null, log: false },
          title: joined([placeText(question.place), labelled(bases, question.basis)], ', '),
        }),
    },
  ];
}

/** A figure of home and abroad together that is the sum of two others: no third quantity. */
function sumsTold(
  analysis: Analysis,
  question: RatioQuestion,
  scopes: readonly RatioScope[],
): readonly Block[] {
  const together = wholeClaims(
    analysis,
    (row) =>
      row.metric === 'quantity' &&
      row.basis === 'seized_or_destined' &&
      row.place === question.place &&
      row.substance === question.substance,
  );
  return together.flatMap((whole): readonly Block[] => {
    const pair = scopes
      .flatMap(({ periods }) => periods)
      .filter(({ start, end }) => start === whole.periodStart && end === whole.periodEnd)
      .flatMap(({ pairs }) => pairs)
      .find(({ above, below }) => {
        const sum = above.value + below.value;
        const { low, high } = whole.interval;
        return high !== null && low <= sum && sum <= high;
      });
    if (!pair) return [];
    return [
      {
        kind: 'paragraph',
        text: text(
          '{whole} is de som van {above} en {below}: geen derde hoeveelheid.',
          '{whole} est la somme de {above} et {below} : ce n’est pas une troisième quantité.',
          '{whole} ist die Summe aus {above} und {below}: keine dritte Menge.',
          '{whole} is the sum of {above} and {below}: no third quantity.',
          {
            whole: claimText(whole),
            above: worded(pair.above.value, pair.above.wording),
            below: worded(pair.below.value, pair.below.wording),
          },
        ),
      },
    ];
  });
}

/** Figures on either side that have no partner of their period. */
function aloneTable(analysis: Analysis, scopes: readonly RatioScope[]): readonly Block[] {
  const paired = new Set(
    scopes.flatMap(({ periods }) =>
      periods.flatMap(({ pairs }) => pairs.map((one) => one.above.id)),
    ),
  );
  const alone = new Map(
    scopes.flatMap((scope) => scope.alone).map((claim) => [claim.id, claim] as const),
  );
  const table = claimTable(
    analysis,
    text(
      'Zonder tegenhanger van dezelfde periode',
      'Sans équivalent de la même période',
      'Ohne Gegenstück desselben Zeitraums',
      'Without a counterpart of the same period',
    ),
    [...alone.values()].filter(({ id }) => !paired.has(id)),
  );
  return table ? [table] : [];
}

/** A figure over another of the same period that stands elsewhere, each scope in a table of its own. */
export function ratioBlocks(analysis: Analysis, words: QuestionWords): readonly Block[] {
  const question = ratioQuestion(words, analysis);
  const scopes = ratioScopes(analysis, question);
  const held = scopes.filter(({ periods }) => periods.length > 0);
  const lacking = scopes.filter(({ periods }) => periods.length === 0);
  return [
    ...ratioFindings(analysis, words).map((finding) => ({
      kind: 'paragraph' as const,
      text: finding.text,
    })),
    ...held.map((scope) => ratioTable(question, scope)),
    ...sumsTold(analysis, question, held),
    ...aloneTable(analysis, scopes),
    ...lacking.map((scope) => ({
      kind: 'paragraph' as const,
      text: text(
        'Geen verhouding: van {drug} ({above} en {below}) is geen cijfer van dezelfde periode in dit beeld.',
        'Aucun rapport : ce tableau ne contient pas de chiffre d’une même période ({drug} ; {above} et {below}).',
        'Kein Verhältnis: Von {drug} ({above} und {below}) enthält dieses Lagebild keine Zahl desselben Zeitraums.',
        'No ratio: of {drug} ({above} and {below}) this picture holds no figure of the same period.',
        {
          drug: drugText(question),
          above: sideText(question.place, question.basis),
          below: sideText(scope.over, scope.basis, question.agencies),
        },
      ),
    })),
    ...(held.length > 0 ? [{ kind: 'paragraph' as const, text: noTrend }] : []),
  ];
}
