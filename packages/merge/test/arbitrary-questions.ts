import { type Language, places } from '@samenbeeld/schema';
import fc from 'fast-check';

/** Words that leave a figure no more than an upper end, and whether the figure itself is left in. */
export const ceilings: Readonly<Record<Language, Readonly<Record<string, boolean>>>> = {
  nl: {
    hoogstens: true,
    maximaal: true,
    'ten hoogste': true,
    'niet meer dan': true,
    'op zijn hoogst': true,
    tot: true,
    'tot wel': true,
    'een maximum van': true,
    'minder dan': false,
    'onder de': false,
  },
  fr: {
    'au plus': true,
    'au maximum': true,
    'pas plus de': true,
    'tout au plus': true,
    'jusqu’à': true,
    'un maximum de': true,
    'moins de': false,
    'inférieur à': false,
  },
  de: {
    höchstens: true,
    maximal: true,
    'nicht mehr als': true,
    'bis zu': true,
    bis: true,
    'nicht über': true,
    'weniger als': false,
    unter: false,
  },
  en: {
    'at most': true,
    'no more than': true,
    'not more than': true,
    'up to': true,
    'a maximum of': true,
    'not exceeding': true,
    'less than': false,
    under: false,
  },
};

const said: Readonly<Record<Language, readonly string[]>> = {
  nl: ['', 'ruim', 'meer dan', 'minstens', 'niet minder dan', 'circa', 'bijna'],
  fr: ['', 'plus de', 'au moins', 'pas moins de', 'environ', 'près de'],
  de: ['', 'mehr als', 'mindestens', 'nicht weniger als', 'rund', 'knapp'],
  en: ['', 'over', 'more than', 'at least', 'no less than', 'about', 'almost'],
};
const ranges: Readonly<Record<Language, readonly [string, string]>> = {
  nl: ['tussen', 'en'],
  fr: ['entre', 'et'],
  de: ['zwischen', 'und'],
  en: ['between', 'and'],
};
const drugs: Readonly<Record<Language, string>> = {
  nl: 'cocaïne',
  fr: 'cocaïne',
  de: 'Kokain',
  en: 'cocaine',
};
const inWords: Readonly<Record<Language, string>> = { nl: 'in', fr: 'à', de: 'in', en: 'in' };
const asked = ['NLVLI', 'NLVLI', 'NLTNZ', 'BEGNE', 'PC_NSP', 'PC_ZEELAND', 'PC_ZWB', 'NL34'];

/** A sentence about cocaine somewhere in 2022, in one of the languages, with a number of the rows or another. */
export function arbitraryQuestion(
  values: readonly number[],
): fc.Arbitrary<{ readonly text: string; readonly language: Language; readonly place: string }> {
  const near = values.flatMap((value) => [
    value,
    Math.round(value / 100) * 100,
    value - 1,
    value + 1,
  ]);
  const number = fc
    .oneof(
      { weight: 4, arbitrary: fc.constantFrom(...(near.length > 0 ? near : [4157])) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 20_000 }) },
    )
    .map((value) => Math.max(1, Math.round(value)));
  return fc
    .record({
      language: fc.constantFrom('nl', 'fr', 'de', 'en' as const),
      place: fc.constantFrom(...asked),
      first: number,
      last: number,
      isRange: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
      at: fc.nat(200),
    })
    .map(({ language, place, first, last, isRange, at }) => {
      const [low, high] = [Math.min(first, last), Math.max(first, last)];
      const words = [...said[language], ...Object.keys(ceilings[language])];
      const figure = isRange
        ? `${ranges[language][0]} ${low} ${ranges[language][1]} ${high} kg`
        : `${words[at % words.length]} ${first} kg`.trim();
      const where = places.label(place, language);
      return {
        text: `${figure} ${drugs[language]} ${inWords[language]} ${where} 2022`,
        language,
        place,
      };
    });
}
