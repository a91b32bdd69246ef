import type { SourceDescription } from '@samenbeeld/ingest';
import {
  agencies,
  countUnits,
  detectPersonalData,
  formatNumber,
  inFour,
  isCounted,
  isMoney,
  type Language,
  ownValue,
  safeText,
  type Text,
  units,
} from '@samenbeeld/schema';
import { type ColumnGuess, columnIn, conclusionOf, gain, type TableRecord } from '../column.ts';
import type { CrosswalkFile, OpenDecision, Unsaid } from '../file-description.ts';
import type { Geometry } from '../geometry.ts';
import { alike, clauses, quotedAll } from '../quoted.ts';
import type { Relation } from '../relations/relation.ts';
import type { UntoldRows } from '../relations/untold-rows.ts';
import { oneOfAField } from '../settle/one-holder.ts';
import { seized } from '../settle/settle.ts';
import { thresholds } from '../thresholds.ts';
import type { ProposedTotals } from '../totals/propose-totals.ts';
import {
  cellsOf,
  fieldIn,
  fieldsOf,
  groupsIn,
  inLanguage,
  isFigure,
  isFigureField,
  type ProposedCrosswalk,
  partsOf,
  setIn,
} from '../written.ts';
import { breaksPart } from './breaks-part.ts';
import { columnRules } from './column-rules.ts';
import { constantsPart } from './constants-part.ts';
import { countingRule, coveragePart } from './counting-rule.ts';
import { draftYaml } from './draft-yaml.ts';
import { ofAnother, takenWithPublisher } from './like-constants.ts';
import { askedAbove, asks, type DraftPart, type Mark } from './mark.ts';
import { type FigureCells, missingPart } from './missing-part.ts';
import { provenance, publisherNoted, statedPublisher } from './provenance.ts';
import { shapePart } from './shape-part.ts';

/** Checks that the file itself suggests: totals, one record a combination of its dimensions, nothing below nought. */
function checksOf(
  totals: ProposedTotals,
  filled: ReadonlySet<string>,
  set: ReadonlySet<string>,
  columns: readonly ColumnGuess[],
  record: TableRecord['record']['value'],
): readonly Readonly<Record<string, unknown>>[] {
  const nonNegative = columns.some(
    ({ to, samples }) => isFigureField(to) && samples.every((cell) => !/^[-−]/.test(cell)),
  );
  const dimensions = [
    'place',
    'nationalCode',
    'offence',
    'substance',
    'agencies',
    'basis',
    'level',
    'metric',
    'stat',
    'unit',
    'countUnit',
  ];
  const time =
    record === 'observation' && (filled.has('period') || filled.has('periodStart'))
      ? ['periodStart', 'periodEnd']
      : [];
  const own = dimensions.filter((name) => filled.has(name) || set.has(name));
  return [
    ...totals.checks,
    ...(time.length > 0 && own.length > 0 ? [{ check: 'unique', fields: [...own, ...time] }] : []),
    ...(nonNegative ? [{ check: 'range', min: 0 }] : []),
  ] as unknown as readonly Readonly<Record<string, unknown>>[];
}

/** A check in words. */
function checkWords(check: Readonly<Record<string, unknown>>): Text {
  if (check['check'] === 'unique')
    return inFour(
      'één record per {fields}',
      'un enregistrement par {fields}',
      'ein Datensatz je {fields}',
      'one record a {fields}',
      { fields: (check['fields'] as readonly string[]).join(' × ') },
    );
  if (check['check'] === 'range')
    return inFour(
      'geen cijfer onder 0',
      'aucun chiffre sous 0',
      'keine Zahl unter 0',
      'no figure below 0',
    );
  return inFour(
    '{field} {total} is de som van zijn delen',
    '{field} {total} est la somme de ses parties',
    '{field} {total} ist die Summe seiner Teile',
    '{field} {total} is the sum of its parts',
    { field: String(check['field']), total: String(check['total']) },
  );
}

/** Whether any column of a draft holds figures. */
function hasFigures(columns: readonly ColumnGuess[]): boolean {
  return columns.some(
    ({ kind, written }) => kind === 'fold' || fieldsOf(written).some(isFigureField),
  );
}

