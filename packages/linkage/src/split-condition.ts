/** A condition of SQL taken apart: equalities of a left record's expression with a right one's, and what is left. */
export interface SplitCondition {
  /** Expressions over one record, without `l.` and `r.`. */
  readonly left: readonly string[];
  readonly right: readonly string[];
  /** What is no such equality, joined by AND; undefined where there is nothing more. */
  readonly rest: string | undefined;
}

interface Token {
  readonly text: string;
  readonly at: number;
  /** How many brackets and CASEs it stands in. */
  readonly depth: number;
}

const token = /'(?:[^']|'')*'|"(?:[^"]|"")*"|[A-Za-z_]\w*|\d[\w.]*|<=|>=|<>|!=|==|\|\||::|[^\s]/g;

function tokens(sql: string): readonly Token[] {
  const found: Token[] = [];
  let depth = 0;
  for (const match of sql.matchAll(token)) {
    const [text] = match;
    const word = text.toLowerCase();
    if (text === ')' || text === ']' || word === 'end') depth--;
    found.push({ text, at: match.index, depth });
    if (text === '(' || text === '[' || word === 'case') depth++;
  }
  return found;
}

/** The conjuncts of a condition; the AND of a BETWEEN does not part them, and an OR parts nothing. */
function conjuncts(sql: string): readonly string[] {
  const top = tokens(sql).filter(({ depth }) => depth === 0);
  if (top.some(({ text }) => text.toLowerCase() === 'or')) return [sql];
  const cuts: Token[] = [];
  let between = 0;
  for (const one of top) {
    const word = one.text.toLowerCase();
    if (word === 'between') between++;
    else if (word === 'and' && between > 0) between--;
    else if (word === 'and') cuts.push(one);
  }
  const starts = [0, ...cuts.map(({ at }) => at + 3)];
  return starts.map((start, index) => sql.slice(start, cuts[index]?.at ?? sql.length).trim());
}

/** Without the brackets around the whole of it. */
function bare(sql: string): string {
  const all = tokens(sql);
  const inner = all.slice(1, -1);
  const wrapped =
    all.length > 1 &&
    all[0]?.text === '(' &&
    all.at(-1)?.text === ')' &&
    inner.every(({ depth }) => depth > 0);
  return wrapped ? bare(sql.slice(1, sql.lastIndexOf(')')).trim()) : sql;
}

/** `l` or `r` where the expression reads that record and not the other. */
export function recordOf(sql: string): 'l' | 'r' | undefined {
  const all = tokens(sql);
  const read = new Set(
    all.flatMap(({ text }, at) =>
      all[at + 1]?.text === '.' && /^[lr]$/i.test(text) && all[at - 1]?.text !== '.'
        ? [text.toLowerCase()]
        : [],
    ),
  );
  const [only] = read;
  return read.size === 1 ? (only as 'l' | 'r') : undefined;
}

/** The expression with each `l.` and `r.` put through a function; texts and quoted names stay as they are. */
export function mapRecords(sql: string, map: (record: 'l' | 'r') => string): string {
  const all = tokens(sql);
  let out = '';
  let from = 0;
  all.forEach(({ text, at }, index) => {
    if (all[index + 1]?.text !== '.' || !/^[lr]$/i.test(text) || all[index - 1]?.text === '.')
      return;
    const end = (all[index + 1]?.at ?? at) + 1;
    out += sql.slice(from, at) + map(text.toLowerCase() as 'l' | 'r');
    from = end;
  });
  return out + sql.slice(from);
}

/** The condition with the records changed over. */
export const swapRecords = (sql: string): string =>
  mapRecords(sql, (record) => (record === 'l' ? 'r.' : 'l.'));

const nameOf = (text: string): string | undefined => {
  if (text.startsWith('"')) return text.slice(1, -1).replaceAll('""', '"');
  return /^[A-Za-z_]/.test(text) ? text : undefined;
};

/** Names that stand in an expression as columns might: every word and quoted name that is not a text. */
export function namesIn(sql: string): ReadonlySet<string> {
  return new Set(tokens(sql).flatMap(({ text }) => nameOf(text) ?? []));
}

/** Columns that a condition over two records reads: what stands after `l.` or `r.`. */
export function columnsIn(sql: string): ReadonlySet<string> {
  const all = tokens(sql);
  return new Set(
    all.flatMap(({ text }, at) => {
      const isOfRecord =
        all[at - 1]?.text === '.' &&
        /^"?[lr]"?$/i.test(all[at - 2]?.text ?? '') &&
        all[at - 3]?.text !== '.';
      return isOfRecord ? (nameOf(text) ?? []) : [];
    }),
  );
}

export function splitCondition(sql: string): SplitCondition {
  const left: string[] = [];
  const right: string[] = [];
  const rest: string[] = [];
  for (const conjunct of conjuncts(bare(sql.trim()))) {
    const part = bare(conjunct);
    const nested = part === conjunct ? undefined : splitCondition(part);
    if (nested && nested.left.length > 0) {
      left.push(...nested.left);
      right.push(...nested.right);
      if (nested.rest) rest.push(nested.rest);
      continue;
    }
    const top = tokens(part).filter(({ depth }) => depth === 0);
    const equals = top.filter(({ text }) => text === '=' || text === '==');
    const other = top.some(({ text }) =>
      /^(<|>|<=|>=|<>|!=|is|not|or|in|like|between)$/i.test(text),
    );
    const [equal] = equals;
    const sides = equal && [
      part.slice(0, equal.at).trim(),
      part.slice(equal.at + equal.text.length).trim(),
    ];
    const records = sides?.map(recordOf);
    if (sides && equals.length === 1 && !other && new Set(records).size === 2) {
      const [one = '', two = ''] = sides.map((side) => mapRecords(side, () => ''));
      if (records?.[0] === 'l' && records[1] === 'r') {
        left.push(one);
        right.push(two);
        continue;
      }
      if (records?.[0] === 'r' && records[1] === 'l') {
        left.push(two);
        right.push(one);
        continue;
      }
    }
    if (part !== '') rest.push(`(${part})`);
  }
  return { left, right, rest: rest.length > 0 ? rest.join(' and ') : undefined };
}
