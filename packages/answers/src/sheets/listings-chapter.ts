import type { Block, Column, Figure, TableBlock } from '@samenbeeld/page';
import {
  bases,
  countries,
  type Finding,
  inEach,
  type Listing,
  percent,
  range,
  type Seizure,
  spanOfDate,
  substances,
  type Text,
  units,
} from '@samenbeeld/schema';
import { concentration, proportion, quantityDiscount } from '@samenbeeld/trends';
import type { Analysis } from '../analysis.ts';
import { unitIn } from '../money/unit-in.ts';
import type { QuestionWords } from '../questions.ts';
import {
  capitalised,
  column,
  dated,
  grouped,
  joined,
  labelled,
  none,
  numeral,
  plain,
  text,
  unitText,
} from '../text.ts';
import { priceCurves } from './price-curve.ts';
import { askedRow, nothingShown, sheetRows } from './rows-of-sheet.ts';

/** What an answer on listings gives: its blocks, and the findings they tell. */
interface OfListings {
  readonly blocks: readonly Block[];
  readonly findings: readonly Finding[];
}

/** Vendors among some listings; null where the picture keeps none. */
function vendorsOf(rows: readonly Listing[]): number | null {
  const named = new Set(rows.flatMap(({ vendor }) => vendor ?? []));
  return named.size === 0 ? null : named.size;
}

/** Offers that differ: one vendor, one market, one thing, one amount; null where no vendor is known, which leaves nothing to compare. */
function offersOf(rows: readonly Listing[]): number | null {
  const named = rows.filter(({ vendor }) => vendor !== null);
  const offers = named.map(({ platform, vendor, substance, amount, unit }) =>
    JSON.stringify([platform, vendor, substance, amount, unit]),
  );
  return named.length === 0 ? null : new Set(offers).size;
}

const counted = (value: number | null): Figure =>
  value === null ? { shown: none, value } : { shown: numeral(value), value };

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] as number) + (sorted[Math.floor(half)] as number)) / 2;
}

/** Groups in the order of how many listings each has. */
function mostFirst(
  rows: readonly Listing[],
  key: (row: Listing) => string,
): readonly (readonly [string, readonly Listing[]])[] {
  return [...grouped(rows, key)].sort(
    ([one, some], [other, more]) => more.length - some.length || (one < other ? -1 : 1),
  );
}

const percentText = (part: number, whole: number): Text =>
  inEach((language) => percent(part / whole, language));

const label = {
  drug: text('middel', 'substance', 'Substanz', 'drug'),
  listings: text('aanbiedingen', 'annonces', 'Angebote', 'listings'),
  offers: text('verschillende', 'différentes', 'verschiedene', 'different ones'),
  vendors: text('verkopers', 'vendeurs', 'Verkäufer', 'vendors'),
  share: text('aandeel', 'part', 'Anteil', 'share'),
};