/** Whether any figure of a draft is a count, or may be one. */
function hasCounts(columns: readonly ColumnGuess[], constants: TableRecord['constants']): boolean {
  const whole = constants['metric']?.value ?? '';
  // What is counted is asked with a metric that stands in for none.
  if (constants['metric']?.standsIn && constants['basis']?.value === 'not_applicable') return false;
  return columns.some(({ written }) =>
    partsOf(written)
      .map(cellsOf)
      .some((cells) => {
        const { metric = whole, countUnit, unit } = setIn(cells);
        // Assets are counted in files or orders, and are amounts in a currency.
        const isAmount = typeof unit === 'string' && isMoney(unit);
        return isFigure(cells) && countUnit === undefined && !isAmount && isCounted(String(metric));
      }),
  );
}

/** Fields that the columns of a draft fill. */
function filledBy(columns: readonly ColumnGuess[]): ReadonlySet<string> {
  const filled = new Set<string>();
  for (const { written } of columns) {
    for (const part of partsOf(written))
      for (const each of [part, ...Object.values(groupsIn(part))]) {
        const to = fieldIn(each);
        if (to !== null) filled.add(to);
      }
  }
  return filled;
}

/** Fields that value columns of a draft set by themselves: every one of them, and at least one. */
function setByValues(columns: readonly ColumnGuess[]): {
  readonly every: ReadonlySet<string>;
  readonly some: ReadonlySet<string>;
} {
  const sets = columns.flatMap(({ written }) =>
    partsOf(written)
      .map(cellsOf)
      .filter(isFigure)
      .map(
        (cells) =>
          new Set([...Object.keys(setIn(cells)), ...(cells['as'] === 'quantity' ? ['unit'] : [])]),
      ),
  );
  const [first, ...others] = sets;
  return {
    every: new Set([...(first ?? [])].filter((name) => others.every((set) => set.has(name)))),
    some: new Set(sets.flatMap((set) => [...set])),
  };
}

function cell(text: string): string {
  const line = safeText(text.replace(/\s+/gu, ' ').trim());
  return /[",]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
}

function noteOf(
  { confidence, decide, note }: ProposedCrosswalk['rows'][number],
  language: Language,
): string {
  const sure = confidence >= thresholds.certain ? '' : formatNumber(confidence, language, 2);
  const reason = [sure, note?.[language] ?? ''].filter(Boolean).join(': ');
  return decide ? `decide: ${reason}` : reason;
}

/** A crosswalk as it is written beside the description; what a person must confirm starts its note with "decide". */
function crosswalkCsv(crosswalk: ProposedCrosswalk, language: Language): CrosswalkFile {
  // A label that looks like data of persons is written nowhere; its rows are kept out as they are.
  const rows = crosswalk.rows.filter(
    ({ from }) => detectPersonalData(from, { column: 'code' }).length === 0,
  );
  const lines = rows.map((row) => {
    // A code that is nobody's must not be written with a quality, nor none with a code: the loader refuses both.
    const to = row.match === 'none' ? '' : (row.to ?? '');
    const match = to === '' ? 'none' : row.match;
    return [cell(row.from), cell(to), match, cell(noteOf(row, language))].join(',');
  });
  return {
    name: crosswalk.file,
    text: `${['from,to,match,note', ...lines].join('\n')}\n`,
    labels: rows.length,
    open: rows.filter(({ decide }) => decide).length,
  };
}

/** A column as it may be told: nothing is shown of one that looks like data of persons. */
function shownColumn(guess: ColumnGuess, personal: Readonly<Record<string, string>>): ColumnGuess {
  return guess.headings.some((name) => ownValue(personal, name) !== undefined)
    ? { ...guess, samples: [], alternatives: [], crosswalks: [] }
    : guess;
}

type Row = ProposedCrosswalk['rows'][number];

/** Labels of several columns in one list, each once, as it is known most surely. */
function rowsTogether(all: readonly ProposedCrosswalk[]): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const row of all.flatMap((crosswalk) => crosswalk.rows)) {
    const before = rows.get(row.from);
    if (!before || row.confidence > before.confidence) rows.set(row.from, row);
  }
  return [...rows.values()];
}

/** The crosswalks of all columns, one a file: columns that read the same list share theirs. */
function crosswalkFiles(columns: readonly ColumnGuess[]): readonly ProposedCrosswalk[] {
  const files = new Map<string, readonly ProposedCrosswalk[]>();
  for (const crosswalk of columns.flatMap(({ crosswalks }) => crosswalks))
    files.set(crosswalk.file, [...(files.get(crosswalk.file) ?? []), crosswalk]);
  return [...files.values()].flatMap((all) => {
    const [first] = all;
    return first ? [{ ...first, rows: rowsTogether(all) }] : [];
  });
}

