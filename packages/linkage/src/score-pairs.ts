import { dialect, type Engine } from '@samenbeeld/engine';
import { freshHalves, keyEnd, type PassPart } from './pass-sql.ts';
import { type LinkProgress, watchStage } from './progress.ts';
import { type ScoreQuery, scoreSql } from './score-sql.ts';

/** Pairs in one statement, about. */
const customaryPart = 4_000_000;

/** What to score, and into which table. */
export interface Scoring extends Omit<ScoreQuery, 'pass' | 'part' | 'fresh'> {
  /** By pass: how many pairs it has, at most. */
  readonly pairs: readonly number[];
  readonly table: string;
  readonly partSize: number | undefined;
  readonly onProgress: ((progress: LinkProgress) => void) | undefined;
}

/** A pass in parts of about the same number of pairs: by key, or by record where there is no key. */
function partsOf(
  { space, pairs, partSize = customaryPart }: Scoring,
  pass: number,
): readonly PassPart[] {
  const count = Math.max(1, Math.ceil((pairs[pass] ?? 0) / partSize));
  const keyed = (space.passes[pass]?.left.length ?? 0) > 0;
  const end = keyed
    ? keyEnd
    : BigInt(
        Math.max(
          1,
          space.sizes.reduce((sum, one) => sum + one, 0),
        ),
      );
  return Array.from({ length: count }, (_, at) => ({
    from: (end * BigInt(at)) / BigInt(count),
    to: (end * BigInt(at + 1)) / BigInt(count),
  }));
}

/** Scores the pairs of all passes, part by part, and returns how many each rule kept. */
export async function scorePairs(
  engine: Engine,
  scoring: Scoring,
): Promise<ReadonlyMap<number, number>> {
  const { space, pairs, table, onProgress } = scoring;
  const quoted = dialect.identifier(table);
  await engine.run(
    `create or replace table ${quoted} (a INTEGER, b INTEGER, weight DOUBLE, probability DOUBLE, rule INTEGER)`,
  );
  const tell = watchStage(
    'scoring',
    pairs.reduce((sum, one) => sum + one, 0),
    onProgress,
  );
  tell(0);
  let done = 0;
  for (const pass of space.passes.keys()) {
    if ((pairs[pass] ?? 0) === 0) continue;
    const parts = partsOf(scoring, pass);
    for (const part of parts) {
      for (const fresh of freshHalves(space))
        await engine.run(
          `insert into ${quoted} ${scoreSql({ ...scoring, pass, ...(parts.length > 1 ? { part } : {}), ...(fresh ? { fresh } : {}) })}`,
        );
      done += (pairs[pass] ?? 0) / parts.length;
      tell(Math.round(done));
    }
  }
  const kept = await engine.rows<{ rule: number; n: number }>(
    `select rule, count(*) as n from ${quoted} group by rule order by rule`,
  );
  return new Map(kept.map(({ rule, n }) => [rule, n]));
}
