import { isRuleStated } from '@samenbeeld/ingest';
import { type CountedAs, isUnread, stepOfFigures } from '@samenbeeld/merge';
import {
  type Break,
  type Comparable,
  type Decision,
  groupBy,
  hasFigure,
  type JointTotal,
  ownValue,
  parsePeriod,
  RefusalError,
  refusalText,
  type Text,
} from '@samenbeeld/schema';
import {
  adviseTrend,
  type Trend,
  type TrendAdvice,
  type TrendSeries,
  trendOf,
} from '@samenbeeld/trends';
import type { Analysis } from '../analysis.ts';
import { recordsBehind, rulesBehind, settledBy } from '../finds/records-together.ts';
import { anew, type Once } from '../held.ts';
import { capitalised, countedIn, dated, isRunning, joined, phrased, text } from '../text.ts';
import { stateKnown } from '../totals/coverage-cells.ts';
import { directions } from './directions.ts';
import { seriesPeriod } from './trend-points.ts';

const nothingCounted: CountedAs = { metric: '', substance: null };

/** The totals that a series is of: a period that was not over on the date of the picture has no figure yet. */
function over(totals: readonly JointTotal[], asOf: string | null): readonly JointTotal[] {
  return totals.filter((total) => !isRunning(total, asOf));
}

/** The series of one port: a value or a range a period; periods without a figure are missing, never zero, and those that were not over on the date of the picture are left out. */
export function portSeries(
  totals: readonly JointTotal[],
  place: string,
  asOf: string | null,
  counted: CountedAs = totals[0] ?? nothingCounted,
): TrendSeries {
  const points = over(totals, asOf).flatMap((total) => {
    const member = total.members.find((entry) => entry.place === place);
    if (!member || member.lowest === null || stateKnown(member) === 'finds_only') return [];
    const isPoint = member.highest === member.lowest;
    return [
      {
        period: seriesPeriod(total),
        value: typeof member.likely === 'number' ? member.likely : null,
        interval: { low: member.lowest, high: member.highest, closed: isPoint },
        apart: member.state === 'apart',
        members: [place],
      },
    ];
  });
  const [first] = totals;
  return {
    subject: `${place} ${first?.substance ?? ''} ${first?.basis ?? ''} ${first?.unit ?? ''}`,
    label: countedIn({ basis: first?.basis ?? '', ...counted }, place),
    unit: first?.unit ?? '',
    points,
    scope: {
      place,
      substance: first?.substance ?? '',
      basis: first?.basis ?? '',
      metric: first?.metric ?? '',
    },
  };
}

/** The series of the joint row, whose members change from year to year; a trend over it is refused. */
export function jointSeries(
  totals: readonly JointTotal[],
  asOf: string | null,
  counted: CountedAs = totals[0] ?? nothingCounted,
): TrendSeries {
  const [first] = totals;
  return {
    subject: first?.key ?? '',
    label: countedIn({ basis: first?.basis ?? '', ...counted }, first?.complex ?? ''),
    unit: first?.unit ?? '',
    points: over(totals, asOf).flatMap(
      ({ period, members, reported: { lowest, likely, highest } }) =>
        lowest === null
          ? []
          : [
              {
                period: seriesPeriod({ period }),
                value: typeof likely === 'number' ? likely : null,
                interval: { low: lowest, high: highest, closed: lowest === highest },
                apart: members.some(({ state }) => state === 'apart'),
                members: members.filter(hasFigure).map(({ place }) => place),
              },
            ],
    ),
    scope: {
      place: first?.complex ?? '',
      substance: first?.substance ?? '',
      basis: first?.basis ?? '',
      metric: first?.metric ?? '',
    },
  };
}

/**
 * What may be said of a trend with every method that was considered, or the reason why nothing may. `notFrom`: the later first
 * period from which on a rise or a fall is shown no more, which the words of the advice then say.
 */
