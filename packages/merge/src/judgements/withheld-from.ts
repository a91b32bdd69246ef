import type { Decision, Seizure, Source } from '@samenbeeld/schema';
import { RefusalError } from '@samenbeeld/schema';
import { audiences, clearance } from '@samenbeeld/store';

/** What is asked of the gate. */
export interface WithheldOptions {
  readonly sources: readonly Pick<Source, 'id' | 'handling'>[];
  readonly audience: string;
  /** Decisions among which releases of the originators are looked for. */
  readonly releases?: readonly Decision[];
}

/**
 * Which records may not be shown to an audience: those whose source the gate would not write for it without a release, those
 * under embargo, and those of a source that is not known. Gives the reason in a word (the axis of the marking, or
 * `embargo`), or null where the record may be shown.
 *
 * @throws UsageError for an audience that does not exist
 * @example
 * ```ts
 * import { withheldFrom } from '@samenbeeld/merge';
 * const handling = { h: [], h3Text: [], tlp: 'AMBER', classification: 'none', purposes: [], audiences: [], originators: [] } as const;
 * const of = withheldFrom({ sources: [{ id: 'nl', handling }], audience: 'public' });
 * of({ source: 'nl', publicationRestriction: 'none' }) // => 'tlp'
 * ```
 */
export function withheldFrom({
  sources,
  audience,
  releases = [],
}: WithheldOptions): (
  seizure: Pick<Seizure, 'source' | 'publicationRestriction'>,
) => string | null {
  const { passesOn } = audiences.get(audience);
  const refused = new Map(
    sources.map(({ id, handling }): [string, string | null] => {
      try {
        clearance(handling, audience, { releases });
        return [id, null];
      } catch (error) {
        if (!(error instanceof RefusalError)) throw error;
        return [id, error.dimension];
      }
    }),
  );
  return ({ source, publicationRestriction }) => {
    if (!refused.has(source)) return 'source';
    return (
      refused.get(source) ?? (passesOn && publicationRestriction !== 'none' ? 'embargo' : null)
    );
  };
}
