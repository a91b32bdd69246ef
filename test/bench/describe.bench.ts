import { writeFileSync } from 'node:fs';
import { loadSource } from '@samenbeeld/ingest';
import { catalogue, catalogueFolder } from '@samenbeeld/sources';
import { bench, describe } from 'vitest';
import { root } from '../command.ts';
import { hasRealData } from '../pictures.ts';
import {
  type DescribedFile,
  describedPage,
  describedTable,
  filesAtHand,
  strangerOf,
  walkedLines,
} from './described-files.ts';

describe('files of the catalogue, described without their source', async () => {
  const files: DescribedFile[] = [];
  const known = catalogue().map((id) => loadSource(catalogueFolder(id)));
  const folders = Object.fromEntries(known.map(({ id }) => [id, catalogueFolder(id)]));
  const recognised: DescribedFile[] = [];
  for (const [id, path] of filesAtHand()) {
    files.push(await strangerOf(id, path));
    recognised.push(await strangerOf(id, path, { known, folders }));
  }
  console.log(describedTable(files, true).join('\n'));
  // The record is of all files, so it is written where all are at hand.
  if (hasRealData)
    writeFileSync(
      `${root}/docs/methods/described-files.md`,
      describedPage(files, recognised, await walkedLines()),
    );
  for (const { family, file, outcomes, examples, questions, refused } of files) {
    const wrong = Object.entries(outcomes).filter(([, each]) => each !== 'right');
    console.log(`${family} ${file}: ${wrong.map(([name, each]) => `${name} ${each}`).join(', ')}`);
    for (const [name, example] of Object.entries(examples)) console.log(`    ${name}: ${example}`);
    for (const { about, question, needless } of questions)
      console.log(`    ${needless ? 'needless' : 'asked'}: ${about}: ${question.slice(0, 160)}`);
    if (refused !== null) console.log(`    not usable: ${refused.slice(0, 300)}`);
  }
  const [first] = filesAtHand();
  bench('describe the first sample', async () => {
    if (first) await strangerOf(first[0], first[1]);
  });
});
