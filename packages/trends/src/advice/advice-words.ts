import {
  capital,
  type Finding,
  inEach,
  intervalName,
  type Language,
  listed,
  paragraph,
  rangeEnds,
  semicolon,
  type Text,
} from '@samenbeeld/schema';
import type { LogLinearTrend } from '../monotone/log-linear-trend.ts';
import { periodText } from '../period.ts';
import type { Trend } from '../trend-of.ts';
import type { ChangePoints } from '../turning-points/change-points.ts';
import type { Joinpoint } from '../turning-points/joinpoint.ts';
import { effortUnknown } from '../words/effort.ts';
import { signed, withPercent } from '../words/percentage.ts';
import type { AdvisedMethod, AdvisedName } from './advised-method.ts';
import type { ExaminedSeries } from './examine-series.ts';
import { crestOf } from './method-rules.ts';

/** What the searches for turns and for levels may say. */
interface SearchWords {
  readonly examined: ExaminedSeries;
  readonly turning: Joinpoint | null;
  readonly levels: ChangePoints | null;
}

/** "Joinpoint regression sees a turn in 2021; a segmentation into levels shows no break."; null where neither says anything. */
function searchesSay({ turning, levels, examined }: SearchWords): Text | null {
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

function turns(turning: Joinpoint, { largest }: ExaminedSeries, language: Language): string {
  const { details, joinpoints } = turning;
  const name = {
    nl: 'knikpuntregressie',
    fr: 'la régression à points de rupture',
    de: 'die Knickpunktregression',
    en: 'joinpoint regression',
  }[language];
  switch (details.verdict) {
    case 'turns': {
      const at = joinpoints.map(({ period }) => periodText(period, language)).join(', ');
      const crest = crestOf(turning, largest);
      const fall = crest === 'peak_fall_not_shown' ? fallNotShown[language] : '';
      const says = details.byPermutation === null ? mayTurn : sees;
      return `${says(name, at, crest !== 'turn', language)}${fall}`;
    }
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

function sees(name: string, at: string, peak: boolean, language: Language): string {
  return {
    nl: `${name} ziet ${peak ? 'een piek' : 'een omslag'} in ${at}`,
    fr: `${name} voit ${peak ? 'un pic' : 'un tournant'} en ${at}`,
    de: `${name} sieht ${peak ? 'einen Höhepunkt' : 'eine Wende'} (${at})`,
    en: `${name} sees ${peak ? 'a peak' : 'a turn'} in ${at}`,
  }[language];
}

/** Of what only the information criteria find: on straight noisy lines they find a turn too often to state it. */
function mayTurn(name: string, at: string, peak: boolean, language: Language): string {
  return {
    nl: `${name} ziet mogelijk ${peak ? 'een piek' : 'een omslag'} in ${at} (niet met permutaties getoetst)`,
    fr: `${name} voit peut-être ${peak ? 'un pic' : 'un tournant'} en ${at} (non testé par permutation)`,
    de: `${name} sieht möglicherweise ${peak ? 'einen Höhepunkt' : 'eine Wende'} (${at}; nicht durch Permutation geprüft)`,
    en: `by ${name} the trend may ${peak ? 'peak' : 'turn'} in ${at} (not tested by permutation)`,
  }[language];
}

const fallNotShown: Text = {
  nl: ', al is de daling erna op zichzelf niet aantoonbaar',
  fr: ', même si la baisse qui suit n’est pas démontrable à elle seule',
  de: ', auch wenn sich der Rückgang danach für sich genommen nicht nachweisen lässt',
  en: ', though the fall after it cannot be shown by itself',
};

function changes({ details }: ChangePoints, language: Language): string {
  const at = details.suggested
    .split(' ')
    .map((period) => periodText(period, language))
    .join(', ');
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

export interface AdviceWords extends SearchWords {
  readonly controls: boolean;
  /** Without the words on effort, which are said once for all. */
  readonly trend: Trend;
  /** What the test that allows for dependence says instead, where it shows no trend; null where the trend stands. */
  readonly overruled: Text | null;
  /** Whether a direction is given of too few values to see whether they depend on each other. */
  readonly unchecked: boolean;
  /** Counts as a line of the logarithm, which bounds a change where Sen's slope cannot. */
  readonly counted: LogLinearTrend | null;
  /** Of how many sudden steps the rise or fall is made; null where that is not so. */
  readonly steps: number | null;
  /** Methods with another verdict on direction. */
  readonly disagree: readonly AdvisedMethod[];
  /** The last two periods, where a turn is found only with them. */
  readonly rests: readonly string[] | null;
}

/** The direction, what the searches for turns and levels say side by side, what they rest on, and who disagrees. */
export function adviceSays(w: AdviceWords): Text {
  const found = searchesSay(w);
  return paragraph(
    w.overruled ?? w.trend.says,
    w.unchecked ? independenceSupposed : null,
    w.trend.interval === null && w.trend.details.verdict === 'not_shown' && w.trend.p !== null
      ? stillPossible(w.counted)
      : null,
    found,
    found && w.examined.undecided.length > 0 ? (w.examined.apart ? thatEverywhere : thatToo) : null,
    w.steps === null ? null : inSteps(w.steps, w.trend.details.verdict === 'rising'),
    w.rests && restsOn(w.rests),
    ...w.disagree.map(disagreement),
    w.controls ? null : effortUnknown,
  );
}

/** "For counts that change by a steady factor, a change between −1.9% and +57% a year remains possible (95% interval)." */
function stillPossible(counted: LogLinearTrend | null): Text | null {
  const interval = counted?.interval;
  if (!interval || counted.details.verdict !== 'not_shown') return null;
  return inEach((language) => {
    const [least, most] = rangeEnds(interval, 0, language);
    const low = withPercent(signed(interval.low, least), language);
    const high = withPercent(signed(interval.high, most), language);
    const name = intervalName(interval.level, language);
    return {
      nl: `Voor aantallen die met een vaste factor veranderen blijft een verandering tussen ${low} en ${high} per jaar mogelijk (${name}).`,
      fr: `Pour des nombres qui changent d’un facteur constant, une évolution entre ${low} et ${high} par an reste possible (${name}).`,
      de: `Für Anzahlen, die sich um einen festen Faktor ändern, bleibt eine Veränderung zwischen ${low} und ${high} pro Jahr möglich (${name}).`,
      en: `For counts that change by a steady factor, a change between ${low} and ${high} a year remains possible (${name}).`,
    }[language];
  });
}

const independenceSupposed: Text = {
  nl: 'Dat veronderstelt dat een cijfer niet van het vorige afhangt; bij zo weinig cijfers is dat niet na te gaan.',
  fr: 'Cela suppose qu’un chiffre ne dépend pas du précédent\u00a0; avec si peu de chiffres, on ne peut pas le vérifier.',
  de: 'Das setzt voraus, dass eine Zahl nicht von der vorigen abhängt; bei so wenigen Zahlen lässt sich das nicht prüfen.',
  en: 'This supposes that a figure does not depend on the one before; of so few figures that cannot be checked.',
};

const thatToo: Text = {
  nl: 'Ook dat geldt ongeacht welk van de tegenstrijdige cijfers juist is.',
  fr: 'Cela aussi vaut quel que soit le chiffre exact parmi les chiffres contradictoires.',
  de: 'Auch das gilt unabhängig davon, welche der widersprüchlichen Zahlen stimmt.',
  en: 'That too holds whichever of the rival figures is right.',
};

const thatEverywhere: Text = {
  nl: 'Ook dat geldt waar de cijfers ook in hun bereik liggen.',
  fr: 'Cela aussi vaut où que se situent les chiffres dans leur fourchette.',
  de: 'Auch das gilt, wo auch immer die Zahlen in ihrer Spanne liegen.',
  en: 'That too holds wherever in their range the figures lie.',
};

/** That a rise or fall is made of sudden steps. */
function inSteps(steps: number, up: boolean): Text {
  if (steps === 1)
    return {
      nl: `Voor en na die breuk is geen trend aantoonbaar: de ${up ? 'stijging' : 'daling'} toont zich als één sprong.`,
      fr: `Avant et après cette rupture, aucune tendance ne peut être démontrée\u00a0: la ${up ? 'hausse' : 'baisse'} se présente comme un seul saut.`,
      de: `Vor und nach diesem Bruch lässt sich kein Trend nachweisen: Der ${up ? 'Anstieg' : 'Rückgang'} zeigt sich als ein einziger Sprung.`,
      en: `Before and after that break no trend can be shown: the ${up ? 'rise' : 'fall'} shows as one step.`,
    };
  return {
    nl: `Tussen die breuken is geen trend aantoonbaar: de ${up ? 'stijging' : 'daling'} toont zich als ${steps} sprongen.`,
    fr: `Entre ces ruptures, aucune tendance ne peut être démontrée\u00a0: la ${up ? 'hausse' : 'baisse'} se présente comme ${steps} sauts.`,
    de: `Zwischen diesen Brüchen lässt sich kein Trend nachweisen: Der ${up ? 'Anstieg' : 'Rückgang'} zeigt sich als ${steps} Sprünge.`,
    en: `Between those breaks no trend can be shown: the ${up ? 'rise' : 'fall'} shows as ${steps} steps.`,
  };
}

function restsOn(periods: readonly string[]): Text {
  return inEach((language) => {
    const two = listed(periods, language);
    return {
      nl: `Die omslag rust op de laatste twee cijfers (${two}): zonder die twee is er geen aan te tonen.`,
      fr: `Ce tournant repose sur les deux derniers chiffres (${two})\u00a0: sans eux, aucun ne peut être démontré.`,
      de: `Diese Wende beruht auf den letzten beiden Zahlen (${two}): Ohne sie lässt sich keine nachweisen.`,
      en: `That turn rests on the last two figures (${two}): without them none can be shown.`,
    }[language];
  });
}

/** What a trend is computed again without. */
export const leftOut: Readonly<Record<'without_largest' | 'without_last_two', Text>> = {
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
    nl: 'Gerekend met een verandering met een vaste factor',
    fr: 'Comme nombres qui changent d’un facteur constant',
    de: 'Rechnet man mit einer Änderung um einen festen Faktor,',
    en: 'As counts that change by a steady factor',
  },
  ...leftOut,
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