/** The question that a file with data of persons raises before all others. */
function personalPart(personal: Readonly<Record<string, string>>): DraftPart {
  const names = Object.keys(personal);
  if (names.length === 0) return { written: {}, marks: [] };
  return {
    written: {},
    marks: [
      asks(
        ['columns'],
        inFour(
          'persoonsgegevens',
          'données personnelles',
          'personenbezogene Daten',
          'personal data',
        ),
        inFour(
          'mag dit bestand wel worden gebruikt? {names} {n:lijkt|lijken} op gegevens van personen; rijen met zulke gegevens worden weggelaten, en geen van die cellen wordt getoond',
          'ce fichier peut-il servir ? {names} {n:ressemble|ressemblent} à des données de personnes ; les lignes qui en contiennent sont écartées, et aucune de ces cellules n’est montrée',
          'darf diese Datei überhaupt verwendet werden? {names} {n:sieht|sehen} nach Daten von Personen aus; Zeilen mit solchen Daten werden weggelassen, und keine dieser Zellen wird gezeigt',
          'may this file be used at all? {names} look like data of persons; rows that hold some are kept out, and no cell of them is shown',
          { names: quotedAll(names, 6), n: names.length },
        ),
      ),
    ],
  };
}

/** The unit of the figures, where the file has one for all. */
function unitOf(
  constants: TableRecord['constants'],
  columns: readonly ColumnGuess[],
): string | null {
  const constant = constants['unit']?.value;
  const isHeld = columns.some(({ written }) => fieldsOf(written).includes('unit'));
  if (constant !== undefined && !isHeld) return constant;
  const sets = columns.flatMap(({ written }) =>
    partsOf(written)
      .map(cellsOf)
      .filter(isFigure)
      .map((cells) => {
        const { unit } = setIn(cells);
        return typeof unit === 'string' && units.has(unit) ? unit : null;
      }),
  );
  if (sets.length > 0 && sets.some((unit) => unit !== null))
    return new Set(sets).size === 1 ? (sets[0] ?? null) : null;
  // Rates stand beside the counts that they are computed from.
  const counted = columns.flatMap(({ written }) =>
    partsOf(written).flatMap((part) =>
      fieldIn(part) === 'unit' && 'codes' in part
        ? Object.values(part['codes'] as object).filter((unit) => countUnits.has(String(unit)))
        : [],
    ),
  );
  const [only, ...others] = new Set(counted);
  return others.length === 0 && only !== undefined ? String(only) : null;
}

/** What is left out, or used on one side only, with what is open about each rule. */
function rulesPart(
  key: 'exclude' | 'totals',
  rules: readonly { readonly rule: string; readonly decide: Text | null }[],
  language: Language,
): DraftPart {
  const open = rules.flatMap(({ rule, decide }, index) =>
    decide === null ? [] : [{ rule, decide, path: [key, String(index)] }],
  );
  const [first, ...others] = open;
  return {
    written:
      rules.length > 0
        ? { [key]: rules.map(({ decide: _, ...rule }) => inLanguage(rule, language)) }
        : {},
    marks: first
      ? [
          asks(
            first.path,
            alike(others.length > 0 ? key : `${key} ${first.rule}`),
            clauses(open.map(({ decide }) => decide)),
            {
              keys: open.map(({ rule }) => rule),
              proposed: inFour('zoals geschreven', 'tel qu’écrit', 'wie geschrieben', 'as written'),
            },
          ),
          ...others.map(({ path }): Mark => ({ path, decide: [], remark: askedAbove })),
        ]
      : [],
  };
}

/** All that was concluded of a file. */
export interface DraftInput {
  readonly id: string;
  readonly geometry: Geometry;
  readonly guess: TableRecord;
  readonly relations: readonly Relation[];
  readonly totals: ProposedTotals;
  readonly personal: Readonly<Record<string, string>>;
  readonly country: string | null;
  readonly like: SourceDescription | null;
  /** First lines of the description, as comments. */
  readonly heading: readonly Text[];
  readonly untold: UntoldRows | null;
  readonly figures: FigureCells;
  /** The language in which the description is worded. */
  readonly language: Language;
}

