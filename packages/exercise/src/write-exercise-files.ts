import type { ExerciseWorld } from './world.ts';
import { writeCsv } from './write/write-csv.ts';
import { writeXlsx } from './write/write-xlsx.ts';

/**
 * The bytes of each office's file, by name. The same world gives the same bytes, whenever they are asked.
 *
 * @example
 * ```ts
 * import { generateExercise, writeExerciseFiles } from '@samenbeeld/exercise';
 * const files = await writeExerciseFiles(generateExercise({ seed: 1, years: [2024, 2024] }));
 * Object.keys(files).length // => 6
 * ```
 */
export async function writeExerciseFiles(
  world: ExerciseWorld,
): Promise<Readonly<Record<string, Uint8Array>>> {
  const written: [string, Uint8Array][] = [];
  for (const file of world.files)
    written.push([file.name, file.format === 'xlsx' ? await writeXlsx(file) : writeCsv(file)]);
  return Object.fromEntries(written);
}
