import type { CodeEntry } from '@samenbeeld/schema';
import type { Evidence } from './evidence/evidence.ts';
import type { NameIndex } from './name-index.ts';

/** What is known of a column besides its labels. */
export interface ProposalContext {
  /** ISO country of the publisher: of the police forces called "politie", its own comes first. */
  readonly country?: string | undefined;
}

interface Placed {
  readonly country?: string | null;
  readonly kind?: string;
}

function entryOf(index: NameIndex, code: string | null): (CodeEntry & Placed) | null {
  return code !== null && index.codes.has(code) ? index.codes.get(code) : null;
}

/** The kind of place (country, port, region) that most labels which mean one thing only have; null without a majority. */
function usualKind(
  found: ReadonlyMap<string, readonly Evidence[]>,
  index: NameIndex,
): string | null {
  const counts = new Map<string, number>();
  let clear = 0;
  for (const evidence of found.values()) {
    const [best] = evidence;
    const kind = entryOf(index, best?.to ?? null)?.kind;
    if (!best || best.confidence < 0.9 || kind === undefined) continue;
    clear += 1;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return most && clear >= 3 && most[1] / clear >= 0.8 ? most[0] : null;
}

/** Of several meanings of one word, the one of the publisher's country, or of the column's usual kind, comes first. */
export function favour(
  found: ReadonlyMap<string, readonly Evidence[]>,
  index: NameIndex,
  { country }: ProposalContext,
): ReadonlyMap<string, readonly Evidence[]> {
  const kind = index.list === 'places' ? usualKind(found, index) : null;
  if (country === undefined && kind === null) return found;
  return new Map(
    [...found].map(([label, evidence]) => {
      const homonyms = evidence.filter(({ homonym }) => homonym);
      if (homonyms.length < 2) return [label, evidence];
      const fits = (code: string | null): string | null => {
        const entry = entryOf(index, code);
        if (!entry) return null;
        if (kind !== null && entry.kind === kind) return `the other labels are of the kind ${kind}`;
        const near = country !== undefined && (entry.country ?? entry.code) === country;
        return near ? `the publisher is in ${country}` : null;
      };
      const fitting = homonyms.filter(({ to }) => fits(to) !== null);
      if (new Set(fitting.map(({ to }) => to)).size !== 1) return [label, evidence];
      return [
        label,
        evidence.map((item) => {
          const why = item.homonym ? fits(item.to) : null;
          return why ? { ...item, confidence: 0.75, reason: `${item.reason}; ${why}` } : item;
        }),
      ];
    }),
  );
}