/** What is offered beside what was found: two counts of other things, which are not divided by each other. */
function besideFinds(
  analysis: Analysis,
  words: QuestionWords,
  rows: readonly Listing[],
): TableBlock {
  const { seizures } = analysis.gathered;
  const finds = seizures.filter(
    askedRow<Seizure>(analysis, words, {
      bounds: ({ place, date, datePrecision }) => {
        const { start, end } = spanOfDate(date, datePrecision);
        return { place, first: start, last: end };
      },
      codes: { substance: { list: substances, of: ({ substance }) => [substance] } },
    }),
  );
  const codes = [
    ...new Set([
      ...mostFirst(rows, ({ substance }) => substance).map(([code]) => code),
      ...finds.map(({ substance }) => substance).sort(),
    ]),
  ];
  const footings = [...new Set(seizures.map(({ basis }) => basis))].sort();
  const offered = text('aangeboden', 'proposé', 'angeboten', 'offered');
  const found = text(
    'gevonden in dit beeld, aantal',
    'saisi dans ce tableau, nombre',
    'in diesem Lagebild gefunden, Anzahl',
    'found in this picture, number',
  );
  return {
    kind: 'table',
    caption: text(
      'Aanbod naast vangsten',
      'Offre et saisies, côte à côte',
      'Angebot neben Funden',
      'Offers beside finds',
    ),
    columns: [
      { label: label.drug, kind: 'label' },
      ...[label.listings, label.offers, label.vendors, label.share].map(
        (one): Column => ({ label: one, group: offered, kind: 'number' }),
      ),
      ...footings.map(
        (basis): Column => ({ label: labelled(bases, basis), group: found, kind: 'number' }),
      ),
    ],
    rows: codes.map((code) => {
      const own = rows.filter(({ substance }) => substance === code);
      return [
        { shown: capitalised(labelled(substances, code)) },
        counted(own.length),
        counted(own.length === 0 ? 0 : offersOf(own)),
        counted(own.length === 0 ? null : vendorsOf(own)),
        {
          shown: percentText(own.length, rows.length),
          value: Math.round((own.length / rows.length) * 1000) / 10,
        },
        ...footings.map((basis) =>
          counted(finds.filter((find) => find.substance === code && find.basis === basis).length),
        ),
      ];
    }),
    notes: [
      text(
        'Een aanbieding is geen verkoop, en een vangst is wat iemand vond. Zij tellen andere dingen, van andere plaatsen en tijden, en worden niet door elkaar gedeeld of bij elkaar opgeteld. Een vangst die in twee bestanden staat, telt hier tweemaal.',
        'Une annonce n’est pas une vente, et une saisie est ce que quelqu’un a trouvé. Elles comptent autre chose, en d’autres lieux et d’autres temps ; rien n’est divisé ni additionné. Une saisie qui figure dans deux fichiers compte ici deux fois.',
        'Ein Angebot ist kein Verkauf, und ein Fund ist, was jemand fand. Sie zählen anderes, an anderen Orten und zu anderen Zeiten, und werden weder durcheinander geteilt noch addiert. Ein Fund, der in zwei Dateien steht, zählt hier zweimal.',
        'A listing is no sale, and a find is what somebody found. They count other things, of other places and times, and are neither divided by each other nor added. A find that stands in two files counts twice here.',
      ),
    ],
  };
}

/** Fewer vendors than this ask no price that is shown: it would be that of one of them. */
const fewestVendors = 3;

const isFew = (rows: readonly Listing[]): boolean => (vendorsOf(rows) ?? 0) < fewestVendors;

/** Price per unit by drug, currency and amount, where enough vendors ask one. */
function priceTable(rows: readonly Listing[]): TableBlock {
  const groups = mostFirst(rows, ({ substance, currency, unit }) =>
    JSON.stringify([substance, currency, unit]),
  );
  return {
    kind: 'table',
    caption: text(
      'Vraagprijs per eenheid naar hoeveelheid',
      'Prix demandé par unité selon la quantité',
      'Verlangter Preis je Einheit nach Menge',
      'Price asked per unit by amount',
    ),
    columns: [
      { label: label.drug, kind: 'label' },
      column('number', 'hoeveelheid', 'quantité', 'Menge', 'amount'),
      column('words', 'in', 'en', 'in', 'in'),
      column('number', 'middelste prijs', 'prix médian', 'mittlerer Preis', 'median price'),
      column('words', 'per', 'par', 'je', 'per'),
      { label: label.listings, kind: 'number' },
      { label: label.vendors, kind: 'number' },
    ],
    rows: groups.flatMap(([key, own]) => {
      const [substance, currency, unit] = JSON.parse(key) as [string, string, string];
      const amounts = [...new Set(own.map(({ amount }) => amount))].sort((a, b) => a - b);
      return amounts.flatMap((amount): readonly (readonly Figure[])[] => {
        const some = own.filter((one) => one.amount === amount);
        if (isFew(some)) return [];
        const price = medianOf(some.map((one) => one.price / one.amount));
        const rounded = Number(price.toPrecision(3));
        return [
          [
            { shown: capitalised(labelled(substances, substance)) },
            { shown: numeral(amount), value: amount },
            { shown: unitText(unit) },
            { shown: numeral(rounded), value: rounded },
            { shown: joined([plain(currency), labelled(units, unit)], ' / ') },
            counted(some.length),
            counted(vendorsOf(some)),
          ],
        ];
      });
    }),
    notes: [
      text(
        'Gevraagd, niet betaald; de zuiverheid is niet bekend. Elke valuta staat apart, niets is omgerekend. Hoeveelheden die minder dan drie verkopers aanbieden, staan er niet.',
        'Demandé, non payé ; la pureté n’est pas connue. Chaque devise reste à part, rien n’est converti. Les quantités que proposent moins de trois vendeurs n’y figurent pas.',
        'Verlangt, nicht bezahlt; die Reinheit ist nicht bekannt. Jede Währung steht für sich, nichts ist umgerechnet. Mengen, die weniger als drei Verkäufer anbieten, stehen nicht darin.',
        'Asked, not paid; the purity is not known. Each currency stands apart, nothing is converted. Amounts that fewer than three vendors offer are not in it.',
      ),
    ],
  };
}