export type TrendAnswer =
  | { readonly advice: TrendAdvice; readonly refusal: null; readonly notFrom: string | null }
  | { readonly advice: null; readonly refusal: RefusalError };

/** The breaks of the sources whose records stand behind the totals. */
export function breaksOf(analysis: Analysis): readonly Break[] {
  const used = new Set(recordsBehind(analysis, analysis.totals).map((record) => record.source));
  return analysis.breaks.filter((entry) => used.has(entry.source));
}

/**
 * A series with the records behind it, so that the comparability guard sees what is fitted. Whose figure stands is settled, and of
 * finds by which rule each is listed. Not that a place goes on under another rule: two rules of claims are not alike, and
 * one that is not stated is like no other.
 */
export function guardedSeries(
  analysis: Analysis,
  series: TrendSeries,
  place?: string,
): TrendSeries {
  const records: readonly Comparable[] = recordsBehind(analysis, analysis.totals, place);
  const { breaks: _, overrides: __, across = [], ...comparison } = settledBy(analysis);
  const { definitions = [] } = comparison;
  const claims = records.filter(({ kind }) => kind === 'observation');
  const isSettled =
    [...groupBy(claims, (claim) => claim.place).values()].every(
      (some) => rulesBehind(definitions, some).size < 2,
    ) && [...rulesBehind(definitions, records).values()].every(isRuleStated);
  const settled = isSettled ? across : across.filter((field) => field !== 'definition');
  return { ...series, records, comparison: { ...comparison, across: settled } };
}

/** Asks for a trend, from later first periods too, and keeps a refusal as an answer. */
export function askTrend(
  series: TrendSeries,
  breaks: readonly Break[],
  overrides: readonly Decision[],
  once: Once = anew,
): TrendAnswer {
  const advise = (): TrendAnswer & { readonly refusal: null } => {
    const advice = adviseTrend(series, { breaks, overrides });
    const notFrom = laterStart(advice, series, (rest) => trendOf(rest, { breaks, overrides }));
    if (notFrom === null) return { advice, refusal: null, notFrom };
    const says = joined([advice.says, startDecides(advice, notFrom)], ' ');
    const confidence = advice.confidence === 'high' ? 'medium' : advice.confidence;
    return { advice: { ...advice, says, confidence }, refusal: null, notFrom };
  };
  try {
    return once('trend', [series, breaks, overrides], advise);
  } catch (error) {
    if (error instanceof RefusalError) return { advice: null, refusal: error };
    throw error;
  }
}

/** A later first period leaves at least so many figures: of fewer a trend is seldom shown, whatever it is. */
const leastLeft = 8;

/**
 * From which later first period on a rise or a fall is shown no more, where there is one. Not the other way round: who tries one
 * start after another finds a trend by chance.
 */
function laterStart(
  { details: { verdict } }: TrendAdvice,
  { records: _, comparison: __, ...series }: TrendSeries,
  ask: (series: TrendSeries) => Trend,
): string | null {
  if (verdict !== 'rising' && verdict !== 'falling') return null;
  const { points } = series;
  const starts = points.slice(1, Math.max(1, points.length - leastLeft + 1));
  const at = starts.findIndex(
    (_start, index) =>
      ask({ ...series, points: points.slice(index + 1) }).details.verdict !== verdict,
  );
  return starts[at]?.period ?? null;
}

function startDecides({ details }: TrendAdvice, notFrom: string): Text {
  const period = dated(notFrom);
  return details.verdict === 'rising'
    ? text(
        'Van {period} af gerekend is geen stijging aan te tonen: de uitspraak hangt af van waar de reeks begint.',
        'À partir de {period}, aucune hausse n’est démontrable : la conclusion dépend du début de la série.',
        'Ab {period} gerechnet ist kein Anstieg nachweisbar: Die Aussage hängt davon ab, wo die Reihe beginnt.',
        'Counted from {period} on no rise can be shown: what is said depends on where the series begins.',
        { period },
      )
    : text(
        'Van {period} af gerekend is geen daling aan te tonen: de uitspraak hangt af van waar de reeks begint.',
        'À partir de {period}, aucune baisse n’est démontrable : la conclusion dépend du début de la série.',
        'Ab {period} gerechnet ist kein Rückgang nachweisbar: Die Aussage hängt davon ab, wo die Reihe beginnt.',
        'Counted from {period} on no fall can be shown: what is said depends on where the series begins.',
        { period },
      );
}

