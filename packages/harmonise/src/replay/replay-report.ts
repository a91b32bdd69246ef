import { createHash } from 'node:crypto';
import {
  codedMappings,
  fields,
  type Mapping,
  namedFiles,
  type SourceDescription,
} from '@samenbeeld/ingest';
import {
  type Decision,
  editDistance,
  filled,
  foldText,
  formatNumber,
  inEach,
  inFour,
  joinWith,
  listed,
  ownValue,
  quoted,
  semicolon,
  type Text,
} from '@samenbeeld/schema';
import type { KnownCrosswalk } from '../name-index.ts';
import { type UndecidedLabel, undecidedLabels } from '../undecided-labels.ts';
import { type CellUse, cellUse } from './corrected-cells.ts';
import { type DecidedCorrection, decidedCorrections } from './decided-corrections.ts';
import { addLabels, type DecidedLabel, decidedLabels } from './decided-labels.ts';
import type { CellAt, Inapplicable } from './inapplicable.ts';

/** A decision that changed cells of the files. */
export interface Replayed {
  readonly decision: Decision;
  readonly cells: number;
  readonly says: Text;
  /** The first cell that a correction changes. */
  readonly at?: CellAt;
}

const cellsWord = (cells: number): Text =>
  inFour(
    '{cells} {cells:cel|cellen}',
    '{cells} {cells:cellule|cellules}',
    '{cells} {cells:Zelle|Zellen}',
    '{cells} {cells:cell|cells}',
    { cells },
  );

/** A new label of the column that looks like the one that is gone. */
function renamed(
  label: string,
  column: string,
  undecided: readonly UndecidedLabel[],
): string | null {
  const wanted = foldText(label);
  const near = undecided
    .filter((other) => other.column === column)
    .map((other) => ({ other, folded: foldText(other.label) }))
    .filter(({ folded }) => {
      const longer = Math.max(wanted.length, folded.length);
      const held = Math.min(wanted.length, folded.length) > 3;
      return (
        editDistance(wanted, folded) <= longer / 3 ||
        (held && (wanted.includes(folded) || folded.includes(wanted)))
      );
    })
    .sort((a, b) => editDistance(wanted, a.folded) - editDistance(wanted, b.folded));
  return near[0]?.other.label ?? null;
}

function mappingOf({ says }: DecidedLabel, source: SourceDescription): Mapping | undefined {
  return codedMappings(source).find(
    ([column, { to }]) => column === says.column && to === says.field,
  )?.[1];
}

/** What a relation that the description does not accept does to the records, as in a crosswalk. */
function consequence({ says }: DecidedLabel, source: SourceDescription, mapping?: Mapping): Text {
  if (!mapping || (says.to !== null && mapping.accept.includes(says.match))) return nothing;
  const { field } = says;
  const words = { field, accepted: mapping.accept.join(', ') };
  if (ownValue(fields[source.record], field)?.required)
    return inFour(
      '; de kolom aanvaardt alleen {accepted} en {field} mag niet leeg zijn, dus worden ze geweigerd',
      ' ; la colonne n’accepte que {accepted} et {field} ne peut être vide, elles sont donc rejetées',
      '; die Spalte nimmt nur {accepted} an und {field} darf nicht leer sein, sie werden also abgelehnt',
      '; the column accepts {accepted} only and {field} may not be empty, so they are rejected',
      words,
    );
  return says.to === null
    ? inFour(
        '; {field} blijft leeg',
        ' ; {field} reste vide',
        '; {field} bleibt leer',
        '; {field} is left empty',
        words,
      )
    : inFour(
        '; de kolom aanvaardt alleen {accepted}, dus blijft {field} leeg',
        ' ; la colonne n’accepte que {accepted}, {field} reste donc vide',
        '; die Spalte nimmt nur {accepted} an, {field} bleibt also leer',
        '; the column accepts {accepted} only, so {field} is left empty',
        words,
      );
}

/** Cells that hold the label, or a part that is the label where the column holds several. */
function cellsWith(decided: DecidedLabel, source: SourceDescription, use: CellUse): number {
  const { says } = decided;
  const split = mappingOf(decided, source)?.split ?? null;
  let cells = 0;
  for (const { label, cells: own } of use.labels.get(says.column)?.values() ?? []) {
    const parts =
      split === null ? [label] : [label, ...label.split(split).map((part) => part.trim())];
    if (parts.includes(says.label)) cells += own;
  }
  return cells;
}

const nothing = inEach(() => '');

const noCellSays = (column: string, label: string): Text =>
  inFour(
    'geen cel van "{column}" zegt nog "{label}"',
    'plus aucune cellule de « {column} » ne dit « {label} »',
    'keine Zelle von „{column}“ sagt noch „{label}“',
    'no cell of "{column}" says "{label}" any more',
    { column, label },
  );

