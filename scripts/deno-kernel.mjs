// npm run deno-kernel: lets Jupyter run the notebooks under Deno, by a kernel beside that of tslab.
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root, say } from './setup.mjs';

/** The program of the workspace itself: its wrapper in .bin would leave it running when Jupyter ends the kernel. */
function deno() {
  const manifest = join(root, 'node_modules', 'deno', 'package.json');
  if (!existsSync(manifest)) throw new Error('it is not installed, which npm test does');
  const { version, optionalDependencies } = JSON.parse(readFileSync(manifest, 'utf8'));
  const from = createRequire(realpathSync(manifest));
  for (const name of Object.keys(optionalDependencies)) {
    try {
      const folder = dirname(from.resolve(`${name}/package.json`));
      return { version, program: join(folder, name.includes('win32') ? 'deno.exe' : 'deno') };
    } catch (error) {
      if (error.code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  throw new Error(`${version} is not published for ${process.platform} ${process.arch}`);
}

function addKernel() {
  const { version, program } = deno();
  const folder = join(root, 'notebooks', '.jupyter', 'kernels', 'deno');
  mkdirSync(folder, { recursive: true });
  const kernel = {
    argv: [program, 'jupyter', '--kernel', '--conn', '{connection_file}'],
    display_name: `Deno ${version}`,
    language: 'typescript',
    env: { DENO_NO_UPDATE_CHECK: '1', DENO_DIR: join(root, 'node_modules', '.cache', 'deno') },
  };
  writeFileSync(join(folder, 'kernel.json'), `${JSON.stringify(kernel, null, 2)}\n`);
  say(`Deno ${version} is a kernel of the notebooks`);
}

try {
  addKernel();
} catch (error) {
  console.error(`No Deno for the notebooks: ${error.message}. They run under tslab without it.`);
  process.exitCode = 1;
}
