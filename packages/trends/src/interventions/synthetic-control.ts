import {
  type Finding,
  figure,
  inEach,
  inFour,
  semicolon,
  type Text,
  takes,
  wrongUse,
} from '@samenbeeld/schema';
import type { WithAlpha } from '../about.ts';
import { type About, checkProbability, checkTogether, optionsShape } from '../about.ts';
import { listWarnings, withoutSite } from '../warnings.ts';
import { changeSays } from '../words/effort.ts';
import { pValue } from '../words/p-value.ts';
import { placeName } from '../words/place-name.ts';
import { unitAfter } from '../words/unit-word.ts';
import { cleanPanel, type Panel, panelShape } from './panel.ts';
import { simplexWeights } from './simplex-weights.ts';

/** What may be said of a site against its mixture of donors; `departs`: above it and below it. */
export type SyntheticVerdict = 'higher' | 'lower' | 'departs' | 'not_shown' | 'no_conclusion';

/** Why nothing can be concluded from a synthetic control. */
export type NoSynthetic = 'too_few_donors' | 'perfect_before';

interface SyntheticWords {
  readonly verdict: SyntheticVerdict;
  readonly because: NoSynthetic | null;
  readonly site: string;
  readonly from: string;
  readonly meanGap: number;
  readonly ratio: number;
  readonly rank: number;
  readonly sites: number;
  readonly p: number;
  readonly smallestP: number;
  readonly unit: string;
  readonly poor: boolean;
}

function nothing(w: SyntheticWords): Text {
  if (w.because === 'perfect_before')
    return {
      nl: 'Geen conclusie mogelijk: de mengeling van andere plaatsen valt vooraf precies samen met de cijfers, zodat een afwijking erna niet te wegen is.',
      fr: 'Aucune conclusion possible\u00a0: avant cette date, la combinaison des autres sites coïncide exactement avec les chiffres, un écart ultérieur ne peut donc être apprécié.',
      de: 'Keine Aussage möglich: Die Mischung der anderen Orte deckt sich vorher genau mit den Zahlen, sodass sich eine spätere Abweichung nicht bewerten lässt.',
      en: 'No conclusion possible: before that, the mixture of other sites coincides with the figures, so that a later deviation cannot be weighed.',
    };
  return inEach((language) => {
    const p = figure(w.smallestP, language);
    return {
      nl: `Geen conclusie mogelijk: met ${w.sites - 1} plaatsen om mee te vergelijken kan p niet kleiner zijn dan ${p}.`,
      fr: `Aucune conclusion possible\u00a0: avec ${w.sites - 1} sites de comparaison, p ne peut être inférieur à ${p}.`,
      de: `Keine Aussage möglich: Mit ${w.sites - 1} Vergleichsorten kann p nicht kleiner sein als ${p}.`,
      en: `No conclusion possible: with ${w.sites - 1} sites to compare with p cannot be smaller than ${p}.`,
    }[language];
  });
}

function main(w: SyntheticWords): Text {
  const { verdict, from } = w;
  if (verdict === 'no_conclusion') return nothing(w);
  return inEach((language) => {
    const site = placeName(w.site, language);
    const times = figure(w.ratio, language);
    const semi = semicolon[language];
    const p = pValue(w.p, language);
    const chance = {
      nl: `afwijking ${times} keer zo groot als ervoor; plaats ${w.rank} van ${w.sites}, ${p}`,
      fr: `écart ${times} fois plus grand qu’avant${semi}rang ${w.rank} sur ${w.sites}${semi}${p}`,
      de: `Abweichung ${times}-mal so groß wie davor; Rang ${w.rank} von ${w.sites}, ${p}`,
      en: `deviation ${times} times as large as before; rank ${w.rank} of ${w.sites}, ${p}`,
    }[language];
    if (verdict === 'not_shown')
      return {
        nl: `Vanaf ${from} is geen ander verloop van ${site} aantoonbaar dan dat van een mengeling van andere plaatsen (${chance}). Dat bewijst niet dat er niets is veranderd.`,
        fr: `À partir de ${from}, aucun écart entre ${site} et une combinaison d’autres sites ne peut être démontré (${chance}). Cela ne prouve pas que rien n’a changé.`,
        de: `Ab ${from} lässt sich kein anderer Verlauf von ${site} nachweisen als der einer Mischung anderer Orte (${chance}). Das beweist nicht, dass sich nichts verändert hat.`,
        en: `From ${from} no other course of ${site} than that of a mixture of other sites can be shown (${chance}). That does not prove that nothing changed.`,
      }[language];
    if (verdict === 'departs')
      return {
        nl: `Vanaf ${from} wijkt ${site} nu eens naar boven, dan weer naar beneden af van een mengeling van andere plaatsen (${chance}).`,
        fr: `À partir de ${from}, ${site} s’écarte, tantôt vers le haut, tantôt vers le bas, d’une combinaison d’autres sites (${chance}).`,
        de: `Ab ${from} weicht ${site} bald nach oben, bald nach unten von einer Mischung anderer Orte ab (${chance}).`,
        en: `From ${from} ${site} departs, now upwards, now downwards, from a mixture of other sites (${chance}).`,
      }[language];
    const above = verdict === 'higher';
    const by = `${figure(Math.abs(w.meanGap), language)}${unitAfter(w.unit, w.meanGap, language)}`;
    return {
      nl: `Vanaf ${from} ligt ${site} ${above ? 'boven' : 'onder'} een mengeling van andere plaatsen, gemiddeld ${by} per periode (${chance}).`,
      fr: `À partir de ${from}, ${site} se situe ${above ? 'au-dessus' : 'au-dessous'} d’une combinaison d’autres sites, de ${by} par période en moyenne (${chance}).`,
      de: `Ab ${from} liegt ${site} ${above ? 'über' : 'unter'} einer Mischung anderer Orte, im Mittel um ${by} je Zeitabschnitt (${chance}).`,
      en: `From ${from} ${site} lies ${above ? 'above' : 'below'} a mixture of other sites, by ${by} a period on average (${chance}).`,
    }[language];
  });
}

