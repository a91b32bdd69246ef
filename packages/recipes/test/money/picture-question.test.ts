import type { Observation } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import { pictureQuestion } from '../../src/document/money/picture-question.ts';

const asked = (...substances: readonly string[]) =>
  pictureQuestion(
    substances.map((substance) => ({
      question: { quantity: { rows: [{ substance } as Observation] } },
    })) as unknown as Parameters<typeof pictureQuestion>[0],
  );

test('the question of a picture names cocaine where nothing else is asked about', () => {
  expect(asked('COC', 'COC_HCL')).toMatchInlineSnapshot(`
    {
      "de": "Was war das sichergestellte Kokain wert, was kann der Rest eingebracht haben, und welche Erklärung für den Verbleib des Geldes stützen die Hinweise?",
      "en": "What was the seized cocaine worth, what may the rest have brought in, and which explanation of where the money goes does the evidence support?",
      "fr": "Que valait la cocaïne saisie, qu’a pu rapporter le reste, et quelle explication de la destination de l’argent les indices soutiennent-ils ?",
      "nl": "Wat was de in beslag genomen cocaïne waard, wat kan de rest hebben opgebracht, en welke verklaring voor waar het geld blijft, wordt door het bewijs gesteund?",
    }
  `);
});

test('and drugs where something else is', () => {
  expect(asked('COC', 'HER').en).toContain('What were the seized drugs worth');
  expect(asked().nl).toContain('Wat waren de in beslag genomen drugs waard');
});
