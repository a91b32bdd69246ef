import type { Correction } from '@samenbeeld/ingest';
import { inFour, type Text } from '@samenbeeld/schema';

/** What may be wrong. One kind, one cause, one file of its own. */
export type AnomalyKind =
  | 'unit_slip'
  | 'decimal_slip'
  | 'lost_zeros'
  | 'transposition'
  | 'copied_year'
  | 'part_exceeds_whole'
  | 'parts_not_total'
  | 'level_shift'
  | 'impossible_price'
  | 'agency_change'
  | 'placeholder'
  | 'date_outside'
  | 'duplicate_differs';

/** Names of the kinds, as a list of findings has them. */
export const anomalyNames: Readonly<Record<AnomalyKind, Text>> = {
  unit_slip: inFour('verkeerde eenheid', 'unité erronée', 'falsche Einheit', 'unit slip'),
  decimal_slip: inFour('verkeerde komma', 'virgule déplacée', 'Kommafehler', 'decimal slip'),
  lost_zeros: inFour('verloren nullen', 'zéros perdus', 'fehlende Nullen', 'lost zeros'),
  transposition: inFour(
    'cijfers verwisseld',
    'chiffres inversés',
    'Zahlendreher',
    'swapped digits',
  ),
  copied_year: inFour('jaar herhaald', 'année recopiée', 'Jahr kopiert', 'copied year'),
  part_exceeds_whole: inFour(
    'deel boven geheel',
    'partie supérieure au tout',
    'Teil über Ganzem',
    'part above whole',
  ),
  parts_not_total: inFour('delen ≠ totaal', 'parties ≠ total', 'Teile ≠ Summe', 'parts ≠ total'),
  level_shift: inFour('niveausprong', 'rupture de niveau', 'Niveausprung', 'level shift'),
  impossible_price: inFour(
    'onmogelijke prijs',
    'prix invraisemblable',
    'unmöglicher Preis',
    'price out of range',
  ),
  agency_change: inFour('andere dienst', 'autre service', 'andere Stelle', 'change of agency'),
  placeholder: inFour(
    'teken, geen cijfer',
    'marque, pas un chiffre',
    'Zeichen, keine Zahl',
    'mark, not a figure',
  ),
  date_outside: inFour(
    'datum buiten periode',
    'date hors période',
    'Datum außerhalb',
    'date outside',
  ),
  duplicate_differs: inFour(
    'dubbel, ongelijk',
    'doublon inégal',
    'doppelt, ungleich',
    'double, unequal',
  ),
};

/** Where a cell stands, letter for letter as the file has it. */
export interface CellPlace {
  readonly source: string;
  readonly file: string;
  readonly sheet: string | null;
  readonly line: number;
  /** As a person finds it ("D “Aantal”"). */
  readonly column: string;
  /** The heading as the description writes it, or as the file has it where the heading is data; null where it has none. */
  readonly heading: string | null;
  readonly raw: string;
  /** Id of the record made of it; null where the cell was rejected, or its column is not used. */
  readonly record: string | null;
}

/** Something a person should look at: where, what it may be, on what evidence, and what to do. Nothing is applied. */
export interface Anomaly {
  readonly kind: AnomalyKind;
  readonly where: CellPlace;
  /** Further cells it is about: the copied year, the parts, the other report. */
  readonly also: readonly CellPlace[];
  /** What the figure is about, by field. */
  readonly scope: Readonly<Record<string, string>>;
  /** The likely cause, in plain words. */
  readonly cause: Text;
  /** Counted and numeric. */
  readonly evidence: readonly Text[];
  /** What else it may be. */
  readonly rivals: readonly Text[];
  /** Decimal logarithm of how much better the cause explains the cells than chance does; see the method note. */
  readonly score: number;
  /** The score from which this kind is reported. */
  readonly threshold: number;
  /** Where exactly one repair is determined, in the form of a description's `corrections`; else null. */
  readonly correction: Correction | null;
  /** Why there is no correction, or null. */
  readonly open: Text | null;
  /** Values the cell may have been meant to hold, best first. */
  readonly alternatives: readonly string[];
  /** Whether a figure of the picture depends on the cell: its column is used. */
  readonly counts: boolean;
}
