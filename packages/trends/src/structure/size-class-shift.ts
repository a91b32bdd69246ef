import {
  type Finding,
  figure,
  inEach,
  inFour,
  percent,
  semicolon,
  shape,
  type Text,
  takes,
} from '@samenbeeld/schema';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { type About, checkProbability, checkTogether, optionsShape } from '../about.ts';
import { entryIsSeizure } from '../assumptions.ts';
import { cochranArmitage } from '../cochran-armitage.ts';
import { beforeAndAfter } from '../displacement/waterbed-words.ts';
import { newcombe } from '../newcombe.ts';
import { sizeBands } from '../size-bands.ts';
import { listWarnings } from '../warnings.ts';
import { unknownQuantities } from '../words/bands.ts';
import { changeSays } from '../words/effort.ts';
import { pValue } from '../words/p-value.ts';
import { unitAfter } from '../words/unit-word.ts';

/** What may be said of size classes over two periods. */
export type SizeShiftVerdict = 'larger' | 'smaller' | 'not_shown' | 'no_conclusion';

interface SizeShiftWords {
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
}

function main(w: SizeShiftWords): Text {
  const { verdict, p } = w;
  return inEach((language) => {
    const counts = beforeAndAfter(w, language);
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

function sizeShiftSays(about: About, w: SizeShiftWords): Text {
  return changeSays(
    about,
    main(w),
    largest(w),
    w.unknown > 0 ? unknownQuantities(w.unknown) : null,
  );
}

export interface SizeClassShiftOptions extends About {
  /** Lower edges of the second and later classes, increasing; 1, 10, 100, 1000. */
  readonly edges?: readonly number[];
  /** Level of the simultaneous intervals, and one minus that of the test; 0.95. */
  readonly level?: number;
}

/** One size class in both periods. Shares are null where a period has no known quantity. */
export interface SizeClass {
  readonly low: number;
  readonly high: number | null;
  readonly before: number;
  readonly after: number;
  readonly shareBefore: number | null;
  readonly shareAfter: number | null;
  /** Of the difference of the shares, for all classes at once. */
  readonly differenceLow: number | null;
  readonly differenceHigh: number | null;
}

/** A finding whose estimate is how many classes higher a seizure lies on average. */
export interface SizeClassShift extends Finding {
  readonly classes: readonly SizeClass[];
  readonly details: {
    readonly verdict: SizeShiftVerdict;
    readonly before: number;
    readonly after: number;
    readonly unknown: number;
  };
}

/**
 * Whether seizures moved to larger or to smaller size classes between two periods.
 *
 * One large find moves kilograms; this asks about the numbers. Classes as in `sizeBands`; the test is that of
 * Cochran and Armitage for the share of the later period over the classes in order, exact where counts are few. The
 * estimate is the difference of the mean class, which has the sign of the test. Each class has Newcombe's (1998)
 * interval for its change of share, at Bonferroni's level. Seizures without a quantity are counted apart.
 * Cochran 1954; Armitage 1955; same test as R `prop.trend.test(after, before + after)`.
 *
 * @param before quantities of the earlier seizures, in one unit; null where not known
 * @param after quantities of the later ones
 * @throws InputError, UsageError as `sizeBands`
 * @example
 * ```ts
 * import { sizeClassShift } from '@samenbeeld/trends';
 * const { details, classes } = sizeClassShift([0.2, 0.5, 0.1, 3, 2, 40, null], [0.4, 6, 50, 2000, 300, 20]);
 * [details.verdict, classes.map((one) => one.after - one.before)] // => ['not_shown', [-2, -1, 1, 1, 1]]
 * ```
 */
export function sizeClassShift(
  before: ArrayLike<number | null>,
  after: ArrayLike<number | null>,
  options: SizeClassShiftOptions = {},
): SizeClassShift {
  takes(
    'sizeClassShift',
    ['before', before, shape.series],
    ['after', after, shape.series],
    ['options', options, optionsShape],
  );

  const level = checkProbability('level', options.level ?? 0.95);
  const alike = checkTogether(options, 'trend');
  const edges = options.edges ?? [1, 10, 100, 1000];
  const [early, late] = [sizeBands(before, { edges }), sizeBands(after, { edges })];
  const table = early.bands.map((band, i) => ({
    band,
    before: band.count,
    after: late.bands[i]?.count ?? 0,
  }));
  const result = cochranArmitage(
    table.map((row) => row.after),
    table.map((row) => row.before + row.after),
    // Classes are no periods: how they depart from a line says nothing of how counts vary.
    { alpha: 1 - level, dispersion: 1 },
  );
  const filled = table.filter((row) => row.before + row.after > 0).length;
  const z = normalQuantile(1 - (1 - level) / (2 * Math.max(1, filled)), 0, 1);
  const known = early.n > 0 && late.n > 0;
  const meanClass = (side: 'before' | 'after', n: number): number =>
    table.reduce((sum, row, i) => sum + i * row[side], 0) / n;
  const verdict: SizeShiftVerdict = (
    {
      rising: 'larger',
      falling: 'smaller',
      not_shown: 'not_shown',
      no_conclusion: 'no_conclusion',
    } as const
  )[result.details.verdict];
  const unknown = early.details.unknown + late.details.unknown;
  return {
    kind: 'size_class_shift',
    subject: options.subject ?? '',
    estimate:
      known && verdict !== 'no_conclusion'
        ? meanClass('after', late.n) - meanClass('before', early.n)
        : null,
    unit: 'class',
    interval: null,
    n: early.n + late.n,
    p: verdict === 'no_conclusion' ? null : result.p,
    method: `Shift between size classes, ${result.method}`,
    definition: `classes from ${[0, ...edges].join(', ')} ${options.unit ?? 'kg'}, lower edge included; ${result.definition}`,
    assumptions: [
      entryIsSeizure,
      inFour(
        'beide perioden leggen kleine vangsten op dezelfde manier vast',
        'les deux périodes enregistrent de même les petites saisies',
        'beide Zeiträume erfassen kleine Funde gleich',
        'both periods record small seizures alike',
      ),
    ],
    warnings: listWarnings(
      alike,
      unknown > 0 &&
        inFour(
          'van {n} {n:vangst|vangsten} is de hoeveelheid niet bekend',
          'la quantité de {n} {n:saisie|saisies} n’est pas connue',
          'bei {n} {n:Fund|Funden} ist die Menge nicht bekannt',
          '{n} {n:seizure has|seizures have} no quantity',
          { n: unknown },
        ),
    ),
    confidence:
      verdict === 'no_conclusion' || unknown > 0
        ? 'low'
        : early.n + late.n < 100
          ? 'medium'
          : 'high',
    classes: table.map(({ band, ...row }): SizeClass => {
      const shareBefore = early.n > 0 ? row.before / early.n : null;
      const shareAfter = late.n > 0 ? row.after / late.n : null;
      const ends =
        shareBefore !== null && shareAfter !== null
          ? newcombe(
              { share: shareBefore, trials: early.n },
              { share: shareAfter, trials: late.n },
              z,
            )
          : null;
      return {
        low: band.low,
        high: band.high,
        ...row,
        shareBefore,
        shareAfter,
        differenceLow: ends?.low ?? null,
        differenceHigh: ends?.high ?? null,
      };
    }),
    details: { verdict, before: early.n, after: late.n, unknown },
    says: sizeShiftSays(options, {
      verdict,
      p: result.p,
      before: early.n,
      after: late.n,
      edge: edges.at(-1) as number,
      largeBefore: early.bands.at(-1)?.shareOfCount ?? null,
      largeAfter: late.bands.at(-1)?.shareOfCount ?? null,
      unit: options.unit ?? 'kg',
      unknown,
    }),
  };
}
