import { inEach, paragraph, percent, type Text } from '@samenbeeld/schema';
import { unknownQuantities } from './bands.ts';
import { headed } from './headed.ts';

/** What a sentence about the largest seizures may say. */
export interface TopWords {
  readonly top: number;
  readonly n: number;
  readonly share: number | null;
  readonly half: number | null;
  readonly unknown: number;
  readonly label: Text | undefined;
}

/** The sentence for the share of the largest seizures. */
export function topSays(w: TopWords): Text {
  const { share, half, top } = w;
  const main =
    share === null || half === null
      ? {
          nl: 'Geen conclusie mogelijk: er is geen inbeslagname met een hoeveelheid boven nul.',
          fr: 'Aucune conclusion possible\u00a0: aucune saisie n’a une quantité supérieure à zéro.',
          de: 'Keine Aussage möglich: Keine Sicherstellung hat eine Menge über null.',
          en: 'No conclusion possible: no seizure has a quantity above zero.',
        }
      : inEach((language) => {
          const part = percent(share, language);
          const one = top === 1;
          return {
            nl: `${one ? 'De grootste inbeslagname maakt' : `De ${top} grootste inbeslagnames maken`} ${part} van de totale hoeveelheid uit (n\u00a0=\u00a0${w.n}); de helft ligt in ${half === 1 ? 'één inbeslagname' : `${half} inbeslagnames`}.`,
            fr: `${one ? 'La plus grande saisie représente' : `Les ${top} plus grandes saisies représentent`} ${part} de la quantité totale (n\u00a0=\u00a0${w.n})\u00a0; la moitié tient en ${half === 1 ? 'une seule saisie' : `${half} saisies`}.`,
            de: `${one ? 'Die größte Sicherstellung macht' : `Die ${top} größten Sicherstellungen machen`} ${part} der Gesamtmenge aus (n\u00a0=\u00a0${w.n}); die Hälfte steckt in ${half === 1 ? 'einer einzigen Sicherstellung' : `${half} Sicherstellungen`}.`,
            en: `${one ? 'The largest seizure makes' : `The ${top} largest seizures make`} up ${part} of the total quantity (n\u00a0=\u00a0${w.n}); half of it lies in ${half === 1 ? 'one seizure' : `${half} seizures`}.`,
          }[language];
        });
  return headed(
    w.label,
    null,
    paragraph(main, w.unknown > 0 ? unknownQuantities(w.unknown) : null),
  );
}
