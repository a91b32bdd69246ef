import {
  type Finding,
  inEach,
  type Language,
  paragraph,
  semicolon,
  type Text,
} from '@samenbeeld/schema';
import type { AdvisedMethod, AdvisedName } from '../advice/advised-method.ts';
import type { ExaminedSeries } from '../advice/examine-series.ts';
import type { Trend } from '../trend-of.ts';
import type { ChangePoints } from '../turning-points/change-points.ts';
import type { Joinpoint } from '../turning-points/joinpoint.ts';
import { effortUnknown } from './effort.ts';

/** Everything the sentence of advice may say. */
export interface AdviceWords {
  readonly controls: boolean;
  /** Without the words on effort, which are said once for all. */
  readonly trend: Trend;
  readonly examined: ExaminedSeries;
  readonly turning: Joinpoint | null;
  readonly levels: ChangePoints | null;
  /** Methods with another verdict on direction. */
  readonly disagree: readonly AdvisedMethod[];
  /** The last two periods, where a turn is found only with them. */
  readonly rests: readonly string[] | null;
}

/** The direction, what the searches for turns and levels say side by side, what they rest on, and who disagrees. */
export function adviceSays(w: AdviceWords): Text {
  const found = searches(w);
  return paragraph(
    w.trend.says,
    found,
    found && w.examined.undecided.length > 0 ? thatToo : null,
    w.rests && restsOn(w.rests),
    ...w.disagree.map(disagreement),
    w.controls ? null : effortUnknown,
  );
}

const thatToo: Text = {
  nl: 'Ook dat geldt welk cijfer ook juist is.',
  fr: 'Cela aussi vaut quel que soit le chiffre exact.',
  de: 'Auch das gilt unabhängig davon, welche Zahl stimmt.',
  en: 'That too holds whichever figure is right.',
};

/** "Joinpoint regression: a turn in 2021, at the highest figure; segmentation into levels: no break can be shown." */
function searches({ turning, levels, examined }: AdviceWords): Text | null {
  const clauses = (language: Language): readonly string[] => [
    ...(turning ? [turns(turning, examined, language)] : []),
    ...(levels ? [changes(levels, language)] : []),
  ];
  if (clauses('en').filter((clause) => clause !== '').length === 0) return null;
  return inEach((language) => {
    const said = clauses(language).filter((clause) => clause !== '');
    return `${capital(said.join(semicolon[language]))}.`;
  });
}

function turns(
  { details, joinpoints }: Joinpoint,
  { largest }: ExaminedSeries,
  language: Language,
): string {
  const found = joinpoints.map(({ period }) => period);
  const isPeak = found.length === 1 && found[0] === largest;
  const at = found.join(', ');
  const name = {
    nl: 'knikpuntregressie',
    fr: 'la régression à points de rupture',
    de: 'die Knickpunktregression',
    en: 'joinpoint regression',
  }[language];
  switch (details.verdict) {
    case 'turns':
      return {
        nl: `${name} ziet ${isPeak ? 'een piek' : 'een omslag'} in ${at}`,
        fr: `${name} voit ${isPeak ? 'un pic' : 'un tournant'} en ${at}`,
        de: `${name} sieht ${isPeak ? 'einen Höhepunkt' : 'eine Wende'} (${at})`,
        en: `${name} sees ${isPeak ? 'a peak' : 'a turn'} in ${at}`,
      }[language];
    case 'disputed':
      return {
        nl: `of er een omslag is, beoordelen de criteria van ${name} verschillend`,
        fr: `les critères de ${name} ne s’accordent pas sur l’existence d’un tournant`,
        de: `ob es eine Wende gibt, beurteilen die Kriterien für ${name} verschieden`,
        en: `the criteria of ${name} disagree on whether there is a turn`,
      }[language];
    case 'not_shown':
      return {
        nl: `${name} toont geen omslag aan`,
        fr: `${name} ne montre aucun tournant`,
        de: `${name} weist keine Wende nach`,
        en: `${name} shows no turn`,
      }[language];
    default:
      return '';
  }
}

