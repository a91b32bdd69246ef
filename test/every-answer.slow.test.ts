// Every answer through the command and in a notebook, in each language, and parts of pictures beside the whole.
import { answers } from '@samenbeeld/answers';
import { languages } from '@samenbeeld/schema';
import { describe, test } from 'vitest';
import {
  askAll,
  expectPartAsWhole,
  expectTold,
  expectToldToMachines,
  quickForMachines,
} from './given-answers.ts';

askAll();

describe.each(answers.map(({ name }) => name))('%s', (answer) => {
  test.each(languages)(
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

test.each(['published', 'exercise', 'money'] as const)(
  'what is read of a question of %s says what the whole picture says',
  async (name) => {
    await expectPartAsWhole(name);
  },
  240_000,
);