/** How the price falls with the amount, by drug and currency; none where the picture keeps no vendors. */
function discounts(rows: readonly Listing[]): readonly Finding[] {
  return mostFirst(rows, ({ substance, currency, unit }) =>
    JSON.stringify([substance, currency, unit]),
  ).flatMap(([key, own]) => {
    const [substance, currency, unit] = JSON.parse(key) as [string, string, string];
    const asked = own.flatMap(({ vendor, amount, price }) =>
      vendor === null ? [] : [{ vendor, amount, price }],
    );
    if (asked.length === 0) return [];
    return [
      quantityDiscount(asked, {
        subject: `${substance} ${currency}/${unit}`,
        label: joined(
          [
            labelled(substances, substance),
            inEach((language) => unitIn(`${currency}/${unit}`, language)),
          ],
          ', ',
        ),
      }),
    ];
  });
}

/** Where vendors say they ship from: vendors with the exact interval of their share, listings described. */
function originTable(rows: readonly Listing[]): TableBlock {
  const all = vendorsOf(rows);
  const groups = mostFirst(rows, ({ shipsFrom }) => shipsFrom ?? '');
  return {
    kind: 'table',
    caption: text(
      'Waarvandaan wordt verzonden, volgens de aanbieding',
      'D’où l’on expédie, selon l’annonce',
      'Woher versandt wird, laut Angebot',
      'Where it ships from, as the listing says',
    ),
    columns: [
      column('label', 'land', 'pays', 'Land', 'country'),
      { label: label.vendors, kind: 'number' },
      column(
        'number',
        'deel van de verkopers',
        'part des vendeurs',
        'Anteil der Verkäufer',
        'share of vendors',
      ),
      column('words', '95%-interval', 'intervalle à 95 %', '95-%-Intervall', '95% interval'),
      { label: label.listings, kind: 'number' },
      column(
        'number',
        'deel van de aanbiedingen',
        'part des annonces',
        'Anteil der Angebote',
        'share of listings',
      ),
    ],
    rows: groups.map(([code, own]) => {
      const vendors = vendorsOf(own);
      const share =
        all === null || vendors === null ? null : proportion(vendors, all, { per: 100 });
      return [
        {
          shown:
            code === ''
              ? text('niet gezegd', 'non indiqué', 'nicht angegeben', 'not said')
              : capitalised(labelled(countries, code)),
        },
        counted(vendors),
        share === null || all === null || vendors === null
          ? counted(null)
          : {
              shown: percentText(vendors, all),
              value: Math.round((share.estimate ?? 0) * 10) / 10,
            },
        {
          shown: share ? inEach((language) => `${range(share.interval, 0, language)} %`) : none,
        },
        counted(own.length),
        {
          shown: percentText(own.length, rows.length),
          value: Math.round((own.length / rows.length) * 1000) / 10,
        },
      ];
    }),
    notes: [
      text(
        'Het interval is dat van verkopers, die elk eenmaal tellen: aanbiedingen van één verkoper horen bij elkaar. Het geldt voor markten als deze, en niet voor de handel. Een verkoper die vanuit twee landen zegt te verzenden, telt bij beide. Waar hij echt zit, is niet bekend.',
        'L’intervalle porte sur les vendeurs, chacun compté une fois : les annonces d’un vendeur vont ensemble. Il vaut pour des marchés comme ceux-ci, non pour le commerce. Un vendeur qui dit expédier de deux pays compte dans les deux. Où il se trouve réellement n’est pas connu.',
        'Das Intervall gilt für Verkäufer, die je einmal zählen: Angebote eines Verkäufers gehören zusammen. Es gilt für Märkte wie diese, nicht für den Handel. Wer aus zwei Ländern zu versenden angibt, zählt bei beiden. Wo er wirklich sitzt, ist nicht bekannt.',
        'The interval is that of vendors, each counted once: listings of one vendor belong together. It holds for markets like these, not for the trade. A vendor who says to ship from two countries counts in both. Where he really is, is not known.',
      ),
    ],
  };
}

