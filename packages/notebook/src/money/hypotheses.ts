import { capitalised } from '@samenbeeld/answers';
import {
  type Hypothesis,
  type HypothesisSet,
  type OrderChange,
  type Rating,
  type WeighedHypotheses,
  weighHypotheses,
} from '@samenbeeld/money';
import { folded, list, table } from '@samenbeeld/page';
import { formatNumber, type Language, ownValue, type Text, wrongUse } from '@samenbeeld/schema';
import { type FindingAnswer, findingAnswer } from '../finding-answer.ts';
import { awaited } from '../kernel.ts';
import type { Picture } from '../opened-picture.ts';
import { answerLater, type Refused } from '../refused.ts';
import { askedOfMoney } from './money-question.ts';
import { moneyWords } from './money-words.ts';

const words: Readonly<Record<OrderChange['kind'], Text>> = {
  without: { nl: 'zonder {0}', fr: 'sans {0}', de: 'ohne {0}', en: 'without {0}' },
  without_group: {
    nl: 'zonder groep {0}',
    fr: 'sans le groupe {0}',
    de: 'ohne Gruppe {0}',
    en: 'without group {0}',
  },
  equal_weights: {
    nl: 'als alle bewijs even zwaar telt',
    fr: 'si tous les indices pèsent autant',
    de: 'wenn alle Hinweise gleich zählen',
    en: 'if all evidence counts alike',
  },
  source_low: {
    nl: 'als bron {0} zwak is',
    fr: 'si la source {0} est faible',
    de: 'wenn Quelle {0} schwach ist',
    en: 'if source {0} is weak',
  },
  one_step: {
    nl: '{0} als {2} tegenover {1}',
    fr: '{0} coté {2} face à {1}',
    de: '{0} als {2} gegenüber {1}',
    en: '{0} rated {2} against {1}',
  },
};

/** What another assumption is, where it changes what stands first. */
function changeIn({ kind, what }: OrderChange, language: Language): string {
  const parts = (what ?? '').split(' ');
  return words[kind][language].replace(/\{(\d)\}/g, (_, at: string) => parts[Number(at)] ?? '');
}

/** Rival explanations, weighed, with the set they belong to. */
export interface HypothesesAnswer extends FindingAnswer<WeighedHypotheses> {
  readonly set: HypothesisSet;
}

/** Options of `hypotheses`. */
export interface HypothesesOptions {
  /** Pieces of evidence to leave out. */
  readonly without?: readonly string[];
  /** Other ratings, by piece and explanation: `{ 'H0-E1': { 'H0-rule': 'C' } }`. */
  readonly ratings?: Readonly<Record<string, Readonly<Record<string, Rating>>>>;
  /** Prior odds of an explanation against the denial. */
  readonly priors?: Readonly<Record<string, number>>;
}

function changed(
  set: HypothesisSet,
  { without = [], ratings = {} }: HypothesesOptions,
): HypothesisSet {
  const known = set.evidence.map(({ id }) => id);
  const strange = [...without, ...Object.keys(ratings)].find((id) => !known.includes(id));
  if (strange !== undefined)
    throw wrongUse(
      '{id} heeft geen aanwijzing "{strange}"; wel {known}.',
      '{id} n’a pas d’indice « {strange} » ; il y a {known}.',
      '{id} hat kein Indiz „{strange}“; es gibt {known}.',
      '{id} has no evidence "{strange}"; there are {known}.',
      { id: set.id, strange, known: known.join(', ') },
    );
  return {
    ...set,
    evidence: set.evidence
      .filter(({ id }) => !without.includes(id))
      .map((piece) => ({
        ...piece,
        ratings: { ...piece.ratings, ...ownValue(ratings, piece.id) },
      })),
  };
}

/**
 * Weighs the rival explanations of one question of the picture: an order of what least speaks against them, what each would
 * be refuted by, and what would change the order. Ratings and evidence can be changed for a try; the files stay as they are.
 * Await it.
 *
 * @param id of a set, such as "H6"
 */
export function hypotheses(
  picture: Picture,
  id: string,
  options: HypothesesOptions = {},
): Promise<HypothesesAnswer | Refused> {
  return awaited(
    'hypotheses(…)',
    answerLater(picture, async () => {
      const sets = await askedOfMoney<HypothesisSet>(picture, 'hypotheses');
      const stored = sets.get(id);
      if (!stored)
        throw wrongUse(
          'Dit beeld heeft geen hypothesen "{id}"; wel {known}.',
          'Ce tableau n’a pas d’hypothèses « {id} » ; il y a {known}.',
          'Dieses Lagebild hat keine Hypothesen „{id}“; es gibt {known}.',
          'This picture has no hypotheses "{id}"; there are {known}.',
          { id, known: [...sets.keys()].join(', ') },
        );
      const set = changed(stored, options);
      const finding = weighHypotheses(set, options.priors ? { priors: options.priors } : {});
      const { language } = picture;
      const telling = finding.changes.filter(({ first }) => first !== 'same');
      const answer = findingAnswer(picture, finding, [
        table(
          capitalised(moneyWords.explanation),
          [
            ['number', moneyWords.rank],
            ['label', moneyWords.explanation],
            ['number', moneyWords.against],
            ['words', moneyWords.refutedBy],
          ],
          finding.order.map(({ id: name, rank, inconsistency }) => {
            const one = set.hypotheses.find((hypothesis) => hypothesis.id === name) as Hypothesis;
            return [
              String(rank),
              `${name}: ${one.proposition[language]}`,
              formatNumber(Number(inconsistency.toFixed(2)), language),
              `${one.refutedBy[language]} (${one.reviewOn})`,
            ];
          }),
        ),
        ...folded(moneyWords.changes, list(telling.map((change) => changeIn(change, language)))),
      ]);
      return Object.assign(answer, { set });
    }),
  );
}
