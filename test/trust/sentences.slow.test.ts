import type { Why } from '@samenbeeld/merge';
import { expect, test } from 'vitest';
import { samenbeeld, samenbeeldJson } from '../one-process.ts';
import { published } from '../pictures.ts';
import { stated } from './reliability.ts';

const ask = (claim: string, ...more: readonly string[]) =>
  samenbeeld(['check', claim, '--picture', published, ...more]);

test('no sentence is allowed that its joint total does not bear', async () => {
  const places = ['Vlissingen', 'Gent', 'Terneuzen', 'North Sea Port', 'Zeeland', 'Zeeuwse havens'];
  const words = ['', 'ruim', 'minstens', 'bijna', 'circa', 'hoogstens'];
  const numbers = [245, 619, 4100, 7000, 14_500];
  const asked = numbers.flatMap((number, i) =>
    words.map((word, j) => {
      const place = places[(i + j) % places.length];
      return `${word} ${number} kg cocaïne ${place} ${2021 + ((i * 2 + j) % 4)}`.trim();
    }),
  );
  const totals = new Map<string, Why['total']['total']>();
  let held = 0;
  for (const claim of asked) {
    const { code, stdout } = await ask(claim, '--language', 'nl', '--json');
    const { allowed, asItStands, place, year } = JSON.parse(stdout) as {
      readonly allowed: readonly { wording: string; value: number; claim: unknown }[];
      readonly asItStands: boolean;
      readonly place: string;
      readonly year: number;
    };
    const cell = `${place} cocaine ${year}`;
    const total =
      totals.get(cell) ?? (await samenbeeldJson<Why>(['why', published, cell])).total.total;
    totals.set(cell, total);
    const isBorne = allowed.every(({ wording, value, claim: quoted }) => {
      if (quoted !== null) return true;
      if (wording === 'floor' || wording === 'at_least') return value <= (total.atLeast ?? 0);
      return total.atMost !== null && (wording !== 'at_most' || total.atMost <= value);
    });
    if (isBorne && code === (asItStands ? 0 : 1)) held += 1;
    else expect([claim, code, allowed]).toEqual([]);
  }
  expect({ tried: asked.length, held }).toEqual(stated('sentences asked by command'));
});
