import { inFour, quoted, type Text } from '@samenbeeld/schema';
import type { Evidence, Look } from '../column.ts';
import { decimalsOf, figureOf, isRounded } from '../numbers.ts';
import { quotedAll } from '../quoted.ts';
import { isTotalHeading } from '../relations/table-sums.ts';
import { thresholds } from '../thresholds.ts';
import { fieldsOf, isOne, setIn, withCells } from '../written.ts';
import { cellsIn } from './companions.ts';
import { isOffence, isPlace, isSubstance } from './heading-roles.ts';
import { measureOf } from './measures.ts';
import { shareOf } from './profile-column.ts';
import { figureHabit, type Restated } from './restated.ts';
import type { TableView } from './table-view.ts';

/** Most columns of which parts are sought. */
const mostColumns = 16;
/** Most ways in which a total is sought. */
const mostWays = 200;

/** By what means, where or to whom a crime was done: no kind of crime. */
const circumstances: RegExp =
  /(?<!\p{L})(?:fire ?arm|guns?(?!\p{L})|knife|stabb|strang|suffoc|beat|poison|weapon|vuurwapen|steekwapen|slagwapen|wurg|verstikking|vergif|armes?(?!\p{L})|couteau|étrangl|empoison|schusswaffe|stichwaffe|messer|erwürg|erdrossel|public roads?|streets?|dwelling|house(?!hold)|home|woning|openbare weg|straat|voie publique|domicile|rue(?!\p{L})|wohnung|straße|öffentlich|locations?|methods?|wijze)/iu;

interface Figures {
  readonly column: Evidence;
  readonly values: readonly (number | null)[];
}

/** Sets of two and more columns that add up to a total in every row. */
function partsOf(total: Figures, others: readonly Figures[]): readonly (readonly Figures[])[] {
  const rows = total.values.flatMap((value, row) => (value === null ? [] : [row]));
  if (rows.length < thresholds.sumRows) return [];
  const [top = 0] = rows.toSorted((a, b) => (total.values[b] ?? 0) - (total.values[a] ?? 0));
  const holds = (parts: readonly Figures[]): boolean =>
    rows.every(
      (row) =>
        parts.every(({ values }) => values[row] !== null) &&
        parts.reduce((sum, { values }) => sum + (values[row] ?? 0), 0) === total.values[row],
    );
  const found: (readonly Figures[])[] = [];
  let ways = 0;
  const seek = (from: number, parts: readonly Figures[], left: number): void => {
    if (left === 0 && parts.length > 1 && ++ways <= mostWays && holds(parts)) found.push(parts);
    if (ways > mostWays || found.length > mostColumns) return;
    for (let at = from; at < others.length; at++) {
      const next = others[at];
      const value = next?.values[top] ?? null;
      if (next && value !== null && value <= left) seek(at + 1, [...parts, next], left - value);
    }
  };
  seek(0, [], total.values[top] ?? 0);
  return found;
}

/** A column that breaks a total down, and the column of that. */
interface Breakdown extends Restated {
  readonly total: Evidence;
}

const partsOfTotal = (parts: readonly string[], total: string, rows: number): Text =>
  inFour(
    'een deel van {total}: {parts} zijn er samen de som van, in {rows} van de {rows} rijen, en zijn geen soorten misdrijven ernaast',
    'une partie de {total} : {parts} en sont ensemble la somme, dans {rows} lignes sur {rows}, et ne sont pas d’autres genres d’infractions',
    'ein Teil von {total}: {parts} ergeben es zusammen, in {rows} von {rows} Zeilen, und sind keine weiteren Arten von Straftaten',
    'a part of {total}: {parts} together are its sum, in {rows} of {rows} rows, and are no further kinds of offences',
    { total: quoted(total), parts: quotedAll(parts, 4), rows },
  );

/**
 * Columns that break a total beside them down by means, place or person: two sets of columns that share none are each its sum in every
 * row, or the headings of the one set name no kinds of crime but circumstances.
 */
