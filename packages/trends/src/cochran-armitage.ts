import {
  type Finding,
  figure,
  InputError,
  inEach,
  inFour,
  intervalName,
  range,
  semicolon,
  shape,
  type Text,
  takes,
} from '@samenbeeld/schema';
import type { WithAlpha } from './about.ts';
import { type About, checkProbability, checkTogether, optionsShape } from './about.ts';
import { checkAnyOf, checkOneEach } from './check-argument.ts';
import { checkCount } from './check-count.ts';
import { type DispersionFrom, independence, knownDispersion } from './dispersion.ts';
import { type DispersedTrend, proportionTrend } from './proportion-trend.ts';
import type { TrendVerdict } from './verdict.ts';
import { listWarnings } from './warnings.ts';
import { timesAs } from './words/dispersion.ts';
import { changeSays } from './words/effort.ts';
import { pValue } from './words/p-value.ts';

interface ProportionWords {
  readonly verdict: TrendVerdict;
  readonly slope: number | null;
  readonly interval: { readonly low: number; readonly high: number; readonly level: number } | null;
  readonly p: number | null;
  /** The dispersion that interval and p suppose; null where events are declared independent. */
  readonly dispersed: DispersedTrend | null;
  readonly pIndependent: number | null;
  readonly alpha: number;
  readonly n: number;
  /** Groups left out because they count something else, and what would seem to hold with them. */
  readonly leftOut: readonly string[];
  readonly withThem: { readonly verdict: TrendVerdict; readonly p: number | null } | null;
}

const tooFew: Text = {
  nl: 'Geen conclusie mogelijk: deze aantallen kunnen in geen enkele verdeling een trend in het aandeel aantonen.',
  fr: 'Aucune conclusion possible\u00a0: avec ces nombres, aucune répartition ne pourrait démontrer une tendance de la part.',
  de: 'Keine Aussage möglich: Mit diesen Anzahlen könnte keine Verteilung einen Trend des Anteils nachweisen.',
  en: 'No conclusion possible: with these numbers no distribution could show a trend in the share.',
};

function main(w: ProportionWords): Text {
  const { p, verdict } = w;
  if (verdict === 'no_conclusion' || p === null) return tooFew;
  return inEach((language) => {
    const sign = verdict === 'falling' ? -1 : 1;
    const ends = w.interval && [w.interval.low, w.interval.high].map((end) => end * 100 * sign);
    const points = {
      nl: 'procentpunt per stap',
      fr: 'points de pourcentage par étape',
      de: 'Prozentpunkte je Schritt',
      en: 'percentage points a step',
    }[language];
    const within =
      w.interval && ends
        ? `${intervalName(w.interval.level, language)} ${range({ low: Math.min(...ends), high: Math.max(...ends) }, 0, language)} ${points}${semicolon[language]}`
        : '';
    const counted = `n\u00a0=\u00a0${figure(w.n, language)}${language === 'fr' ? semicolon.fr : ', '}${pValue(p, language)}`;
    if (verdict === 'not_shown')
      return {
        nl: `Er is geen trend in het aandeel aantoonbaar (${within}${counted}). Dat bewijst niet dat er niets is veranderd.`,
        fr: `Aucune tendance de la part ne peut être démontrée (${within}${counted}). Cela ne prouve pas que rien n’a changé.`,
        de: `Ein Trend des Anteils lässt sich nicht nachweisen (${within}${counted}). Das beweist nicht, dass sich nichts verändert hat.`,
        en: `No trend in the share can be shown (${within}${counted}). That does not prove that nothing changed.`,
      }[language];
    const up = verdict === 'rising';
    const by = `${figure((w.slope ?? 0) * 100 * sign, language)} ${points}`;
    return {
      nl: `Het aandeel ${up ? 'stijgt' : 'daalt'}, naar schatting met ${by} (${within}${counted}).`,
      fr: `La part est en ${up ? 'hausse' : 'baisse'}, d’environ ${by} (${within}${counted}).`,
      de: `Der Anteil ${up ? 'steigt' : 'sinkt'}, geschätzt um ${by} (${within}${counted}).`,
      en: `The share ${up ? 'rises' : 'falls'}, by an estimated ${by} (${within}${counted}).`,
    }[language];
  });
}

