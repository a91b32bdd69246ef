/** An object of a line, whatever it holds. */
export type Json = Readonly<Record<string, unknown>>;

function parsed(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Json)
      : null;
  } catch {
    return null;
  }
}

/** Where the object that begins at a brace ends; -1 where it does not. */
function endOf(text: string, start: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < text.length; at += 1) {
    const letter = text[at];
    if (quoted) {
      if (letter === '\\') at += 1;
      else if (letter === '"') quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === '{') depth += 1;
    else if (letter === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}

/** What a line holds: whole objects, also several, and what is left of it. A torn line may have a whole one behind it. */
export function piecesOf(text: string): {
  readonly objects: readonly Json[];
  readonly rest: string;
} {
  const whole = parsed(text);
  if (whole) return { objects: [whole], rest: '' };
  const objects: Json[] = [];
  let rest = '';
  let at = 0;
  for (const { index: start } of text.matchAll(/\{"id":"[^"]*","kind":/g)) {
    if (start < at) continue;
    const end = endOf(text, start);
    const object = end < 0 ? null : parsed(text.slice(start, end));
    if (!object) continue;
    objects.push(object);
    rest += text.slice(at, start);
    at = end;
  }
  return { objects, rest: rest + text.slice(at) };
}

/** What is wrong with what is left of a line. */
export function tornProblem(rest: string): string {
  if (/^(?:<{7}|={7}|>{7})/u.test(rest))
    return 'expected a decision, found a mark of git: two versions of the file were put together here';
  return rest.startsWith('{')
    ? 'the line is cut off: it was not written to its end'
    : 'expected one decision as a JSON object, found something else';
}
