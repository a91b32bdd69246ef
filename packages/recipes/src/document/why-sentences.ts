import { bases, type JointTotal, type NotAdded, substances, type Text } from '@samenbeeld/schema';
import { joined, labelled, numeral, placeText, text } from './text.ts';

/** What a row of the table is. */
export function totalTitle(total: JointTotal): Text {
  return text(
    '{place}: {what}, {how}, {period}',
    '{place} : {what}, {how}, {period}',
    '{place}: {what}, {how}, {period}',
    '{place}: {what}, {how}, {period}',
    {
      place: placeText(total.complex),
      what: labelled(substances, total.substance),
      how: labelled(bases, total.basis),
      period: total.period,
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
    'Laagste: {parts}; samen {sum} kg.',
    'Minimum : {parts} ; ensemble {sum} kg.',
    'Untergrenze: {parts}; zusammen {sum} kg.',
    'Lowest: {parts}; together {sum} kg.',
    { parts: joined(parts, ', '), sum: total.reported.lowest ?? '–' },
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
        ? 'Plafond in gebruik: {value} kg. {assumption}'
        : 'Plafond aangeboden, niet gebruikt: {value} kg. {assumption}',
      ceiling.inUse
        ? 'Plafond utilisé : {value} kg. {assumption}'
        : 'Plafond proposé, non utilisé : {value} kg. {assumption}',
      ceiling.inUse
        ? 'Obergrenze in Gebrauch: {value} kg. {assumption}'
        : 'Obergrenze angeboten, nicht gebraucht: {value} kg. {assumption}',
      ceiling.inUse
        ? 'Ceiling in use: {value} kg. {assumption}'
        : 'Ceiling offered, not used: {value} kg. {assumption}',
      { value: ceiling.value, assumption: ceiling.assumption },
    ),
  );
  return [sum, ...total.causes.map((cause) => cause.text), ...conflicts, ...ceilings, ...beside];
}
