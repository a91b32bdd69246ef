import { inFour, scaleExact, type Text, units } from '@samenbeeld/schema';
import type { Anomaly, AnomalyKind } from './anomaly.ts';
import { eventAnomaly } from './anomaly-of.ts';
import { decimals, said } from './expectation.ts';
import { medianOf, tailed } from './likelihood.ts';
import type { AnomalyInput, EventPoint } from './point.ts';
import { swappedDigits } from './readings.ts';
import { slipCauses } from './slip-causes.ts';
import { thresholds } from './thresholds.ts';
import { writtenNumber } from './written-number.ts';

/** How quantities of events like one are spread, on the log scale. */
interface EventSpread {
  readonly center: number;
  readonly spread: number;
  readonly n: number;
  readonly says: Text;
}

const fewest = 10;
/** Sizes of finds differ by more than a measuring error ever does: a spread below this is a small sample's. */
const narrowest = 0.7;

type Level = readonly [says: Text, key: (event: EventPoint) => string];

const levels: readonly Level[] = [
  [
    inFour(
      'van het middel op de plaats in deze bron',
      'de la substance au lieu dans cette source',
      'des Stoffs am Ort in dieser Quelle',
      'of the substance at the place in this source',
    ),
    (e) => `${e.source} ${e.base} ${e.substance} ${e.at} ${e.basis}`,
  ],
  [
    inFour(
      'van het middel op deze grondslag in deze bron',
      'de la substance sur cette base dans cette source',
      'des Stoffs auf dieser Grundlage in dieser Quelle',
      'of the substance on this basis in this source',
    ),
    (e) => `${e.source} ${e.base} ${e.substance} ${e.basis}`,
  ],
  [
    inFour(
      'op deze grondslag in deze bron',
      'sur cette base dans cette source',
      'auf dieser Grundlage in dieser Quelle',
      'on this basis in this source',
    ),
    (e) => `${e.source} ${e.base} ${e.basis}`,
  ],
  [
    inFour(
      'van het middel op deze grondslag in alle bronnen',
      'de la substance sur cette base dans toutes les sources',
      'des Stoffs auf dieser Grundlage in allen Quellen',
      'of the substance on this basis in all sources',
    ),
    (e) => `${e.base} ${e.substance} ${e.basis}`,
  ],
];

/** Finds that the common spread counts for beside those of a group. */
const common = 30;

/**
 * The spread of the upper half of a sample: a dozen handfuls among tons widen the lower side only, and it is too large a
 * figure that is looked for.
 */
function upward(residuals: readonly number[]): number {
  return 1.4826 * medianOf(residuals.filter((residual) => residual >= 0));
}

function grouped(
  events: readonly EventPoint[],
  key: (event: EventPoint) => string,
): ReadonlyMap<string, readonly number[]> {
  const lists = new Map<string, number[]>();
  for (const event of events) {
    if (event.quantity === null || event.quantity <= 0) continue;
    const list = lists.get(key(event));
    if (list) list.push(Math.log(event.quantity));
    else lists.set(key(event), [Math.log(event.quantity)]);
  }
  return new Map([...lists].filter(([, list]) => list.length >= fewest));
}

/** Degrees of freedom: sizes of finds are close to log-normal. */
const freedom = 20;

/**
 * Middle and spread of the smallest group with at least ten finds: substance and place, then substance and basis, then
 * basis, within the source, then substance and basis over all sources. Null where no group has ten. A few finds say little
 * of a spread, so that of a group is drawn towards the one that all groups have in common, which counts as thirty finds.
 */
function eventSpreads(events: readonly EventPoint[]): (event: EventPoint) => EventSpread | null {
  const groups = levels.map(([says, key]) => ({ says, key, lists: grouped(events, key) }));
  const residuals = groups.slice(0, 2).flatMap(({ lists }) =>
    [...lists.values()].flatMap((list) => {
      const center = medianOf(list);
      return list.map((log) => log - center);
    }),
  );
  const shared = upward(residuals);
  return (event) => {
    for (const { says, key, lists } of groups) {
      const list = lists.get(key(event));
      if (!list) continue;
      const center = medianOf(list);
      const own = upward(list.map((log) => log - center));
      const n = list.length;
      const spread = Number.isNaN(shared)
        ? own
        : Math.sqrt((n * own ** 2 + common * shared ** 2) / (n + common));
      return { center, spread: Math.max(spread, narrowest), n, says };
    }
    return null;
  };
}

