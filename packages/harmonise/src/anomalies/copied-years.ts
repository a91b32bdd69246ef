import { inFour } from '@samenbeeld/schema';
import type { Anomaly } from './anomaly.ts';
import { anomalyOf } from './anomaly-of.ts';
import { said } from './expectation.ts';
import { medianOf } from './likelihood.ts';
import type { Point } from './point.ts';
import type { Study } from './study.ts';
import { thresholds } from './thresholds.ts';

/** A cell with what it reads as: each is looked at in many blocks and pairs of years. */
interface Figure {
  readonly point: Point;
  readonly value: number | null;
}

/** A year of a block. */
interface Year {
  /** By place in the year (series and month), the cells there: several where rows are told apart by nothing read. */
  readonly places: Map<string, Figure[]>;
  /** How many figures are large enough to tell. */
  telling: number;
}

interface Block {
  readonly name: string;
  readonly years: Map<string, Year>;
}

type Pair = readonly [Figure, Figure];

interface Copy {
  readonly block: string;
  readonly from: string;
  readonly to: string;
  readonly equal: readonly Pair[];
  readonly compared: number;
  readonly digits: number;
  /** Minus the decimal logarithm of the chance. */
  readonly power: number;
}

/** The digits of a figure without the zeros around them, and the size of the last one: 12,000 has two, in thousands. */
export function significant(value: number): { readonly digits: number; readonly step: number } {
  const [mantissa = '0', exponent = '0'] = Math.abs(value).toExponential().split('e');
  const digits = mantissa.replace('.', '').length;
  return { digits, step: 10 ** (Number(exponent) - digits + 1) };
}

/**
 * The chance that two years of a figure agree to its last significant digit, were they drawn apart: the density at nought of
 * the difference of two normal draws, 1 ÷ (2√π σ), times the size of that digit. σ is the spread of the figure's own series
 * where that is long enough, and at least √n and 2 % of the figure. By hand: 72,808 with 2 % has σ 1,456 and one chance in
 * 5,162; 12,000 is in thousands, with σ 240, and tells nothing.
 *
 * @param spread - of the figure's series on the log scale; null where its series is too short
 */
export function chanceOfEqual(value: number, spread: number | null): number {
  const deviation = Math.max(Math.sqrt(value), Math.max(spread ?? 0, 0.02) * value);
  return Math.min(1, significant(value).step / (2 * Math.sqrt(Math.PI) * deviation));
}

/** Whether a series has more than one figure a year. */
function hasParts(list: readonly Point[]): boolean {
  return new Set(list.map(({ start }) => start.slice(0, 4))).size < list.length;
}

/** Fields that tell some points from others. */
function tellingFields(points: readonly Point[]): readonly string[] {
  const values = new Map<string, Set<string>>();
  for (const { scope } of points)
    for (const [field, value] of Object.entries(scope))
      values.set(field, (values.get(field) ?? new Set()).add(value));
  return [...values].filter(([, known]) => known.size > 1).map(([field]) => field);
}

function blocksOf(study: Study): readonly Block[] {
  const blocks = new Map<string, Block>();
  const add = (name: string, of: string, slot: string, figure: Figure): void => {
    const block = blocks.get(name) ?? { name, years: new Map<string, Year>() };
    const year = block.years.get(of) ?? { places: new Map<string, Figure[]>(), telling: 0 };
    const here = year.places.get(slot);
    if (here) here.push(figure);
    else year.places.set(slot, [figure]);
    if (isTelling(figure)) year.telling += 1;
    block.years.set(of, year);
    blocks.set(name, block);
  };
  const used = [...study.series.values()].map((list) => list.filter(({ counts }) => counts));
  const told = tellingFields(used.flat());
  for (const list of used) {
    const parts = hasParts(list);
    for (const point of list) {
      const year = point.start.slice(0, 4);
      const slot = `${point.series}\t${point.start.slice(4)}${point.end.slice(4)}`;
      const figure: Figure = { point, value: study.read(point) };
      add(`${point.table}\tall`, year, slot, figure);
      for (const field of told)
        if (point.scope[field] !== undefined)
          add(`${point.table}\t${field}\t${point.scope[field]}`, year, slot, figure);
      const { place } = point.scope;
      for (const field of told)
        if (place !== undefined && field !== 'place' && point.scope[field] !== undefined)
          add(`${point.table}\t${field}\t${place} · ${point.scope[field]}`, year, slot, figure);
      if (parts) add(`${point.table}\t${point.series}`, year, slot, figure);
    }
  }
  return [...blocks.values()];
}

/** Figures of one place in two years that are equal, each taken once, whatever the order of their rows. */
function equalPairs(a: readonly Figure[], b: readonly Figure[]): readonly Pair[] {
  const left = [...b];
  return a.flatMap((figure) => {
    const at = left.findIndex(({ value }) => value === figure.value);
    const [other] = at < 0 ? [] : left.splice(at, 1);
    return other ? [[figure, other] as const] : [];
  });
}

