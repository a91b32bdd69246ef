import {
  type Finding,
  InputError,
  inFour,
  paragraph,
  type Shape,
  shape,
  takes,
} from '@samenbeeld/schema';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { WithLevel } from '../about.ts';
import { type About, checkProbability, checkTogether, optionsShape } from '../about.ts';
import { checkExposure } from '../check-count.ts';
import {
  dispersionUnknown,
  independence,
  knownDispersion,
  usualDispersion,
} from '../dispersion.ts';
import { refuseTargetsAsControls } from '../interventions/refuse-targets.ts';
import { fewSomewhere, listWarnings } from '../warnings.ts';
import { type BeforeAfter, beforeAfterShape, checkBeforeAfter } from './before-after.ts';
import { type DisplacementQuotient, displacementQuotient } from './displacement-quotient.ts';
import { type ChangeVerdict, displacementSays } from './displacement-words.ts';
import { requireEvents } from './require-events.ts';

/** An area with its events, and its size where areas are unlike. */
export interface SizedArea extends BeforeAfter {
  /** What its counts are divided by (km², inhabitants, calls); 1. */
  readonly size?: number;
}

/** The areas of a weighted displacement difference. */
export interface DisplacementAreas {
  readonly treated: SizedArea;
  readonly control: SizedArea;
  /** The area next to the treated one, and one like it elsewhere; neither or both. */
  readonly buffer?: SizedArea;
  readonly bufferControl?: SizedArea;
}

export interface DisplacementDifferenceOptions extends About, WithLevel {
  /** Lengths of the time before and after; [1, 1]. */
  readonly lengths?: readonly [number, number];
  /** Variance over the mean of such counts; 1 for events that are known to be independent of each other. Where left out, what is
   * concluded holds at the usual dispersion. */
  readonly dispersion?: number;
  /** Sites to which traffic could plausibly have moved: refused as controls. */
  readonly targets?: readonly string[];
}

/** A finding whose estimate is the total: treated area and buffer, each less its control. */
export interface DisplacementDifference extends Finding {
  readonly details: {
    readonly verdict: ChangeVerdict;
    readonly local: number;
    readonly localError: number;
    readonly localVerdict: ChangeVerdict;
    readonly displacement: number | null;
    readonly displacementError: number | null;
    readonly displacementVerdict: ChangeVerdict | null;
    readonly error: number;
    /** Variance over the mean that errors and interval rest on; 1 where none is declared. */
    readonly dispersion: number;
    /** The usual dispersion and the interval at it, where none is declared; verdicts and sentence follow it. */
    readonly usualDispersion: number | null;
    readonly usualLow: number | null;
    readonly usualHigh: number | null;
    readonly z: number | null;
  };
}

/**
 * The weighted displacement difference: how counts moved in a treated area and next to it, less areas like them.
 *
 * `WDD = ΔT − ΔCt + ΔD − ΔCd` with variance the sum of all counts, each divided by the squares of its length of time
 * and its size: `Var(X/a) = φX/a²`. The interval is that of the declared dispersion φ, else of independent events; what is
 * concluded without one holds at the usual dispersion, whose interval is `details.usualLow` and `usualHigh`.
 * Wheeler and Ratcliffe 2018; reference implementation ptools `wdd`.
 *
 * @throws RefusalError for kilograms or other measures, or a control that is a plausible target of displacement
 * @throws InputError for counts that are no whole numbers, sizes or lengths not above zero, a buffer without its control
 * @example
 * ```ts
 * import { displacementDifference } from '@samenbeeld/trends';
 * const areas = { treated: { before: 20, after: 10 }, control: { before: 20, after: 20 } };
 * const { estimate, interval, details } = displacementDifference(areas, { level: 0.9 });
 * [estimate, details.error.toFixed(6), interval?.low.toFixed(6), details.verdict] // => [-10, '8.366600', '-23.761833', 'not_shown']
 * ```
 */
