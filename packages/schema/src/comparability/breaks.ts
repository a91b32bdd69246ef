import type { Decision } from '../decision.ts';
import { RefusalError } from '../errors.ts';
import type { Text } from '../language.ts';
import { placeContains, places } from '../places.ts';
import type { Break } from '../source.ts';
import { substanceContains, substances } from '../substances.ts';
import { type OverrideLedger, overrideInForce } from './override-ledger.ts';
import { refusalText } from './refusal-text.ts';
import { groupBy, type Scope } from './scope.ts';

function overBreak({ on, note }: Break, { id, reason }: Decision): Text {
  const bare = (words: string) => words.replace(/\.$/, '');
  const why = bare(reason);
  return {
    nl: `Over de breuk van ${on} (${bare(note.nl)}) heen, volgens beslissing ${id}: ${why}.`,
    fr: `Par-delà la rupture du ${on} (${bare(note.fr)}), selon la décision ${id} : ${why}.`,
    de: `Über den Bruch vom ${on} (${bare(note.de)}) hinweg, laut Entscheidung ${id}: ${why}.`,
    en: `Across the break of ${on} (${bare(note.en)}), by decision ${id}: ${why}.`,
  };
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

/**
 * Whether rows of the series that a break is about stand on both sides of it, in one place or in several: what changed is
 * the source. Rows of several places over one period are no step: the break lies within each of them.
 */
function isCrossed(rows: readonly Scope[], on: string): boolean {
  const before = rows.filter(({ span }) => span.start < on);
  const after = rows.filter(({ span }) => span.end >= on);
  if (before.length === 0 || after.length === 0) return false;
  const spans = new Set([...before, ...after].map(({ span }) => `${span.start}..${span.end}`));
  return (
    spans.size > 1 ||
    [...groupBy(before, ({ place }) => place).values()].some((own) => own.length > 1)
  );
}

/** The declared breaks that are crossed, earliest first. */
function crossed(scopes: readonly Scope[], breaks: readonly Break[]): readonly Break[] {
  return breaks
    .filter((one) =>
      isCrossed(
        scopes.filter((scope) => touches(one, scope)),
        one.on,
      ),
    )
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1));
}

/**
 * Refuses a series that crosses a declared break which blocks a trend, unless it is overridden. Returns what must be
 * said about the breaks that are crossed.
 */
export function crossBreaks(
  scopes: readonly Scope[],
  breaks: readonly Break[],
  ledger: OverrideLedger,
): readonly string[] {
  const { purpose } = ledger;
  return crossed(scopes, breaks).map((one) => {
    const override = overrideInForce(one.id, ledger.decisions);
    const what = `a declared break on ${one.on} (${one.kind}): ${one.note.en}`;
    if (one.severity === 'block_trend' && !override)
      throw new RefusalError(
        `The ${purpose} crosses ${what}. A change of rule would look like a change in crime.`,
        {
          dimension: 'break',
          remedy: `Keep to one side: \`.where({ from: '${one.on}' })\`, or record an override of \`${one.id}\`.`,
          subject: one.id,
          says: refusalText({ dimension: 'break', subject: one.id }, purpose),
        },
      );
    if (override) ledger.crosses(override, overBreak(one, override));
    const by = override ? `, by decision ${override.id}: ${override.reason}` : '';
    return `The ${purpose} crosses ${what}${by}.`;
  });
}