const poorFit: Text = {
  nl: 'Ook vooraf volgt die mengeling de cijfers slecht.',
  fr: 'Auparavant déjà, cette combinaison suit mal les chiffres.',
  de: 'Auch davor folgt diese Mischung den Zahlen schlecht.',
  en: 'Before that, too, the mixture follows the figures badly.',
};

function syntheticSays(about: About, w: SyntheticWords): Text {
  return changeSays(about, main(w), w.poor && w.verdict !== 'no_conclusion' ? poorFit : null);
}

export interface SyntheticControlOptions extends About, WithAlpha {
  /** Sites to which traffic could plausibly have moved: refused as donors. */
  readonly targets?: readonly string[];
}

/** One period: the treated site, the mixture of donors, and the gap between them. */
export interface SyntheticPoint {
  readonly period: string;
  readonly value: number;
  readonly synthetic: number;
  readonly gap: number;
}

/** A finding whose estimate is the mean gap after the change, per period. */
export interface SyntheticControl extends Finding {
  readonly weights: readonly { readonly site: string; readonly weight: number }[];
  readonly path: readonly SyntheticPoint[];
  /** Each site as if it had been the treated one; the treated site first. */
  readonly placebos: readonly { readonly site: string; readonly ratio: number }[];
  readonly details: {
    readonly verdict: SyntheticVerdict;
    readonly because: NoSynthetic | null;
    readonly meanGap: number;
    /** Root mean squared gaps, and the ratio of the later to the earlier. */
    readonly rmspeBefore: number;
    readonly rmspeAfter: number;
    readonly ratio: number | null;
    readonly rank: number;
    readonly smallestP: number;
    readonly donors: number;
    readonly before: number;
    readonly after: number;
  };
}

/**
 * One treated site against the mixture of other sites that was nearest to it before.
 *
 * Weights w ≥ 0, Σw = 1 with the least `Σ_{t<T0} (y_1t − Σ w_j y_jt)²`. Then every donor is treated in its turn, the
 * treated site among its donors; p is the rank of the treated site by RMSPE after over RMSPE before, over the number
 * of sites. With fewer than 19 donors p cannot fall to 0.05: no conclusion possible. The direction is given only
 * where every gap after the change has the same sign. No interval.
 * Abadie, Diamond and Hainmueller 2010; weights as R `quadprog::solve.QP` gives them.
 *
 * @param panel exactly one treated site
 * @throws RefusalError where a donor is a plausible target of displacement, or records must not be compared
 * @throws InputError, UsageError as `differenceInDifferences`
 * @example
 * ```ts
 * import { syntheticControl } from '@samenbeeld/trends';
 * const units = [{ name: 'A', values: [3, 5, 4, 9] }, { name: 'B', values: [2, 4, 2, 4] }, { name: 'C', values: [4, 8, 8, 8] }];
 * const { weights, details } = syntheticControl({ periods: ['2020', '2021', '2022', '2023'], units, treated: ['A'], from: '2023' });
 * [weights.map(({ weight }) => weight.toFixed(4)), details.because] // => [['0.6786', '0.3214'], 'too_few_donors']
 * ```
 */
