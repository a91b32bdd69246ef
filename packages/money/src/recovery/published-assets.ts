import {
  assetKind,
  colonAfter,
  type Finding,
  InputError,
  inEach,
  inFour,
  type Metric,
  type Observation,
  paragraph,
  shape,
  type Text,
  takes,
} from '@samenbeeld/schema';
import {
  figuresShape,
  type RegimeOptions,
  regimesOf,
  type SeriesFigure,
} from '../series/regimes.ts';
import { seriesLabel } from '../series/series-label.ts';
import { eurosFromTo } from '../words/millions.ts';

interface PublishedAssetsWords {
  readonly label: Text;
  readonly metric: Metric;
  readonly figures: readonly SeriesFigure[];
  /** Lowest and highest as stated. */
  readonly low: number;
  readonly high: number;
  /** The highest figure is a floor. */
  readonly isOpen: boolean;
  readonly provisional: boolean;
}

const stage: Readonly<Partial<Record<Metric, Text>>> = {
  assets_seized: {
    nl: 'In beslag genomen is niet verbeurdverklaard.',
    fr: 'Saisi ne veut pas dire confisqué.',
    de: 'Sichergestellt heißt nicht eingezogen.',
    en: 'Seized is not confiscated.',
  },
  assets_recovered: {
    nl: 'Wat in een jaar wordt geïnd, komt uit zaken van eerdere jaren.',
    fr: 'Ce qui est recouvré en un an provient d’affaires d’années antérieures.',
    de: 'Was in einem Jahr vereinnahmt wird, stammt aus Fällen früherer Jahre.',
    en: 'What is collected in a year comes from cases of earlier years.',
  },
};

const late: Text = {
  nl: 'Het laatste cijfer is voorlopig en groeit door late registratie.',
  fr: 'Le dernier chiffre est provisoire et augmente avec les enregistrements tardifs.',
  de: 'Die letzte Zahl ist vorläufig und wächst durch späte Erfassung.',
  en: 'The last figure is provisional and grows by late registration.',
};

/** The sentence for a series of published totals. */
function publishedAssetsSay(
  words: PublishedAssetsWords,
): Pick<PublishedAssets, 'says' | 'stated' | 'limit'> {
  const { label, metric, figures, low, high, isOpen, provisional } = words;
  const [first, last] = [figures[0]?.period, figures.at(-1)?.period];
  const main = inEach((language) => {
    const range = eurosFromTo(low, high, language);
    const years = first === last ? first : `${first}–${last}`;
    const more = { nl: ' of meer', fr: ' ou plus', de: ' oder mehr', en: ' or more' }[language];
    const each = { nl: ' per jaar', fr: ' par an', de: ' pro Jahr', en: ' a year' }[language];
    const amount = `${range}${isOpen ? more : ''}${first === last ? '' : each}`;
    return `${label[language]}, ${years}${colonAfter[language]} ${amount}.`;
  });
  const stated = paragraph(main, provisional ? late : null);
  const limit = stage[metric] ?? null;
  return { says: paragraph(stated, limit), stated, limit };
}

/** One published series of assets: one authority, one stage, one rule. */
export interface PublishedAssets extends Finding {
  readonly country: string;
  readonly metric: Observation['metric'];
  readonly label: Text;
  readonly figures: readonly SeriesFigure[];
  /** What was stated, without what its stage does not say. */
  readonly stated: Text;
  readonly limit: Text | null;
}

/**
 * Published yearly totals of seized, confiscated or collected assets, each series by itself and cut at declared breaks.
 *
 * For totals without their cases. They are no flow: what is collected in a year comes from seizures of years before, and a few
 * settlements can make up most of it. So the series are never set on one axis (`assertOneAxis`), no share of one in the other
 * is computed, and no trend is claimed. The interval runs from the lowest to the highest figure.
 *
 * @throws InputError for figures of another kind
 * @example
 * ```ts
 * import { publishedAssets } from '@samenbeeld/money';
 * const year = (metric, period, value) => ({
 *   ...{ place: 'NL', metric, unit: 'EUR', stat: 'sum', nationalCode: null, source: 's', definition: 'd', extent: 'whole' },
 *   ...{ agencies: ['NL_OM'], status: 'A', freq: 'A', wording: 'exact', value, printed: String(value) },
 *   ...{ periodStart: `${period}-01-01`, periodEnd: `${period}-12-31`, publishedOn: null },
 * });
 * const two = publishedAssets([year('assets_seized', 2018, 401e6), year('assets_recovered', 2018, 171e6)]);
 * two.map(({ metric, figures }) => [metric, figures.length]) // => [['assets_recovered', 1], ['assets_seized', 1]]
 * ```
 */
