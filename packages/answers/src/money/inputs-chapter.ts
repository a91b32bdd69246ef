import type { ExchangeRate, ObservedPrice } from '@samenbeeld/money';
import type { Block, Figure, TableBlock } from '@samenbeeld/page';
import {
  marketLevels,
  type Observation,
  places,
  substances,
  type Text,
  terms,
} from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { figureTables } from '../sources/figure-table.ts';
import { remarkFigure } from '../sources/remarks.ts';
import { breakTable, conservationTable, sourceTable } from '../sources/source-table.ts';
import { column, labelled, placeText, plain, text } from '../text.ts';
import { distributionText, publishedPrice } from './distribution-text.ts';
import type { MoneyAnalysis } from './money-analysis.ts';
import { gradeOf, type MoneyInput } from './money-input.ts';
import { whyInput } from './why-money.ts';

const priceColumns: TableBlock['columns'] = [
  column('label', 'plaats', 'lieu', 'Ort', 'place'),
  column('words', 'middel', 'substance', 'Stoff', 'substance'),
  column('words', 'niveau', 'niveau', 'Stufe', 'level'),
  { label: terms.year, kind: 'words' },
  column('words', 'prijs', 'prix', 'Preis', 'price'),
  column('words', 'graad', 'fiabilité', 'Grad', 'grade'),
];

/** A place of the lists, or what the sheet calls it where it has no code of its own. */
function placeFigure({ place, placeNote }: Observation, analysis: Analysis): Figure {
  const isNamed = places.has(place) && place !== 'XX';
  return isNamed || placeNote === null
    ? { shown: placeText(place) }
    : remarkFigure(placeNote, analysis);
}

function priceRows(prices: readonly ObservedPrice[], analysis: Analysis): TableBlock['rows'] {
  return prices
    .toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0) || (a.id < b.id ? -1 : 1))
    .map((price) => {
      const [first] = price.observations as [Observation];
      return [
        placeFigure(first, analysis),
        { shown: labelled(substances, price.substance) },
        { shown: labelled(marketLevels, first.level ?? price.level) },
        { shown: plain(price.year ?? '–') },
        {
          shown: publishedPrice(price),
          why: whyInput({
            assumed: price,
            grade: gradeOf(first, analysis),
            rows: price.observations,
          }),
        },
        { shown: plain(gradeOf(first, analysis)) },
      ];
    });
}

/** How prices in other money than euro are converted, for those that stand in the table. */
function currencyNotes(
  prices: readonly ObservedPrice[],
  exchange: readonly ExchangeRate[],
): readonly Text[] {
  const isIn = (price: ObservedPrice, currency: string): boolean => price.unit.startsWith(currency);
  const dollars = prices.filter((price) => isIn(price, 'USD'));
  const isUnodc = dollars.some(({ observations }) =>
    observations.some(({ source }) => source.startsWith('unodc')),
  );
  const others = prices.filter(
    (price) =>
      !['USD', 'EUR', ...exchange.map(({ currency }) => currency)].some((one) => isIn(price, one)),
  );
  const currencies = [...new Set(others.map(({ unit }) => unit.split('/')[0] ?? unit))];
  return [
    ...(dollars.length > 0
      ? [
          text(
            'Dollars worden omgerekend tegen de gemiddelde koers van de ECB in het jaar van de prijs.',
            'Les dollars sont convertis au cours moyen de la BCE de l’année du prix.',
            'Dollar werden zum EZB-Durchschnittskurs des Preisjahres umgerechnet.',
            'Dollars are converted at the ECB’s average rate of the year of the price.',
          ),
        ]
      : []),
    ...(isUnodc
      ? [
          text(
            'UNODC rekende opgaven in euro tegen een andere koers om, zodat bedragen iets afwijken van wat een land opgaf.',
            'L’ONUDC avait converti les réponses en euros à un autre cours, si bien que les montants s’écartent un peu de ce qu’un pays a déclaré.',
            'UNODC rechnete Angaben in Euro zu einem anderen Kurs um, sodass Beträge etwas von dem abweichen, was ein Land meldete.',
            'UNODC had converted replies in euro at another rate, so amounts differ a little from what a country replied.',
          ),
        ]
      : []),
    ...currencies.map((currency) =>
      text(
        'Prijzen in {currency} staan hier zoals gepubliceerd; zonder koers wordt er niet mee gerekend.',
        'Les prix en {currency} figurent ici tels que publiés ; sans cours de change, ils n’entrent dans aucun calcul.',
        'Preise in {currency} stehen hier wie veröffentlicht; ohne Kurs wird nicht mit ihnen gerechnet.',
        'Prices in {currency} stand here as published; without a rate nothing is calculated with them.',
        { currency },
      ),
    ),
  ];
}