const clauses: Readonly<Record<TrendVerdict, Text>> = {
  rising: {
    nl: 'stijgt het aandeel',
    fr: 'la part est en hausse',
    de: 'steigt der Anteil',
    en: 'the share rises',
  },
  falling: {
    nl: 'daalt het aandeel',
    fr: 'la part est en baisse',
    de: 'sinkt der Anteil',
    en: 'the share falls',
  },
  not_shown: {
    nl: 'is geen trend aantoonbaar',
    fr: 'aucune tendance ne peut être démontrée',
    de: 'lässt sich kein Trend nachweisen',
    en: 'no trend can be shown',
  },
  no_conclusion: {
    nl: 'is geen conclusie mogelijk',
    fr: 'aucune conclusion n’est possible',
    de: 'ist keine Aussage möglich',
    en: 'no conclusion is possible',
  },
};

function scope(w: ProportionWords): Text | null {
  const { withThem } = w;
  if (!withThem) return null;
  const groups = w.leftOut.join(', ');
  return inEach((language) => {
    const p = withThem.p === null ? '' : ` (${pValue(withThem.p, language)})`;
    const then = `${clauses[withThem.verdict][language]}${p}.`;
    return {
      nl: `Buiten beschouwing gelaten omdat daar iets anders is geteld: ${groups}; met deze erbij ${then}`,
      fr: `Écarté parce qu’autre chose y est compté\u00a0: ${groups}\u00a0; avec ces chiffres, ${then}`,
      de: `Nicht berücksichtigt, weil dort etwas anderes gezählt wurde: ${groups}; mit diesen Zahlen ${then}`,
      en: `Left out because something else was counted there: ${groups}; with these, ${then}`,
    }[language];
  });
}

/** What interval and p suppose of how shares vary. */
function suppose(w: ProportionWords): Text | null {
  if (!w.dispersed || w.verdict === 'no_conclusion') return null;
  const { factor, from } = w.dispersed.dispersion;
  if (factor === 1) return null;
  const only = w.verdict === 'not_shown' && w.pIndependent !== null && w.pIndependent <= w.alpha;
  return inEach((language) => {
    const times = timesAs(factor, language);
    const p = w.pIndependent === null ? '' : ` (${pValue(w.pIndependent, language)})`;
    const usual = from === 'usual';
    return {
      nl: `${usual ? 'Dit geldt als aandelen, zoals gebruikelijk,' : 'De aandelen schommelen'} ${times} keer zo sterk${usual ? ' schommelen' : ''} (variantie) als bij onafhankelijke gebeurtenissen.${only ? ` Alleen bij onafhankelijke gebeurtenissen is er een trend${p}.` : ''}`,
      fr: `${usual ? 'Cela vaut si la variance des parts est, comme d’ordinaire,' : 'La variance des parts est de'} ${times} fois celle d’événements indépendants.${only ? ` Ce n’est que si les événements sont indépendants qu’il y a une tendance${p}.` : ''}`,
      de: `${usual ? 'Das gilt, wenn die Varianz der Anteile wie üblich' : 'Die Varianz der Anteile beträgt'} das ${times}-Fache derjenigen unabhängiger Ereignisse${usual ? ' beträgt' : ''}.${only ? ` Nur bei voneinander unabhängigen Ereignissen gibt es einen Trend${p}.` : ''}`,
      en: `${usual ? 'This holds if the variance of the shares is, as usual,' : 'The variance of the shares is'} ${times} times that of independent events.${only ? ` Only if the events are independent of each other is there a trend${p}.` : ''}`,
    }[language];
  });
}

function proportionSays(about: About, w: ProportionWords): Text {
  return changeSays(about, main(w), suppose(w), scope(w));
}

export interface CochranArmitageOptions extends About, WithAlpha {
  /** Position of each group; 0, 1, 2, … */
  readonly scores?: readonly number[];
  /**
   * - `auto` (default): exact where a group expects fewer than five of either kind, else asymptotic
   * - `exact`: conditional on all totals; whole-number scores
   * - `asymptotic`: normal, without continuity correction
   */
  readonly method?: 'auto' | 'exact' | 'asymptotic';
  /** Variance of the shares over that of independent events; 1 where that is known. From the groups themselves where left out. */
  readonly dispersion?: number;
  /** Name of each group ("2021"). */
  readonly groups?: readonly string[];
  /** What each group counts ("Rotterdam", "Netherlands"); only the groups of the commonest scope are tested. */
  readonly scopes?: readonly string[];
}