/** Figures from five on; those below are equal by chance too often to tell. */
const isTelling = ({ value }: Figure): boolean => (value ?? 0) >= 5;

const isKnown = ({ value }: Figure): boolean => value !== null;

/** How many figures of as many significant digits equal the one of the year before, over all of a block but two years. */
function equalNeighbours(
  { years }: Block,
  [from, to]: readonly [string, string],
): (digits: number) => number {
  const counts = new Map<number, { equal: number; of: number }>();
  const all = [...years.keys()].sort();
  for (const [at, year] of all.slice(1).entries()) {
    const before = all[at] ?? '';
    if (before === from && year === to) continue;
    for (const [slot, figures] of years.get(year)?.places ?? []) {
      const others = years.get(before)?.places.get(slot) ?? [];
      const same = new Set(equalPairs(figures, others).map(([figure]) => figure));
      if (others.length === 0) continue;
      for (const figure of figures.filter(isTelling)) {
        const digits = Math.min(4, significant(figure.value ?? 0).digits);
        const known = counts.get(digits) ?? { equal: 0, of: 0 };
        counts.set(digits, { equal: known.equal + (same.has(figure) ? 1 : 0), of: known.of + 1 });
      }
    }
  }
  return (digits) => {
    const { equal, of } = counts.get(Math.min(4, digits)) ?? { equal: 0, of: 0 };
    // One equal pair elsewhere may be the one that chance allows.
    return equal < 2 ? 0 : equal / of;
  };
}

interface Changes {
  /** Share of the changes from a year to the next that are none. */
  readonly none: number;
  /** Spread of one year on the log scale, by the others' changes; null where there are fewer than five. */
  readonly spread: number | null;
}

/**
 * How the figures of one place change from each year to the next, without the later of the two at hand; of several rows a year the
 * largest beside the largest, and so on. The spread is the median absolute change (× 1.4826, Hampel 1974) over √2, for a
 * change has the noise of two years.
 */
function changesOf({ years }: Block, slot: string, left: string): Changes {
  const known = [...years.keys()]
    .filter((year) => year !== left)
    .sort()
    .flatMap((year) => {
      const figures = years.get(year)?.places.get(slot);
      if (!figures) return [];
      const values = figures.map(({ value }) => value ?? 0).sort((a, b) => b - a);
      return [{ year, values }];
    });
  const changes = known.slice(1).flatMap(({ year, values }, at) => {
    const before = known[at];
    // The year that the left out one stood before or after is no neighbour of the next.
    if (!before || (before.year < left && year > left)) return [];
    return values.flatMap((value, rank) => {
      const other = before.values[rank] ?? 0;
      return value > 0 && other > 0 ? [Math.abs(Math.log(value / other))] : [];
    });
  });
  if (changes.length === 0) return { none: 0, spread: null };
  const none = changes.filter((change) => change === 0).length / changes.length;
  return {
    none,
    spread: changes.length < 5 ? null : (1.4826 * medianOf(changes)) / Math.SQRT2,
  };
}

function copyOf(block: Block, from: string, to: string, study: Study): Copy | null {
  const [a, b] = [block.years.get(from), block.years.get(to)];
  if (!a || !b) return null;
  const equal: Pair[] = [];
  const slots: string[] = [];
  let compared = 0;
  let orders = 0;
  // Nine in ten must be equal, and so many may be compared.
  const most = 0.1 * (a.telling + b.telling);
  for (const [slot, figures] of a.places) {
    const others = b.places.get(slot);
    if (!others) continue;
    const own = figures.filter(isKnown);
    const theirs = others.filter(isKnown);
    if (own.length === 0 || theirs.length === 0) continue;
    compared += Math.max(own.filter(isTelling).length, theirs.filter(isTelling).length);
    // With fewer than half of the first thirty there is no need to look on.
    if (compared >= 30 && equal.length < 15) return null;
    const same = equalPairs(own, theirs).filter(([figure]) => isTelling(figure));
    equal.push(...same);
    if (compared - equal.length > most) return null;
    slots.push(...same.map(() => slot));
    for (let n = 2; n <= same.length; n++) orders += Math.log10(n);
  }
  if (equal.length < 2 || equal.length < 0.9 * compared) return null;
  const elsewhere = equalNeighbours(block, [from, to]);
  let digits = 0;
  let power = 0;
  for (const [at, pair] of equal.entries()) {
    const value = pair[0].value ?? 0;
    const own = significant(value).digits;
    const { none, spread } = changesOf(block, slots[at] ?? '', to);
    const chance = Math.max(
      chanceOfEqual(value, study.around(pair[0].point)?.spread ?? spread),
      elsewhere(own),
      none,
    );
    digits += own;
    power -= Math.log10(chance);
  }
  // Rows that nothing read tells apart may be equal in any order, and each pair of years is a try.
  const tries = (block.years.size * (block.years.size - 1)) / 2;
  power -= orders + Math.log10(tries);
  return { block: block.name, from, to, equal, compared, digits, power };
}

