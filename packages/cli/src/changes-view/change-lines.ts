import { type FigureCell, whyCommand } from '@samenbeeld/answers';
import { namedPeriod, say, usualBasis, verdictText } from '@samenbeeld/merge';
import type {
  Changes,
  ChangesInFolder,
  ContradictionChange,
  DecisionChange,
  FigureChange,
  FigureReason,
  InputChange,
  StandingFigure,
} from '@samenbeeld/recipes';
import {
  agencies as agencyList,
  bases,
  colonAfter,
  conflictStates,
  formatInterval,
  formatPeriod,
  formatQuantity,
  inEach,
  type Language,
  metrics,
  parsePeriod,
  placeLabel,
  semicolon,
  shellWord,
  statuses,
  substances,
  terms,
} from '@samenbeeld/schema';
import { decidedOn, whoDecided } from '../decide-view/decided-by.ts';
import { matterName } from '../decide-view/open-matters.ts';
import {
  appearedWords,
  changeWords,
  comparedWords,
  countWords,
  decisionReasons,
  inputRecordWords,
  inputWords,
  memberWords,
  recordWords,
  sameFigureWords,
} from './change-words.ts';

/** Where the pictures are, for the commands that explain. */
export interface Where {
  /** The folder of the picture as it is now. */
  readonly folder: string;
  /** Its picture file; null where two folders are compared. */
  readonly file: string | null;
  /** How many lines of figures, contradictions and decisions are shown at most. */
  readonly most: readonly [figures: number, contradictions: number, decisions: number];
}

/** As many as a person reads after a build: with the headline about a dozen lines. */
export const afterBuild: Where['most'] = [4, 3, 3];

/** A cell in words, with what is usual left out. */
function cellWords(
  { place, substance, basis, metric = 'quantity', agencies, period: named }: FigureCell,
  language: Language,
): string {
  const period = formatPeriod(parsePeriod(named), language);
  return [
    placeLabel(place, language),
    ...(substance
      ? [substances.has(substance) ? substances.label(substance, language) : substance]
      : []),
    ...(basis === usualBasis(place) || !bases.has(basis) ? [] : [bases.label(basis, language)]),
    ...(metric === 'quantity' || !metrics.has(metric) ? [] : [metrics.label(metric, language)]),
    ...(agencies ?? []).map((code) =>
      agencyList.has(code) ? agencyList.label(code, language) : code,
    ),
    period,
  ].join(' · ');
}

function rangeWords(
  low: number | null,
  high: number | null,
  unit: string,
  language: Language,
): string | null {
  if (low === null) return null;
  return formatInterval({ low, high, closed: true }, unit, language);
}

/** A figure as it stands, with whatever of it is said only where it tells two apart. */
function figureText(
  { lowest, likely, highest, interval90, atLeast, atMost, state, missing }: StandingFigure,
  unit: string,
  language: Language,
  isFull: boolean,
): string {
  const range = rangeWords(lowest, highest, unit, language);
  const isPoint = lowest === highest && lowest === likely;
  const value =
    typeof likely === 'string'
      ? [terms[likely][language], range]
      : likely === null || isPoint
        ? [range ?? changeWords.noFigure[language]]
        : [
            say(changeWords.likely, { likely: formatQuantity(likely, unit, language) })[language],
            range,
          ];
  const all = rangeWords(atLeast ?? (atMost === null ? null : 0), atMost, unit, language);
  const middle = interval90 && rangeWords(interval90.low, interval90.high, unit, language);
  const status =
    state === 'complete' || state === 'partial' || state === 'none'
      ? statuses.label(state, language)
      : memberWords(state)[language];
  const places = missing.map((place) => placeLabel(place, language)).join(', ');
  return [
    ...value,
    // An upper end of the whole is rare, and what a ceiling gives; where all is reported it is the range just said.
    ...(all && (isFull || (atMost !== null && all !== range))
      ? [say(changeWords.inAll, { range: all })[language]]
      : []),
    ...(isFull && middle ? [say(changeWords.middle, { range: middle })[language]] : []),
    ...(isFull ? [status] : []),
    ...(isFull && places ? [say(changeWords.notReportedBy, { places })[language]] : []),
  ]
    .filter((part) => part !== null)
    .join(', ');
}

