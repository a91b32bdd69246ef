import type { Engine } from '@samenbeeld/engine';

/** Records made up with a seed, some of them twice with slips of the pen. Syllables, so that nobody is named. */
export interface MadePeople {
  insert(engine: Engine, table: string): Promise<void>;
  same(a: string, b: string): boolean;
}

function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const syllables = ['ka', 'mo', 'ri', 'ten', 'ul', 'besk', 'ja', 'nor', 'pli', 'zwe', 'dor', 'gim'];

export function makePeople(options: {
  readonly people: number;
  readonly twice: number;
  readonly seed: number;
}): MadePeople {
  const next = random(options.seed);
  // Low numbers come more often, as names do.
  const skewed = (size: number): number => Math.floor(size * next() ** 2);
  const word = (parts: number): string =>
    Array.from({ length: parts }, () => syllables[skewed(syllables.length)]).join('');
  const slip = (text: string): string => {
    const at = 1 + Math.floor(next() * (text.length - 1));
    return text.slice(0, at) + text.slice(at + 1);
  };
  type Row = readonly [string, string, string, number, string | null];
  const people = Array.from(
    { length: options.people },
    (_, at): Row => [
      `p${String(2 * at).padStart(5, '0')}`,
      word(2),
      word(3),
      1940 + Math.floor(next() * 60),
      next() < 0.1 ? null : `town ${skewed(40)}`,
    ],
  );
  const again = people
    .slice(0, options.twice)
    .map(
      ([id, given, family, year, town]): Row => [
        `p${String(Number(id.slice(1)) + 1).padStart(5, '0')}`,
        next() < 0.25 ? slip(given) : given,
        next() < 0.25 ? slip(family) : family,
        next() < 0.05 ? year + 1 : year,
        next() < 0.2 ? null : town,
      ],
    );
  return {
    async insert(engine, table) {
      await engine.insert(
        table,
        [
          { name: 'id', type: 'VARCHAR' },
          { name: 'given', type: 'VARCHAR' },
          { name: 'family', type: 'VARCHAR' },
          { name: 'year', type: 'INTEGER' },
          { name: 'town', type: 'VARCHAR' },
        ],
        [...people, ...again],
      );
    },
    same: (a, b) => Math.floor(Number(a.slice(1)) / 2) === Math.floor(Number(b.slice(1)) / 2),
  };
}
