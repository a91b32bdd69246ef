import { agencies, InputError, type Period, parsePeriod } from '@samenbeeld/schema';
import { notUnderstood } from './not-understood.ts';

/** Whose figure a sentence says it is: codes of the agencies that may be meant, and when they published it. */
export interface Attribution {
  readonly source: readonly string[];
  readonly published: Period | null;
  /** The sentence without it. */
  readonly rest: string;
  /** The same with the date behind the name, which may be the period of the figure. */
  readonly dated: string;
}

/** "contested by …", as `check` itself ends a sentence: what others say is not what is asked. */
const contested =
  /[;,]\s*(?:contested|betwist|contesté[es]*|bestritten|umstritten)(?=[\s(:]|$).*$/isu;
const by =
  /(?:^|[\s,;(])(?:volgens|aldus|according to|says|selon|d['’]après|laut|gemäß|zufolge|nach Angaben (?:der|des|von)|[–—-]\s)\s*(?:(?:het|de|the|le|la|les|der|die|das|dem|den)\s+|l['’])?/iu;

/** Codes by a name; several where countries share it. */
function codesOf(name: string): readonly string[] {
  const each = name.split(' + ').map((part) => {
    if (agencies.has(part)) return [agencies.get(part).code];
    const match = agencies.lookup(part);
    if (match.kind === 'exact') return [match.entry.code];
    return match.kind === 'ambiguous' ? match.entries.map(({ code }) => code) : [];
  });
  return each.some((codes) => codes.length === 0) ? [] : each.flat();
}

function periodOf(words: string): Period | null {
  try {
    return parsePeriod(words.replace(/[,.;:]+$/u, ''));
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** The day, month or year right behind a name: when it was published, unless the sentence names no other period. */
function publishedIn(
  tokens: readonly string[],
  isDated: boolean,
): { readonly published: Period | null; readonly rest: readonly string[] } {
  for (let length = isDated ? 3 : 0; length > 0; length -= 1) {
    const published = periodOf(tokens.slice(0, length).join(' '));
    if (published) return { published, rest: tokens.slice(length) };
  }
  return { published: null, rest: tokens };
}

/** Reads "– HARC team, January 2023", "volgens HARC", "selon l’équipe HARC"; null where nobody is named. */
export function attributionIn(text: string): Attribution | null {
  const said = text.replace(contested, '');
  const match = by.exec(said);
  if (!match)
    return said === text ? null : { source: [], published: null, rest: said, dated: said };
  const isDash = /[–—-]/u.test(match[0]);
  const before = said.slice(0, match.index);
  const tokens = said
    .slice(match.index + match[0].length)
    .split(/\s+/u)
    .filter(Boolean);
  for (let length = Math.min(9, tokens.length); length > 0; length -= 1) {
    const name = tokens
      .slice(0, length)
      .join(' ')
      .replace(/[,.;:]+$/u, '');
    const source = codesOf(name);
    if (source.length === 0) continue;
    const behind = tokens.slice(length);
    const years = `${before} ${behind.join(' ')}`.match(/(?<!\d)(?:19|20)\d\d(?!\d)/gu) ?? [];
    const { published, rest } = publishedIn(behind, isDash || years.length > 1);
    return {
      source,
      published,
      rest: `${before} ${rest.join(' ')}`,
      dated: `${before} ${behind.join(' ')}`,
    };
  }
  // A dash may stand anywhere; "according to" names somebody.
  if (isDash)
    return said === text ? null : { source: [], published: null, rest: said, dated: said };
  throw notUnderstood(text, 'source', tokens.slice(0, 3).join(' '));
}
