import { portMap } from '@samenbeeld/charts';
import type { Block, Document, Fact } from '@samenbeeld/report';
import type { Finding, JointTotal } from '@samenbeeld/schema';
import type { PictureRows } from '@samenbeeld/store';
import { largestShare, leaveLargestOut } from '@samenbeeld/trends';
import type { Analysis } from './analysis.ts';
import { chainChapter } from './document/chain-chapter.ts';
import { completenessFinding } from './document/completeness-finding.ts';
import { contestedFinding } from './document/contested-finding.ts';
import { decisionsChapter } from './document/decisions-chapter.ts';
import { developmentChapter } from './document/development-chapter.ts';
import { floorFinding } from './document/floor-finding.ts';
import { flowsChapter } from './document/flows-chapter.ts';
import { neighbourPort } from './document/neighbour-port.ts';
import { overrideNotes } from './document/overrides.ts';
import { passedThroughFinding } from './document/passed-through-finding.ts';
import {
  askTrend,
  breaksOf,
  guardedSeries,
  jointSeries,
  portSeries,
} from './document/port-trend.ts';
import { scopeChapter } from './document/scope-chapter.ts';
import { sizeChapter } from './document/size-chapter.ts';
import { sourcesChapter } from './document/sources-chapter.ts';
import { dated, numeral, text } from './document/text.ts';
import { trendFinding } from './document/trend-finding.ts';
import { whyClaims } from './document/why-claims.ts';
import { yearlyTable } from './document/yearly-table.ts';
import { anew, type Once } from './step-cache.ts';

/** A picture as a document, with the findings it rests on. */
export interface Composed {
  readonly document: Document;
  readonly findings: readonly Finding[];
  /** Tables of the recipe's own, beside those that every picture has. */
  readonly tables?: readonly PictureRows[];
}

const present = <T>(value: T | null): value is T => value !== null;

/** The port with the most annual figures, whose trend is asked. */
function mainPort(totals: readonly JointTotal[]): string {
  const counts = (totals[0]?.members ?? []).map((member) => ({
    place: member.place,
    years: totals.filter((total) =>
      total.members.some(
        (entry) =>
          entry.place === member.place &&
          (entry.state === 'reported' || entry.state === 'undecided'),
      ),
    ).length,
  }));
  return counts.reduce((best, count) => (count.years > best.years ? count : best), {
    place: 'NLVLI',
    years: -1,
  }).place;
}

/** The facts that stand beside the title. */
export function factsOf({ picture, gathered }: Analysis): readonly Fact[] {
  return [
    { label: text('peildatum', 'situation au', 'Stichtag', 'as of'), value: dated(picture.asOf) },
    {
      label: text('bronnen', 'sources', 'Quellen', 'sources'),
      value: numeral(gathered.sources.length),
    },
    {
      label: text('bestanden', 'fichiers', 'Dateien', 'files'),
      value: numeral(gathered.inputs.length),
    },
    {
      label: text('gegevens', 'données', 'Angaben', 'items'),
      value: numeral(gathered.conservation.reduce((sum, file) => sum + file.items, 0)),
    },
  ];
}

/** The joint picture of North Sea Port from published figures. */
export function northSeaPort(analysis: Analysis, once: Once = anew): Composed {
  const { totals, result, inForce, decisions } = analysis;
  const breaks = breaksOf(analysis);
  const whyOf = (total: JointTotal) =>
    whyClaims(result, total, decisions, analysis.picture.deciding);
  const overrides = [...inForce.values()].filter((decision) => decision.kind === 'override');
  const members = totals[0]?.members.map((member) => member.place) ?? [];
  const ports = members.map((place) => ({
    place,
    answer: askTrend(
      guardedSeries(analysis, portSeries(totals, place), place),
      breaks,
      overrides,
      once,
    ),
  }));
  const joint = askTrend(guardedSeries(analysis, jointSeries(totals)), breaks, overrides, once);
  // Seizures may have moved between the ports: Rotterdam is shown beside them, and never serves as their control.
  const beside = [neighbourPort(analysis, 'NLRTM')].filter(present).map((port) => ({
    port,
    answer: askTrend(port.series, breaks, overrides, once),
  }));
  const main = mainPort(totals);
  const mainAnswer = ports.find((port) => port.place === main)?.answer ?? joint;
  const annual = totals.map((total) => ({
    period: total.period,
    value: typeof total.reported.likely === 'number' ? total.reported.likely : null,
  }));
  const share = largestShare({ annual }, { subject: 'PC_NSP', unit: 'kg' });
  const without = leaveLargestOut({ annual }, { subject: 'PC_NSP', unit: 'kg' });
  const [first, last] = [totals[0]?.period ?? '', totals.at(-1)?.period ?? ''];
  const front: readonly Block[] = [
    ...[
      floorFinding(analysis, whyOf),
      completenessFinding(analysis),
      contestedFinding(analysis),
      trendFinding(analysis, main, mainAnswer, joint),
      passedThroughFinding(result.notAdded, analysis),
    ].filter(present),
    yearlyTable(
      totals,
      whyOf,
      text(
        'North Sea Port, cocaïne, in de haven in beslag genomen, kg',
        'North Sea Port, cocaïne, saisie dans le port, kg',
        'North Sea Port, Kokain, im Hafen sichergestellt, kg',
        'North Sea Port, cocaine, seized in port, kg',
      ),
      overrideNotes(analysis),
    ),
    { kind: 'map', draw: (options) => portMap(options) },
  ];
  return {
    findings: [
      ...[...ports, ...beside].flatMap(({ answer }) => (answer.advice ? [answer.advice] : [])),
      share,
      without,
    ],
    document: {
      title: text(
        'North Sea Port: cocaïne in beslag genomen, {first}–{last}',
        'North Sea Port : cocaïne saisie, {first}–{last}',
        'North Sea Port: sichergestelltes Kokain, {first}–{last}',
        'North Sea Port: cocaine seized, {first}–{last}',
        { first, last },
      ),
      question: text(
        'Hoeveel cocaïne is in Gent, Terneuzen en Vlissingen in beslag genomen, hoe zeker is dat, en neemt het toe?',
        'Quelle quantité de cocaïne a été saisie à Gand, à Terneuzen et à Flessingue, ce chiffre est-il sûr, et est-il en hausse ?',
        'Wie viel Kokain wurde in Gent, Terneuzen und Vlissingen sichergestellt, wie sicher ist das, und nimmt es zu?',
        'How much cocaine was seized in Ghent, Terneuzen and Vlissingen, how sure is that, and is it rising?',
      ),
      exercise: analysis.synthetic,
      facts: factsOf(analysis),
      front,
      sections: [
        scopeChapter(analysis),
        sourcesChapter(analysis),
        flowsChapter(analysis),
        sizeChapter(analysis),
        developmentChapter(analysis, ports, joint, [share, without], beside),
        chainChapter(analysis),
        decisionsChapter(analysis),
      ],
    },
  };
}
