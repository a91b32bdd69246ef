import {
  filled,
  headed,
  inEach,
  type Language,
  languages,
  listed,
  pAtLeast,
  placeLabel,
  pValue,
  typeset,
  typesetHtml,
  withoutPValue,
} from '@samenbeeld/schema';
import { expect, test } from 'vitest';

const counts = (templates: Readonly<Record<(typeof languages)[number], string>>) =>
  Object.fromEntries(
    languages.map((language) => [
      language,
      [0, 1, 2, 13].map((n) => filled(templates[language], language, { n }, String)),
    ]),
  );

test('filled(words, language, values, print) spells out a number only where it begins the words itself', () => {
  expect(filled('{n:# vendeur|# vendeurs} ici.', 'fr', { n: 10 }, String)).toBe(
    'Dix vendeurs ici.',
  );
  expect(filled('{n:Le vendeur|Les # vendeurs} ici.', 'fr', { n: 10 }, String)).toBe(
    'Les 10 vendeurs ici.',
  );
});

test('filled(words, language, values, print) picks the form that goes with the count, and spells out what begins', () => {
  expect(
    counts({
      nl: '{n:# ander cijfer staat|# andere cijfers staan} ernaast.',
      fr: '{n:Aucun autre chiffre ne figure|# autre chiffre figure|# autres chiffres figurent} à côté.',
      de: '{n:Keine weitere Zahl steht|Eine weitere Zahl steht|# weitere Zahlen stehen} daneben.',
      en: '{n:# other figure stands|# other figures stand} beside it.',
    }),
  ).toEqual({
    nl: [
      '0 andere cijfers staan ernaast.',
      'Eén ander cijfer staat ernaast.',
      'Twee andere cijfers staan ernaast.',
      '13 andere cijfers staan ernaast.',
    ],
    fr: [
      'Aucun autre chiffre ne figure à côté.',
      'Un autre chiffre figure à côté.',
      'Deux autres chiffres figurent à côté.',
      '13 autres chiffres figurent à côté.',
    ],
    de: [
      'Keine weitere Zahl steht daneben.',
      'Eine weitere Zahl steht daneben.',
      'Zwei weitere Zahlen stehen daneben.',
      '13 weitere Zahlen stehen daneben.',
    ],
    en: [
      '0 other figures stand beside it.',
      'One other figure stands beside it.',
      'Two other figures stand beside it.',
      '13 other figures stand beside it.',
    ],
  });
});

test('within a sentence a count stays a figure, and French counts none and one in the singular', () => {
  expect(
    counts({
      nl: 'van {n} {n:vangst|vangsten}',
      fr: 'pour {n} {n:saisie|saisies}',
      de: 'von {n} {n:Fund|Funden}',
      en: 'of {n} {n:find|finds}',
    }),
  ).toEqual({
    nl: ['van 0 vangsten', 'van 1 vangst', 'van 2 vangsten', 'van 13 vangsten'],
    fr: ['pour 0 saisie', 'pour 1 saisie', 'pour 2 saisies', 'pour 13 saisies'],
    de: ['von 0 Funden', 'von 1 Fund', 'von 2 Funden', 'von 13 Funden'],
    en: ['of 0 finds', 'of 1 find', 'of 2 finds', 'of 13 finds'],
  });
});

test('listed(items, language) lists as a sentence does', () => {
  expect(languages.map((language) => listed(['2021', '2023', '2024'], language))).toEqual([
    '2021, 2023 en 2024',
    '2021, 2023 et 2024',
    '2021, 2023 und 2024',
    '2021, 2023 and 2024',
  ]);
  expect([listed([], 'nl'), listed(['2021'], 'fr'), listed(['a', 'b'], 'de', 'or')]).toEqual([
    '',
    '2021',
    'a oder b',
  ]);
});