/** A finding whose estimate is the change of the proportion per unit of score. */
export interface CochranArmitage extends Finding {
  readonly details: {
    readonly z: number | null;
    readonly pAsymptotic: number | null;
    readonly pExact: number | null;
    readonly proportion: number | null;
    /** By how much the shares vary about the trend, where that comes from, and p and interval at it, which verdict and sentence follow. */
    readonly dispersion: number | null;
    readonly dispersionFrom: DispersionFrom | null;
    readonly pDispersed: number | null;
    readonly dispersedLow: number | null;
    readonly dispersedHigh: number | null;
    readonly verdict: TrendVerdict;
    /** Groups left out because they count something else, and what would seem to hold with them. */
    readonly leftOut: string | null;
    readonly verdictWithThem: TrendVerdict | null;
    readonly pWithThem: number | null;
  };
}

/**
 * Cochran-Armitage test: does a proportion rise or fall over ordered groups?
 *
 * For the share of large seizures by year. `Z = Σ t(r − n·p̄) / √(p̄(1−p̄)·Σ n(t−t̄)²)`, p two-sided; Z² is the
 * chi-square of R `prop.trend.test`. The estimate is the weighted least-squares change per unit of score, with
 * the interval that the asymptotic test inverts. The exact p conditions on all totals and sums the outcomes at
 * least as far from the mean; then no interval is given. Shares also differ from year to year beyond chance: verdict and sentence
 * follow `details.pDispersed`, by the spread of the shares about the trend (quasi-binomial), or by the usual dispersion with fewer
 * than four groups.
 * Cochran 1954; Armitage 1955.
 *
 * @param successes events of the kind asked about, by group
 * @param totals all events, by group
 * @throws InputError for counts that are no whole numbers, or more successes than events
 * @throws UsageError for arrays of unlike length, or an exact test that is too large
 * @example
 * ```ts
 * import { cochranArmitage } from '@samenbeeld/trends';
 * const large = cochranArmitage([22, 17, 13], [91, 106, 94], { groups: ['2021', '2022', '2023'] });
 * [large.details.z?.toFixed(4), large.details.verdict] // => ['-1.8303', 'not_shown']
 * ```
 */
