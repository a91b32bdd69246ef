// The languages, answers and picture that every-answer.test.ts does not ask through every door.
import { answers } from '@samenbeeld/answers';
import { languages } from '@samenbeeld/schema';
import { describe, test } from 'vitest';
import {
  askAll,
  expectPartAsWhole,
  expectTold,
  expectToldToMachines,
  quickForMachines,
  quickLanguage,
} from './given-answers.ts';

askAll();

describe.each(answers.map(({ name }) => name))('%s', (answer) => {
  test.each(languages.filter((language) => language !== quickLanguage(answer)))(
    'is told by the command and in a notebook: %s',
    async (language) => {
      await expectTold(answer, language);
    },
    120_000,
  );
});

test.each(answers.map(({ name }) => name).filter((name) => !quickForMachines.includes(name)))(
  '%s is told to machines as it is to people',
  async (answer) => {
    await expectToldToMachines(answer);
  },
);

test('what is read of a question of published says what the whole picture says', async () => {
  await expectPartAsWhole('published');
}, 240_000);
