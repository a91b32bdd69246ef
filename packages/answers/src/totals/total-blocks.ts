import { type Claim, decideFirst, type Settled } from '@samenbeeld/merge';
import type { Block, Figure, NotAddedBlock, TableBlock } from '@samenbeeld/page';
import {
  bases,
  type Conflict,
  conflictStates,
  type JointTotal,
  memberStates,
  type NotAdded,
  substances,
  type Text,
  terms,
  toldReported,
  toldTogether,
} from '@samenbeeld/schema';
import { wordedClaim } from '../sources/claim-text.ts';
import {
  asSaid,
  coloned,
  dated,
  isYear,
  joined,
  labelled,
  none,
  numeral,
  patterned,
  placeText,
  scopeText,
  text,
  unitText,
  worded,
} from '../text.ts';
import { evidenceOf } from '../why/evidence.ts';
import { figureTitle } from '../why/why-sentences.ts';
import { stateKnown } from './coverage-cells.ts';
import { worthOfDeciding } from './total-ranges.ts';

/** Kilograms by port and year, each figure with where it comes from, and one that a model weighs with its ends. */
export function memberTable({
  totals,
  question,
  claims,
}: Pick<Settled, 'totals' | 'question' | 'claims'>): TableBlock {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const members = totals[0]?.members.map((member) => member.place) ?? [];
  const figure = (total: JointTotal, place: string): Figure => {
    const member = total.members.find((entry) => entry.place === place);
    if (!member || member.state === 'not_reported' || member.lowest === null)
      return toldTogether(total, place)
        ? { shown: terms.reportedTogether, value: null }
        : { shown: labelled(memberStates, 'not_reported'), mark: 'not_reported', value: null };
    const ids = [
      member.governing,
      ...member.rivals,
      ...member.finds,
      ...member.combined,
      ...member.absorbed,
    ];
    const evidence = [...new Set(ids)].flatMap((id) => {
      const claim = id === null ? undefined : byId.get(id);
      if (!claim) return [];
      const role =
        id === member.governing
          ? 'governing'
          : member.rivals.includes(claim.id)
            ? member.state === 'apart'
              ? 'apart'
              : 'rival'
            : member.finds.includes(claim.id)
              ? 'find'
              : member.absorbed.includes(claim.id)
                ? 'absorbed'
                : 'combined';
      return evidenceOf(claim, role);
    });
    const { lowest, likely, highest } = toldReported({ ...total, reported: member });
    const shown =
      typeof likely === 'string'
        ? coloned(
            terms[member.state === 'apart' ? 'apart' : likely],
            text('{a} tot {b}', '{a} à {b}', '{a} bis {b}', '{a} to {b}', {
              a: lowest ?? member.lowest,
              b: highest ?? '∞',
            }),
          )
        : likely === null
          ? patterned('≥ {v}', { v: lowest ?? member.lowest })
          : // As beside a lower limit of another year: what a model weighs is told with its ends.
            total.method && lowest !== null && (lowest !== likely || highest !== likely)
            ? patterned(
                highest === null ? '{likely} (≥ {lowest})' : '{likely} ({lowest} – {highest})',
                {
                  likely: worded(likely, member.wording),
                  lowest,
                  ...(highest !== null && { highest }),
                },
              )
            : worded(likely, member.wording);
    return {
      shown,
      value: typeof member.likely === 'number' ? member.likely : null,
      mark: stateKnown(member),
      ...(evidence.length > 0
        ? {
            why: {
              key: member.subject,
              title: figureTitle({ ...total, place }),
              says: total.causes
                .filter((cause) => cause.place === place)
                .map((cause) => cause.text),
              evidence,
            },
          }
        : {}),
    };
  };
  return {
    kind: 'table',
    caption: text(
      '{scope}, per plaats',
      '{scope}, par lieu',
      '{scope}, nach Orten',
      '{scope}, by place',
      { scope: scopeText(question) },
    ),
    columns: [
      { label: totals.every(isYear) ? terms.year : terms.period, kind: 'label' },
      ...members.map((place) => ({ label: placeText(place), kind: 'number' as const })),
    ],
    rows: totals.map((total) => [
      { shown: dated(total.period) },
      ...members.map((place) => figure(total, place)),
    ]),
  };
}

