import { dialect, type Engine } from '@samenbeeld/engine';
import { ruleName } from './blocking-pass.ts';
import type { BlockingRule } from './blocking-rule.ts';
import type { Comparison } from './comparison.ts';
import { type PairSpace, passConditions } from './pass-sql.ts';
import { caseSql } from './pattern-sql.ts';
import { sqlProblem } from './sql-problem.ts';

/** Refuses comparisons that cannot be told apart or have nothing to say. */
export function checkComparisons(comparisons: readonly Comparison[]): void {
  if (comparisons.length === 0) throw new TypeError('a linkage needs at least one comparison');
  const derived = new Map<string, string>();
  comparisons.forEach(({ name, levels, derive = {} }, at) => {
    if (comparisons.findIndex((one) => one.name === name) < at)
      throw new TypeError(`two comparisons are named "${name}"; give one of them another name`);
    if (levels.length === 0) throw new TypeError(`comparison "${name}" has no levels`);
    const names = ['else', 'null', ...levels.map((level) => level.name)];
    const twice = names.find((one, place) => names.indexOf(one) < place);
    if (twice !== undefined)
      throw new TypeError(`comparison "${name}" has two levels named "${twice}"`);
    for (const [column, sql] of Object.entries(derive)) {
      if ((derived.get(column) ?? sql) !== sql)
        throw new TypeError(
          `comparison "${name}" derives "${column}" otherwise than one before it; give it another name`,
        );
      derived.set(column, sql);
    }
  });
}

/** Checks the SQL of each comparison, blocking rule and rule of the prior against the records, so that a slip is named where it stands. */
export async function checkSql(
  engine: Engine,
  space: PairSpace,
  comparisons: readonly Comparison[],
  rules: readonly BlockingRule[],
  prior: readonly string[] = [],
): Promise<void> {
  const table = dialect.identifier(space.records);
  const asked = [
    ...comparisons.map((comparison) => ({
      what: `comparison "${comparison.name}"`,
      sql: caseSql(comparison, String),
    })),
    ...space.passes.flatMap(({ rule, where }, at) =>
      where === undefined
        ? []
        : [
            {
              what: `blocking rule "${rules[rule] === undefined ? '' : ruleName(rules[rule])}"`,
              sql: passConditions(space, at).join(' and '),
            },
          ],
    ),
    ...prior.map((rule) => ({ what: `rule of the prior "${rule}"`, sql: `(${rule})` })),
  ];
  const prepare = (sqls: readonly string[]) =>
    engine.columns(
      `select ${sqls.map((sql, at) => `${sql} as "#it${at}"`).join(', ')} from ${table} l cross join ${table} r`,
    );
  const whole = await prepare(asked.map(({ sql }) => sql)).catch(() => []);
  if (whole.length === asked.length) return;
  // One of them is wrong, or is more than one expression: which?
  for (const { what, sql } of asked)
    await prepare([sql]).catch((error: unknown) => {
      throw new TypeError(`${what}: ${sqlProblem(error)}`);
    });
}