/** What an answer says in a few words, for a title or a clause: "rising", "rising since 2012, not shown from 2014 on"; null where nothing may be said. */
export function directionWords(answer: TrendAnswer): Text | null {
  if (answer.advice === null) return null;
  const { advice, notFrom } = answer;
  const direction = ownValue(directions, advice.details.verdict);
  if (!direction || notFrom === null) return direction ?? null;
  return text(
    '{direction} sinds {first}, van {notFrom} af niet aan te tonen',
    '{direction} depuis {first}, non démontrable à partir de {notFrom}',
    '{direction} seit {first}, ab {notFrom} nicht nachweisbar',
    '{direction} since {first}, not shown from {notFrom} on',
    { direction, first: dated(advice.examined.first ?? ''), notFrom: dated(notFrom) },
  );
}

/** What figures of a part of a year are called, with what to ask for them. */
const partFigures: Readonly<Record<string, Text>> = {
  'half-year': text(
    'Halfjaarcijfers staan er wel',
    'Des chiffres semestriels s’y trouvent',
    'Halbjahreszahlen sind vorhanden',
    'Half-yearly figures are there',
  ),
  quarter: text(
    'Kwartaalcijfers staan er wel',
    'Des chiffres trimestriels s’y trouvent',
    'Quartalszahlen sind vorhanden',
    'Quarterly figures are there',
  ),
  month: text(
    'Maandcijfers staan er wel',
    'Des chiffres mensuels s’y trouvent',
    'Monatszahlen sind vorhanden',
    'Monthly figures are there',
  ),
};

/** Of which periods rows may be that were put aside or left out: they are in no series and among no finds. */
export function putAsideNote(
  { totals, declared, result }: Analysis,
  isOf: (place: string) => boolean = () => true,
): readonly Text[] {
  const periods = totals.filter(({ members, basis, substance, period }) => {
    const { start, end } = parsePeriod(period);
    const cell = { basis, substance, periodStart: start, periodEnd: end };
    return members.some(({ place }) => isOf(place) && isUnread(place, cell, declared));
  });
  if (periods.length === 0 || result.of !== 'events') return [];
  return [
    text(
      'Rijen die niet zijn gelezen, apart zijn gezet of door een regel zijn weggelaten, kunnen over {periods} gaan en tellen hier niet mee.',
      'Des lignes qui n’ont pas été lues, ont été mises à part ou sont écartées par une règle peuvent porter sur {periods} et ne comptent pas ici.',
      'Zeilen, die nicht gelesen, beiseitegelegt oder durch eine Regel weggelassen wurden, können {periods} betreffen und zählen hier nicht mit.',
      'Rows that were not read, were put aside or are left out by a rule may be about {periods} and do not count here.',
      {
        periods: phrased(
          'the',
          periods.map(({ period }) => period),
        ),
      },
    ),
  ];
}

