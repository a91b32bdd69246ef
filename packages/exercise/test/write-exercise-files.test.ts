import { readFileSync } from 'node:fs';
import { generateExercise, type Truth, writeExerciseFiles } from '@samenbeeld/exercise';
import { describe, expect, it } from 'vitest';

const fixtures = `${import.meta.dirname}/../../../fixtures/exercise`;
const bytesOf = (seed: number) => writeExerciseFiles(generateExercise({ seed }));

describe('writeExerciseFiles(world)', () => {
  it('writes the same bytes for the same seed at another moment, and other bytes for another seed', async () => {
    const first = await bytesOf(1);
    await new Promise((resolve) => setTimeout(resolve, 2100));
    const [again, other] = [await bytesOf(1), await bytesOf(2)];
    for (const [name, bytes] of Object.entries(first)) {
      expect(Buffer.compare(bytes, again[name] as Uint8Array)).toBe(0);
      expect(Buffer.compare(bytes, other[name] as Uint8Array)).not.toBe(0);
    }
  });

  it('writes what stands in fixtures/exercise, byte for byte (node scripts/make-exercise.mjs)', async () => {
    const world = generateExercise({ seed: 1 });
    const files = await writeExerciseFiles(world);
    expect(Object.keys(files)).toHaveLength(6);
    for (const [name, bytes] of Object.entries(files))
      expect([name, Buffer.compare(bytes, readFileSync(`${fixtures}/${name}`))]).toEqual([name, 0]);
    const truth: Truth = JSON.parse(readFileSync(`${fixtures}/truth.json`, 'utf8'));
    expect(truth).toEqual(world.truth);
  });

  it('marks each file as an exercise in its first line', async () => {
    const { files } = generateExercise({ seed: 1 });
    for (const { title, footer } of files) {
      expect(title[0]).toMatch(/^OEFENING \/ EXERCICE \/ ÜBUNG \/ EXERCISE/);
      expect(footer).toMatch(/OEFENING|EXERCICE|ÜBUNG/);
    }
  });

  it('writes text in the encoding of each office', async () => {
    const files = await bytesOf(1);
    const harc = Buffer.from(files['nl-harc-2018-2025.csv'] as Uint8Array);
    expect(harc.includes(Buffer.from('coca\u00efne', 'latin1'))).toBe(true);
    expect(harc.includes(0x96)).toBe(true);
    const police = Buffer.from(files['lu-police-2018-2025.csv'] as Uint8Array);
    expect([...police.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(police.includes(Buffer.from('coca\u00efne', 'utf8'))).toBe(true);
  });
});
