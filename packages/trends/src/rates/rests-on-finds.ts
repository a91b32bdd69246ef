import {
  capital,
  type Finding,
  inEach,
  inFour,
  percent,
  type Text,
  takes,
} from '@samenbeeld/schema';
import type { WithLevel } from '../about.ts';
import { type About, checkProbability, optionsShape } from '../about.ts';
import { checkWholeAboveZero } from '../check-argument.ts';
import { knownEvents, type Quantities, quantitiesShape } from '../largest-share.ts';
import { type LeaveLargestOut, leaveLargestOut, tooFewLeft } from '../leave-largest-out.ts';
import type { TrendVerdict } from '../verdict.ts';
import { listWarnings } from '../warnings.ts';
import { unknownQuantities } from '../words/bands.ts';
import { changeSays } from '../words/effort.ts';
import { headed } from '../words/headed.ts';
import { annualHidesFinds, cannotTell, verdictNames } from '../words/largest.ts';

interface RestsOnWords {
  readonly verdict: TrendVerdict;
  readonly verdictWithout: TrendVerdict;
  /** How many of the largest seizures were left out. */
  readonly left: number;
  readonly share: number | null;
  readonly n: number;
  /** Whether leaving out more would leave too few different values. */
  readonly stopped: boolean;
  readonly unknown: number;
}

/** The sentence that names how many finds a verdict rests on. */
function restsOnSays(about: About, w: RestsOnWords): Text {
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
  return changeSays(
    about,
    main,
    w.stopped || w.verdict === 'no_conclusion' ? untold(w) : null,
    w.unknown > 0 ? unknownQuantities(w.unknown) : null,
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

export interface RestsOnFindsOptions extends About, WithLevel {
  /** How many of the largest seizures are left out at most; 10. */
  readonly upTo?: number;
  /** Periods in which every seizure is known, as in `leaveLargestOut`. */
  readonly covered?: readonly string[];
}

/** A finding whose estimate is the number of finds on which the verdict rests; null where it stands without them. */
export interface RestsOnFinds extends Finding {
  readonly details: {
    readonly verdict: TrendVerdict | 'not_computable';
    /** Once that many finds are left out. */
    readonly verdictWithout: TrendVerdict | 'not_computable';
    /** How many of the largest were left out; 0 where nothing can be told without the first. */
    readonly upTo: number;
    /** `too_few_left` where leaving out more would leave too few different values to conclude anything from. */
    readonly stopped: 'too_few_left' | null;
    /** Share of the left-out seizures in the whole quantity. */
    readonly share: number | null;
    readonly unknown: number;
  };
}

/**
 * On how few of the largest finds does the verdict about a trend rest?
 *
 * `leaveLargestOut` with one find, two, three …, until the verdict changes, `upTo` are left out, or too few different values
 * are left to conclude anything from; that is no change of verdict. A verdict that one find can turn says more about that
 * find than about the years.
 *
 * @param quantities events or annual totals, in one unit
 * @throws InputError for negative or infinite quantities, or unreadable periods
 * @throws RefusalError for events of mixed frequencies
 * @throws UsageError for an `upTo` that is no whole number above zero, or a plain list
 * @example
 * ```ts
 * import { restsOnFinds } from '@samenbeeld/trends';
 * const sizes = [[1, 9], [2, 9], [3, 9], [4, 9], [5, 9], [90, 6]];
 * const events = sizes.flatMap(([a = 0, b = 0], i) => [a, b].map((quantity) => ({ period: String(2018 + i), quantity })));
 * const { estimate, details } = restsOnFinds({ events });
 * [estimate, details.verdict, details.verdictWithout] // => [1, 'rising', 'not_shown']
 * ```
 */
export function restsOnFinds(
  quantities: Quantities,
  options: RestsOnFindsOptions = {},
): RestsOnFinds {
  takes(
    'restsOnFinds',
    ['quantities', quantities, quantitiesShape],
    ['options', options, optionsShape],
  );

  checkProbability('level', options.level ?? 0.95);
  const upTo = checkWholeAboveZero('upTo', options.upTo ?? 10);
  const { upTo: _, ...about } = options;
  const events = 'events' in quantities ? knownEvents(quantities.events).length : 0;
  const whole = leaveLargestOut(quantities, { ...about, leave: 1 });
  const { verdict } = whole.details;
  const most = verdict === 'no_conclusion' ? 0 : Math.min(upTo, events);
  let leave = 0;
  let without: LeaveLargestOut | null = null;
  let stopped = false;
  while (leave < most && (without?.details.verdictWithout ?? verdict) === verdict) {
    const next = leaveLargestOut(quantities, { ...about, leave: leave + 1 });
    stopped = next.details.verdictWithout === 'no_conclusion';
    if (stopped) break;
    without = next;
    leave += 1;
  }
  const verdictWithout = without?.details.verdictWithout ?? verdict;
  const { unknown } = whole.details;
  const share = without?.details.share ?? null;
  const n = without?.n ?? whole.details.nWhole;
  const rests = verdictWithout !== verdict;
  const computable = verdict !== 'not_computable' && verdictWithout !== 'not_computable';
  return {
    kind: 'rests_on_finds',
    subject: options.subject ?? '',
    estimate: rests ? leave : null,
    unit: 'seizures',
    interval: null,
    n,
    p: null,
    method: 'Mann-Kendall with Sen slope, without the 1, 2, 3 … largest seizures',
    definition: 'fewest of the largest events without which the verdict about the trend changes',
    assumptions: whole.assumptions,
    warnings: listWarnings(
      (without ?? whole).warnings.filter((warning) => without || warning !== tooFewLeft),
      stopped &&
        inFour(
          'er blijven te weinig verschillende waarden over om er meer weg te laten',
          'il reste trop peu de valeurs différentes pour en retirer davantage',
          'es bleiben zu wenige verschiedene Werte, um mehr wegzulassen',
          'too few different values are left to leave out more',
        ),
    ),
    confidence: without?.confidence ?? 'low',
    details: {
      verdict,
      verdictWithout,
      upTo: leave,
      stopped: stopped ? 'too_few_left' : null,
      share,
      unknown,
    },
    says: computable
      ? restsOnSays(options, {
          verdict,
          verdictWithout,
          left: leave,
          share,
          n,
          stopped,
          unknown,
        })
      : headed(options.label, annualHidesFinds),
  };
}
