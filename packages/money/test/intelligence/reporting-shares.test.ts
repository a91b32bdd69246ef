import { reportingShares } from '@samenbeeld/money';
import { describe, expect, it } from 'vitest';
import { makeObservation } from '../series/make-observation.ts';

const label = {
  nl: 'met drugshandel als onderliggend misdrijf',
  fr: 'avec le trafic de stupéfiants pour infraction sous-jacente',
  de: 'mit Drogenhandel als Vortat',
  en: 'with drug trafficking as the predicate offence',
};
const files = { metric: 'fiu_files', unit: 'file' } as const;
const drugs = { ...files, nationalCode: 'DRUGS' } as const;

describe('reportingShares', () => {
  it('divides a part by the whole of the same source, country and year', () => {
    const [share] = reportingShares(
      [makeObservation(2021, 1241, files), makeObservation(2021, 159, drugs)],
      { parts: ['DRUGS'], label },
    );
    // CTIF-CFI 2021: 159 of 1,241 files.
    expect(share?.estimate).toBeCloseTo(159 / 1241, 12);
    expect(share?.says).toMatchInlineSnapshot(`
      {
        "de": "Belgien, 2021, weitergeleitete Akten: 13 % mit Drogenhandel als Vortat. Eine Bezeichnung sagt, weshalb eine Akte angelegt wurde; dasselbe Geld kann auch unter anderen stehen.",
        "en": "Belgium, 2021, files passed on: 13% with drug trafficking as the predicate offence. A label says what a file was opened for; the same money may stand under others as well.",
        "fr": "Belgique, 2021, dossiers transmis : 13 % avec le trafic de stupéfiants pour infraction sous-jacente. Une étiquette dit pourquoi un dossier a été ouvert ; le même argent peut aussi figurer sous d’autres étiquettes.",
        "nl": "België, 2021, doorgemelde dossiers: 13% met drugshandel als onderliggend misdrijf. Een label zegt waarvoor een dossier werd geopend; hetzelfde geld kan ook onder andere labels staan.",
      }
    `);
  });

  it('keeps what rounding leaves open', () => {
    const value = { metric: 'fiu_value', unit: 'EUR', stat: 'sum' } as const;
    const [share] = reportingShares(
      [
        makeObservation(2022, 1_620_000_000, { ...value, wording: 'rounded' }),
        makeObservation(2022, 18_500_000, { ...value, nationalCode: 'DRUGS', wording: 'rounded' }),
      ],
      { parts: ['DRUGS'], label },
    );
    // 18.45/1,625 to 18.55/1,615 million.
    expect(share?.interval?.low).toBeCloseTo(0.0113538, 6);
    expect(share?.interval?.high).toBeCloseTo(0.0114861, 6);
    expect(share?.says.en).toContain('value of files passed on: 1.1% with');
  });

  it('adds several classes, and takes a whole that is named', () => {
    const class_ = (code: string, value: number) =>
      makeObservation(2023, value, { place: 'LU', nationalCode: code, wording: 'exact' });
    const rows = [class_('STRE', 23_610), class_('SARE', 8_291), class_('TOTAL', 44_519)];
    const [share] = reportingShares(rows, { parts: ['STRE', 'SARE'], whole: ['TOTAL'], label });
    expect(share?.estimate).toBeCloseTo(31_901 / 44_519, 12);
  });

  it('never takes the whole from another year, source or country', () => {
    const rows = [
      makeObservation(2020, 1228, files),
      makeObservation(2021, 1241, { ...files, source: 'another' }),
      makeObservation(2021, 18_238, { ...files, place: 'NL' }),
      makeObservation(2021, 159, drugs),
    ];
    expect(reportingShares(rows, { parts: ['DRUGS'], label })).toEqual([]);
  });

  it('never takes the whole from another definition of the same source', () => {
    const rows = [
      makeObservation(2021, 200, { ...files, definition: 'files-primary-only' }),
      makeObservation(2021, 50, { ...drugs, definition: 'files-with-secondary' }),
    ];
    expect(reportingShares(rows, { parts: ['DRUGS'], label })).toEqual([]);
  });

  it('speaks of seized assets as seized', () => {
    const assets = { metric: 'assets_seized', unit: 'EUR', stat: 'sum', place: 'NL' } as const;
    const [cash] = reportingShares(
      [
        makeObservation(2020, 303_000_000, { ...assets, wording: 'rounded' }),
        makeObservation(2020, 103_000_000, { ...assets, wording: 'rounded', nationalCode: 'CASH' }),
      ],
      {
        parts: ['CASH'],
        label: { nl: 'in contanten', fr: 'en espèces', de: 'in bar', en: 'in cash' },
      },
    );
    expect(cash?.says.en).toBe(
      'Netherlands, 2020, assets seized: 34% in cash. Seized is not confiscated: what follows from it a court decides.',
    );
  });

  it('refuses a part above its whole, other figures, and no part', () => {
    expect(() =>
      reportingShares([makeObservation(2021, 100, files), makeObservation(2021, 159, drugs)], {
        parts: ['DRUGS'],
        label,
      }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: DRUGS are 159 of 150 in BE 2021. A part cannot exceed its whole. The two rows do not count the same; choose the whole that the part belongs to.]`,
    );
    expect(() => reportingShares([], { parts: [], label })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`parts\` must name at least one code, got none]`,
    );
    expect(() =>
      reportingShares([makeObservation(2021, 1, { metric: 'teu' })], { parts: ['DRUGS'], label }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected figures of financial intelligence units or of seized assets, found teu of BE. Repair: choose reports, transactions, files and their value, or seized assets]`,
    );
    const [open] = reportingShares(
      [makeObservation(2021, 0, files), makeObservation(2021, 0, drugs)],
      { parts: ['DRUGS'], label },
    );
    expect(open?.estimate).toBeNull();
    expect(open?.interval).toEqual({ low: 0, high: 1, level: 1 });
  });
});

describe('a share without words of its own', () => {
  it('says what the codes stand for, in each language', () => {
    const [share] = reportingShares(
      [makeObservation(2021, 1241, files), makeObservation(2021, 159, drugs)],
      { parts: ['DRUGS'] },
    );
    expect(share?.label).toMatchObject({
      nl: 'met drugshandel als onderliggend misdrijf',
      en: 'with drug trafficking as the predicate offence',
    });
    expect(share?.says.de).toContain('13\u00a0% mit Drogenhandel als Vortat.');
  });
});
