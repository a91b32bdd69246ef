import { literal } from './literal.ts';

const tokens: Readonly<Record<string, readonly [regex: string, specifier: string]>> = {
  yyyy: ['\\d{4}', '%Y'],
  mm: ['\\d{2}', '%m'],
  m: ['\\d{1,2}', '%m'],
  dd: ['\\d{2}', '%d'],
  d: ['\\d{1,2}', '%d'],
};

/**
 * Text as DATE, or NULL where the whole text is not a day of the calendar in this format. The format is made of
 * `yyyy`, `mm` or `m`, `dd` or `d` (one letter: one or two digits) and the characters between them, each part once.
 *
 * @example
 * ```ts
 * import { dialect, openEngine } from '@samenbeeld/engine';
 * const engine = await openEngine();
 * const day = dialect.parseDate('t', 'd-m-yyyy');
 * await engine.rows(`select ${day} as day from (values ('3-11-2022'), ('31-2-2022'), ('2022-11-03')) v(t)`) // => [{ day: '2022-11-03' }, { day: null }, { day: null }]
 * await engine.close();
 * ```
 */
export function parseDate(text: string, format: string): string {
  const parts = format.match(/[a-z]+|[^a-z]/gi)?.flatMap((part) => split(part)) ?? [];
  const known = parts.filter((part) => Object.hasOwn(tokens, part)).map((part) => part[0]);
  const letters = parts.some((part) => /[a-z%]/i.test(part) && !Object.hasOwn(tokens, part));
  const unsure = parts.some(
    (part, index) =>
      Object.hasOwn(tokens, part) &&
      Object.hasOwn(tokens, parts[index + 1] ?? '') &&
      (part.length === 1 || parts[index + 1]?.length === 1),
  );
  if (letters || unsure || known.length !== 3 || new Set(known).size !== 3)
    throw new TypeError(
      `the date format "${format}" must hold yyyy, mm or m, and dd or d, each once, no other letters, and something between one-letter parts`,
    );
  const pattern = parts
    .map((part) => tokens[part]?.[0] ?? `\\x{${part.codePointAt(0)?.toString(16)}}`)
    .join('');
  const specifiers = parts.map((part) => tokens[part]?.[1] ?? part).join('');
  return `case when regexp_full_match(${text}, ${literal(pattern)}) then cast(try_strptime(${text}, ${literal(specifiers)}) as DATE) end`;
}

/** "yyyymmdd" into its parts; anything else stays whole. */
function split(part: string): readonly string[] {
  const runs = part.match(/(.)\1*/g) ?? [];
  return runs.every((run) => Object.hasOwn(tokens, run)) ? runs : [part];
}