/** What became of a decision on a label. */
function labelOutcome(
  decided: DecidedLabel,
  source: SourceDescription,
  use: CellUse,
  undecided: readonly UndecidedLabel[],
): Replayed | Inapplicable {
  const { decision, says } = decided;
  const cells = cellsWith(decided, source, use);
  if (cells > 0)
    return {
      decision,
      cells,
      says: inFour(
        '"{label}" in "{column}" wordt voor {field} gelezen als {verdict}: {cells}{rest}',
        '« {label} » dans « {column} » est lu comme {verdict} pour {field} : {cells}{rest}',
        '„{label}“ in „{column}“ wird für {field} als {verdict} gelesen: {cells}{rest}',
        '"{label}" in "{column}" is read as {verdict} for {field}: {cells}{rest}',
        {
          ...{ label: says.label, column: says.column, field: says.field },
          ...{ verdict: decision.verdict, cells: cellsWord(cells) },
          rest: consequence(decided, source, mappingOf(decided, source)),
        },
      ),
    };
  const now = renamed(says.label, says.column, undecided);
  const perhaps =
    now === null
      ? []
      : [
          inFour(
            'misschien is het nu "{now}"',
            'c’est peut-être maintenant « {now} »',
            'vielleicht ist es jetzt „{now}“',
            'perhaps it is "{now}" now',
            { now },
          ),
        ];
  return {
    decision,
    why: 'label-gone',
    says: joinWith([noCellSays(says.column, says.label), ...perhaps], semicolon),
  };
}

/** What became of a decision on a slip. */
function correctionOutcome(
  { decision, says }: DecidedCorrection,
  use: CellUse,
): Replayed | Inapplicable {
  const found = use.slips.get(decision);
  const { column, from, to, where } = says;
  const conditions = Object.entries(where).map(
    ([heading, condition]) => `"${heading}" ${JSON.stringify(condition)}`,
  );
  const rows = inEach((language) => listed(conditions, language));
  const isOfAll = conditions.length === 0;
  const words = {
    ...{ column, from, to, rows },
    of: isOfAll
      ? nothing
      : inFour(
          ' van de rijen met {rows}',
          ' des lignes avec {rows}',
          ' der Zeilen mit {rows}',
          ' of the rows with {rows}',
          { rows },
        ),
  };
  if (!found)
    return {
      decision,
      why: 'row-gone',
      says: isOfAll
        ? inFour(
            'er zijn geen rijen met cellen meer',
            'il n’y a plus de lignes avec des cellules',
            'es gibt keine Zeilen mit Zellen mehr',
            'there are no rows with cells any more',
          )
        : inFour(
            'er zijn geen rijen met {rows} meer',
            'il n’y a plus de lignes avec {rows}',
            'es gibt keine Zeilen mit {rows} mehr',
            'there are no rows with {rows} any more',
            words,
          ),
    };
  if (found.from > 0)
    return {
      decision,
      cells: found.from,
      at: found.at,
      says: inFour(
        '"{from}" in "{column}"{of} wordt gelezen als "{to}": {cells}',
        '« {from} » dans « {column} »{of} est lu comme « {to} » : {cells}',
        '„{from}“ in „{column}“{of} wird als „{to}“ gelesen: {cells}',
        '"{from}" in "{column}"{of} is read as "{to}": {cells}',
        { ...words, cells: cellsWord(found.from) },
      ),
    };
  const [first] = found.others;
  if (isOfAll && found.to === 0)
    return { decision, why: 'put-right', says: noCellSays(column, from) };
  if (isOfAll || first === undefined)
    return {
      decision,
      why: 'put-right',
      at: found.at,
      says: inFour(
        '"{column}"{of} zegt inmiddels "{to}": de uitgever heeft het verbeterd',
        '« {column} »{of} dit désormais « {to} » : l’éditeur l’a corrigé',
        '„{column}“{of} sagt inzwischen „{to}“: Die herausgebende Stelle hat es berichtigt',
        '"{column}"{of} says "{to}" by now: the publisher has put it right',
        words,
      ),
    };
  return {
    decision,
    why: 'value-changed',
    at: found.at,
    says: inFour(
      '"{column}"{of} zegt niet "{from}" en niet "{to}", maar {others}: kijk het opnieuw na',
      '« {column} »{of} ne dit ni « {from} » ni « {to} », mais {others} : vérifiez à nouveau',
      '„{column}“{of} sagt weder „{from}“ noch „{to}“, sondern {others}: Prüfen Sie erneut',
      '"{column}"{of} says neither "{from}" nor "{to}" but {others}: look again',
      { ...words, others: joinWith(found.others.map(quoted), ', ') },
    ),
  };
}