export function breakdowns(view: TableView): readonly Breakdown[] {
  if (view.record !== 'observation') return [];
  const habit = figureHabit(view);
  const figures = view.columns.flatMap((column): readonly Figures[] => {
    const { profile } = column;
    if (profile.numbers.cells === 0 || shareOf(profile, profile.numbers.cells) < 1) return [];
    const values = cellsIn(profile).map((cell) => figureOf(cell, habit));
    const isCount = values.every((value) => value === null || (value >= 0 && value % 1 === 0));
    return isCount ? [{ column, values }] : [];
  });
  const totals = figures.filter(({ column }) => isTotal(column.profile.heading));
  return totals.flatMap((total) => {
    const others = figures.filter(({ column: { profile } }) => {
      const measure = measureOf(profile.heading);
      return (
        profile !== total.column.profile &&
        !isTotal(profile.heading) &&
        measure?.ignore == null &&
        !isPlace(profile.heading, view) &&
        !isSubstance(profile.heading, view)
      );
    });
    if (others.length < 2 || others.length > mostColumns) return [];
    const sets = partsOf(total, others);
    const isApart = (one: readonly Figures[], other: readonly Figures[]): boolean =>
      one.every((each) => !other.includes(each));
    const named = (set: readonly Figures[]): number =>
      set.filter(({ column: { profile } }) => circumstances.test(spaced(profile.heading))).length;
    const areKinds = (set: readonly Figures[]): boolean =>
      set.some(({ column: { profile } }) => isOffence(profile.heading, view));
    const broken = sets.filter(
      (set) =>
        !areKinds(set) &&
        (named(set) * 2 > set.length ||
          sets.some((other) => isApart(set, other) && !areKinds(other) && named(other) > 0)),
    );
    const rows = total.values.filter((value) => value !== null).length;
    const taken = new Set<Evidence>();
    return broken.flatMap((set) =>
      set.flatMap(({ column }): readonly Breakdown[] => {
        if (taken.has(column)) return [];
        taken.add(column);
        const parts = set.map((each) => each.column.profile.heading);
        const ignore = partsOfTotal(parts, total.column.profile.heading, rows);
        return [{ column, ignore, confidence: 0.95, decide: [], total: total.column }];
      }),
    );
  });
}

/** A heading of shares that names nothing which they are of. */
const bareShare =
  /^\W*(?:aandeel|anteil|part|percentage|pct|percent|prozent|quote|ratio|rate|share|taux)\W*$/iu;
/** What says of a heading that it counts, and not what. */
const countWord = /(?<!\p{L})(?:aantal|anzahl|nombre|number|count|nb|nbre)(?!\p{L})/iu;

const partByShare = (whole: string, rate: string, rows: number): Text =>
  inFour(
    'een deel van {whole}: {rate} is er het aandeel van, in {rows} van de {rows} rijen',
    'une partie de {whole} : {rate} en est la part, dans {rows} lignes sur {rows}',
    'ein Teil von {whole}: {rate} ist sein Anteil, in {rows} von {rows} Zeilen',
    'a part of {whole}: {rate} is its share, in {rows} of {rows} rows',
    { whole: quoted(whole), rate: quoted(rate), rows },
  );

const shareOfWhole = (part: string, whole: string): Text =>
  inFour(
    'afgeleid: het aandeel van {part} in {whole}',
    'dérivé : la part de {part} dans {whole}',
    'abgeleitet: der Anteil von {part} an {whole}',
    'derived: the share of {part} in {whole}',
    { part: quoted(part), whole: quoted(whole) },
  );

/**
 * Counts that are a part of others, as their share of them beside both says in every row ("Fälle", "davon geklärt", "Quote in %"), with
 * that share: before their headings are asked what they count. A heading that names an offence, a place or a measure of its own is none.
 */
