import type { Text } from '@samenbeeld/schema';
import { fill, sentences } from '../drawing/sentences.ts';
import { printNumber } from '../numbers.ts';
import { markSentences } from './mark-sentences.ts';

/** How many alarms are drawn. */
export function alarmTitle(alarms: number): Text {
  if (alarms === 0)
    return {
      nl: 'Geen enkele telling boven de grens',
      fr: 'Aucun chiffre au-dessus de la borne',
      de: 'Keine Zahl über der Grenze',
      en: 'No count above the bound',
    };
  const number = String(alarms);
  return alarms === 1
    ? {
        nl: '1 telling boven de grens',
        fr: '1 chiffre au-dessus de la borne',
        de: '1 Zahl über der Grenze',
        en: '1 count above the bound',
      }
    : {
        nl: `${number} tellingen boven de grens`,
        fr: `${number} chiffres au-dessus de la borne`,
        de: `${number} Zahlen über der Grenze`,
        en: `${number} counts above the bound`,
      };
}

const marks: Text = {
  nl: 'Staaf: telling. Zwart: verwacht. Streeplijn en vlak: wat gebruikelijk is.',
  fr: 'Barre\u00a0: chiffre compté. Noir\u00a0: attendu. Trait tireté et surface\u00a0: ce qui est habituel.',
  de: 'Säule: Zahl der Fälle. Schwarz: erwartet. Gestrichelt und Fläche: was üblich ist.',
  en: 'Bar: count. Black: expected. Dashed line and area: what is usual.',
};

const alarmMark: Text = {
  nl: 'Oranje met driehoek: signaal, boven de grens.',
  fr: 'Orange avec triangle\u00a0: alerte, au-dessus de la borne.',
  de: 'Orange mit Dreieck: Alarm, über der Grenze.',
  en: 'Orange with triangle: alarm, above the bound.',
};

const skippedMark: Text = {
  nl: 'Gearceerd: niet beoordeeld, of geen cijfer.',
  fr: 'Hachuré\u00a0: non évalué, ou aucun chiffre.',
  de: 'Schraffiert: nicht bewertet, oder keine Zahl.',
  en: 'Hatched: not evaluated, or no figure.',
};

const hollowBar: Text = {
  nl: 'Open staaf: voorlopig.',
  fr: 'Barre vide\u00a0: provisoire.',
  de: 'Offene Säule: vorläufig.',
  en: 'Hollow bar: provisional.',
};

const paleBar: Text = {
  nl: 'Lichte staaf: voorlopig.',
  fr: 'Barre pâle\u00a0: provisoire.',
  de: 'Blasse Säule: vorläufig.',
  en: 'Pale bar: provisional.',
};

const byChance: Text = {
  nl: 'Ook als er niets veranderde, zijn in deze periode ongeveer {n} signalen te verwachten.',
  fr: 'Même si rien ne changeait, il faut s’attendre à environ {n} alertes sur cette période.',
  de: 'Auch wenn sich nichts änderte, sind in diesem Zeitraum etwa {n} Alarme zu erwarten.',
  en: 'Even if nothing changed, about {n} alarms are to be expected over this time.',
};

/** Explains the marks that are there, and how many alarms chance alone would give. */
export function alarmCaption(there: {
  readonly alarms: number;
  readonly skipped: boolean;
  readonly provisional: 'hollow' | 'pale' | null;
  readonly breaks: boolean;
  readonly falseAlarms: number | undefined;
}): Text {
  const { falseAlarms } = there;
  return sentences(
    marks,
    there.alarms > 0 && alarmMark,
    there.skipped && skippedMark,
    there.provisional === 'hollow' && hollowBar,
    there.provisional === 'pale' && paleBar,
    there.breaks && markSentences.solid,
    falseAlarms !== undefined &&
      fill(byChance, {
        n: (language) => printNumber(Number(falseAlarms.toPrecision(2)), language, 4),
      }),
  );
}
