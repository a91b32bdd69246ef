import {
  type CoverageCell,
  conflictChart,
  coverageChart,
  totalChart,
  trendChart,
} from '@samenbeeld/charts';
import type { FindingBlock } from '@samenbeeld/report';
import { type JointTotal, type NotAdded, places, type Text } from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { claimText, publisherText } from './evidence.ts';
import type { TrendAnswer } from './port-trend.ts';
import { joined, labelled, numeral, plain, text } from './text.ts';
import type { WhyOf } from './yearly-table.ts';

function placeList(codes: readonly string[]): Text {
  return joined(
    codes.map((code) => labelled(places, code)),
    ', ',
  );
}

function reportedCount(total: JointTotal): number {
  return total.members.filter((member) => member.state === 'reported').length;
}

/** The latest year in which most ports are reported and nothing is contested. */
export function bestKnown(totals: readonly JointTotal[]): JointTotal | undefined {
  return totals
    .filter((total) => typeof total.reported.likely === 'number')
    .reduce<JointTotal | undefined>(
      (best, total) => (best && reportedCount(best) > reportedCount(total) ? best : total),
      undefined,
    );
}

/** The year that is known best: at least so much. */
export function floorFinding(analysis: Analysis, whyOf: WhyOf): FindingBlock | null {
  const total = bestKnown(analysis.totals);
  if (!total) return null;
  const figure = {
    shown: numeral(total.total.atLeast),
    value: total.total.atLeast,
    why: whyOf(total),
  };
  return {
    kind: 'finding',
    title: text(
      'Ten minste {v} kg in {year}',
      'Au moins {v} kg en {year}',
      'Mindestens {v} kg im Jahr {year}',
      'At least {v} kg in {year}',
      { v: total.total.atLeast, year: total.period },
    ),
    text:
      total.missing.length > 0
        ? text(
            'In {year} is in de haven ten minste {floor} kg cocaïne in beslag genomen. {missing} ontbreekt, dus een hoogste totaal is niet te geven.',
            'En {year}, au moins {floor} kg de cocaïne ont été saisis dans le port. {missing} fait défaut : aucun total maximal ne peut être donné.',
            'Im Jahr {year} wurden im Hafen mindestens {floor} kg Kokain sichergestellt. {missing} fehlt, daher lässt sich keine Höchstsumme nennen.',
            'In {year} at least {floor} kg of cocaine was seized in the port. {missing} is missing, so no highest total can be given.',
            { year: total.period, missing: placeList(total.missing), floor: '{floor}' },
          )
        : text(
            'In {year} is in de haven {floor} kg cocaïne in beslag genomen; alle havens hebben gemeld.',
            'En {year}, {floor} kg de cocaïne ont été saisis dans le port ; tous les ports ont communiqué.',
            'Im Jahr {year} wurden im Hafen {floor} kg Kokain sichergestellt; alle Häfen haben gemeldet.',
            'In {year} {floor} kg of cocaine was seized in the port; every port has reported.',
            { year: total.period, floor: '{floor}' },
          ),
    figures: { floor: figure },
    confidence: total.reported.lowest === total.reported.highest ? 'high' : 'medium',
    basis: text(
      'Cijfers van tellende diensten, tot op de cel te herleiden.',
      'Chiffres de services qui comptent, traçables jusqu’à la cellule.',
      'Zahlen zählender Stellen, bis zur Zelle rückverfolgbar.',
      'Figures of counting authorities, traceable to the cell.',
    ),
    draw: (options) => totalChart(analysis.totals, { ...options }),
  };
}

