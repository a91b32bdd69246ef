// npm run joint: sets up and builds the pictures from the fixtures in the repository.
import { ensureBuilt, ensureInstalled, root, run, say } from './setup.mjs';

try {
  ensureInstalled();
  say('compiling (a few seconds the first time)');
  ensureBuilt();
  const build = (picture, out) =>
    run(process.execPath, ['packages/cli/bin/samenbeeld.js', 'build', picture, '--out', out], {
      cwd: root,
    });
  build('fixtures/published/north-sea-port.picture.yaml', 'out/north-sea-port');
  console.log('');
  build('fixtures/exercise/exercise.picture.yaml', 'out/exercise');
  console.log('');
  build('fixtures/published/follow-the-money.picture.yaml', 'out/follow-the-money');
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
