import {
  publicationKey,
  recomputed,
  say,
  verdictText,
  type Why,
  type WhyAddend,
  type WhyLine,
  type WhySum,
} from '@samenbeeld/merge';
import type { Block, ListItem } from '@samenbeeld/page';
import {
  agencies,
  bases,
  conflictStates,
  conflictTypes,
  decisionKinds,
  evidenceRoles,
  formatNumber,
  formatPeriod,
  formatQuantity,
  inEach,
  type Language,
  listed,
  type Observation,
  placeLabel,
  statuses,
  type Text,
  terms,
  toldReported,
  wordings,
} from '@samenbeeld/schema';
import { decisionStates } from '../decisions/decision-state.ts';
import { addedUp, isBareFloor, takenAs } from '../sources/claim-text.ts';
import { asSaid, capitalised, openOf, text } from '../text.ts';
import { isOpposed } from '../totals/yearly-table.ts';
import { itemsIn, type Said } from './items.ts';
import { conversionLine, dayText, noteLine, whereLine } from './where.ts';
import { agencyNames, eventItems, stepOf, weightLines } from './why-event-items.ts';
import { totalTitle } from './why-sentences.ts';
import { words } from './why-words.ts';

const ends: Readonly<Record<WhySum['end'], Text>> = {
  lowest: terms.lowest,
  likely: terms.likely,
  highest: terms.highest,
  atLeast: words.atLeast,
  atMost: words.totalAtMost,
};

/** The cells of a claim or a record as the lines above name them; null for what is neither. */
function cellName(id: string, { lines, events }: Why): string | null {
  const event = events.find(({ seizure }) => seizure.id === id);
  if (event) return `${event.seizure.origin.file}:${event.seizure.origin.line}`;
  const claim = lines.find((line) => line.claim.id === id)?.claim;
  if (!claim) return null;
  const names = claim.rows.map((row) => row.reference ?? `${row.origin.file}:${row.origin.line}`);
  // Rows of one claim say the same; those of a sum are added.
  const isSum = claim.rows.every((row) => row.id !== id);
  return [...new Set(names)].join(isSum ? ' + ' : ' = ');
}

/** What a number of a sum is of: a cell, a service, a ceiling, a port, or what the sum is of itself. */
function nameOf({ of }: WhyAddend, sum: WhySum, why: Why, language: Language): string {
  if (of === 'between') return words.between[language];
  if (of === sum.of)
    return (
      sum.end === 'atLeast' ? terms.lowest : sum.end === 'atMost' ? terms.highest : words.ofItself
    )[language];
  if (why.total.ceilings.some(({ key }) => key === of)) return words.ceiling[language];
  const codes = of.split('+');
  if (codes.every((code) => agencies.has(code))) return agencyNames(codes, language);
  // Of a find with several reports the one whose weight it is.
  const weigher = why.events.find(({ seizure: { id } }) => id === of)?.weighed?.by[0];
  return cellName(weigher ?? of, why) ?? placeLabel(of, language);
}

function madeOf(sum: WhySum, why: Why, language: Language): string {
  const figure = (part: WhyAddend): string => {
    const name = nameOf(part, sum, why, language);
    const weight = why.weights.find(({ record, end }) => record === part.of && end === sum.end);
    if (!weight) return `${formatNumber(part.value, language)} (${name})`;
    const { made, because } = stepOf(weight, language);
    return `${made} (${name}${language === 'fr' ? ' ' : ''}; ${because})`;
  };
  const [first, low, high] = sum.parts;
  if (!first) return '';
  if (sum.by === 'clamp') {
    if (recomputed(sum) === first.value) return figure(first);
    const held = { value: figure(first), low: low?.value ?? 0, high: high?.value ?? 0 };
    return say(high ? words.within : words.orMore, held)[language];
  }
  if (sum.parts.length === 1) return figure(first);
  const parts = sum.parts.map(figure);
  if (sum.by === 'sum') return parts.join(' + ');
  return say(words[sum.by], { parts: listed(parts, language) })[language];
}

/** Of one port alone the total is the port's own figure, which its own line has made already. */
function isRepeated({ of, end, parts }: WhySum): boolean {
  const isOwn = parts.every((part) => part.of === of);
  return isOwn && (end === 'lowest' || end === 'likely' || end === 'highest') && parts.length === 1;
}

