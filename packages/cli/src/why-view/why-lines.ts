import type { Why } from '@samenbeeld/merge';
import {
  bases,
  conflictTypes,
  formatQuantity,
  type Language,
  placeLabel,
  statuses,
} from '@samenbeeld/schema';
import { kindWords } from '../decide-view/decide-words.ts';
import { claimLines } from './claim-lines.ts';
import { agencyNames, eventsShown } from './event-lines.ts';
import { sumLines } from './sum-lines.ts';
import { dayText } from './where.ts';
import { words } from './words.ts';

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
