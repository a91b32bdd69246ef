import type { Correction } from '@samenbeeld/ingest';
import { inFour, ownValue, type Text } from '@samenbeeld/schema';
import type { Anomaly, AnomalyKind, CellPlace } from './anomaly.ts';
import type { AnomalyInput, EventPoint, Point, RowLabels } from './point.ts';
import { thresholds } from './thresholds.ts';

type Where = Readonly<Record<string, { readonly texts: readonly string[] }>>;

/** The fewest labels that tell a row from others, the most telling first; null where they do not. */
function tellApart(own: RowLabels['labels'], others: readonly RowLabels[]): Where | null {
  let rivals = others;
  const where: Record<string, { readonly texts: readonly string[] }> = Object.create(null);
  while (rivals.length > 0) {
    const [best] = Object.entries(own)
      .filter(([name, label]) => !Object.hasOwn(where, name) && label !== '')
      .map(([name, label]) => ({
        name,
        left: rivals.filter(({ labels }) => (ownValue(labels, name) ?? '') === label),
      }))
      .sort((a, b) => a.left.length - b.left.length);
    if (!best || best.left.length === rivals.length) return null;
    where[best.name] = { texts: [ownValue(own, best.name) ?? ''] };
    rivals = best.left;
  }
  return where;
}

/**
 * A correction of one cell in the form of a description's `corrections`. It names its row by the fewest labels that tell it
 * from every other row, so that it fits no other row of a later file; where rows cannot be told apart so, from those that
 * hold the same figure. Null where neither is possible: a correction that changes another cell as well is worse than none.
 */
function pinpoint(
  row: string,
  cell: { readonly heading: string; readonly from: string; readonly to: string },
  rows: readonly RowLabels[],
  words: { readonly reason: string; readonly evidence: string },
): Correction | null {
  const own = rows.find((labels) => labels.row === row);
  if (!own) return null;
  const { heading, from, to } = cell;
  const others = rows.filter((other) => other !== own);
  const where =
    tellApart(own.labels, others) ??
    tellApart(
      own.labels,
      others.filter(({ figures }) => ownValue(figures, heading) === from),
    );
  return where && { column: heading, from, to, where, ...words };
}

/** What a finder says of a cell, before it is put into the form of an anomaly. */
export interface Said {
  readonly kind: AnomalyKind;
  readonly cause: Text;
  readonly evidence: readonly Text[];
  readonly rivals: readonly Text[];
  readonly score: number;
  /** The text the cell should hold, where one is determined; else why none is. */
  readonly to: string | null;
  readonly open?: Text;
  readonly alternatives: readonly string[];
  /** Further cells it is about. */
  readonly also?: readonly { readonly place: CellPlace }[];
}

const untold = inFour(
  'geen cel onderscheidt de rij van andere met hetzelfde cijfer',
  'aucune cellule ne distingue la ligne d’autres qui ont le même chiffre',
  'keine Zelle unterscheidet die Zeile von anderen mit derselben Zahl',
  'no cells of the row tell it from others with the same figure',
);

const noHeading = inFour(
  'de kolom heeft geen kop, en een correctie vraagt er een',
  'la colonne n’a pas d’en-tête, et une correction en demande un',
  'die Spalte hat keine Überschrift, und eine Korrektur braucht eine',
  'the column has no heading, which a correction needs',
);

const unused = inFour(
  'de beschrijving gebruikt de kolom niet; geen cijfer verandert',
  'la description n’utilise pas la colonne ; aucun chiffre ne change',
  'die Beschreibung verwendet die Spalte nicht; keine Zahl ändert sich',
  'the description does not use the column; no figure changes',
);

const several = inFour(
  'er is meer dan één verbetering mogelijk',
  'plusieurs corrections sont possibles',
  'mehr als eine Berichtigung ist möglich',
  'more than one repair is possible',
);

/** An anomaly with what is decided of its correction: `open` says why there is none. */
function finished(
  { place, scope, row }: Point | EventPoint,
  { rows }: AnomalyInput,
  said: Said,
  open: Text | null,
  counts: boolean,
): Anomaly {
  const { kind, cause, evidence, rivals, score, to, alternatives, also = [] } = said;
  const correction =
    open === null && to !== null && place.heading !== null
      ? pinpoint(row, { heading: place.heading, from: place.raw.trim(), to }, rows, {
          reason: cause.en,
          evidence: evidence.map(({ en }) => en).join('; '),
        })
      : null;
  return {
    kind,
    where: place,
    also: also.map((other) => other.place),
    scope,
    cause,
    evidence,
    rivals,
    score: Math.round(10 * Math.min(score, 12)) / 10,
    threshold: thresholds[kind],
    correction,
    open: correction ? null : (open ?? untold),
    alternatives,
    counts,
  };
}

/** An anomaly of a cell, with its correction where the text is determined and one row can be named. */
export function anomalyOf(point: Point, input: AnomalyInput, said: Said): Anomaly {
  const { place, counts } = point;
  const open =
    said.to === null
      ? (said.open ?? several)
      : place.heading === null
        ? noHeading
        : counts
          ? null
          : unused;
  return finished(point, input, said, open, counts);
}

/** An anomaly of a seizure's cell; its correction names the row by what tells it from others, never by a case number. */
export function eventAnomaly(event: EventPoint, input: AnomalyInput, said: Said): Anomaly {
  const open = said.to === null ? (said.open ?? untold) : null;
  return finished(event, input, said, open, true);
}
