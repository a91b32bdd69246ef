import { type Drawing, rateChart } from '@samenbeeld/charts';
import type { Block, Figure, FindingBlock, TableBlock } from '@samenbeeld/page';
import {
  formatNumber,
  inEach,
  listedTexts,
  metrics,
  type Observation,
  placeContains,
  placeLabel,
  substances,
  type Text,
} from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { daysAsked } from '../asked-rows.ts';
import { codeOf, drugsAsked, type QuestionWords, wordsGiven } from '../questions.ts';
import { sourceText } from '../sources/claim-text.ts';
import {
  capitalised,
  column,
  joined,
  labelled,
  none,
  numeral,
  patterned,
  placeText,
  plain,
  text,
  unitText,
} from '../text.ts';

/** What was measured of one drug, a value a site and year. */
interface Measured {
  readonly drug: string;
  readonly unit: string;
  readonly rows: readonly (Observation & { readonly value: number })[];
  /** The newest first. */
  readonly years: readonly string[];
  readonly sites: readonly string[];
}

const metric = 'wastewater_load';

const yearOf = ({ periodStart }: Observation): string => periodStart.slice(0, 4);
const whole = (value: number): Text => inEach((language) => formatNumber(value, language, 0));
const countryOf = (site: string): string => site.split('.')[0] ?? site;

/** A residue has no form: "MDMA", and not "MDMA (powder, crystal)". */
const drugText = ({ drug }: Measured): Text => {
  const label = labelled(substances, drug);
  return inEach((language) => label[language].replace(/ \(.*\)$/u, ''));
};

const valueAt = ({ rows }: Measured, site: string, year: string): Measured['rows'][number] | null =>
  rows.find((row) => row.place === site && yearOf(row) === year) ?? null;

/** What a picture holds of each drug that is asked, at the sites that are asked; a country asks each of its own. */
function measuredOf(analysis: Analysis, words: QuestionWords): readonly Measured[] {
  const { gathered, picture } = analysis;
  const written = picture.written ?? ((name: string) => name);
  const { from, to } = daysAsked(words);
  const held = gathered.observations.filter(
    (row): row is Measured['rows'][number] => row.metric === metric && row.value !== null,
  );
  // A site is called by the name of its town, which elsewhere may mean a port.
  const placeOf = (word: string): string =>
    held.find(({ place }) => placeLabel(place, 'en').toLowerCase() === word.toLowerCase())?.place ??
    codeOf(word, 'place', { rows: held, written });
  const places = wordsGiven(words['place']).map(placeOf);
  const drugs = drugsAsked(words['substance'], { rows: held, written }) ?? [];
  const rows = held.filter(
    ({ place, periodStart, periodEnd }) =>
      (places.length === 0 || places.some((one) => placeContains(one, place))) &&
      (from === null || periodStart >= from) &&
      (to === null || periodEnd <= to),
  );
  const asked = drugs.length > 0 ? drugs : [...new Set(rows.map((row) => row.substance))];
  return asked.flatMap((drug): readonly Measured[] => {
    if (drug === null) return [];
    const own = rows.filter((row) => row.substance === drug);
    const [first] = own;
    if (!first) return [];
    return [
      {
        ...{ drug, unit: first.unit, rows: own },
        years: [...new Set(own.map(yearOf))].sort().toReversed(),
        sites: [...new Set(own.map(({ place }) => place))].sort(),
      },
    ];
  });
}

/** Sites of a year, the highest first. */
const ofYear = ({ rows }: Measured, year: string): Measured['rows'] =>
  rows.filter((row) => yearOf(row) === year).sort((a, b) => b.value - a.value);

