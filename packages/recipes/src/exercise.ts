import { portMap } from '@samenbeeld/charts';
import type { Block } from '@samenbeeld/report';
import type { JointTotal } from '@samenbeeld/schema';
import type { Analysis } from './analysis.ts';
import { decisionsChapter } from './document/decisions-chapter.ts';
import { doubleCountChapter } from './document/double-count-chapter.ts';
import { doubleFinding } from './document/double-reports.ts';
import { eventDevelopmentChapter } from './document/event-development-chapter.ts';
import { eventFindings } from './document/event-findings.ts';
import { eventSizeChapter } from './document/event-size-chapter.ts';
import { floorFinding } from './document/floor-finding.ts';
import { overrideNotes } from './document/overrides.ts';
import { askTrend, breaksOf, guardedSeries, jointSeries } from './document/port-trend.ts';
import { scopeChapter } from './document/scope-chapter.ts';
import { sourcesChapter } from './document/sources-chapter.ts';
import { text } from './document/text.ts';
import { stakeFinding } from './document/total-ranges.ts';
import { whyEvents } from './document/why-events.ts';
import { unreadNote, yearlyTable } from './document/yearly-table.ts';
import { type Composed, factsOf } from './north-sea-port.ts';
import { anew, type Once } from './step-cache.ts';

/** The exercise picture: the same port from synthetic event files, marked so throughout. */
export function exercise(analysis: Analysis, once: Once = anew): Composed {
  const { totals, gathered, inForce } = analysis;
  const breaks = breaksOf(analysis);
  const whyOf = (total: JointTotal) => whyEvents(gathered.seizures, total);
  const overrides = [...inForce.values()].filter((decision) => decision.kind === 'override');
  const trend = askTrend(guardedSeries(analysis, jointSeries(totals)), breaks, overrides, once);
  const { share, without, smaller, bands } = eventFindings(analysis);
  const findings = [share, without, smaller, bands];
  const stake = stakeFinding(analysis);
  const floor = floorFinding(analysis, whyOf);
  const [first, last] = [totals[0]?.period ?? '', totals.at(-1)?.period ?? ''];
  const front: readonly Block[] = [
    ...(floor ? [floor] : []),
    doubleFinding(analysis),
    ...(stake ? [stake] : []),
    {
      kind: 'finding',
      title: text(
        'Eén vangst kan het beeld bepalen',
        'Une seule saisie peut déterminer le tableau',
        'Ein einziger Fund kann das Bild bestimmen',
        'One find can make the picture',
      ),
      text: share.says,
      confidence: share.confidence,
    },
    {
      kind: 'finding',
      title: text(
        'De trend zonder de grootste vangst',
        'La tendance sans la plus grande saisie',
        'Der Trend ohne den größten Fund',
        'The trend without the largest find',
      ),
      text: without.says,
      confidence: without.confidence,
    },
    {
      kind: 'finding',
      title: text(
        'Kleiner en vaker?',
        'Plus petites et plus fréquentes ?',
        'Kleiner und häufiger?',
        'Smaller and more often?',
      ),
      text: smaller.says,
      confidence: smaller.confidence,
    },
    yearlyTable(
      totals,
      whyOf,
      text(
        'North Sea Port, cocaïne, in de haven in beslag genomen, kg (oefening)',
        'North Sea Port, cocaïne, saisie dans le port, kg (exercice)',
        'North Sea Port, Kokain, im Hafen sichergestellt, kg (Übung)',
        'North Sea Port, cocaine, seized in port, kg (exercise)',
      ),
      [
        ...unreadNote(gathered.conservation.reduce((sum, file) => sum + file.rejected, 0)),
        ...overrideNotes(analysis),
      ],
    ),
    { kind: 'map', draw: (options) => portMap(options) },
  ];
  return {
    findings: [...findings, ...(trend.advice ? [trend.advice] : [])],
    document: {
      title: text(
        'Oefening: North Sea Port uit vangstbestanden, {first}–{last}',
        'Exercice : North Sea Port à partir des fichiers de saisies, {first}–{last}',
        'Übung: North Sea Port aus Funddateien, {first}–{last}',
        'Exercise: North Sea Port from seizure files, {first}–{last}',
        { first, last },
      ),
      question: text(
        'Welke vangsten staan in meer dan één bestand, en wat is het totaal als elke vangst één keer telt?',
        'Quelles saisies figurent dans plus d’un fichier, et quel est le total si chaque saisie compte une fois ?',
        'Welche Funde stehen in mehr als einer Datei, und wie hoch ist die Summe, wenn jeder Fund einmal zählt?',
        'Which finds stand in more than one file, and what is the total when each counts once?',
      ),
      exercise: true,
      facts: factsOf(analysis),
      front,
      sections: [
        scopeChapter(analysis),
        sourcesChapter(analysis),
        eventSizeChapter(analysis),
        doubleCountChapter(analysis),
        eventDevelopmentChapter(analysis, [
          bands,
          share,
          without,
          smaller,
          ...(trend.advice ? [trend.advice] : []),
        ]),
        decisionsChapter(analysis),
      ],
    },
  };
}