export function displacementDifference(
  areas: DisplacementAreas,
  options: DisplacementDifferenceOptions = {},
): DisplacementDifference {
  takes('displacementDifference', ['areas', areas, areasShape], ['options', options, optionsShape]);

  const level = checkProbability('level', options.level ?? 0.95);
  requireEvents(
    inFour(
      'Het verschuivingsverschil',
      'La différence de déplacement',
      'Die Verlagerungsdifferenz',
      'The displacement difference',
    ),
    options.unit,
  );
  const { treated, control, buffer, bufferControl } = areas;
  if (Boolean(buffer) !== Boolean(bufferControl))
    throw new InputError(
      buffer
        ? inFour(
            'verwacht: een buffer samen met zijn controle; gevonden: alleen een buffer',
            'attendu : un tampon avec son contrôle ; trouvé : un tampon seul',
            'erwartet: ein Puffer mit seiner Kontrolle; gefunden: nur ein Puffer',
            'expected a buffer and its control together, found a buffer alone',
          )
        : inFour(
            'verwacht: een buffer samen met zijn controle; gevonden: alleen een controle',
            'attendu : un tampon avec son contrôle ; trouvé : un contrôle seul',
            'erwartet: ein Puffer mit seiner Kontrolle; gefunden: nur eine Kontrolle',
            'expected a buffer and its control together, found a control alone',
          ),
      inFour(
        'voeg een gebied toe dat op de buffer lijkt om mee te vergelijken, of laat beide weg',
        'ajoutez une zone semblable au tampon pour comparer, ou laissez les deux de côté',
        'ein Gebiet wie den Puffer zum Vergleich hinzufügen oder beide weglassen',
        'add an area like the buffer to compare it with, or leave both out',
      ),
    );
  refuseTargetsAsControls([control.name, bufferControl?.name], options.targets ?? []);
  const alike = checkTogether(options, 'rate');
  const lengths = options.lengths ?? [1, 1];
  for (const [i, length] of lengths.entries())
    checkExposure(
      i === 0
        ? inFour(
            'de lengte van de tijd ervoor',
            'la durée du temps d’avant',
            'die Länge der Zeit davor',
            'the length of the time before',
          )
        : inFour(
            'de lengte van de tijd erna',
            'la durée du temps d’après',
            'die Länge der Zeit danach',
            'the length of the time after',
          ),
      length,
    );
  const known = knownDispersion(options);
  const dispersion = known?.factor ?? 1;
  const z = normalQuantile((1 + level) / 2, 0, 1);
  const parts = (
    [
      ['the treated area', treated, 1],
      ['the control', control, -1],
      ['the buffer', buffer, 1],
      ['the control of the buffer', bufferControl, -1],
    ] as const
  ).map(([role, area, sign]) => changeOf(role, area, sign, lengths));
  const sum = (list: readonly Change[]): Change => ({
    value: list.reduce((total, { value }) => total + value, 0),
    variance: list.reduce((total, { variance }) => total + variance, 0),
  });
  const counts = [treated, control, buffer, bufferControl].flatMap((area) =>
    area ? [area.before, area.after] : [],
  );
  const n = counts.reduce((all, count) => all + count, 0);
  const usual = known ? null : usualDispersion(n / counts.length).factor;
  const stated = (part: Change) => estimated(part, z, dispersion);
  const judged = (part: Change) => estimated(part, z, usual ?? dispersion);
  const partsOf = (at: typeof stated) => ({
    local: at(sum(parts.slice(0, 2))),
    displacement: buffer ? at(sum(parts.slice(2))) : null,
    total: at(sum(parts)),
  });
  const { local, displacement, total } = partsOf(stated);
  const said = partsOf(judged);
  const interval =
    total.verdict === 'no_conclusion' ? null : { low: total.low, high: total.high, level };
  const score = total.error > 0 ? total.value / total.error : null;
  return {
    kind: 'displacement_difference',
    subject: options.subject ?? '',
    estimate: interval && total.value,
    unit: options.unit ?? null,
    interval,
    n,
    p: score === null ? null : 2 * normalCdf(-Math.abs(score), 0, 1),
    method: 'Weighted displacement difference, normal interval',
    definition:
      'WDD = dT - dCt + dD - dCd, variance the sum of the counts over squared weights (Wheeler and Ratcliffe 2018)',
    assumptions: [
      inFour(
        'zonder de verandering zou elk gebied met evenveel gebeurtenissen zijn verschoven als zijn vergelijkingsgebied',
        'sans le changement, chaque zone aurait évolué comme sa zone de comparaison, d’autant d’événements',
        'ohne die Veränderung hätte sich jedes Gebiet um ebenso viele Ereignisse verändert wie sein Vergleichsgebiet',
        'without the change each area would have moved like its control, by as many events',
      ),
      inFour(
        'naar de vergelijkingsgebieden kon niets verschuiven',
        'rien ne pouvait se déplacer vers les zones de comparaison',
        'in die Vergleichsgebiete konnte sich nichts verlagern',
        'nothing could move to the controls',
      ),
      independence(known),
    ],
    warnings: listWarnings(
      alike,
      usual !== null && dispersionUnknown,
      Math.min(...counts) < 5 && fewSomewhere(5),
    ),
    confidence: !interval || usual !== null || Math.min(...counts) < 5 ? 'low' : 'medium',
    details: {
      verdict: said.total.verdict,
      local: local.value,
      localError: local.error,
      localVerdict: said.local.verdict,
      displacement: displacement?.value ?? null,
      displacementError: displacement?.error ?? null,
      displacementVerdict: said.displacement?.verdict ?? null,
      error: total.error,
      dispersion,
      usualDispersion: usual,
      usualLow: usual === null ? null : said.total.low,
      usualHigh: usual === null ? null : said.total.high,
      z: score,
    },
    says: displacementSays(options, {
      ...said,
      usual: usual === null ? null : { factor: usual, independent: total },
      level,
    }),
  };
}

