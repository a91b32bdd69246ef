import type { PictureRows } from '@samenbeeld/store';
import { rowsOf } from '@samenbeeld/store';
import type { MoneyAnalysis } from './money-analysis.ts';
import { numbersOf } from './question-numbers.ts';

/** What a picture of money keeps, so that every figure can be worked out again: its questions and its hypotheses. */
export function moneyTables({ answers, sets, plan }: MoneyAnalysis): readonly PictureRows[] {
  return [
    rowsOf(
      'money_question',
      'Questions about money with every number that enters, as JSON in `detail`',
      answers,
      {
        id: ['VARCHAR', ({ question }) => question.id],
        label: ['VARCHAR', ({ question }) => question.label],
        detail: ['VARCHAR', ({ question }) => numbersOf(question)],
      },
    ),
    {
      ...rowsOf('money_assumption', 'Numbers that a person assumed, by id', plan.assumptions, {
        id: ['VARCHAR', (one) => one.id],
        label: ['VARCHAR', (one) => one.label],
        unit: ['VARCHAR', (one) => one.unit],
        distribution: ['VARCHAR', (one) => one.distribution],
        source: ['VARCHAR', (one) => one.source],
        grade: ['VARCHAR', (one) => one.grade],
        claims: ['VARCHAR', (one) => one.claims.join('+') || null],
      }),
      cites: true,
    },
    rowsOf('hypothesis_set', 'Rival explanations with their evidence, as JSON in `detail`', sets, {
      id: ['VARCHAR', ({ set }) => set.id],
      file: ['VARCHAR', ({ file }) => file],
      question: ['VARCHAR', ({ set }) => set.question],
      detail: ['VARCHAR', ({ set }) => set],
    }),
    rowsOf(
      'evidence',
      'Evidence by set, one row for each cell that it rests on: grade, ratings, weight, diagnosticity',
      sets.flatMap((one) =>
        one.set.evidence.flatMap((piece) =>
          (one.evidence.get(piece.id) ?? []).map(({ origin }) => ({ one, piece, origin })),
        ),
      ),
      {
        set: ['VARCHAR', ({ one }) => one.set.id],
        id: ['VARCHAR', ({ piece }) => piece.id],
        grade: ['VARCHAR', ({ piece }) => `${piece.source}${piece.information}`],
        ratings: ['VARCHAR', ({ piece }) => piece.ratings],
        weight: [
          'DOUBLE',
          ({ one, piece }) => one.weighed.evidence.find(({ id }) => id === piece.id)?.weight,
        ],
        diagnosticity: [
          'DOUBLE',
          ({ one, piece }) => one.weighed.evidence.find(({ id }) => id === piece.id)?.diagnosticity,
        ],
        file: ['VARCHAR', ({ origin }) => origin.file],
        line: ['INTEGER', ({ origin }) => origin.line],
        raw: ['VARCHAR', ({ origin }) => origin.raw],
      },
    ),
  ];
}
