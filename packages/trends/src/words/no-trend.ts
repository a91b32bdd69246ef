import { capital, inEach, paragraph, type Text } from '@samenbeeld/schema';
import { periodText } from '../period.ts';

/** Said after a test that found nothing. */
export const notProof: Text = {
  nl: 'Dat bewijst niet dat er niets is veranderd.',
  fr: 'Cela ne prouve pas que rien n’a changé.',
  de: 'Das beweist nicht, dass sich nichts verändert hat.',
  en: 'That does not prove that nothing changed.',
};

/** Why nothing can be concluded. */
export type NoConclusion =
  | 'too_few'
  | 'constant'
  | 'tied'
  | 'undecided'
  | 'ranges'
  | 'no_interval'
  | 'few_events'
  | 'one_period'
  | 'unsettled';

export interface NoTrendWords {
  readonly because: NoConclusion | null;
  readonly n: number;
  /** How many figures it takes at the level of the test, all of them different. */
  readonly needed?: number;
  readonly contested: readonly string[];
  readonly apart?: boolean;
}

/** Why a change has no size: said of an interval that is zero alone. */
export const manyEqual: Text = {
  nl: 'zoveel cijfers zijn gelijk dat de omvang van een verandering niet te bepalen is',
  fr: 'tant de chiffres sont égaux que l’ampleur d’une évolution ne peut être déterminée',
  de: 'so viele Zahlen sind gleich, dass sich die Größe einer Veränderung nicht bestimmen lässt',
  en: 'so many figures are equal that the size of a change cannot be told',
};

/** The sentence where nothing can be said about a trend. */
export function noTrendConclusion(w: NoTrendWords): Text {
  const years = inEach((language) =>
    w.contested.map((period) => periodText(period, language)).join(', '),
  );
  const n = `n\u00a0=\u00a0${w.n}`;
  switch (w.because) {
    case 'undecided':
      if (w.apart)
        return {
          nl: `Geen conclusie mogelijk: de uitkomst hangt ervan af waar de cijfers (${years.nl}) in hun bereik liggen (${n}).`,
          fr: `Aucune conclusion possible\u00a0: le résultat dépend de la place des chiffres (${years.fr}) dans leur fourchette (${n}).`,
          de: `Keine Aussage möglich: Das Ergebnis hängt davon ab, wo in ihrer Spanne die Zahlen (${years.de}) liegen (${n}).`,
          en: `No conclusion possible: the outcome depends on where in their range the figures (${years.en}) lie (${n}).`,
        };
      return {
        nl: `Geen conclusie mogelijk zolang over de tegenstrijdige cijfers (${years.nl}) niet is beslist: de uitkomst hangt ervan af welk cijfer juist is (${n}).`,
        fr: `Aucune conclusion possible tant que la contradiction entre les chiffres (${years.fr}) n’est pas tranchée\u00a0: le résultat dépend du chiffre retenu (${n}).`,
        de: `Keine Aussage möglich, solange über die widersprüchlichen Zahlen (${years.de}) nicht entschieden ist: Das Ergebnis hängt davon ab, welche Zahl stimmt (${n}).`,
        en: `No conclusion possible until the conflict between the figures (${years.en}) is decided: the outcome depends on which figure is right (${n}).`,
      };
    case 'ranges':
      return {
        nl: `Geen conclusie mogelijk: de cijfers (${years.nl}) zijn alleen bij benadering bekend en de uitkomst hangt af van hun precieze waarde (${n}).`,
        fr: `Aucune conclusion possible\u00a0: les chiffres (${years.fr}) ne sont connus qu’approximativement et le résultat dépend de leur valeur exacte (${n}).`,
        de: `Keine Aussage möglich: Die Zahlen (${years.de}) sind nur ungefähr bekannt, und das Ergebnis hängt von ihrem genauen Wert ab (${n}).`,
        en: `No conclusion possible: the figures (${years.en}) are known only roughly and the outcome depends on their exact values (${n}).`,
      };
    case 'constant':
      return {
        nl: `Geen conclusie mogelijk: alle waarden zijn gelijk (${n}).`,
        fr: `Aucune conclusion possible\u00a0: toutes les valeurs sont égales (${n}).`,
        de: `Keine Aussage möglich: Alle Werte sind gleich (${n}).`,
        en: `No conclusion possible: all values are equal (${n}).`,
      };
    case 'no_interval':
      return {
        nl: `Geen conclusie mogelijk (${n}): met zo weinig waarden is geen interval te geven.`,
        fr: `Aucune conclusion possible (${n})\u00a0: avec si peu de valeurs, aucun intervalle ne peut être donné.`,
        de: `Keine Aussage möglich (${n}): Mit so wenigen Werten lässt sich kein Intervall angeben.`,
        en: `No conclusion possible (${n}): with so few values no interval can be given.`,
      };
    case 'few_events':
      return {
        nl: `Geen conclusie mogelijk (${n}): in totaal zijn er minder dan 10 geteld, te weinig voor een percentage.`,
        fr: `Aucune conclusion possible (${n})\u00a0: moins de 10 cas ont été comptés en tout, trop peu pour un pourcentage.`,
        de: `Keine Aussage möglich (${n}): Insgesamt wurden weniger als 10 Fälle gezählt, zu wenige für einen Prozentsatz.`,
        en: `No conclusion possible (${n}): fewer than 10 were counted in all, too few for a percentage.`,
      };
    case 'one_period':
      return {
        nl: `Geen conclusie mogelijk (${n}): alles is in één enkele periode geteld.`,
        fr: `Aucune conclusion possible (${n})\u00a0: tous les cas ont été comptés au cours d’une seule période.`,
        de: `Keine Aussage möglich (${n}): Alle Fälle wurden in einem einzigen Zeitabschnitt gezählt.`,
        en: `No conclusion possible (${n}): everything was counted in a single period.`,
      };
    case 'unsettled':
      return {
        nl: `Geen conclusie mogelijk (${n}): de schatting komt bij deze cijfers niet tot een vaste uitkomst.`,
        fr: `Aucune conclusion possible (${n})\u00a0: avec ces chiffres, l’estimation n’aboutit pas à une valeur stable.`,
        de: `Keine Aussage möglich (${n}): Die Schätzung kommt bei diesen Zahlen zu keinem festen Ergebnis.`,
        en: `No conclusion possible (${n}): with these figures the estimate does not settle.`,
      };
    case 'tied':
      return {
        nl: `Geen conclusie mogelijk (${n}): ${manyEqual.nl}.`,
        fr: `Aucune conclusion possible (${n})\u00a0: ${manyEqual.fr}.`,
        de: `Keine Aussage möglich (${n}): ${capital(manyEqual.de)}.`,
        en: `No conclusion possible (${n}): ${manyEqual.en}.`,
      };
    default:
      return w.n < 2
        ? paragraph(hardlyAny(w.n), needs(w))
        : w.n < (w.needed ?? 0)
          ? paragraph(tooFew(w.n), needs(w))
          : {
              nl: `Geen conclusie mogelijk (${n}): met zo weinig verschillende waarden kan zelfs een gestage stijging toeval zijn.`,
              fr: `Aucune conclusion possible (${n})\u00a0: avec si peu de valeurs différentes, même une hausse régulière peut être due au hasard.`,
              de: `Keine Aussage möglich (${n}): Mit so wenigen unterschiedlichen Werten kann selbst ein stetiger Anstieg Zufall sein.`,
              en: `No conclusion possible (${n}): with so few different values even a steady rise may be chance.`,
            };
  }
}