/** With how few vendors the offer lies, described: listings of one vendor are no independent events. */
function concentrationBlock(rows: readonly Listing[]): {
  readonly text: Text;
  readonly found: Finding | null;
} {
  const counts = [...grouped(rows, ({ vendor }) => vendor ?? '')]
    .flatMap(([vendor, own]) => (vendor === '' ? [] : [own.length]))
    .sort((a, b) => b - a);
  const total = counts.reduce((sum, one) => sum + one, 0);
  if (counts.length < 2)
    return {
      text: rows.some(({ platform }) => platform !== null) ? tooFewVendors : noKey,
      found: null,
    };
  const found = concentration(counts, {
    ...{ subject: 'listings by vendor', unit: 'listing' },
    holders: text(
      '{n:# verkoper|# verkopers}',
      '{n:# vendeur|# vendeurs}',
      '{n:# Verkäufer|# Verkäufer}',
      '{n:# vendor|# vendors}',
    ),
  });
  const tenth = Math.ceil(counts.length / 10);
  const most = counts.slice(0, tenth).reduce((sum, one) => sum + one, 0);
  return {
    found,
    text: text(
      'De {top:# verkoper|# verkopers} met de meeste aanbiedingen, een tiende van de {n}, {top:heeft|hebben} {share} van het aanbod; het is verdeeld als over {like} even grote verkopers (HHI {index}). Alleen beschreven: wie veel aanbiedt, verkoopt niet zeker veel, en aanbiedingen van één verkoper zijn niet los van elkaar. Eén schuilnaam op twee markten telt als één verkoper; of achter twee schuilnamen dezelfde zit, is niet bekend.',
      '{top:Le vendeur le plus présent|Les # vendeurs les plus présents}, un dixième des {n}, {top:tient|tiennent} {share} de l’offre ; elle est répartie comme entre {like} vendeurs de même taille (HHI {index}). Simple description : qui propose beaucoup ne vend pas forcément beaucoup, et les annonces d’un vendeur ne sont pas indépendantes. Un même pseudonyme sur deux marchés compte pour un vendeur ; si deux pseudonymes sont le même, on ne le sait pas.',
      '{top:Der Verkäufer|Die # Verkäufer} mit den meisten Angeboten, ein Zehntel der {n}, {top:hat|haben} {share} des Angebots; es ist verteilt wie auf {like} gleich große Verkäufer (HHI {index}). Nur beschrieben: Wer viel anbietet, verkauft nicht sicher viel, und Angebote eines Verkäufers sind nicht unabhängig. Ein Pseudonym auf zwei Märkten zählt als ein Verkäufer; ob hinter zwei Pseudonymen derselbe steht, ist nicht bekannt.',
      'The {top:# vendor|# vendors} with most listings, a tenth of the {n}, {top:has|have} {share} of the offer; it is divided as among {like} vendors of equal size (HHI {index}). Described only: who offers much need not sell much, and listings of one vendor are not independent. One pseudonym on two markets counts as one vendor; whether two pseudonyms are the same is not known.',
      {
        top: tenth,
        n: counts.length,
        share: percentText(most, total),
        like: numeral(Number((found.details.effectiveNumber ?? 0).toPrecision(2))),
        index: numeral(Number((found.estimate ?? 0).toPrecision(2))),
      },
    ),
  };
}