/** How much further a year lies from the others than its twin does: the copy is the one out of line. */
function outOfLine(copy: Copy, study: Study, side: 0 | 1): number {
  return copy.equal.reduce((sum, pair) => {
    const { point, value } = pair[side];
    const around = study.around(point);
    return around && value
      ? sum + Math.abs(Math.log(value + 0.5) - Math.log((around.low + around.high) / 2 + 0.5))
      : sum;
  }, 0);
}

/**
 * A year of several series, or the parts of a year of one, that equals another year figure for figure, as a set: at least
 * two figures from five on, nine in ten of those in both years, and less likely by chance than one in a million, over all
 * pairs of years that were compared. What an equal figure tells depends on its significant digits (`chanceOfEqual`), and
 * never more than the share of figures that repeat the year before elsewhere in the series and among its like: constant,
 * capped and rounded series tell nothing. The largest block is reported once; which of the two years is the copy is told by
 * what the other years make one expect. It is a question to the publisher: the true figures are not in the file.
 */
export function findCopiedYears(study: Study): readonly Anomaly[] {
  const copies = blocksOf(study).flatMap((block) => {
    const years = [...block.years.keys()].sort();
    return years.flatMap((from, at) =>
      years.slice(at + 1).flatMap((to) => copyOf(block, from, to, study) ?? []),
    );
  });
  const taken = new Set<string>();
  return copies
    .filter(({ power }) => power >= thresholds.copied_year)
    .sort((a, b) => b.equal.length - a.equal.length || (a.block < b.block ? -1 : 1))
    .flatMap((copy) => {
      const keys = copy.equal.map(([{ point }]) => `${point.row} ${point.column} ${copy.to}`);
      if (keys.every((key) => taken.has(key))) return [];
      for (const key of keys) taken.add(key);
      // A year is carried forward more often than back: the earlier one is accused only where it is far further out of line.
      const late = 2 * outOfLine(copy, study, 1) >= outOfLine(copy, study, 0) ? 1 : 0;
      const [first] = copy.equal.map((pair) => pair[late].point);
      if (!first) return [];
      const [copied, own] = late ? [copy.to, copy.from] : [copy.from, copy.to];
      const years = { copy: copied, own };
      const part = copy.block.split('\t').at(-1);
      return [
        anomalyOf(first, study.input, {
          kind: 'copied_year',
          cause: said(
            'de cijfers van {copy} zijn die van {own}: een jaar is overgenomen',
            'les chiffres de {copy} sont ceux de {own} : une année a été recopiée',
            'die Zahlen von {copy} sind die von {own}: ein Jahr wurde kopiert',
            'the figures of {copy} are those of {own}: a year was copied',
            years,
          ),
          evidence: [
            said(
              '{equal} van de {compared} cijfers vanaf vijf zijn gelijk in {from} en {to}{block}',
              '{equal} des {compared} chiffres à partir de cinq sont égaux en {from} et en {to}{block}',
              '{equal} von {compared} Zahlen ab fünf sind in {from} und {to} gleich{block}',
              '{equal} of {compared} figures from five on are equal in {from} and {to}{block}',
              {
                equal: copy.equal.length,
                compared: copy.compared,
                from: copy.from,
                to: copy.to,
                block: part === 'all' ? '' : ` (${part})`,
              },
            ),
            said(
              'samen {digits} cijfers die tellen; bij toeval ongeveer één op 10^{power}',
              '{digits} chiffres significatifs en tout ; par hasard, environ une chance sur 10^{power}',
              'zusammen {digits} gültige Ziffern; durch Zufall etwa eins zu 10^{power}',
              '{digits} significant digits together; by chance about one in 10^{power}',
              { power: Math.floor(copy.power), digits: copy.digits },
            ),
          ],
          rivals: [
            said(
              '{own} is de kopie',
              '{own} est la copie',
              '{own} ist die Kopie',
              '{own} is the copy',
              years,
            ),
            inFour(
              'de bron heeft cijfers doorgetrokken zonder het te zeggen',
              'la source a reporté des chiffres sans le dire',
              'die Quelle hat Zahlen fortgeschrieben, ohne es zu sagen',
              'the source carried figures forward and did not say so',
            ),
          ],
          score: copy.power,
          to: null,
          open: inFour(
            'de echte cijfers van dat jaar staan niet in het bestand; vraag ze aan wie het uitgeeft',
            'les vrais chiffres de cette année ne sont pas dans le fichier ; demandez-les à celui qui le publie',
            'die wahren Zahlen des Jahres stehen nicht in der Datei; fragen Sie die Stelle, die sie herausgibt',
            'the true figures of that year are not in the file; ask its publisher',
          ),
          alternatives: [],
          also: copy.equal
            .flatMap(([a, b]) => (late ? [b, a] : [a, b]))
            .map(({ point }) => point)
            .slice(1),
        }),
      ];
    });
}
