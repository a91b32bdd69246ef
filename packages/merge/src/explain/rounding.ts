import { intervalContains } from '@samenbeeld/schema';
import { say } from '../words.ts';
import type { Rule } from './explanation.ts';

/** The other figure is the governing one, rounded further than its words allow ("over 70,000" for 69,800). */
export const rounding: Rule = (governing, other) => {
  if (other.wording === 'exact' || !intervalContains(other.asPrinted, governing.value)) return null;
  return {
    type: 'rounding',
    computed: true,
    rests: [],
    text: say(
      {
        nl: '{other} is het afgeronde {governing}.',
        fr: '{other} est l’arrondi de {governing}.',
        de: '{other} ist das gerundete {governing}.',
        en: '{other} is {governing}, rounded.',
      },
      { other: other.value, governing: governing.value },
    ),
  };
};
