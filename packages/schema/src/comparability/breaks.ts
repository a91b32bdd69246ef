import type { Decision } from '../decision.ts';
import { RefusalError } from '../errors.ts';
import { placeContains, places } from '../places.ts';
import type { Break } from '../source.ts';
import { substanceContains, substances } from '../substances.ts';
import { groupBy, type Scope } from './scope.ts';

/** The override in force on a subject, or undefined. */
export function overrideOf(subject: string, decisions: readonly Decision[]): Decision | undefined {
  const superseded = new Set(decisions.map(({ supersedes }) => supersedes));
  return decisions.find(
    (decision) =>
      decision.kind === 'override' &&
      decision.subject === subject &&
      decision.verdict === 'accept' &&
      !superseded.has(decision.id),
  );
}

/** A break touches the series it names and the parts of it. */
function touches({ source, series }: Break, scope: Scope): boolean {
  const { place, offence, substance, metric, basis } = series;
  if (source !== scope.source) return false;
  if (metric !== undefined && metric !== scope.metric) return false;
  if (basis !== undefined && basis !== scope.basis) return false;
  if (offence !== undefined && !scope.offence?.startsWith(offence)) return false;
  if (substance !== undefined && substance !== scope.substance) {
    const both = scope.substance !== null && [substance, scope.substance].every(substances.has);
    if (!both || !substanceContains(substance, scope.substance ?? '')) return false;
  }
  if (place === undefined || place === scope.place) return true;
  return [place, ...scope.place.split('+')].every(places.has) && placeContains(place, scope.place);
}

/** The declared breaks that the series of one place and source crosses, earliest first. */
function crossed(scopes: readonly Scope[], breaks: readonly Break[]): readonly Break[] {
  const touched = (one: Break) => scopes.filter((scope) => touches(one, scope));
  return breaks
    .filter((one) => {
      const rows = touched(one);
      const before = rows.some(({ span }) => span.start < one.on);
      return rows.length > 1 && before && rows.some(({ span }) => span.end >= one.on);
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1));
}

/**
 * Refuses a series that crosses a declared break which blocks a trend, unless it is overridden. Returns what must be
 * said about the breaks that are crossed.
 */
export function crossBreaks(
  scopes: readonly Scope[],
  breaks: readonly Break[],
  decisions: readonly Decision[],
  purpose: string,
): readonly string[] {
  const series = groupBy(scopes, ({ place, source }) => `${source} ${place}`);
  const found = new Set([...series.values()].flatMap((rows) => crossed(rows, breaks)));
  return [...found].map((one) => {
    const override = overrideOf(one.id, decisions);
    const what = `a declared break on ${one.on} (${one.kind}): ${one.note.en}`;
    if (one.severity === 'block_trend' && !override)
      throw new RefusalError(
        `The ${purpose} crosses ${what}. A change of rule would look like a change in crime.`,
        {
          dimension: 'break',
          remedy: `Keep to one side: \`.where({ from: '${one.on}' })\`, or record an override of \`${one.id}\`.`,
        },
      );
    const by = override ? `, by decision ${override.id}: ${override.reason}` : '';
    return `The ${purpose} crosses ${what}${by}.`;
  });
}