function changes({ details }: ChangePoints, language: Language): string {
  const at = details.suggested.split(' ').join(', ');
  const name = {
    nl: 'een indeling in niveaus',
    fr: 'une segmentation en niveaux',
    de: 'eine Einteilung in Niveaus',
    en: 'a segmentation into levels',
  }[language];
  switch (details.verdict) {
    case 'break':
      return {
        nl: `${name} wijst op een breuk vanaf ${at}`,
        fr: `${name} suggère une rupture à partir de ${at}`,
        de: `${name} deutet auf einen Bruch ab ${at}`,
        en: `${name} suggests a break from ${at}`,
      }[language];
    case 'moved':
      return {
        nl: `${name} ziet geleidelijke verandering, geen breuk`,
        fr: `${name} voit une évolution graduelle, pas de rupture`,
        de: `${name} sieht allmähliche Veränderung, keinen Bruch`,
        en: `${name} sees gradual change, no break`,
      }[language];
    case 'not_shown':
      return {
        nl: `${name} toont geen breuk aan`,
        fr: `${name} ne montre aucune rupture`,
        de: `${name} weist keinen Bruch nach`,
        en: `${name} shows no break`,
      }[language];
    default:
      return '';
  }
}

function restsOn(periods: readonly string[]): Text {
  const [one = '', other = ''] = periods;
  return {
    nl: `Die omslag rust op de laatste twee cijfers (${one} en ${other}): zonder die twee is er geen aan te tonen.`,
    fr: `Ce tournant repose sur les deux derniers chiffres (${one} et ${other})\u00a0: sans eux, aucun ne peut être démontré.`,
    de: `Diese Wende beruht auf den letzten beiden Zahlen (${one} und ${other}): Ohne sie lässt sich keine nachweisen.`,
    en: `That turn rests on the last two figures (${one} and ${other}): without them none can be shown.`,
  };
}

const conditions: Readonly<Partial<Record<AdvisedName, Text>>> = {
  serial_correction: {
    nl: 'Gecorrigeerd voor de samenhang van opeenvolgende cijfers',
    fr: 'Après correction du lien entre chiffres successifs',
    de: 'Um den Zusammenhang aufeinanderfolgender Zahlen korrigiert,',
    en: 'Corrected for the dependence of successive figures',
  },
  seasonal_mann_kendall: {
    nl: 'Elke periode met dezelfde in andere jaren vergeleken',
    fr: 'En comparant chaque période à la même des autres années',
    de: 'Jeden Zeitabschnitt mit demselben anderer Jahre verglichen,',
    en: 'With each period compared with the same one of other years',
  },
  log_linear: {
    nl: 'Als aantallen die met een vaste factor veranderen',
    fr: 'Comme nombres qui changent d’un facteur constant',
    de: 'Als Anzahlen, die sich um einen festen Faktor ändern',
    en: 'As counts that change by a steady factor',
  },
  without_largest: {
    nl: 'Zonder het hoogste cijfer',
    fr: 'Sans le chiffre le plus élevé',
    de: 'Ohne die höchste Zahl',
    en: 'Without the highest figure',
  },
  without_last_two: {
    nl: 'Zonder de laatste twee cijfers',
    fr: 'Sans les deux derniers chiffres',
    de: 'Ohne die letzten beiden Zahlen',
    en: 'Without the last two figures',
  },
};

function disagreement({ method, finding }: AdvisedMethod): Text {
  const verdict = (finding as Finding).details['verdict'];
  return inEach((language) => {
    const when = conditions[method]?.[language] ?? '';
    const what = {
      rising: {
        nl: 'is er een stijging',
        fr: 'une hausse apparaît',
        de: 'zeigt sich ein Anstieg',
        en: 'a rise shows',
      },
      falling: {
        nl: 'is er een daling',
        fr: 'une baisse apparaît',
        de: 'zeigt sich ein Rückgang',
        en: 'a fall shows',
      },
      not_shown: {
        nl: 'is er geen trend aantoonbaar',
        fr: 'aucune tendance n’est démontrable',
        de: 'ist kein Trend nachweisbar',
        en: 'no trend can be shown',
      },
    }[verdict as 'rising' | 'falling' | 'not_shown'][language];
    return `${when}${language === 'de' || language === 'nl' ? ' ' : ', '}${what}.`;
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
