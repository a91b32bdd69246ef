import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './command.ts';
import { pictureFiles, pictures } from './pictures.ts';

/** frictionless (pip install frictionless==5.21.0), where somebody has it: nothing here brings it. */
const programs = join(root, '.venv', process.platform === 'win32' ? 'Scripts' : 'bin');
const frictionless = [join(programs, 'frictionless'), 'frictionless'].find(
  (program) => spawnSync(program, ['--version']).status === 0,
);
if (!frictionless)
  console.log('skipped: the packages as frictionless sees them, because it is not installed');

const ifThere = test.skipIf(!frictionless);
ifThere.each(Object.keys(pictureFiles))(
  'frictionless finds no fault in the package of %s',
  (name) => {
    const folder = join(pictures, name);
    const args = ['validate', 'data/datapackage.json', '--json'];
    const { stdout } = spawnSync(frictionless ?? '', args, {
      cwd: folder,
      encoding: 'utf8',
    });
    const { valid, stats } = JSON.parse(stdout) as {
      readonly valid: boolean;
      readonly stats: { readonly tasks: number; readonly warnings: number };
    };
    const { resources } = JSON.parse(
      readFileSync(join(folder, 'data/datapackage.json'), 'utf8'),
    ) as {
      readonly resources: readonly object[];
    };
    expect([valid, stats.tasks, stats.warnings]).toEqual([true, resources.length, 0]);
  },
);