test.each([
  ['Total : 5 % ; « plus de » !', 'Total_: 5_%~; «_plus de_»~!'],
  ['Gand: 3; Terneuzen: 4', 'Gand_: 3~; Terneuzen_: 4'],
  ['quel décompte ?', 'quel décompte~?'],
  ['«plus de»', '«_plus de_»'],
  ['intervalle à 90 %', 'intervalle à 90_%'],
  ['claims.csv:242:K, https://x.be/a?b=1, 10:30', 'claims.csv:242:K, https://x.be/a?b=1, 10:30'],
])('typeset(%j, "fr") sets the blanks of French, once and for all', (words, set) => {
  const shown = (text: string) => text.replaceAll('\u00a0', '_').replaceAll('\u202f', '~');
  expect(shown(typeset(words, 'fr'))).toBe(set);
  expect(typeset(typeset(words, 'fr'), 'fr')).toBe(typeset(words, 'fr'));
});

test('a percent sign stands as each language has it', () => {
  expect(languages.map((language) => typeset('54,9 % of 90%', language))).toEqual([
    '54,9% of 90%',
    '54,9\u00a0% of 90\u00a0%',
    '54,9\u00a0% of 90\u00a0%',
    '54,9% of 90%',
  ]);
});

test('typesetHtml leaves tags, code, quotations and words of another language as they are', () => {
  const html =
    '<p title="a : b">x : y &amp; fin</p><code>a : &quot;b&quot; 1 kg</code><q>c ; d</q><span lang="nl">e; f</span>';
  expect(typesetHtml(html, 'fr')).toBe(html.replace('x : y', 'x\u00a0: y'));
});

test('a page quotes as its language does, and leaves no unit alone at the beginning of a line', () => {
  const said = (language: Language): string =>
    typesetHtml('<p>&quot;z&quot; &amp; "5 kg", 3 millions, 2022 8</p>', language);
  expect(languages.map(said)).toEqual([
    '<p>“z” &amp; “5\u00a0kg”, 3\u00a0millions, 2022 8</p>',
    '<p>«\u00a0z\u00a0» &amp; «\u00a05\u00a0kg\u00a0», 3\u00a0millions, 2022 8</p>',
    '<p>„z“ &amp; „5\u00a0kg“, 3\u00a0millions, 2022 8</p>',
    '<p>“z” &amp; “5\u00a0kg”, 3\u00a0millions, 2022 8</p>',
  ]);
});

test('marks of quotation pair over the text of a block, whatever tags stand in it', () => {
  const set = (html: string, language: Language = 'nl'): string => typesetHtml(html, language);
  expect(
    set('<p>zie "<a href="#">Antwerpen</a>" en &quot;<b>Gent</b>&quot;, "x"<sup>a</sup></p>'),
  ).toBe('<p>zie “<a href="#">Antwerpen</a>” en “<b>Gent</b>”, “x”<sup>a</sup></p>');
  expect(set('<p>noem "<code>a "b"</code>" ("ja.") en l’"e"</p>')).toBe(
    '<p>noem “<code>a "b"</code>” (“ja.”) en l’“e”</p>',
  );
  expect(
    set(
      '<text><tspan x="1">"lange</tspan><tspan x="1">titel" en "x"</tspan><tspan x="1">y</tspan></text>',
      'de',
    ),
  ).toBe(
    '<text><tspan x="1">„lange</tspan><tspan x="1">titel“ en „x“</tspan><tspan x="1">y</tspan></text>',
  );
  expect(set('<p>"ask x --figure &quot;NSP cocaine 2022&quot;"</p>', 'en')).toBe(
    '<p>“ask x --figure “NSP cocaine 2022””</p>',
  );
});

test('a mark behind a digit is an inch where none is open, and marks that do not pair stay', () => {
  for (const words of [
    '12" buis en 7" buis',
    'a " b "',
    '"een buis van 7" breed"',
    'x"y"z',
    'een "half',
  ])
    for (const language of languages) expect(typesetHtml(words, language)).toBe(words);
  expect(typesetHtml('een 7" buis, "breed" en "van 7"', 'de')).toBe(
    'een 7" buis, „breed“ en „van 7“',
  );
  expect(typesetHtml('<td>"x</td><td>y" z</td>', 'nl')).toBe('<td>"x</td><td>y" z</td>');
});

test('long texts are set in a time that grows with their length', () => {
  // By lookbehinds over the whole of what stands before it took minutes.
  expect(typeset('000 '.repeat(200_000), 'fr')).toBe(`${'000\u202f'.repeat(199_999)}000 `);
  expect(typeset('a'.repeat(400_000), 'fr')).toHaveLength(400_000);
  expect(typesetHtml('"a <b>b</b>" '.repeat(40_000), 'nl')).toMatch(/^“a <b>b<\/b>” /u);
});