export function publishedAssets(
  observations: readonly Observation[],
  options: RegimeOptions = {},
): readonly PublishedAssets[] {
  takes(
    'publishedAssets',
    ['observations', observations, figuresShape],
    ['options', options, shape.options],
  );

  const strange = observations.find(({ metric }) => assetKind(metric) === null);
  if (strange)
    throw new InputError(
      inFour(
        'verwacht: in beslag genomen, verbeurd verklaard of geïnd vermogen; gevonden: {metric} van {place}',
        'attendu : des avoirs saisis, confisqués ou recouvrés ; trouvé : {metric} de {place}',
        'erwartet: sichergestelltes, eingezogenes oder vereinnahmtes Vermögen; gefunden: {metric} von {place}',
        'expected seized, confiscated or collected assets, found {metric} of {place}',
        { metric: strange.metric, place: strange.place },
      ),
      inFour(
        'kies de maten assets_seized, assets_held, assets_confiscated, assets_sold en assets_recovered',
        'choisissez les mesures assets_seized, assets_held, assets_confiscated, assets_sold et assets_recovered',
        'die Messgrößen assets_seized, assets_held, assets_confiscated, assets_sold und assets_recovered wählen',
        'choose the metrics assets_seized, assets_held, assets_confiscated, assets_sold and assets_recovered',
      ),
    );
  return regimesOf(observations, options).map((regime) => {
    const { key, country, metric, unit, figures } = regime;
    const label = seriesLabel(regime);
    const low = Math.min(...figures.map(({ interval }) => interval.low));
    const highs = figures.map(({ interval }) => interval.high ?? interval.low);
    const high = Math.max(...highs);
    const isOpen = figures.some(({ interval }) => interval.high === null && interval.low === high);
    const stated = figures.flatMap(({ claims }) => claims.map(({ value }) => value ?? 0));
    const provisional = figures.some((figure) => figure.provisional);
    return {
      kind: 'published_assets',
      subject: key,
      estimate: null,
      unit,
      interval: isOpen ? null : { low, high, level: 1 },
      n: figures.length,
      p: null,
      method: 'Published yearly totals, lowest to highest',
      definition:
        'totals of one authority at one stage by one rule, each an interval by its printed wording',
      assumptions: [],
      warnings: [
        inFour(
          'totalen zijn geen stroom: wat geïnd wordt, komt uit zaken van eerdere jaren',
          'des totaux ne sont pas un flux\u00a0: ce qui est recouvré provient d’affaires d’années antérieures',
          'Summen sind kein Fluss: Was vereinnahmt wird, stammt aus Fällen früherer Jahre',
          'totals are no flow: what is collected comes from cases of earlier years',
        ),
        ...(provisional
          ? [
              inFour(
                'een cijfer is voorlopig en groeit nog door late registratie',
                'un chiffre est provisoire et augmentera avec les enregistrements tardifs',
                'eine Zahl ist vorläufig und wächst noch durch späte Erfassung',
                'a figure is provisional and will grow by late registration',
              ),
            ]
          : []),
      ],
      confidence: 'medium',
      details: {
        country,
        metric,
        first: figures[0]?.period ?? null,
        last: figures.at(-1)?.period ?? null,
      },
      ...publishedAssetsSay({
        label,
        metric,
        figures,
        low: Math.min(...stated),
        high: Math.max(...stated),
        isOpen,
        provisional,
      }),
      country,
      metric,
      label,
      figures,
    };
  });
}
