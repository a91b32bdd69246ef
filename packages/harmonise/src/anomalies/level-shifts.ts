import { type Break, inFour, ownValue } from '@samenbeeld/schema';
import type { Anomaly } from './anomaly.ts';
import { anomalyOf } from './anomaly-of.ts';
import { decimals, said } from './expectation.ts';
import { medianOf, robust, tailed } from './likelihood.ts';
import { logOf } from './neighbours.ts';
import type { Point } from './point.ts';
import type { Study } from './study.ts';
import { thresholds } from './thresholds.ts';

const theTable = inFour('de tabel', 'la table', 'der Tabelle', 'the table');

const reach = 4;
/** A factor of less than this is change, not another way of counting. */
const least = Math.log(1.6);

interface Shift {
  readonly point: Point;
  readonly before: number;
  readonly after: number;
  readonly z: number;
  readonly score: number;
}

/** Whether a declared break of the source lies at the first period after the shift. */
function isDeclared(point: Point, breaks: readonly Break[]): boolean {
  return breaks.some(
    ({ on, series }) =>
      on >= point.start.slice(0, 4) &&
      on <= point.end &&
      Object.entries(series).every(([key, value]) => ownValue(point.scope, key) === value),
  );
}

function shiftAt(
  logs: readonly number[],
  at: number,
): { readonly step: number; readonly noise: number } | null {
  const before = logs.slice(Math.max(0, at - reach), at);
  const after = logs.slice(at, at + reach);
  if (before.length < 3 || after.length < 3) return null;
  const [a, b] = [robust(before), robust(after)];
  return { step: b.center - a.center, noise: Math.max(a.spread, b.spread) };
}

/** The clearest shift of one series, or null. Each side has at least three figures that lie on their own side of the step. */
function shiftOf(list: readonly Point[], study: Study): Shift | null {
  const known = list.flatMap((point) => {
    const value = study.read(point);
    return value === null || value < 0 || (value === 0 && point.measure !== 'count')
      ? []
      : [{ point, value }];
  });
  if (known.length < 7 || new Set(known.map(({ point }) => point.start)).size < known.length)
    return null;
  const logs = known.map(({ point, value }) => logOf(value, point.measure));
  const steps = logs.slice(1).map((log, at) => log - (logs[at] ?? log));
  const shifts = logs.flatMap((_, at): Shift[] => {
    const found = shiftAt(logs, at);
    const entry = known[at];
    if (!found || !entry || Math.abs(found.step) < least) return [];
    const others = steps.filter((__, index) => index !== at - 1).map(Math.abs);
    // A step is the difference of two figures, so its spread is √2 times theirs.
    const usual = (1.4826 * medianOf(others)) / Math.SQRT2;
    const sides = known.map(({ value }) => value);
    const [before, after] = [
      medianOf(sides.slice(Math.max(0, at - reach), at)),
      medianOf(sides.slice(at, at + reach)),
    ];
    const counting =
      entry.point.measure === 'count' ? Math.sqrt(1 / (before + 0.5) + 1 / (after + 0.5)) : 0;
    const noise = Math.max(found.noise, usual, counting, 0.05) * (1 + 4 / known.length);
    const jump = steps[at - 1] ?? 0;
    const direction = Math.sign(found.step);
    const gap =
      Math.min(...logs.slice(at, at + reach).map((log) => direction * log)) -
      Math.max(...logs.slice(Math.max(0, at - reach), at).map((log) => direction * log));
    // Sudden: most of the change comes in one step, and no figure of the one side reaches into the other.
    if (jump * direction < 0.7 * Math.abs(found.step) || gap < 0.4 * Math.abs(found.step))
      return [];
    const z = Math.abs(found.step) / noise;
    return [
      {
        point: entry.point,
        before,
        after,
        z,
        score: -tailed(z) / Math.LN10 - Math.log10(known.length),
      },
    ];
  });
  return shifts.sort((a, b) => b.score - a.score)[0] ?? null;
}

