import { weighHypotheses } from '@samenbeeld/money';
import { readHypotheses } from '@samenbeeld/recipes';
import { describe, expect, test } from 'vitest';
import {
  hypothesesFolder,
  publishedHypotheses,
} from '../../../recipes/test/money/published-hypotheses.ts';
import { hypothesisFinding } from '../../src/money/hypothesis-finding.ts';
import type { WeighedSet } from '../../src/money/money-analysis.ts';
import { changeWords } from '../../src/money/order-change-text.ts';

const sets = publishedHypotheses.map((name): WeighedSet => {
  const set = readHypotheses(`${hypothesesFolder}/${name}.yaml`, name);
  return { file: name, set, weighed: weighHypotheses(set), evidence: new Map() };
});

/** What stands first once a piece is left out, worked out again from the file. */
function firstWithout({ set }: WeighedSet, id: string): readonly string[] {
  const evidence = set.evidence.filter((piece) => piece.id !== id);
  const { order } = weighHypotheses({ ...set, evidence });
  return order.filter(({ rank }) => rank === 1).map((one) => one.id);
}

const first = ({ weighed }: WeighedSet): readonly string[] =>
  weighed.order.filter(({ rank }) => rank === 1).map(({ id }) => id);

describe('hypothesisFinding', () => {
  const said = hypothesisFinding(sets)?.text;

  test('says of each set what leaving out one piece really makes of the first place', () => {
    const told = (words: string): string | undefined =>
      new RegExp(`For ([^.]*?) ${words}`).exec(said?.en ?? '')?.[1];
    const really = (
      holds: (before: readonly string[], after: readonly string[], all: number) => boolean,
    ) => {
      const questions = sets
        .filter((one) => {
          const all = one.set.hypotheses.length;
          return (
            first(one).length < all &&
            one.set.evidence.some(({ id }) => holds(first(one), firstWithout(one, id), all))
          );
        })
        .map(({ set }) => `"${set.question.en}"`);
      if (questions.length === 0) return undefined;
      return questions.length > 2 ? `${questions.length} questions` : questions.join(' and ');
    };
    const kept = (before: readonly string[], after: readonly string[]) =>
      before.some((id) => after.includes(id));
    expect(told('one piece of evidence less puts another explanation first')).toEqual(
      really((before, after) => !kept(before, after)),
    );
    expect(told('one piece of evidence less puts another explanation level')).toEqual(
      really(
        (before, after, all) =>
          kept(before, after) && after.length < all && after.some((id) => !before.includes(id)),
      ),
    );
    expect(told('one piece of evidence less leaves no order')).toEqual(
      really((_, after, all) => after.length === all),
    );
  });

  test('speaks every language, and names what stands first untested', () => {
    expect(said).toMatchInlineSnapshot(`
      {
        "de": "Von 9 Fragen unterscheiden veröffentlichte Zahlen die Erklärungen bei 8. Bei 4 Fragen steht mit einem einzigen Hinweis weniger eine andere Erklärung gleichauf mit der ersten. Bei 3 Fragen bleibt mit einem einzigen Hinweis weniger keine Reihenfolge. Bei „Werden die Erlöse mit der Kasse örtlicher Geschäfte vermischt?“ steht eine Erklärung vorn, die kein Hinweis berührt: Sie ist ungeprüft.",
        "en": "Of 9 questions, published figures tell the explanations apart for 8. For 4 questions one piece of evidence less puts another explanation level with the first. For 3 questions one piece of evidence less leaves no order. For "Are the proceeds mixed with the takings of local firms?" an explanation stands first that no evidence touches: it is untested.",
        "fr": "Sur 9 questions, les chiffres publiés départagent les explications pour 8. Pour 4 questions, un seul indice de moins met une autre explication à égalité avec la première. Pour 3 questions, un seul indice de moins ne laisse aucun ordre. Pour « Les produits sont-ils mêlés à la caisse de commerces locaux ? », une explication qu’aucun indice ne touche vient en tête : elle n’est pas testée.",
        "nl": "Van 9 vragen onderscheiden gepubliceerde cijfers de verklaringen bij 8. Bij 4 vragen komt er met één stuk bewijs minder een andere verklaring naast de eerste te staan. Bij 3 vragen blijft er met één stuk bewijs minder geen volgorde over. Bij "Worden de opbrengsten gemengd met de kas van lokale zaken?" staat een verklaring vooraan die geen enkel bewijs raakt: ze is niet getoetst.",
      }
    `);
  });

  test('has a file where one piece less changes the order, and the chapter says so', () => {
    const own = sets.find(({ set }) => set.id === 'H0') as WeighedSet;
    expect(firstWithout(own, 'H0-E1')).toEqual(['H0', 'H0-rule']);
    expect(changeWords(own.weighed, own.set)[0]?.en).toContain(
      'Without H0-E1 first comes: H0 = H0-rule.',
    );
    const shell = sets.find(({ set }) => set.id === 'H4') as WeighedSet;
    expect(changeWords(shell.weighed, shell.set)[0]?.en).toContain(
      'Without H4-E2 no order is left.',
    );
  });
});
