import { codeOf, isWithin, placeOf, wordsGiven } from '@samenbeeld/answers';
import { isOfDrug } from '@samenbeeld/merge';
import { type Options, optionName } from '../options.ts';
import type { Matter } from './open-matters.ts';

/** Whether matters are chosen by place or drug. */
export const isChoosing = (options: Options): boolean =>
  options['place'] !== undefined || options['substance'] !== undefined;

/**
 * The matters of the places and drugs that the options name, by code or by name in any language, as `ask` reads them: those
 * within a place, and of a drug or of one that belongs to it. A matter of no place or drug is of none of them.
 */
export function chosenMatters(options: Options, matters: readonly Matter[]): readonly Matter[] {
  const known = matters.flatMap(({ places, substances }) => [
    ...places.map((place) => ({ place })),
    ...substances.map((substance) => ({ substance })),
  ]);
  const context = { rows: known, written: optionName };
  const asked = wordsGiven(options['place']).map((word) => placeOf(word, context));
  const drugs = wordsGiven(options['substance']).map((word) => codeOf(word, 'substance', context));
  return matters.filter(
    ({ places, substances }) =>
      (asked.length === 0 ||
        places.some((place) => asked.some((whole) => isWithin({ place }, whole)))) &&
      (drugs.length === 0 ||
        substances.some((own) => drugs.some((drug) => own === drug || isOfDrug(own, drug)))),
  );
}