/** Prices as published, each with its grade. */
function priceTable(
  prices: readonly ObservedPrice[],
  { leftOut, exchange }: { readonly leftOut: number; readonly exchange: readonly ExchangeRate[] },
  analysis: Analysis,
): TableBlock {
  return {
    kind: 'table',
    caption: text(
      'Prijzen zoals gepubliceerd',
      'Prix tels que publiés',
      'Preise wie veröffentlicht',
      'Prices as published',
    ),
    columns: priceColumns,
    rows: priceRows(prices, analysis),
    notes: [
      ...currencyNotes(prices, exchange),
      ...(leftOut === 0
        ? []
        : [
            text(
              '{n:# rij doet|# rijen doen} niet mee, omdat de waarde, het niveau, het jaar of een van beide uitersten ontbreekt.',
              '{n:# ligne est écartée|# lignes sont écartées}, faute de valeur, de niveau, d’année ou de l’un des deux extrêmes.',
              '{n:# Zeile bleibt|# Zeilen bleiben} außen vor, weil Wert, Stufe, Jahr oder eines der beiden Enden fehlt.',
              '{n:# row is|# rows are} left out, for want of a value, a level, a year or one of both ends.',
              { n: leftOut },
            ),
          ]),
    ],
  };
}

/** What agencies said that finds were worth: kept, and never calculated with. */
function declaredTable(prices: readonly ObservedPrice[], analysis: Analysis): TableBlock {
  return {
    kind: 'table',
    caption: text(
      'Opgegeven waarden: bewaard, nooit gebruikt',
      'Valeurs déclarées : conservées, jamais utilisées',
      'Angegebene Werte: aufbewahrt, nie verwendet',
      'Declared values: kept, never used',
    ),
    columns: priceColumns,
    rows: priceRows(prices, analysis),
    notes: [
      text(
        'Wat een dienst een vangst waard noemt, is geen prijs: de bedragen per kilo lopen uiteen terwijl de straatprijs gelijk bleef.',
        'Ce qu’un service dit qu’une saisie vaut n’est pas un prix : les montants au kilo divergent alors que le prix de détail restait stable.',
        'Was eine Behörde einen Fund wert nennt, ist kein Preis: Die Beträge je Kilogramm gehen auseinander, während der Straßenpreis gleich blieb.',
        'What an agency says a find is worth is no price: the amounts per kilogram differ while the street price stayed the same.',
      ),
    ],
  };
}

/** 2. Volume, prices and purities, each with its grade; values that agencies declared, which are never used. */
export function inputsBlocks(analysis: Analysis, money: MoneyAnalysis): readonly Block[] {
  const { prices, leftOut } = money.prices;
  const declared = prices.filter((price) => price.declared);
  const breaks = breakTable(analysis.gathered.sources, analysis.breaks);
  return [
    numbersTable(money),
    priceTable(
      prices.filter((price) => !price.declared),
      { leftOut: leftOut.length, exchange: money.plan.exchange ?? [] },
      analysis,
    ),
    ...figureTables(
      analysis.gathered.observations.filter(
        ({ metric }) => metric === 'purity' || metric === 'potency',
      ),
      analysis,
    ),
    ...(declared.length > 0 ? [declaredTable(declared, analysis)] : []),
    sourceTable(analysis.gathered.sources),
    conservationTable(analysis.gathered.conservation),
    ...((breaks ? [breaks] : []) satisfies readonly Block[]),
  ];
}

/** Every number that enters, once, in the order in which the questions use it. */
function numbersTable({ answers }: MoneyAnalysis): TableBlock {
  const inputs = new Map<string, MoneyInput>();
  for (const { question } of answers) {
    const { quantity, wholesale, retail, purity, loss } = question;
    for (const input of [quantity, wholesale, retail, purity?.seized, purity?.sold, loss])
      if (input) inputs.set(input.assumed.id, input);
  }
  return {
    kind: 'table',
    caption: text(
      'Elk getal dat meetelt',
      'Chaque nombre qui entre en compte',
      'Jede Zahl, die eingeht',
      'Every number that enters',
    ),
    columns: [
      column('label', 'nummer', 'numéro', 'Nummer', 'id'),
      column('words', 'wat', 'quoi', 'was', 'what'),
      column('words', 'waarde', 'valeur', 'Wert', 'value'),
      { label: terms.year, kind: 'words' },
      column('words', 'graad', 'fiabilité', 'Grad', 'grade'),
    ],
    rows: [...inputs.values()].map((input) => {
      const { id, label, unit, distribution, year } = input.assumed;
      return [
        { shown: plain(id) },
        { shown: label },
        { shown: distributionText(distribution, unit), why: whyInput(input) },
        { shown: plain(year ?? '–') },
        { shown: plain(input.grade) },
      ];
    }),
    notes: [
      text(
        'Graad: bron A (zonder twijfel) tot X (niet te beoordelen), informatie 1 (zeker) tot 4 (niet te bevestigen). A-… is een oordeel van mensen.',
        'Fiabilité : source de A (sans doute) à X (non évaluable), information de 1 (certaine) à 4 (non vérifiable). A-… est un jugement humain.',
        'Grad: Quelle A (ohne Zweifel) bis X (nicht beurteilbar), Information 1 (sicher) bis 4 (nicht überprüfbar). A-… ist ein menschliches Urteil.',
        'Grade: source A (no doubt) to X (cannot be assessed), information 1 (certain) to 4 (cannot be corroborated). A-… is a judgement of people.',
      ),
    ],
  };
}