test('French groups of digits hold together, and a year before a number is no group', () => {
  const set = (words: string): string => typeset(words, 'fr').replaceAll('\u202f', '_');
  expect(set('1 692 en 2021, 13 700 en 2024, 1 234 567')).toBe(
    '1_692 en 2021, 13_700 en 2024, 1_234_567',
  );
  for (const words of ['en 2022 251 saisies', 'C086 250', '0,5 100', '12 3456', 'art. 3 12'])
    expect(set(words)).toBe(words);
  expect(typeset('1 692', 'nl')).toBe('1 692');
});

test('placeLabel(code, language) shows no code of a national list', () => {
  expect(
    ['LU.COM.Dudelange', 'NL.GM.Vlissingen', 'FR.DEP.59', 'BE.NIS.44021', 'NLVLI+NLTNZ'].map(
      (code) => languages.map((language) => placeLabel(code, language)),
    ),
  ).toEqual([
    ['Dudelange', 'Dudelange', 'Dudelange', 'Dudelange'],
    ['Vlissingen', 'Vlissingen', 'Vlissingen', 'Vlissingen'],
    [
      'departement 59 (Frankrijk)',
      'département 59 (France)',
      'Département 59 (Frankreich)',
      'department 59 (France)',
    ],
    [
      'gemeente 44021 (België)',
      'commune 44021 (Belgique)',
      'Gemeinde 44021 (Belgien)',
      'municipality 44021 (Belgium)',
    ],
    [
      'Vlissingen + Terneuzen',
      'Flessingue + Terneuzen',
      'Vlissingen + Terneuzen',
      'Vlissingen + Terneuzen',
    ],
  ]);
});

test('withoutPValue(sentence) takes chances out, and nothing else', () => {
  const of = (write: (p: string, semicolon: string) => string, p: number) =>
    withoutPValue(
      inEach((language) => write(pValue(p, language), language === 'fr' ? '\u202f;' : ';')),
    );
  const alone = { nl: 'Geen trend.', fr: 'Geen trend.', de: 'Geen trend.', en: 'Geen trend.' };
  for (const p of [0.381, 0.0001, 0.05, 1]) {
    expect(of((chance) => `Geen trend (${chance}).`, p)).toEqual(alone);
    expect(of((chance) => `Geen (n = 6, ${chance}).`, p).nl).toBe('Geen (n = 6).');
    expect(of((chance, then) => `Geen (n = 6${then} ${chance}).`, p).fr).toBe('Geen (n = 6).');
    expect(of((chance) => `Geen (${chance}; n = 6).`, p).de).toBe('Geen (n = 6).');
  }
  const bounded = inEach((language) => `Shop = 3 (n\u00a0=\u00a06, ${pAtLeast(0.469, language)}).`);
  expect(withoutPValue(bounded).en).toBe('Shop = 3 (n\u00a0=\u00a06).');
});

test('what stands for a name is shown in the reader’s language, in words, in pages and in what somebody wrote', () => {
  const note = 'gemeld door (not shown)';
  expect(languages.map((language) => typeset(note, language))).toEqual([
    'gemeld door (niet getoond)',
    'gemeld door (non affiché)',
    'gemeld door (nicht gezeigt)',
    note,
  ]);
  expect(typeset('kept as `(not shown)`', 'nl')).toBe('kept as `(not shown)`');
  expect(typesetHtml(`<td><span lang="nl">${note}</span> ${note}</td>`, 'fr')).toBe(
    '<td><span lang="nl">gemeld door (non affiché)</span> gemeld door (non affiché)</td>',
  );
});

test('what begins a sentence goes small behind a colon, with the accent of a Dutch "één"', () => {
  const says = { nl: 'Eén vangst.', fr: 'Une saisie.', de: 'Ein Fund.', en: 'One find.' };
  const label = { nl: 'Getoond', fr: 'Affiché', de: 'Gezeigt', en: 'Shown' };
  expect(headed(label, says)).toMatchObject({
    nl: 'Getoond: één vangst.',
    de: 'Gezeigt: Ein Fund.',
    en: 'Shown: one find.',
  });
});
