import { inEach, inFour, type Text } from '@samenbeeld/schema';
import type { Anomaly, CellPlace } from './anomaly.ts';
import { anomalyOf } from './anomaly-of.ts';
import { decimals, said } from './expectation.ts';
import type { Point, Whole } from './point.ts';
import type { Study } from './study.ts';
import { thresholds } from './thresholds.ts';

/** A whole beside its parts, and how often wholes of its kind hold. */
interface Sum {
  readonly whole: Whole;
  /** Null where a figure is missing. */
  readonly total: number | null;
  readonly parts: number | null;
  /** Parts without a figure; what they are leaves room below the total, and none above it. */
  readonly gaps: number;
  readonly holds: number;
  readonly of: number;
}

/** A tie between columns in words. */
function tie(kind: 'sum' | 'share', total: Point, parts: readonly Point[]): Text {
  const name = ({ place }: Point): string => `“${place.heading ?? place.column}”`;
  const words = { parts: parts.map(name).join(' + '), total: name(total) };
  if (kind === 'sum') return inEach(() => `${words.parts} = ${words.total}`);
  return said(
    '{parts} is een deel van {total}',
    '{parts} fait partie de {total}',
    '{parts} ist ein Teil von {total}',
    '{parts} is part of {total}',
    words,
  );
}

/** Wholes that the ties between columns make, row by row: a + b = c, and a ≤ b where a is printed as a share of b. */
function ofColumns(study: Study): readonly Whole[] {
  const { input } = study;
  const rows = new Map<string, Map<string, Point>>();
  for (const point of input.points) {
    const row = rows.get(point.row) ?? new Map<string, Point>();
    row.set(point.column, point);
    rows.set(point.row, row);
  }
  return input.identities.flatMap(({ identity }) => {
    if (identity.kind === 'rate') return [];
    const keys =
      identity.kind === 'sum' ? [identity.c, identity.a, identity.b] : [identity.b, identity.a];
    let says: Text | undefined;
    return [...rows.values()].flatMap((row): Whole[] => {
      const [total, ...parts] = keys.flatMap((key) => row.get(key) ?? []);
      if (!total || parts.length < keys.length - 1) return [];
      // A share that is printed above a hundred is meant so: cleared cases of an earlier year.
      const share = identity.kind === 'share' ? row.get(identity.c) : undefined;
      // Of nothing there is no share: one cleared case of none is of another year too.
      if (share && ((study.read(share) ?? 0) > 100 || study.read(total) === 0)) return [];
      says ??= tie(identity.kind, total, parts);
      return [
        {
          total,
          parts,
          complete: identity.kind === 'sum',
          tolerance: 0,
          says,
        },
      ];
    });
  });
}

/** Declared parts without a figure are left out of the sum, as the check itself does; elsewhere nothing is said of it. */
const sumOf = ({ parts, declared }: Whole, { read }: Study): number | null => {
  const values = parts.map(read).filter((value) => !declared || value !== null);
  if (values.length === 0) return null;
  return values.some((value) => value === null)
    ? null
    : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
};

/** Whether the parts fit into the whole, and make it up where they are all there with a figure. */
function sumHolds({
  whole,
  total,
  parts,
  gaps,
}: Pick<Sum, 'whole' | 'total' | 'parts' | 'gaps'>): boolean {
  if (total === null || parts === null) return true;
  const slack = whole.tolerance + 1e-6 * Math.max(1, Math.abs(total));
  return gaps === 0 && (whole.complete || whole.declared)
    ? Math.abs(parts - total) <= slack
    : parts <= total + slack;
}

/** Every whole beside its parts, with the share of its kind that holds: declared ones, periods, and columns; not those with a doubted cell. */
export function sumsOf(study: Study, doubted: ReadonlySet<CellPlace>): readonly Sum[] {
  const wholes = [...study.input.wholes, ...ofColumns(study)].filter(
    ({ total, parts }) => ![total, ...parts].some(({ place }) => doubted.has(place)),
  );
  const told = wholes.map((whole) => ({
    whole,
    total: study.read(whole.total),
    parts: sumOf(whole, study),
    gaps: whole.parts.filter((part) => study.read(part) === null).length,
  }));
  const counts = new Map<string, { holds: number; of: number }>();
  for (const one of told) {
    if (one.total === null || one.parts === null) continue;
    const known = counts.get(one.whole.says.en) ?? { holds: 0, of: 0 };
    counts.set(one.whole.says.en, {
      holds: known.holds + (sumHolds(one) ? 1 : 0),
      of: known.of + 1,
    });
  }
  return told.map((one) => ({ ...one, ...(counts.get(one.whole.says.en) ?? { holds: 0, of: 0 }) }));
}

