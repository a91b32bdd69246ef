import type { Figure, TableBlock } from '@samenbeeld/report';
import type { Text } from '@samenbeeld/schema';
import type { TrendAdvice } from '@samenbeeld/trends';
import { text } from './text.ts';

/** Which methods were considered for a series, what each says, or why it does not apply. */
export function methodTable(advice: TrendAdvice, name: Text): TableBlock {
  const rows = advice.methods.map(({ label, why, finding }): readonly Figure[] => [
    { shown: label },
    { shown: why },
    {
      shown:
        finding === null
          ? text('niet toegepast', 'non appliqué', 'nicht angewandt', 'not applied')
          : sentenceOf(finding.says),
    },
  ]);
  return {
    kind: 'table',
    caption: text(
      '{name}: welke methoden, en wat zij zeggen',
      '{name} : quelles méthodes, et ce qu’elles disent',
      '{name}: welche Verfahren, und was sie sagen',
      '{name}: which methods, and what they say',
      { name },
    ),
    columns: [
      { label: text('methode', 'méthode', 'Verfahren', 'method'), kind: 'label' },
      { label: text('waarom', 'pourquoi', 'warum', 'why'), kind: 'words' },
      { label: text('uitspraak', 'conclusion', 'Aussage', 'says'), kind: 'words' },
    ],
    rows,
  };
}

/** A finding's words without the last sentence on controls, which the verdict above the table says already. */
function sentenceOf(says: Text): Text {
  const marks: Text = {
    nl: ' Er zijn geen gegevens over controles',
    fr: ' Il n’y a pas de données sur les contrôles',
    de: ' Angaben zu Kontrollen fehlen',
    en: ' There are no data on controls',
  };
  const cut = (language: keyof Text): string => says[language].split(marks[language])[0] ?? '';
  return { nl: cut('nl'), fr: cut('fr'), de: cut('de'), en: cut('en') };
}
