import type { Engine } from '@samenbeeld/engine';
import type { BlockingPass } from './blocking-pass.ts';
import { isNumber, isText, isZoned } from './column-types.ts';
import { sqlProblem } from './sql-problem.ts';

/**
 * The type in which values of two unlike types are equal where they mean the same, or undefined. Text that stands
 * against numbers is read as a number; a moment with a zone has no date of its own and is like nothing else.
 */
async function alike(
  one: string,
  two: string,
  common: () => Promise<string | undefined>,
): Promise<string | undefined> {
  if (isZoned(one) !== isZoned(two)) return undefined;
  const [text, other] = isText(one) ? [one, two] : [two, one];
  if (!isText(text)) return common();
  if (isNumber(other)) return 'DOUBLE';
  if (other.startsWith('ENUM')) return 'VARCHAR';
  return /[[(]/.test(other) ? undefined : other;
}

/** The passes with the type in which each part of their keys is compared, where its two sides are of unlike types; a key that is no SQL over these records is refused, and so are sides that are never equal. */
export async function typedPasses(
  engine: Engine,
  passes: readonly BlockingPass[],
  union: string,
): Promise<readonly BlockingPass[]> {
  const known = new Map<string, string>();
  const typeOf = async (key: string, rule: number): Promise<string> => {
    const [column] = await engine
      .columns(`select ${key} as it from (${union}) record`)
      .catch((error: unknown) => {
        throw new TypeError(`blocking rule ${rule + 1}, key ${key}: ${sqlProblem(error)}`);
      });
    const type = column?.type ?? '';
    known.set(key, type);
    return type;
  };
  const typed: BlockingPass[] = [];
  for (const pass of passes) {
    const types: (string | undefined)[] = [];
    for (const [at, left] of pass.left.entries()) {
      const right = pass.right[at] ?? left;
      const one = known.get(left) ?? (await typeOf(left, pass.rule));
      const two = known.get(right) ?? (await typeOf(right, pass.rule));
      if (one === two) {
        types.push(undefined);
        continue;
      }
      const type = await alike(one, two, async () =>
        engine
          .columns(
            `select case when true then (${left}) else (${right}) end as it from (${union}) record`,
          )
          .then(
            ([column]) => column?.type,
            () => undefined,
          ),
      );
      if (type === undefined)
        throw new TypeError(
          `blocking rule ${pass.rule + 1} compares ${left} (${one}) with ${right} (${two}), which cannot be compared as they are; cast one of them to the type of the other`,
        );
      types.push(type);
    }
    typed.push(types.some((type) => type !== undefined) ? { ...pass, types } : pass);
  }
  return typed;
}
