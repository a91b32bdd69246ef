import type { Text } from './language.ts';
import { inEach, inFour, listed } from './sentence.ts';

/** What an argument of a method may have to be. */
export const argumentKinds: {
  readonly aboveZero: Text;
  readonly zeroOrMore: Text;
  readonly wholeNumber: Text;
  readonly wholeAboveZero: Text;
  readonly wholeOfAtLeast: (least: number) => Text;
  /** One of a few words of code. */
  readonly anyOf: (...words: readonly string[]) => Text;
} = {
  aboveZero: inFour('groter dan nul', 'supérieur à zéro', 'größer als null', 'above zero'),
  zeroOrMore: inFour('nul of meer', 'zéro ou plus', 'null oder mehr', 'zero or more'),
  wholeNumber: inFour('een geheel getal', 'un nombre entier', 'eine ganze Zahl', 'a whole number'),
  wholeAboveZero: inFour(
    'een geheel getal groter dan nul',
    'un nombre entier supérieur à zéro',
    'eine ganze Zahl größer als null',
    'a whole number above zero',
  ),
  wholeOfAtLeast: (least) =>
    inFour(
      'een geheel getal van ten minste {least}',
      'un nombre entier d’au moins {least}',
      'eine ganze Zahl von mindestens {least}',
      'a whole number of at least {least}',
      { least: String(least) },
    ),
  anyOf: (...words) => inEach((language) => listed(words, language, 'or')),
};

/**
 * That an argument of a method is not what it must be, for a UsageError.
 *
 * @param got what was given, as code writes it
 * @example
 * ```ts
 * import { argumentKinds, wrongArgument } from '@samenbeeld/schema';
 * wrongArgument('seed', argumentKinds.wholeNumber, 0.5).nl // => '`seed` is een geheel getal, niet 0.5'
 * wrongArgument('method', argumentKinds.anyOf('mack', 'odp'), 'x').en // => '`method` must be mack or odp, got x'
 * ```
 */
export function wrongArgument(name: string, what: Text, got: unknown): Text {
  return inFour(
    '`{name}` is {what}, niet {got}',
    '`{name}` est {what}, et non {got}',
    '`{name}` ist {what}, nicht {got}',
    '`{name}` must be {what}, got {got}',
    { name, what, got: String(got) },
  );
}

/** What a list may have one entry for each of. */
export const eachOf: Readonly<
  Record<'value' | 'count' | 'point' | 'gap' | 'period' | 'group' | 'total', Text>
> = {
  value: inFour('waarde', 'valeur', 'Wert', 'value'),
  count: inFour('aantal', 'nombre', 'Anzahl', 'count'),
  point: inFour('punt', 'point', 'Punkt', 'point'),
  gap: inFour('tussentijd', 'écart', 'Abstand', 'gap'),
  period: inFour('periode', 'période', 'Zeitraum', 'period'),
  group: inFour('groep', 'groupe', 'Gruppe', 'group'),
  total: inFour('totaal', 'total', 'Summe', 'total'),
};

/**
 * That a list has more or fewer entries than what it goes with, for a UsageError.
 *
 * @example
 * ```ts
 * import { eachOf, notOneEach } from '@samenbeeld/schema';
 * notOneEach('times', eachOf.value, 3, 4).en // => '`times` must have one entry per value: got 3 for 4'
 * ```
 */
export function notOneEach(name: string, each: Text, got: number, wanted: number): Text {
  return inFour(
    '`{name}` moet één item per {each} hebben: {got} gevonden voor {wanted}',
    '`{name}` doit avoir une entrée par {each} : {got} trouvées pour {wanted}',
    '`{name}` muss einen Eintrag je {each} haben: {got} gefunden für {wanted}',
    '`{name}` must have one entry per {each}: got {got} for {wanted}',
    { name, each, got: String(got), wanted: String(wanted) },
  );
}
