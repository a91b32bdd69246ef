import { type Claim, type JointTotals, type WhyLine, whyTotal } from '@samenbeeld/merge';
import type { Evidence, Why } from '@samenbeeld/report';
import {
  agencies,
  bases,
  type Decision,
  type JointTotal,
  type NotAdded,
  places,
  type Seizure,
  substances,
  type Text,
} from '@samenbeeld/schema';
import { joined, labelled, numeral, plain, text, worded } from './text.ts';

const roles: Readonly<Record<WhyLine['role'], Evidence['role']>> = {
  governing: 'governing',
  combined: 'part',
  absorbed: 'absorbed',
  rival: 'rival',
  find: 'find',
  ceiling: 'ceiling',
  not_added: 'not_added',
  explained: 'rival',
};

function placeText(code: string): Text {
  return joined(
    code.split('+').map((part) => labelled(places, part)),
    ' + ',
  );
}

function period(claim: Claim): string {
  const year = claim.periodStart.slice(0, 4);
  return claim.periodStart === `${year}-01-01` && claim.periodEnd === `${year}-12-31`
    ? year
    : `${claim.periodStart} – ${claim.periodEnd}`;
}

/** A claim in one line: place, period, value in its words, who and when. */
export function claimText(claim: Claim): Text {
  return text(
    '{place}, {period}: {value} {unit}',
    '{place}, {period} : {value} {unit}',
    '{place}, {period}: {value} {unit}',
    '{place}, {period}: {value} {unit}',
    {
      place: placeText(claim.place),
      period: period(claim),
      value: worded(claim.value, claim.wording),
      unit: claim.unit,
    },
  );
}

/** Who stands behind a claim, and when it was published, in English codes that every language prints alike. */
export function publisherOf(claim: Claim): string {
  const who = claim.agencies
    .map((agency) => (agencies.has(agency) ? agencies.label(agency, 'en') : agency))
    .join(' + ');
  return claim.publishedOn ? `${who}, ${claim.publishedOn}` : who;
}

/** The same in four languages. */
export function publisherText(claim: Claim): Text {
  const who = joined(
    claim.agencies.map((agency) => labelled(agencies, agency)),
    ' + ',
  );
  return claim.publishedOn ? joined([who, plain(claim.publishedOn)], ', ') : who;
}

/** The rows that are a claim, each as a piece of evidence. */
export function evidenceOf(claim: Claim, role: Evidence['role']): readonly Evidence[] {
  return claim.rows.map((row) => ({
    role,
    claim: claim.id,
    says: claimText(claim),
    printed:
      row.wordingPrinted === null
        ? undefined
        : { words: `${row.wordingPrinted} ${row.printed ?? ''} ${row.unit}` },
    publisher: publisherOf(claim),
    url: row.publication?.startsWith('http') ? row.publication : undefined,
    origin: row.origin,
  }));
}

/** What a row of the table is. */
export function totalTitle(total: JointTotal): Text {
  return text(
    '{place}: {what}, {how}, {period}',
    '{place} : {what}, {how}, {period}',
    '{place}: {what}, {how}, {period}',
    '{place}: {what}, {how}, {period}',
    {
      place: labelled(places, total.complex),
      what: labelled(substances, total.substance),
      how: labelled(bases, total.basis),
      period: total.period,
    },
  );
}

function sentences(
  total: JointTotal,
  notAdded: readonly NotAdded[],
  conflicts: readonly Text[],
): readonly Text[] {
  const parts = total.members.map((member) =>
    text('{place}: {low}', '{place} : {low}', '{place}: {low}', '{place}: {low}', {
      place: labelled(places, member.place),
      low: numeral(member.lowest),
    }),
  );
  const sum = text(
    'Laagste: {parts}; samen {sum} kg.',
    'Minimum : {parts} ; ensemble {sum} kg.',
    'Untergrenze: {parts}; zusammen {sum} kg.',
    'Lowest: {parts}; together {sum} kg.',
    { parts: joined(parts, ', '), sum: total.reported.lowest },
  );
  const beside =
    notAdded.length === 0
      ? []
      : [
          text(
            '{n} andere cijfers staan ernaast en zijn niet opgeteld.',
            '{n} autres chiffres figurent à côté et ne sont pas additionnés.',
            '{n} weitere Zahlen stehen daneben und sind nicht addiert.',
            '{n} other figures stand beside it and are not added.',
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

/** The panel behind every figure of a row of joint totals made of claims. */
export function whyClaims(
  result: JointTotals,
  total: JointTotal,
  decisions: readonly Decision[],
): Why {
  const why = whyTotal(result, total, decisions);
  return {
    key: total.key,
    title: totalTitle(total),
    says: sentences(
      total,
      why.notAdded,
      why.conflicts.map((conflict) => conflict.explanation),
    ),
    evidence: why.lines.flatMap((line) => evidenceOf(line.claim, roles[line.role])),
    decisions: why.decisions.map(({ decision, inForce }) => ({
      id: decision.id,
      verdict: decision.verdict,
      role: decision.role,
      time: decision.time,
      reason: decision.reason,
      superseded: !inForce,
    })),
    command: `samenbeeld why out/north-sea-port "NSP cocaine ${total.period}"`,
  };
}

/** The panel behind a row of joint totals made of events: every record, those counted once and those merged away. */
export function whyEvents(seizures: readonly Seizure[], total: JointTotal): Why {
  const byId = new Map(seizures.map((seizure) => [seizure.id, seizure]));
  const line = (id: string, role: Evidence['role']): readonly Evidence[] => {
    const seizure = byId.get(id);
    if (!seizure) return [];
    return [
      {
        role,
        claim: id,
        says: text(
          '{place}, {date}: {value}',
          '{place}, {date} : {value}',
          '{place}, {date}: {value}',
          '{place}, {date}: {value}',
          {
            place: placeText(seizure.place),
            date: seizure.date,
            value:
              seizure.quantity === null
                ? text('gewicht ontbreekt', 'poids manquant', 'Gewicht fehlt', 'no weight')
                : joined([numeral(seizure.quantity), plain(seizure.unit)], ' '),
          },
        ),
        publisher: seizure.agencies
          .map((agency) => (agencies.has(agency) ? agencies.label(agency, 'en') : agency))
          .join(' + '),
        origin: seizure.origin,
      },
    ];
  };
  return {
    key: total.key,
    title: totalTitle(total),
    says: sentences(total, [], []),
    evidence: total.members.flatMap((member) => [
      ...member.combined.flatMap((id) => line(id, 'part')),
      ...member.absorbed.flatMap((id) => line(id, 'absorbed')),
    ]),
    command: `samenbeeld why out/exercise "NSP cocaine ${total.period}"`,
  };
}
