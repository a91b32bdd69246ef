import {
  bound,
  type Finding,
  figure,
  InputError,
  inEach,
  inFour,
  type Shape,
  semicolon,
  shape,
  type Text,
  takes,
  wrongUse,
} from '@samenbeeld/schema';
import { type About, checkProbability, checkTogether } from '../about.ts';
import { randomOf } from '../sampling/random.ts';
import { listWarnings } from '../warnings.ts';
import { changeSays } from '../words/effort.ts';
import { pValue } from '../words/p-value.ts';
import { unitAfter } from '../words/unit-word.ts';
import {
  dayOf,
  type KnoxPairs,
  knoxCounts,
  knoxPairs,
  type PlacedEvent,
  type Separation,
} from './knox-pairs.ts';

/** What may be said of events close in space and time. */
export type NearVerdict = 'more' | 'not_shown' | 'no_conclusion';

interface NearWords {
  readonly verdict: NearVerdict;
  readonly pairs: number;
  readonly expected: number;
  readonly ratio: number | null;
  readonly p: number;
  readonly n: number;
  /** What holds every pair; null where neither does. */
  readonly within: 'distance' | 'days' | null;
  readonly distance: number;
  readonly days: number;
  readonly unit: string;
}

const dayWords: Text = { nl: 'dagen', fr: 'jours', de: 'Tagen', en: 'days' };

function main(w: NearWords): Text {
  const { ratio } = w;
  return inEach((language) => {
    const reach = `${figure(w.distance, language)}${unitAfter(w.unit, w.distance, language)}`;
    const days = figure(w.days, language);
    const n = `n\u00a0=\u00a0${figure(w.n, language)}`;
    const span = w.within === 'distance' ? reach : `${days} ${dayWords[language]}`;
    if (w.verdict === 'no_conclusion' && w.within !== null)
      return {
        nl: `Geen conclusie mogelijk (${n}): alle gevallen liggen binnen ${span} van elkaar, zodat elke volgorde van hun dagen dezelfde paren geeft.`,
        fr: `Aucune conclusion possible (${n})\u00a0: tous les cas se trouvent à moins de ${span} l’un de l’autre, si bien que tout ordre de leurs jours donne les mêmes paires.`,
        de: `Keine Aussage möglich (${n}): Alle Fälle liegen innerhalb von ${span} beieinander, sodass jede Reihenfolge ihrer Tage dieselben Paare ergibt.`,
        en: `No conclusion possible (${n}): all cases lie within ${span} of each other, so that every order of their days gives the same pairs.`,
      }[language];
    if (w.verdict === 'no_conclusion' || ratio === null)
      return {
        nl: `Geen conclusie mogelijk (${n}): er zijn te weinig paren binnen ${reach} of binnen ${days} dagen.`,
        fr: `Aucune conclusion possible (${n})\u00a0: il y a trop peu de paires à moins de ${reach} ou à moins de ${days} jours.`,
        de: `Keine Aussage möglich (${n}): Es gibt zu wenige Paare innerhalb von ${reach} oder von ${days} Tagen.`,
        en: `No conclusion possible (${n}): there are too few pairs within ${reach} or within ${days} days.`,
      }[language];
    const expected = figure(w.expected, language);
    const pairs = figure(w.pairs, language);
    const semi = semicolon[language];
    const chance = {
      nl: `${pairs} paren, ${expected} te verwachten; ${n}, ${pValue(w.p, language)}`,
      fr: `${pairs} paires, ${expected} attendues${semi}${n}${semi}${pValue(w.p, language)}`,
      de: `${pairs} Paare, ${expected} zu erwarten; ${n}, ${pValue(w.p, language)}`,
      en: `${pairs} pairs, ${expected} expected; ${n}, ${pValue(w.p, language)}`,
    }[language];
    const times = bound(ratio, 1, language);
    if (w.verdict === 'not_shown')
      return {
        nl: `Het is niet aantoonbaar dat gevallen vaker dan bij toeval binnen ${reach} en ${days} dagen van elkaar liggen (${chance}). Dat bewijst niet dat ze los van elkaar staan.`,
        fr: `On ne peut démontrer que des cas se trouvent à moins de ${reach} et de ${days} jours l’un de l’autre plus souvent que par hasard (${chance}). Cela ne prouve pas qu’ils sont indépendants.`,
        de: `Es lässt sich nicht nachweisen, dass Fälle häufiger als durch Zufall innerhalb von ${reach} und ${days} Tagen beieinanderliegen (${chance}). Das beweist nicht, dass sie unabhängig voneinander sind.`,
        en: `It cannot be shown that cases lie within ${reach} and ${days} days of each other more often than by chance (${chance}). That does not prove that they are independent.`,
      }[language];
    return {
      nl: `Binnen ${reach} en ${days} dagen van elkaar liggen ${times} keer zoveel paren gevallen als bij toeval (${chance}).`,
      fr: `À moins de ${reach} et de ${days} jours l’un de l’autre se trouvent ${times} fois plus de paires de cas que par hasard (${chance}).`,
      de: `Innerhalb von ${reach} und ${days} Tagen liegen ${times}-mal so viele Paare von Fällen beieinander wie durch Zufall (${chance}).`,
      en: `Within ${reach} and ${days} days of each other lie ${times} times as many pairs of cases as by chance (${chance}).`,
    }[language];
  });
}

