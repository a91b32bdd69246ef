import { inEach, paragraph, type Text } from '@samenbeeld/schema';
import type { RatioVerdict } from '../verdict.ts';
import { dependentResiduals } from '../words/dependence.ts';
import { headed } from '../words/headed.ts';
import { percentChange } from '../words/percent-change.ts';

/** Why nothing can be concluded from an interrupted series. */
export type NoInterruption =
  | 'too_few'
  | 'undecided'
  | 'nothing_counted'
  | 'no_remainder'
  | 'not_determined';

export interface InterruptionWords {
  readonly verdict: RatioVerdict;
  readonly because: NoInterruption | null;
  readonly courseVerdict: RatioVerdict | null;
  readonly ratio: number | null;
  readonly interval: { readonly low: number; readonly high: number; readonly level: number } | null;
  readonly course: {
    readonly ratio: number;
    readonly low: number;
    readonly high: number;
    readonly level: number;
  } | null;
  readonly from: string;
  readonly before: number;
  readonly after: number;
  readonly needed: number;
  /** Correlation of the residuals, where they depend on each other. */
  readonly dependence: number | null;
  readonly label: Text | undefined;
  /** What the counts stand against, or that nothing is known of controls. */
  readonly effort: Text | null;
}

function nothing(w: InterruptionWords): Text {
  const { from, needed, before, after } = w;
  switch (w.because) {
    case 'undecided':
      return {
        nl: 'Geen conclusie mogelijk zolang over tegenstrijdige cijfers niet is beslist.',
        fr: 'Aucune conclusion possible tant que la contradiction entre des chiffres n’est pas tranchée.',
        de: 'Keine Aussage möglich, solange über widersprüchliche Zahlen nicht entschieden ist.',
        en: 'No conclusion possible until the conflict between figures is decided.',
      };
    case 'nothing_counted':
      return {
        nl: `Geen conclusie mogelijk: aan één kant van ${from} is niets geteld, zodat er geen verloop te schatten is.`,
        fr: `Aucune conclusion possible\u00a0: rien n’a été compté d’un côté de ${from}, aucune évolution ne peut donc être estimée.`,
        de: `Keine Aussage möglich: Auf einer Seite von ${from} wurde nichts gezählt, sodass sich kein Verlauf schätzen lässt.`,
        en: `No conclusion possible: nothing was counted on one side of ${from}, so that no course can be estimated.`,
      };
    case 'no_remainder':
      return {
        nl: 'Geen conclusie mogelijk: de cijfers volgen het geschatte verloop zonder afwijking, zodat het toeval niet te meten is.',
        fr: 'Aucune conclusion possible\u00a0: les chiffres suivent l’évolution estimée sans écart, le hasard ne peut donc être mesuré.',
        de: 'Keine Aussage möglich: Die Zahlen folgen dem geschätzten Verlauf ohne Abweichung, sodass sich der Zufall nicht messen lässt.',
        en: 'No conclusion possible: the figures follow the estimated course without deviation, so that chance cannot be measured.',
      };
    case 'not_determined':
      return {
        nl: `Geen conclusie mogelijk: de cijfers leggen niet vast hoe groot een sprong vanaf ${from} zou zijn.`,
        fr: `Aucune conclusion possible\u00a0: les chiffres ne déterminent pas l’ampleur d’un saut à partir de ${from}.`,
        de: `Keine Aussage möglich: Die Zahlen legen nicht fest, wie groß ein Sprung ab ${from} wäre.`,
        en: `No conclusion possible: the figures do not determine how large a step from ${from} would be.`,
      };
    default:
      return {
        nl: `Geen conclusie mogelijk: aan elke kant van ${from} zijn ten minste ${needed} waarden nodig (ervoor ${before}, erna ${after}).`,
        fr: `Aucune conclusion possible\u00a0: il faut au moins ${needed} valeurs de chaque côté de ${from} (avant\u00a0: ${before}, après\u00a0: ${after}).`,
        de: `Keine Aussage möglich: Auf jeder Seite von ${from} sind mindestens ${needed} Werte nötig (davor ${before}, danach ${after}).`,
        en: `No conclusion possible: each side of ${from} needs at least ${needed} values (before it ${before}, after it ${after}).`,
      };
  }
}

function step(w: InterruptionWords): Text {
  const { ratio, interval, from, verdict } = w;
  if (verdict === 'no_conclusion' || ratio === null || !interval) return nothing(w);
  const higher = verdict === 'higher';
  return inEach((language) => {
    const { by, within } = percentChange(ratio, interval, verdict, language);
    if (verdict === 'not_shown')
      return {
        nl: `Een sprong van het niveau vanaf ${from} is niet aantoonbaar (schatting ${by}, ${within}). Dat bewijst niet dat er niets is veranderd.`,
        fr: `Aucun saut du niveau à partir de ${from} ne peut être démontré (estimation ${by}, ${within}). Cela ne prouve pas que rien n’a changé.`,
        de: `Ein Sprung des Niveaus ab ${from} lässt sich nicht nachweisen (Schätzung ${by}, ${within}). Das beweist nicht, dass sich nichts verändert hat.`,
        en: `No step of the level from ${from} can be shown (estimate ${by}, ${within}). That does not prove that nothing changed.`,
      }[language];
    return {
      nl: `Vanaf ${from} ligt het niveau ${by} ${higher ? 'hoger' : 'lager'} dan het eerdere verloop zou geven (${within}).`,
      fr: `À partir de ${from}, le niveau est ${higher ? 'supérieur' : 'inférieur'} de ${by} à celui que donnerait l’évolution antérieure (${within}).`,
      de: `Ab ${from} liegt das Niveau um ${by} ${higher ? 'höher' : 'niedriger'}, als der frühere Verlauf ergäbe (${within}).`,
      en: `From ${from} the level is ${by} ${higher ? 'higher' : 'lower'} than the earlier course would give (${within}).`,
    }[language];
  });
}

function turn(w: InterruptionWords): Text | null {
  const { course, courseVerdict } = w;
  if (!course || courseVerdict === null || courseVerdict === 'no_conclusion') return null;
  const higher = courseVerdict === 'higher';
  return inEach((language) => {
    const { by, within } = percentChange(course.ratio, course, courseVerdict, language);
    if (courseVerdict === 'not_shown')
      return {
        nl: `Een andere jaarlijkse groei daarna is niet aantoonbaar (schatting ${by}, ${within}).`,
        fr: `Aucun changement de la croissance annuelle par la suite ne peut être démontré (estimation ${by}, ${within}).`,
        de: `Ein anderes jährliches Wachstum danach lässt sich nicht nachweisen (Schätzung ${by}, ${within}).`,
        en: `No other yearly growth after that can be shown (estimate ${by}, ${within}).`,
      }[language];
    return {
      nl: `Daarna ligt de jaarlijkse groeifactor ${by} ${higher ? 'hoger' : 'lager'} dan ervoor (${within}).`,
      fr: `Par la suite, le facteur de croissance annuel est ${higher ? 'supérieur' : 'inférieur'} de ${by} à celui d’avant (${within}).`,
      de: `Danach liegt der jährliche Wachstumsfaktor um ${by} ${higher ? 'höher' : 'niedriger'} als davor (${within}).`,
      en: `After that the yearly growth factor is ${by} ${higher ? 'higher' : 'lower'} than before (${within}).`,
    }[language];
  });
}

export function interruptionSays(w: InterruptionWords): Text {
  return headed(
    w.label,
    paragraph(
      step(w),
      turn(w),
      w.verdict === 'no_conclusion' ? null : dependentResiduals(w.dependence),
      w.effort,
    ),
  );
}
