import { conflictChart, totalChart } from '@samenbeeld/charts';
import type { Claim } from '@samenbeeld/merge';
import type { FindingBlock } from '@samenbeeld/page';
import {
  type Cause,
  type Conflict,
  type JointTotal,
  joinWith,
  places,
  semicolon,
  type Text,
} from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { publisherText } from '../sources/claim-text.ts';
import { dated, isYear, joined, labelled, openOf, phrased, placeText, text } from '../text.ts';

/** Periods, and what leaves each open. */
const causesIn = (
  totals: readonly JointTotal[],
  of: Cause['kind'],
): { readonly years: Text; readonly causes: Text } => ({
  years: phrased(
    'the',
    totals.map((total) => total.period),
  ),
  causes: joinWith(
    totals.flatMap((total) =>
      total.causes
        .filter(({ kind }) => kind === of)
        .map((cause) => joined([dated(total.period), cause.text], ' ')),
    ),
    semicolon,
  ),
});

const contrary = (totals: readonly JointTotal[]): Text =>
  text(
    'Voor {years} spreken gepubliceerde cijfers elkaar tegen ({causes}). Zolang niemand beslist, blijft het bereik staan; er wordt niet gemiddeld.',
    'Pour {years}, les chiffres publiés se contredisent ({causes}). Tant que personne ne tranche, la fourchette reste ; aucune moyenne n’est faite.',
    'Für {years} widersprechen sich veröffentlichte Zahlen ({causes}). Solange niemand entscheidet, bleibt die Spanne; es wird nicht gemittelt.',
    'For {years} published figures contradict each other ({causes}). Until someone decides, the range stands; nothing is averaged.',
    causesIn(totals, 'conflict'),
  );

const separate = (totals: readonly JointTotal[]): Text =>
  text(
    'Voor {years} zijn er aparte tellingen, elk van een eigen dienst ({causes}). Ze spreken elkaar niet tegen; of ze dezelfde vangsten bevatten, is niet bekend, dus blijft er een bereik staan.',
    'Pour {years}, il existe des décomptes distincts, chacun d’un service ({causes}). Ils ne se contredisent pas ; on ignore s’ils portent sur les mêmes saisies : une fourchette reste donc.',
    'Für {years} gibt es getrennte Zählungen je einer Behörde ({causes}). Sie widersprechen sich nicht; ob sie dieselben Funde enthalten, ist nicht bekannt, daher bleibt eine Spanne.',
    'For {years} there are separate counts, each of one service ({causes}). They do not contradict each other; whether they hold the same finds is not known, so a range stands.',
    causesIn(totals, 'separate_counts'),
  );

const countsApart = ({ causes }: JointTotal): boolean =>
  causes.some(({ kind }) => kind === 'separate_counts');

/** Published figures that do not fit the files of finds, which govern: no total is open for them, and yet they differ. */
function besideFinds(explained: readonly Conflict[]): FindingBlock {
  return {
    kind: 'finding',
    title: text(
      '{n:# gepubliceerd cijfer past|# gepubliceerde cijfers passen} niet bij de vangstbestanden',
      '{n:# chiffre publié ne concorde|# chiffres publiés ne concordent} pas avec les fichiers de saisies',
      '{n:# veröffentlichte Zahl passt|# veröffentlichte Zahlen passen} nicht zu den Funddateien',
      '{n:# published figure does|# published figures do} not fit the files of finds',
      { n: explained.length },
    ),
    text: joinWith(
      explained.map(({ periodStart, periodEnd, explanation }) =>
        joined([dated(`${periodStart}..${periodEnd}`), explanation], ' – '),
      ),
      ' ',
    ),
    confidence: 'medium',
  };
}

/** Which years are contested, and by what. */
export function contestedFinding(analysis: Analysis): FindingBlock | null {
  const contested = analysis.totals.filter(({ reported }) => typeof reported.likely === 'string');
  const { conflicts } = analysis.result;
  const decided = conflicts.filter((conflict) => conflict.state === 'decided');
  const isOfFinds = analysis.totals.some(({ method }) => method !== undefined);
  const explained = conflicts.filter(({ state }) => isOfFinds && state === 'explained');
  if (contested.length === 0 && decided.length === 0)
    return explained.length === 0 ? null : besideFinds(explained);
  const byId = new Map(analysis.result.claims.map((claim) => [claim.id, claim]));
  const undecided = contested.flatMap(({ period, members }): readonly Undecided[] =>
    members
      .filter(({ state }) => state === 'undecided')
      .map(({ place, rivals }) => ({
        place,
        period,
        rivals: rivals.flatMap((id) => byId.get(id) ?? []),
      })),
  );
  const [first, ...others] = undecided;
  const ofServices = contested.filter(countsApart);
  const rest = contested.filter((total) => openOf(total) === 'undecided');
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
        : rest.length === 0
          ? text(
              'Diensten tellen elk apart',
              'Les services comptent chacun de leur côté',
              'Behörden zählen je für sich',
              'Services each count for themselves',
            )
          : !rest.every(isYear)
            ? text(
                '{n:# periode is|# perioden zijn} betwist',
                '{n:Aucune période n’est contestée|Une période est contestée|# périodes sont contestées}',
                '{n:# Zeitraum ist|# Zeiträume sind} umstritten',
                '{n:# period is|# periods are} contested',
                { n: rest.length },
              )
            : text(
                '{n:# jaar is|# jaren zijn} betwist',
                '{n:Aucune année n’est contestée|Une année est contestée|# années sont contestées}',
                '{n:# Jahr ist|# Jahre sind} umstritten',
                '{n:# year is|# years are} contested',
                { n: rest.length },
              ),
    text:
      contested.length === 0
        ? text(
            '{n} keer spraken cijfers elkaar tegen; een medewerker heeft {n:|telkens }beslist, met reden.',
            'Des chiffres se contredisaient {n} fois ; {n:une décision motivée a été prise|chaque fois, une décision motivée a été prise}.',
            'In {n} {n:Fall|Fällen} widersprachen sich Zahlen; {n:es|jedes Mal} wurde mit Begründung entschieden.',
            'Figures contradicted each other {n} {n:time; someone|times; each time someone} decided, with a reason.',
            { n: decided.length },
          )
        : joined(
            [
              ...(rest.length > 0 ? [contrary(rest)] : []),
              ...(ofServices.length > 0 ? [separate(ofServices)] : []),
            ],
            ' ',
          ),
    confidence: 'high',
    ...(first &&
      others.length === 0 &&
      rest.length > 0 &&
      first.rivals.length > 1 && { draw: whichCount(first) }),
    ...(others.length > 0 && { draw: rangesOf(rest, analysis.question.place) }),
  };
}

/** A place and period of which claims contradict each other. */
interface Undecided {
  readonly place: string;
  readonly period: string;
  readonly rivals: readonly Claim[];
}

type Draw = NonNullable<FindingBlock['draw']>;

/** The rivals about one place and period, each with what it allows. */
function whichCount({ place, period, rivals }: Undecided): Draw {
  return (options) =>
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
          { place: labelled(places, place), year: dated(period) },
        ),
      },
    );
}

/** The range of each period that the contested figures allow, where several are contested. */
function rangesOf(contested: readonly JointTotal[], place: string): Draw {
  return (options) =>
    totalChart(contested, {
      ...options,
      periods: contested.map(({ period }) => period),
      title: text(
        '{place}: wat de betwiste cijfers toelaten',
        '{place} : ce que permettent les chiffres contestés',
        '{place}: was die umstrittenen Zahlen zulassen',
        '{place}: what the contested figures allow',
        { place: placeText(place) },
      ),
    });
}