interface Change {
  readonly value: number;
  readonly variance: number;
}

function changeOf(
  role: string,
  area: SizedArea | undefined,
  sign: 1 | -1,
  [lengthBefore, lengthAfter]: readonly [number, number],
): Change {
  if (!area) return { value: 0, variance: 0 };
  checkBeforeAfter(role, area);
  const size = checkExposure(
    inFour(
      'de grootte van {role}',
      'la taille de {role}',
      'die Größe von {role}',
      'the size of {role}',
      { role },
    ),
    area.size ?? 1,
  );
  const early = lengthBefore * size;
  const late = lengthAfter * size;
  return {
    value: sign * (area.after / late - area.before / early),
    variance: area.after / late ** 2 + area.before / early ** 2,
  };
}

function estimated({ value, variance }: Change, z: number, dispersion: number) {
  const error = Math.sqrt(dispersion * variance);
  const low = value - z * error;
  const high = value + z * error;
  const verdict: ChangeVerdict =
    error === 0 ? 'no_conclusion' : low > 0 ? 'up' : high < 0 ? 'down' : 'not_shown';
  return { value, error, low, high, verdict };
}

const areasShape: Shape = shape.record<DisplacementAreas>({
  treated: beforeAfterShape,
  control: beforeAfterShape,
  buffer: shape.maybe(beforeAfterShape),
  bufferControl: shape.maybe(beforeAfterShape),
});

/** The two measures of displacement side by side; the estimate and its interval are those of the difference. */
export interface Displacement extends Finding {
  readonly difference: DisplacementDifference;
  /** null where no buffer was given. */
  readonly quotient: DisplacementQuotient | null;
}

/**
 * How counts moved in a treated area and next to it, by the weighted difference and, with a buffer, by the quotient too.
 *
 * For one treated area, an area next to it and areas like them elsewhere. For a network of sites that may all be targets of
 * each other use `waterbed`. The difference holds with zeros and has an interval; the quotient is the older measure and is
 * read only where the treated area fell. See `displacementDifference` and `displacementQuotient` for their definitions.
 *
 * @throws RefusalError for kilograms or other measures, or a control that is a plausible target of displacement
 * @throws InputError as both of them
 * @example
 * ```ts
 * import { displacement } from '@samenbeeld/trends';
 * const [treated, control] = [{ before: 207, after: 110 }, { before: 308, after: 318 }];
 * const [buffer, bufferControl] = [{ before: 178, after: 157 }, { before: 150, after: 140 }];
 * const { estimate, difference, quotient } = displacement({ treated, control, buffer, bufferControl });
 * [estimate, difference.details.z?.toFixed(3), quotient?.estimate?.toFixed(4)] // => [-118, '-2.980', '0.2582']
 * ```
 */
export function displacement(
  areas: DisplacementAreas,
  options: DisplacementDifferenceOptions = {},
): Displacement {
  takes('displacement', ['areas', areas, areasShape], ['options', options, optionsShape]);

  const { treated, buffer, control } = areas;
  const difference = displacementDifference(areas, options);
  const quotient = buffer ? displacementQuotient(treated, buffer, control, options) : null;
  if (!quotient || !buffer) return { ...difference, kind: 'displacement', difference, quotient };
  const { label: _, ...unlabelled } = options;
  // What effort may explain is said once, at the end.
  const first = displacementDifference(areas, { ...options, controls: true });
  const second = displacementQuotient(treated, buffer, control, unlabelled);
  return {
    ...difference,
    kind: 'displacement',
    method: `${difference.method}; ${quotient.method}`,
    warnings: listWarnings(difference.warnings, quotient.warnings),
    says: paragraph(first.says, second.says),
    difference,
    quotient,
  };
}