/** By which rules the finds of a place are listed, where they are more than one, or may be. */
export function unlikeRules(analysis: Analysis, place: string): readonly Text[] {
  const finds = recordsBehind(analysis, analysis.totals, place).filter(
    ({ kind }) => kind === 'seizure',
  );
  const rules = rulesBehind(settledBy(analysis).definitions ?? [], finds);
  if (rules.size < 2) return [];
  // Of rules that nobody states it is not known how many they are.
  if (![...rules.values()].every(isRuleStated))
    return [
      text(
        'Niet van alle vangsten is vermeld volgens welke telregel zij zijn opgenomen (zie de bronnen): verschillen de regels en verandert hun aandeel, dan kan dat op een verandering van de criminaliteit lijken.',
        'La règle de comptage n’est pas indiquée pour toutes les saisies (voir les sources) : si les règles diffèrent et que leur part change, cela peut ressembler à une évolution de la criminalité.',
        'Nicht für alle Funde ist angegeben, nach welcher Zählregel sie erfasst wurden (siehe die Quellen): Sind die Regeln verschieden und ändert sich ihr Anteil, kann das wie eine Veränderung der Kriminalität aussehen.',
        'It is not stated for all finds by which counting rule they were listed (see the sources): where the rules differ and their shares change, that may look like a change in crime.',
      ),
    ];
  return [
    text(
      'De vangsten zijn volgens {n} telregels opgenomen (zie de bronnen): verandert hun aandeel, dan kan dat op een verandering van de criminaliteit lijken.',
      'Les saisies ont été relevées selon {n} règles de comptage (voir les sources) : si leur part change, cela peut ressembler à une évolution de la criminalité.',
      'Die Funde wurden nach {n} Zählregeln erfasst (siehe die Quellen): Ändert sich ihr Anteil, kann das wie eine Veränderung der Kriminalität aussehen.',
      'The finds were listed by {n} counting rules (see the sources): where their shares change, that may look like a change in crime.',
      { n: rules.size },
    ),
  ];
}

/** What is known of a place and has no part in its series: periods of which only a lower limit is known, and figures of shorter ones. */
export function outsideSeries(analysis: Analysis, place: string): readonly Text[] {
  const { totals, picture } = analysis;
  const running = totals.filter(
    (total) => total.status !== 'none' && isRunning(total, picture.asOf),
  );
  const floors = totals.filter(
    (total) =>
      !running.includes(total) &&
      total.members.some((member) => member.place === place && stateKnown(member) === 'finds_only'),
  );
  const still = running.map(({ period }) =>
    text(
      '{period} was op de peildatum ({day}) nog niet voorbij en telt niet mee.',
      '{period} : pas encore terminé à la date de référence ({day}), et non compté.',
      '{period} war am Stichtag ({day}) noch nicht vorbei und zählt nicht mit.',
      '{period} was not over on the date of the picture ({day}) and does not count.',
      { period: capitalised(dated(period)), day: dated(picture.asOf) },
    ),
  );
  const aside = putAsideNote(analysis, (one) => one === place);
  if (floors.length === 0) return [...still, ...aside];
  const periods = phrased(
    'of',
    floors.map(({ period }) => period),
  );
  const step = stepOfFigures(analysis.records, analysis.question);
  const figures = step === analysis.question.by ? undefined : partFigures[step];
  return [
    ...still,
    text(
      '{periods} is alleen een ondergrens bekend; een ondergrens is geen punt van een reeks.',
      '{periods}, seul un minimum est connu ; un minimum n’est pas un point d’une série.',
      '{periods} ist nur eine Untergrenze bekannt; eine Untergrenze ist kein Punkt einer Reihe.',
      '{periods} only a lower limit is known; a lower limit is no point of a series.',
      { periods: capitalised(periods) },
    ),
    ...aside,
    ...(figures
      ? [
          text(
            '{figures}: vraag met {by} {step}.',
            '{figures} : demandez avec {by} {step}.',
            '{figures}: Fragen Sie mit {by} {step}.',
            '{figures}: ask with {by} {step}.',
            {
              figures,
              by: (picture.written ?? ((name: string) => `${name}:`))('by'),
              step,
            },
          ),
        ]
      : []),
  ];
}

/** Why there is no trend, as the report says it. */
export function trendRefusal(refusal: RefusalError): Text {
  const says = refusalText(refusal, 'trend');
  if (refusal.dimension !== 'members') return says;
  return joined(
    [
      says,
      text(
        'Kies één haven.',
        'Choisissez un seul port.',
        'Wählen Sie einen Hafen.',
        'Choose one port.',
      ),
    ],
    ' ',
  );
}
