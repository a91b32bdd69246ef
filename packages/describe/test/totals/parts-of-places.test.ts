import { expect, test } from 'vitest';
import { describedLines } from '../table-of.ts';

const asked = async (lines: readonly string[]) => {
  const { crosswalks, trial, decisions, totals } = await describedLines('feiten.csv', lines);
  return {
    codes: crosswalks.map(({ text }) => text).join(),
    trial,
    totals,
    questions: decisions.map(({ question }) => question.en).join('\n'),
  };
};

const title = 'Geregistreerde misdrijven per gemeente;;;';

test('kinds that are set in below places are parts of them, left out and asked, and no places', async () => {
  const { codes, trial, totals, questions } = await asked([
    title,
    'Gemeente / categorie;2022;2023;2024',
    'Gent;412;388;501',
    '  Drugs - bezit;310;291;343',
    '    waarvan cannabis;202;190;155',
    '  Drugs - handel;102;97;158',
    'Evergem;88;91;102',
    '  Drugs - bezit;70;72;81',
    '    waarvan cannabis;51;50;52',
    '  Drugs - handel;18;19;21',
  ]);
  expect(codes).not.toMatch(/bezit|handel|cannabis/u);
  expect(trial).toMatchObject({ conservation: { accepted: 6, excluded: 18, rejected: 0 } });
  expect(totals).toEqual([]);
  expect(questions).toContain('are no places but parts of the place above');
});

test('towns that are set in below a province stay places, also behind a word that says they are a part', async () => {
  const { codes, questions } = await asked([
    title,
    'Gebied;2022;2023;2024',
    'Zeeland;412;388;501',
    '  waarvan Vlissingen;310;291;343',
    '  waarvan Terneuzen;102;97;158',
    'Zuid-Holland;812;788;902',
    '  waarvan Rotterdam;412;488;502',
    '  waarvan Dordrecht;102;97;158',
  ]);
  expect(codes).toMatch(/Rotterdam/u);
  expect(questions).not.toContain('are no places');
});

test.each([
  [
    'that hide the places above them',
    [
      'Gebiet;2022;2023;2024',
      'Bayern;1200;1300;1400',
      '- davon Rauschgift;120;130;140',
      '- davon Diebstahl;620;630;640',
      'Hessen;900;910;920',
      '- davon Rauschgift;90;95;99',
      '- davon Diebstahl;420;430;440',
    ],
    6,
    'so that nothing counts twice',
  ],
  [
    'of places without figures of their own',
    [
      'Commune;2022;2023;2024',
      'Bruxelles;;;',
      '  Vols;120;130;140',
      '  Coups et blessures;20;30;40',
      'Ixelles;;;',
      '  Vols;220;230;240',
      '  Coups et blessures;50;60;70',
    ],
    0,
    'since their row does not say of which place',
  ],
])('kinds %s are no places either', async (_, lines, accepted, why) => {
  const { codes, trial, questions } = await asked(lines);
  expect(codes).not.toMatch(/Rauschgift|Vols/u);
  expect(trial).toMatchObject({ conservation: { accepted } });
  expect(questions).toContain(why);
});
