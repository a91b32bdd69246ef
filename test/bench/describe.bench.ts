import { bench, describe } from 'vitest';
import { type DescribedFile, describedTable, filesAtHand, strangerOf } from './described-files.ts';

describe('files of the catalogue, described without their source', async () => {
  const files: DescribedFile[] = [];
  for (const [id, path] of filesAtHand()) files.push(await strangerOf(id, path));
  console.log(describedTable(files, true).join('\n'));
  for (const { family, file, outcomes, examples, refused } of files) {
    const wrong = Object.entries(outcomes).filter(([, each]) => each !== 'right');
    console.log(`${family} ${file}: ${wrong.map(([name, each]) => `${name} ${each}`).join(', ')}`);
    for (const [name, example] of Object.entries(examples)) console.log(`    ${name}: ${example}`);
    if (refused !== null) console.log(`    not usable: ${refused.slice(0, 300)}`);
  }
  const [first] = filesAtHand();
  bench('describe the first sample', async () => {
    if (first) await strangerOf(first[0], first[1]);
  });
});
