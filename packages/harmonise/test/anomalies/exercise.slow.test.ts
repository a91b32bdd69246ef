import type { PlantedAnomaly } from '@samenbeeld/exercise';
import type { Anomaly } from '@samenbeeld/harmonise';
import { beforeAll, describe, expect, it } from 'vitest';
import { searched } from './exercise-sources.ts';

// Thresholds were set with seeds 1 to 10; ANOMALY_FROM=101 looks at worlds that nobody has seen.
const from = Number(process.env['ANOMALY_FROM'] ?? 1);
const seeds = Array.from(
  { length: Number(process.env['ANOMALY_SEEDS'] ?? 12) },
  (_, at) => from + at,
);

/** Whether a finding is about cells of a planted error. */
function isAbout(
  { where, also, open }: Anomaly,
  { file, lines, columns }: PlantedAnomaly,
): boolean {
  // Where it says that one of several cells is wrong and cannot tell which, naming the cell among them is right.
  return [where, ...(open === null ? [] : also)].some(
    (place) =>
      place.file === file &&
      lines.includes(place.line) &&
      (columns.length === 0 || place.heading === null || columns.includes(place.heading)),
  );
}

/** The digits that count, whatever marks they are written with. */
const digits = (text: string): string => text.replace(/\D/g, '').replace(/^0+|0+$/g, '');

interface Tally {
  planted: number;
  visible: number;
  hit: number;
  hiddenHit: number;
  found: number;
  right: number;
}

describe('findAnomalies(input) on the exercise', () => {
  const tallies = new Map<string, Tally>();
  const confusion = new Map<string, number>();
  const misses: string[] = [];
  const corrections = { proposed: 0, right: 0 };

  beforeAll(async () => {
    const tally = (kind: string): Tally => {
      const known = tallies.get(kind) ?? {
        planted: 0,
        visible: 0,
        hit: 0,
        hiddenHit: 0,
        found: 0,
        right: 0,
      };
      tallies.set(kind, known);
      return known;
    };
    for (const seed of seeds) {
      const { planted, found } = await searched(seed);
      for (const error of planted) {
        const own = tally(error.kind);
        const told = found.filter((anomaly) => isAbout(anomaly, error));
        const hit = told.some(({ kind }) => kind === error.kind);
        own.planted += 1;
        if (error.visible) own.visible += 1;
        if (hit && error.visible) own.hit += 1;
        if (hit && !error.visible) own.hiddenHit += 1;
        const named = hit
          ? error.kind
          : (told[0]?.kind ?? (error.visible ? 'missed' : 'not to be seen'));
        confusion.set(
          `${error.kind} → ${named}`,
          (confusion.get(`${error.kind} → ${named}`) ?? 0) + 1,
        );
        if (!hit && error.visible)
          misses.push(
            `missed, seed ${seed}: ${error.kind} ${error.file}:${error.lines[0]} ${error.columns[0] ?? ''} ${error.truth} → ${error.written}; told ${told.map(({ kind, score }) => `${kind} ${score}`)}`,
          );
      }
      for (const anomaly of found) {
        const own = tally(anomaly.kind);
        const right = planted.some(
          (error) => error.kind === anomaly.kind && isAbout(anomaly, error),
        );
        own.found += 1;
        const meant = planted.find(
          ({ file, lines, columns, truth }) =>
            truth !== null &&
            file === anomaly.where.file &&
            lines.includes(anomaly.where.line) &&
            (columns.length === 0 || columns.includes(anomaly.where.heading ?? '')),
        );
        if (anomaly.correction) {
          corrections.proposed += 1;
          if (digits(anomaly.correction.to) === digits(meant?.truth ?? '')) corrections.right += 1;
          else
            misses.push(
              `wrong correction, seed ${seed}: ${anomaly.kind} ${anomaly.where.file}:${anomaly.where.line} ${anomaly.where.raw} → ${anomaly.correction.to}, meant ${meant?.truth}`,
            );
        }
        if (right) own.right += 1;
        else {
          const about = planted.find((error) => isAbout(anomaly, error));
          confusion.set(
            `${about?.kind ?? 'nothing'} ⇒ ${anomaly.kind}`,
            (confusion.get(`${about?.kind ?? 'nothing'} ⇒ ${anomaly.kind}`) ?? 0) + 1,
          );
          misses.push(
            `false, seed ${seed}: ${anomaly.kind} ${anomaly.score} ${anomaly.where.file}:${anomaly.where.line} ${anomaly.where.column} ${anomaly.where.raw} (${about?.kind ?? 'nothing'}): ${anomaly.evidence[0]?.en}`,
          );
        }
      }
    }
    const rows = [...tallies].map(
      ([kind, t]) =>
        `${kind.padEnd(20)} planted ${String(t.planted).padStart(4)}  to be seen ${String(t.visible).padStart(4)}  found ${String(t.hit).padStart(4)}  not to be seen, found ${String(t.hiddenHit).padStart(3)}  reported ${String(t.found).padStart(4)}  right ${String(t.right).padStart(4)}`,
    );
    console.log(
      `${seeds.length} seeds from ${from}; ${corrections.right} of ${corrections.proposed} corrections proposed are the truth\n${rows.join('\n')}\n${[
        ...confusion,
      ]
        .map(([pair, n]) => `  ${pair}: ${n}`)
        .sort()
        .join('\n')}\n${misses.slice(0, Number(process.env['ANOMALY_MISSES'] ?? 0)).join('\n')}`,
    );
  }, 600_000);

  it('finds at least nine in ten of the errors that can be seen, and nine in ten of what it reports is one', () => {
    const sum = (key: keyof Tally): number =>
      [...tallies.values()].reduce((so, tally) => so + tally[key], 0);
    expect(sum('hit') / sum('visible')).toBeGreaterThanOrEqual(0.9);
    expect(sum('right') / sum('found')).toBeGreaterThanOrEqual(0.9);
  });

  it('proposes the truth where it proposes a correction', () => {
    expect(corrections.proposed).toBeGreaterThan(20 * seeds.length);
    expect(corrections.right / corrections.proposed).toBeGreaterThanOrEqual(0.98);
  });

  it('does so for each kind', () => {
    for (const [kind, { visible, hit, found, right }] of tallies) {
      expect({ kind, recall: hit / Math.max(visible, 1) >= 0.9 }).toEqual({ kind, recall: true });
      expect({ kind, precision: right / Math.max(found, 1) >= 0.9 }).toEqual({
        kind,
        precision: true,
      });
    }
  });
});