/** Standard deviations of a quantity from the middle of its like; positive where it is larger. */
function eventDistance(quantity: number, spread: EventSpread | null): number {
  return spread ? (Math.log(quantity) - spread.center) / spread.spread : 0;
}

/** Decimal logarithm of how likely a quantity is among its like; 0 in the middle. */
function eventFit(quantity: number, spread: EventSpread | null): number {
  return spread ? tailed(eventDistance(quantity, spread), freedom) / Math.LN10 : 0;
}

/** Two rows of two sources that report one find, and why they are taken for one. */
interface EventPair {
  readonly a: EventPoint;
  readonly b: EventPoint;
  readonly says: Text;
}

const days = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
const window = 5;

const sameContainer = inFour(
  'dezelfde container en hetzelfde middel',
  'le même conteneur et la même substance',
  'derselbe Container und Stoff',
  'the same container and substance',
);

/** Rows of different sources with the same container, or with the same substance and place within five days and no rival. */
function eventPairs(events: readonly EventPoint[]): readonly EventPair[] {
  const pairs: EventPair[] = [];
  const paired = new Set<string>();
  const key = (a: EventPoint, b: EventPoint): string => [a.row, b.row].sort().join(' | ');
  const groups = (of: (event: EventPoint) => string | null): readonly (readonly EventPoint[])[] => {
    const lists = new Map<string, EventPoint[]>();
    for (const event of events) {
      const name = of(event);
      if (name === null || event.quantity === null || event.quantity <= 0) continue;
      lists.set(name, [...(lists.get(name) ?? []), event]);
    }
    return [...lists.values()];
  };
  const near = (
    list: readonly EventPoint[],
    event: EventPoint,
    within: number,
  ): readonly EventPoint[] =>
    list.filter(
      (other) =>
        other.source !== event.source &&
        other.base === event.base &&
        days(other.date, event.date) <= within,
    );
  const add = (
    list: readonly EventPoint[],
    within: number,
    says: (a: EventPoint, b: EventPoint) => Text,
  ): void => {
    for (const a of list) {
      const [b, rival] = near(list, a, within);
      if (!b || rival || near(list, b, within).length > 1 || a.row > b.row || paired.has(key(a, b)))
        continue;
      paired.add(key(a, b));
      pairs.push({ a, b, says: says(a, b) });
    }
  };
  for (const list of groups(({ container, substance }) =>
    container ? `${container} ${substance}` : null,
  ))
    add(list, 60, () => sameContainer);
  for (const list of groups(({ substance, at, basis }) => `${substance} ${at} ${basis}`))
    add(list, window, (a, b) =>
      said(
        'hetzelfde middel en dezelfde plaats, {n:# dag|# dagen} uiteen, en geen andere vangst in de buurt',
        'la même substance et le même lieu, à {n:# jour|# jours} d’écart, et aucune autre saisie proche',
        'derselbe Stoff und Ort, {n:# Tag|# Tage} auseinander, und kein anderer Fund in der Nähe',
        'the same substance and place, {n:# day|# days} apart, and no other find near',
        { n: days(a.date, b.date) },
      ),
    );
  return pairs;
}

type Spreads = (event: EventPoint) => EventSpread | null;

