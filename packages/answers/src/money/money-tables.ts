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
        id: ['VARCHAR', 'Question* | Id of the question.', ({ question }) => question.id],
        label: [
          'VARCHAR',
          'Label* | What is asked, in four languages, as JSON.',
          ({ question }) => question.label,
        ],
        detail: [
          'VARCHAR',
          'Detail* | Every number that enters, as JSON.',
          ({ question }) => numbersOf(question),
        ],
      },
    ),
    {
      ...rowsOf('money_assumption', 'Numbers that a person assumed, by id', plan.assumptions, {
        id: ['VARCHAR', 'Assumption* | Id of the assumption.', (one) => one.id],
        label: [
          'VARCHAR',
          'Label* | What is assumed, in four languages, as JSON.',
          (one) => one.label,
        ],
        unit: ['VARCHAR', 'Unit* | Unit of the number.', (one) => one.unit],
        distribution: [
          'VARCHAR',
          'Distribution* | Its distribution with parameters in the unit of `unit`, as JSON.',
          (one) => one.distribution,
        ],
        source: [
          'VARCHAR',
          'Source* | What it is based on: a publication, or judgement.',
          (one) => one.source,
        ],
        grade: [
          'VARCHAR',
          'Grade* | Reliability of the source and credibility of the information (A1 to X6).',
          (one) => one.grade,
        ],
        claims: [
          'VARCHAR',
          'Records | Ids of the records it rests on, joined by +.',
          (one) => one.claims.join('+') || null,
        ],
      }),
      cites: true,
    },
    rowsOf('hypothesis_set', 'Rival explanations with their evidence, as JSON in `detail`', sets, {
      id: [
        'VARCHAR',
        'Set* | Id of the question with its rival explanations.',
        ({ set }) => set.id,
      ],
      file: ['VARCHAR', 'File* | File in which it stands.', ({ file }) => file],
      question: [
        'VARCHAR',
        'Question* | What is to be explained, in four languages, as JSON.',
        ({ set }) => set.question,
      ],
      detail: [
        'VARCHAR',
        'Detail* | Explanations, evidence and ratings, as JSON.',
        ({ set }) => set,
      ],
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
        set: [
          'VARCHAR',
          'Set* | Id of the question, as in `hypothesis_set`.',
          ({ one }) => one.set.id,
        ],
        id: ['VARCHAR', 'Evidence* | Id of the piece of evidence.', ({ piece }) => piece.id],
        grade: [
          'VARCHAR',
          'Grade* | Reliability of the source and credibility of the information (A1 to X6).',
          ({ piece }) => `${piece.source}${piece.information}`,
        ],
        ratings: [
          'VARCHAR',
          'Ratings* | How it bears on each explanation (CC, C, N, I, II), as JSON.',
          ({ piece }) => piece.ratings,
        ],
        weight: [
          'DOUBLE',
          'Weight | How much its grade makes it count; no unit.',
          ({ one, piece }) => one.weighed.evidence.find(({ id }) => id === piece.id)?.weight,
        ],
        diagnosticity: [
          'DOUBLE',
          'Diagnosticity | How far it tells the explanations apart; 0 where it agrees with all.',
          ({ one, piece }) => one.weighed.evidence.find(({ id }) => id === piece.id)?.diagnosticity,
        ],
        file: ['VARCHAR', 'File* | File of the cell it rests on.', ({ origin }) => origin.file],
        line: [
          'INTEGER',
          'Line* | Physical line of the cell (from 1), or index (from 0) in JSON.',
          ({ origin }) => origin.line,
        ],
        raw: ['VARCHAR', 'Cell | The cell, letter for letter.', ({ origin }) => origin.raw],
      },
    ),
  ];
}
