import {
  inEach,
  inFour,
  type Observation,
  placeContains,
  substanceContains,
  type Text,
} from '@samenbeeld/schema';
import type { Anomaly } from './anomaly.ts';
import { anomalyOf } from './anomaly-of.ts';
import { said, shown } from './expectation.ts';
import type { Point } from './point.ts';
import type { Study } from './study.ts';

/** Whether a published figure is about the same measure and period, at the place or within it, of the substance or a wider one. */
function isSameScope(point: Point, other: Observation): boolean {
  const { place = '', substance = '', offence = '', metric = '' } = point.scope;
  const sameDrug =
    (other.substance ?? '') === substance ||
    (substance !== '' && other.substance !== null && substanceContains(other.substance, substance));
  return (
    other.metric === metric &&
    other.unit === point.unit &&
    sameDrug &&
    (other.offence ?? '') === offence &&
    other.periodStart === point.start &&
    other.periodEnd === point.end &&
    other.value !== null &&
    other.extent === 'whole' &&
    (other.place === place || placeContains(place, other.place))
  );
}

/** Points that one published measure may be compared with: a place and measure, all forms of a substance together. */
function compiledSeries(
  points: readonly Point[],
  others: readonly Observation[],
): readonly (readonly Point[])[] {
  const groups = new Map<string, Point[]>();
  const measures = [
    ...new Set(others.map(({ substance, offence }) => `${substance ?? ''}\t${offence ?? ''}`)),
  ];
  for (const point of points) {
    if (!point.counts || point.start === '') continue;
    const { metric = '', place = '', substance = '', offence = '' } = point.scope;
    for (const measure of measures) {
      const [wide = '', act = ''] = measure.split('\t');
      if (
        act !== offence ||
        !(
          wide === substance ||
          (wide !== '' && substance !== '' && substanceContains(wide, substance))
        )
      )
        continue;
      const key = `${point.place.source} ${metric} ${point.unit} ${place} ${measure}`;
      const list = groups.get(key);
      if (list) list.push(point);
      else groups.set(key, [point]);
    }
  }
  return [...groups.values()].map((list) =>
    list.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0)),
  );
}

interface Match {
  readonly point: Point;
  readonly agency: string;
  readonly value: number;
  readonly other: Observation;
}

/** Digits that a figure shows, trailing zeros of a whole number left out: 72,808 has five, 68,000 two. */
function significant(value: number): number {
  const digits = String(value).replace(/[-.]/gu, '').replace(/^0+/u, '');
  return (Number.isInteger(value) ? digits.replace(/0+$/u, '') : digits).length;
}

/** Agencies whose published figure of the period equals that of a compilation, to at least three digits that count. */
function matchesOf(point: Point, others: readonly Observation[], value: number): readonly Match[] {
  if (significant(value) < 3) return [];
  return others.flatMap((other) =>
    other.value === value && other.agencies.length > 0 && isSameScope(point, other)
      ? [{ point, agency: other.agencies.join('+'), value, other }]
      : [],
  );
}

/** What the other agency published for the period of a match, the figure nearest to it, in words. */
function nearest(
  value: number,
  point: Point,
  agency: string,
  others: readonly Observation[],
): Text | null {
  const [found] = others
    .filter(
      (other) =>
        isSameScope(point, other) && other.value !== value && other.agencies.join('+') === agency,
    )
    .sort(
      (a, b) =>
        Number(b.wording === 'exact') - Number(a.wording === 'exact') ||
        Math.abs((a.value ?? 0) - value) - Math.abs((b.value ?? 0) - value),
    );
  return found
    ? said(
        '{agency} heeft {other} voor {year}, niet {value}',
        '{agency} donne {other} pour {year}, et non {value}',
        '{agency} hat {other} für {year}, nicht {value}',
        '{agency} has {other} for {year}, not {value}',
        { agency, other: found.value ?? 0, year: point.start.slice(0, 4), value },
      )
    : null;
}