export function cochranArmitage(
  successes: readonly number[],
  totals: readonly number[],
  options: CochranArmitageOptions = {},
): CochranArmitage {
  takes(
    'cochranArmitage',
    ['successes', successes, shape.numbers],
    ['totals', totals, shape.numbers],
    ['options', options, optionsShape],
  );

  const alpha = checkProbability('alpha', options.alpha ?? 0.05);
  const scores = options.scores ?? totals.map((_, i) => i);
  const groups = options.groups ?? totals.map((_, i) => String(i + 1));
  for (const [name, list] of Object.entries({
    successes,
    scores,
    groups,
    scopes: options.scopes ?? totals,
  }))
    checkOneEach(name, list, 'group', totals.length);
  for (const [i, total] of totals.entries()) {
    checkCount(
      inFour('totaal {at}', 'le total {at}', 'Summe {at}', 'total {at}', { at: String(i + 1) }),
      total,
    );
    if (
      checkCount(
        inFour('treffers {at}', 'les succès {at}', 'Treffer {at}', 'successes {at}', {
          at: String(i + 1),
        }),
        successes[i] as number,
      ) > total
    )
      throw new InputError(
        inFour(
          'verwacht: hoogstens {total} treffers in groep {b}; gevonden: {c}',
          'attendu : au plus {total} succès dans le groupe {b} ; trouvé : {c}',
          'erwartet: höchstens {total} Treffer in Gruppe {b}; gefunden: {c}',
          'expected at most {total} successes in group {b}, found {c}',
          { total: String(total), b: String(i + 1), c: String(successes[i]) },
        ),
        inFour(
          'geef alle gebeurtenissen van de groep als totaal, de treffers inbegrepen',
          'donnez tous les événements du groupe comme total, succès compris',
          'alle Ereignisse der Gruppe als Gesamtzahl angeben, die Treffer eingeschlossen',
          'pass all events of the group as its total, the successes included',
        ),
      );
    if (!Number.isFinite(scores[i]))
      throw new InputError(
        inFour(
          'verwacht: een eindige score voor groep {a}; gevonden: {b}',
          'attendu : un score fini pour le groupe {a} ; trouvé : {b}',
          'erwartet: ein endlicher Wert für Gruppe {a}; gefunden: {b}',
          'expected a finite score for group {a}, found {b}',
          { a: String(i + 1), b: String(scores[i]) },
        ),
        inFour(
          'geef elke groep haar plaats, zoals haar jaar',
          'donnez à chaque groupe sa position, par exemple son année',
          'jeder Gruppe ihre Stelle geben, etwa ihr Jahr',
          'give each group its position, such as its year',
        ),
      );
  }
  const method = checkAnyOf('method', options.method ?? 'auto', ['auto', 'exact', 'asymptotic']);
  const said = checkTogether(options, 'trend');
  const alike = sameScope(options.scopes ?? totals.map(() => ''));
  const pick = (list: readonly number[]): number[] => list.filter((_, i) => alike[i]);
  const others = groups.filter((_, i) => !alike[i]);
  const counted = { successes: pick(successes), totals: pick(totals), scores: pick(scores) };
  const known = knownDispersion(options);
  const result = proportionTrend(
    counted.successes,
    counted.totals,
    counted.scores,
    method,
    alpha,
    known,
  );
  const withThem =
    others.length > 0 ? proportionTrend(successes, totals, scores, method, alpha, known) : null;
  const { dispersed } = result;
  const n = counted.totals.reduce((sum, total) => sum + total, 0);
  return {
    kind: 'cochran_armitage',
    subject: options.subject ?? '',
    estimate: result.slope,
    unit: 'share/step',
    interval: result.interval,
    n,
    p: result.p,
    method: `Cochran-Armitage trend in proportions, ${result.exact ? 'exact conditional' : 'asymptotic'}`,
    definition:
      'Z = sum t(r - n p) / sqrt(p(1 - p) sum n(t - mean t)^2), two-sided (Cochran 1954, Armitage 1955)',
    assumptions: [
      independence(dispersed?.dispersion ?? null),
      inFour(
        'elke groep telt hetzelfde',
        'chaque groupe compte la même chose',
        'jede Gruppe zählt dasselbe',
        'every group counts the same thing',
      ),
    ],
    warnings: listWarnings(
      said,
      dispersed?.dispersion.from === 'usual' &&
        inFour(
          'minder dan vier groepen laten niet zien hoezeer aandelen schommelen: de conclusie is wat bij de gebruikelijke spreiding geldt',
          'moins de quatre groupes ne montrent pas combien les parts varient\u00a0: on conclut ce qui vaut à la dispersion usuelle',
          'weniger als vier Gruppen zeigen nicht, wie stark Anteile schwanken: Geschlossen wird, was bei der üblichen Streuung gilt',
          'fewer than four groups do not show how much shares vary: what holds at the usual dispersion is concluded',
        ),
      others.length > 0 &&
        inFour(
          'weggelaten, omdat daar iets anders geteld is: {periods}',
          'écarté, car on y compte autre chose\u00a0: {periods}',
          'weggelassen, weil dort etwas anderes gezählt wurde: {periods}',
          'left out, since something else is counted there: {periods}',
          { periods: others.join(', ') },
        ),
    ),
    confidence:
      others.length > 0 || result.exact || dispersed?.dispersion.from === 'usual'
        ? 'low'
        : n < 100
          ? 'medium'
          : 'high',
    details: {
      z: result.z,
      pAsymptotic: result.pAsymptotic,
      pExact: result.exact ? result.p : null,
      proportion: n > 0 ? counted.successes.reduce((sum, count) => sum + count, 0) / n : null,
      dispersion: dispersed?.dispersion.factor ?? known?.factor ?? null,
      dispersionFrom: dispersed?.dispersion.from ?? known?.from ?? null,
      pDispersed: dispersed?.p ?? null,
      dispersedLow: dispersed?.interval.low ?? null,
      dispersedHigh: dispersed?.interval.high ?? null,
      verdict: result.verdict,
      leftOut: others.length > 0 ? others.join(' ') : null,
      verdictWithThem: withThem?.verdict ?? null,
      pWithThem: withThem?.dispersed?.p ?? withThem?.p ?? null,
    },
    says: proportionSays(options, {
      verdict: result.verdict,
      slope: result.slope,
      interval: dispersed && result.interval ? dispersed.interval : result.interval,
      p: dispersed?.p ?? result.p,
      dispersed,
      pIndependent: result.p,
      alpha,
      n,
      leftOut: others,
      withThem: withThem && { verdict: withThem.verdict, p: withThem.dispersed?.p ?? withThem.p },
    }),
  };
}

/** Which groups share the commonest scope, the first of these where several are equally common. */
function sameScope(scopes: readonly string[]): readonly boolean[] {
  const count = (scope: string): number => scopes.filter((other) => other === scope).length;
  const commonest = Math.max(...scopes.map(count));
  const reference = scopes.find((scope) => count(scope) === commonest);
  return scopes.map((scope) => scope === reference);
}
