// npm run joint: sets up and builds the pictures from the fixtures in the repository.
import { ensureBundled, ensureDeclared } from './build.mjs';
import { ensureInstalled, root } from './setup.mjs';

const pictures = {
  'north-sea-port': 'fixtures/published/north-sea-port.picture.yaml',
  exercise: 'fixtures/exercise/exercise.picture.yaml',
  'follow-the-money': 'fixtures/published/follow-the-money.picture.yaml',
};

async function joint() {
  process.chdir(root);
  ensureInstalled();
  await ensureBundled();
  const { run } = await import('../packages/cli/dist/index.js');
  for (const [name, file] of Object.entries(pictures)) {
    const code = await run(['build', file, '--out', `out/${name}`]);
    if (code !== 0) return code;
    console.log('');
  }
  await ensureDeclared();
  return 0;
}

process.exitCode = await joint().catch((error) => {
  console.error(error.message);
  return 1;
});
