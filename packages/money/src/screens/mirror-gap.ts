import {
  colonAfter,
  countries,
  type Finding,
  fromTo,
  InputError,
  inEach,
  inFour,
  inSigns,
  paragraph,
  percent,
  RefusalError,
  shape,
  type Text,
  takes,
} from '@samenbeeld/schema';
import { type Assumed, assumedShape } from '../value/assumed.ts';
import { checkDistribution, quantileOf } from '../value/distribution.ts';
import { neededOption } from './limits.ts';

interface MirrorWords {
  readonly verdict: 'imports_higher' | 'exports_higher' | 'not_shown' | 'no_conclusion';
  readonly from: Text;
  readonly to: Text;
  readonly year: number;
  /** The gap as a share of the exports. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly label: Text | undefined;
}

const innocent: Text = {
  nl: 'Doorvoer, wederuitvoer, opslag en andere boekingsdata hebben hetzelfde gevolg; dit is een vraag aan beide bureaus.',
  fr: 'Le transit, la réexportation, l’entreposage et des dates d’enregistrement différentes ont le même effet\u00a0; c’est une question à poser aux deux offices.',
  de: 'Durchfuhr, Wiederausfuhr, Lagerung und andere Buchungstage wirken ebenso; das ist eine Frage an beide Ämter.',
  en: 'Transit, re-export, storage and other dates of booking have the same effect; this is a question to both offices.',
};

/** Which side reports more and by how much, as a range; never why. */
function mirrorSays({ verdict, from, to, year, interval, label }: MirrorWords): Text {
  const main = inEach((language) => {
    const head = label ? `${label[language]}, ` : '';
    const pair = `${head}${from[language]} → ${to[language]}, ${year}`;
    const start = `${pair}${colonAfter[language]}`;
    if (interval === null || verdict === 'no_conclusion')
      return {
        nl: `${start} geen conclusie mogelijk, want een van beide kanten meldt niets.`,
        fr: `${start} aucune conclusion possible, car l’une des deux parties ne déclare rien.`,
        de: `${start} Keine Aussage möglich, denn eine der beiden Seiten meldet nichts.`,
        en: `${start} no conclusion possible, since one of the two sides reports nothing.`,
      }[language];
    if (verdict === 'not_shown')
      return {
        nl: `${start} een verschil tussen gemelde uitvoer en gemelde invoer is niet aantoonbaar, vracht en verzekering in aanmerking genomen.`,
        fr: `${start} aucun écart entre exportations et importations déclarées ne peut être démontré, compte tenu du fret et de l’assurance.`,
        de: `${start} Ein Unterschied zwischen gemeldeter Ausfuhr und gemeldeter Einfuhr lässt sich nicht nachweisen, wenn Fracht und Versicherung berücksichtigt werden.`,
        en: `${start} no gap between reported exports and reported imports can be shown, once freight and insurance are allowed for.`,
      }[language];
    const isHigher = verdict === 'imports_higher';
    const ends = [interval.low, interval.high].map(Math.abs).sort((a, b) => a - b);
    const [low, high] = ends.map((share) => percent(share, language)) as [string, string];
    const range = low === high ? low : fromTo(low, high, language);
    return {
      nl: `${start} zonder vracht en verzekering is de gemelde invoer ${range} ${isHigher ? 'hoger' : 'lager'} dan de gemelde uitvoer.`,
      fr: `${start} hors fret et assurance, les importations déclarées sont ${isHigher ? 'supérieures' : 'inférieures'} ${low === high ? `de ${low}` : range} aux exportations déclarées.`,
      de: `${start} Ohne Fracht und Versicherung ist die gemeldete Einfuhr um ${range} ${isHigher ? 'höher' : 'niedriger'} als die gemeldete Ausfuhr.`,
      en: `${start} without freight and insurance, reported imports are ${range} ${isHigher ? 'higher' : 'lower'} than reported exports.`,
    }[language];
  });
  const isGap = verdict === 'imports_higher' || verdict === 'exports_higher';
  return paragraph(main, isGap ? innocent : null);
}

/** One year of trade in one good, as both sides report it. */
export interface MirrorTrade {
  /** Country that reports the exports, and country that reports the imports; codes. */
  readonly exporter: string;
  readonly importer: string;
  /** Value of the exports at the exporter's border (f.o.b.), and of the imports at the importer's (c.i.f.). */
  readonly exported: number;
  readonly imported: number;
  /** Three letters, the same for both. */
  readonly currency: string;
  readonly year: number;
  /** What freight and insurance are assumed to add: c.i.f. over f.o.b., unit "ratio", at least 1. */
  readonly freight: Assumed;
  /** Where the figures stand. */
  readonly source: string;
  readonly subject?: string;
  readonly label?: Text;
}

/** Which side reports more, once freight and insurance are allowed for. */
export type MirrorVerdict = 'imports_higher' | 'exports_higher' | 'not_shown' | 'no_conclusion';

/** A finding whose estimate is the gap as a share of the exports, a range over the assumed freight. */
export interface MirrorGap extends Finding {
  readonly details: {
    readonly verdict: MirrorVerdict;
    readonly exported: number;
    readonly imported: number;
    /** Imports without freight less exports, lowest and highest, in the currency of the figures. */
    readonly gapLow: number | null;
    readonly gapHigh: number | null;
    readonly freightLow: number;
    readonly freightHigh: number;
    readonly year: number;
  };
  readonly inputs: readonly Assumed[];
}

/**
 * The gap between what one country reports as exports to another and what that one reports as imports from it.
 *
 * gap = imports / k − exports, k the assumed ratio of c.i.f. to f.o.b. (the IMF used 1.10, from 2018 on 1.06: Marini, Dippelsman
 * and Stanger 2018, WP/18/16), from its 5 % to its 95 % quantile; a range, because k is assumed. Transit, re-export, warehouses,
 * dates and confidential codes make gaps everywhere (Eurostat calls them asymmetries); between neighbours with large ports
 * they are the rule. A gap is a question to both offices, and nothing more.
 *
 * @throws UsageError without the countries or the ratio
 * @throws InputError for figures that are no amounts, or a ratio below 1
 * @throws RefusalError where both countries are the same
 * @example
 * ```ts
 * import { mirrorGap } from '@samenbeeld/money';
 * const text = { nl: 'x', fr: 'x', de: 'x', en: 'x' };
 * const freight = { id: 'CIF_FOB', label: text, unit: 'ratio', distribution: { kind: 'uniform', low: 1, high: 1.1 }, source: 's', year: null };
 * const trade = { exporter: 'DE', importer: 'NL', exported: 100, imported: 132, currency: 'EUR', year: 2022, freight, source: 's' };
 * mirrorGap(trade).details.verdict // => 'imports_higher'
 * mirrorGap({ ...trade, imported: 104 }).details.verdict // => 'not_shown'
 * ```
 */
export function mirrorGap(trade: MirrorTrade): MirrorGap {
  takes('mirrorGap', ['trade', trade, shape.options]);

  for (const side of ['exporter', 'importer'] as const)
    neededOption(
      trade,
      side,
      inFour(
        'de code van het meldende land, zoals NL',
        'le code du pays qui déclare, comme NL',
        'den Code des meldenden Landes, etwa NL',
        'the code of the country that reports, such as NL',
      ),
    );
  const freight = neededOption(
    trade,
    'freight',
    inFour(
      'de aangenomen verhouding van c.i.f. tot f.o.b., zoals 1.06, met haar bron',
      'le rapport supposé c.a.f. sur f.à.b., comme 1.06, avec sa source',
      'das angenommene Verhältnis von c.i.f. zu f.o.b., etwa 1.06, mit Quelle',
      'the assumed ratio of c.i.f. to f.o.b., such as 1.06, with its source',
    ),
  );
  takes('mirrorGap', [
    'trade',
    trade,
    shape.record<MirrorTrade>({
      exporter: shape.text,
      importer: shape.text,
      exported: shape.number,
      imported: shape.number,
      freight: assumedShape,
    }),
  ]);
  const { exporter, importer, exported, imported } = trade;
  const [from, to] = [countries.get(exporter), countries.get(importer)];
  if (from.code === to.code)
    throw new RefusalError(
      inFour(
        'Een land heeft geen spiegelcijfers met zichzelf.',
        'Un pays n’a pas de chiffres miroirs avec lui-même.',
        'Ein Land hat keine Spiegelzahlen mit sich selbst.',
        'A country has no mirror figures with itself.',
      ),
      {
        dimension: 'place',
        remedy: inFour(
          'Noem de twee landen die melden.',
          'Nommez les deux pays qui déclarent.',
          'Nennen Sie die beiden meldenden Länder.',
          'Name the two countries that report.',
        ),
      },
    );
  for (const [what, value] of [
    [inFour('uitvoer', 'des exportations', 'Ausfuhren', 'exports'), exported],
    [inFour('invoer', 'des importations', 'Einfuhren', 'imports'), imported],
  ] as const)
    if (!(Number.isFinite(value) && value >= 0))
      throw new InputError(
        inFour(
          'verwacht: {what} van nul of meer; gevonden: {value}',
          'attendu : {what} de zéro ou plus ; trouvé : {value}',
          'erwartet: {what} von null oder mehr; gefunden: {value}',
          'expected {what} at or above zero, found {value}',
          { what, value: String(value) },
        ),
        inFour(
          'geef beide waarden in één munt; laat het paar weg waar er een niet gemeld is',
          'donnez les deux valeurs dans une même monnaie ; laissez la paire de côté si l’une manque',
          'beide Werte in einer Währung angeben; das Paar weglassen, wo einer nicht gemeldet ist',
          'give both values in one currency; leave the pair out where one is not reported',
        ),
      );
  checkDistribution(freight.id, freight.distribution);
  const [low, middle, high] = [0.05, 0.5, 0.95].map((share) =>
    quantileOf(freight.distribution, share),
  ) as [number, number, number];
  if (!(low >= 1))
    throw new InputError(
      inFour(
        '{id}: verwacht: een verhouding van c.i.f. tot f.o.b. van ten minste 1; gevonden: {low}',
        '{id} : attendu : un rapport c.a.f. sur f.à.b. d’au moins 1 ; trouvé : {low}',
        '{id}: erwartet: ein Verhältnis von c.i.f. zu f.o.b. von mindestens 1; gefunden: {low}',
        '{id}: expected a ratio of c.i.f. to f.o.b. of at least 1, found {low}',
        { id: freight.id, low: String(low) },
      ),
      inFour(
        'vracht en verzekering komen bij een waarde: 1.06 voor 6 %',
        'le fret et l’assurance s’ajoutent à une valeur : 1.06 pour 6 %',
        'Fracht und Versicherung kommen zu einem Wert hinzu: 1.06 für 6 %',
        'freight and insurance add to a value: 1.06 for 6 %',
      ),
    );
  const isKnown = exported > 0 && imported > 0;
  const [gapLow, gap, gapHigh] = [high, middle, low].map((k) => imported / k - exported) as [
    number,
    number,
    number,
  ];
  const verdict: MirrorVerdict = !isKnown
    ? 'no_conclusion'
    : gapLow > 0
      ? 'imports_higher'
      : gapHigh < 0
        ? 'exports_higher'
        : 'not_shown';
  const interval = isKnown
    ? { low: gapLow / exported, high: gapHigh / exported, level: 0.9 }
    : null;
  return {
    kind: 'mirror_gap',
    subject: trade.subject ?? `${from.code} ${to.code} ${trade.year}`,
    estimate: isKnown ? gap / exported : null,
    unit: 'share',
    interval,
    n: 2,
    p: null,
    method: 'Mirror statistics of trade, freight and insurance assumed',
    definition:
      '(imports / k - exports) / exports, k the ratio of c.i.f. to f.o.b. from its 5 % to its 95 % quantile',
    assumptions: [
      inSigns('{id}: {label}', { id: freight.id, label: freight.label }),
      inFour(
        'beide cijfers gaan over dezelfde goederen, in dezelfde valuta, over hetzelfde jaar',
        'les deux chiffres portent sur les mêmes biens, dans la même monnaie, pour la même année',
        'beide Zahlen gelten für dieselben Waren, in derselben Währung, für dasselbe Jahr',
        'both figures are of the same goods, in the same currency, for the same year',
      ),
      inFour(
        'de importeur noemt het land van verzending, zoals de exporteur de bestemming noemt',
        'l’importateur nomme le pays de provenance, comme l’exportateur nomme la destination',
        'der Importeur nennt das Versendungsland, wie der Exporteur den Bestimmungsort nennt',
        'the importer names the country of consignment, as the exporter names the destination',
      ),
    ],
    warnings: [
      inFour(
        'doorvoer, wederuitvoer, entrepots, data en vertrouwelijke codes geven overal verschillen',
        'le transit, la réexportation, les entrepôts, les dates et les codes confidentiels créent partout des écarts',
        'Durchfuhr, Wiederausfuhr, Lager, Daten und vertrauliche Codes erzeugen überall Abweichungen',
        'transit, re-export, warehouses, dates and confidential codes make gaps everywhere',
      ),
    ],
    confidence: 'low',
    details: {
      verdict,
      exported,
      imported,
      gapLow: isKnown ? gapLow : null,
      gapHigh: isKnown ? gapHigh : null,
      freightLow: low,
      freightHigh: high,
      year: trade.year,
    },
    says: mirrorSays({
      verdict,
      from: from.label,
      to: to.label,
      year: trade.year,
      interval,
      label: trade.label,
    }),
    inputs: [freight],
  };
}
