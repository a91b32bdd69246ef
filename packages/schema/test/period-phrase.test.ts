import {
  fromToPeriod,
  languages,
  type PeriodRole,
  parsePeriod,
  periodPhrase,
  periodsPhrase,
} from '@samenbeeld/schema';
import { expect, test } from 'vitest';

/** One period in one role, in nl, fr, de and en. */
const said = (role: PeriodRole, code: string, length: 'full' | 'short' = 'full') =>
  languages.map((language) => periodPhrase(role, parsePeriod(code), language, length));

test.each<readonly [PeriodRole, string, readonly string[]]>([
  ['on', '2024', ['in 2024', 'en 2024', '2024', 'in 2024']],
  ['on', '2024-03', ['in maart 2024', 'en mars 2024', 'im März 2024', 'in March 2024']],
  [
    'on',
    '2024-Q3',
    [
      'in het derde kwartaal 2024',
      'au troisième trimestre 2024',
      'im 3. Quartal 2024',
      'in the third quarter of 2024',
    ],
  ],
  [
    'on',
    '2024-S2',
    [
      'in het tweede halfjaar 2024',
      'au second semestre 2024',
      'im 2. Halbjahr 2024',
      'in the second half of 2024',
    ],
  ],
  [
    'on',
    '2024-W05',
    ['in week 5 van 2024', 'en semaine 5 de 2024', 'in Kalenderwoche 5/2024', 'in week 5 of 2024'],
  ],
  ['on', '2024-05-01', ['op 1 mei 2024', 'le 1er mai 2024', 'am 1. Mai 2024', 'on 1 May 2024']],
  ['on', '2018..2020', ['in 2018–2020', 'en 2018–2020', '2018–2020', 'in 2018–2020']],
  ['of', '2024', ['van 2024', 'de 2024', 'von 2024', 'of 2024']],
  ['of', '2024-04', ['van april 2024', 'd’avril 2024', 'von April 2024', 'of April 2024']],
  ['of', '2024-08', ['van augustus 2024', 'd’août 2024', 'von August 2024', 'of August 2024']],
  [
    'of',
    '2024-Q3',
    [
      'van het derde kwartaal 2024',
      'du troisième trimestre 2024',
      'vom 3. Quartal 2024',
      'of the third quarter of 2024',
    ],
  ],
  [
    'of',
    '2024-S1',
    [
      'van het eerste halfjaar 2024',
      'du premier semestre 2024',
      'vom 1. Halbjahr 2024',
      'of the first half of 2024',
    ],
  ],
  [
    'of',
    '2024-W05',
    [
      'van week 5 van 2024',
      'de la semaine 5 de 2024',
      'von Kalenderwoche 5/2024',
      'of week 5 of 2024',
    ],
  ],
  [
    'of',
    '2024-04..2024-06-20',
    [
      'van 1 april 2024 – 20 juni 2024',
      'du 1er avril 2024 – 20 juin 2024',
      'vom 1. April 2024 – 20. Juni 2024',
      'of 1 April 2024 – 20 June 2024',
    ],
  ],
  [
    'of',
    '2018-04..2022-05',
    [
      'van april 2018 – mei 2022',
      'd’avril 2018 – mai 2022',
      'von April 2018 – Mai 2022',
      'of April 2018 – May 2022',
    ],
  ],
  [
    'from',
    '2024-10',
    ['vanaf oktober 2024', 'à partir d’octobre 2024', 'ab Oktober 2024', 'from October 2024'],
  ],
  [
    'from',
    '2024-Q1',
    [
      'vanaf het eerste kwartaal 2024',
      'à partir du premier trimestre 2024',
      'ab dem 1. Quartal 2024',
      'from the first quarter of 2024',
    ],
  ],
  [
    'from',
    '2024-S1',
    [
      'vanaf het eerste halfjaar 2024',
      'à partir du premier semestre 2024',
      'ab dem 1. Halbjahr 2024',
      'from the first half of 2024',
    ],
  ],
  [
    'to',
    '2024-Q4',
    [
      'tot en met het vierde kwartaal 2024',
      'au quatrième trimestre 2024',
      'bis zum 4. Quartal 2024',
      'to the fourth quarter of 2024',
    ],
  ],
  ['the', '2024-03', ['maart 2024', 'mars 2024', 'März 2024', 'March 2024']],
  [
    'the',
    '2024-Q3',
    [
      'het derde kwartaal 2024',
      'le troisième trimestre 2024',
      'das 3. Quartal 2024',
      'the third quarter of 2024',
    ],
  ],
])('%s %s in four languages', (role, code, words) => {
  expect(said(role, code)).toEqual(words);
});

