import { figure, inEach, paragraph, percent, semicolon, type Text } from '@samenbeeld/schema';
import { unknownQuantities } from './bands.ts';
import { effortUnknown } from './effort.ts';
import { headed } from './headed.ts';
import { pValue } from './p-value.ts';
import { unitAfter } from './unit-word.ts';

/** What may be said of size classes over two periods. */
export type SizeShiftVerdict = 'larger' | 'smaller' | 'not_shown' | 'no_conclusion';

/** What a sentence about size classes over two periods may say. */
export interface SizeShiftWords {
  readonly verdict: SizeShiftVerdict;
  readonly p: number | null;
  readonly before: number;
  readonly after: number;
  /** Lower edge of the largest class, and its share of the seizures in each period. */
  readonly edge: number;
  readonly largeBefore: number | null;
  readonly largeAfter: number | null;
  readonly unit: string;
  readonly unknown: number;
  readonly label: Text | undefined;
  readonly controls: boolean;
}

function main(w: SizeShiftWords): Text {
  const { verdict, p } = w;
  return inEach((language) => {
    const counts = {
      nl: `${figure(w.before, language)} ervoor, ${figure(w.after, language)} erna`,
      fr: `${figure(w.before, language)} avant, ${figure(w.after, language)} après`,
      de: `${figure(w.before, language)} davor, ${figure(w.after, language)} danach`,
      en: `${figure(w.before, language)} before, ${figure(w.after, language)} after`,
    }[language];
    if (verdict === 'no_conclusion' || p === null)
      return {
        nl: `Geen conclusie mogelijk (${counts}): deze aantallen kunnen in geen enkele verdeling een verschuiving tussen grootteklassen aantonen.`,
        fr: `Aucune conclusion possible (${counts})\u00a0: avec ces nombres, aucune répartition ne pourrait démontrer un glissement entre classes de taille.`,
        de: `Keine Aussage möglich (${counts}): Mit diesen Anzahlen könnte keine Verteilung eine Verschiebung zwischen Größenklassen nachweisen.`,
        en: `No conclusion possible (${counts}): with these numbers no distribution could show a shift between size classes.`,
      }[language];
    const chance = `${pValue(p, language)}${semicolon[language]}${counts}`;
    if (verdict === 'not_shown')
      return {
        nl: `Er is geen verschuiving tussen grootteklassen aantoonbaar (${chance}). Dat bewijst niet dat er niets is veranderd.`,
        fr: `Aucun glissement entre classes de taille ne peut être démontré (${chance}). Cela ne prouve pas que rien n’a changé.`,
        de: `Eine Verschiebung zwischen Größenklassen lässt sich nicht nachweisen (${chance}). Das beweist nicht, dass sich nichts verändert hat.`,
        en: `No shift between size classes can be shown (${chance}). That does not prove that nothing changed.`,
      }[language];
    const larger = verdict === 'larger';
    return {
      nl: `De inbeslagnames liggen later in ${larger ? 'grotere' : 'kleinere'} grootteklassen (${chance}).`,
      fr: `Les saisies se situent ensuite dans des classes de taille plus ${larger ? 'grandes' : 'petites'} (${chance}).`,
      de: `Die Sicherstellungen liegen später in ${larger ? 'höheren' : 'niedrigeren'} Größenklassen (${chance}).`,
      en: `The seizures lie in ${larger ? 'larger' : 'smaller'} size classes later (${chance}).`,
    }[language];
  });
}

function largest(w: SizeShiftWords): Text | null {
  const { largeBefore, largeAfter } = w;
  if (largeBefore === null || largeAfter === null) return null;
  return inEach((language) => {
    const edge = `${figure(w.edge, language)}${unitAfter(w.unit, w.edge, language)}`;
    const [first, last] = [percent(largeBefore, language), percent(largeAfter, language)];
    return {
      nl: `Van ${edge} of meer: eerst ${first}, later ${last} van de inbeslagnames.`,
      fr: `De ${edge} ou plus\u00a0: d’abord ${first}, ensuite ${last} des saisies.`,
      de: `Ab ${edge}: zuerst ${first}, später ${last} der Sicherstellungen.`,
      en: `Of ${edge} or more: first ${first}, later ${last} of the seizures.`,
    }[language];
  });
}

/** The sentences for a verdict about size classes. */
export function sizeShiftSays(w: SizeShiftWords): Text {
  return headed(
    w.label,
    null,
    paragraph(
      main(w),
      largest(w),
      w.unknown > 0 ? unknownQuantities(w.unknown) : null,
      w.controls ? null : effortUnknown,
    ),
  );
}
