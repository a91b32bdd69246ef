import { inFour } from '@samenbeeld/schema';
import type { Anomaly } from './anomaly.ts';
import { anomalyOf } from './anomaly-of.ts';
import { said } from './expectation.ts';
import type { Point } from './point.ts';
import type { Study } from './study.ts';
import { thresholds } from './thresholds.ts';

interface Block {
  readonly name: string;
  /** Year, then place in the year (series and month), then the cell. */
  readonly years: Map<string, Map<string, Point>>;
}

interface Copy {
  readonly block: string;
  readonly from: string;
  readonly to: string;
  readonly equal: readonly (readonly [Point, Point])[];
  readonly compared: number;
  readonly bits: number;
}

/** How surprising it is that two years of a count are equal: minus the logarithm (base 2) of its usual chance. */
function bitsOf(value: number): number {
  return Math.log2(Math.max(1, 2 * Math.sqrt(Math.PI) * Math.max(Math.sqrt(value), 0.02 * value)));
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
  const add = (name: string, year: string, slot: string, point: Point): void => {
    const block = blocks.get(name) ?? { name, years: new Map() };
    const cells = block.years.get(year) ?? new Map<string, Point>();
    cells.set(slot, point);
    block.years.set(year, cells);
    blocks.set(name, block);
  };
  const used = [...study.series.values()].map((list) => list.filter(({ counts }) => counts));
  const told = tellingFields(used.flat());
  for (const list of used) {
    const parts = hasParts(list);
    for (const point of list) {
      const year = point.start.slice(0, 4);
      const slot = `${point.series}\t${point.start.slice(4)}${point.end.slice(4)}`;
      add(`${point.table}\tall`, year, slot, point);
      for (const field of told)
        if (point.scope[field] !== undefined)
          add(`${point.table}\t${field} ${point.scope[field]}`, year, slot, point);
      if (parts) add(`${point.table}\t${point.series}`, year, slot, point);
    }
  }
  return [...blocks.values()];
}

function copyOf(block: Block, from: string, to: string, study: Study): Copy | null {
  const [a, b] = [block.years.get(from), block.years.get(to)];
  if (!a || !b) return null;
  const equal: (readonly [Point, Point])[] = [];
  let compared = 0;
  let bits = 0;
  for (const [slot, point] of a) {
    const other = b.get(slot);
    const [x, y] = [study.read(point), other ? study.read(other) : null];
    if (!other || x === null || y === null || (x < 5 && y < 5)) continue;
    compared += 1;
    // Nine in ten must be equal: with fewer than half of the first thirty there is no need to look on.
    if (compared === 30 && equal.length < 15) return null;
    if (x !== y) continue;
    equal.push([point, other]);
    bits += bitsOf(x);
  }
  return equal.length >= 4 && equal.length >= 0.9 * compared
    ? { block: block.name, from, to, equal, compared, bits }
    : null;
}

/** How much further a year lies from the others than its twin does: the copy is the one out of line. */
function outOfLine(copy: Copy, study: Study, side: 0 | 1): number {
  return copy.equal.reduce((sum, pair) => {
    const around = study.around(pair[side]);
    const value = study.read(pair[side]);
    return around && value
      ? sum + Math.abs(Math.log(value + 0.5) - Math.log((around.low + around.high) / 2 + 0.5))
      : sum;
  }, 0);
}

/**
 * A year of several series, or the months of a year of one, that equals another year figure for figure: at least four
 * figures from five on, nine in ten of those in both years, and less likely by chance than one in a million. The largest
 * block is reported once; which of the two years is the copy is told by what the other years make one expect.
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
    .filter(({ bits }) => bits * Math.log10(2) >= thresholds.copied_year)
    .sort((a, b) => b.equal.length - a.equal.length || (a.block < b.block ? -1 : 1))
    .flatMap((copy) => {
      const keys = copy.equal.map(([point]) => `${point.row} ${point.column} ${copy.to}`);
      if (keys.every((key) => taken.has(key))) return [];
      for (const key of keys) taken.add(key);
      const late = outOfLine(copy, study, 1) >= outOfLine(copy, study, 0) ? 1 : 0;
      const [first] = copy.equal.map((pair) => pair[late]);
      if (!first) return [];
      const [copied, own] = late ? [copy.to, copy.from] : [copy.from, copy.to];
      const years = { copy: copied, own };
      const part = copy.block.split('\t').slice(1).join(' ');
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
              'bij toeval ongeveer één op 10^{power}',
              'par hasard, environ une chance sur 10^{power}',
              'durch Zufall etwa eins zu 10^{power}',
              'by chance about one in 10^{power}',
              { power: Math.floor(copy.bits * Math.log10(2)) },
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
          score: copy.bits * Math.log10(2),
          to: null,
          open: inFour(
            'de echte cijfers van dat jaar staan niet in het bestand',
            'les vrais chiffres de cette année ne sont pas dans le fichier',
            'die wahren Zahlen des Jahres stehen nicht in der Datei',
            'the true figures of that year are not in the file',
          ),
          alternatives: [],
          also: copy.equal.flatMap((pair) => [pair[late], pair[1 - late] as Point]).slice(1),
        }),
      ];
    });
}