function inputText({ file, change, records }: InputChange, language: Language): string {
  const { before, after } = records;
  const n = before ?? after;
  const counted =
    before !== null && after !== null
      ? say(inputRecordWords.both, { before, after })
      : n === null
        ? null
        : say(inputRecordWords.one, { n });
  return `${say(inputWords[change], { file })[language]}${counted ? ` (${counted[language]})` : ''}`;
}

function reasonText(reason: FigureReason, language: Language): string {
  if (reason.kind === 'decision')
    return say(decisionReasons[reason.change], { id: reason.id })[language];
  if (reason.kind === 'input') return inputText(reason, language);
  const { id, name, file, change, before, after } = reason;
  const line = String(reason.line);
  const isSame = change === 'changed' && before?.[language] === after?.[language];
  const words = isSame ? sameFigureWords : recordWords[change];
  const values = { file, line, ...(before && { before }), ...(after && { after }) };
  if (name !== id) return say(words, { name, ...values })[language];
  // A record that its source gives no name is called by where it stands; its id would tell a reader nothing.
  const bare = inEach((each) => words[each].replace(inItsFile, ''));
  return say(bare, { name: `${file}:${line}`, ...values })[language];
}

/** Where words on a record say at their end in which file it stands. */
const inItsFile = / \(\{file\}(?::\{line\})?\)$/u;

const reasonsShown = 2;

function becauseText(
  { because, reasons: all, change, before, after }: FigureChange,
  language: Language,
): string {
  if (change === 'not comparable' || !before || !after) return '';
  const shown = because.slice(0, reasonsShown).map((reason) => reasonText(reason, language));
  const more = all - shown.length;
  const reasons = [
    ...(because.length === 0 ? [changeWords.unknownReason[language]] : shown),
    ...(more > 0 ? [`+ ${more}`] : []),
  ];
  return ` (${reasons.join(semicolon[language])})`;
}

function figureLine(change: FigureChange, where: Where, language: Language): string {
  const { scope, before, after, unitBefore, isModelled } = change;
  const told = (isFull: boolean): readonly [before: string, after: string] => [
    before ? figureText(before, unitBefore, language, isFull) : '',
    after ? figureText(after, scope.unit, language, isFull) : '',
  ];
  const brief = told(false);
  // Where the figure itself stays, what moved is how complete it is, or its bounds.
  const [was, is] = brief[0] === brief[1] ? told(true) : brief;
  const value =
    change.change === 'new'
      ? say(changeWords.newFigure, { after: is })[language]
      : change.change === 'gone'
        ? say(changeWords.goneFigure, { before: was })[language]
        : change.change === 'not comparable'
          ? say(changeWords.notComparable, { before: was, after: is })[language]
          : `${was} → ${is}`;
  const { folder } = where;
  const why = whyCommand(folder, scope) ?? whyCommand(folder, { ...scope, place: scope.complex });
  const model = isModelled ? `, ${changeWords.modelled[language]}` : '';
  return `    ${cellWords(scope, language)}${colonAfter[language]} ${value}${model}${becauseText(change, language)}${why && after ? `  ${why}` : ''}`;
}

function contradictionLine(
  { subject, scope, before, after, says }: ContradictionChange,
  where: Where,
  language: Language,
): string {
  const { periodStart: start, periodEnd: end } = scope;
  const stands = (one: typeof before): string => (one ? conflictStates[one][language] : '');
  const state =
    before === null
      ? `${appearedWords.new[language]}, ${stands(after)}`
      : after === null
        ? `${stands(before)} → ${appearedWords.gone[language]}`
        : before === after
          ? `${stands(after)}, ${changeWords.otherClaims[language]}`
          : `${stands(before)} → ${stands(after)}`;
  const cell = { ...scope, period: namedPeriod({ start, end }).period };
  const command =
    after === 'undecided' && where.file !== null
      ? `samenbeeld decide ${shellWord(where.file)} ${matterName(subject)}`
      : after === null
        ? null
        : whyCommand(where.folder, cell);
  const told =
    after === null || after === 'decided' ? '' : `${colonAfter[language]} ${says[language]}`;
  return `    ${cellWords(cell, language)}${colonAfter[language]} ${state}${told}${command ? `  ${command}` : ''}`;
}

