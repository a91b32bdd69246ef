import { capital, inEach, paragraph, percent, type Text } from '@samenbeeld/schema';
import type { TrendVerdict } from '../verdict.ts';
import { unknownQuantities } from './bands.ts';
import { effortUnknown } from './effort.ts';
import { headed } from './headed.ts';
import { cannotTell, verdictNames } from './largest.ts';

/** What a sentence about the finds behind a verdict may say. */
export interface RestsOnWords {
  readonly verdict: TrendVerdict;
  readonly verdictWithout: TrendVerdict;
  /** How many of the largest seizures were left out. */
  readonly left: number;
  readonly share: number | null;
  readonly n: number;
  /** Whether leaving out more would leave too few different values. */
  readonly stopped: boolean;
  readonly unknown: number;
  readonly label: Text | undefined;
  readonly controls: boolean;
}

/** The sentence that names how many finds a verdict rests on. */
export function restsOnSays(w: RestsOnWords): Text {
  const main = inEach((language) => {
    const whole = verdictNames[w.verdict][language];
    const rest = verdictNames[w.verdictWithout][language];
    const many = w.left > 1;
    const share = w.share === null ? '' : percent(w.share, language);
    const n = `n\u00a0=\u00a0${w.n}`;
    if (w.left === 0) return `${capital(whole)} (${n}).`;
    if (w.verdict === w.verdictWithout)
      return {
        nl: `${capital(whole)}, ook zonder ${many ? `de ${w.left} grootste inbeslagnames` : 'de grootste inbeslagname'} (${share && `${share} van de hoeveelheid; `}${n}).`,
        fr: `${capital(whole)}, même sans ${many ? `les ${w.left} plus grandes saisies` : 'la plus grande saisie'} (${share && `${share} de la quantité\u00a0; `}${n}).`,
        de: `${capital(whole)}, auch ohne ${many ? `die ${w.left} größten Sicherstellungen` : 'die größte Sicherstellung'} (${share && `${share} der Menge; `}${n}).`,
        en: `${capital(whole)}, also without ${many ? `the ${w.left} largest seizures` : 'the largest seizure'} (${share && `${share} of the quantity; `}${n}).`,
      }[language];
    return {
      nl: `Met alle inbeslagnames: ${whole}; zonder ${many ? `de ${w.left} grootste` : 'de grootste'}${share && ` (${share} van de hoeveelheid)`}: ${rest} (${n}). De uitkomst rust op ${many ? `${w.left} vangsten` : 'één vangst'}.`,
      fr: `Avec toutes les saisies\u00a0: ${whole}\u00a0; sans ${many ? `les ${w.left} plus grandes` : 'la plus grande'}${share && ` (${share} de la quantité)`}\u00a0: ${rest} (${n}). Le résultat repose sur ${many ? `${w.left} saisies` : 'une seule saisie'}.`,
      de: `Mit allen Sicherstellungen: ${whole}; ohne ${many ? `die ${w.left} größten` : 'die größte'}${share && ` (${share} der Menge)`}: ${rest} (${n}). Das Ergebnis beruht auf ${many ? `${w.left} Funden` : 'einem einzigen Fund'}.`,
      en: `With all seizures: ${whole}; without ${many ? `the ${w.left} largest` : 'the largest'}${share && ` (${share} of the quantity)`}: ${rest} (${n}). The outcome rests on ${many ? `${w.left} finds` : 'one find'}.`,
    }[language];
  });
  return headed(
    w.label,
    null,
    paragraph(
      main,
      w.stopped || w.verdict === 'no_conclusion' ? untold(w) : null,
      w.unknown > 0 ? unknownQuantities(w.unknown) : null,
      w.controls ? null : effortUnknown,
    ),
  );
}

/** What cannot be told, or only so far, once too few different values are left. */
function untold(w: RestsOnWords): Text {
  if (w.left === 0) return cannotTell;
  return {
    nl: 'Voor zover te zeggen is, rust de uitkomst dus niet op losse vangsten; zonder nog meer ervan blijven te weinig verschillende waarden over.',
    fr: 'Pour autant que l’on puisse en juger, le résultat ne repose donc pas sur quelques saisies isolées\u00a0; sans d’autres encore, il resterait trop peu de valeurs différentes.',
    de: 'Soweit es sich sagen lässt, beruht das Ergebnis also nicht auf einzelnen Funden; ohne noch mehr von ihnen bleiben zu wenige unterschiedliche Werte.',
    en: 'As far as can be told, the outcome does not rest on single finds; without more of them too few different values are left.',
  };
}
