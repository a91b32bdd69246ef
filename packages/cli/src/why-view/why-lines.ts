import {
  publicationKey,
  recomputed,
  say,
  type Why,
  type WhyAddend,
  type WhyLine,
  type WhySum,
} from '@samenbeeld/merge';
import {
  agencies,
  bases,
  conflictTypes,
  formatNumber,
  formatPeriod,
  formatQuantity,
  type Language,
  listed,
  type Observation,
  placeLabel,
  statuses,
  type Text,
  wordings,
} from '@samenbeeld/schema';
import { kindWords } from '../decide-view/decide-words.ts';
import { agencyNames, eventsShown } from './event-lines.ts';
import { conversionLine, dayText, noteLine, whereLine } from './where.ts';
import { roles, words } from './words.ts';

const ends: Readonly<Record<WhySum['end'], Text>> = {
  lowest: words.lowest,
  likely: words.likely,
  highest: words.highest,
  atLeast: words.totalAtLeast,
  atMost: words.totalAtMost,
};

/** The cells of a claim or a record as the lines above name them; null for what is neither. */
function cellName(id: string, { lines, events }: Why): string | null {
  const event = events.find(({ seizure }) => seizure.id === id);
  if (event) return `${event.seizure.origin.file}:${event.seizure.origin.line}`;
  const claim = lines.find((line) => line.claim.id === id)?.claim;
  if (!claim) return null;
  const names = claim.rows.map((row) => row.reference ?? `${row.origin.file}:${row.origin.line}`);
  return [...new Set(names)].join(' = ');
}

/** What a number of a sum is of: a cell, a service, a ceiling, a port, or what the sum is of itself. */
function nameOf({ of }: WhyAddend, sum: WhySum, why: Why, language: Language): string {
  if (of === 'between') return words.between[language];
  if (of === sum.of)
    return (
      sum.end === 'atLeast' ? words.lowest : sum.end === 'atMost' ? words.highest : words.ofItself
    )[language];
  if (why.total.ceilings.some(({ key }) => key === of)) return words.ceiling[language];
  const codes = of.split('+');
  if (codes.every((code) => agencies.has(code))) return agencyNames(codes, language);
  return cellName(of, why) ?? placeLabel(of, language);
}