test('in short, parts of a year have no article where the language gives a code none', () => {
  expect(said('on', '2024-Q3', 'short')).toEqual([
    'in K3 2024',
    'au T3 2024',
    'im Q3 2024',
    'in Q3 2024',
  ]);
  expect(said('of', '2024-S1', 'short')).toEqual([
    'van H1 2024',
    'du S1 2024',
    'vom H1 2024',
    'of H1 2024',
  ]);
  expect(said('from', '2024-Q3', 'short')).toEqual([
    'vanaf K3 2024',
    'à partir du T3 2024',
    'ab Q3 2024',
    'from Q3 2024',
  ]);
});

test('no period of any month, quarter or half stands behind a word that should have been contracted', () => {
  const months = Array.from({ length: 12 }, (_, at) => `2024-${String(at + 1).padStart(2, '0')}`);
  for (const code of [...months, '2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4', '2024-S1', '2024-S2'])
    for (const role of ['on', 'of', 'from', 'to', 'the'] as const)
      for (const length of ['full', 'short'] as const) {
        const [nl = '', fr = '', de = '', en = ''] = said(role, code, length);
        expect(fr).not.toMatch(
          /\bde [aeo]|\b(?:de|en|à) (?:premier|second|deux|trois|quatr|[TS]\d)/u,
        );
        expect(de).not.toMatch(/\b(?:von|in|bis|ab) \d\./u);
        expect(nl).not.toMatch(/\b(?:van|in|vanaf|met) (?:eerste|tweede|derde|vierde)/u);
        expect(en).not.toMatch(/\b(?:of|in|from|to) (?:first|second|third|fourth)/u);
      }
});

test('several periods are listed with the article each has', () => {
  const list = (role: PeriodRole, codes: readonly string[]) =>
    languages.map((language) =>
      periodsPhrase(
        role,
        codes.map((code) => parsePeriod(code)),
        language,
      ),
    );
  expect(list('of', ['2022', '2024'])).toEqual([
    'van 2022 en 2024',
    'de 2022 et 2024',
    'von 2022 und 2024',
    'of 2022 and 2024',
  ]);
  expect(list('of', ['2024-Q1', '2024-Q3'])).toEqual([
    'van het eerste kwartaal 2024 en het derde kwartaal 2024',
    'du premier trimestre 2024 et du troisième trimestre 2024',
    'vom 1. Quartal 2024 und vom 3. Quartal 2024',
    'of the first quarter of 2024 and the third quarter of 2024',
  ]);
  expect(list('from', ['2024-S1', '2025-S1'])[1]).toBe(
    'à partir du premier semestre 2024 et du premier semestre 2025',
  );
});

test('from one period to another', () => {
  const span = (first: string, last: string) =>
    languages.map((language) => fromToPeriod(parsePeriod(first), parsePeriod(last), language));
  expect(span('2018', '2024')).toEqual([
    'van 2018 tot en met 2024',
    'de 2018 à 2024',
    'von 2018 bis 2024',
    'from 2018 to 2024',
  ]);
  expect(span('2024-04', '2024-10')).toEqual([
    'van april 2024 tot en met oktober 2024',
    'd’avril 2024 à octobre 2024',
    'von April 2024 bis Oktober 2024',
    'from April 2024 to October 2024',
  ]);
  expect(span('2024-Q1', '2024-Q3')).toEqual([
    'van het eerste kwartaal 2024 tot en met het derde kwartaal 2024',
    'du premier trimestre 2024 au troisième trimestre 2024',
    'vom 1. Quartal 2024 bis zum 3. Quartal 2024',
    'from the first quarter of 2024 to the third quarter of 2024',
  ]);
});
