import type { Legend } from '@samenbeeld/ingest';
import { type MissingReason, ownValue } from '@samenbeeld/schema';
import type { Guess } from '../guess.ts';

type Reading = readonly [reason: MissingReason, confidence: number, why: string];

/** What statistical offices mean by each mark, likeliest first. */
const meanings: Readonly<Record<string, readonly Reading[]>> = {
  '.': [
    [
      'not_collected',
      0.7,
      'StatLine and German tables: unknown, too unreliable, or kept confidential',
    ],
    ['suppressed', 0.4, 'the same mark stands for confidential figures'],
  ],
  '..': [['not_reported', 0.8, 'figure not available']],
  '...': [['pending', 0.8, 'figure to follow later']],
  '…': [['pending', 0.8, 'figure to follow later']],
  ':': [['not_reported', 0.9, "Eurostat's mark for: not available"]],
  '-': [
    [
      'not_applicable',
      0.5,
      'nothing there, or exactly nil: in German and Dutch tables a dash is often zero',
    ],
    ['not_reported', 0.5, 'often a figure that was not given'],
  ],
  '–': [['not_applicable', 0.5, 'a dash: nil or not given']],
  x: [
    ['suppressed', 0.6, 'StatLine: confidential'],
    ['not_applicable', 0.5, 'German tables: the cell makes no sense'],
  ],
  '/': [['suppressed', 0.6, 'German tables: not certain enough to be printed']],
  'n/a': [
    ['not_applicable', 0.6, 'not applicable'],
    ['not_reported', 0.5, 'not available'],
  ],
  'n.a.': [
    ['not_reported', 0.6, 'not available'],
    ['not_applicable', 0.5, 'not applicable'],
  ],
  na: [
    ['not_reported', 0.7, 'missing, as R writes it'],
    ['not_applicable', 0.4, 'not applicable'],
  ],
  nd: [
    ['suppressed', 0.6, 'non diffusé'],
    ['not_reported', 0.5, 'non disponible'],
  ],
  'n.d.': [
    ['not_reported', 0.6, 'non disponible, no data'],
    ['suppressed', 0.5, 'non diffusé'],
  ],
  'n.c.': [
    ['not_reported', 0.8, 'non communiqué'],
    ['not_applicable', 0.3, 'non concerné'],
  ],
  'k.a.': [['not_reported', 0.9, 'keine Angabe']],
  'k. a.': [['not_reported', 0.9, 'keine Angabe']],
  null: [['not_reported', 0.7, 'an empty field of a database']],
  onbekend: [['not_reported', 0.9, 'unknown']],
  inconnu: [['not_reported', 0.9, 'unknown']],
  unbekannt: [['not_reported', 0.9, 'unknown']],
  unknown: [['not_reported', 0.9, 'unknown']],
  'non renseigné': [['not_reported', 0.9, 'not filled in']],
};

/** Whether a whole cell is a mark for a missing value. */
export function isMark(text: string): boolean {
  return text.length < 14 && Object.hasOwn(meanings, text.toLowerCase());
}

function standing(mark: string, cells: number, legend: Legend): string {
  const said = legend.get(mark);
  const stands = `"${mark}" stands in ${cells} ${cells === 1 ? 'cell' : 'cells'}`;
  return said ? `${stands}; the file says "${mark} = ${said.text}"` : stands;
}

/** A mark that the file says is exactly nil. */
export function nilMark(mark: string, cells: number, legend: Legend): Guess<number> {
  const confidence = legend.get(mark)?.nil ?? 0;
  return { value: 0, confidence, reason: standing(mark, cells, legend), alternatives: [] };
}

/** Whether publishers often write a mark for exactly nil. */
export function isOftenNil(mark: string): boolean {
  return /^[-–—]$/u.test(mark);
}

/** What a mark means, with the other readings that publishers give it; that of StatLine where the lines around the table are of it. */
export function guessMark(
  mark: string,
  cells: number,
  legend: Legend = new Map(),
  isStatLine = false,
): Guess<MissingReason> {
  const stands = standing(mark, cells, legend);
  const said = legend.get(mark);
  if (said?.missing)
    return {
      value: said.missing,
      confidence: 0.95,
      reason: stands,
      alternatives: [],
    };
  const readings = ownValue(meanings, mark.toLowerCase()) ?? [];
  const [first, ...others] = readings;
  const settled =
    isStatLine && mark === '.'
      ? 'StatLine, in which it is unknown, too unreliable or confidential'
      : null;
  const [value, sure, words] = first ?? ['not_reported', 0.3, 'no usual mark'];
  const [confidence, why] = settled === null ? [sure, words] : [0.86, settled];
  return {
    value,
    confidence: said ? Math.min(confidence, 0.5) : confidence,
    reason: `${stands}; ${why}`,
    alternatives: others.map(([reason, likely, because]) => ({
      value: reason,
      confidence: likely,
      reason: because,
    })),
  };
}