function nearSays(about: About, w: NearWords): Text {
  return changeSays(about, main(w));
}

/** Visits a list in every order (Heap 1963). The list that is visited changes between visits. */
function everyOrder(values: Float64Array, visit: (order: Float64Array) => void): void {
  const order = values.slice();
  const swap = (i: number, j: number): void => {
    const kept = order[i] as number;
    order[i] = order[j] as number;
    order[j] = kept;
  };
  const arrange = (size: number): void => {
    if (size <= 1) {
      visit(order);
      return;
    }
    for (let i = 0; i < size - 1; i += 1) {
      arrange(size - 1);
      swap(size % 2 === 0 ? i : 0, size - 1);
    }
    arrange(size - 1);
  };
  arrange(order.length);
}

/** Where and on which day something happened. */
export interface SpaceTimeEvent {
  /** Metres east and north in a projection, or degrees of longitude and latitude with `separation: 'earth'`. */
  readonly x: number;
  readonly y: number;
  /** "2024-03-01". */
  readonly date: string;
}

export interface NearRepeatOptions extends About {
  /** Upper edges of the bands of distance, increasing: [200, 400] gives 0–200 and 200–400, lower edge included. */
  readonly distances: readonly number[];
  /** Upper edges of the bands of days apart: [7, 14] gives less than 7 days and 7 to 13. */
  readonly days: readonly number[];
  /** - `straight` (default): Euclidean · `blocks`: along a grid (Manhattan) · `earth`: metres between degrees */
  readonly separation?: Separation;
  /** Orders of the days that are drawn; 999. Up to seven events all orders are listed instead. */
  readonly draws?: number;
  /** Where the draws begin; 1. */
  readonly seed?: number;
  /** One-sided significance level; 0.05. */
  readonly alpha?: number;
}

/** Pairs of events in one band of distance and one of days. */
export interface KnoxCell {
  readonly distanceFrom: number;
  readonly distanceTo: number;
  readonly daysFrom: number;
  readonly daysTo: number;
  readonly pairs: number;
  /** Mean over all orders of the days: pairs in the band of distance × pairs in the band of days ÷ all pairs. */
  readonly expected: number;
  readonly ratio: number | null;
  readonly p: number;
}

/** A finding whose estimate is the Knox ratio of the nearest cell. */
export interface NearRepeat extends Finding {
  /** The nearest in space and time first, by band of distance. Their p are not adjusted for their number. */
  readonly cells: readonly KnoxCell[];
  readonly details: {
    readonly verdict: NearVerdict;
    readonly pairs: number;
    readonly expected: number;
    readonly orders: number;
    readonly exact: 'yes' | 'no';
  };
}

const listedUpTo = 7;
const mostEvents = 10_000;

