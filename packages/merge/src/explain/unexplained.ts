import { say } from '../words.ts';
import type { Explanation, Rule } from './explanation.ts';

/** Two agencies differ, and no other figure says why. */
export const otherAgency: Rule = (governing, other) => {
  if (governing.agencies.join() === other.agencies.join()) return null;
  return {
    type: 'agency',
    computed: false,
    rests: [],
    text: say(
      {
        nl: '{ours}: {governing}; {theirs}: {other}. Geen ander cijfer verklaart het verschil.',
        fr: '{ours} : {governing} ; {theirs} : {other}. Aucun autre chiffre n’explique l’écart.',
        de: '{ours}: {governing}; {theirs}: {other}. Keine andere Zahl erklärt den Unterschied.',
        en: '{ours}: {governing}; {theirs}: {other}. No other figure explains the difference.',
      },
      {
        other: other.value,
        governing: governing.value,
        theirs: { agencies: other.agencies },
        ours: { agencies: governing.agencies },
      },
    ),
  };
};

/** Nothing says why. */
export function unexplained(
  governing: Parameters<Rule>[0],
  other: Parameters<Rule>[1],
): Explanation {
  return {
    type: 'same_scope_different_value',
    computed: false,
    rests: [],
    text: say(
      {
        nl: '{other} en {governing} gaan over hetzelfde; geen ander cijfer verklaart het verschil.',
        fr: '{other} et {governing} portent sur la même chose ; aucun autre chiffre n’explique l’écart.',
        de: '{other} und {governing} beziehen sich auf dasselbe; keine andere Zahl erklärt den Unterschied.',
        en: '{other} and {governing} are about the same thing; no other figure explains the difference.',
      },
      { other: other.value, governing: governing.value },
    ),
  };
}
