import { type Drawing, rateChart } from '@samenbeeld/charts';
import { className } from '@samenbeeld/money';
import type { Block, Figure, FindingBlock, TableBlock } from '@samenbeeld/page';
import { formatNumber, inEach, metrics, substances, type Text, wrongUse } from '@samenbeeld/schema';
import { poissonRate, proportion } from '@samenbeeld/trends';
import type { Analysis } from '../analysis.ts';
import { daysAsked } from '../asked-rows.ts';
import { paragraphBlock } from '../money/blocks.ts';
import { codeOf, type QuestionWords, type Written, wordsGiven } from '../questions.ts';
import { claimTable } from '../sources/claim-table.ts';
import { claimText } from '../sources/claim-text.ts';
import { knownRemarks } from '../sources/remarks.ts';
import {
  between,
  capitalised,
  column,
  joined,
  labelled,
  none,
  numeral,
  patterned,
  placeText,
  text,
  unitText,
  worded,
} from '../text.ts';
import { evidenceOf } from '../why/evidence.ts';
import {
  type RatePair,
  type RateQuestion,
  type RateScope,
  rateScopes,
  ratesHeld,
  wholeOf,
} from './rate-pairs.ts';
import {
  courses,
  days,
  type Judged,
  judged,
  type Rated,
  type RateRules,
  rateTrend,
} from './rate-trend.ts';
import { notSure } from './standing-claims.ts';

const named = ({ start, end }: Pick<RatePair, 'start' | 'end'>): string => `${start}/${end}`;

/** Per how many a rate is printed: so many that it has a digit before the point, of none what one would have made. */
function perOf(rated: readonly Rated[]): number {
  if (rated.length === 0) return 1000;
  const [count, effort] = sumsOf(rated);
  const least = Math.max(count, 1) / effort;
  return [1000, 100_000, 1_000_000].find((per) => least * per >= 1) ?? 1_000_000;
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
  { numbers }: Pick<Rated, 'numbers'>,
  isShare: boolean,
  options: { readonly per: number; readonly dispersion?: number },
): Ends {
  const { estimate, interval } = isShare
    ? proportion(numbers.count, numbers.effort, options)
    : poissonRate(numbers.count, numbers.effort, options);
  return { estimate: estimate ?? 0, low: interval.low, high: interval.high };
}

/**
 * The rates that a number allows which "about" leaves open, and the widest of their intervals; null where the words give no two
 * ends ("almost 2,000"), or the count itself is open.
 */
function openRate(
  { count, effort, numbers }: RatePair,
  isShare: boolean,
  per: number,
): {
  readonly rates: Pick<Ends, 'low' | 'high'>;
  readonly interval: Pick<Ends, 'low' | 'high'>;
} | null {
  const counted = wholeOf(count);
  const { low, high } = effort.interval;
  if (numbers !== null || counted === null || effort.wording !== 'rounded' || high === null)
    return null;
  if (low < Math.max(counted, 1)) return null;
  const [most, least] = [Math.ceil(low), Math.floor(high)].map((checked) =>
    rateOf({ numbers: { count: counted, effort: checked } }, isShare, { per }),
  ) as [Ends, Ends];
  return {
    rates: { low: least.estimate, high: most.estimate },
    interval: { low: least.low, high: most.high },
  };
}

const rounded = ({ estimate, low, high }: Ends): Ends => {
  const tenth = (value: number): number => Number(value.toFixed(1));
  return { estimate: tenth(estimate), low: tenth(low), high: tenth(high) };
};

/** What is counted and what was checked; of finds in items "parcels with a find" among "parcels checked". */
function namesOf(
  { isShare, unit }: RateScope,
  { metric, per }: RateQuestion,
): { readonly count: Text; readonly effort: Text } {
  if (!isShare || per !== 'controls' || metric !== 'seizures')
    return { count: labelled(metrics, metric), effort: labelled(metrics, per) };
  const items = { items: unitText(unit) };
  return {
    count: text(
      '{items} met een vondst',
      '{items} avec une découverte',
      '{items} mit Fund',
      '{items} with a find',
      items,
    ),
    effort: text(
      'gecontroleerde {items}',
      '{items} contrôlés',
      'kontrollierte {items}',
      '{items} checked',
      items,
    ),
  };
}

/** "persons with drugs per 1,000 persons checked". */
function rateText(scope: RateScope, question: RateQuestion, per: number): Text {
  const { count, effort } = namesOf(scope, question);
  return text(
    '{count} per {per} {effort}',
    '{count} pour {per} {effort}',
    '{count} je {per} {effort}',
    '{count} per {per} {effort}',
    { count, per: numeral(per), effort },
  );
}

