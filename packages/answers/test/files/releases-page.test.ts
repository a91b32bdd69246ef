import { releasesPage } from '@samenbeeld/answers';
import { diffReleases, type ReleaseDiff } from '@samenbeeld/merge';
import { renderTerminal, sameText } from '@samenbeeld/page';
import { type Language, languages, type Observation } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import { claimRow, decision } from '../../../merge/test/claim-row.ts';

/** A release of one file: a row a figure, in order. */
function release(file: string, ...rows: readonly Partial<Observation>[]): readonly Observation[] {
  return rows.map((row, at) =>
    claimRow(`${file}-${at}`, {
      ...{ publishedOn: null, ...row },
      origin: { file, sheet: null, line: at + 2, column: 'value', raw: '' },
    }),
  );
}

const [gent, antwerp, port] = [{ place: 'BEGNE' }, { place: 'BEANR' }, { place: 'NLRTM' }] as const;
const earlier = release(
  'march.csv',
  ...[{ value: 4000 }, { ...gent, value: null, missing: 'suppressed' as const }],
  ...[
    { ...antwerp, value: 5, status: 'P' as const },
    { ...port, value: 1, unit: 't' },
  ],
  ...[
    { substance: 'HER', value: 7 },
    { substance: 'KETA', value: 1 },
    { substance: 'KETA', value: 2 },
  ],
);
const later = release(
  'june.csv',
  ...[{ value: 4157 }, { ...gent, value: 9 }, { ...antwerp, value: 5 }, { ...port, value: 1000 }],
  ...[
    { substance: 'MDMA', value: 8 },
    { substance: 'KETA', value: 2 },
    { substance: 'KETA', value: 3 },
  ],
);
const diffOf = (rejected = 0): ReleaseDiff =>
  diffReleases(
    { name: 'march', observations: earlier, rejected },
    { name: 'june', observations: later, rejected },
  );
const shown = (diff: ReleaseDiff, language: Language, width?: number): string =>
  renderTerminal(releasesPage(diff), { language, width })
    .join('\n')
    .replaceAll(/[\u00a0\u202f]/gu, ' ');

test('each figure stands under what became of it, with its lines', () => {
  const said = shown(diffOf(), 'en');
  expect(said).toMatch(/^march → june\nVlissingen 2022, cocaine \+157 \(3\.92%\), 1 row revised/u);
  for (const [caption, ...rows] of [
    [
      'Changed\n.*',
      'Vlissingen 2022 cocaine +4,000 kg +4,157 kg +\\+157; 3\\.92% +march.csv, line 2; june.csv, line 2',
      'Ghent 2022 cocaine +suppressed +9 kg +march.csv, line 3; june.csv, line 3',
      'Antwerp 2022 cocaine +5 kg +5 kg +status first provisional, now normal value +march.csv, line 4; .*',
    ],
    ['Vanished\n.*', 'Vlissingen 2022 heroin +7 kg +march.csv, line 6\n'],
    ['New\n.*', 'Vlissingen 2022 MDMA .* 8 kg +june.csv, line 6\n'],
    [
      'The same amount in another unit, not compared\n.*',
      'Rotterdam 2022 cocaine +1 t = 1,000 kg +march.csv, line 5; june.csv, line 5\n',
    ],
    [
      'Stated twice with different values or wordings, not compared\n.*',
      'Vlissingen 2022 ketamine +1 kg +march.csv, line 7',
      'Vlissingen 2022 ketamine +2 kg +march.csv, line 8; june.csv, line 7',
      'Vlissingen 2022 ketamine +3 kg +june.csv, line 8\n',
    ],
  ])
    expect(said).toMatch(new RegExp(`\n${[caption, ...rows].join('\n +')}`, 'u'));
  expect(said).toMatch(
    /3 figures compared, 0 unchanged\. Only one of the two has their period: 0/u,
  );
});

test('where items could not be read, nothing vanished or came', () => {
  const said = shown(diffOf(2), 'nl');
  expect(said).toMatch(
    /Niet in de latere uitgave, waarvan 2 gegevens niet te lezen zijn: er wordt niets uit besloten\n.*\n +Vlissingen 2022 heroïne +7 kg/u,
  );
  expect(said).toMatch(/Niet in de eerdere uitgave, waarvan [^\n]*\n.*\n +Vlissingen 2022 MDMA/u);
  expect(said).not.toMatch(/^(?:Verdwenen|Nieuw)$/mu);
});

test('the decision that it rests on, and what to mind, stand above the figures', () => {
  const { role, reason } = decision('d1', '', 'accept');
  const decisions = [decision('d1', '', 'accept')];
  const diff = { ...diffOf(), decisions, warnings: [sameText('MIND')] };
  expect(shown(diff, 'de')).toContain(
    `\n\n- Dasselbe Maß nach Entscheidung d1 (${role}: ${reason})\n- MIND\n\nGeändert`,
  );
});

test('is whole in each language, on a narrow screen too', () => {
  for (const language of languages)
    for (const width of [undefined, 80, 50]) {
      const said = shown(diffOf(), language, width);
      for (const part of ['157', '3', 't = 1', 'march.csv', 'june.csv', 'MDMA'])
        expect(said).toContain(part);
      expect(said).not.toMatch(/\{\w+[:}]|undefined/u);
      expect(Math.max(...said.split('\n').map((line) => line.length))).toBeLessThanOrEqual(
        width ?? Infinity,
      );
    }
});