/** A description with what people decided of it. */
export interface WithDecisions {
  readonly source: SourceDescription;
  /** Decisions that the description takes up; whether a file still has such cells is for `replayReport`. */
  readonly applied: readonly Decision[];
  readonly inapplicable: readonly Inapplicable[];
}

/**
 * Adds decisions of kind `crosswalk` and `correction` to a description: labels that it does not know get their code,
 * slips are put right. Decisions on other sources are passed over. What the description itself says holds against a
 * decision; a word that only the code list has gained does not. The ids of the records do not change, the description's
 * `sha256` does.
 *
 * @example
 * ```ts
 * import { loadSource } from '@samenbeeld/ingest';
 * import { withDecisions } from '@samenbeeld/harmonise';
 * import { catalogueFolder } from '@samenbeeld/sources';
 * const source = loadSource(catalogueFolder('exercise-nl-harc'));
 * const decision = { id: 'd1', kind: 'crosswalk', subject: 'crosswalk exercise-nl-harc substance "Middel" "blokken coke"', verdict: 'exact COC', role: 'analyst', time: '2026-01-01', reason: 'the team says so', evidence: null, supersedes: null } as const;
 * const unknown = { ...decision, id: 'd2', subject: 'crosswalk exercise-nl-harc substance "Middel" "spul"', verdict: 'exact COCA' } as const;
 * const { applied, inapplicable } = withDecisions(source, [decision, unknown]);
 * applied.length // => 1
 * inapplicable[0].why // => 'code-unknown'
 * ```
 */
export function withDecisions(
  source: SourceDescription,
  decisions: readonly Decision[],
): WithDecisions {
  const { source: extended, applied, inapplicable } = takeUp(source, decisions);
  return { source: extended, applied, inapplicable };
}

/** `withDecisions`, with the labels and slips that the description takes up. */
function takeUp(
  source: SourceDescription,
  decisions: readonly Decision[],
): WithDecisions & {
  readonly labels: readonly DecidedLabel[];
  readonly corrections: readonly DecidedCorrection[];
} {
  const labels = decidedLabels(source, decisions);
  const slips = decidedCorrections(source, decisions);
  const taken = { labels: labels.labels, corrections: slips.corrections };
  const applied = [...labels.labels, ...slips.corrections].map(({ decision }) => decision);
  const inapplicable = [...labels.inapplicable, ...slips.inapplicable];
  if (applied.length === 0) return { source, applied, inapplicable, ...taken };
  const ids = applied.map(({ id }) => id).sort();
  const sha256 = createHash('sha256')
    .update([source.sha256, ...ids].join(' '))
    .digest('hex');
  const extended = addLabels(source, labels.labels);
  return {
    source: {
      ...extended,
      corrections: [
        ...source.corrections,
        ...slips.corrections.map(({ correction }) => correction),
      ],
      sha256,
    },
    applied,
    inapplicable,
    ...taken,
  };
}

const dot = (text: string): string => (text.endsWith('.') ? text : `${text}.`);

/** What is proposed for a label, in a few words. */
function proposalWords({ proposal }: UndecidedLabel): Text {
  if (proposal === null)
    return inFour(
      'elke code kan er staan',
      'tout code peut y figurer',
      'jeder Code kann dort stehen',
      'any code may stand there',
    );
  const { to, match, confidence, reason } = proposal;
  const others = proposal.alternatives.map((one) => `${one.match} ${one.to}`).join(', ');
  const rest =
    others === ''
      ? []
      : [inFour('of {others}', 'ou {others}', 'oder {others}', 'or {others}', { others })];
  const first =
    to === null
      ? reason
      : inFour(
          'misschien {match} {to} ({sure}: {reason})',
          'peut-être {match} {to} ({sure} : {reason})',
          'vielleicht {match} {to} ({sure}: {reason})',
          'perhaps {match} {to} ({sure}: {reason})',
          { match, to, sure: inEach((language) => formatNumber(confidence, language, 2)), reason },
        );
  return joinWith([first, ...rest], semicolon);
}

/** A replay, a sentence for each thing to know. */
function replaySentences({
  applied,
  inapplicable,
  undecided,
}: Omit<ReplayReport, 'says'>): readonly Text[] {
  const outcome = (words: Text, { decision, says }: Replayed | Inapplicable): Text =>
    inEach((language) =>
      dot(filled(words[language], language, { id: decision.id, says: says[language] }, String)),
    );
  return [
    ...applied.map((one) => outcome(outcomeWords.applies, one)),
    ...inapplicable.map((one) =>
      outcome(outcomeWords[one.why === 'already-said' ? 'superfluous' : 'lapsed'], one),
    ),
    ...undecided.map((label) => newWords(label)),
  ];
}