const tooFewVendors: Text = text(
  'Hoe geconcentreerd het aanbod is, is niet te zeggen: minder dan twee verkopers zijn bekend.',
  'La concentration de l’offre ne peut être dite : moins de deux vendeurs sont connus.',
  'Wie konzentriert das Angebot ist, lässt sich nicht sagen: Weniger als zwei Verkäufer sind bekannt.',
  'How concentrated the offer is cannot be said: fewer than two vendors are known.',
);

const noKey: Text = text(
  'Het beeld heeft geen sleutel, dus verkopers en markten zijn bij het inlezen weggelaten: hoeveel verkopers er zijn, hoe geconcentreerd het aanbod is en wat er per hoeveelheid wordt gevraagd, is niet te zeggen; een prijs staat er alleen waar drie verkopers hem vragen.',
  'Le tableau n’a pas de clé : vendeurs et marchés ont été supprimés à la lecture. Le nombre de vendeurs, la concentration de l’offre et le prix demandé selon la quantité ne peuvent être dits ; un prix ne figure que si trois vendeurs le demandent.',
  'Das Lagebild hat keinen Schlüssel, Verkäufer und Märkte wurden daher beim Einlesen weggelassen: Wie viele Verkäufer es gibt, wie konzentriert das Angebot ist und was je Menge verlangt wird, lässt sich nicht sagen; ein Preis steht nur dort, wo drei Verkäufer ihn verlangen.',
  'The picture has no key, so vendors and markets were left out when it was read: how many vendors there are, how concentrated the offer is, and what is asked by amount cannot be said; a price stands only where three vendors ask it.',
);

const sideBySide = [
  '{n:# vergelijking staat|# vergelijkingen staan} hier naast elkaar, elk met 95 % zekerheid: ook waar niets verandert, lijkt ongeveer één op de twintig een verandering te tonen.',
  '{n:Une comparaison figure|# comparaisons figurent} ici côte à côte, chacune à 95 % : même si rien ne change, une sur vingt environ semble montrer un changement.',
  '{n:# Vergleich steht|# Vergleiche stehen} hier nebeneinander, jeder mit 95 % Sicherheit: Auch wo sich nichts ändert, scheint etwa einer von zwanzig eine Änderung zu zeigen.',
  '{n:# comparison stands|# comparisons stand} side by side here, each at 95%: even where nothing changes, about one in twenty seems to show a change.',
] as const;

const headings = {
  price: text('Prijs en hoeveelheid', 'Prix et quantité', 'Preis und Menge', 'Price and amount'),
  origin: text('Herkomst', 'Provenance', 'Herkunft', 'Origin'),
  few: text(
    'Bij hoe weinig verkopers',
    'Chez combien de vendeurs',
    'Bei wie wenigen Verkäufern',
    'With how few vendors',
  ),
};

/**
 * Offers on online markets: what is offered beside what was found, price per gram by amount, where it ships from, and with how few
 * vendors the offer lies. Vendors and markets stand in no output: they are counted by the pseudonym under the picture's key.
 */
