import { describe, expect, it } from 'vitest';
import { describedLines } from './table-of.ts';

describe('two places of a find', () => {
  it('stand as its place and its note, and are asked about', async () => {
    const found = await describedLines('vondsten.csv', [
      'Datum;Haven;Provincie;Middel;Hoeveelheid (kg)',
      '12-01-2031;Vlissingen;Zeeland;cocaïne;250,5',
      '03-02-2031;Rotterdam;Zuid-Holland;hasj;1320,75',
      '15-03-2031;Terneuzen;Zeeland;heroïne;12,3',
      '28-03-2031;Amsterdam;Noord-Holland;cocaïne;88',
    ]);
    expect(found.columns.map(({ to }) => to)).toEqual([
      'date',
      'place',
      'note',
      'substance',
      'quantity',
    ]);
    expect(found.decisions.map(({ question }) => question.en).join('\n')).toContain(
      'which column holds the place, "Haven" or "Provincie"?',
    );
    expect(found.trial).toMatchObject({ kind: 'ingested', conservation: { items: 4 } });
  });
});