function scopeOf({ place, substance, way }: RateScope): Text {
  return joined(
    [
      placeText(place),
      ...(substance === null ? [] : [labelled(substances, substance)]),
      ...(way === null ? [] : [className(place, way)]),
    ],
    ', ',
  );
}

const range = ({ low, high }: Pick<Ends, 'low' | 'high'>): Text =>
  low === high ? shownRate(low) : between(shownRate(low), shownRate(high));

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
  overlaps: text(
    'staat ernaast: deze periode loopt door een andere heen',
    'à côté : cette période en recoupe une autre',
    'steht daneben: Dieser Zeitraum überschneidet sich mit einem anderen',
    'stands beside: this period overlaps with another',
  ),
  more_than_all: text(
    'staat ernaast: er zijn er meer geteld dan gecontroleerd',
    'à côté : on en compte plus que de contrôlés',
    'steht daneben: Es sind mehr gezählt als kontrolliert',
    'stands beside: more are counted than were checked',
  ),
};

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
  { rated, dispersion, analysis }: Judged & { readonly analysis: Analysis },
  per: number,
): TableBlock {
  const caption = joined([scopeOf(scope), rateText(scope, question, per)], ', ');
  const isWide = dispersion > 1;
  const { count, effort } = namesOf(scope, question);
  const rows = scope.pairs.toReversed().map((pair): readonly Figure[] => {
    const one = rated.find(({ count, effort }) => count === pair.count && effort === pair.effort);
    const title = joined([scopeOf(scope), count, days(pair)], ', ');
    const why = whyOf(
      pair,
      `rate ${[scope.place, scope.way, question.metric, question.per].filter((one) => one !== null).join(' ')} ${named(pair)}`,
      title,
    );
    const own = one ? rateOf(one, scope.isShare, { per }) : null;
    const open = one ? null : openRate(pair, scope.isShare, per);
    const wide = one && isWide && rateOf(one, scope.isShare, { per, dispersion });
    const remarks = [
      ...(pair.beside ? [besideWords[pair.beside]] : []),
      ...(pair.isUnsure ? [notSure] : []),
      ...knownRemarks([pair.count, pair.effort], analysis),
    ];
    return [
      { shown: days(pair) },
      { shown: worded(pair.effort.value, pair.effort.wording), value: pair.effort.value },
      { shown: worded(pair.count.value, pair.count.wording), value: pair.count.value },
      own
        ? { shown: shownRate(own.estimate), value: own.estimate, why }
        : { shown: open ? range(open.rates) : none, why },
      { shown: own ? range(own) : open ? range(open.interval) : none },
      ...(isWide ? [{ shown: wide ? range(wide) : none }] : []),
      { shown: remarks.length > 0 ? joined(remarks, '; ') : none },
    ];
  });
  return {
    kind: 'table',
    caption,
    columns: [
      column('label', 'wanneer', 'quand', 'wann', 'when'),
      { label: effort, kind: 'number' },
      { label: count, kind: 'number' },
      column('number', 'per {per}', 'pour {per}', 'je {per}', 'per {per}', { per: numeral(per) }),
      column(
        'words',
        '95%-bereik van deze periode',
        'fourchette à 95 % de cette période',
        '95-%-Spanne dieses Zeitraums',
        '95% range of this period',
      ),
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
      column('words', 'opmerking', 'remarque', 'Anmerkung', 'remark'),
    ],
    rows,
    notes: [
      ...(isWide
        ? [
            text(
              'Het eerste bereik beschrijft één periode. Wie er twee vergelijkt, neemt het tweede: het cijfer verschilt van periode tot periode meer dan toeval (de variantie is {times} keer zo groot).',
              'La première fourchette décrit une seule période. Pour en comparer deux, prenez la seconde : d’une période à l’autre, le chiffre varie plus que le hasard (variance {times} fois plus grande).',
              'Die erste Spanne beschreibt einen Zeitraum. Wer zwei vergleicht, nimmt die zweite: Die Zahl schwankt von Zeitraum zu Zeitraum mehr als durch Zufall (die Varianz ist das {times}-Fache).',
              'The first range describes one period. To compare two, take the second: from period to period the figure differs more than by chance (the variance is {times} times as large).',
              {
                times: numeral(Number(dispersion.toFixed(1))),
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
  scope: RateScope,
  question: RateQuestion,
  rated: readonly Rated[],
  per: number,
): Drawing {
  return (options) =>
    rateChart(
      rated.toReversed().map((one) => ({
        label: days(one),
        ...rounded(rateOf(one, scope.isShare, { per })),
        n: one.numbers.count,
        provisional: one.isUnsure,
      })),
      {
        ...options,
        title: capitalised(rateText(scope, question, per)),
        ...{ reference: null, log: false, hollow: notSure, decimals: 1 },
      },
    );
}

/** A variance from which the difference is called far more than chance. */
const farFrom = 5;

/** From the lowest to the highest rate, what all make together, and that they differ more than chance. */
function spreadFinding(
  scope: RateScope,
  question: RateQuestion,
  { rated, dispersion }: Judged,
  { per, isNamed = false }: { readonly per: number; readonly isNamed?: boolean },
): FindingBlock {
  const rates = rated.map((one) => rateOf(one, scope.isShare, { per }).estimate);
  const [low, high] = [Math.min(...rates), Math.max(...rates)];
  const newest = rated.at(-1) as Rated;
  const own = rateOf(newest, scope.isShare, { per });
  const [count, effort] = sumsOf(rated);
  const when = newest.isUnsure
    ? patterned('{days} ({unsure})', { days: days(newest), unsure: notSure })
    : days(newest);
  const figures = {
    newest: isNamed ? joined([scopeOf(scope), when], ', ') : when,
    rate: shownRate(own.estimate),
    range: range(own),
    what: rateText(scope, question, per),
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
  const isFar = dispersion >= farFrom;
  const varies =
    dispersion > 1
      ? text(
          `De periodes verschillen ${isFar ? 'veel ' : ''}meer dan toeval (variantie {times} keer die van toeval): de ene zegt weinig over de andere.`,
          `Les périodes diffèrent ${isFar ? 'bien ' : ''}plus que le hasard (variance {times} fois celle du hasard) : l’une dit peu de l’autre.`,
          `Die Zeiträume unterscheiden sich ${isFar ? 'weit ' : ''}mehr als durch Zufall (Varianz das {times}-Fache): Der eine sagt wenig über den anderen.`,
          `The periods differ ${isFar ? 'far ' : ''}more than by chance (variance {times} times that of chance): one says little of another.`,
          { times: numeral(Number(dispersion.toFixed(1))) },
        )
      : null;
  const sure = rated.filter((one) => !one.isUnsure);
  const sureRates = sure.map((one) => rateOf(one, scope.isShare, { per }).estimate);
  const without =
    sure.length > 1 && sure.length < rated.length
      ? text(
          'Zonder de {n} opgaven die niet zeker zijn: {low} tot {high}.',
          'Sans les {n} données incertaines : {low} à {high}.',
          'Ohne die {n} unsicheren Angaben: {low} bis {high}.',
          'Without the {n} claims that are not sure: {low} to {high}.',
          {
            n: rated.length - sure.length,
            low: shownRate(Math.min(...sureRates)),
            high: shownRate(Math.max(...sureRates)),
          },
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
        place: joined([scopeOf(scope), namesOf(scope, question).count], ', '),
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
    text: joined(
      [
        alone,
        ...(rated.length > 1 ? [all] : []),
        ...[without, varies].filter((one) => one !== null),
      ],
      ' ',
    ),
    confidence: rated.length < 4 ? 'low' : 'medium',
    basis: ofNothing,
    ...(rated.length > 1 && { draw: drawn(scope, question, rated, per) }),
  };
}

/** Counts that no effort of the same place and days stands against. */
function withoutEffort(
  analysis: Analysis,
  scopes: readonly RateScope[],
  { per }: RateQuestion,
): readonly Block[] {
  const table = claimTable(
    analysis,
    text(
      'Nergens tegen af te zetten: van dezelfde plaats, dagen en diensten is niets gepubliceerd ({effort})',
      'Rien à quoi rapporter : rien n’est publié pour le même lieu, les mêmes jours et services ({effort})',
      'Auf nichts zu beziehen: Für denselben Ort, dieselben Tage und Behörden ist nichts veröffentlicht ({effort})',
      'Nothing to set against: for the same place, days and services nothing is published ({effort})',
      { effort: labelled(metrics, per) },
    ),
    scopes.flatMap(({ without }) => without),
  );
  return table ? [table] : [];
}

/** What a rate lacks that names no count or no effort, with the rates that the picture has both numbers of. */
function unnamed(counted: Analysis['counted'], written: Written): Error {
  const held = ratesHeld(new Set(counted.map(({ metric }) => metric)));
  const words = { option: written('metric'), per: written('per'), held: joined(held, '; ') };
  return held.length > 0
    ? wrongUse(
        'Noem met {option} wat wordt geteld en met {per} waartegen. Dit beeld heeft: {held}.',
        'Nommez avec {option} ce qui est compté et avec {per} à quoi le rapporter. Ce tableau contient : {held}.',
        'Nennen Sie mit {option}, was gezählt wird, und mit {per}, worauf es bezogen wird. Dieses Lagebild enthält: {held}.',
        'Name with {option} what is counted and with {per} what it is set against. This picture holds: {held}.',
        words,
      )
    : wrongUse(
        'Noem met {option} wat wordt geteld en met {per} waartegen. Dit beeld heeft geen aantal met de inzet die erbij hoort.',
        'Nommez avec {option} ce qui est compté et avec {per} à quoi le rapporter. Ce tableau ne contient aucun nombre avec les moyens engagés correspondants.',
        'Nennen Sie mit {option}, was gezählt wird, und mit {per}, worauf es bezogen wird. Dieses Lagebild enthält keine Anzahl mit dem zugehörigen Aufwand.',
        'Name with {option} what is counted and with {per} what it is set against. This picture holds no count with the effort that belongs to it.',
        words,
      );
}

/** What an answer about rates is told, in codes. */
export function rateQuestion(
  words: QuestionWords,
  { counted, picture: { written = (name) => name } }: Analysis,
): RateQuestion {
  const code = (key: 'metric' | 'per'): string => {
    const [word] = wordsGiven(words[key]);
    if (word === undefined) throw unnamed(counted, written);
    return codeOf(word, 'metric', { rows: counted, written: () => written(key) });
  };
  return {
    metric: code('metric'),
    per: code('per'),
    places: wordsGiven(words['place']).map((word) =>
      codeOf(word, 'place', { rows: counted, written }),
    ),
    ...daysAsked(words),
  };
}

/** What is said of the scopes of a question, with the rules that hold for each. */
interface Told {
  readonly scope: RateScope;
  readonly found: Judged;
  readonly rules: RateRules;
}

function scopesOf(analysis: Analysis, question: RateQuestion): readonly Told[] {
  const { gathered, inForce, picture } = analysis;
  const overrides = [...inForce.values()].filter(({ kind }) => kind === 'override');
  return rateScopes(gathered.observations, question, gathered.conservation).map((scope) => {
    const used = new Set(
      scope.pairs.flatMap(({ count, effort }) =>
        [...count.rows, ...effort.rows].map(({ source }) => source),
      ),
    );
    const sources = gathered.sources.filter(({ id }) => used.has(id));
    const rules = {
      breaks: sources.flatMap((source) => source.breaks),
      definitions: sources.flatMap((source) => source.definitions),
      ...{ overrides, asOf: picture.asOf },
    };
    return { scope, found: judged(scope, question, rules), rules };
  });
}

const hasPairs = ({ found }: Pick<Told, 'found'>): boolean => found.rated.length > 0;

/** The rates of a picture in a sentence each: the newest, how far they differ, and whether a trend may be said. */
export function rateFindings(analysis: Analysis, words: QuestionWords): readonly FindingBlock[] {
  const question = rateQuestion(words, analysis);
  return scopesOf(analysis, question)
    .filter(hasPairs)
    .flatMap(({ scope, found, rules }) => [
      spreadFinding(scope, question, found, { per: perOf(found.rated) }),
      ...(found.rated.length > 1 ? [rateTrend(scope, question, found, rules)] : []),
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
          'Binnen wat is gevraagd bevat dit beeld daar geen cijfers over: {count}, {effort}.',
          'Dans ce qui est demandé, ce tableau n’en contient aucun chiffre : {count}, {effort}.',
          'In dem, was gefragt ist, enthält dieses Lagebild dazu keine Zahlen: {count}, {effort}.',
          'Within what is asked this picture holds no figures of it: {count}, {effort}.',
          { count: labelled(metrics, question.metric), effort: labelled(metrics, question.per) },
        ),
      },
    ];
  // Beside the table of another scope a sentence says of which it speaks.
  const isOne = scopes.filter(({ scope }) => scope.pairs.length > 0).length === 1;
  const told = scopes.flatMap(({ scope, found, rules }): readonly Block[] => {
    const per = perOf(found.rated);
    const isSeveral = found.rated.length > 1;
    return [
      ...(hasPairs({ found })
        ? [paragraphBlock(spreadFinding(scope, question, found, { per, isNamed: !isOne }).text)]
        : []),
      ...(isSeveral
        ? [
            { kind: 'paragraph' as const, text: rateTrend(scope, question, found, rules).text },
            { kind: 'chart' as const, draw: drawn(scope, question, found.rated, per) },
          ]
        : []),
      ...(scope.pairs.length > 0 ? [rateTable(scope, question, { ...found, analysis }, per)] : []),
      ...(found.rated.length > 0 ? [{ kind: 'paragraph' as const, text: ofNothing }] : []),
      ...courses(found, question, rules).map((says) => ({
        kind: 'paragraph' as const,
        text: says,
      })),
    ];
  });
  const left = scopes.map(({ scope }) => scope);
  return [...told, ...withoutEffort(analysis, left, question)];
}
