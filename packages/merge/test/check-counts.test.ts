import { checkClaim } from '@samenbeeld/merge';
import { type Language, type Observation, UsageError } from '@samenbeeld/schema';
import { expect, it } from 'vitest';
import { claimRow } from './claim-row.ts';

/** A figure of a register, of the year 2023. */
function row(id: string, over: Partial<Observation>): Observation {
  return claimRow(id, {
    ...{ publication: null, publishedOn: null, wording: 'exact', stat: 'count', substance: null },
    ...{ periodStart: '2023-01-01', periodEnd: '2023-12-31', basis: 'recorded', agencies: [] },
    ...over,
  });
}

const drugOffences = {
  metric: 'offences',
  unit: 'case',
  countUnit: 'case',
  offence: 'ICCS0601',
} as const;
const cocaine = {
  metric: 'offences',
  unit: 'offence',
  countUnit: 'offence',
  substance: 'COC',
} as const;
const money = {
  metric: 'assets_seized',
  unit: 'EUR',
  stat: 'sum',
  basis: 'not_applicable',
} as const;
const price = {
  metric: 'price',
  unit: 'EUR/kg',
  substance: 'COC',
  basis: 'not_applicable',
} as const;
const figures: readonly Observation[] = [
  row('a', { ...drugOffences, place: 'DEA', value: 61498, agencies: ['DE_LKA_NRW'] }),
  row('b', { ...drugOffences, place: 'DE', value: 346877 }),
  row('c', { ...drugOffences, metric: 'suspects', unit: 'suspect', place: 'DEA', value: 49177 }),
  row('d', {
    metric: 'str_reports',
    unit: 'report',
    place: 'LU',
    value: 49863,
    basis: 'not_applicable',
  }),
  row('e', { ...cocaine, place: 'BE.PLACE.Anvers', value: 1020, agencies: ['BE_POL_FED'] }),
  row('f', { ...money, place: 'NL', value: 401_000_000, agencies: ['NL_OM'] }),
  row('g', { ...price, place: 'BE', value: 28_000, stat: 'max', level: 'wholesale' }),
  row('h', {
    metric: 'seizures',
    unit: 'consignment',
    place: 'BE',
    value: 282,
    substance: 'ALL',
    basis: 'seized_in_post',
  }),
  row('i', {
    ...{ metric: 'seizures', unit: 'seizure', place: 'LU', value: 47, substance: 'COC' },
    ...{ basis: 'seized_in_post', agencies: ['LU_CUST'] },
  }),
  row('j', {
    ...{ metric: 'seizures', unit: 'parcel', place: 'BE', value: 31, substance: 'COC' },
    basis: 'seized_in_post',
  }),
  row('k', { ...money, metric: 'cash', place: 'LU', value: 600_000, basis: 'seized_in_post' }),
  row('l', {
    ...{ metric: 'arrests', unit: 'arrest', place: 'DEA', value: 12 },
    basis: 'seized_in_action',
  }),
];

const check = (text: string, language?: Language) => checkClaim(text, figures, new Map(), language);

it.each<[string, Language, string]>([
  ['61.498 Rauschgiftdelikte in Nordrhein-Westfalen 2023', 'de', 'supported'],
  ['61.498 drugsdelicten in Noordrijn-Westfalen in 2023', 'nl', 'supported'],
  ['In 2023 werden in Noordrijn-Westfalen 61.498 drugsdelicten geregistreerd', 'nl', 'supported'],
  ['more than 60,000 drug offences in North Rhine-Westphalia in 2023', 'en', 'worded'],
  ['weniger als 60.000 Rauschgiftdelikte in NRW 2023', 'de', 'contradicted'],
  ['50.000 Rauschgiftdelikte in NRW 2023', 'de', 'misworded'],
  ['61.498 Rauschgiftdelikte in Deutschland 2023', 'de', 'misworded'],
  ['61.498 Rauschgiftdelikte in NRW 2022', 'de', 'unknown'],
  // Half the truth: of drug offences, of cocaine.
  ['61.498 Straftaten in Nordrhein-Westfalen 2023', 'de', 'misworded'],
  ['49.177 Tatverdächtige in NRW 2023', 'de', 'misworded'],
  ['1020 faits à Anvers en 2023', 'fr', 'misworded'],
  ['1 020 faits de cocaïne à Anvers en 2023', 'fr', 'supported'],
  ['1,020 cocaine offences in Antwerp in 2023', 'en', 'supported'],
  ['1020 cocaïnefeiten in Antwerpen in 2023', 'nl', 'supported'],
  ['49 863 déclarations au Luxembourg en 2023', 'fr', 'supported'],
  ['ruim 49.000 meldingen in Luxemburg in 2023', 'nl', 'worded'],
  ['49.863 Verdachtsmeldungen Luxemburg 2023', 'de', 'supported'],
  ['401 miljoen euro in beslag genomen vermogen in Nederland in 2023', 'nl', 'supported'],
  ['€401 million assets seized Netherlands 2023', 'en', 'supported'],
  ['401 million euros in the Netherlands in 2023', 'en', 'misworded'],
  ['28 €/g cocaïne Belgique 2023', 'fr', 'misworded'],
  // Of the post alone: what else was found in the country is not in it.
  ['282 consignments ALL Belgium 2023', 'en', 'misworded'],
  ['282 consignments ALL Belgium 2023 seized_in_post', 'en', 'supported'],
  ['31 parcels of cocaine Belgium 2023', 'en', 'supported'],
  ['47 saisies de cocaïne Luxembourg 2023', 'fr', 'misworded'],
  ['47 saisies de cocaïne dans le courrier au Luxembourg en 2023', 'fr', 'supported'],
  ['47 saisies de cocaïne dans le courrier et les colis au Luxembourg en 2023', 'fr', 'supported'],
  ['47 Sicherstellungen von Kokain in Postsendungen in Luxemburg 2023', 'de', 'supported'],
  ['47 inbeslagnames van cocaïne in pakketten Luxemburg 2023', 'nl', 'supported'],
  ['47 seizures of cocaine in the mail in Luxembourg in 2023', 'en', 'supported'],
  ['47 saisies de stupéfiants dans les envois postaux Luxembourg 2023', 'fr', 'misworded'],
  ['282 zendingen met verdovende middelen in de post België 2023', 'nl', 'supported'],
  ['282 Sendungen mit Rauschgift in der Post Belgien 2023', 'de', 'supported'],
  ['282 envois postaux avec drogues Belgique 2023', 'fr', 'supported'],
  ['282 zendingen in de post België 2023', 'nl', 'supported'],
  ['600 k€ en espèces dans le courrier au Luxembourg en 2023', 'fr', 'supported'],
  ['600.000 euro contant geld in de post Luxemburg 2023', 'nl', 'supported'],
  ['0,6 Millionen Euro Bargeld in Postsendungen Luxemburg 2023', 'de', 'supported'],
  ['47 inbeslagnames cocaïne in post Luxemburg 2023 volgens de Luxemburgse douane', 'nl', 'worded'],
  ['47 saisies cocaïne courrier Luxembourg 2023 selon la douane luxembourgeoise', 'fr', 'worded'],
  ['47 Sicherstellungen Kokain Post 2023 Luxemburg laut Zollverwaltung Luxemburg', 'de', 'worded'],
  ['600 000 € d’argent liquide saisi au Luxembourg en 2023', 'fr', 'misworded'],
  ['12 Festnahmen in Nordrhein-Westfalen 2023', 'de', 'misworded'],
  ['12 aanhoudingen seized_in_action Noordrijn-Westfalen 2023', 'nl', 'supported'],
])('%s (%s): %s', (text, language, verdict) => {
  expect(check(text, language).verdict).toBe(verdict);
});

