import type { Analysis } from '@samenbeeld/recipes';
import {
  dimensionLabel,
  type Language,
  overrideSubject,
  parseOverrideSubject,
  UsageError,
} from '@samenbeeld/schema';
import { parseReleaseSubject } from '@samenbeeld/store';
import type { Open } from './open-matters.ts';

/**
 * The override that a subject names in the words of a refusal. It need not be listed: a notebook may have refused what
 * this picture never asks.
 */
function overrideNamed(subject: string, language: Language): Open | null {
  const named = parseOverrideSubject(subject);
  if (named === null) return null;
  if (named.override === 'never')
    throw new UsageError(
      `Nothing can be recorded on "${subject}": rows that differ in ${named.dimension} are never put together. Show each of them, or choose one.`,
    );
  if (new Set(named.values).size < 2)
    throw new UsageError(
      `"${subject}" names one value; an override names the values that are put together, as in "sum across agencies: NL_CUST, NL_KMAR".`,
    );
  return {
    subject: overrideSubject(named.purpose, named.plural, named.values),
    kind: 'override',
    state: `differ in ${dimensionLabel(named.dimension)[language]}`,
    lines: [],
    proposal: null,
  };
}

/** A release that this picture does not take cannot be recorded with it: its subject is of other files, readers or marks. */
function refuseOtherRelease(subject: string, matters: readonly Open[]): void {
  if (parseReleaseSubject(subject) === null || matters.some((one) => one.subject === subject))
    return;
  const own = matters.filter(({ kind }) => kind === 'release').map((one) => `"${one.subject}"`);
  throw new UsageError(
    `This picture takes no release "${subject}"; ${own.length === 0 ? 'nothing keeps it from its audience' : `it takes ${own.join(' and ')}`}.`,
  );
}

/** A pair of records by its key; it need not be open: what is as good as sure may be wrong. */
function pairNamed(subject: string, { doubleReports }: Analysis): Open | null {
  const pair = doubleReports.find(({ key }) => key === subject);
  return pair
    ? { subject, kind: 'same-seizure', state: pair.verdict, lines: [], proposal: null }
    : null;
}

/** A matter of the list by its number, its subject or a part of it. */
function listed(named: string, matters: readonly Open[]): Open {
  const byNumber = matters[Number(named) - 1];
  if (/^\d+$/.test(named) && byNumber) return byNumber;
  const exact = matters.find((matter) => matter.subject === named);
  const found = exact
    ? [exact]
    : matters.filter((matter) => matter.subject.toLowerCase().includes(named.toLowerCase()));
  const [only] = found;
  if (only && found.length === 1) return only;
  throw new UsageError(
    found.length === 0
      ? `Nothing to decide is called "${named}". Run without a subject for the list.`
      : `"${named}" fits ${found.length} matters: ${found.map((matter) => `"${matter.subject}"`).join(', ')}.`,
  );
}

/** What a person means to decide: an override or a pair, open or not, or a matter of the list. Throws UsageError for none. */
export function matterNamed(
  subject: string,
  matters: readonly Open[],
  analysis: Analysis,
  language: Language,
): Open {
  refuseOtherRelease(subject, matters);
  return (
    overrideNamed(subject, language) ?? pairNamed(subject, analysis) ?? listed(subject, matters)
  );
}