/** The period of a figure as it was published, which is not always that of the total it stands beside. */
function ownPeriod({ period }: NotAdded, claim: Claim | undefined): string {
  return claim ? `${claim.periodStart}/${claim.periodEnd}` : period;
}

/** A figure in the words of its claim, with its unit. */
function amountOf({ value, wording, unit }: NotAdded, claim: Claim | undefined): Text {
  if (value === null) return none;
  const said = claim ? wordedClaim({ ...claim, value }) : worded(value, wording);
  return joined([said, unitText(unit)], ' ');
}

/**
 * The figures that stand beside the totals and are never added, each with its own period, and with its drug where one of them is
 * of another drug than the totals; what several say alike is one row.
 */
export function notAddedBlock(
  entries: readonly NotAdded[],
  claims: readonly Claim[],
  asked: readonly (string | null)[],
): NotAddedBlock {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const alike = new Map<string, NotAdded[]>();
  const drugOf = ({ claim }: NotAdded): string | null => byId.get(claim)?.substance ?? null;
  const drugs = new Set([...asked, ...entries.map(drugOf)].map((drug) => drug || null));
  for (const entry of entries) {
    const { place, basis, reason } = entry;
    const claim = byId.get(entry.claim);
    const period = ownPeriod(entry, claim);
    const key = JSON.stringify([
      period,
      place,
      basis,
      amountOf(entry, claim).en,
      reason.en,
      drugOf(entry),
    ]);
    const same = alike.get(key) ?? [];
    // A figure over several periods stands beside each of them, and is shown once.
    if (!same.some((one) => one.claim === entry.claim)) alike.set(key, [...same, entry]);
  }
  return {
    kind: 'not-added',
    caption: text('Niet opgeteld', 'Non additionné', 'Nicht addiert', 'Not added'),
    rows: [...alike.values()].map((same) => {
      const [entry] = same as [NotAdded];
      const place = placeText(entry.place);
      const period = dated(ownPeriod(entry, byId.get(entry.claim)));
      return {
        period,
        place,
        ...(drugs.size > 1 && { substance: drugText(drugOf(entry)) }),
        basis: labelled(bases, entry.basis),
        figure: {
          shown: amountOf(entry, byId.get(entry.claim)),
          value: entry.value,
          why: {
            key: `not added ${entry.period} ${entry.claim}`,
            title: joined(
              [
                place,
                ...(drugOf(entry) ? [drugText(drugOf(entry))] : []),
                labelled(bases, entry.basis),
                period,
              ],
              ', ',
            ),
            says: [entry.reason],
            evidence: same.flatMap((one) => {
              const claim = byId.get(one.claim);
              return claim ? evidenceOf(claim, 'not_added') : [];
            }),
          },
        },
        reason: entry.reason,
      };
    }),
  };
}

function drugText(code: string | null): Text {
  return code ? labelled(substances, code) : none;
}

/** What totals are of: each value of a part of their scope, once. */
function scopesIn(totals: readonly JointTotal[]) {
  return {
    places: new Set(totals.flatMap(({ members }) => members.map(({ place }) => place))),
    drugs: new Set(totals.map(({ substance }) => substance || null)),
    bases: new Set(totals.map(({ basis }) => basis)),
  };
}

/** The period of what stands beside totals, with the place, the drug and the basis where the totals are of several. */
function scoped(
  period: string,
  own: { readonly place: string; readonly substance: string | null; readonly basis: string },
  { places, drugs, bases: footings }: ReturnType<typeof scopesIn>,
): Text {
  return joined(
    [
      ...(places.size > 1 ? [placeText(own.place)] : []),
      ...(drugs.size > 1 ? [drugText(own.substance)] : []),
      ...(footings.size > 1 ? [labelled(bases, own.basis)] : []),
      dated(period),
    ],
    ', ',
  );
}