it('tells what was checked, and what may be said, as narrow as the figures', () => {
  const said = check('49.177 Tatverdächtige in NRW 2023', 'de');
  expect(said.readAs?.de).toBe('Tatverdächtige (Rauschgiftdelikte) · Nordrhein-Westfalen · 2023');
  expect(said.mayBeSaid.map(({ de }) => de)).toEqual([
    '„49.177 Tatverdächtige (Rauschgiftdelikte)“',
  ]);
  expect(said.doNotSay[0]?.de).toMatch(/„49\.177 Tatverdächtige“ ohne Zusatz/u);
  const price_ = check('28 €/g cocaïne Belgique 2023', 'fr');
  expect(price_.mayBeSaid[0]?.fr.replaceAll(/\s/gu, ' ')).toBe(
    '« 28 000 €/kg (prix, cocaïne, gros, maximum) »',
  );
});

it('says a basis that is narrower than the sentence, of seizures and of money alike', () => {
  const seized = check('47 saisies de cocaïne Luxembourg 2023', 'fr');
  expect(seized.mayBeSaid[0]?.fr).toMatch(/uniquement comme « saisies dans le courrier/u);
  const cash = check('600.000 euro cash Luxemburg 2023', 'nl');
  expect(cash.mayBeSaid[0]?.nl).toContain('in post en koerierszendingen in beslag genomen');
  expect(cash.doNotSay[0]?.nl).toMatch(/zonder meer: dit beeld telt .*in post/u);
});

it('of what nobody counted says that it is not known, not which drug to name', () => {
  const said = check('812 faits de cocaïne à Gand en 2019', 'fr');
  expect(said.verdict).toBe('unknown');
  expect(said.advice.map(({ fr }) => fr)).toEqual([
    'rien n’est déclaré (Gand, infractions (cocaïne), 2019) ; inconnu ne veut pas dire zéro',
  ]);
});

it('reads what it offers with a source', () => {
  const [offered] = check('50.000 Rauschgiftdelikte in NRW 2023', 'de').mayBeSaid;
  expect(offered?.de).toContain('„61.498 Fälle (Rauschgiftdelikte)“ – Landeskriminalamt');
  expect(check(offered?.de ?? '', 'de').verdict).toBe('worded');
});

it('passes over no word that it does not know', () => {
  expect(() => check('61.498 aufgeklärte Rauschgiftdelikte in NRW 2023', 'de')).toThrow(UsageError);
  expect(() => check('61.498 Rauschgiftdelikte in NRW', 'de')).toThrow(/no year/u);
});

it('shows no words that nobody wrote where a count is not understood', () => {
  const says = (sentence: string) => {
    try {
      checkClaim(sentence, figures, undefined, 'nl');
    } catch (error) {
      if (error instanceof UsageError) return Object.values(error.says ?? {}).join(' ');
    }
    return '';
  };
  for (const sentence of [
    '33 vangsten cocaïne Gent, in en 2.025',
    '3 inbeslagnames, 40 Gent 2023',
  ]) {
    expect(says(sentence)).not.toBe('');
    expect(says(sentence)).not.toContain('piece');
  }
});