function madeOf(sum: WhySum, why: Why, language: Language): string {
  const figure = (part: WhyAddend): string =>
    `${formatNumber(part.value, language)} (${nameOf(part, sum, why, language)})`;
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
function sumLines(why: Why, language: Language): readonly string[] {
  const { unit, method } = why.total;
  // Of events nothing holds without a model: no total at least or at most is shown of them.
  const isBound = ({ end }: WhySum): boolean => end === 'atLeast' || end === 'atMost';
  const shown = why.sums.filter((sum) => !isRepeated(sum) && !(method && isBound(sum)));
  if (shown.length === 0) return [];
  return [
    '',
    `  ${words.sums[language]}:`,
    ...shown.map((sum) => {
      const value = formatQuantity(sum.value, unit, language);
      return `      ${placeLabel(sum.of, language)}, ${ends[sum.end][language]}: ${value} = ${madeOf(sum, why, language)}`;
    }),
  ];
}

/** Whether a row is the first of its publication: several may have read the same page. */
function isFirstOf(rows: readonly Pick<Observation, 'publication'>[], at: number): boolean {
  const key = (row: Pick<Observation, 'publication'> | undefined) =>
    publicationKey(row?.publication ?? '');
  return rows.findIndex((row) => key(row) === key(rows[at])) === at;
}

/** The part that a claim plays; where a person set it aside, by which decision, whose and when. */
function roleOf({ role, decision }: WhyLine, { decisions }: Why, language: Language): string {
  const label = roles[role];
  const by = decisions.find(({ decision: { id } }) => id === decision)?.decision;
  if (!label || !by) return label?.[language] ?? role;
  const who = by.agency ? `${by.role}, ${agencyNames([by.agency], language)}` : by.role;
  return say(label, { id: by.id, who, on: { date: by.time.slice(0, 10) } })[language];
}

/** A claim with the part it plays, and under it every cell it was read from. */
export function claimLines(line: WhyLine, why: Why, language: Language): readonly string[] {
  const { value, unit, wording, wordingPrinted, periodStart, periodEnd, publishedOn, place } =
    line.claim;
  const { rows } = line.claim;
  // Where nobody is said to have counted, it is the figure of whoever publishes it.
  const publisher = why.sources.find(({ id }) => id === rows[0]?.source)?.publisher;
  const counting =
    line.claim.agencies.length > 0 || publisher === undefined ? line.claim.agencies : [publisher];
  const printed = wordingPrinted ? ` "${wordingPrinted}"` : '';
  const period = formatPeriod({ start: periodStart, end: periodEnd }, language);
  const published = publishedOn ? dayText(publishedOn, language) : '–';
  return [
    `  ${roleOf(line, why, language)}: ${placeLabel(place, language)} ${period} ${formatQuantity(value, unit, language)}${printed} (${wordings.label(wording, language)}), ${agencyNames(counting, language)}, ${published}`,
    ...rows.flatMap((row, at) => {
      const conversion = why.conversions.find(({ record }) => record === row.id);
      return [
        `      ${whereLine(row.origin, language)}   ${row.reference ?? row.id}`,
        ...(conversion ? [`      ${conversionLine(conversion, language)}`] : []),
        ...(row.publication && isFirstOf(rows, at) ? [`      ${row.publication}`] : []),
        ...(row.note ? [`      ${noteLine(row, why.sources, language)}`] : []),
      ];
    }),
  ];
}

function rangeLine({ total }: Why, language: Language): string {
  const figure = (value: number | null) =>
    value === null ? '–' : formatQuantity(value, total.unit, language);
  const { lowest, likely, highest } = total.reported;
  const middle = likely === 'undecided' ? words.undecided[language] : figure(likely);
  // What a model weighs is not called reported.
  const kind = total.method ? words.modelled : words.reported;
  const bounds = `${words.atLeast[language]} ${figure(total.total.atLeast)}, ${words.atMost[language]} ${figure(total.total.atMost)}`;
  return [
    `  ${kind[language]} ${figure(lowest)} / ${middle} / ${figure(highest)}`,
    ...(total.method ? [] : [bounds]),
    statuses.label(total.status, language),
  ].join(' · ');
}

/** A verdict with the claim's own number instead of its id, as people name it. */
function named(verdict: string, { lines }: Why): string {
  const [verb, id] = verdict.split(' ');
  const line = lines.find(({ claim }) => claim.id === id);
  const reference = line?.claim.rows.find((row) => row.reference !== null)?.reference;
  return reference ? `${verb} ${reference}` : verdict;
}

function conflictLines(why: Why, language: Language): readonly string[] {
  return why.conflicts.flatMap(({ state, type, explanation, proposal }) => {
    const proposed = proposal
      ? ` ${words.proposed[language]}: ${named(proposal.verdict, why)}. ${proposal.reason[language]}`
      : '';
    const kind = conflictTypes.has(type) ? conflictTypes.label(type, language) : type;
    return [
      '',
      `  ${words.conflict[language]} (${words[state][language]}, ${kind}): ${explanation[language]}${proposed}`,
    ];
  });
}

function besideLines({ total, notAdded }: Why, language: Language): readonly string[] {
  const figure = (value: number | null) =>
    value === null ? '–' : formatQuantity(value, total.unit, language);
  return [
    ...total.ceilings.flatMap(({ inUse, value, assumption, key }) => [
      '',
      `  ${(inUse ? words.ceilingInUse : words.ceilingOffered)[language]}: ${figure(value)}. ${assumption[language]}`,
      `      ${words.subject[language]} "${key}"`,
    ]),
    ...notAdded.flatMap(({ value, place, basis, reason }) => [
      '',
      `  ${words.notAdded[language]}: ${figure(value)} ${placeLabel(place, language)} (${bases.label(basis, language)}). ${reason[language]}`,
    ]),
  ];
}

function decisionLines(why: Why, language: Language): readonly string[] {
  return why.decisions.flatMap(({ decision, inForce, lapsed, allowed }) => {
    const { id, kind, subject, verdict, role, time, reason } = decision;
    const state = lapsed
      ? `${words.lapsed[language]}: ${lapsed[language]}`
      : (inForce ? words.inForce : allowed ? words.superseded : words.notAllowed)[language];
    return [
      '',
      `  ${words.decision[language]} ${id} (${state}): ${named(verdict, why)}, ${role}${decision.agency ? ` (${agencyNames([decision.agency], language)})` : ''}, ${dayText(time, language)}: ${reason}`,
      `      ${kindWords[kind]?.[language] ?? kind} "${subject}"`,
    ];
  });
}

function fileLines({ files, sources }: Why, language: Language): readonly string[] {
  if (files.length === 0) return [];
  return [
    '',
    `  ${words.files[language]}:`,
    ...files.map(({ file, source, sha256 }) => {
      const title = sources.find(({ id }) => id === source)?.title[language] ?? source;
      return `      ${file}, ${title}, sha256 ${sha256 === null ? '–' : `${sha256.slice(0, 12)}…`}`;
    }),
  ];
}

/** Everything behind a figure, for a person to read from the figure down to the cells. */
export function whyLines(why: Why, language: Language): readonly string[] {
  const { total } = why;
  if (total.status === 'none') return [total.key, `  ${words.nothing[language]}`];
  return [
    total.key,
    rangeLine(why, language),
    ...total.causes.map(({ text }) => `  ${text[language]}`),
    '',
    ...why.lines.flatMap((line) => claimLines(line, why, language)),
    ...eventsShown(why, language),
    ...sumLines(why, language),
    ...conflictLines(why, language),
    ...besideLines(why, language),
    ...decisionLines(why, language),
    ...fileLines(why, language),
  ];
}