/** How each number of a figure is made of those of its cells, port by port and then together, to the last digit. */
function sumItems(why: Why, language: Language): readonly Said[] {
  const { unit, method } = why.total;
  // Of events nothing holds without a model: no total at least or at most is shown of them.
  const isBound = ({ end }: WhySum): boolean => end === 'atLeast' || end === 'atMost';
  const shown = why.sums.filter((sum) => !isRepeated(sum) && !(method && isBound(sum)));
  return shown.map((sum) => {
    const value = formatQuantity(sum.value, unit, language);
    return {
      text: `${placeLabel(sum.of, language)}, ${ends[sum.end][language]}: ${value} = ${madeOf(sum, why, language)}`,
    };
  });
}

/** Whether a row is the first of its publication: several may have read the same page. */
function isFirstOf(rows: readonly Pick<Observation, 'publication'>[], at: number): boolean {
  const key = (row: Pick<Observation, 'publication'> | undefined) =>
    publicationKey(row?.publication ?? '');
  return rows.findIndex((row) => key(row) === key(rows[at])) === at;
}

/** The part that a claim plays; where a person set it aside, by which decision, whose and when. */
function roleOf({ role, decision }: WhyLine, { decisions }: Why, language: Language): string {
  const label = evidenceRoles[role];
  const by = decisions.find(({ decision: { id } }) => id === decision)?.decision;
  if (!by) return label[language];
  const who = by.agency ? `${by.role}, ${agencyNames([by.agency], language)}` : by.role;
  const { id, time } = by;
  return say(words.byDecision, { label, id, who, on: { date: time.slice(0, 10) } })[language];
}

/** A claim with the part it plays, and under it every cell it was read from. */
export function claimItem(line: WhyLine, why: Why, language: Language): Said {
  const { value, unit, wording, wordingPrinted, periodStart, periodEnd, publishedOn, place } =
    line.claim;
  const { rows } = line.claim;
  // Where nobody is said to have counted, it is the figure of whoever publishes it.
  const publisher = why.sources.find(({ id }) => id === rows[0]?.source)?.publisher;
  const counting =
    line.claim.agencies.length > 0 || publisher === undefined ? line.claim.agencies : [publisher];
  const printed = wordingPrinted ? ` "${wordingPrinted}"` : '';
  const added = addedUp(line.claim)?.[language];
  const said = isBareFloor(line.claim)
    ? text('ten minste', 'au moins', 'mindestens', 'at least')[language]
    : (added ?? wordings.label(wording, language));
  const taken = takenAs(line.claim)?.[language];
  const period = formatPeriod({ start: periodStart, end: periodEnd }, language);
  const published = publishedOn ? dayText(publishedOn, language) : '–';
  const under = rows.flatMap((row, at) => {
    const conversion = why.conversions.find(({ record }) => record === row.id);
    return [
      `${whereLine(row.origin, language)}   ${row.reference ?? row.id}`,
      ...(conversion ? [conversionLine(conversion, language)] : []),
      ...weightLines(row.id, why, language),
      ...(row.publication && isFirstOf(rows, at) ? [row.publication] : []),
      ...(row.note ? [noteLine(row, why.sources, language)] : []),
    ];
  });
  return {
    text: `${roleOf(line, why, language)}: ${placeLabel(place, language)} ${period} ${formatQuantity(value, unit, language)}${printed} (${[said, ...(taken ? [taken] : [])].join(', ')}), ${agencyNames(counting, language)}, ${published}`,
    under: under.map((text) => ({ text })),
  };
}

function rangeLine({ total }: Why, language: Language): string {
  const figure = (value: number | null) =>
    value === null ? '–' : formatQuantity(value, total.unit, language);
  const { lowest, likely, highest } = toldReported(total);
  const middle =
    typeof likely === 'string' ? terms[openOf(total) ?? likely][language] : figure(likely);
  // What a model weighs is not called reported.
  const kind = total.method ? terms.modelled : terms.reported;
  const floor = `${figure(total.total.atLeast)}${isOpposed(total) ? ` (${words.contested[language]})` : ''}`;
  const bounds = `${words.atLeast[language]} ${floor}, ${words.atMost[language]} ${figure(total.total.atMost)}`;
  return [
    `${kind[language]} ${figure(lowest)} / ${middle} / ${figure(highest)}`,
    ...(total.method ? [] : [bounds]),
    statuses.label(total.status, language),
  ].join(' · ');
}

/** A verdict with the claim's own number instead of its id, as people name it. */
function named(verdict: string, { lines }: Why): Text {
  return verdictText(verdict, (id) => {
    const line = lines.find(({ claim }) => claim.id === id);
    return line?.claim.rows.find((row) => row.reference !== null)?.reference ?? id;
  });
}

