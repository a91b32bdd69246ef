import type { Legend } from '@samenbeeld/ingest';
import { ownValue } from '@samenbeeld/schema';
import type { Evidence } from '../column.ts';
import { labelsOf } from './profile-column.ts';

/** What the letters and marks behind or beside a figure mean: a status of SDMX, or a reason for a missing value. */
const statuses: Readonly<Record<string, string | { readonly missing: string }>> = {
  b: 'B',
  d: 'D',
  e: 'E',
  f: 'F',
  i: 'I',
  n: 'N',
  p: 'P',
  r: 'R',
  s: 'S',
  u: 'U',
  c: { missing: 'suppressed' },
  z: { missing: 'not_applicable' },
  '*': 'P',
  '**': 'P',
};

/** The column of figures that a column of letters or marks stands beside under the same heading, as GENESIS gives the quality of each; or none. */
export function figuresBeside<Column extends Pick<Evidence, 'profile'>>(
  { profile }: Pick<Evidence, 'profile'>,
  columns: readonly Column[],
): Column | undefined {
  const bare = (heading: string): string => heading.replace(/ #\d+$/u, '');
  const marks = labelsOf(profile);
  return bare(profile.heading) !== profile.heading &&
    marks.length > 0 &&
    marks.every((mark) => /^[a-z*†‡]{1,3}$/u.test(mark))
    ? columns.find(
        ({ profile: { heading, column, numbers, said } }) =>
          column.index === profile.column.index - 1 &&
          bare(heading) === bare(profile.heading) &&
          said > 0 &&
          numbers.cells === said,
      )
    : undefined;
}

/** Flags as a description writes them for a value column, and those whose meaning is unknown. */
export function flagsOf(
  seen: Iterable<string>,
  legend: Legend,
): {
  readonly flags: Readonly<Record<string, unknown>>;
  readonly unknown: readonly string[];
} {
  const flags: Record<string, unknown> = Object.create(null);
  const unknown: string[] = [];
  for (const flag of seen) {
    const said = legend.get(flag);
    if (said) {
      if (said.missing) flags[flag] = { missing: said.missing };
      else if (said.status) flags[flag] = said.status;
      else unknown.push(flag);
      continue;
    }
    const meaning = ownValue(statuses, flag) ?? ownValue(statuses, flag.toLowerCase());
    if (meaning !== undefined) flags[flag] = meaning;
    else if ([...flag.toLowerCase()].every((letter) => ownValue(statuses, letter) !== undefined))
      for (const letter of flag) flags[letter] = ownValue(statuses, letter.toLowerCase());
    else unknown.push(flag);
  }
  return { flags, unknown };
}

/** What CBS writes beside an observation; None is an ordinary figure. */
const attributes: Readonly<Record<string, string | null>> = {
  None: null,
  Impossible: 'not_applicable',
  NotAvailable: 'not_reported',
  Confidential: 'suppressed',
};

/** Codes of a column of its own that holds flags ("b", "bp", "provisional"): status first, then reasons for missing. */
export function flagColumnOf(
  labels: readonly string[],
  legend: Legend = new Map(),
): {
  readonly status: Readonly<Record<string, string>>;
  readonly missing: Readonly<Record<string, string>>;
  readonly unknown: readonly string[];
} {
  const status: Record<string, string> = Object.create(null);
  const missing: Record<string, string> = Object.create(null);
  const unknown: string[] = [];
  for (const label of labels) {
    const said = legend.get(label);
    if (said) {
      if (said.missing) missing[label] = said.missing;
      else if (said.status) status[label] = said.status;
      else unknown.push(label);
      continue;
    }
    const letters = [...label.toLowerCase().replace(/[^a-z*]/g, '')];
    const meanings = letters.map((letter) => ownValue(statuses, letter));
    const known =
      letters.length > 0 && letters.length <= 3 && meanings.every((each) => each !== undefined);
    if (/^(?:A|E|F|I|P|B|O|L|M)$/.test(label)) status[label] = label;
    else if (/^(?:provisional|voorlopig|provisoire|vorl[aä]ufig)$/i.test(label))
      status[label] = 'P';
    else if (/^(?:definitive?|definitief|final|d[eé]finitif|endg[uü]ltig)$/i.test(label))
      status[label] = 'A';
    else if (Object.hasOwn(attributes, label)) {
      const reason = ownValue(attributes, label);
      if (reason) missing[label] = reason;
    } else if (!known) unknown.push(label);
    else {
      const marks = meanings.filter((each) => typeof each === 'string').join('');
      const reason = meanings.find((each) => typeof each === 'object');
      if (typeof reason === 'object') missing[label] = reason.missing;
      if (marks) status[label] = marks;
    }
  }
  return { status, missing, unknown };
}