function shown(row: Measured['rows'][number], measured: Measured): Figure {
  const title = patterned('{site}, {year}: {value} {unit}', {
    site: placeText(row.place),
    year: plain(yearOf(row)),
    value: whole(row.value),
    unit: unitText(measured.unit),
  });
  return {
    shown: whole(row.value),
    value: row.value,
    why: {
      key: `wastewater ${row.id}`,
      title,
      says: [],
      evidence: [
        {
          ...{ role: 'governing' as const, claim: row.id, says: title, printed: undefined },
          publisher: sourceText(row.agencies, row.publishedOn),
          url: undefined,
          origin: row.origin,
        },
      ],
    },
  };
}

function siteTable(measured: Measured, words: QuestionWords): TableBlock {
  const years = words['from'] === undefined ? measured.years.slice(0, 6) : measured.years;
  // By the newest value that there is.
  const sorted = measured.sites
    .map((site) => {
      const at = years.findIndex((year) => valueAt(measured, site, year) !== null);
      return { site, at, value: valueAt(measured, site, years[at] ?? '')?.value ?? 0 };
    })
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || b.value - a.value);
  return {
    kind: 'table',
    caption: joined(
      [joined([drugText(measured), labelled(metrics, metric)], ', '), unitText(measured.unit)],
      ', ',
    ),
    columns: [
      column('label', 'meetplaats', 'site de mesure', 'Messort', 'site'),
      column('words', 'land', 'pays', 'Land', 'country'),
      ...years.map((year) => ({ label: plain(year), kind: 'number' as const })),
    ],
    rows: sorted.map(({ site }) => [
      { shown: placeText(site) },
      { shown: placeText(countryOf(site)) },
      ...years.map((year) => {
        const row = valueAt(measured, site, year);
        return row ? shown(row, measured) : { shown: none };
      }),
    ]),
  };
}

/** The newest year against the one before it, over the sites that were measured in both. */
function sameSites(measured: Measured, year: string): Text {
  const before = String(Number(year) - 1);
  const both = measured.sites.flatMap((site) => {
    const [late, early] = [valueAt(measured, site, year), valueAt(measured, site, before)];
    return late && early ? [{ site, late: late.value, early: early.value }] : [];
  });
  if (both.length === 0)
    return text(
      'Geen meetplaats heeft zowel {before} als {year}: er is niets te vergelijken.',
      'Aucun site n’a été mesuré à la fois en {before} et en {year} : rien ne se compare.',
      'Kein Messort hat sowohl {before} als auch {year}: Es gibt nichts zu vergleichen.',
      'No site has both {before} and {year}: there is nothing to compare.',
      { before: plain(before), year: plain(year) },
    );
  const told = (rows: typeof both): Text =>
    listedTexts(
      rows.map(({ site, late, early }) =>
        text(
          '{site} van {early} naar {late}',
          '{site} de {early} à {late}',
          '{site} von {early} auf {late}',
          '{site} from {early} to {late}',
          { site: placeText(site), early: whole(early), late: whole(late) },
        ),
      ),
    );
  const [higher, lower] = [
    both.filter(({ late, early }) => late > early),
    both.filter(({ late, early }) => late < early),
  ];
  const parts = [
    ...(higher.length > 0
      ? [
          text(
            'hoger op {n} ({told})',
            'plus haut sur {n} ({told})',
            'höher an {n} ({told})',
            'higher at {n} ({told})',
            { n: numeral(higher.length), told: told(higher) },
          ),
        ]
      : []),
    ...(lower.length > 0
      ? [
          text(
            'lager op {n} ({told})',
            'plus bas sur {n} ({told})',
            'niedriger an {n} ({told})',
            'lower at {n} ({told})',
            { n: numeral(lower.length), told: told(lower) },
          ),
        ]
      : []),
  ];
  const words = { before: plain(before), year: plain(year), n: numeral(both.length) };
  if (both.length === 1)
    return text(
      'In {before} en {year} gemeten: {told}.',
      'Mesuré en {before} et en {year} : {told}.',
      'In {before} und {year} gemessen: {told}.',
      'Measured in {before} and {year}: {told}.',
      { ...words, told: told(both) },
    );
  return text(
    'Vergeleken met {before}, alleen over de {n} meetplaatsen met beide jaren: {parts}.',
    'Par rapport à {before}, sur les seuls {n} sites mesurés les deux années : {parts}.',
    'Verglichen mit {before}, nur über die {n} Messorte mit beiden Jahren: {parts}.',
    'Against {before}, over the {n} sites with both years only: {parts}.',
    { ...words, parts: listedTexts(parts) },
  );
}

