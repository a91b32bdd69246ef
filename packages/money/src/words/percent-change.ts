import { bound, figure, fromTo, type Language } from '@samenbeeld/schema';

interface Ends {
  readonly low: number;
  readonly high: number | null;
}

const sign: Readonly<Record<Language, string>> = {
  nl: '%',
  fr: '\u00a0%',
  de: '\u00a0%',
  en: '%',
};

type Rounding = (value: number) => number;

/** A bound is rounded so that it still holds: "at least" down, "at most" up. */
function rounded(value: number, rounding: Rounding): number {
  const power = Math.abs(value) >= 100 ? 1 : 10;
  return rounding(Number((value * power).toPrecision(12))) / power;
}

const percent = (value: number, language: Language, rounding: Rounding = Math.round): string =>
  `${figure(rounded(value, rounding), language)}${sign[language]}`;

/** Ends that print alike are printed once. */
const range = (low: string, high: string, language: Language): string =>
  low === high ? low : fromTo(low, high, language);

/** "46.9% more", "12% to 20% less", "at least 58% more": a change with whatever its wording leaves open. */
export function changeInWords({ low, high }: Ends, language: Language): string {
  const more = { nl: 'meer', fr: 'de plus', de: 'mehr', en: 'more' }[language];
  const less = { nl: 'minder', fr: 'de moins', de: 'weniger', en: 'less' }[language];
  const atLeast = { nl: 'minstens', fr: 'au moins', de: 'mindestens', en: 'at least' }[language];
  const atMost = { nl: 'hoogstens', fr: 'au plus', de: 'höchstens', en: 'at most' }[language];
  if (low === 0 && high === 0)
    return { nl: 'evenveel', fr: 'autant', de: 'ebenso viel', en: 'as many' }[language];
  if (high === null)
    return low > 0
      ? `${atLeast} ${percent(low, language, Math.floor)} ${more}`
      : {
          nl: 'hoeveel meer of minder, is niet te zeggen',
          fr: 'on ne peut dire combien de plus ou de moins',
          de: 'um wie viel mehr oder weniger, lässt sich nicht sagen',
          en: 'how much more or less cannot be said',
        }[language];
  if (low <= -100)
    return high > 0
      ? `${atMost} ${percent(high, language, Math.ceil)} ${more}`
      : `${atLeast} ${percent(-high, language, Math.floor)} ${less}`;
  if (low === high) return `${percent(Math.abs(low), language)} ${low > 0 ? more : less}`;
  const side = (value: number): string => percent(Math.abs(value), language);
  if (low >= 0) return `${range(side(low), side(high), language)} ${more}`;
  if (high <= 0) return `${range(side(high), side(low), language)} ${less}`;
  return fromTo(`${side(low)} ${less}`, `${side(high)} ${more}`, language);
}

/** "index 705", "index 150 to 200", "index at least 166". */
export function indexInWords({ low, high }: Ends, language: Language): string {
  const print = (value: number, rounding: Rounding = Math.round): string =>
    bound(rounded(value, rounding), 100, language);
  if (high === null)
    return low > 0
      ? `${{ nl: 'minstens', fr: 'au moins', de: 'mindestens', en: 'at least' }[language]} ${print(low, Math.floor)}`
      : { nl: 'onbepaald', fr: 'indéterminé', de: 'unbestimmt', en: 'open' }[language];
  if (low === high) return print(low);
  if (low === 0)
    return `${{ nl: 'hoogstens', fr: 'au plus', de: 'höchstens', en: 'at most' }[language]} ${print(high, Math.ceil)}`;
  return range(print(low), print(high), language);
}
