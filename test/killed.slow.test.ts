// The moments at which bad-input.test.ts does not kill a build.
import { beforeAll, describe, test } from 'vitest';
import { killedBuilds } from './killed-builds.ts';

describe('a build that is killed with kill -9', () => {
  const killing = killedBuilds();
  beforeAll(killing.prepare);

  test.each([0.1, 0.3, 0.7, 0.9, 1])(
    'at %f of its time: a whole picture, old or new',
    async (share) => {
      await killing.atShare(share);
    },
  );

  test.each([0, 30, 60, 100, 200])('%i ms after it began to write', async (wait) => {
    await killing.afterWriting(wait);
  });

  test.each(['set aside', 'put in place', 'put in place'] as const)(
    'when one is %s',
    async (moment) => {
      await killing.when(moment);
    },
  );

  test('the next build ends well and leaves nothing beside', async () => {
    // More than half of all, as in the quick tests.
    await killing.endsWell(6);
  });
});
