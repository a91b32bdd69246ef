import { dialect, type Engine } from '@samenbeeld/engine';
import { canBeCodes, mostTexts } from './foresee-codes.ts';
import { codeColumn, textColumn } from './staged-table.ts';

/** The texts of coded columns that nobody foresaw, by index; of more than there may be codes, only so many. */
async function unforeseen(
  engine: Engine,
  table: string,
  indexes: readonly number[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const each = indexes.map((index) => {
    const cell = textColumn(index);
    return `select * from (select distinct ${index} as index, ${cell} as text from ${table} where ${cell} is not null limit ${mostTexts + 1}) t${index}`;
  });
  const found = await engine.rows<{ index: number; text: string }>(
    `select index, text from (${each.join(' union all ')}) t order by index, text`,
  );
  const texts = new Map<number, string[]>(indexes.map((index) => [index, []]));
  for (const { index, text } of found) texts.get(index)?.push(text);
  return texts;
}

/**
 * Gives codes to the texts that were not foreseen when a table was read: each coded column stands in it as codes
 * (`e0` …), and as text (`t0` …) where the text has no code yet. A column of more texts than expected becomes text
 * again. Returns the texts of those that stay coded.
 */
export async function settleCodes(
  engine: Engine,
  table: string,
  foreseen: ReadonlyMap<number, readonly string[]>,
): Promise<ReadonlyMap<number, readonly string[]>> {
  if (foreseen.size === 0) return foreseen;
  const settled = new Map<number, readonly string[]>();
  const more = await unforeseen(engine, table, [...foreseen.keys()]);
  for (const [index, texts] of foreseen) {
    const [code, text] = [codeColumn(index), textColumn(index)];
    const all = [...texts, ...(more.get(index) ?? [])];
    const known = `cast(${code} as VARCHAR)`;
    const change = (column: string, type: string, value: string): Promise<void> =>
      engine.run(dialect.changeType({ table, column, type, value }));
    if (!canBeCodes(all)) {
      await change(text, 'VARCHAR', `coalesce(${known}, ${text})`);
      await engine.run(`alter table ${table} drop column ${code}`);
      continue;
    }
    if (all.length > texts.length) {
      const type = dialect.oneOfType(all);
      await change(code, type, `cast(coalesce(${known}, ${text}) as ${type})`);
    }
    await engine.run(`alter table ${table} drop column ${text}`);
    settled.set(index, all);
  }
  return settled;
}
