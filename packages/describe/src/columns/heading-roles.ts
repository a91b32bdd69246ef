import { offences, places, substances } from '@samenbeeld/schema';
import { thresholds } from '../thresholds.ts';
import { timeMark } from './cut-heading.ts';
import { offenceWords } from './label-shapes.ts';
import { measureOf } from './measures.ts';
import { areBareDepartements, departementOf, isKeyAndName } from './place-shapes.ts';
import type { TableView } from './table-view.ts';
import { amountUnit } from './unit-words.ts';

/** What one part of a heading is, seen across the headings that are built alike. */
export type Role =
  | 'fixed'
  | 'time'
  | 'place'
  | 'substance'
  | 'offence'
  | 'stat'
  | 'measure'
  | 'unknown';

/** Whether a text names a place, or is the key of one. */
export function isPlace(text: string, view: TableView): boolean {
  const bare = text.trim();
  if (bare === '') return false;
  return (
    places.has(bare) ||
    places.lookup(bare, view.language).kind !== 'none' ||
    departementOf(bare) !== null ||
    / \((?:PV|RE|CR|LD|gemeente)\)$/.test(bare) ||
    isKeyAndName(bare) ||
    /^(?:0[1-9]|[1-8]\d|9[0-5]|2[AB]|97[1-46])$/u.test(bare)
  );
}

/** Whether a text names a substance, whatever stands in brackets behind it. */
export function isSubstance(text: string, view: TableView): boolean {
  const bare = text
    .replace(/\s*\([^)]*\)$/u, '')
    .replace(/\s+(?:einschl|inkl|incl|inclus|y compris|including).*$/iu, '')
    .trim();
  return (
    bare !== '' && (substances.has(bare) || substances.lookup(bare, view.language).kind !== 'none')
  );
}

/** Whether a text names a kind of offence; what was seized of it is none. */
export function isOffence(text: string, view: Pick<TableView, 'language'>): boolean {
  const bare = text.trim();
  if (/saisie|seiz|inbeslag|sicherstell/iu.test(bare)) return false;
  return (
    /^\d\.\d\.\d+ \p{L}/u.test(bare) ||
    offenceWords.test(bare) ||
    offences.lookup(bare, view.language).kind === 'exact'
  );
}

const statWords: Readonly<Record<string, RegExp>> = {
  min: /^(?:min\.?|minimum|laagste|niedrigster?)$/iu,
  max: /^(?:max\.?|maximum|hoogste|höchster?)$/iu,
  mean: /^(?:mean|average|gemiddelde|moyenne|mittelwert|durchschnitt)$/iu,
  median: /^(?:median|mediaan|médiane)$/iu,
  mode: /^(?:mode|modal|modus|typical)$/iu,
};

/** The statistic that a text names ("Min."), or null. */
export function statOf(text: string): string | null {
  return Object.entries(statWords).find(([, words]) => words.test(text.trim()))?.[0] ?? null;
}

/** The role of the texts at one place of alike headings. */
export function roleOf(texts: readonly string[], view: TableView): Role {
  const all = [...new Set(texts.map((text) => text.trim()))];
  if (all.every((text) => text === timeMark)) return 'time';
  if (all.length === 1) return 'fixed';
  const share = (test: (text: string) => boolean): number => all.filter(test).length / all.length;
  if (share((text) => statOf(text) !== null) === 1) return 'stat';
  if (share((text) => isSubstance(text, view)) >= thresholds.headingRole) return 'substance';
  if (share((text) => isPlace(text, view)) >= thresholds.headingRole) return 'place';
  if (areBareDepartements(all, view.country?.country ?? null)) return 'place';
  const measures = share((text) => measureOf(text) !== null || amountUnit(text) !== null);
  const kinds = share((text) => isOffence(text, view));
  if (kinds >= thresholds.headingRole && kinds > measures) return 'offence';
  if (measures >= 0.5) return 'measure';
  return 'unknown';
}