/** What contradicts what, and which services counted apart, each with its state. */
function conflictBlocks(all: readonly Conflict[], totals: readonly JointTotal[]): readonly Block[] {
  const isApart = ({ type }: Conflict): boolean => type === 'separate_counts';
  const [apart, contrary] = [all.filter(isApart), all.filter((one) => !isApart(one))];
  return [
    ...conflictBox(
      contrary,
      totals,
      text(
        '{n:# tegenspraak|# tegenspraken}',
        '{n:Une contradiction|# contradictions}',
        '{n:# Widerspruch|# Widersprüche}',
        '{n:# contradiction|# contradictions}',
        { n: contrary.length },
      ),
    ),
    ...conflictBox(
      apart,
      totals,
      text(
        'Diensten die elk apart tellen',
        'Services qui comptent chacun de leur côté',
        'Behörden, die je für sich zählen',
        'Services that each count for themselves',
      ),
    ),
  ];
}

function conflictBox(
  conflicts: readonly Conflict[],
  totals: readonly JointTotal[],
  title: Text,
): readonly Block[] {
  if (conflicts.length === 0) return [];
  const scopes = scopesIn(totals);
  const box: Block = {
    kind: 'box',
    title,
    folded: true,
    blocks: [
      {
        kind: 'list',
        items: conflicts.map((conflict) =>
          asSaid(
            coloned(
              patterned('{period} ({state})', {
                period: scoped(`${conflict.periodStart}/${conflict.periodEnd}`, conflict, scopes),
                state: conflictStates[conflict.state],
              }),
              conflict.explanation,
            ),
          ),
        ),
      },
    ],
  };
  return [box];
}

/** The period of each of some totals, with what it is of where they are of several things. */
function periodsOf(totals: readonly JointTotal[]): (total: JointTotal) => Text {
  const scopes = { ...scopesIn(totals), places: new Set(totals.map(({ complex }) => complex)) };
  return (total) => scoped(total.period, { ...total, place: total.complex }, scopes);
}

/** The pairs of records to decide first, a line for each period that some would make surer. */
function decideFirstBlock(totals: readonly JointTotal[]): Block | null {
  const periodOf = periodsOf(totals);
  const items = totals.flatMap((total) =>
    decideFirst(total).length === 0
      ? []
      : [{ text: coloned(periodOf(total), worthOfDeciding(total)) }],
  );
  return items.length === 0 ? null : { kind: 'list', items };
}

/** Ceilings on offer, and those in use. */
function ceilingsBlock(totals: readonly JointTotal[]): Block | null {
  const periodOf = periodsOf(totals);
  // A total that is known in full and exactly gains nothing by a ceiling.
  const isExact = ({ total: { atLeast, atMost } }: JointTotal): boolean =>
    atLeast !== null && atLeast === atMost;
  const open = (total: JointTotal) =>
    total.ceilings.filter(({ inUse }) => inUse || !isExact(total));
  const items = totals.flatMap((total) =>
    open(total).map(({ inUse, value, assumption }) =>
      asSaid(
        text(
          inUse
            ? 'Plafond in gebruik, {period}: {value}. {assumption}'
            : 'Plafond aangeboden, {period}: {value}. {assumption}',
          inUse
            ? 'Plafond utilisé, {period} : {value}. {assumption}'
            : 'Plafond proposé, {period} : {value}. {assumption}',
          inUse
            ? 'Obergrenze in Gebrauch, {period}: {value}. {assumption}'
            : 'Obergrenze angeboten, {period}: {value}. {assumption}',
          inUse
            ? 'Ceiling in use, {period}: {value}. {assumption}'
            : 'Ceiling on offer, {period}: {value}. {assumption}',
          {
            period: periodOf(total),
            value: joined([numeral(value), unitText(total.unit)], ' '),
            assumption,
          },
        ),
      ),
    ),
  );
  return items.length === 0 ? null : { kind: 'list', items };
}

/** What stands beside totals wherever they are asked alone: pairs to decide, contradictions, what is not added, ceilings. */
export function besideTotals({
  totals,
  conflicts,
  notAdded,
  claims,
}: Pick<Settled, 'totals' | 'conflicts' | 'notAdded' | 'claims'>): readonly Block[] {
  return [
    decideFirstBlock(totals),
    ...conflictBlocks(conflicts, totals),
    notAdded.length > 0
      ? notAddedBlock(
          notAdded,
          claims,
          totals.map(({ substance }) => substance),
        )
      : null,
    ceilingsBlock(totals),
  ].filter((block) => block !== null);
}