/** Which ports are missing, and how often. */
export function completenessFinding(analysis: Analysis): FindingBlock {
  const { totals } = analysis;
  const complete = totals.filter((total) => total.status === 'complete');
  const members = totals[0]?.members.map((member) => member.place) ?? [];
  const counts = members.map((place) => ({
    place,
    years: totals.filter((total) => !total.missing.includes(place)).length,
  }));
  return {
    kind: 'finding',
    title:
      complete.length === 0
        ? text(
            'Geen enkel jaar is volledig',
            'Aucune année n’est complète',
            'Kein Jahr ist vollständig',
            'No year is complete',
          )
        : text(
            '{n} van {all} jaren zijn volledig',
            '{n} années sur {all} sont complètes',
            '{n} von {all} Jahren sind vollständig',
            '{n} of {all} years are complete',
            { n: complete.length, all: totals.length },
          ),
    text: text(
      'Jaren met een jaarcijfer, van {all}: {list}. Wat ontbreekt is onbekend, niet nul.',
      'Années avec un chiffre annuel, sur {all} : {list}. Ce qui manque est inconnu, non nul.',
      'Jahre mit einer Jahreszahl, von {all}: {list}. Was fehlt, ist unbekannt, nicht null.',
      'Years with an annual figure, out of {all}: {list}. What is missing is unknown, not zero.',
      {
        all: totals.length,
        list: joined(
          counts.map(({ place, years }) =>
            text('{place} {n}', '{place} {n}', '{place} {n}', '{place} {n}', {
              place: labelled(places, place),
              n: years,
            }),
          ),
          ', ',
        ),
      },
    ),
    confidence: 'high',
    draw: (options) => coverageChart(coverageCells(analysis), options),
  };
}

/** The coverage matrix as the chart takes it. */
export function coverageCells(analysis: Analysis): readonly CoverageCell[] {
  return analysis.coverage.map((cell) => ({
    row: labelled(places, cell.place),
    period: cell.period,
    state: cell.state,
  }));
}

/** Which years are contested, and by what. */
export function contestedFinding(analysis: Analysis): FindingBlock | null {
  const contested = analysis.totals.filter((total) => total.reported.likely === 'undecided');
  const decided = analysis.conflicts.filter((conflict) => conflict.state === 'decided');
  if (contested.length === 0 && decided.length === 0) return null;
  const byId = new Map(analysis.result.claims.map((claim) => [claim.id, claim]));
  const first = contested[0]?.members.find((member) => member.state === 'undecided');
  const rivals = (first?.rivals ?? []).flatMap((id) => byId.get(id) ?? []);
  return {
    kind: 'finding',
    title:
      contested.length === 0
        ? text(
            'Tegenspraken zijn beslist',
            'Les contradictions sont tranchées',
            'Widersprüche sind entschieden',
            'Contradictions have been decided',
          )
        : text(
            '{n} jaren zijn betwist',
            '{n} années sont contestées',
            '{n} Jahre sind umstritten',
            '{n} years are contested',
            { n: contested.length },
          ),
    text:
      contested.length === 0
        ? text(
            '{n} keer spraken cijfers elkaar tegen; een medewerker heeft telkens beslist, met reden.',
            'Des chiffres se contredisaient {n} fois ; chaque fois, une décision motivée a été prise.',
            'In {n} Fällen widersprachen sich Zahlen; jedes Mal wurde mit Begründung entschieden.',
            'Figures contradicted each other {n} times; each time someone decided, with a reason.',
            { n: decided.length },
          )
        : text(
            'Voor {years} spreken gepubliceerde cijfers elkaar tegen ({causes}). Zolang niemand beslist, blijft het bereik staan; er wordt niet gemiddeld.',
            'Pour {years}, les chiffres publiés se contredisent ({causes}). Tant que personne ne tranche, la fourchette reste ; aucune moyenne n’est faite.',
            'Für {years} widersprechen sich veröffentlichte Zahlen ({causes}). Solange niemand entscheidet, bleibt die Spanne; es wird nicht gemittelt.',
            'For {years} published figures contradict each other ({causes}). Until someone decides, the range stands; nothing is averaged.',
            {
              years: contested.map((total) => total.period).join(', '),
              causes: joined(
                contested.flatMap((total) =>
                  total.causes
                    .filter((cause) => cause.kind === 'conflict')
                    .map((cause) => joined([plain(total.period), cause.text], ' ')),
                ),
                '; ',
              ),
            },
          ),
    confidence: 'high',
    ...(rivals.length > 1
      ? {
          draw: (options) =>
            conflictChart(
              rivals.map((claim) => ({
                label: publisherText(claim),
                interval: claim.interval,
                value: claim.value,
                role: 'rival' as const,
              })),
              {
                ...options,
                title: text(
                  '{place}, {year}: welke telling?',
                  '{place}, {year} : quel décompte ?',
                  '{place}, {year}: welche Zählung?',
                  '{place}, {year}: which count?',
                  { place: labelled(places, first?.place ?? ''), year: contested[0]?.period ?? '' },
                ),
              },
            ),
        }
      : {}),
  };
}

