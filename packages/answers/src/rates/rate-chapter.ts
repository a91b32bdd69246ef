import { type Drawing, rateChart } from '@samenbeeld/charts';
import { wrongUse } from '@samenbeeld/merge';
import type { Block, Figure, FindingBlock, TableBlock } from '@samenbeeld/page';
import {
  type Break,
  formatDays,
  formatNumber,
  inEach,
  listed,
  metrics,
  parsePeriod,
  substances,
  type Text,
} from '@samenbeeld/schema';
import {
  type LogLinearTrend,
  logLinearTrend,
  overDispersion,
  poissonRate,
  proportion,
  scopesByBreak,
  type TrendVerdict,
} from '@samenbeeld/trends';
import type { Analysis } from '../analysis.ts';
import { codeOf, type QuestionWords, wordsGiven } from '../questions.ts';
import { claimText, publisherText } from '../sources/claim-text.ts';
import {
  capitalised,
  coloned,
  dated,
  joined,
  labelled,
  listedTexts,
  none,
  numeral,
  placeText,
  text,
  worded,
} from '../text.ts';
import { evidenceOf } from '../why/evidence.ts';
import { type RatePair, type RateQuestion, type RateScope, rateScopes } from './rate-pairs.ts';

/** Numbers of one pair that enters comparisons. */
interface Rated extends RatePair {
  readonly numbers: { readonly count: number; readonly effort: number };
}

/** How the pairs of a scope vary, and whether that is a trend. */
interface Judged {
  readonly rated: readonly Rated[];
  /** Variance over that of independent events; 1 where more is not shown. */
  readonly dispersion: number;
  readonly verdict: TrendVerdict;
  /** What the trend is among pairs under one counting rule, where rules changed between them. */
  readonly segments: readonly {
    readonly rated: readonly Rated[];
    readonly verdict: TrendVerdict;
  }[];
  /** Pairs without any of which the verdict is another. */
  readonly restsOn: readonly Rated[];
  /** The verdict without the pairs whose scope is in doubt; null where none is. */
  readonly trusted: TrendVerdict | null;
}

/** Days of an action by their dates, also where they make a week. */
const days = ({ start, end }: Pick<RatePair, 'start' | 'end'>): Text =>
  inEach((language) => formatDays({ start, end }, language));
const named = ({ start, end }: Pick<RatePair, 'start' | 'end'>): string => `${start}/${end}`;

/** The middle of some days, in years. */
function timeOf({ start, end }: Pick<RatePair, 'start' | 'end'>): number {
  const middle = (Date.parse(start) + Date.parse(end)) / 2;
  return 1970 + middle / (365.2425 * 86_400_000);
}

function trendOf(rated: readonly Rated[], per: string): LogLinearTrend {
  return logLinearTrend(
    rated.map(({ numbers }) => numbers.count),
    {
      times: rated.map(timeOf),
      exposures: rated.map(({ numbers }) => numbers.effort),
      controls: true,
      exposure: { unit: labelled(metrics, per) },
    },
  );
}

const verdictOf = (rated: readonly Rated[]): TrendVerdict =>
  rated.length === 0 ? 'no_conclusion' : trendOf(rated, '').details.verdict;

/** How the pairs of one scope vary. */
function judged({ pairs, isShare }: RateScope, breaks: readonly Break[]): Judged {
  const rated = pairs.filter(
    (pair): pair is Rated => pair.beside === null && pair.numbers !== null,
  );
  const counts = rated.map(({ numbers }) => numbers.count);
  const efforts = rated.map(({ numbers }) => numbers.effort);
  const spread =
    rated.length === 0
      ? null
      : overDispersion(counts, isShare ? { trials: efforts } : { exposures: efforts });
  const isWide = spread?.details.verdict === 'over_dispersed';
  const verdict = verdictOf(rated);
  const scopes = scopesByBreak(rated.map(named), breaks);
  const segments = [...new Set(scopes)].map((scope) => {
    const own = rated.filter((_, at) => scopes[at] === scope);
    return { rated: own, verdict: verdictOf(own) };
  });
  const isTrend = verdict === 'rising' || verdict === 'falling';
  const trusted = rated.filter(({ doubted }) => !doubted);
  return {
    rated,
    dispersion: isWide ? Math.max(1, spread?.estimate ?? 1) : 1,
    verdict,
    segments: segments.length > 1 ? segments : [],
    restsOn: isTrend
      ? rated.filter((left) => verdictOf(rated.filter((one) => one !== left)) !== verdict)
      : [],
    trusted: trusted.length < rated.length ? verdictOf(trusted) : null,
  };
}

