import type { FirstPlace } from '@samenbeeld/money';
import type { FindingBlock } from '@samenbeeld/page';
import type { Text } from '@samenbeeld/schema';
import { joined, plain, text } from '../text.ts';
import type { WeighedSet } from './money-analysis.ts';

type SetWords = (ids: Text) => Text;

/** What leaving out one piece of evidence makes of the first place, in the order in which it is said. */
const left: readonly (readonly [place: FirstPlace, says: SetWords])[] = [
  [
    'replaced',
    (ids) =>
      text(
        'Bij {ids} zet één stuk bewijs minder een andere verklaring vooraan.',
        'Pour {ids}, un seul indice de moins met une autre explication en tête.',
        'Bei {ids} stellt ein einziger Hinweis weniger eine andere Erklärung nach vorn.',
        'For {ids} one piece of evidence less puts another explanation first.',
        { ids },
      ),
  ],
  [
    'joined',
    (ids) =>
      text(
        'Bij {ids} komt er met één stuk bewijs minder een andere verklaring naast de eerste te staan.',
        'Pour {ids}, un seul indice de moins met une autre explication à égalité avec la première.',
        'Bei {ids} steht mit einem einzigen Hinweis weniger eine andere Erklärung gleichauf mit der ersten.',
        'For {ids} one piece of evidence less puts another explanation level with the first.',
        { ids },
      ),
  ],
  [
    'lost',
    (ids) =>
      text(
        'Bij {ids} blijft er met één stuk bewijs minder geen volgorde over.',
        'Pour {ids}, un seul indice de moins ne laisse aucun ordre.',
        'Bei {ids} bleibt mit einem einzigen Hinweis weniger keine Reihenfolge.',
        'For {ids} one piece of evidence less leaves no order.',
        { ids },
      ),
  ],
];

const untested: SetWords = (ids) =>
  text(
    'Bij {ids} staat een verklaring vooraan die geen enkel bewijs raakt: ze is niet getoetst.',
    'Pour {ids}, une explication qu’aucun indice ne touche vient en tête : elle n’est pas testée.',
    'Bei {ids} steht eine Erklärung vorn, die kein Hinweis berührt: Sie ist ungeprüft.',
    'For {ids} an explanation stands first that no evidence touches: it is untested.',
    { ids },
  );

const idsOf = (sets: readonly WeighedSet[]): Text =>
  joined(
    sets.map(({ set }) => plain(set.id)),
    ', ',
  );

/** How many questions the evidence orders, and how little it takes to change that. */
export function hypothesisFinding(sets: readonly WeighedSet[]): FindingBlock | null {
  if (sets.length === 0) return null;
  const telling = sets.filter(({ weighed }) => weighed.details['first'] !== null);
  const bare = telling.filter(({ weighed }) =>
    weighed.order.some(({ rank, bearing }) => rank === 1 && bearing === 0),
  );
  const changing = left.flatMap(([place, says]) => {
    const some = telling.filter(({ weighed }) =>
      weighed.changes.some(({ kind, first }) => kind === 'without' && first === place),
    );
    return some.length > 0 ? [says(idsOf(some))] : [];
  });
  return {
    kind: 'finding',
    title: text(
      'Verklaringen geordend, niet beslist',
      'Explications ordonnées, non tranchées',
      'Erklärungen geordnet, nicht entschieden',
      'Explanations ordered, not decided',
    ),
    text: joined(
      [
        text(
          'Van {all} vragen onderscheiden gepubliceerde cijfers de verklaringen bij {some}.',
          'Sur {all} questions, les chiffres publiés départagent les explications pour {some}.',
          'Von {all} Fragen unterscheiden veröffentlichte Zahlen die Erklärungen bei {some}.',
          'Of {all} questions, published figures tell the explanations apart for {some}.',
          { all: sets.length, some: idsOf(telling) },
        ),
        ...changing,
        ...(bare.length > 0 ? [untested(idsOf(bare))] : []),
      ],
      ' ',
    ),
    confidence: 'low',
  };
}