/**
 * Series that change their level from one period to the next and stay there: the medians of up to four figures on either
 * side differ by a factor of 1.6 or more, most of it in one step, far beyond the steps the series usually makes and what
 * counting alone gives. A declared break of the source at that period is no alarm. Never a correction: a shift suggests
 * that a break should be declared, and only a declared one blocks a trend.
 */
export function findLevelShifts(study: Study): readonly Anomaly[] {
  const shifts = [...study.series.values()].flatMap((list) => {
    const shift = list[0]?.counts && shiftOf(list, study);
    return shift &&
      shift.score >= thresholds.level_shift &&
      !isDeclared(shift.point, study.input.breaks)
      ? [shift]
      : [];
  });
  const together = new Map<string, number>();
  const key = ({ point }: Shift): string =>
    `${point.table} ${point.scope['place'] ?? ''} ${point.start}`;
  for (const shift of shifts) together.set(key(shift), (together.get(key(shift)) ?? 0) + 1);
  return shifts.map((shift) => {
    const { point, before, after, z, score } = shift;
    const same = (together.get(key(shift)) ?? 1) - 1;
    return anomalyOf(point, study.input, {
      kind: 'level_shift',
      cause: inFour(
        'het niveau verandert in één keer en blijft zo: een andere telwijze, een andere afbakening of een nieuw systeem, en er is geen breuk beschreven',
        'le niveau change d’un coup et se maintient : un autre mode de comptage, une autre portée ou un nouveau système, sans rupture déclarée',
        'das Niveau ändert sich auf einmal und bleibt: eine andere Zählweise, ein anderer Umfang oder ein neues System, und kein Bruch ist angegeben',
        'the level changes at once and stays: another way of counting, another scope, or a new system, and no break is declared',
      ),
      evidence: [
        said(
          'mediaan {before} ervoor en {after} vanaf {from}, een factor {factor}, {z} keer de gebruikelijke verandering',
          'médiane {before} avant et {after} à partir de {from}, un facteur {factor}, {z} fois la variation habituelle',
          'Median {before} davor und {after} ab {from}, ein Faktor {factor}, das {z}-Fache der üblichen Änderung',
          'median {before} before and {after} from {from} on, a factor of {factor}, {z} times the usual change',
          {
            before,
            after,
            from: point.start.slice(0, 7).replace(/-01$/u, ''),
            factor: after > before ? after / Math.max(before, 0.5) : before / Math.max(after, 0.5),
            z: decimals(z, 1),
          },
        ),
        ...(same > 0
          ? [
              said(
                'in dezelfde periode {n:verspringt # andere reeks|verspringen # andere reeksen} van {place}',
                '{n} {n:autre série|autres séries} de {place} {n:change|changent} de niveau à la même période',
                'im selben Zeitraum {n:springt # andere Reihe|springen # andere Reihen} von {place}',
                '{n} other series of {place} {n:shifts|shift} in the same period',
                { n: same, place: point.scope['place'] ?? theTable },
              ),
            ]
          : []),
      ],
      rivals: [
        inFour(
          'de wereld is veranderd: een wet, een golf, een actie',
          'le monde a changé : une loi, une vague, une opération',
          'die Welt hat sich geändert: ein Gesetz, eine Welle, eine Aktion',
          'the world changed: a law, a wave, an action',
        ),
      ],
      score,
      to: null,
      open: inFour(
        'geen cijfer is op zichzelf fout; beschrijf een breuk als de telwijze is veranderd',
        'aucun chiffre n’est faux en soi ; déclarez une rupture si le comptage a changé',
        'keine Zahl ist für sich falsch; geben Sie einen Bruch an, wenn sich die Zählweise geändert hat',
        'no figure is wrong by itself; declare a break if the counting changed',
      ),
      alternatives: [],
    });
  });
}
