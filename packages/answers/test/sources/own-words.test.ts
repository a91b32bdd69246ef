import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { notStated, readRemarks } from '@samenbeeld/ingest';
import { inSigns, languages } from '@samenbeeld/schema';
import { describe, expect, it } from 'vitest';
import { findSource } from '../../src/find-source.ts';
import { knownRemark as knownIn } from '../../src/sources/remarks.ts';
import { sourceTable } from '../../src/sources/source-table.ts';
import { languageOfWords } from '../../src/why/evidence.ts';

const fixtures = join(import.meta.dirname, '../../../../fixtures/published');
const upstream =
  /,(?:destined_for_country|destined_for_port|seized_or_destined|entered_via_port|seized_abroad),.*,COC,/;

const remarks = await readRemarks(join(fixtures, 'remarks.csv'), { name: 'remarks.csv' });
const knownRemark = (remark: string) => knownIn(remark, { gathered: { remarks } });

/** The remark at the end of a line of the sheet of published figures. */
function remarkOf(line: string): string {
  const quoted = /,"((?:[^"]|"")*)"$/.exec(line)?.[1];
  return (quoted ?? line.slice(line.lastIndexOf(',') + 1)).replaceAll('""', '"');
}

describe('what the project wrote itself is there in four languages', () => {
  it('every remark that the chapter on the chain prints', () => {
    const remarks = readFileSync(join(fixtures, 'claims.csv'), 'utf8')
      .split('\n')
      .filter((line) => upstream.test(line))
      .map((line) => remarkOf(line.trimEnd()))
      .filter((remark) => remark !== '');
    expect(remarks.length).toBeGreaterThan(7);
    expect(remarks.filter((remark) => knownRemark(remark) === null)).toEqual([]);
    for (const remark of remarks)
      expect(new Set(languages.map((language) => knownRemark(remark)?.[language])).size).toBe(4);
  });

  it.each([
    'claims-transit.csv',
    'claims-post.csv',
    'claims-darknet.csv',
    'claims-port.csv',
    'claims-assets.csv',
  ])('every remark of %s, or it names another row', (file) => {
    const remarks = readFileSync(join(fixtures, file), 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => remarkOf(line.trimEnd()))
      // Notes to whoever transcribes name a row or a file.
      .filter((remark) => remark !== '' && !/[CQ]\d{3}/u.test(remark));
    expect(remarks.filter((remark) => knownRemark(remark) === null)).toEqual([]);
  });

  it('every remark of the sheet of control actions, part by part', () => {
    const remarks = readFileSync(join(fixtures, 'etoile.csv'), 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => /;(?:"([^"]*)"|([^;"]*));(?:hoog|midden|laag)?$/u.exec(line.trimEnd()))
      .map((found) => found?.[1] ?? found?.[2] ?? '')
      .filter((remark) => remark !== '');
    expect(remarks.length).toBeGreaterThan(80);
    expect(remarks.filter((remark) => knownRemark(remark) === null)).toEqual([]);
    expect(knownRemark('vier dagen, week niet vermeld; landen niet gesplitst')).toEqual({
      nl: 'vier dagen, week niet vermeld; landen niet gesplitst',
      fr: 'quatre jours, semaine non indiquée\u00a0; pays non séparés',
      de: 'vier Tage, Woche nicht genannt; Länder nicht getrennt',
      en: 'four days, week not given; countries not told apart',
    });
    // Of what is known in part only, nothing is told in other words.
    expect(knownRemark('landen niet gesplitst; something that nobody translated')).toBe(null);
  });

  it.each(['claims.csv', 'claims-money.csv'])(
    'every remark beside a price or a strength of %s',
    (file) => {
      const remarks = readFileSync(join(fixtures, file), 'utf8')
        .split('\n')
        .filter((line) => /,(?:price|purity|potency),/u.test(line))
        .map((line) => remarkOf(line.trimEnd()))
        .filter((remark) => remark !== '');
      expect(remarks.length).toBeGreaterThan(10);
      expect(remarks.filter((remark) => knownRemark(remark) === null)).toEqual([]);
    },
  );

  it('most remarks of the first sheet of figures, and numbers in them as each language prints', () => {
    const remarks = readFileSync(join(fixtures, 'claims.csv'), 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => remarkOf(line.trimEnd()))
      .filter((remark) => remark !== '');
    const unknown = remarks.filter((remark) => knownRemark(remark) === null);
    expect(unknown.length / remarks.length).toBeLessThan(0.25);
    expect(knownRemark('256 seizures; parliamentary answer')?.nl).toBe(
      '256 inbeslagnames; antwoord op een parlementaire vraag',
    );
  });

  it.each([
    'published-claims',
    'port-and-national-seizures',
    'phishing-counts',
    'prevention-counts',
    'exercise-fr',
    'exercise-nrw',
    'exercise-be-customs',
  ])('the citation of %s', (id) => {
    const [row] = sourceTable([findSource(id)]).rows;
    const citation = row?.[1];
    expect(new Set(Object.values(citation?.shown ?? {})).size).toBe(4);
    expect(citation?.language).toBeUndefined();
  });

  it('a licence and a publisher that nobody says, and a licence is not open for it', () => {
    const known = findSource('fiu-nl');
    const source = {
      ...known.source,
      licence: notStated.licence,
      citation: `${notStated.publisher}, Figures (a.csv)`,
    };
    const open = [inSigns('1 publisher')];
    const [row] = sourceTable([{ ...known, source, open }]).rows;
    expect([row?.[1]?.shown.nl, row?.[2]?.shown.nl]).toEqual([
      'uitgever niet vermeld, Figures (a.csv) (open: niet bevestigd)',
      'licentie niet vermeld',
    ]);
    for (const cell of row?.slice(1) ?? []) expect(new Set(Object.values(cell.shown)).size).toBe(4);
  });

  it('a counting rule that nobody says', () => {
    const known = findSource('fiu-nl');
    expect(sourceTable([known]).notes).toBeUndefined();
    const definitions = known.definitions.map((rule) => ({ ...rule, ...notStated }));
    const [note] = sourceTable([known, { ...known, definitions }]).notes ?? [];
    expect(note?.nl).toContain(`Telregel niet vermeld: ${known.source.title.nl}.`);
    expect(new Set(Object.values(note ?? {})).size).toBe(4);
  });

  it('a publication of somebody else is cited in its own language', () => {
    const [row] = sourceTable([findSource('fiu-nl')]).rows;
    expect([row?.[1]?.language, new Set(Object.values(row?.[1]?.shown ?? {})).size]).toEqual([
      'nl',
      1,
    ]);
  });

  it('the address of a source that has none is no sentence of ours', () => {
    const context = readFileSync(join(fixtures, 'claims-context.csv'), 'utf8');
    expect(context).not.toMatch(/,"?\w+\.\w+, \d+ [A-Z]\w+ \d{4}/);
  });
});

it('printed words are tagged with the only language that knows them', () => {
  expect(
    ['ruim', 'more than', 'almost', 'plus de', 'knapp', 'circa', '≈'].map(languageOfWords),
  ).toEqual(['nl', 'en', 'en', 'fr', 'de', undefined, undefined]);
});
