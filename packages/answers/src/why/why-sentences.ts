import { type TotalQuestion, usualBasis } from '@samenbeeld/merge';
import {
  bases,
  type JointTotal,
  metrics,
  type NotAdded,
  parsePeriod,
  periodCode,
  places,
  shellWord,
  substances,
  type Text,
} from '@samenbeeld/schema';
import { isBasisSaid } from '../questions.ts';
import { dated, joined, labelled, numeral, patterned, placeText, text, unitText } from '../text.ts';

/** A figure as a command names it. */
export interface FigureCell {
  readonly place: string;
  readonly substance: string | null;
  readonly basis: string;
  /** An amount in kilograms unless said otherwise. */
  readonly metric?: string;
  readonly unit?: string;
  readonly agencies?: readonly string[] | null;
  readonly period: string;
}

/** An area by the name it goes by, any other place by its code. */
function typed(place: string): string {
  const { kind, aliases } = places.get(place);
  return kind === 'complex' ? (aliases?.[0] ?? place) : place;
}

/** What to type to see where a figure of a picture's folder comes from; null for one that `why` does not name. */
export function whyCommand(folder: string, cell: FigureCell): string | null {
  const { place, substance, basis, metric = 'quantity', unit = 'kg', agencies, period } = cell;
  const isNamed =
    places.has(place) && substance !== null && 'ASQM'.includes(parsePeriod(period).freq);
  if (!isNamed || metric !== 'quantity' || unit !== 'kg') return null;
  const name = [
    typed(place),
    substances.has(substance) ? substances.label(substance, 'en') : substance,
    ...(basis === usualBasis(place) ? [] : [basis]),
    periodCode(parsePeriod(period)),
    ...(agencies ? [agencies.join('+')] : []),
  ].join(' ');
  return `samenbeeld why ${shellWord(folder)} ${shellWord(name)}`;
}

/** What to type to ask a picture's folder for a figure again. */
export function askCommand(
  folder: string,
  { place, substance, basis, metric = 'quantity', unit = 'kg', agencies, period }: FigureCell,
  question: TotalQuestion,
): string {
  const [from = '', to = from] = period.split('/');
  const { offence, code, level, countUnit, by } = question;
  const kinds = { offence, code, level, 'count-unit': countUnit };
  const asked = { place, substance: substance || null, basis, metric, unit };
  // A weight is of no offence and no counting unit: only what sets it apart is typed.
  const isWeighed = metric === 'quantity';
  const told = Object.entries(kinds).filter(([, value]) => !isWeighed || value != null);
  const options = [...Object.entries(asked), ...told, ...Object.entries({ by, from, to })].flatMap(
    ([name, value]) => (value === undefined ? [] : [`--${name} ${shellWord(value ?? 'none')}`]),
  );
  const services = (agencies ?? []).map((one) => `--agency ${one}`);
  return ['samenbeeld ask', shellWord(folder), 'total', ...options, ...services].join(' ');
}

/** What to type to see a total, in a folder as a build makes it. */
export function commandFor(folder: string, total: JointTotal, question: TotalQuestion): string {
  const cell = { ...total, place: total.complex };
  return whyCommand(folder, cell) ?? askCommand(folder, cell, question);
}

/** What a figure is of: its place, its drug or measure, its basis and its period. */
export function figureTitle(
  of: Pick<JointTotal, 'basis' | 'metric' | 'period'> & {
    readonly place: string;
    readonly substance: string | null;
  },
): Text {
  const { place, substance, metric, basis, period } = of;
  return patterned('{place}: {what}', {
    place: placeText(place),
    what: joined(
      [
        ...(substance ? [labelled(substances, substance)] : []),
        ...(substance && metric === 'quantity' ? [] : [labelled(metrics, metric)]),
        ...(isBasisSaid(basis, metric) ? [] : [labelled(bases, basis)]),
        dated(period),
      ],
      ', ',
    ),
  });
}

/** What a row of the table is. */
export function totalTitle(total: JointTotal): Text {
  return figureTitle({ ...total, place: total.complex });
}

/** How a row was made, one sentence a paragraph. */
export function sentences(
  total: JointTotal,
  notAdded: readonly NotAdded[],
  conflicts: readonly Text[],
): readonly Text[] {
  const reported = total.members.flatMap(({ place, lowest }) =>
    lowest === null ? [] : [{ place, lowest }],
  );
  const parts = reported.map((member) =>
    patterned('{place}: {low}', {
      place: placeText(member.place),
      low: numeral(member.lowest),
    }),
  );
  // Of one place there is nothing to add; a figure of several together may hold the total higher.
  const together =
    reported.length === 1 && reported[0]?.lowest === total.reported.lowest
      ? ''
      : text('; samen {sum}', ' ; ensemble {sum}', '; zusammen {sum}', '; together {sum}', {
          sum: total.reported.lowest ?? '–',
        });
  const sum = text(
    'Laagste: {parts}{together} {unit}.',
    'Minimum : {parts}{together} {unit}.',
    'Untergrenze: {parts}{together} {unit}.',
    'Lowest: {parts}{together} {unit}.',
    { parts: joined(parts, ', '), together, unit: unitText(total.unit) },
  );
  const beside =
    notAdded.length === 0
      ? []
      : [
          text(
            '{n:# ander cijfer staat|# andere cijfers staan} ernaast en {n:is|zijn} niet opgeteld.',
            '{n:# autre chiffre figure à côté et n’est pas additionné|# autres chiffres figurent à côté et ne sont pas additionnés}.',
            '{n:Keine weitere Zahl steht|Eine weitere Zahl steht|# weitere Zahlen stehen} daneben und {n:ist|sind} nicht addiert.',
            '{n:# other figure stands|# other figures stand} beside it and {n:is|are} not added.',
            { n: notAdded.length },
          ),
        ];
  const ceilings = total.ceilings.map((ceiling) =>
    text(
      ceiling.inUse
        ? 'Plafond in gebruik: {value} {unit}. {assumption}'
        : 'Plafond aangeboden, niet gebruikt: {value} {unit}. {assumption}',
      ceiling.inUse
        ? 'Plafond utilisé : {value} {unit}. {assumption}'
        : 'Plafond proposé, non utilisé : {value} {unit}. {assumption}',
      ceiling.inUse
        ? 'Obergrenze in Gebrauch: {value} {unit}. {assumption}'
        : 'Obergrenze angeboten, nicht gebraucht: {value} {unit}. {assumption}',
      ceiling.inUse
        ? 'Ceiling in use: {value} {unit}. {assumption}'
        : 'Ceiling offered, not used: {value} {unit}. {assumption}',
      { value: ceiling.value, unit: unitText(total.unit), assumption: ceiling.assumption },
    ),
  );
  return [sum, ...total.causes.map((cause) => cause.text), ...conflicts, ...ceilings, ...beside];
}