function trendTitle(answer: TrendAnswer, place: string): Text {
  const where = { place: labelled(places, place) };
  switch (answer.trend?.details.verdict) {
    case 'rising':
      return text(
        '{place}: stijgend',
        '{place} : en hausse',
        '{place}: steigend',
        '{place}: rising',
        where,
      );
    case 'falling':
      return text(
        '{place}: dalend',
        '{place} : en baisse',
        '{place}: fallend',
        '{place}: falling',
        where,
      );
    case 'not_shown':
      return text(
        '{place}: geen trend aan te tonen',
        '{place} : aucune tendance démontrable',
        '{place}: kein Trend nachweisbar',
        '{place}: no trend can be shown',
        where,
      );
    default:
      return text(
        '{place}: geen uitspraak mogelijk',
        '{place} : aucune conclusion possible',
        '{place}: keine Aussage möglich',
        '{place}: no conclusion possible',
        where,
      );
  }
}

/** What the trend of one port says, and why the joint row has none. */
export function trendFinding(
  analysis: Analysis,
  place: string,
  port: TrendAnswer,
  joint: TrendAnswer,
): FindingBlock {
  const says = port.trend?.says ?? plain(port.refusal?.message ?? '');
  const refused =
    joint.refusal === null
      ? null
      : text(
          'Voor de haven als geheel wordt geen trend berekend: de havens in de som wisselen van jaar tot jaar.',
          'Aucune tendance n’est calculée pour l’ensemble du port : les ports de la somme changent d’une année à l’autre.',
          'Für den Hafen insgesamt wird kein Trend berechnet: Die Häfen in der Summe wechseln von Jahr zu Jahr.',
          'No trend is computed for the port as a whole: the ports in the sum change from year to year.',
        );
  const points = analysis.totals.flatMap((total) => {
    const member = total.members.find((entry) => entry.place === place);
    if (!member || member.state === 'not_reported') return [];
    return [
      {
        year: Number(total.period),
        value: typeof member.likely === 'number' ? member.likely : null,
        low: member.lowest,
        high: member.highest,
      },
    ];
  });
  return {
    kind: 'finding',
    title: trendTitle(port, place),
    text: joined(refused ? [says, refused] : [says], ' '),
    confidence: port.trend?.confidence ?? 'low',
    draw: (options) =>
      trendChart(points, {
        ...options,
        title: text(
          'Cocaïne in {place}, kg per jaar',
          'Cocaïne à {place}, kg par an',
          'Kokain in {place}, kg pro Jahr',
          'Cocaine in {place}, kg a year',
          { place: labelled(places, place) },
        ),
      }),
  };
}

/** The figures people quote that are about something else. */
export function notAddedFinding(
  notAdded: readonly NotAdded[],
  analysis: Analysis,
): FindingBlock | null {
  const beside = notAdded.filter((entry) => entry.kind === 'basis');
  if (beside.length === 0) return null;
  const byId = new Map(analysis.result.claims.map((claim) => [claim.id, claim]));
  const list = beside.flatMap((entry) => {
    const claim = byId.get(entry.claim);
    return claim ? [joined([claimText(claim), entry.reason], '. ')] : [];
  });
  return {
    kind: 'finding',
    title: text(
      'Doorgevoerd is niet in beslag genomen',
      'Transité n’est pas saisi',
      'Durchgeschleust ist nicht sichergestellt',
      'Passed through is not seized',
    ),
    text: text(
      'Niet opgeteld: {list}',
      'Non additionné : {list}',
      'Nicht addiert: {list}',
      'Not added: {list}',
      { list: joined(list, ' ') },
    ),
    confidence: 'high',
  };
}
