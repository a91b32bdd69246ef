import type { Evidence } from '@samenbeeld/page';
import { inEach, type Observation, stats } from '@samenbeeld/schema';
import { sourceText } from '../sources/claim-text.ts';
import { joined, labelled, patterned, placeText, plain, worded } from '../text.ts';
import { languageOfWords } from '../why/evidence.ts';
import { unitIn } from './unit-in.ts';

/** A row of the inputs as a piece of evidence: what it says, who published it, and the cell. */
export function rowEvidence(row: Observation, role: Evidence['role'] = 'part'): Evidence {
  const year = row.periodStart.slice(0, 4);
  const period = row.periodEnd.startsWith(year) ? year : `${year}–${row.periodEnd.slice(0, 4)}`;
  const shown = Math.abs(row.value ?? 0) < 1000 ? (row.value ?? 0) : Math.round(row.value ?? 0);
  return {
    role,
    claim: row.reference ?? row.id,
    says: patterned('{place}, {period}: {value} {unit}{stat}', {
      place: placeText(row.place),
      period,
      value: worded(shown, row.wording),
      unit: inEach((language) => unitIn(row.unit, language, shown !== 1)),
      stat: ['sum', 'count'].includes(row.stat)
        ? ''
        : joined([plain(','), labelled(stats, row.stat)], ' '),
    }),
    ...(row.wordingPrinted && {
      printed: {
        words: printedWords(row, row.wordingPrinted),
        language: languageOfWords(row.wordingPrinted),
      },
    }),
    ...((row.agencies.length > 0 || row.publishedOn) && {
      publisher: sourceText(row.agencies, row.publishedOn),
    }),
    ...(row.publication?.startsWith('http') && { url: row.publication }),
    origin: row.origin,
  };
}

/** The words of the source with their number; the whole cell where it holds both. */
function printedWords({ origin, printed, unit }: Observation, wording: string): string {
  return origin.raw.includes(wording) ? origin.raw : `${wording} ${printed ?? ''} ${unit}`;
}
