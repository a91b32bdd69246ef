import type { FindingBlock } from '@samenbeeld/page';
import {
  type Break,
  type Decision,
  type Definition,
  formatDays,
  formatNumber,
  headed,
  inEach,
  listed,
  listedTexts,
  metrics,
  type Text,
} from '@samenbeeld/schema';
import {
  type LogLinearTrend,
  logLinearTrend,
  overDispersion,
  scopesByBreak,
  type TrendVerdict,
} from '@samenbeeld/trends';
import { rulesBehind } from '../finds/records-together.ts';
import {
  capitalised,
  dated,
  joined,
  labelled,
  numeral,
  patterned,
  placeText,
  text,
} from '../text.ts';
import { directions } from '../trend/directions.ts';
import { nothingSaid } from '../trend/trend-finding.ts';
import type { RatePair, RateQuestion, RateScope } from './rate-pairs.ts';

/** Numbers of one pair that enters comparisons. */
export interface Rated extends RatePair {
  readonly numbers: { readonly count: number; readonly effort: number };
}

/** What the sources of a rate declare, and what persons decided of it. */
export interface RateRules {
  readonly breaks: readonly Break[];
  readonly overrides: readonly Decision[];
  readonly definitions: readonly Definition[];
  /** What was not over by then is not counted further. */
  readonly asOf: string;
}

/** A stretch under one counting rule. */
interface Stretch {
  readonly rated: readonly Rated[];
  readonly verdict: TrendVerdict;
}

/** How the pairs of a scope vary, and whether that is a trend. */
export interface Judged {
  readonly rated: readonly Rated[];
  /** Variance over that of independent events; 1 where more is not shown. */
  readonly dispersion: number;
  /** Of all pairs, whatever changed between them. */
  readonly verdict: TrendVerdict;
  /** Pairs under one rule each, where rules changed between them; else empty. */
  readonly stretches: readonly Stretch[];
  /** Pairs without any of which the verdict is another. */
  readonly restsOn: readonly Rated[];
  /** The verdict without the pairs that are not sure; null where none is. */
  readonly trusted: TrendVerdict | null;
}

/** Days of an action by their dates, also where they make a week. */
export const days = ({ start, end }: Pick<RatePair, 'start' | 'end'>): Text =>
  inEach((language) => formatDays({ start, end }, language));

/** The middle of some days, in years. */
function timeOf({ start, end }: Pick<RatePair, 'start' | 'end'>, asOf: string): number {
  const last = end < asOf ? end : asOf;
  const middle = (Date.parse(start) + Math.max(Date.parse(start), Date.parse(last))) / 2;
  return 1970 + middle / (365.2425 * 86_400_000);
}

function trendOf(rated: readonly Rated[], asOf: string, per: string): LogLinearTrend {
  return logLinearTrend(
    rated.map(({ numbers }) => numbers.count),
    {
      times: rated.map((one) => timeOf(one, asOf)),
      exposures: rated.map(({ numbers }) => numbers.effort),
      controls: true,
      exposure: { unit: labelled(metrics, per) },
    },
  );
}

/** Whether a break is of what a scope counts. */
function isOf({ series }: Break, { place, substance }: RateScope, metric: string): boolean {
  const own = { place, substance, metric };
  return (Object.keys(own) as (keyof typeof own)[]).every(
    (key) => series[key] === undefined || series[key] === own[key],
  );
}

/** How the pairs of one scope vary. */
export function judged(
  scope: RateScope,
  { metric }: RateQuestion,
  { breaks, overrides, definitions, asOf }: RateRules,
): Judged {
  const verdictOf = (some: readonly Rated[]): TrendVerdict =>
    some.length === 0 ? 'no_conclusion' : trendOf(some, asOf, '').details.verdict;
  const rated = scope.pairs.filter(
    (pair): pair is Rated => pair.beside === null && pair.numbers !== null,
  );
  const counts = rated.map(({ numbers }) => numbers.count);
  const efforts = rated.map(({ numbers }) => numbers.effort);
  const spread =
    rated.length === 0
      ? null
      : overDispersion(counts, scope.isShare ? { trials: efforts } : { exposures: efforts });
  const isWide = spread?.details.verdict === 'over_dispersed';
  const verdict = verdictOf(rated);
  const own = breaks.filter((one) => isOf(one, scope, metric));
  const names = rated.map(({ start, end }) => `${start}/${end < asOf ? end : asOf}`);
  const since = scopesByBreak(names, own, overrides);
  const rules = rated.map(({ count, effort }, at) =>
    [count, effort]
      .flatMap((claim) => [...rulesBehind(definitions, claim.rows).keys()].sort())
      .concat(since[at] ?? '')
      .join('\n'),
  );
  const stretches = [...new Set(rules)].map((rule) => {
    const under = rated.filter((_, at) => rules[at] === rule);
    return { rated: under, verdict: verdictOf(under) };
  });
  const sure = rated.filter((one) => !one.isUnsure);
  return {
    rated,
    dispersion: isWide ? Math.max(1, spread?.estimate ?? 1) : 1,
    verdict,
    stretches: stretches.length > 1 ? stretches : [],
    restsOn: isTrend(verdict)
      ? rated.filter((left) => verdictOf(rated.filter((one) => one !== left)) !== verdict)
      : [],
    trusted: sure.length < rated.length ? verdictOf(sure) : null,
  };
}

