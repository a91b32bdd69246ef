import {
  figure,
  InputError,
  inFour,
  isSingular,
  type Language,
  shape,
  takes,
} from '@samenbeeld/schema';

const scales: readonly {
  readonly size: number;
  readonly words: Readonly<Record<Language, string>>;
}[] = [
  {
    size: 1e9,
    words: {
      nl: 'miljard euro',
      fr: 'milliards d’euros',
      de: 'Milliarden Euro',
      en: 'billion euro',
    },
  },
  {
    size: 1e6,
    words: { nl: 'miljoen euro', fr: 'millions d’euros', de: 'Millionen Euro', en: 'million euro' },
  },
  { size: 1, words: { nl: 'euro', fr: 'euros', de: 'Euro', en: 'euro' } },
];

/**
 * "124 to 153 million euro": both ends to three digits, in the unit of the larger; finer would say more than is known.
 * Ranges in one column share the unit of the smallest.
 *
 * For any text that shows euros of a calculation: there is a range or nothing.
 *
 * @param beside the upper ends of the ranges in the same column, in euros
 * @example
 * ```ts
 * import { eurosFromTo } from '@samenbeeld/money';
 * eurosFromTo(2_100_000_000, 3e9, 'en', [153_000_000]) // => '2,100 to 3,000\u00a0million euro'
 * eurosFromTo(123_870_000, 152_610_000, 'en') // => '124 to 153\u00a0million euro'
 * ```
 */
export function eurosFromTo(
  low: number,
  high: number,
  language: Language,
  beside: readonly number[] = [],
): string {
  takes(
    'eurosFromTo',
    ['low', low, shape.number],
    ['high', high, shape.number],
    ['language', language, shape.text],
    ['beside', beside, shape.list(shape.number)],
  );
  if (![low, high, ...beside].every(Number.isFinite))
    throw new InputError(
      inFour(
        'verwacht: bedragen van laag naar hoog; gevonden: {low} tot {high}',
        'attendu : des montants du bas vers le haut ; trouvé : {low} à {high}',
        'erwartet: Beträge von unten nach oben; gefunden: {low} bis {high}',
        'expected amounts from low to high, found {low} to {high}',
        { low: String(low), high: [high, ...beside].join(', ') },
      ),
      inFour(
        'geef eindige bedragen in euro',
        'donnez des montants finis en euros',
        'endliche Beträge in Euro angeben',
        'pass finite amounts in euros',
      ),
    );

  const least = Math.min(...[high, ...beside].filter((end) => end > 0));
  const scale = scales.find(({ size }) => least < Infinity && least >= size) ?? scales.at(-1);
  const size = scale?.size ?? 1;
  const [one, other] = [low, high].map((value) =>
    figure(Number((value / size).toPrecision(3)), language),
  ) as [string, string];
  const words = scale?.words[language] ?? '';
  // French counts in the singular up to two: 1,93 milliard d’euros.
  const isOne = language === 'fr' && isSingular(high / size, language);
  const unit = `\u00a0${isOne ? words.replace(/s(?= |$)/, '') : words}`;
  if (one === other) return one + unit;
  return (
    {
      nl: `${one} tot ${other}`,
      fr: `${one} à ${other}`,
      de: `${one} bis ${other}`,
      en: `${one} to ${other}`,
    }[language] + unit
  );
}
