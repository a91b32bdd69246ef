import { expression } from '@samenbeeld/read';
import { ownValue } from '@samenbeeld/schema';
import type { Mapping } from '../description/description.ts';
import type { Resolved } from './resolved.ts';

/** Characters that mean something in a regular expression, both here and in the engine. */
const special = /[\^$\\.*+?()[\]{}|]/gu;

function oneOf(texts: readonly string[]): string {
  return [...texts]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((text) => text.replace(special, '\\$&'))
    .join('|');
}

/**
 * A figure, or a mark for a missing one, with its flags behind it, glued or not: `35*`, `1 234 p`, `12,5 (e)`, `: c`. Group
 * 1 is the figure, group 2 the flags. A flag that begins with a digit needs a blank or a bracket before it. Written so
 * that it means the same in every engine.
 */
export function flaggedPattern({ flags }: Mapping, missing: readonly string[]): string {
  const names = Object.keys(flags);
  const glued = oneOf(names.filter((name) => !/^\d/.test(name)));
  const apart = oneOf(names.filter((name) => /^\d/.test(name)));
  const flag = [
    ...(glued ? [`[\\s(\\[]*(?:${glued})`] : []),
    ...(apart ? [`[\\s(\\[]+(?:${apart})`] : []),
  ].join('|');
  const marks = missing.filter((text) => text !== '');
  const figure = ['.*[0-9]', ...(marks.length > 0 ? [oneOf(marks)] : [])].join('|');
  return `^(${figure})((?:(?:${flag})[\\s,;)\\]]*)+)$`;
}

/** The patterns of mappings, by the marks that they were made with: a column asks for its own once a cell. */
const patterns = new WeakMap<Mapping, Map<string, string>>();

function patternOf(mapping: Mapping, missing: readonly string[]): string {
  const own = patterns.get(mapping) ?? new Map<string, string>();
  patterns.set(mapping, own);
  const marks = missing.join('\u0000');
  const pattern = own.get(marks) ?? flaggedPattern(mapping, missing);
  own.set(marks, pattern);
  return pattern;
}

/** The figure and the text of the flags of a cell, or null where no declared flag stands behind it. */
export function flaggedCell(
  text: string,
  mapping: Mapping,
  missing: readonly string[],
): { readonly figure: string; readonly flags: string } | null {
  if (Object.keys(mapping.flags).length === 0 || missing.includes(text)) return null;
  const found = expression(patternOf(mapping, missing), 's').find(text);
  return found ? { figure: found.groups[1] ?? '', flags: found.groups[2] ?? '' } : null;
}

/** A figure with something behind it that is no declared flag: "12 x", "12x". */
const other = /^[^([]*[0-9]\s*[([]?([^\s\d.,'’+()[\]-].*)$/su;

/** The status and the reason for a missing value that the flags of a cell such as "12 bp" mean; null where it has none. */
export function resolveFlags(
  text: string,
  mapping: Mapping,
  missing: readonly string[],
): Resolved | null {
  const { flags } = mapping;
  const found = flaggedCell(text, mapping, missing);
  if (!found) {
    const unknown = missing.includes(text) ? undefined : other.exec(text)?.[1];
    if (unknown === undefined || mapping.as === 'quantity' || /^e[+-]?\d+$/iu.test(unknown))
      return null;
    return {
      rule: 'flag.unknown',
      message: `"${text}" has the flag "${unknown}"`,
      repair: `explain it under flags; known: ${Object.keys(flags).join(', ')}`,
    };
  }
  const names = Object.keys(flags).sort((a, b) => b.length - a.length);
  const meant: Mapping['flags'][string][] = [];
  for (let rest = found.flags; rest !== ''; ) {
    const name = names.find((each) => rest.startsWith(each));
    const meaning = name === undefined ? undefined : ownValue(flags, name);
    if (meaning !== undefined) meant.push(meaning);
    rest = rest.slice(name?.length || 1);
  }
  const status = meant.filter((flag) => typeof flag === 'string').join('');
  const reason = meant.find((flag) => typeof flag === 'object');
  return { values: [status || null, typeof reason === 'object' ? reason.missing : null] };
}