/** "A trend takes at least 5 figures." */
function needs({ needed, n }: NoTrendWords): Text | null {
  if (needed === undefined || n >= needed) return null;
  return {
    nl: `Een trend vraagt ten minste ${needed} cijfers.`,
    fr: `Une tendance demande au moins ${needed} chiffres.`,
    de: `Ein Trend braucht mindestens ${needed} Zahlen.`,
    en: `A trend takes at least ${needed} figures.`,
  };
}

function tooFew(count: number): Text {
  const n = `n\u00a0=\u00a0${count}`;
  return {
    nl: `Geen conclusie mogelijk (${n}): met zo weinig cijfers kan zelfs een gestage stijging toeval zijn.`,
    fr: `Aucune conclusion possible (${n})\u00a0: avec si peu de chiffres, même une hausse régulière peut être due au hasard.`,
    de: `Keine Aussage möglich (${n}): Bei so wenigen Zahlen kann selbst ein stetiger Anstieg Zufall sein.`,
    en: `No conclusion possible (${n}): with so few figures even a steady rise may be chance.`,
  };
}

function hardlyAny(count: number): Text {
  const n = `n\u00a0=\u00a0${count}`;
  return count === 0
    ? {
        nl: `Geen conclusie mogelijk (${n}): de reeks heeft geen enkel cijfer.`,
        fr: `Aucune conclusion possible (${n})\u00a0: la série ne compte aucun chiffre.`,
        de: `Keine Aussage möglich (${n}): Die Reihe hat keine einzige Zahl.`,
        en: `No conclusion possible (${n}): the series has no figure.`,
      }
    : {
        nl: `Geen conclusie mogelijk (${n}): de reeks heeft maar één cijfer.`,
        fr: `Aucune conclusion possible (${n})\u00a0: la série ne compte qu’un seul chiffre.`,
        de: `Keine Aussage möglich (${n}): Die Reihe hat nur eine Zahl.`,
        en: `No conclusion possible (${n}): the series has only one figure.`,
      };
}