export function listingsGiven(analysis: Analysis, words: QuestionWords): OfListings {
  const rows = sheetRows(analysis, 'listings', words, {
    bounds: ({ shipsFrom, date }) => ({ place: shipsFrom, first: date, last: date }),
    codes: { substance: { list: substances, of: ({ substance }) => [substance] } },
  });
  if (rows.length === 0)
    return { blocks: [{ kind: 'paragraph', text: nothingShown }], findings: [] };
  const days = rows.map(({ date }) => date).sort();
  const vendors = vendorsOf(rows);
  const markets = new Set(rows.flatMap(({ platform }) => platform ?? [])).size;
  const offers = offersOf(rows);
  const found = discounts(rows);
  const few = concentrationBlock(rows);
  const unnamed = rows.filter(({ vendor }) => vendor === null).length;
  const compared = found.filter(({ interval }) => interval !== null).length;
  const counts = {
    n: rows.length,
    offers: offers ?? 0,
    again: rows.length - unnamed - (offers ?? 0),
    unnamed,
    vendors: vendors ?? 0,
    markets,
    first: dated(days[0] as string),
    last: dated(days.at(-1) as string),
  };
  const heading = (words: Text): Block => ({ kind: 'heading', text: words });
  return {
    findings: [...found, ...(few.found ? [few.found] : [])],
    blocks: [
      {
        kind: 'paragraph',
        text:
          vendors === null
            ? text(
                '{n:# aanbieding|# aanbiedingen}, gezien van {first} tot en met {last}.',
                '{n:Une annonce|# annonces}, vues du {first} au {last}.',
                '{n:# Angebot|# Angebote}, gesehen vom {first} bis {last}.',
                '{n:# listing|# listings}, seen from {first} to {last}.',
                counts,
              )
            : text(
                '{n:# aanbieding|# aanbiedingen} van {vendors:# verkoper|# verkopers} op {markets:# markt|# markten}, gezien van {first} tot en met {last}. Een verkoper biedt hetzelfde vaak meer dan eens aan: {offers:# ervan is verschillend|# ervan zijn verschillend}, {again:geen herhaalt een andere|# herhaalt een andere|# herhalen een andere}.{unnamed:| # noemt geen verkoper en is niet vergeleken.| # noemen geen verkoper en zijn niet vergeleken.} Daarom staan aanbiedingen en verkopers beide.',
                '{n:Une annonce|# annonces} de {vendors:# vendeur|# vendeurs} sur {markets:# marché|# marchés}, vues du {first} au {last}. Un vendeur propose souvent la même chose plusieurs fois : {offers:# diffère|# diffèrent}, {again:aucune n’en répète une autre|# en répète une autre|# en répètent une autre}.{unnamed:| # ne nomme pas de vendeur et n’est pas comparée.| # ne nomment pas de vendeur et ne sont pas comparées.} Annonces et vendeurs sont donc comptés tous deux.',
                '{n:# Angebot|# Angebote} von {vendors:# Verkäufer|# Verkäufern} auf {markets:# Markt|# Märkten}, gesehen vom {first} bis {last}. Ein Verkäufer bietet dasselbe oft mehrmals an: {offers:# davon ist|# davon sind} verschieden, {again:keines wiederholt ein anderes|# wiederholt ein anderes|# wiederholen ein anderes}.{unnamed:| # nennt keinen Verkäufer und ist nicht verglichen.| # nennen keinen Verkäufer und sind nicht verglichen.} Deshalb stehen Angebote und Verkäufer beide.',
                '{n:# listing|# listings} of {vendors:# vendor|# vendors} on {markets:# market|# markets}, seen from {first} to {last}. A vendor often lists the same item several times: {offers:# of them differs|# of them differ}, {again:none repeats another|# repeats another|# repeat another}.{unnamed:| # names no vendor and is not compared.| # name no vendor and are not compared.} So both listings and vendors are counted.',
                counts,
              ),
      },
      besideFinds(analysis, words, rows),
      ...(vendors === null ? [] : [heading(headings.price)]),
      ...(found.length > 0
        ? [{ kind: 'list' as const, items: found.map(({ says }) => ({ text: says })) }]
        : []),
      ...(compared > 1
        ? [{ kind: 'paragraph' as const, text: text(...sideBySide, { n: compared }) }]
        : []),
      ...priceCurves(rows, found),
      ...(vendors === null ? [] : [priceTable(rows)]),
      heading(headings.origin),
      originTable(rows),
      heading(headings.few),
      { kind: 'paragraph', text: few.text },
    ],
  };
}