export function syntheticControl(
  panel: Panel,
  options: SyntheticControlOptions = {},
): SyntheticControl {
  takes('syntheticControl', ['panel', panel, panelShape], ['options', options, optionsShape]);

  const alpha = checkProbability('alpha', options.alpha ?? 0.05);
  const alike = checkTogether(options, 'trend');
  if (panel.treated.length !== 1)
    throw wrongUse(
      'een synthetische controle neemt één behandelde plaats, niet {n}; gebruik `differenceInDifferences`',
      'un contrôle synthétique prend un seul site traité, et non {n} ; utilisez `differenceInDifferences`',
      'eine synthetische Kontrolle nimmt einen behandelten Ort, nicht {n}; `differenceInDifferences` verwenden',
      'a synthetic control takes one treated site, got {n}; use `differenceInDifferences`',
      { n: String(panel.treated.length) },
    );
  const { rows, names, periods, before, dropped } = cleanPanel(panel, options.targets ?? []);
  const fits = rows.map((_, i) => fitOf(rows, i, before));
  const own = fits[0] as Fit;
  const rank = fits.filter(({ ratio }) => ratio >= own.ratio).length;
  const p = rank / rows.length;
  const smallestP = 1 / rows.length;
  const after = periods.length - before;
  const gaps = own.gaps.slice(before);
  const meanGap = gaps.reduce((sum, gap) => sum + gap, 0) / after;
  const because: NoSynthetic | null =
    smallestP > alpha ? 'too_few_donors' : own.perfect ? 'perfect_before' : null;
  const verdict: SyntheticVerdict = because
    ? 'no_conclusion'
    : p > alpha
      ? 'not_shown'
      : gaps.every((gap) => gap > 0)
        ? 'higher'
        : gaps.every((gap) => gap < 0)
          ? 'lower'
          : 'departs';
  const poor = own.before > spread((rows[0] as readonly number[]).slice(0, before));
  return {
    kind: 'synthetic_control',
    subject: options.subject ?? '',
    estimate: because ? null : meanGap,
    unit: options.unit ?? null,
    interval: null,
    n: rows.length * periods.length,
    p: because ? null : p,
    method: 'Synthetic control, placebo in space',
    definition:
      'least squares before the change over w >= 0, sum w = 1; rank of RMSPE after / before (Abadie et al. 2010)',
    assumptions: [
      inFour(
        'de mengeling zou de onderzochte plaats zijn blijven volgen',
        'le mélange aurait continué à suivre le site étudié',
        'die Mischung wäre dem untersuchten Ort weiter gefolgt',
        'the mixture would have gone on to follow the treated site',
      ),
      inFour(
        'wat er gebeurde, heeft de donorplaatsen niet bereikt',
        'ce qui s’est passé n’a pas atteint les sites donneurs',
        'was geschah, hat die Vergleichsorte nicht erreicht',
        'what happened did not reach the donors',
      ),
    ],
    warnings: listWarnings(
      alike,
      dropped.length > 0 && withoutSite(dropped),
      before <= rows.length - 1 &&
        inFour(
          'niet meer perioden vóór de verandering dan donorplaatsen: de aansluiting daarvoor zegt weinig',
          'pas plus de périodes avant le changement que de sites donneurs\u00a0: l’ajustement antérieur en dit peu',
          'nicht mehr Zeiträume vor der Veränderung als Vergleichsorte: Die Anpassung davor sagt wenig',
          'no more periods before the change than donors: the fit before says little',
        ),
      poor &&
        inFour(
          'de mengeling volgt de onderzochte plaats vóór de verandering niet',
          'le mélange ne suit pas le site étudié avant le changement',
          'die Mischung folgt dem untersuchten Ort vor der Veränderung nicht',
          'the mixture does not follow the treated site before the change',
        ),
    ),
    confidence: because || poor || before <= rows.length - 1 ? 'low' : 'medium',
    weights: names.slice(1).map((site, j) => ({ site, weight: own.weights[j] as number })),
    path: periods.map((period, t) => ({
      period,
      value: rows[0]?.[t] as number,
      synthetic: (rows[0]?.[t] as number) - (own.gaps[t] as number),
      gap: own.gaps[t] as number,
    })),
    placebos: fits.map(({ ratio }, i) => ({ site: names[i] as string, ratio })),
    details: {
      verdict,
      because,
      meanGap,
      rmspeBefore: own.before,
      rmspeAfter: own.after,
      ratio: Number.isFinite(own.ratio) ? own.ratio : null,
      rank,
      smallestP,
      donors: rows.length - 1,
      before,
      after,
    },
    says: syntheticSays(options, {
      verdict,
      because,
      site: names[0] as string,
      from: panel.from,
      meanGap,
      ratio: own.ratio,
      rank,
      sites: rows.length,
      p,
      smallestP,
      unit: options.unit ?? '',
      poor,
    }),
  };
}

interface Fit {
  readonly weights: readonly number[];
  readonly gaps: readonly number[];
  readonly before: number;
  readonly after: number;
  readonly ratio: number;
  /** True where the mixture meets the site in every period before: then no ratio means anything. */
  readonly perfect: boolean;
}

function fitOf(rows: readonly (readonly number[])[], unit: number, before: number): Fit {
  const target = rows[unit] as readonly number[];
  const others = rows.filter((_, j) => j !== unit);
  const { weights } = simplexWeights(
    others.map((row) => row.slice(0, before)),
    target.slice(0, before),
  );
  const gaps = target.map(
    (value, t) =>
      value - others.reduce((sum, row, j) => sum + (weights[j] as number) * (row[t] as number), 0),
  );
  const root = (list: readonly number[]): number =>
    Math.sqrt(list.reduce((sum, gap) => sum + gap * gap, 0) / list.length);
  const early = root(gaps.slice(0, before));
  const late = root(gaps.slice(before));
  const size = Math.max(...rows.flat().map(Math.abs));
  const perfect = early <= 1e-9 * size;
  return {
    weights,
    gaps,
    before: early,
    after: late,
    ratio: perfect ? Number.POSITIVE_INFINITY : late / early,
    perfect,
  };
}

function spread(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