/** A quantity in the base unit as the cell would print it, the rest of the cell as it is. */
function written(event: EventPoint, value: number, input: AnomalyInput): string | null {
  const { raw } = event.place;
  const number = /\d[\d.,'\u00a0\u202f ]*/u.exec(raw)?.[0].trimEnd();
  if (number === undefined || !units.has(event.unit)) return null;
  const { digits, exponent } = units.get(event.unit);
  const printed = Number(scaleExact(value, 1, digits).toPrecision(12)) * 10 ** -exponent;
  const marks = input.marks.get(event.style);
  const decimal = marks?.decimal ?? (/,\d{1,2}$|,\d{4,}$/u.test(number) ? ',' : '.');
  return raw.trim().replace(number, writtenNumber(Number(printed.toPrecision(12)), '', decimal));
}

interface Found {
  readonly kind: Extract<AnomalyKind, 'unit_slip' | 'decimal_slip' | 'transposition'>;
  readonly says: Text;
  /** Where the larger and the smaller figure are told apart: the value each row should hold if it is the wrong one. */
  readonly score: number;
}

/** How the two quantities of one find differ, where it is by a slip; a gross weight is 2 to 5 % more than the net one. */
function difference(a: number, b: number): Found | null {
  const ratio = Math.max(a, b) / Math.min(a, b);
  const near = (factor: number): boolean => ratio / factor > 0.949 && ratio / factor < 1.06;
  const factor = [1000, 100, 10].find(near);
  if (factor !== undefined)
    return {
      kind: factor === 1000 ? 'unit_slip' : 'decimal_slip',
      says: said(
        'het ene is {factor} keer het andere',
        'l’un vaut {factor} fois l’autre',
        'die eine ist das {factor}-Fache der anderen',
        'one is {factor} times the other',
        { factor },
      ),
      score: 4,
    };
  const swap = swappedDigits(a).find(({ value }) => value === b);
  return swap && ratio > 1.055
    ? {
        kind: 'transposition',
        says: said(
          'ze verschillen alleen in {from} en {to}',
          'ils ne diffèrent que par {from} et {to}',
          'sie unterscheiden sich nur in {from} und {to}',
          'they differ by {from} and {to} only',
          { from: swap.from, to: swap.to },
        ),
        score: 3,
      }
    : null;
}

function ofPair(
  { a, b, says }: EventPair,
  spreads: Spreads,
  input: AnomalyInput,
): readonly Anomaly[] {
  const [x, y] = [a.quantity ?? 0, b.quantity ?? 0];
  if (x === y) return [];
  const found = difference(x, y);
  if (!found) return [];
  const [fitA, fitB] = [eventFit(x, spreads(a)), eventFit(y, spreads(b))];
  const [wrong, right] = fitA < fitB ? [a, b] : [b, a];
  const told = Math.abs(fitA - fitB) >= 2.5;
  const there = { file: right.place.file, line: String(right.place.line) };
  const value = right.quantity ?? 0;
  const [far, near] = [wrong, right].map((event) =>
    eventDistance(event.quantity ?? 1, spreads(event)),
  );
  return [
    eventAnomaly(wrong, input, {
      kind: found.kind,
      cause: slipCauses[found.kind],
      evidence: [
        said(
          '{says}: {wrong} {wrongUnit} hier en {value} {unit} in {file}, regel {line}; {found}',
          '{says} : {wrong} {wrongUnit} ici et {value} {unit} dans {file}, ligne {line} ; {found}',
          '{says}: {wrong} {wrongUnit} hier und {value} {unit} in {file}, Zeile {line}; {found}',
          '{says}: {wrong} {wrongUnit} here and {value} {unit} in {file}, line {line}; {found}',
          {
            ...there,
            says,
            wrong: wrong.quantity ?? 0,
            wrongUnit: wrong.base,
            value,
            unit: right.base,
            found: found.says,
          },
        ),
        said(
          'onder zijn gelijken ligt dit cijfer {far} spreidingen van het midden, het andere {near}',
          'parmi ses semblables, ce chiffre est à {far} écarts du milieu, l’autre à {near}',
          'unter ihresgleichen liegt diese Zahl {far} Streuungen von der Mitte, die andere {near}',
          'among its like this figure lies {far} spreads from the middle, the other {near}',
          { far: decimals(Math.abs(far ?? 0), 1), near: decimals(Math.abs(near ?? 0), 1) },
        ),
      ],
      rivals: [
        said(
          'de andere melding is fout ({file}, regel {line})',
          'l’autre fiche est fausse ({file}, ligne {line})',
          'die andere Meldung ist falsch ({file}, Zeile {line})',
          'the other report is wrong ({file}, line {line})',
          there,
        ),
        inFour(
          'twee verschillende vangsten',
          'deux saisies différentes',
          'zwei verschiedene Funde',
          'two different finds',
        ),
      ],
      score: found.score + Math.abs(fitA - fitB),
      to: told ? written(wrong, value, input) : null,
      ...(told
        ? {}
        : {
            open: inFour(
              'welke van de twee meldingen fout is, is niet te zeggen',
              'on ne peut dire laquelle des deux fiches est fausse',
              'welche der beiden Meldungen falsch ist, lässt sich nicht sagen',
              'which of the two reports is wrong cannot be told',
            ),
          }),
      alternatives: [String(value)],
      also: [right],
    }),
  ];
}

/** Score from which a single find is put right: what looks like a slip may be the find of the year. */
const sure = 3;
/** One find in ten is far smaller than its like: what a reading that is too small costs at most. */
const smallFind = -1;

function ofSpread(
  event: EventPoint,
  spread: EventSpread | null,
  input: AnomalyInput,
): readonly Anomaly[] {
  const own = event.quantity;
  if (own === null || own <= 0 || !spread) return [];
  const far = eventDistance(own, spread);
  // Small finds are common everywhere, and a factor of ten is within the range of finds: only a thousand times is told.
  if (far < 2.5) return [];
  const meant = scaleExact(own, 1, 1000);
  const score = Math.max(smallFind, eventFit(meant, spread)) - eventFit(own, spread);
  if (score < thresholds.unit_slip) return [];
  return [
    eventAnomaly(event, input, {
      kind: 'unit_slip',
      cause: slipCauses.unit_slip,
      evidence: [
        said(
          '{own} {unit} ligt {far} spreidingen boven het midden van {n} vangsten {group} (mediaan {median} {unit}); gedeeld door {thousand} is het {meant} {unit}, {near} spreidingen ervandaan',
          '{own} {unit} est à {far} écarts au-dessus du milieu de {n} saisies {group} (médiane {median} {unit}) ; divisé par {thousand}, c’est {meant} {unit}, à {near} écarts',
          '{own} {unit} liegt {far} Streuungen über der Mitte von {n} Funden {group} (Median {median} {unit}); geteilt durch {thousand} sind es {meant} {unit}, {near} Streuungen entfernt',
          '{own} {unit} is {far} spreads above the middle of {n} finds {group} (median {median} {unit}); divided by {thousand} it is {meant} {unit}, {near} spreads away',
          {
            own,
            unit: event.base,
            far: decimals(far, 1),
            n: spread.n,
            group: spread.says,
            median: Math.exp(spread.center),
            thousand: 1000,
            meant,
            near: decimals(Math.abs(eventDistance(meant, spread)), 1),
          },
        ),
      ],
      rivals: [
        inFour(
          'een uitzonderlijk grote vangst',
          'une saisie d’une ampleur exceptionnelle',
          'ein Fund von außergewöhnlicher Größe',
          'a find of exceptional size',
        ),
        inFour(
          'een verschoven decimaalteken',
          'un séparateur décimal mal placé',
          'ein verrutschtes Dezimalzeichen',
          'a decimal mark out of place',
        ),
      ],
      score,
      ...(score >= sure
        ? { to: written(event, meant, input) }
        : {
            to: null,
            open: inFour(
              'een uitzonderlijk grote vangst is niet uit te sluiten',
              'une saisie d’une ampleur exceptionnelle n’est pas exclue',
              'ein Fund von außergewöhnlicher Größe ist nicht auszuschließen',
              'a find of exceptional size is not out of the question',
            ),
          }),
      alternatives: [String(meant)],
    }),
  ];
}

/**
 * Quantities of seizures that are a factor of 10, 100 or 1,000, or two swapped digits, away from what another source
 * reports of the same find; or so far above their like that a slip of units explains them better than a find of
 * exceptional size. Too small a quantity alone is no evidence.
 */
export function findEventSlips(input: AnomalyInput): readonly Anomaly[] {
  const spreads = eventSpreads(input.events);
  const pairs = eventPairs(input.events);
  const found = pairs.flatMap((pair) => ofPair(pair, spreads, input));
  const done = new Set(found.flatMap(({ where, also }) => [where, ...also]));
  const agreed = new Set(
    pairs.flatMap(({ a, b }) =>
      Math.abs(Math.log((a.quantity ?? 1) / (b.quantity ?? 1))) < 0.06 ? [a.place, b.place] : [],
    ),
  );
  const alone = input.events.filter(({ place }) => !done.has(place) && !agreed.has(place));
  return [...found, ...alone.flatMap((event) => ofSpread(event, spreads(event), input))];
}