const oneWeek: Text = text(
  'Gemeten is één week per jaar: of een verschil groter is dan het verschil tussen weken, is niet bekend.',
  'La mesure porte sur une semaine par an : on ignore si un écart dépasse celui d’une semaine à l’autre.',
  'Gemessen wird eine Woche im Jahr: Ob ein Unterschied größer ist als der zwischen Wochen, ist nicht bekannt.',
  'One week a year is measured: whether a difference is larger than that between weeks is not known.',
);

const notSaid: Text = text(
  'Resten zeggen niet hoeveel mensen gebruiken, hoe zuiver het middel was of wie er die week in de stad was.',
  'Les résidus ne disent ni combien de personnes consomment, ni la pureté, ni qui se trouvait en ville cette semaine-là.',
  'Rückstände sagen nicht, wie viele Menschen konsumieren, wie rein der Stoff war oder wer in jener Woche in der Stadt war.',
  'Residues do not say how many people use, how pure the drug was, or who was in town that week.',
);

/** Sites of a year by country: "Belgium 2, Netherlands 6". */
function byCountry(rows: readonly Observation[]): Text {
  const countries = [...new Set(rows.map(({ place }) => countryOf(place)))].sort();
  return listedTexts(
    countries.map((country) =>
      joined(
        [
          placeText(country),
          numeral(rows.filter(({ place }) => countryOf(place) === country).length),
        ],
        ' ',
      ),
    ),
  );
}

/** Why there is no figure of a country, and none of several years together. */
function noCountry(measured: Measured): Text {
  const [newest = '', oldest = ''] = [measured.years[0], measured.years.at(-1)];
  if (measured.sites.length === 1)
    return text(
      'Een stad is geen land: deze meetplaats staat voor geen andere.',
      'Une ville n’est pas un pays : ce site n’en représente aucun autre.',
      'Eine Stadt ist kein Land: Dieser Messort steht für keinen anderen.',
      'A city is no country: this site stands for no other.',
    );
  const always = measured.sites.filter((site) =>
    measured.years.every((year) => valueAt(measured, site, year) !== null),
  );
  return text(
    'Een stad is geen land: er is geen som, gemiddelde of trend per land. De meetplaatsen zijn niet als steekproef gekozen en wisselen; in elk jaar van {oldest} tot {newest} gemeten: {k} van {n}.',
    'Une ville n’est pas un pays : pas de somme, de moyenne ni de tendance par pays. Les sites ne sont pas un échantillon et changent ; mesurés chaque année de {oldest} à {newest} : {k} sur {n}.',
    'Eine Stadt ist kein Land: Es gibt keine Summe, kein Mittel und keinen Trend je Land. Die Messorte sind keine Stichprobe und wechseln; in jedem Jahr von {oldest} bis {newest} gemessen: {k} von {n}.',
    'A city is no country: there is no sum, mean or trend of a country. The sites are no sample and change; measured in every year from {oldest} to {newest}: {k} of {n}.',
    {
      ...{ n: numeral(measured.sites.length), k: numeral(always.length) },
      ...{ oldest: plain(oldest), newest: plain(newest) },
    },
  );
}

/** Sites of the newest years, each year by itself, the highest first. */
function drawn(measured: Measured, years: number): Drawing {
  const groups = measured.years.slice(0, years);
  return (options) =>
    rateChart(
      groups.flatMap((group) =>
        ofYear(measured, group).map((row) => ({
          label: placeText(row.place),
          estimate: Math.round(row.value),
          ...{ low: null, high: null, group: plain(group) },
        })),
      ),
      {
        ...options,
        ...{ reference: null, log: false, unit: measured.unit },
        title: joined([capitalised(drugText(measured)), unitText(measured.unit)], ', '),
      },
    );
}

