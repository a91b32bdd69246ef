import type { Observation } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import { pictureQuestion } from '../../src/money/picture-question.ts';

const asked = (...substances: readonly string[]) =>
  pictureQuestion(
    substances.map((substance) => ({
      question: { quantity: { rows: [{ substance } as Observation] } },
    })) as unknown as Parameters<typeof pictureQuestion>[0],
  );

test('the question of a picture names the drug where nothing else is asked about', () => {
  expect(asked('COC', 'COC_HCL')).toMatchInlineSnapshot(`
    {
      "de": "Was waren die Sicherstellungen von Kokain wert, was kann der Rest eingebracht haben, und welche Erklärung für den Verbleib des Geldes stützen die Hinweise?",
      "en": "What were the seizures of cocaine worth, what may the rest have brought in, and which explanation of where the money goes does the evidence support?",
      "fr": "Que valaient les saisies de cocaïne, qu’a pu rapporter le reste, et quelle explication de la destination de l’argent les indices soutiennent-ils ?",
      "nl": "Wat waren de inbeslagnames van cocaïne waard, wat kan de rest hebben opgebracht, en welke verklaring voor waar het geld blijft, wordt door het bewijs gesteund?",
    }
  `);
});

test('and drugs where something else is', () => {
  expect(asked('HER').fr).toContain('les saisies d’héroïne');
  expect(asked('COC', 'HER').en).toContain('What were the seizures of drugs worth');
  expect(asked().nl).toContain('Wat waren de inbeslagnames van drugs waard');
});
