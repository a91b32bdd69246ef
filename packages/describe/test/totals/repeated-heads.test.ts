import { describe, expect, it } from 'vitest';
import { describedLines } from '../table-of.ts';

describe('what a printed table has again on each page', () => {
  it('is left out by a rule, and leaves the figures as they are', async () => {
    const { folds, decisions, trial, yaml } = await describedLines('pages.csv', [
      'Straftat;Fälle 2030;Fälle 2031',
      'Diebstahl;41200;42100',
      'Raub;3210;3310',
      'Betrug;9100;9000',
      '',
      'Straftat;Fälle 2030;Fälle 2031',
      'Körperverletzung;4120;4210',
      'Sachbeschädigung;3211;3311',
      'Seite 2 von 3;;',
      'Straftat;Fälle 2030;Fälle 2031',
      'Mord;41;42',
      'Totschlag;32;33',
    ]);
    expect(folds.map(({ headings }) => headings)).toEqual([['Fälle 2030', 'Fälle 2031']]);
    expect(decisions.map(({ about }) => about.en)).not.toContain('empty cells');
    expect(trial).toMatchObject({
      kind: 'ingested',
      conservation: { items: 20, accepted: 14, excluded: 6, rejected: 0 },
    });
    expect(yaml).toContain('{ rule: straftat-repeated, where: { Straftat: [ Straftat ] }');
    expect(yaml).toContain('where: { Straftat: [ Seite 2 von 3 ] }');
  });

  it('may be a header of two rows', async () => {
    const { folds, trial } = await describedLines('deux.csv', [
      'Département;2029;;2030;',
      ';Faits constatés;Faits élucidés;Faits constatés;Faits élucidés',
      'Nord;41200;12100;42100;12200',
      'Rhône;32100;9100;33100;9200',
      'Var;9100;3100;9000;3000',
      'Département;2029;;2030;',
      ';Faits constatés;Faits élucidés;Faits constatés;Faits élucidés',
      'Aisne;4100;1100;4200;1200',
      'Ain;3200;910;3300;920',
    ]);
    expect(folds.map(({ headings }) => headings.length)).toEqual([2]);
    expect(trial).toMatchObject({ kind: 'ingested', conservation: { accepted: 10, rejected: 0 } });
  });

  it('is asked about where only a blank cell tells it, which a row without its label has too', async () => {
    const { folds, trial, yaml, decisions } = await describedLines('plies.csv', [
      'Département;2029;2030',
      ';Faits constatés;Faits constatés',
      'Nord;41200;42100',
      'Rhône;32100;33100',
      'Var;9100;9000',
      'Département;2029;2030',
      ';Faits constatés;Faits constatés',
      'Aisne;4100;4200',
      'Ain;3200;3300',
    ]);
    expect(folds.map(({ headings }) => headings.length)).toEqual([2]);
    expect(trial).toMatchObject({ kind: 'ingested', conservation: { accepted: 10, rejected: 0 } });
    expect(yaml).toContain('where: { Département: [ "" ] }');
    expect(decisions.map(({ question }) => question.fr)).toContainEqual(
      expect.stringContaining('toute ligne sans « Département »'),
    );
  });

  it('is no row that says what its headings say where half of all do', async () => {
    const { yaml } = await describedLines('halves.csv', [
      'Jaar;Misdrijf;Aantal',
      'Jaar;Misdrijf;Aantal',
      '2030;Diefstal;12',
    ]);
    expect(yaml).not.toContain('-repeated');
  });
});
