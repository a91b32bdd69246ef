import type { Hypothesis } from '@samenbeeld/money';
import type { Figure, TableBlock } from '@samenbeeld/report';
import { figure, inEach } from '@samenbeeld/schema';
import type { WeighedSet } from '../../money/money-analysis.ts';
import { coloned, dated, plain, text } from '../text.ts';

const untested = text('0, niet getoetst', '0, non testée', '0, ungeprüft', '0, untested');

const untestedNote = text(
  'Een niet getoetste verklaring staat waar ze staat omdat niets haar raakt, niet omdat iets haar steunt.',
  'Une explication non testée tient sa place parce que rien ne la touche, non parce que quelque chose l’appuie.',
  'Eine ungeprüfte Erklärung steht, wo sie steht, weil nichts sie berührt, nicht weil etwas sie stützt.',
  'An untested explanation stands where it does because nothing touches it, not because anything supports it.',
);

/** The explanations in order, each with what would refute it and when that is looked at. */
export function hypothesisTable({ set, weighed }: WeighedSet): TableBlock {
  const byId = new Map(set.hypotheses.map((hypothesis) => [hypothesis.id, hypothesis]));
  return {
    kind: 'table',
    caption: coloned(
      plain(set.id),
      text(
        'verklaringen, geordend naar wat er het minst tegen pleit',
        'explications, de la moins contredite à la plus contredite',
        'Erklärungen, geordnet danach, wogegen am wenigsten spricht',
        'explanations, in order of what least speaks against them',
      ),
    ),
    columns: [
      { label: text('rang', 'rang', 'Rang', 'rank'), kind: 'number' },
      { label: text('verklaring', 'explication', 'Erklärung', 'explanation'), kind: 'label' },
      {
        label: text('bewijs dat telt', 'indices utiles', 'Hinweise dazu', 'evidence on it'),
        kind: 'number',
      },
      { label: text('ertegen', 'contre', 'dagegen', 'against'), kind: 'number' },
      {
        label: text(
          'wat haar zou weerleggen',
          'ce qui la réfuterait',
          'was sie widerlegen würde',
          'what would refute it',
        ),
        kind: 'words',
      },
      { label: text('na te gaan', 'vérification', 'Prüfung', 'looked at'), kind: 'words' },
    ],
    rows: weighed.order.map(({ id, rank, bearing, inconsistency }): readonly Figure[] => {
      const hypothesis = byId.get(id) as Hypothesis;
      return [
        { shown: plain(rank), value: rank },
        { shown: coloned(plain(id), hypothesis.proposition) },
        { shown: bearing === 0 ? untested : plain(bearing), value: bearing },
        {
          shown: inEach((language) => figure(Number(inconsistency.toFixed(2)), language)),
          value: inconsistency,
        },
        { shown: hypothesis.refutedBy },
        { shown: dated(hypothesis.reviewOn) },
      ];
    }),
    notes: weighed.order.some(({ bearing }) => bearing === 0) ? [untestedNote] : [],
  };
}