/** A description with a time that stands in for the one that nothing says. */
export interface TimedDraft {
  readonly field: string;
  readonly yaml: string;
}

/** A description as text, its crosswalks, and what is open in it. */
export interface Draft {
  readonly yaml: string;
  /** The same, to try the rest with; null where a time is said. */
  readonly timed: TimedDraft | null;
  readonly crosswalks: readonly CrosswalkFile[];
  readonly decisions: readonly OpenDecision[];
  readonly unsaid: readonly Unsaid[];
  /** What became of each column after its figures were verified. */
  readonly columns: readonly ColumnGuess[];
  readonly checks: readonly Text[];
}

/**
 * Constants with what the publisher that the file itself names says of them: a service that counts what it registers or seizes is the
 * one that counted, and its country the likely place.
 */
function ofPublisher(
  constants: TableRecord['constants'],
  stated: string | null,
  filled: ReadonlySet<string>,
  record: TableRecord['record']['value'],
): TableRecord['constants'] {
  if (stated === null) return constants;
  const { country, counts, kind } = agencies.get(stated);
  const isService = counts && ['police', 'customs'].includes(kind);
  const metric = constants['metric']?.value ?? null;
  const isOwn = record === 'seizure' || metric === null || metric !== 'price';
  const place = constants['place'];
  const counted = constants['agencies'];
  return {
    ...constants,
    // A team that a source names beside the service itself counted perhaps a part.
    ...(isService &&
      counted !== undefined &&
      !counted.value.split('+').includes(stated) && {
        agencies: {
          ...counted,
          confidence: Math.min(counted.confidence, 0.7),
          reason: clauses([
            counted.reason,
            inFour(
              'en noemt ook {stated} als bron',
              'et nomme aussi {stated} comme source',
              'und nennt auch {stated} als Quelle',
              'and names {stated} as its source too',
              { stated },
            ),
          ]),
          alternatives: [{ value: stated, confidence: 0.5, reason: counted.reason }],
        },
      }),
    ...(isService &&
      isOwn &&
      !filled.has('agencies') &&
      (counted === undefined || counted.value === stated) && {
        agencies: {
          value: stated,
          confidence: thresholds.constantTaken + 0.01,
          reason: inFour(
            'het bestand noemt deze dienst als bron, en die telt wat ze zelf doet',
            'le fichier le nomme comme source, et c’est un service qui compte ce qu’il fait',
            'die Datei nennt diese Dienststelle als Quelle, und sie zählt, was sie selbst tut',
            'the file names it as its source, and it is a service that counts what it does',
          ),
          alternatives: [],
        },
      }),
    // Where a column names places, they are no constant, whoever published it.
    ...(place?.value === '' &&
      !place.standsIn &&
      country !== null && {
        place: {
          value: country,
          confidence: 0.7,
          reason: inFour(
            '{stated}, dat het bestand als bron noemt, hoort bij dit land; of de cijfers het hele land dekken, staat er niet',
            '{stated}, que le fichier nomme comme source, est de ce pays ; rien ne dit que les chiffres le couvrent en entier',
            '{stated}, in der Datei als Quelle genannt, gehört zu diesem Land; ob die Zahlen das ganze Land abdecken, steht nicht da',
            '{stated}, which the file names as its source, is of this country; whether the figures cover all of it is not said',
            { stated },
          ),
          alternatives: [],
        },
      }),
  };
}

/** What stands in, in a trial alone, for a time that nothing says. */
const standingIn: Readonly<Record<string, string>> = { period: '2000', date: '2000-01-01' };