function conflictItems(why: Why, language: Language): readonly Said[] {
  return why.conflicts.map(({ state, type, explanation, proposal }) => {
    const proposed = proposal
      ? ` ${words.proposed[language]}: ${named(proposal.verdict, why)[language]}. ${proposal.reason[language]}`
      : '';
    const kind = conflictTypes.has(type) ? conflictTypes.label(type, language) : type;
    const difference =
      state === 'apart'
        ? kind
        : `${words.conflict[language]} (${conflictStates[state][language]}, ${kind})`;
    return {
      text: `${difference}: ${explanation[language]}${proposed}`,
    };
  });
}

function besideItems({ total, notAdded }: Why, language: Language): readonly Said[] {
  const figure = (value: number | null) =>
    value === null ? '–' : formatQuantity(value, total.unit, language);
  return [
    ...total.ceilings.map(({ inUse, value, assumption, key }) => ({
      text: `${(inUse ? words.ceilingInUse : words.ceilingOffered)[language]}: ${figure(value)}. ${assumption[language]}`,
      under: [{ text: `${words.subject[language]} "${key}"` }],
    })),
    ...notAdded.map(({ value, place, basis, reason }) => ({
      text: `${evidenceRoles.not_added[language]}: ${figure(value)} ${placeLabel(place, language)} (${bases.label(basis, language)}). ${reason[language]}`,
    })),
  ];
}

function decisionItems(why: Why, language: Language): readonly Said[] {
  return why.decisions.map(({ decision, inForce, lapsed, allowed }) => {
    const { id, kind, subject, verdict, role, time, reason } = decision;
    const state = lapsed
      ? `${decisionStates['no longer applies'][language]}: ${lapsed[language]}`
      : decisionStates[inForce ? 'in force' : allowed ? 'superseded' : 'not allowed'][language];
    return {
      text: `${words.decision[language]} ${id} (${state}): ${named(verdict, why)[language]}, ${role}${decision.agency ? ` (${agencyNames([decision.agency], language)})` : ''}, ${dayText(time, language)}: ${reason}`,
      under: [{ text: `${decisionKinds[kind][language]} "${subject}"` }],
    };
  });
}

function fileItems({ files, sources }: Why, language: Language): readonly Said[] {
  return files.map(({ file, source, sha256 }) => {
    const title = sources.find(({ id }) => id === source)?.title[language] ?? source;
    return {
      text: `${file}, ${title}, sha256 ${sha256 === null ? '–' : `${sha256.slice(0, 12)}…`}`,
    };
  });
}

/** A list in all languages, under a heading where it has one; nothing where it is empty. */
function listOf(items: readonly ListItem[], heading?: Text): readonly Block[] {
  if (items.length === 0) return [];
  return [
    ...(heading ? [{ kind: 'heading', text: capitalised(heading) } as const] : []),
    { kind: 'list', items },
  ];
}

/** What of a figure is shown. */
export interface WhyShown {
  /** What the picture holds of the same place, drug and year, where there is no figure. */
  readonly otherScopes?: readonly ListItem[];
  /** Whether its claims and records are listed; not where they already are. */
  readonly isListed?: boolean;
}

/** Everything behind a figure, from the figure down to the cells; where there is none, what is known beside it. */
export function whyBlocks(
  why: Why,
  { otherScopes = [], isListed = true }: WhyShown = {},
): readonly Block[] {
  const { total } = why;
  const title: Block = { kind: 'heading', text: totalTitle(total) };
  if (total.status === 'none')
    return [
      title,
      { kind: 'paragraph', text: words.nothing },
      ...listOf(itemsIn((language) => besideItems(why, language))),
      ...listOf(otherScopes, words.otherScopes),
    ];
  return [
    title,
    {
      kind: 'paragraph',
      text: inEach((language) => rangeLine(why, language)),
    },
    ...listOf(total.causes.map(({ text }) => asSaid(text))),
    ...(isListed
      ? listOf(
          itemsIn((language) => [
            ...why.lines.map((line) => claimItem(line, why, language)),
            ...eventItems(why, language),
          ]),
        )
      : []),
    ...listOf(
      itemsIn((language) => sumItems(why, language)),
      words.sums,
    ),
    ...listOf(
      itemsIn((language) => [
        ...conflictItems(why, language),
        ...besideItems(why, language),
        ...decisionItems(why, language),
      ]),
    ),
    ...listOf(
      itemsIn((language) => fileItems(why, language)),
      words.files,
    ),
  ];
}
