import { dialect } from '@samenbeeld/engine';
import type { Comparison } from '../comparison.ts';
import { exact, type TextOptions } from './exact.ts';
import { falling } from './limits.ts';
import { left, right } from './side.ts';

/**
 * Names and other short texts by Jaro-Winkler similarity (Winkler 1990): equal, then at or above each threshold. It
 * forgives typing errors, above all late in the word.
 *
 * Counted in bytes: an accented letter is two, so that Liège and Liege are 0.858 alike where by letters they are 0.893, and an
 * é of one sign is another text than an e with a sign for its accent. Where names have accents, compare a column without them:
 * `strip_accents(nfc_normalize(name))`, in a view.
 *
 * Throws a RangeError where the thresholds do not fall from below 1 to above 0.
 *
 * @example
 * ```ts
 * import { jaroWinkler } from '@samenbeeld/linkage';
 * jaroWinkler('surname').levels.map((level) => level.name) // => ['exact', 'jaro-winkler 0.92', 'jaro-winkler 0.88', 'jaro-winkler 0.7']
 * ```
 * @example
 * ```ts
 * import { openEngine } from '@samenbeeld/engine';
 * import { jaroWinkler, linkRecords } from '@samenbeeld/linkage';
 * const engine = await openEngine();
 * await engine.run("create table town as select * from (values ('1', 'Liège'), ('2', 'Liege')) v(id, name); create view plain as select id, strip_accents(nfc_normalize(name)) as name from town");
 * const find = (table) => linkRecords(engine, { tables: [{ table, id: 'id' }], blocking: ['true'], comparisons: [jaroWinkler('name')], prior: 0.5 });
 * const levels = [];
 * for (const table of ['town', 'plain']) levels.push((await (await find(table)).explain('1', '2')).reasons[0].level);
 * levels // => ['jaro-winkler 0.7', 'exact']
 * await engine.close();
 * ```
 */
export function jaroWinkler(
  column: string,
  options: TextOptions & { readonly thresholds?: readonly number[] } = {},
): Comparison {
  const { thresholds = [0.92, 0.88, 0.7] } = options;
  falling(thresholds, `jaroWinkler("${column}")`);
  const same = exact(column, options);
  return {
    ...same,
    measure: dialect.jaroWinkler(left(column), right(column)),
    cost: 20,
    levels: [
      ...same.levels,
      ...thresholds.map((threshold) => ({
        name: `jaro-winkler ${threshold}`,
        holds: `measure >= ${threshold}`,
      })),
    ],
  };
}
