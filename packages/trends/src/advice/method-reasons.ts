import { figure, inEach, percent, type Text } from '@samenbeeld/schema';
import { periodText } from '../period.ts';
import type { ExaminedSeries } from './examine-series.ts';

const text = (nl: string, fr: string, de: string, en: string): Text => ({ nl, fr, de, en });

type Reason =
  | 'always'
  | 'sensitivity'
  | 'noHighest'
  | 'counts'
  | 'turns'
  | 'levels'
  | 'notCounts'
  | 'annual'
  | 'season'
  | 'notLog'
  | 'tooLong'
  | 'tooFine';

/** Why methods apply or do not, in the words of a table. */
export const reasons: Readonly<Record<Reason, Text>> = {
  always: text(
    'gaat van geen verdeling uit en is exact bij weinig cijfers',
    'ne suppose aucune distribution et est exact pour peu de chiffres',
    'setzt keine Verteilung voraus und ist bei wenigen Zahlen exakt',
    'assumes no distribution and is exact for few figures',
  ),
  sensitivity: text(
    'laat zien of de uitspraak op die cijfers rust',
    'montre si la conclusion repose sur ces chiffres',
    'zeigt, ob die Aussage auf diesen Zahlen ruht',
    'shows whether the verdict rests on these figures',
  ),
  noHighest: text(
    'er is geen hoogste cijfer: alle zijn gelijk',
    'il n’y a pas de chiffre le plus élevé\u00a0: tous sont égaux',
    'es gibt keine höchste Zahl: alle sind gleich',
    'there is no highest figure: all are equal',
  ),
  counts: text(
    'aantallen van losse voorvallen',
    'nombres d’événements distincts',
    'Anzahlen einzelner Ereignisse',
    'counts of separate events',
  ),
  turns: text(
    'een stijging gevolgd door een daling blijft in een toets op één richting onzichtbaar',
    'une hausse suivie d’une baisse échappe à un test d’une seule direction',
    'ein Anstieg mit folgendem Rückgang bleibt in einem Test auf eine Richtung unsichtbar',
    'a rise followed by a fall stays hidden in a test for one direction',
  ),
  levels: text(
    'een sprong in het niveau kan een andere telwijze zijn',
    'un saut de niveau peut être un autre mode de comptage',
    'ein Sprung im Niveau kann eine andere Zählweise sein',
    'a jump in level may be another way of counting',
  ),
  notCounts: text(
    'kilo’s en andere hoeveelheden volgen geen kansverdeling van aantallen',
    'les kilos et autres quantités ne suivent pas une loi de comptage',
    'Kilogramm und andere Mengen folgen keiner Verteilung für Anzahlen',
    'kilograms and other quantities follow no law of counts',
  ),
  annual: text(
    'jaarcijfers hebben geen seizoen',
    'des chiffres annuels n’ont pas de saison',
    'Jahreswerte haben keine Jahreszeit',
    'annual figures have no season',
  ),
  season: text(
    'vergelijkt elke maand of elk kwartaal met zichzelf in andere jaren',
    'compare chaque mois ou trimestre à lui-même les autres années',
    'vergleicht jeden Monat oder jedes Quartal mit sich selbst in anderen Jahren',
    'compares each month or quarter with itself in other years',
  ),
  notLog: text(
    'een logaritme bestaat niet van nul of minder',
    'le logarithme n’existe pas pour zéro ou moins',
    'null und weniger haben keinen Logarithmus',
    'zero and less have no logarithm',
  ),
  tooLong: text(
    'te lang om alle plaatsingen te proberen; kies jaren',
    'trop longue pour essayer tous les emplacements\u00a0; choisissez des années',
    'zu lang, um alle Stellen zu versuchen; wählen Sie Jahre',
    'too long to try all placements; ask for years',
  ),
  tooFine: text(
    'weken en dagen vallen elk jaar anders; kies maanden',
    'semaines et jours tombent autrement chaque année\u00a0; choisissez des mois',
    'Wochen und Tage fallen jedes Jahr anders; wählen Sie Monate',
    'weeks and days fall differently each year; ask for months',
  ),
};

/** "fewer than 7 figures". */
export function fewerThan(least: number): Text {
  return text(
    `minder dan ${least} cijfers`,
    `moins de ${least} chiffres`,
    `weniger als ${least} Zahlen`,
    `fewer than ${least} figures`,
  );
}

/** Rival figures stand in the way of methods that need one value a period. */
export function undecidedIn(periods: readonly string[]): Text {
  const list = periods.join(', ');
  const several = periods.length > 1;
  return text(
    `over ${list} is niet beslist`,
    several ? `${list} ne sont pas tranchés` : `${list} n’est pas tranché`,
    `über ${list} ist nicht entschieden`,
    `${list} ${several ? 'are' : 'is'} undecided`,
  );
}

/** Rival figures lead to different conclusions. */
export function dependsOn(periods: readonly string[]): Text {
  const list = periods.join(', ');
  return text(
    `de uitkomst hangt ervan af welk cijfer juist is (${list})`,
    `le résultat dépend du chiffre retenu (${list})`,
    `das Ergebnis hängt davon ab, welche Zahl stimmt (${list})`,
    `the outcome depends on which figure is right (${list})`,
  );
}

/** What the first autocorrelation says. */
export function dependence({ lagOne, lagOneBound, dependent, mayDepend }: ExaminedSeries): Text {
  return inEach((language) => {
    const [r, bound] = [lagOne ?? 0, lagOneBound ?? 0].map((value) =>
      figure(Number(value.toFixed(2)), language),
    );
    return dependent
      ? {
          nl: `opeenvolgende cijfers hangen samen (r = ${r}, grens ${bound})`,
          fr: `les chiffres successifs sont liés (r = ${r}, limite ${bound})`,
          de: `aufeinanderfolgende Zahlen hängen zusammen (r = ${r}, Grenze ${bound})`,
          en: `successive figures depend on each other (r = ${r}, bound ${bound})`,
        }[language]
      : mayDepend
        ? {
            nl: `opeenvolgende cijfers kunnen samenhangen (r = ${r}, grens ${bound})`,
            fr: `les chiffres successifs peuvent être liés (r = ${r}, limite ${bound})`,
            de: `aufeinanderfolgende Zahlen können zusammenhängen (r = ${r}, Grenze ${bound})`,
            en: `successive figures may depend on each other (r = ${r}, bound ${bound})`,
          }[language]
        : {
            nl: `samenhang van opeenvolgende cijfers is niet aantoonbaar (r = ${r}, grens ${bound})`,
            fr: `aucun lien entre chiffres successifs n’est démontrable (r = ${r}, limite ${bound})`,
            de: `ein Zusammenhang aufeinanderfolgender Zahlen ist nicht nachweisbar (r = ${r}, Grenze ${bound})`,
            en: `no dependence of successive figures can be shown (r = ${r}, bound ${bound})`,
          }[language];
  });
}

/** How much of the whole the largest value is. */
export function dominance({ largest, largestShare }: ExaminedSeries): Text {
  return inEach((language) => {
    const share = percent(largestShare ?? 0, language);
    const period = periodText(largest ?? '', language);
    return {
      nl: `${period} is ${share} van het geheel`,
      fr: `${period} représente ${share} de l’ensemble`,
      de: `${period} macht ${share} des Ganzen aus`,
      en: `${period} is ${share} of the whole`,
    }[language];
  });
}
