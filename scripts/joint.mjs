// npm run joint: sets up and builds the pictures from the fixtures in the repository; `npm run joint all` the others too.
import { ensureBundled, ensureDeclared } from './build.mjs';
import { ensureInstalled, root } from './setup.mjs';

const pictures = {
  'north-sea-port': 'fixtures/published/north-sea-port.picture.yaml',
  exercise: 'fixtures/exercise/exercise.picture.yaml',
  'follow-the-money': 'fixtures/published/follow-the-money.picture.yaml',
};
const others = {
  hazeldonk: 'fixtures/published/hazeldonk.picture.yaml',
  'source-and-transit': 'fixtures/published/source-and-transit.picture.yaml',
  assets: 'fixtures/published/assets.picture.yaml',
  darknet: 'fixtures/published/darknet.picture.yaml',
  'post-and-courier': 'fixtures/published/post-and-courier.picture.yaml',
};

/** What is asked to be built: the first three, or all. */
function asked() {
  const [what, ...more] = process.argv.slice(2);
  if (what === undefined) return pictures;
  if (what === 'all' && more.length === 0) return { ...pictures, ...others };
  throw new Error(
    `npm run joint builds ${Object.keys(pictures).join(', ')}; npm run joint all ${Object.keys(others).join(', ')} too.`,
  );
}

async function joint() {
  process.chdir(root);
  const wanted = asked();
  ensureInstalled();
  await ensureBundled();
  const { run } = await import('../packages/cli/dist/index.js');
  for (const [name, file] of Object.entries(wanted)) {
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
