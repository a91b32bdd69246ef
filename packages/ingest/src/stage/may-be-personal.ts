import { blanks } from './blanks.ts';

/**
 * What every text that sets off a detector of personal data holds, as one regular expression that an engine can
 * search for (RE2): the detectors' own shapes without what may not stand around them. It lets more through than they
 * do and never less (a property test compares the two), so that of millions of texts only a few are looked at closely.
 */
export const mayBePersonal: string = [
  '@',
  // Citizen numbers: nine digits in a row, or behind a word that names them; eleven and thirteen with marks between.
  '[0-9]{9}',
  '(?i:bsn|burgerservicenummer|sofi|citizen service number)[^0-9]{0,40}[0-9]',
  '(?:[0-9][. -]?){10}[0-9]',
  // Account numbers.
  '(?i:[a-z]{2})[0-9]{2}(?i: ?[a-z0-9]){11}',
  // Telephones: international, then national with separators, then mobile ones.
  `(?:\\+|00)${blanks}?(?:31|32|33|49|352)`,
  '0[0-9]{1,4}[-/ ][0-9]{5}',
  '0[1-9](?:[ .-][0-9]{2}){4}',
  '0[0-9]{1,2}[-/ .][0-9]{3}[ .][0-9]{2}',
  '04[5-9][0-9][-/ .][0-9]{2}',
  '06[- ][0-9]',
  '6[269]1[ .][0-9]{3}',
  // Licence plates: three groups; the German form; or anything behind a word that announces one.
  '[A-Z0-9]{1,3}-[A-Z0-9]{1,3}-[A-Z0-9]{1,3}',
  '[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} [1-9]',
  '(?i:kenteken|nummerplaat|nummerplaten|plaque|immatricul|kennzeichen|licen[cs]e plate|number plate|registration)',
].join('|');