export function partsByShare(view: TableView): readonly Restated[] {
  if (view.record !== 'observation') return [];
  const habit = figureHabit(view);
  const figures = view.columns.filter(
    ({ profile }) => profile.numbers.cells > 0 && shareOf(profile, profile.numbers.cells) === 1,
  );
  const isShare = ({ profile: { heading } }: Evidence): boolean =>
    measureOf(heading)?.ignore != null || bareShare.test(spaced(heading));
  const wholes = figures.filter(({ profile: { heading } }) => {
    const measure = measureOf(heading);
    return measure === null
      ? countWord.test(heading)
      : measure.set['metric'] === 'offences' || measure.set['metric'] === 'suspects';
  });
  const parts = figures.filter(
    (column) =>
      !wholes.includes(column) &&
      !isShare(column) &&
      measureOf(column.profile.heading) === null &&
      ![isOffence, isPlace, isSubstance].some((names) => names(column.profile.heading, view)),
  );
  const shares = figures.filter(isShare);
  if (parts.length === 0 || wholes.length === 0) return [];
  const valuesOf = new Map(
    [...new Set([...shares, ...parts, ...wholes])].map((column) => [
      column,
      cellsIn(column.profile).map((cell) => figureOf(cell, habit)),
    ]),
  );
  /** In how many rows the share is told; null at the first in which it is not. */
  const rowsTold = (rate: Evidence, part: Evidence, whole: Evidence): number | null => {
    const [owns, alls] = [part, whole].map((column) => valuesOf.get(column) ?? []);
    const printed = cellsIn(rate.profile);
    const seen = new Set<number>();
    let rows = 0;
    for (const [row, share] of (valuesOf.get(rate) ?? []).entries()) {
      const [own, all] = [owns?.[row], alls?.[row]];
      if (share === null || own == null || all == null || all === 0) continue;
      const decimals = decimalsOf(printed[row] ?? '', habit);
      if (own > all || !isRounded(share, (100 * own) / all, decimals)) return null;
      seen.add(share);
      rows += 1;
    }
    return rows >= thresholds.sumRows && seen.size > 2 ? rows : null;
  };
  return shares.flatMap((rate): readonly Restated[] => {
    for (const part of parts)
      for (const whole of wholes) {
        const rows = rowsTold(rate, part, whole);
        if (rows === null) continue;
        const names = [part, whole, rate].map(({ profile }) => profile.heading);
        return [
          { column: part, ignore: partByShare(names[1] ?? '', names[2] ?? '', rows) },
          { column: rate, ignore: shareOfWhole(names[0] ?? '', names[1] ?? '') },
        ].map((each) => ({ ...each, confidence: 0.97, decide: [] }));
      }
    return [];
  });
}

/**
 * Totals that are broken down beside them, whose heading alone names a kind of offence: it is kept in those words, and asked which
 * it is.
 */
export function kindsOfTotals(view: TableView): Look {
  const totals = new Set(breakdowns(view).map(({ total }) => total.profile.heading));
  return (columns) => {
    const isTold = columns.some(({ written }) =>
      fieldsOf(written).some((field) => field === 'offence' || field === 'nationalCode'),
    );
    return ({ headings: [heading = ''], to, written }) => {
      const isKind = totals.has(heading) && isOffence(heading, view);
      if (isTold || !isKind || to !== 'value' || written === null || !isOne(written)) return null;
      return {
        entry: 'finding',
        reason: inFour(
          'alleen de kop noemt het misdrijf',
          'seul l’en-tête nomme l’infraction',
          'nur die Überschrift nennt die Straftat',
          'the heading alone names the offence',
        ),
        written: withCells(written, (cells) => ({
          ...cells,
          set: { ...setIn(cells), nationalCode: heading },
        })),
        atMost: thresholds.asked,
        decide: [
          inFour(
            'Alleen de kop {heading} noemt het misdrijf: welke offence is dat? Als nationalCode bewaard in de woorden van de kop.',
            'Seul l’en-tête {heading} nomme l’infraction : quelle offence est-ce ? Gardée comme nationalCode dans les mots de l’en-tête.',
            'Nur die Überschrift {heading} nennt die Straftat: welche offence ist das? Als nationalCode im Wortlaut der Überschrift behalten.',
            'The heading {heading} alone names the offence: which offence is it? It is kept as the nationalCode in the words of the heading.',
            { heading: quoted(heading) },
          ),
        ],
      };
    };
  };
}

const spaced = (heading: string): string =>
  heading.replaceAll('_', ' ').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');

/** Whether a heading says that its column is a total ("TotalVictims"). */
const isTotal = (heading: string): boolean => isTotalHeading(spaced(heading));