/** That a label is new, where it stands and what is proposed for it. */
function newWords(one: UndecidedLabel): Text {
  const { label, column, field, cells, file, line } = one;
  const at =
    line === null
      ? inEach(() => file)
      : inFour(
          '{file}, regel {line}',
          '{file}, ligne {line}',
          '{file}, Zeile {line}',
          '{file}, line {line}',
          { file, line: String(line) },
        );
  const said = inFour(
    'Nieuw en onbeslist: "{label}" in "{column}" voor {field}, {cells}, voor het eerst in {at}; {proposal}',
    'Nouveau et non tranché : « {label} » dans « {column} » pour {field}, {cells}, d’abord dans {at} ; {proposal}',
    'Neu und unentschieden: „{label}“ in „{column}“ für {field}, {cells}, zuerst in {at}; {proposal}',
    'New and undecided: "{label}" in "{column}" for {field}, {cells}, first in {at}; {proposal}',
    { label, column, field, cells: cellsWord(cells), at, proposal: proposalWords(one) },
  );
  return inEach((language) => dot(said[language]));
}

/** What becomes of a decision, as a sentence. */
const outcomeWords = {
  applies: inFour(
    'Beslissing {id} geldt: {says}',
    'La décision {id} s’applique : {says}',
    'Entscheidung {id} gilt: {says}',
    'Decision {id} applies: {says}',
  ),
  superfluous: inFour(
    'Beslissing {id} is overbodig: {says}',
    'La décision {id} est superflue : {says}',
    'Entscheidung {id} ist überflüssig: {says}',
    'Decision {id} is superfluous: {says}',
  ),
  lapsed: inFour(
    'Beslissing {id} geldt niet meer: {says}',
    'La décision {id} ne s’applique plus : {says}',
    'Entscheidung {id} gilt nicht mehr: {says}',
    'Decision {id} no longer applies: {says}',
  ),
};
/** What became of last month's decisions in this month's files. */
export interface ReplayReport {
  readonly source: string;
  readonly files: readonly string[];
  /** Decisions that changed something, and how many cells. */
  readonly applied: readonly Replayed[];
  /** Decisions that no longer fit, and why. */
  readonly inapplicable: readonly Inapplicable[];
  /** Labels that are new and that nobody has decided, each with a proposal. */
  readonly undecided: readonly UndecidedLabel[];
  /** All of it, a sentence each. */
  readonly says: readonly Text[];
}

/** What may help a replay. */
export interface ReplayOptions {
  /** Crosswalks of other sources, asked for only when there is something to propose. */
  readonly crosswalks?: () => readonly KnownCrosswalk[];
  /** Other sources, asked for only when a file does not fit. */
  readonly catalogue?: () => readonly SourceDescription[];
}

/**
 * Replays decisions on files of a source: which changed how many cells, which no longer fit and why (label, row or column
 * gone, put right by the publisher, said by the description, contradicted, code unknown), and which labels are new.
 * `source` is the description without the decisions. The files are read, nothing is written. Throws InputError where a
 * file is not of this source.
 *
 * @example
 * ```ts
 * import { loadSource } from '@samenbeeld/ingest';
 * import { replayReport } from '@samenbeeld/harmonise';
 * import { catalogueFolder, sampleFile } from '@samenbeeld/sources';
 * const source = loadSource(catalogueFolder('exercise-nl-harc'));
 * const report = await replayReport(source, [], [sampleFile('exercise-nl-harc')]);
 * report.undecided.map(({ label }) => label) // => ['wit poeder (n.n.b.)']
 * report.says.length // => 1
 * ```
 */
export async function replayReport(
  source: SourceDescription,
  decisions: readonly Decision[],
  files: readonly string[],
  { crosswalks = () => [], catalogue = () => [] }: ReplayOptions = {},
): Promise<ReplayReport> {
  const { source: extended, inapplicable, labels, corrections } = takeUp(source, decisions);
  const use = await cellUse(extended, files, corrections, catalogue);
  const undecided = undecidedLabels(extended, use.labels, crosswalks);
  const outcomes = [
    ...labels.map((decided) => labelOutcome(decided, extended, use, undecided)),
    ...corrections.map((decided) => correctionOutcome(decided, use)),
  ];
  const record = {
    source: source.id,
    files: namedFiles(files).map(({ name }) => name),
    applied: outcomes.flatMap((outcome) => ('cells' in outcome ? [outcome] : [])),
    inapplicable: [
      ...inapplicable,
      ...outcomes.flatMap((outcome) => ('cells' in outcome ? [] : [outcome])),
    ],
    undecided,
  };
  return { ...record, says: replaySentences(record) };
}
