import { shape, takes } from '@samenbeeld/schema';
/** A script a name is written in. */
export type Script =
  | 'Latin'
  | 'Cyrillic'
  | 'Greek'
  | 'Arabic'
  | 'Hebrew'
  | 'Han'
  | 'Japanese'
  | 'Hangul'
  | 'Georgian'
  | 'Armenian';

/** Scripts of names, by their Unicode property. */
const scripts: readonly (readonly [Script, RegExp])[] = [
  ['Latin', /\p{Script=Latin}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Han', /\p{Script=Han}/u],
  ['Japanese', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['Hangul', /\p{Script=Hangul}/u],
  ['Georgian', /\p{Script=Georgian}/u],
  ['Armenian', /\p{Script=Armenian}/u],
];

/**
 * The scripts that letters of a text belong to (Unicode Script property).
 *
 * A name in two scripts at once can be a foreign word, or letters that only look alike: worth a look.
 *
 * @example
 * ```ts
 * import { scriptsOf } from '@samenbeeld/money';
 * [scriptsOf('Северная Звезда'), scriptsOf('北星航运'), scriptsOf('Etoile du Nord')] // => [['Cyrillic'], ['Han'], ['Latin']]
 * ```
 */
export function scriptsOf(text: string): readonly Script[] {
  takes('scriptsOf', ['text', text, shape.text]);

  return scripts.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
}