function decisionLine(decision: DecisionChange, language: Language): string {
  const { id, subject, claim, change, because, by, says } = decision;
  const verdict = verdictText(decision.verdict, (kept) => claim ?? kept);
  const on = decidedOn(decision, language);
  const words = { id, subject, verdict, on, who: whoDecided(decision, language) };
  if (change === 'applies') {
    const replacing = by === null ? '' : say(changeWords.replacing, { by });
    return `    ${say(changeWords.applies, { ...words, replacing })[language]}`;
  }
  const why =
    says?.[language] ??
    (because === null || because === 'other'
      ? ''
      : say(changeWords[because], { by: by ?? '' })[language]);
  return `    ${say(changeWords.lapsed, { ...words, why: why ? `${colonAfter[language]} ${why}` : '' })[language]}`;
}

function counts(changes: Changes, language: Language): readonly string[] {
  const { figures, contradictions, pairs, decisions, findings, inputs } = changes;
  const figure = (kind: FigureChange['change']): number =>
    figures.filter(({ change }) => change === kind).length;
  const decided = (kind: DecisionChange['change']): number =>
    decisions.filter(({ change }) => change === kind).length;
  const appeared = contradictions.filter(({ before }) => before === null).length;
  const gone = contradictions.filter(({ after }) => after === null).length;
  const all: readonly (readonly [keyof typeof countWords, number])[] = [
    ['figuresChanged', figure('changed')],
    ['figuresNew', figure('new')],
    ['figuresGone', figure('gone')],
    ['figuresNotCompared', figure('not comparable')],
    ['contradictionsNew', appeared],
    ['contradictionsGone', gone],
    ['contradictionsMoved', contradictions.length - appeared - gone],
    ['pairsNew', pairs.new.length],
    ['pairsGone', pairs.gone.length],
    ['decisionsApply', decided('applies')],
    ['decisionsLapsed', decided('lapsed')],
    ['findings', findings.length],
    ['inputs', inputs.length],
  ];
  return all.filter(([, n]) => n > 0).map(([word, n]) => say(countWords[word], { n })[language]);
}

function detailLines(changes: Changes, where: Where, language: Language): readonly string[] {
  const { figures, contradictions, decisions, inputs } = changes;
  const [figuresMost, contradictionsMost, decisionsMost] = where.most;
  const left =
    Math.max(0, figures.length - figuresMost) +
    Math.max(0, contradictions.length - contradictionsMost) +
    Math.max(0, decisions.length - decisionsMost);
  const files = inputs.map((input) => inputText(input, language));
  return [
    ...figures.slice(0, figuresMost).map((one) => figureLine(one, where, language)),
    ...contradictions
      .slice(0, contradictionsMost)
      .map((one) => contradictionLine(one, where, language)),
    ...decisions.slice(0, decisionsMost).map((one) => decisionLine(one, language)),
    ...(files.length === 0
      ? []
      : [`    ${say(changeWords.inputs, { files: files.join(semicolon[language]) })[language]}`]),
    ...(left === 0 ? [] : [`    ${say(changeWords.more, { n: left })[language]}`]),
  ];
}

const day = (since: string | null) => (since === null ? '–' : { date: since });

/** What a build says of what changed since the last one in its folder: about a dozen lines at most, one where nothing did. */
export function changeLines(
  changes: ChangesInFolder,
  where: Where,
  language: Language,
): readonly string[] {
  const { folder } = where;
  if (changes.kind !== 'compared') {
    const title = changes.kind === 'another picture' ? changes.title : '';
    const problem = changes.kind === 'unreadable' ? changes.problem[language] : '';
    return [`  ${say(comparedWords[changes.kind], { folder, title, problem })[language]}`];
  }
  const since = day(changes.since);
  const found = counts(changes, language);
  if (found.length === 0) return [`  ${say(changeWords.unchanged, { since })[language]}`];
  return [
    `  ${say(changeWords.since, { since, counts: found.join(', ') })[language]}`,
    ...detailLines(changes, where, language),
  ];
}

/** What changed between the pictures of two folders, all of it. */
export function differenceLines(
  changes: Changes,
  [earlier, later]: readonly [string, string],
  language: Language,
): readonly string[] {
  const found = counts(changes, language);
  if (found.length === 0) return [`  ${say(changeWords.same, { earlier, later })[language]}`];
  const where: Where = { folder: later, file: null, most: [Infinity, Infinity, Infinity] };
  return [
    `  ${say(changeWords.between, { earlier, later, counts: found.join(', ') })[language]}`,
    ...detailLines(changes, where, language),
  ];
}