/** How sure a broken sum is: by the cases that hold, and never below the threshold where the description declares it. */
function scoreOf({ whole, holds }: Sum, kind: 'part_exceeds_whole' | 'parts_not_total'): number {
  const counted = Math.log10(1 + holds);
  return whole.declared ? Math.max(thresholds[kind], counted) : counted;
}

/** A declared rule is one; another is where it holds in at least three quarters of its cases. What is left over breaks it. */
function isRule({ whole, holds, of }: Sum): boolean {
  if (whole.declared) return true;
  return of < 4 ? holds >= 1 || of === 1 : holds >= 0.75 * of;
}

const tooMuch = inFour('veel', 'trop', 'viel', 'much');

const tooLittle = inFour('weinig', 'moins', 'wenig', 'little');

/** In how many cases of its kind a sum holds. */
function holdsIn({ whole, holds, of }: Sum): Text {
  return said(
    '{whole}: klopt in {holds} van de {of} gevallen',
    '{whole} : vrai dans {holds} cas sur {of}',
    '{whole}: gilt in {holds} von {of} Fällen',
    '{whole}: holds in {holds} of {of} cases',
    { whole: whole.says, holds, of },
  );
}

/**
 * Parts that do not add up to their total where all are there and sums of the same kind do add up; where a part has no
 * figure, parts that are more than the total. Sums with a part that
 * exceeds the whole, or a slip that explains the difference, are reported as that.
 */
export function findUnequalSums(study: Study, doubted: ReadonlySet<CellPlace>): readonly Anomaly[] {
  const all = sumsOf(study, doubted);
  return all.flatMap((sum) => {
    const { whole, total, parts, gaps } = sum;
    if (
      !(whole.complete || whole.declared) ||
      total === null ||
      parts === null ||
      sumHolds(sum) ||
      !isRule(sum)
    )
      return [];
    if (whole.parts.some((part) => (study.read(part) ?? 0) > total)) return [];
    // Two ways to divide the same whole that agree speak against the whole.
    const agreeing = all.find(
      (other) =>
        other !== sum &&
        other.whole.total === whole.total &&
        other.parts === parts &&
        !sumHolds(other),
    );
    return [
      anomalyOf(whole.total, study.input, {
        kind: 'parts_not_total',
        cause: inFour(
          'de delen tellen niet op tot het totaal: een deel ontbreekt of is fout, of het totaal is fout',
          'les parties ne font pas le total : une partie manque ou est fausse, ou le total l’est',
          'die Teile ergeben nicht die Summe: ein Teil fehlt oder ist falsch, oder die Summe ist es',
          'the parts do not add up to the total: a part is missing or wrong, or the total is',
        ),
        evidence: [
          said(
            '{n} delen tellen op tot {parts}, het totaal is {total}: {off} te {much} ({share} %)',
            '{n} parties font {parts}, le total est {total} : {off} de {much} ({share} %)',
            '{n} Teile ergeben {parts}, die Summe ist {total}: {off} zu {much} ({share} %)',
            '{n} parts add up to {parts}, the total is {total}: {off} too {much} ({share} %)',
            {
              n: whole.parts.length,
              parts,
              total,
              off: Math.abs(total - parts),
              much: parts > total ? tooMuch : tooLittle,
              share: decimals((100 * Math.abs(total - parts)) / Math.max(total, 1), 2),
            },
          ),
          ...(agreeing
            ? [
                said(
                  '{n} andere delen van hetzelfde totaal tellen ook op tot {parts}: eerder is het totaal fout',
                  '{n} autres parties du même total font aussi {parts} : c’est plutôt le total qui est faux',
                  '{n} andere Teile derselben Summe ergeben auch {parts}: eher ist die Summe falsch',
                  '{n} other parts of the same total add up to {parts} too: the total is the likelier slip',
                  { n: agreeing.whole.parts.length, parts },
                ),
              ]
            : []),
          ...(gaps > 0
            ? [
                said(
                  '{n} van de delen {n:heeft|hebben} geen cijfer: {n:het komt|ze komen} er alleen bij',
                  '{n} des parties {n:n’a pas|n’ont pas} de chiffre : {n:elle ne peut|elles ne peuvent} que s’y ajouter',
                  '{n} der Teile {n:hat|haben} keine Zahl: {n:er kommt|sie kommen} nur hinzu',
                  '{n} of the parts {n:has|have} no figure: {n:it only adds|they only add} to it',
                  { n: gaps },
                ),
              ]
            : []),
          holdsIn(sum),
        ],
        rivals: [
          inFour(
            'afronding van de delen',
            'arrondi des parties',
            'Rundung der Teile',
            'rounding of the parts',
          ),
          inFour(
            'een deel dat niet is opgenomen',
            'une partie qui n’est pas reprise',
            'ein Teil, der nicht aufgeführt ist',
            'a part that is not listed',
          ),
        ],
        score: scoreOf(sum, 'parts_not_total'),
        to: null,
        open: inFour(
          'welk cijfer fout is, is niet te zeggen',
          'on ne peut dire quel chiffre est faux',
          'welche Zahl falsch ist, lässt sich nicht sagen',
          'which figure is wrong cannot be told',
        ),
        // The sum of some of the parts is not what the total was meant to be.
        alternatives: gaps > 0 ? [] : [String(parts)],
        also: whole.parts,
      }),
    ];
  });
}

