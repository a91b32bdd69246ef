import type { Evidence as Piece } from '@samenbeeld/money';
import type { Figure, TableBlock, Why } from '@samenbeeld/page';
import { figure, inEach, type Text } from '@samenbeeld/schema';
import { coloned, column, dated, none, plain, text } from '../text.ts';
import type { WeighedSet } from './money-analysis.ts';
import { rowEvidence } from './money-evidence.ts';

const relevances: Readonly<Record<Piece['relevance'], Text>> = {
  low: text('klein', 'faible', 'gering', 'low'),
  medium: text('matig', 'moyenne', 'mittel', 'medium'),
  high: text('groot', 'forte', 'groß', 'high'),
};

function whyPiece(piece: Piece, { set, evidence, file }: WeighedSet): Why {
  const found = evidence.get(piece.id) ?? [];
  return {
    key: `evidence ${set.id} ${piece.id}`,
    title: coloned(plain(piece.id), piece.says),
    says: [
      text(
        'Bron {source}, informatie {information}; belang {relevance}. Beoordeeld in {file}.',
        'Source {source}, information {information} ; pertinence {relevance}. Coté dans {file}.',
        'Quelle {source}, Information {information}; Bedeutung {relevance}. Bewertet in {file}.',
        'Source {source}, information {information}; relevance {relevance}. Rated in {file}.',
        {
          source: piece.source,
          information: piece.information,
          relevance: relevances[piece.relevance],
          file,
        },
      ),
    ],
    evidence: found.map(({ observation, origin, publishedOn, url }) =>
      observation
        ? { ...rowEvidence(observation, 'governing'), origin }
        : {
            role: 'governing',
            claim: piece.id,
            says: piece.says,
            ...(publishedOn && { publisher: dated(publishedOn) }),
            ...(url && { url }),
            origin,
          },
    ),
  };
}

/** The evidence of a set with what it is worth; each piece opens to its cells. */
export function evidenceTable(one: WeighedSet): TableBlock {
  const { set, weighed } = one;
  const grouped = set.evidence.some(({ group }) => group);
  return {
    kind: 'table',
    caption: coloned(
      plain(set.id),
      text('het bewijs', 'les indices', 'die Hinweise', 'the evidence'),
    ),
    columns: [
      column('label', 'bewijs', 'indice', 'Hinweis', 'evidence'),
      column('number', 'gewicht', 'poids', 'Gewicht', 'weight'),
      column('number', 'onderscheid', 'pouvoir discriminant', 'Trennschärfe', 'diagnosticity'),
      ...(grouped
        ? [{ label: text('groep', 'groupe', 'Gruppe', 'group'), kind: 'words' as const }]
        : []),
      column('words', 'graad', 'fiabilité', 'Grad', 'grade'),
    ],
    rows: set.evidence.map((piece): readonly Figure[] => {
      const own = weighed.evidence.find(({ id }) => id === piece.id);
      const number = (value: number): Figure => ({
        shown: inEach((language) => figure(Number(value.toFixed(2)), language)),
        value,
      });
      return [
        { shown: coloned(plain(piece.id), piece.says), why: whyPiece(piece, one) },
        number(own?.weight ?? 0),
        number(own?.diagnosticity ?? 0),
        ...(grouped ? [{ shown: piece.group ? plain(piece.group) : none }] : []),
        { shown: plain(`${piece.source}${piece.information}`) },
      ];
    }),
    notes: [
      text(
        'Gewicht: betrouwbaarheid maal belang; bewijs van één groep telt samen één keer. Onderscheid 0: het zegt niets, want het past bij alle verklaringen even goed.',
        'Poids : fiabilité multipliée par pertinence ; les indices d’un même groupe comptent ensemble une fois. Pouvoir discriminant 0 : l’indice ne dit rien, car il concorde autant avec toutes les explications.',
        'Gewicht: Verlässlichkeit mal Bedeutung; Hinweise einer Gruppe zählen zusammen einmal. Trennschärfe 0: Der Hinweis sagt nichts, denn er passt zu allen Erklärungen gleich gut.',
        'Weight: credibility times relevance; evidence of one group counts once together. Diagnosticity 0: it tells nothing, since it agrees with all explanations alike.',
      ),
    ],
  };
}