const isTrend = (verdict: TrendVerdict): boolean => verdict === 'rising' || verdict === 'falling';

/** "9 in 2019–2024". */
function stretchText({ rated }: Stretch): Text {
  const years = [rated[0]?.start.slice(0, 4), rated.at(-1)?.end.slice(0, 4)];
  return text('{n} in {years}', '{n} en {years}', '{n} in {years}', '{n} in {years}', {
    n: rated.length,
    years: [...new Set(years)].join('–'),
  });
}

/** "within what was done in one way (9 in 2019–2024 and 4 in 2024–2026)". */
const withinText = (stretches: readonly Stretch[]): Text =>
  text(
    'binnen wat op één manier is gedaan ({parts})',
    'parmi ce qui s’est fait d’une seule manière ({parts})',
    'innerhalb dessen, was auf eine Weise geschah ({parts})',
    'within what was done in one way ({parts})',
    { parts: listedTexts(stretches.map(stretchText)) },
  );

/** More periods than these are told by how many they are. */
const mostNamed = 3;

/** Where a rise or a fall over all pairs is not to be shown: one that does not hold there may not be said. */
function objections({ verdict, stretches, restsOn, trusted }: Judged): readonly Text[] {
  const times = inEach((language) =>
    listed(
      restsOn.map((one) => days(one)[language]),
      language,
      'or',
    ),
  );
  const differs = stretches.some((stretch) => stretch.verdict !== verdict);
  return [
    ...(differs ? [withinText(stretches)] : []),
    ...(restsOn.length > 0
      ? [
          restsOn.length > mostNamed
            ? text(
                'zonder één van {n} van de periodes',
                'sans l’une de {n} des périodes',
                'ohne einen von {n} der Zeiträume',
                'without any one of {n} of the periods',
                { n: restsOn.length },
              )
            : text(
                'zonder de periode {times}',
                'sans la période {times}',
                'ohne den Zeitraum {times}',
                'without the period {times}',
                { times },
              ),
        ]
      : []),
    ...(trusted !== null && trusted !== verdict
      ? [
          text(
            'zonder de opgaven die niet zeker zijn',
            'sans les données incertaines',
            'ohne die unsicheren Angaben',
            'without the claims that are not sure',
          ),
        ]
      : []),
  ];
}

/** Ends further apart than this say nothing about a course. */
const mostApart = 10;

/** What a first page says of a course: no p-value, and what remains possible where none can be shown. */
function courseSays(
  verdict: TrendVerdict,
  n: number,
  { estimate, interval }: LogLinearTrend,
): Text {
  const percent = (value: number): Text =>
    inEach(
      (language) =>
        `${value > 0 ? '+' : value < 0 ? '−' : ''}${formatNumber(Math.abs(value), language, 1)}`,
    );
  const isVague = !interval || (1 + interval.high / 100) / (1 + interval.low / 100) > mostApart;
  if (verdict === 'no_conclusion' || estimate === null || !interval || isVague)
    return text(
      'Over {n} periodes valt niets over een verloop te zeggen.',
      'Sur {n} périodes, rien ne peut être dit d’une évolution.',
      'Aus {n} Zeiträumen lässt sich zu einem Verlauf nichts sagen.',
      'Of {n} periods nothing can be said about a course.',
      { n },
    );
  const words = {
    n,
    low: percent(interval.low),
    high: percent(interval.high),
    by: percent(estimate),
  };
  if (verdict === 'not_shown')
    return text(
      'Over {n} periodes is geen trend aan te tonen: een verandering tussen {low} en {high}% per jaar blijft mogelijk. Dat bewijst niet dat er niets is veranderd.',
      'Sur {n} périodes, aucune tendance n’est démontrable : une évolution entre {low} et {high} % par an reste possible. Cela ne prouve pas que rien n’a changé.',
      'Aus {n} Zeiträumen lässt sich kein Trend nachweisen: Eine Veränderung zwischen {low} und {high} % pro Jahr bleibt möglich. Das beweist nicht, dass sich nichts verändert hat.',
      'Over {n} periods no trend can be shown: a change between {low} and {high}% a year remains possible. That does not prove that nothing changed.',
      words,
    );
  return text(
    'Over {n} periodes verandert het met naar schatting {by}% per jaar ({low} tot {high}%).',
    'Sur {n} périodes, l’évolution est estimée à {by} % par an ({low} à {high} %).',
    'Über {n} Zeiträume verändert es sich um geschätzt {by} % pro Jahr ({low} bis {high} %).',
    'Over {n} periods it changes by an estimated {by}% a year ({low} to {high}%).',
    words,
  );
}