/** Per how many a rate is printed: so many that it has a digit before the point. */
function perOf(rated: readonly Rated[]): number {
  const [count, effort] = sumsOf(rated);
  return [1000, 100_000, 1_000_000].find((per) => (count / effort) * per >= 1) ?? 1_000_000;
}

const sumsOf = (rated: readonly Rated[]): readonly [count: number, effort: number] => [
  rated.reduce((sum, { numbers }) => sum + numbers.count, 0),
  rated.reduce((sum, { numbers }) => sum + numbers.effort, 0),
];

/** As it is printed: a tenth is all that such counts bear. */
const shownRate = (value: number): Text =>
  inEach((language) => formatNumber(value, language, value >= 1000 ? 0 : 1));

interface Ends {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

function rateOf(
  { numbers }: Rated,
  isShare: boolean,
  options: { readonly per: number; readonly dispersion?: number },
): Ends {
  const { estimate, interval } = isShare
    ? proportion(numbers.count, numbers.effort, options)
    : poissonRate(numbers.count, numbers.effort, options);
  return { estimate: estimate ?? 0, low: interval.low, high: interval.high };
}

const rounded = ({ estimate, low, high }: Ends): Ends => {
  const tenth = (value: number): number => Number(value.toFixed(1));
  return { estimate: tenth(estimate), low: tenth(low), high: tenth(high) };
};

/** "persons with drugs per 1,000 persons checked". */
function rateText({ metric, per: effort }: RateQuestion, per: number): Text {
  return text(
    '{count} per {per} {effort}',
    '{count} pour {per} {effort}',
    '{count} je {per} {effort}',
    '{count} per {per} {effort}',
    { count: labelled(metrics, metric), per: numeral(per), effort: labelled(metrics, effort) },
  );
}

function scopeOf({ place, substance }: RateScope): Text {
  return substance === null
    ? placeText(place)
    : joined([placeText(place), labelled(substances, substance)], ', ');
}

const range = ({ low, high }: Pick<Ends, 'low' | 'high'>): Text =>
  text('{low}–{high}', '{low}–{high}', '{low}–{high}', '{low}–{high}', {
    low: shownRate(low),
    high: shownRate(high),
  });

const besideWords: Readonly<Record<NonNullable<RatePair['beside']>, Text>> = {
  no_number: text(
    'staat ernaast: het aantal is niet precies gegeven',
    'à côté : le nombre n’est pas donné précisément',
    'steht daneben: Die Zahl ist nicht genau angegeben',
    'stands beside: the number is not given exactly',
  ),
  disputed: text(
    'staat ernaast: over dezelfde dagen zijn er twee opgaven',
    'à côté : il y a deux déclarations pour les mêmes jours',
    'steht daneben: Für dieselben Tage gibt es zwei Angaben',
    'stands beside: there are two claims for the same days',
  ),
  holds_others: text(
    'staat ernaast: andere rijen vallen in deze periode',
    'à côté : d’autres lignes tombent dans cette période',
    'steht daneben: Andere Zeilen fallen in diesen Zeitraum',
    'stands beside: other rows fall within this period',
  ),
  more_than_all: text(
    'staat ernaast: er zijn er meer geteld dan gecontroleerd',
    'à côté : on en compte plus que de contrôlés',
    'steht daneben: Es sind mehr gezählt als kontrolliert',
    'stands beside: more are counted than were checked',
  ),
};
const inDoubt = text(
  'reikwijdte niet zeker',
  'portée incertaine',
  'Reichweite unsicher',
  'scope not sure',
);

/** What a pair rests on: both cells. */
function whyOf(pair: RatePair, key: string, title: Text): NonNullable<Figure['why']> {
  return {
    key,
    title,
    says: [
      text(
        '{count} afgezet tegen {effort}.',
        '{count}, rapporté à {effort}.',
        '{count}, bezogen auf {effort}.',
        '{count}, set against {effort}.',
        { count: claimText(pair.count), effort: claimText(pair.effort) },
      ),
    ],
    evidence: [pair.count, pair.effort].flatMap((claim) => evidenceOf(claim, 'governing')),
  };
}

/** Count, effort and rate of each time, the newest first. */
function rateTable(
  scope: RateScope,
  question: RateQuestion,
  { rated, dispersion }: Judged,
  per: number,
): TableBlock {
  const caption = joined([scopeOf(scope), rateText(question, per)], ', ');
  const isWide = dispersion > 1;
  const rows = scope.pairs.toReversed().map((pair): readonly Figure[] => {
    const one = rated.find(({ count, effort }) => count === pair.count && effort === pair.effort);
    const title = joined([scopeOf(scope), labelled(metrics, question.metric), days(pair)], ', ');
    const why = whyOf(
      pair,
      `rate ${scope.place} ${question.metric} ${question.per} ${named(pair)}`,
      title,
    );
    const own = one && rateOf(one, scope.isShare, { per });
    const wide = one && isWide && rateOf(one, scope.isShare, { per, dispersion });
    const remarks = [
      ...(pair.beside ? [besideWords[pair.beside]] : []),
      ...(pair.doubted ? [inDoubt] : []),
    ];
    return [
      { shown: days(pair) },
      { shown: worded(pair.effort.value, pair.effort.wording), value: pair.effort.value },
      { shown: worded(pair.count.value, pair.count.wording), value: pair.count.value },
      own ? { shown: shownRate(own.estimate), value: own.estimate, why } : { shown: none, why },
      { shown: own ? range(own) : none },
      ...(isWide ? [{ shown: wide ? range(wide) : none }] : []),
      { shown: remarks.length > 0 ? joined(remarks, '; ') : none },
    ];
  });
  return {
    kind: 'table',
    caption,
    columns: [
      { label: text('wanneer', 'quand', 'wann', 'when'), kind: 'label' },
      { label: labelled(metrics, question.per), kind: 'number' },
      { label: labelled(metrics, question.metric), kind: 'number' },
      {
        label: text('per {per}', 'pour {per}', 'je {per}', 'per {per}', { per: numeral(per) }),
        kind: 'number',
      },
      {
        label: text(
          '95%-bereik van deze periode',
          'fourchette à 95 % de cette période',
          '95-%-Spanne dieses Zeitraums',
          '95% range of this period',
        ),
        kind: 'words',
      },
      ...(isWide
        ? [
            {
              label: text(
                'bereik om te vergelijken',
                'fourchette pour comparer',
                'Spanne zum Vergleichen',
                'range to compare with',
              ),
              kind: 'words' as const,
            },
          ]
        : []),
      { label: text('opmerking', 'remarque', 'Anmerkung', 'remark'), kind: 'words' },
    ],
    rows,
    notes: [
      ...(isWide
        ? [
            text(
              'Het eerste bereik beschrijft één periode. Wie er twee vergelijkt, neemt het tweede: het cijfer verschilt van periode tot periode meer dan toeval (de variantie is {times} keer zo groot, dus is het bereik {root} keer zo breed).',
              'La première fourchette décrit une seule période. Pour en comparer deux, prenez la seconde : d’une période à l’autre, le chiffre varie plus que le hasard (variance {times} fois plus grande, donc une fourchette {root} fois plus large).',
              'Die erste Spanne beschreibt einen Zeitraum. Wer zwei vergleicht, nimmt die zweite: Die Zahl schwankt von Zeitraum zu Zeitraum mehr als durch Zufall (die Varianz ist das {times}-Fache, die Spanne also {root}-mal so breit).',
              'The first range describes one period. To compare two, take the second: from period to period the figure differs more than by chance (the variance is {times} times as large, so the range is {root} times as wide).',
              {
                times: numeral(Number(dispersion.toFixed(1))),
                root: numeral(Number(Math.sqrt(dispersion).toFixed(1))),
              },
            ),
          ]
        : []),
    ],
  };
}

const ofNothing: Text = text(
  'Wie of wat wordt gecontroleerd, is gekozen en geen steekproef, en kan twee keer zijn gecontroleerd: dit zegt niet hoe vaak iets voorkomt.',
  'Les contrôles sont ciblés, ils ne forment pas un échantillon, et l’on peut être contrôlé deux fois : cela ne dit pas la fréquence du phénomène.',
  'Kontrolliert wird gezielt, nicht nach Stichprobe, und jemand kann zweimal kontrolliert worden sein: Das sagt nicht, wie häufig etwas vorkommt.',
  'What is checked is chosen, no sample, and may be checked twice: this does not say how common it is.',
);

/** Each rate with its range, the newest first. */
function drawn(
  { isShare }: RateScope,
  question: RateQuestion,
  rated: readonly Rated[],
  per: number,
): Drawing {
  return (options) =>
    rateChart(
      rated.toReversed().map((one) => ({
        label: days(one),
        ...rounded(rateOf(one, isShare, { per })),
        n: one.numbers.count,
        provisional: one.doubted,
      })),
      {
        ...options,
        title: capitalised(rateText(question, per)),
        ...{ reference: null, log: false, hollow: inDoubt },
      },
    );
}

/** From the lowest to the highest rate, what all make together, and that they differ more than chance. */
function spreadFinding(
  scope: RateScope,
  question: RateQuestion,
  { rated, dispersion }: Judged,
  per: number,
): FindingBlock {
  const rates = rated.map((one) => rateOf(one, scope.isShare, { per }).estimate);
  const [low, high] = [Math.min(...rates), Math.max(...rates)];
  const newest = rated.at(-1) as Rated;
  const own = rateOf(newest, scope.isShare, { per });
  const [count, effort] = sumsOf(rated);
  const figures = {
    newest: days(newest),
    rate: shownRate(own.estimate),
    range: range(own),
    what: rateText(question, per),
    n: numeral(rated.length),
    low: shownRate(low),
    high: shownRate(high),
    count: numeral(count),
    effort: numeral(effort),
    together: shownRate((count / effort) * per),
  };
  const alone = text(
    '{newest}: {rate} (95%-bereik {range}) {what}.',
    '{newest} : {rate} (fourchette à 95 % : {range}) {what}.',
    '{newest}: {rate} (95-%-Spanne {range}) {what}.',
    '{newest}: {rate} (95% range {range}) {what}.',
    figures,
  );
  const all = text(
    'Over {n} periodes liep dat van {low} tot {high}; samen {count} van {effort}, dat is {together}.',
    'Sur {n} périodes, cela va de {low} à {high} ; ensemble {count} sur {effort}, soit {together}.',
    'Über {n} Zeiträume reichte das von {low} bis {high}; zusammen {count} von {effort}, also {together}.',
    'Over {n} periods this ran from {low} to {high}; together {count} of {effort}, which is {together}.',
    figures,
  );
  const varies =
    dispersion > 1
      ? text(
          'De periodes verschillen veel meer dan toeval (variantie {times} keer die van toeval): de ene zegt weinig over de andere.',
          'Les périodes diffèrent bien plus que le hasard (variance {times} fois celle du hasard) : l’une dit peu de l’autre.',
          'Die Zeiträume unterscheiden sich weit mehr als durch Zufall (Varianz das {times}-Fache): Der eine sagt wenig über den anderen.',
          'The periods differ far more than by chance (variance {times} times that of chance): one says little of another.',
          { times: numeral(Number(dispersion.toFixed(1))) },
        )
      : null;
  return {
    kind: 'finding',
    title: text(
      '{place}: {rates} per {per}',
      '{place} : {rates} pour {per}',
      '{place}: {rates} je {per}',
      '{place}: {rates} per {per}',
      {
        place: joined([scopeOf(scope), labelled(metrics, question.metric)], ', '),
        rates:
          rated.length > 1
            ? text('{a} tot {b}', '{a} à {b}', '{a} bis {b}', '{a} to {b}', {
                a: Math.round(low),
                b: Math.round(high),
              })
            : shownRate(low),
        per,
      },
    ),
    text: joined([alone, ...(rated.length > 1 ? [all] : []), ...(varies ? [varies] : [])], ' '),
    confidence: rated.length < 4 ? 'low' : 'medium',
    basis: ofNothing,
    ...(rated.length > 1 && { draw: drawn(scope, question, rated, per) }),
  };
}

const verdictTitles: Readonly<Record<TrendVerdict, Text>> = {
  rising: text('stijgend', 'en hausse', 'steigend', 'rising'),
  falling: text('dalend', 'en baisse', 'fallend', 'falling'),
  not_shown: text(
    'geen trend aan te tonen',
    'aucune tendance démontrable',
    'kein Trend nachweisbar',
    'no trend can be shown',
  ),
  no_conclusion: text(
    'geen uitspraak mogelijk',
    'aucune conclusion possible',
    'keine Aussage möglich',
    'no conclusion possible',
  ),
};

/** Where a rise or a fall over all pairs is not to be shown: one that holds nowhere else may not be said. */
function objections({ verdict, segments, restsOn, trusted }: Judged): readonly Text[] {
  const isWithin = segments.some((segment) => segment.verdict === verdict);
  const part = ({ rated }: Judged['segments'][number]): Text =>
    text('{n} in {years}', '{n} en {years}', '{n} in {years}', '{n} in {years}', {
      n: rated.length,
      years: [...new Set([rated[0]?.start.slice(0, 4), rated.at(-1)?.end.slice(0, 4)])].join('–'),
    });
  return [
    ...(segments.length > 0 && !isWithin
      ? [
          text(
            'binnen wat op één manier is gedaan ({parts})',
            'parmi ce qui s’est fait d’une seule manière ({parts})',
            'innerhalb dessen, was auf eine Weise geschah ({parts})',
            'within what was done in one way ({parts})',
            { parts: listedTexts(segments.map(part)) },
          ),
        ]
      : []),
    ...(restsOn.length > 0
      ? [
          text('zonder {times}', 'sans {times}', 'ohne {times}', 'without {times}', {
            times: inEach((language) =>
              listed(
                restsOn.map((one) => days(one)[language]),
                language,
                'or',
              ),
            ),
          }),
        ]
      : []),
    ...(trusted !== null && trusted !== verdict
      ? [
          text(
            'zonder wat niet zeker van reikwijdte is',
            'sans ce dont la portée est incertaine',
            'ohne das, dessen Reichweite unsicher ist',
            'without those whose scope is not sure',
          ),
        ]
      : []),
  ];
}

/** What a first page says of a trend: no p-value, and what remains possible where none can be shown. */
function trendSays({ verdict, rated }: Judged, { estimate, interval }: LogLinearTrend): Text {
  const percent = (value: number): Text =>
    inEach(
      (language) =>
        `${value > 0 ? '+' : value < 0 ? '−' : ''}${formatNumber(Math.abs(value), language, 1)}`,
    );
  if (verdict === 'no_conclusion' || estimate === null || !interval)
    return text(
      'Over {n} periodes valt niets over een verloop te zeggen.',
      'Sur {n} périodes, rien ne peut être dit d’une évolution.',
      'Aus {n} Zeiträumen lässt sich zu einem Verlauf nichts sagen.',
      'Of {n} periods nothing can be said about a course.',
      { n: numeral(rated.length) },
    );
  const words = {
    n: numeral(rated.length),
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

/** The course in numbers: of all periods, or of each stretch under one rule where a course of all may not be said. */
function courses(found: Judged, { per }: RateQuestion): readonly Text[] {
  const { rated, segments, verdict } = found;
  if (rated.length < 2) return [];
  const isTrend = verdict === 'rising' || verdict === 'falling';
  if (!isTrend || objections(found).length === 0) return [trendOf(rated, per).says];
  return segments.flatMap((segment) => {
    const [first, last] = [segment.rated[0], segment.rated.at(-1)];
    if (!first || !last) return [];
    const span = dated(`${first.start}/${last.end}`);
    return [coloned(span, trendOf(segment.rated, per).says)];
  });
}

/** Whether the rate rises or falls, and whether that may be said. */
function trendFinding(scope: RateScope, question: RateQuestion, found: Judged): FindingBlock {
  const { verdict, rated } = found;
  const trend = trendOf(rated, question.per);
  const what = joined([placeText(scope.place), labelled(metrics, question.metric)], ', ');
  const isTrend = verdict === 'rising' || verdict === 'falling';
  const against = isTrend ? objections(found) : [];
  const mayNot = against.length > 0;
  const direction =
    verdict === 'rising'
      ? text('stijging', 'hausse', 'Anstieg', 'rise')
      : text('daling', 'baisse', 'Rückgang', 'fall');
  const title = mayNot
    ? text(
        '{what}: een {direction} mag niet worden gezegd',
        '{what} : on ne peut parler de {direction}',
        '{what}: Von einem {direction} darf nicht gesprochen werden',
        '{what}: no {direction} may be said',
        { what: capitalised(what), direction },
      )
    : text('{what}: {verdict}', '{what} : {verdict}', '{what}: {verdict}', '{what}: {verdict}', {
        what: capitalised(what),
        verdict: verdictTitles[verdict],
      });
  const says = mayNot
    ? text(
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
      )
    : trendSays(found, trend);
  return {
    kind: 'finding',
    title,
    text: says,
    confidence: mayNot || rated.length < 8 ? 'low' : trend.confidence,
    basis: text(
      'Het verloop ten opzichte van de inzet ({what}; {per}), naar de spreiding van de periodes zelf.',
      'Évolution rapportée à l’effort ({what} ; {per}), selon la dispersion des périodes elles-mêmes.',
      'Verlauf im Verhältnis zum Aufwand ({what}; {per}), nach der Streuung der Zeiträume selbst.',
      'The course against the effort ({what}; {per}), by the spread of the periods themselves.',
      { what: labelled(metrics, question.metric), per: labelled(metrics, question.per) },
    ),
  };
}

/** Counts that no effort of the same place and days stands against. */
function withoutEffort({ without }: RateScope, question: RateQuestion): readonly Block[] {
  if (without.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: text(
        'Nergens tegen af te zetten: van dezelfde plaats, dagen en diensten zijn geen {effort} gepubliceerd',
        'Rien à quoi rapporter : pour le même lieu, les mêmes jours et services, {effort} non publié',
        'Worauf nichts zu beziehen ist: Für denselben Ort, dieselben Tage und Behörden sind keine {effort} veröffentlicht',
        'Nothing to set against: for the same place, days and services no {effort} are published',
        { effort: labelled(metrics, question.per) },
      ),
      columns: [
        { label: text('waarover', 'sujet', 'worüber', 'about'), kind: 'label' },
        { label: text('bron', 'source', 'Quelle', 'source'), kind: 'words' },
      ],
      rows: without.map((claim) => [
        {
          shown: claimText(claim),
          value: claim.value,
          why: {
            key: `rate without ${claim.id}`,
            title: claimText(claim),
            says: [],
            evidence: evidenceOf(claim, 'not_added'),
          },
        },
        {
          shown: publisherText(claim),
          ...(claim.publication?.startsWith('http') ? { url: claim.publication } : {}),
        },
      ]),
    },
  ];
}

/** What an answer about rates is told, in codes. */
export function rateQuestion(
  words: QuestionWords,
  { counted, picture: { written = (name) => name } }: Analysis,
): RateQuestion {
  const code = (key: 'metric' | 'per'): string => {
    const [word] = wordsGiven(words[key]);
    if (word === undefined)
      throw wrongUse(
        'Noem met {option} wat wordt geteld, zoals arrests, en met {per} waartegen, zoals persons_checked.',
        'Nommez avec {option} ce qui est compté, comme arrests, et avec {per} à quoi le rapporter, comme persons_checked.',
        'Nennen Sie mit {option}, was gezählt wird, etwa arrests, und mit {per}, worauf es bezogen wird, etwa persons_checked.',
        'Name with {option} what is counted, such as arrests, and with {per} what it is set against, such as persons_checked.',
        { option: written('metric'), per: written('per') },
      );
    return codeOf(word, 'metric', { rows: counted, written: () => written(key) });
  };
  const day = (key: 'from' | 'to', end: 'start' | 'end'): string | null => {
    const [word] = wordsGiven(words[key]);
    return word === undefined ? null : parsePeriod(word)[end];
  };
  return {
    metric: code('metric'),
    per: code('per'),
    places: wordsGiven(words['place']).map((word) =>
      codeOf(word, 'place', { rows: counted, written }),
    ),
    from: day('from', 'start'),
    to: day('to', 'end'),
  };
}

/** Scopes of which something can be said, with how they vary. */
function scopesOf(
  analysis: Analysis,
  question: RateQuestion,
): readonly { readonly scope: RateScope; readonly found: Judged }[] {
  const { observations, sources } = analysis.gathered;
  return rateScopes(observations, question).map((scope) => {
    const used = new Set(
      scope.pairs.flatMap(({ count }) => count.rows.map(({ source }) => source)),
    );
    const breaks = sources.filter(({ id }) => used.has(id)).flatMap((source) => source.breaks);
    return { scope, found: judged(scope, breaks) };
  });
}

const hasPairs = ({ found }: { readonly found: Judged }): boolean => found.rated.length > 0;

/** The rates of a picture in a sentence each: the newest, how far they differ, and whether a trend may be said. */
export function rateFindings(analysis: Analysis, words: QuestionWords): readonly FindingBlock[] {
  const question = rateQuestion(words, analysis);
  return scopesOf(analysis, question)
    .filter(hasPairs)
    .flatMap(({ scope, found }) => [
      spreadFinding(scope, question, found, perOf(found.rated)),
      ...(found.rated.length > 1 ? [trendFinding(scope, question, found)] : []),
    ]);
}

/** Counts over the effort behind them: sentences, a chart, and a table of each time with what it may be compared with. */
export function rateBlocks(analysis: Analysis, words: QuestionWords): readonly Block[] {
  const question = rateQuestion(words, analysis);
  const scopes = scopesOf(analysis, question);
  if (scopes.every(({ scope }) => scope.pairs.length + scope.without.length === 0))
    return [
      {
        kind: 'paragraph',
        text: text(
          'Dit beeld bevat daar geen cijfers over: {count}, {effort}.',
          'Ce tableau n’en contient aucun chiffre : {count}, {effort}.',
          'Dieses Lagebild enthält dazu keine Zahlen: {count}, {effort}.',
          'This picture holds no figures of it: {count}, {effort}.',
          { count: labelled(metrics, question.metric), effort: labelled(metrics, question.per) },
        ),
      },
    ];
  return scopes.flatMap(({ scope, found }): readonly Block[] => {
    const per = perOf(found.rated);
    const isSeveral = found.rated.length > 1;
    return [
      ...(found.rated.length > 0
        ? [{ kind: 'paragraph' as const, text: spreadFinding(scope, question, found, per).text }]
        : []),
      ...(isSeveral
        ? [
            { kind: 'paragraph' as const, text: trendFinding(scope, question, found).text },
            { kind: 'chart' as const, draw: drawn(scope, question, found.rated, per) },
          ]
        : []),
      ...(scope.pairs.length > 0 ? [rateTable(scope, question, found, per)] : []),
      ...courses(found, question).map((says) => ({ kind: 'paragraph' as const, text: says })),
      ...withoutEffort(scope, question),
    ];
  });
}
