import { type Claim, isProvisional } from '../claim.ts';
import { say } from '../words.ts';
import type { Rule } from './explanation.ts';

/** Published before the period was over, as far as the date is known. */
function isCountedEarly({ publishedOn: on, periodEnd }: Claim): boolean {
  return on !== null && on.length >= 7 && on.slice(0, 7) <= periodEnd.slice(0, 7);
}

/** The other figure was counted before the period was over, or was given as provisional, and is lower. */
export const cutoff: Rule = (governing, other) => {
  const on = other.publishedOn;
  const isEarly = isCountedEarly(other);
  if ((!isEarly && !isProvisional(other)) || isCountedEarly(governing)) return null;
  if (other.value >= governing.value) return null;
  return {
    type: 'cutoff',
    computed: true,
    rests: [],
    text: say(
      isEarly
        ? {
            nl: '{other} is geteld voordat de periode voorbij was (gepubliceerd {on}).',
            fr: '{other} a été compté avant la fin de la période (publié {on}).',
            de: '{other} wurde gezählt, bevor der Zeitraum zu Ende war (veröffentlicht {on}).',
            en: '{other} was counted before the period was over (published {on}).',
          }
        : {
            nl: '{other} was een voorlopig cijfer (gepubliceerd {on}).',
            fr: '{other} était un chiffre provisoire (publié {on}).',
            de: '{other} war eine vorläufige Zahl (veröffentlicht {on}).',
            en: '{other} was a provisional figure (published {on}).',
          },
      { other: other.value, on: on === null ? '–' : { on } },
    ),
  };
};