/**
 * Knox's test: do more events lie close in both space and time than their places and days alone would give?
 *
 * The days are put in other orders over the places; p is the share of orders with at least as many close pairs,
 * `(b + 1)/(B + 1)` where they are drawn. The verdict is that of the nearest cell, chosen beforehand. For find places
 * of dumped waste, break-ins into containers or seizures by post hub; not where a wave of checks, or the recording of
 * one investigation as many events, puts days and places together.
 * Knox 1964; Besag and Diggle 1977; Mantel 1967; counts as R surveillance `knox`, which includes the upper edge instead.
 *
 * @throws InputError for unreadable days, coordinates that are not finite
 * @throws UsageError for edges that do not increase from above zero, or more than 10,000 events
 * @example
 * ```ts
 * import { nearRepeat } from '@samenbeeld/trends';
 * const events = [[0, '01'], [1, '02'], [2, '01'], [500, '20'], [501, '21'], [900, '11']].map(([x, day]) => ({ x: Number(x), y: 0, date: `2024-03-${day}` }));
 * const { cells, details } = nearRepeat(events, { distances: [10], days: [7] });
 * [cells[0]?.pairs, cells[0]?.expected.toFixed(4), details.exact] // => [4, '1.0667', 'yes']
 * ```
 */
export function nearRepeat(
  events: readonly SpaceTimeEvent[],
  options: NearRepeatOptions,
): NearRepeat {
  takes(
    'nearRepeat',
    ['events', events, shape.list(placedShape)],
    [
      'options',
      options,
      shape.record<NearRepeatOptions>({ distances: shape.numbers, days: shape.numbers }),
    ],
  );

  const alpha = checkProbability('alpha', options.alpha ?? 0.05);
  const alike = checkTogether(options, 'sum');
  const { distances, days } = options;
  checkEdges('distances', distances);
  checkEdges('days', days);
  if (events.length > mostEvents)
    throw wrongUse(
      '`nearRepeat` neemt hoogstens {mostEvents} gebeurtenissen, niet {nEvents}; splits ze naar gebied',
      '`nearRepeat` prend au plus {mostEvents} événements, et non {nEvents} ; séparez-les par zone',
      '`nearRepeat` nimmt höchstens {mostEvents} Ereignisse, nicht {nEvents}; nach Gebiet aufteilen',
      '`nearRepeat` takes at most {mostEvents} events, got {nEvents}; split them by area',
      { mostEvents: String(mostEvents), nEvents: String(events.length) },
    );
  const placed = events.map(({ x, y, date }, i): PlacedEvent => {
    if (!Number.isFinite(x) || !Number.isFinite(y))
      throw new InputError(
        inFour(
          'verwacht: eindige coördinaten voor gebeurtenis {a}; gevonden: {x}, {y}',
          'attendu : des coordonnées finies pour l’événement {a} ; trouvé : {x}, {y}',
          'erwartet: endliche Koordinaten für Ereignis {a}; gefunden: {x}, {y}',
          'expected finite coordinates for event {a}, found {x}, {y}',
          { a: String(i + 1), x: String(x), y: String(y) },
        ),
        inFour(
          'laat gebeurtenissen weg waarvan de plaats niet bekend is',
          'laissez de côté les événements dont le lieu est inconnu',
          'Ereignisse weglassen, deren Ort nicht bekannt ist',
          'leave out events whose place is not known',
        ),
      );
    return { x, y, day: dayOf(date, i + 1) };
  });
  const n = placed.length;
  const pairs = knoxPairs(placed, distances, days, options.separation ?? 'straight');
  const own = Float64Array.from(placed, ({ day }) => day);
  const observed = knoxCounts(pairs, own, days, distances.length);
  const atLeast = new Float64Array(observed.length);
  const reached: number[] = [];
  const tally = (order: Float64Array): void => {
    const counts = knoxCounts(pairs, order, days, distances.length);
    for (const [cell, count] of counts.entries())
      if (count >= (observed[cell] as number)) atLeast[cell] = (atLeast[cell] as number) + 1;
    reached.push(counts[0] as number);
  };
  const exact = n <= listedUpTo;
  if (exact) everyOrder(own, tally);
  else {
    const random = randomOf(options.seed ?? 1);
    const order = own.slice();
    tally(own);
    for (let draw = 0; draw < (options.draws ?? 999); draw += 1) {
      random.shuffle(order);
      tally(order);
    }
  }
  const orders = reached.length;
  const all = (n * (n - 1)) / 2;
  const cells = distances.flatMap((distanceTo, d) =>
    days.map((daysTo, t): KnoxCell => {
      const cell = d * days.length + t;
      const count = observed[cell] as number;
      const expected =
        all > 0 ? ((pairs.inSpace[d] as number) * (pairs.inTime[t] as number)) / all : 0;
      return {
        distanceFrom: d === 0 ? 0 : (distances[d - 1] as number),
        distanceTo,
        daysFrom: t === 0 ? 0 : (days[t - 1] as number),
        daysTo,
        pairs: count,
        expected,
        ratio: expected > 0 ? count / expected : null,
        p: orders > 0 ? (atLeast[cell] as number) / orders : 1,
      };
    }),
  );
  const nearest = cells[0] as KnoxCell;
  const most = reached.reduce((high, count) => Math.max(high, count), 0);
  const mostly = reached.filter((count) => count === most).length / Math.max(1, orders);
  const verdict: NearVerdict =
    nearest.ratio === null || mostly > alpha
      ? 'no_conclusion'
      : nearest.p <= alpha
        ? 'more'
        : 'not_shown';
  return {
    kind: 'near_repeat',
    subject: options.subject ?? '',
    estimate: verdict === 'no_conclusion' ? null : nearest.ratio,
    unit: 'ratio',
    interval: null,
    n,
    p: verdict === 'no_conclusion' ? null : nearest.p,
    method: `Knox test, ${exact ? 'every order of the days' : 'Monte Carlo'}`,
    definition: 'pairs close in space and time over their mean when days change places (Knox 1964)',
    assumptions: [
      inFour(
        'het risico van elke plaats verandert in de tijd zoals dat van de andere',
        'le risque de chaque lieu évolue dans le temps comme celui des autres',
        'das Risiko jedes Ortes verändert sich über die Zeit wie das der anderen',
        'the risk of each place changes over time as that of the others does',
      ),
      inFour(
        'elke regel is een gebeurtenis op zich',
        'chaque entrée est un événement à part',
        'jeder Eintrag ist ein eigenes Ereignis',
        'each entry is an event of its own',
      ),
    ],
    warnings: listWarnings(
      alike,
      nearest.expected < 5 &&
        inFour(
          'er zijn minder dan 5 nabije paren te verwachten: de verhouding is grof',
          'on attend moins de 5 paires proches\u00a0: le rapport est approximatif',
          'weniger als 5 nahe Paare sind zu erwarten: Das Verhältnis ist grob',
          'fewer than 5 close pairs are expected: the ratio is rough',
        ),
    ),
    confidence: verdict === 'no_conclusion' || nearest.expected < 5 ? 'low' : 'medium',
    cells,
    details: {
      verdict,
      pairs: nearest.pairs,
      expected: nearest.expected,
      orders,
      exact: exact ? 'yes' : 'no',
    },
    says: nearSays(options, {
      verdict,
      pairs: nearest.pairs,
      expected: nearest.expected,
      ratio: nearest.ratio,
      p: nearest.p,
      n,
      within: withinOf(pairs, all),
      distance: nearest.distanceTo,
      days: nearest.daysTo,
      unit: options.unit ?? 'm',
    }),
  };
}

/** What holds every pair, so that no order of the days gives another count. */
function withinOf({ inSpace, inTime }: KnoxPairs, all: number): 'distance' | 'days' | null {
  if (all === 0) return null;
  return inSpace[0] === all ? 'distance' : inTime[0] === all ? 'days' : null;
}

function checkEdges(name: string, edges: readonly number[]): void {
  if (edges.length === 0 || edges.some((edge, i) => !(edge > (i === 0 ? 0 : (edges[i - 1] ?? 0)))))
    throw wrongUse(
      '`{name}` lopen op vanaf boven nul, niet {b}',
      '`{name}` croissent à partir d’au-dessus de zéro, et non {b}',
      '`{name}` steigen von über null an, nicht {b}',
      '`{name}` must increase from above zero, got {b}',
      { name, b: edges.join(', ') || 'none' },
    );
}

export const placedShape: Shape = shape.record<SpaceTimeEvent>({
  x: shape.number,
  y: shape.number,
  date: shape.text,
});
