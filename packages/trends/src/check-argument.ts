import {
  argumentKinds,
  eachOf,
  notOneEach,
  oneOf,
  type Text,
  UsageError,
  wrongArgument,
} from '@samenbeeld/schema';

/** The value of an option where it is what it must be, or a UsageError. */
export function checkArgument<Value>(fits: boolean, name: string, kind: Text, value: Value): Value {
  if (fits) return value;
  throw new UsageError(wrongArgument(name, kind, value));
}

/** One of a few words. */
export function checkAnyOf<Word extends string>(
  name: string,
  value: Word,
  words: readonly Word[],
): Word {
  return checkArgument(words.includes(value), name, argumentKinds.anyOf(...words), value);
}

/** The name of an entry of a table. */
export function checkKeyOf<Key extends string>(
  name: string,
  value: Key,
  table: Readonly<Record<Key, unknown>>,
): Key {
  return checkArgument(Object.hasOwn(table, value), name, oneOf(Object.keys(table)), value);
}

/** A whole number of at least `least`. */
export function checkWhole(
  name: string,
  value: number,
  least: number,
  kind: Text = argumentKinds.wholeOfAtLeast(least),
): number {
  return checkArgument(Number.isSafeInteger(value) && value >= least, name, kind, value);
}

/** A whole number above zero. */
export function checkWholeAboveZero(name: string, value: number): number {
  return checkWhole(name, value, 1, argumentKinds.wholeAboveZero);
}

/** A finite number above zero, where one is given. */
export function checkAboveZero<Given extends number | undefined>(
  name: string,
  value: Given,
): Given {
  const fits = value === undefined || (value > 0 && Number.isFinite(value));
  return checkArgument(fits, name, argumentKinds.aboveZero, value);
}

/** A list, where one is given, with one entry for each of so many. */
export function checkOneEach(
  name: string,
  list: { readonly length: number } | undefined,
  each: keyof typeof eachOf,
  wanted: number,
): void {
  if (list && list.length !== wanted)
    throw new UsageError(notOneEach(name, eachOf[each], list.length, wanted));
}