function ofSeries(
  list: readonly Point[],
  others: readonly Observation[],
  study: Study,
): Anomaly | null {
  const found = list.flatMap((point) => {
    const value = study.read(point);
    const matches = value === null ? [] : matchesOf(point, others, value);
    const agencies = [...new Set(matches.map(({ agency }) => agency))];
    const [match] = matches;
    return match && agencies.length === 1 ? [match] : [];
  });
  const changed = found.findIndex((match, at) => at > 0 && match.agency !== found[at - 1]?.agency);
  const [before, after] = [found[changed - 1], found[changed]];
  if (changed < 1 || !before || !after) return null;
  const agencies = [...new Set(found.map(({ agency }) => agency))];
  const differing = found.flatMap(({ point, agency, value }) =>
    agencies
      .filter((other) => other !== agency)
      .flatMap((other) => nearest(value, point, other, others) ?? []),
  );
  const years = (agency: string): readonly Match[] =>
    found.filter((match) => match.agency === agency);
  const score =
    found.reduce((sum, { value }) => sum + significant(value) / 2, 0) / 2 +
    Math.min(2, differing.length);
  return anomalyOf(after.point, study.input, {
    kind: 'agency_change',
    cause: said(
      'de cijfers komen tot en met {until} van {before} en vanaf {from} van {after}: het is een andere dienst die telt',
      'les chiffres viennent de {before} jusqu’en {until} et de {after} à partir de {from} : un autre service compte',
      'die Zahlen stammen bis {until} von {before} und ab {from} von {after}: eine andere Stelle zählt',
      'the figures come from {before} until {until} and from {after} from {from} on: another agency is counted',
      {
        before: before.agency,
        until: before.point.start.slice(0, 4),
        after: after.agency,
        from: after.point.start.slice(0, 4),
      },
    ),
    evidence: [
      ...agencies.map((agency) => {
        const equal = inEach((language) =>
          years(agency)
            .map(
              ({ point, value, other }) =>
                `${point.start.slice(0, 4)} (${shown(value, language)}${other.reference ? `, ${other.reference}` : ''})`,
            )
            .join(', '),
        );
        return said(
          'gelijk aan {agency} in {equal}',
          'égal à {agency} en {equal}',
          'gleich {agency} in {equal}',
          'equals {agency} in {equal}',
          { agency, equal },
        );
      }),
      ...differing,
    ],
    rivals: [
      inFour(
        'beide diensten telden dat jaar hetzelfde',
        'les deux services ont compté la même chose cette année-là',
        'beide Stellen haben in dem Jahr dasselbe gezählt',
        'both agencies counted the same that year',
      ),
      inFour(
        'de samensteller heeft de bron verbeterd',
        'le compilateur a corrigé sa source',
        'die zusammenstellende Stelle hat ihre Quelle berichtigt',
        'the compiler corrected its source',
      ),
    ],
    score,
    to: null,
    open: inFour(
      'geen cijfer is op zichzelf fout; beschrijf de dienst per jaar, en een breuk',
      'aucun chiffre n’est faux en soi ; déclarez le service par année, et une rupture',
      'keine Zahl ist für sich falsch; geben Sie die Stelle je Jahr an, und einen Bruch',
      'no figure is wrong by itself; declare the agency by year, and a break',
    ),
    alternatives: [],
    also: [before.point],
  });
}

/**
 * Series of a compilation that equal one agency's published figures in some periods and another's in others: the same
 * measure, unit, substance and period, in the same place or one within it. At least one exact match on either side, to
 * three digits that count; where several agencies have the same figure nothing is told.
 */
export function findAgencyChanges(study: Study): readonly Anomaly[] {
  const { others, points } = study.input;
  if (others.length === 0) return [];
  const seen = new Set<Point['place']>();
  return compiledSeries(points, others).flatMap((list) => {
    const own = others.filter(({ source }) => source !== list[0]?.place.source);
    const found = ofSeries(list, own, study);
    if (!found || seen.has(found.where)) return [];
    seen.add(found.where);
    return [found];
  });
}
