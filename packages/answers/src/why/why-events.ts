import { weightsOf } from '@samenbeeld/merge';
import type { Evidence, Why } from '@samenbeeld/page';
import { inEach, type JointTotal, type Seizure } from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { sourceText } from '../sources/claim-text.ts';
import { dated, joined, numeral, patterned, placeText, plain, text } from '../text.ts';
import { weightLine } from './why-event-items.ts';
import { commandFor, sentences, totalTitle } from './why-sentences.ts';

/** The panel behind a row of joint totals made of events: every record, those counted once and those merged away. */
export function whyEvents(
  seizures: readonly Seizure[],
  total: JointTotal,
  { picture, question }: Pick<Analysis, 'picture' | 'question'>,
): Why {
  const byId = new Map(seizures.map((seizure) => [seizure.id, seizure]));
  const weights = weightsOf(
    total.members.flatMap(({ counted = [] }) => counted),
    byId,
  );
  const line = (id: string, role: Evidence['role']): readonly Evidence[] => {
    const seizure = byId.get(id);
    if (!seizure) return [];
    return [
      {
        role,
        claim: id,
        says: patterned('{place}, {date}: {value}{steps}', {
          steps: inEach((language) =>
            weights
              .filter(({ record }) => record === id)
              .map((weight) => `; ${weightLine(weight, language)}`)
              .join(''),
          ),
          place: placeText(seizure.place),
          date: dated(seizure.date),
          value:
            seizure.quantity === null
              ? text('gewicht ontbreekt', 'poids manquant', 'Gewicht fehlt', 'no weight')
              : joined([numeral(seizure.quantity), plain(seizure.unit)], ' '),
        }),
        publisher: sourceText(seizure.agencies, null),
        origin: seizure.origin,
      },
    ];
  };
  return {
    key: total.key,
    title: totalTitle(total),
    says: sentences(total, [], []),
    evidence: total.members.flatMap((member) => [
      ...member.combined.flatMap((id) => line(id, 'counted')),
      ...member.absorbed.flatMap((id) => line(id, 'merged')),
    ]),
    command: commandFor(picture.at ?? `out/${picture.picture}`, total, question),
  };
}