const noTrendAcross: Text = text(
  'Over een wijziging heen wordt geen trend gelezen.',
  'Aucune tendance n’est lue par-delà un changement.',
  'Über eine Änderung hinweg wird kein Trend gelesen.',
  'No trend is read across a change.',
);

const titles: Readonly<Record<TrendVerdict, Text>> = {
  ...directions,
  no_conclusion: nothingSaid,
};

/** "1 April 2024 – 30 June 2026: …" for each stretch, the newest first. */
function stretchesSay(
  stretches: readonly Stretch[],
  asOf: string,
  says: (stretch: Stretch) => Text,
): readonly Text[] {
  return stretches.toReversed().flatMap((stretch) => {
    const [first, last] = [stretch.rated[0], stretch.rated.at(-1)];
    if (!first || !last) return [];
    const span = dated(`${first.start}/${last.end < asOf ? last.end : asOf}`);
    return [headed(span, says(stretch))];
  });
}

/** The course in numbers: of all periods, or of each stretch under one rule where rules changed or all may not be said. */
export function courses(
  found: Judged,
  { per }: RateQuestion,
  { asOf }: RateRules,
): readonly Text[] {
  const { rated, stretches, verdict } = found;
  if (rated.length < 2) return [];
  if (stretches.length > 0)
    return stretchesSay(stretches, asOf, (stretch) => trendOf(stretch.rated, asOf, per).says);
  const mayNot = isTrend(verdict) && objections(found).length > 0;
  return mayNot ? [] : [trendOf(rated, asOf, per).says];
}

/** Whether the rate rises or falls, and whether that may be said. */
export function rateTrend(
  scope: RateScope,
  question: RateQuestion,
  found: Judged,
  { asOf }: RateRules,
): FindingBlock {
  const { verdict, rated, stretches } = found;
  const what = joined([placeText(scope.place), labelled(metrics, question.metric)], ', ');
  const against = isTrend(verdict) ? objections(found) : [];
  const about = {
    kind: 'finding' as const,
    basis: text(
      'Het verloop ten opzichte van de inzet ({what}; {per}), naar de spreiding van de periodes zelf.',
      'Évolution rapportée à l’effort ({what} ; {per}), selon la dispersion des périodes elles-mêmes.',
      'Verlauf im Verhältnis zum Aufwand ({what}; {per}), nach der Streuung der Zeiträume selbst.',
      'The course against the effort ({what}; {per}), by the spread of the periods themselves.',
      { what: labelled(metrics, question.metric), per: labelled(metrics, question.per) },
    ),
  };
  if (against.length > 0) {
    const isRise = verdict === 'rising';
    const direction = isRise
      ? text('stijging', 'hausse', 'Anstieg', 'rise')
      : text('daling', 'baisse', 'Rückgang', 'fall');
    return {
      ...about,
      confidence: 'low',
      title: text(
        '{what}: van een {direction} mag niet worden gesproken',
        '{what} : on ne peut parler de {direction}',
        '{what}: Von einem {direction} darf nicht gesprochen werden',
        '{what}: no {direction} may be said',
        { what: capitalised(what), direction },
      ),
      text: text(
        'Over alle {n} periodes samen lijkt er een {direction} te zijn, maar die is niet aan te tonen {against}.',
        'Sur les {n} périodes, une {direction} semble apparaître, mais elle ne se démontre pas {against}.',
        'Über alle {n} Zeiträume scheint es einen {direction} zu geben, aber er lässt sich nicht nachweisen {against}.',
        'Over all {n} periods there seems to be a {direction}, but it cannot be shown {against}.',
        {
          n: numeral(rated.length),
          direction,
          against: inEach((language) =>
            listed(
              against.map((one) => one[language]),
              language,
              'or',
            ),
          ),
        },
      ),
    };
  }
  const titled = (shown: TrendVerdict): Text =>
    patterned('{what}: {verdict}', {
      what: capitalised(what),
      verdict: titles[shown],
    });
  const confidence = rated.length < 8 ? 'low' : 'medium';
  if (stretches.length === 0)
    return {
      ...about,
      confidence,
      title: titled(verdict),
      text: courseSays(verdict, rated.length, trendOf(rated, asOf, question.per)),
    };
  // Where all agree with the whole, the whole says it; else each stretch is told by itself.
  const newest = stretches.at(-1) as Stretch;
  const shown = isTrend(verdict)
    ? verdict
    : stretches.some((one) => isTrend(one.verdict))
      ? newest.verdict
      : 'not_shown';
  const each = stretchesSay(stretches, asOf, (stretch) =>
    courseSays(stretch.verdict, stretch.rated.length, trendOf(stretch.rated, asOf, question.per)),
  );
  return {
    ...about,
    confidence: 'low',
    title: titled(shown),
    text: joined([noTrendAcross, ...each], ' '),
  };
}