/** Writes the description that follows from what was concluded, every open point marked where it stands. */
export function buildDraft(input: DraftInput): Draft {
  const { id, geometry, guess, relations, totals, country, like, personal, heading } = input;
  const { language: spoken } = input;
  const record = guess.record.value;
  const before = guess.columns.map(conclusionOf);
  const settled = gain(guess.columns, oneOfAField(relations, record));
  const columns = settled.map(conclusionOf);
  const filled = filledBy(columns);
  const figures = hasFigures(columns);
  const rules = columnRules(guess.columns, settled, input.untold, totals, spoken);
  const noFigures: Mark = asks(
    ['columns'],
    inFour('cijfers', 'chiffres', 'Zahlen', 'figures'),
    inFour(
      'in welke kolom staan de cijfers? Er is er geen gevonden; zonder is de beschrijving niet bruikbaar',
      'quelle colonne contient les chiffres ? Aucune n’a été trouvée ; sans elle la description est inutilisable',
      'in welcher Spalte stehen die Zahlen? Es wurde keine gefunden; ohne sie ist die Beschreibung nicht brauchbar',
      'which column holds the figures? None was found; without one the description cannot be used',
    ),
  );
  const { every: set, some } = setByValues(columns);
  const checks = figures ? checksOf(totals, filled, some, before, record) : [];
  const language = guess.language.value;
  const stated = statedPublisher(geometry, language, country);
  const noted = publisherNoted({ noted: guess.noted, geometry });
  const publisher = stated ?? noted?.publisher ?? null;
  const counter = stated ?? (noted?.counts ? publisher : null);
  const constants = ofPublisher(
    ofAnother(guess.constants, like, publisher),
    counter,
    filled,
    record,
  );
  const isFilled = (field: string): boolean =>
    filled.has(field) || set.has(field) || ownValue(constants, field) !== undefined;
  const days = columns.find(({ to }) => to === 'date');
  const dayHeading =
    record === 'seizure' && days && !days.headings.some((heading) => seized.test(heading))
      ? (days.headings[0] ?? null)
      : null;
  const parts: readonly DraftPart[] = [
    provenance({
      id,
      geometry,
      language,
      record,
      country,
      like,
      taken: takenWithPublisher(constants),
      noted: guess.noted,
      isCounterSaid: isFilled('agencies'),
    }),
    shapePart(geometry),
    missingPart(guess, input.figures),
    countingRule({
      id,
      record,
      unit: unitOf(guess.constants, before),
      like: publisher === null || publisher === like?.source.publisher ? like : null,
      isAskedWithPublisher: publisher === null,
      isCountUnsaid:
        record === 'observation' && !isFilled('countUnit') && hasCounts(columns, constants),
      dayHeading,
    }),
    breaksPart([...geometry.titleLines, ...geometry.footerLines]),
    coveragePart(record, like, dayHeading !== null),
    constantsPart(record, constants, filled, set, country, geometry),
    personalPart(personal),
    { written: {}, marks: figures ? [] : [noFigures] },
    rules,
    rulesPart('exclude', totals.exclude, spoken),
    rulesPart('totals', totals.totals, spoken),
    { written: checks.length > 0 ? { checks } : {}, marks: [] },
  ];
  const marks = parts.flatMap((part) => part.marks);
  let number = 0;
  const decisions = marks.flatMap(({ path, decide }) =>
    decide.map((question): OpenDecision => {
      number += 1;
      return { number, path, ...question };
    }),
  );
  // A key of the format, as `ingest` counts what is open by it: the question itself stands in the reader's language.
  const open = decisions.map((decision) => `${decision.number} ${decision.about.en}`);
  const written: Record<string, unknown> = {};
  for (const part of parts) Object.assign(written, part.written);
  // What a title is read as may say why it reads no code.
  if (written['constants']) written['constants'] = inLanguage(written['constants'], spoken);
  if (open.length > 0) written['open'] = open;
  const used = new Set(
    columns.flatMap(({ written: own }) =>
      (JSON.stringify(own).match(/"crosswalk":"([^"]+)"/gu) ?? []).map((text) =>
        text.slice(13, -1),
      ),
    ),
  );
  const untimed = Object.keys(standingIn).find(
    (name) => (written['constants'] as Record<string, unknown> | undefined)?.[name] === null,
  );
  const timed = untimed && {
    ...written,
    constants: { ...(written['constants'] as object), [untimed]: standingIn[untimed] },
  };
  return {
    yaml: draftYaml(written, marks, heading, spoken),
    timed:
      untimed && timed ? { field: untimed, yaml: draftYaml(timed, marks, heading, spoken) } : null,
    crosswalks: crosswalkFiles(before)
      .filter(({ file }) => used.has(file))
      .map((crosswalk) => crosswalkCsv(crosswalk, spoken)),
    decisions,
    unsaid: marks.flatMap(({ path, unsaid }) => (unsaid ? [{ about: unsaid, path }] : [])),
    columns: columns.map((column) => columnIn(shownColumn(column, personal), spoken)),
    checks: checks.map(checkWords),
  };
}