/** What the newest year says of each drug, site by site. */
export function wastewaterFindings(
  analysis: Analysis,
  words: QuestionWords,
): readonly FindingBlock[] {
  return measuredOf(analysis, words).flatMap((measured): readonly FindingBlock[] => {
    const [year = ''] = measured.years;
    const rows = ofYear(measured, year);
    const [top, low] = [rows[0], rows.at(-1)];
    if (!top || !low) return [];
    const drug = capitalised(drugText(measured));
    const lead =
      rows.length === 1
        ? text(
            '{year}: {value} {unit} op één meetplaats, {site}.',
            '{year} : {value} {unit} sur un seul site, {site}.',
            '{year}: {value} {unit} an einem Messort, {site}.',
            '{year}: {value} {unit} at one site, {site}.',
            {
              ...{ year: plain(year), value: whole(top.value), site: placeText(top.place) },
              unit: unitText(measured.unit),
            },
          )
        : text(
            '{year}: {n} meetplaatsen ({countries}); het hoogst {top} ({max}), het laagst {low} ({min}), in {unit}.',
            '{year} : {n} sites ({countries}) ; le plus haut {top} ({max}), le plus bas {low} ({min}), en {unit}.',
            '{year}: {n} Messorte ({countries}); am höchsten {top} ({max}), am niedrigsten {low} ({min}), in {unit}.',
            '{year}: {n} sites ({countries}); highest {top} ({max}), lowest {low} ({min}), in {unit}.',
            {
              ...{ year: plain(year), n: numeral(rows.length), countries: byCountry(rows) },
              ...{ top: placeText(top.place), max: whole(top.value) },
              ...{ low: placeText(low.place), min: whole(low.value) },
              unit: unitText(measured.unit),
            },
          );
    return [
      {
        kind: 'finding',
        title: text(
          '{drug} in rioolwater: per stad, niet per land',
          '{drug} dans les eaux usées : par ville, non par pays',
          '{drug} im Abwasser: nach Stadt, nicht nach Land',
          '{drug} in wastewater: by city, not by country',
          { drug },
        ),
        text: joined([lead, sameSites(measured, year), oneWeek], ' '),
        confidence: 'medium',
        basis: noCountry(measured),
        // The year before stands in the chapter.
        draw: drawn(measured, 1),
      },
    ];
  });
}

/** Residues in wastewater by site and year; a year is set against another only over the same sites. */
export function wastewaterBlocks(analysis: Analysis, words: QuestionWords): readonly Block[] {
  const found = measuredOf(analysis, words);
  if (found.length === 0)
    return [
      {
        kind: 'paragraph',
        text: text(
          'Van rioolwater bevat dit beeld hiervoor geen meting. Dat is niet nul: het is niet bekend.',
          'Ce tableau ne contient à ce sujet aucune mesure des eaux usées. Ce n’est pas zéro : c’est inconnu.',
          'Dazu enthält dieses Lagebild keine Abwassermessung. Das ist nicht null: Es ist nicht bekannt.',
          'Of wastewater this picture holds no measurement for it. That is not zero: it is not known.',
        ),
      },
    ];
  const findings = wastewaterFindings(analysis, words);
  return found.flatMap((measured, at): readonly Block[] => [
    ...findings.slice(at, at + 1).map(({ text: says }) => ({
      kind: 'paragraph' as const,
      text: joined([says, notSaid], ' '),
    })),
    ...(ofYear(measured, measured.years[0] ?? '').length > 1
      ? [{ kind: 'chart' as const, draw: drawn(measured, 2) }]
      : []),
    siteTable(measured, words),
    { kind: 'paragraph', text: noCountry(measured) },
  ]);
}
