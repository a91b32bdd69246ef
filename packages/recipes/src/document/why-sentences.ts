import { kinds, type TotalQuestion, usualBasis } from '@samenbeeld/merge';
import {
  bases,
  type JointTotal,
  metrics,
  type NotAdded,
  places,
  substances,
  type Text,
} from '@samenbeeld/schema';
import { joined, labelled, numeral, periodText, placeText, text, unitText } from './text.ts';

/** How a place is typed: an area by the name it goes by, any other by its code. */
function typed(place: string): string {
  const { kind, aliases } = places.get(place);
  return kind === 'complex' ? (aliases?.[0] ?? place) : place;
}

/** What to type to see a total of a picture's folder. */
export function whyCommand(folder: string, total: JointTotal, question: TotalQuestion): string {
  const { complex, substance, basis, metric, unit, period, agencies } = total;
  const isYear = /^\d{4}$/u.test(period);
  const isPlain = metric === 'quantity' && unit === 'kg' && isYear && agencies === null;
  if (isPlain && places.has(complex) && usualBasis(complex) === basis) {
    const drug = substances.has(substance) ? substances.label(substance, 'en') : substance;
    return `samenbeeld why ${folder} "${typed(complex)} ${drug} ${period}"`;
  }
  const [from, to = from] = period.split('/');
  const kindsAsked = kinds.flatMap((kind) => {
    const asked = question[kind];
    return asked === undefined ? [] : [[optionOf(kind), asked ?? 'none'] as const];
  });
  const options: readonly (readonly [string, string | undefined])[] = [
    ['place', complex],
    ['substance', substance || 'none'],
    ...([
      ['basis', basis],
      ['metric', metric],
      ['unit', unit],
    ] as const),
    ...kindsAsked,
    ...(question.by ? [['by', question.by] as const] : []),
    ...([
      ['from', from],
      ['to', to],
    ] as const),
    ...(agencies ?? []).map((code) => ['agency', code] as const),
  ];
  const written = options.map(([name, value]) => `--${name} ${value}`);
  return ['samenbeeld ask', folder, 'total', ...written].join(' ');
}

const optionOf = (kind: string): string => (kind === 'countUnit' ? 'count-unit' : kind);

/** What a row of the table is. */
export function totalTitle(total: JointTotal): Text {
  return text(
    '{place}: {what}, {how}, {period}',
    '{place} : {what}, {how}, {period}',
    '{place}: {what}, {how}, {period}',
    '{place}: {what}, {how}, {period}',
    {
      place: placeText(total.complex),
      what: total.substance
        ? labelled(substances, total.substance)
        : labelled(metrics, total.metric),
      how: labelled(bases, total.basis),
      period: periodText(total.period),
    },
  );
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
    text('{place}: {low}', '{place} : {low}', '{place}: {low}', '{place}: {low}', {
      place: placeText(member.place),
      low: numeral(member.lowest),
    }),
  );
  const sum = text(
    'Laagste: {parts}; samen {sum} {unit}.',
    'Minimum : {parts} ; ensemble {sum} {unit}.',
    'Untergrenze: {parts}; zusammen {sum} {unit}.',
    'Lowest: {parts}; together {sum} {unit}.',
    { parts: joined(parts, ', '), sum: total.reported.lowest ?? '–', unit: unitText(total.unit) },
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
