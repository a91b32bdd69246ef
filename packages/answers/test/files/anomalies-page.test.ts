import { anomaliesPage, type FoundAnomalies } from '@samenbeeld/answers';
import { renderTerminal, sameText } from '@samenbeeld/page';
import { type Language, languages } from '@samenbeeld/schema';
import { expect, test } from 'vitest';

type Anomaly = FoundAnomalies['anomalies'][number];

const anomaly = (more: Partial<Anomaly> = {}): Anomaly => ({
  kind: 'lost_zeros',
  where: {
    ...{ source: 's', file: 'a.xlsx', sheet: 'Blad1', line: 4, column: 'C "Aantal"' },
    ...{ heading: 'Aantal', raw: ' 12.3 ', record: null },
  },
  ...{ also: [], scope: { metric: 'offences', place: 'NL' }, cause: sameText('CAUSE') },
  ...{ evidence: [sameText('ONE'), sameText('TWO')], rivals: [sameText('A'), sameText('B')] },
  ...{ score: 11.14, threshold: 2, open: null, alternatives: [], counts: true },
  correction: {
    ...{ column: 'Aantal', from: '12.3', to: '12.300', reason: '', evidence: '' },
    where: { Plaats: { texts: ['NL', 'BE'] }, Soort: { match: 'x*', not: { texts: ['xy'] } } },
  },
  ...more,
});
const open = anomaly({
  ...{ kind: 'placeholder', correction: null, open: sameText('OPEN') },
  ...{ alternatives: ['1', '2'], counts: false },
});
const series = { series: 3, tooShort: 0, figures: 0, least: 6 };
const shown = (
  found: Partial<FoundAnomalies>,
  language: Language,
  options: Parameters<typeof anomaliesPage>[1] = {},
  width?: number,
): string =>
  renderTerminal(anomaliesPage({ anomalies: [], series, unread: 0, ...found }, options), {
    language,
    width,
  })
    .join('\n')
    .replaceAll(/[\u00a0\u202f]/gu, ' ');

test('an anomaly has its number and id, its cell, what is proposed, and why', () => {
  const said = shown({ anomalies: [anomaly(), open] }, 'nl');
  expect(said).toContain(
    '2 om na te kijken: 1 verloren nullen · 1 teken, geen cijfer in kolommen die niet worden gebruikt',
  );
  expect(said).toMatch(/1 +verloren nullen +"12\.3" +"12\.3" → "12\.300" in "Aantal" +CAUSE\n/u);
  expect(said).toMatch(
    /id [0-9a-f]{6} +a\.xlsx, blad Blad1, regel 4 +waar Plaats NL of BE, Soort zoals x\*, niet xy +- ONE\n/u,
  );
  expect(said).toMatch(/kolom C "Aantal" +- TWO\n +NL offences +of: A; B\n/u);
  expect(said).toContain('score 11,14, gemeld vanaf 2');
  expect(said).toMatch(/geen verbetering voorgesteld: OPEN +CAUSE\n.* misschien 1, 2 /u);
});

test('is whole in each language, on a narrow screen too', () => {
  for (const language of languages)
    for (const width of [undefined, 80, 50]) {
      const found = { anomalies: [anomaly(), open], unread: 1, series: { ...series, tooShort: 2 } };
      const said = shown(found, language, {}, width);
      for (const part of ['12.300', 'BE', 'x*', 'xy', 'ONE', 'TWO', 'A', 'B', '11', 'OPEN', '1, 2'])
        expect(said).toContain(part);
      expect(said).not.toMatch(/\{\w+[:}]|undefined/u);
      expect(Math.max(...said.split('\n').map((line) => line.length))).toBeLessThanOrEqual(
        width ?? Infinity,
      );
    }
});

test('those of one kind keep their numbers, and more than are shown are counted', () => {
  const anomalies = [open, anomaly(), anomaly()];
  const ofKind = shown({ anomalies }, 'en', { kind: 'lost_zeros', most: 1 });
  expect(ofKind).toMatch(/^ +2 +lost zeros/mu);
  expect(ofKind).not.toMatch(/^ +[13] +/mu);
  expect(ofKind).toContain('One more row, not shown');
  expect(shown({ anomalies }, 'en', { kind: 'unit_slip' })).toMatch(/^3 to look at: [^\n]*$/u);
});

test('where nothing stands out, what could not be looked at is said', () => {
  const said = shown({ unread: 3, series: { ...series, tooShort: 1, figures: 2 } }, 'fr');
  expect(said).toMatch(/^Rien ne ressort\.\n\nTrois données n’ont pu être lues/u);
  expect(said).toContain('1 des 3 séries de moins de 6 chiffres (2 chiffres)');
});

test('what a file holds is shown, and makes no line of its own', () => {
  const hostile = { ...anomaly().where, raw: '1\n2 to look at', column: 'C "A\u001b[31m"' };
  const said = shown({ anomalies: [anomaly({ where: hostile })] }, 'en');
  expect(said).not.toMatch(/^ *2 to look at/mu);
  expect(said).not.toContain('\u001b');
});