/** The first part that is more than its whole by more than its tolerance. */
function tooLarge({ whole, total }: Sum, study: Study): Point | null {
  if (total === null) return null;
  const slack = whole.tolerance + 1e-6 * Math.max(1, Math.abs(total));
  return whole.parts.find((part) => (study.read(part) ?? 0) > total + slack) ?? null;
}

/**
 * A part that is more than its whole: a declared part, a column printed as a share of another or adding up with it to a
 * third, a month of its year. Slips that explain it are found before, and not reported twice.
 */
export function findPartsExceeding(
  study: Study,
  doubted: ReadonlySet<CellPlace>,
): readonly Anomaly[] {
  const seen = new Set<string>();
  return sumsOf(study, doubted).flatMap((sum) => {
    const part = tooLarge(sum, study);
    if (!part || !isRule(sum) || seen.has(`${part.row} ${part.column}`)) return [];
    seen.add(`${part.row} ${part.column}`);
    const [own, total] = [study.read(part) ?? 0, sum.total ?? 0];
    return [
      anomalyOf(part, study.input, {
        kind: 'part_exceeds_whole',
        cause: inFour(
          'een deel is meer dan het geheel: een van de twee cijfers is fout, of ze tellen niet hetzelfde',
          'une partie dépasse le tout : l’un des deux chiffres est faux, ou ils ne comptent pas la même chose',
          'ein Teil ist mehr als das Ganze: eine der beiden Zahlen ist falsch, oder sie zählen nicht dasselbe',
          'a part is more than the whole: one of the two figures is wrong, or they do not count the same',
        ),
        evidence: [
          said(
            '{own} is {more} meer dan het geheel {total}',
            '{own} dépasse de {more} le tout, {total}',
            '{own} ist {more} mehr als das Ganze {total}',
            '{own} is {more} more than the whole {total}',
            { own, more: own - total, total },
          ),
          holdsIn(sum),
        ],
        rivals: [
          inFour(
            'het geheel is te klein',
            'le tout est trop petit',
            'das Ganze ist zu klein',
            'the whole is too small',
          ),
          inFour(
            'deel en geheel hebben een andere afbakening, eenheid of datum',
            'la partie et le tout ont une portée, une unité ou une date différentes',
            'Teil und Ganzes haben einen anderen Umfang, eine andere Einheit oder ein anderes Datum',
            'part and whole have another scope, unit or date',
          ),
        ],
        score: scoreOf(sum, 'part_exceeds_whole'),
        to: null,
        open: inFour(
          'welk van de twee cijfers fout is, is niet te zeggen',
          'on ne peut dire lequel des deux chiffres est faux',
          'welche der beiden Zahlen falsch ist, lässt sich nicht sagen',
          'which of the two figures is wrong cannot be told',
        ),
        alternatives: [],
        also: [sum.whole.total],
      }),
    ];
  });
}
