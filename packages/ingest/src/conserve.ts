import {
  type Conservation,
  InputError,
  inFour,
  joinWith,
  ownValue,
  type PutAside,
  semicolon,
} from '@samenbeeld/schema';
import type { SourceDescription } from './description/description.ts';
import { decimalOf } from './exact-decimal.ts';
import type { Part } from './read-part.ts';

/** Items of one table by fate and rule, as the engine counts them. */
export interface FateCount {
  readonly fate: 'accepted' | 'excluded' | 'rejected';
  readonly fate_rule: string | null;
  readonly items: number;
}

/** Records of one file and unit, as they stand in the picture's table. */
export interface RecordSum {
  readonly file: string;
  readonly unit: string | null;
  readonly records: number;
  /** Decimal text; null where no record has a value. */
  readonly total: string | null;
}

/** What became of the items of one table, and the sums of its accepted cells by unit, in units of 10⁻¹². */
export interface PartTally {
  readonly fates: readonly FateCount[];
  readonly sums: ReadonlyMap<string, bigint>;
}

/** One table of a file with all that is counted of it. */
export interface CountedPart {
  readonly binding: Part['binding'];
  readonly tally: PartTally;
  readonly putAside: readonly PutAside[];
  readonly restricted: NonNullable<Conservation['restricted']>;
  readonly notes: number;
}

function countBy(
  fates: readonly FateCount[],
  fate: FateCount['fate'],
): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { fate_rule, items, ...item } of fates)
    if (item.fate === fate && fate_rule !== null)
      counts.set(fate_rule, (counts.get(fate_rule) ?? 0) + items);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Throws where the parts do not add up: the reader, the description or this program has lost something. */
function assertConserved(conservation: Conservation): void {
  const { lines, items, accepted, excluded, rejected, records, quantities, file } = conservation;
  const kinds = lines.title + lines.header + lines.footer + lines.blank + lines.data;
  const problems = [
    kinds === lines.total
      ? null
      : inFour(
          '{total} regels, maar hun soorten tellen op tot {kinds}',
          '{total} lignes, mais leurs sortes totalisent {kinds}',
          '{total} Zeilen, aber ihre Arten ergeben zusammen {kinds}',
          '{total} lines, but their kinds add up to {kinds}',
          { total: lines.total, kinds },
        ),
    accepted + excluded + rejected === items
      ? null
      : inFour(
          '{items} items, maar hun lot telt op tot {fates}',
          '{items} éléments, mais leurs sorts totalisent {fates}',
          '{items} Posten, aber ihr Verbleib ergibt zusammen {fates}',
          '{items} items, but their fates add up to {fates}',
          { items, fates: accepted + excluded + rejected },
        ),
    accepted === records
      ? null
      : inFour(
          '{accepted} aanvaarde items, maar {records} records',
          '{accepted} éléments acceptés, mais {records} enregistrements',
          '{accepted} angenommene Posten, aber {records} Datensätze',
          '{accepted} accepted items, but {records} records',
          { accepted, records },
        ),
    ...quantities.map(({ unit, raw, records: made }) =>
      raw === made
        ? null
        : inFour(
            'de cellen bevatten {raw} {unit}, de records {made}',
            'les cellules contiennent {raw} {unit}, les enregistrements {made}',
            'die Zellen enthalten {raw} {unit}, die Datensätze {made}',
            'the cells hold {raw} {unit}, the records {made}',
            { raw, unit, made },
          ),
    ),
  ].filter((problem) => problem !== null);
  if (problems.length > 0)
    throw new InputError(
      inFour(
        'het bestand is niet behouden: {problems}',
        'le fichier n’est pas conservé : {problems}',
        'die Datei ist nicht erhalten: {problems}',
        'the file is not conserved: {problems}',
        { problems: joinWith(problems, semicolon) },
      ),
      {
        place: { file },
        repair: inFour(
          'meld dit bestand en zijn beschrijving; niets ervan mag worden gebruikt tot het klopt',
          'signalez ce fichier et sa description ; rien ne peut en être utilisé tant que le compte n’y est pas',
          'diese Datei und ihre Beschreibung melden; nichts davon darf verwendet werden, bis es aufgeht',
          'report this file and its description; nothing of it may be used until it adds up',
        ),
      },
    );
}

/** What became of the lines and items of one file (all its tables), checked. */
export function conserve(
  file: string,
  parts: readonly CountedPart[],
  recordSums: readonly RecordSum[],
  description: SourceDescription,
): Conservation {
  const here = parts.map(({ binding }) => binding);
  const fates = parts.flatMap(({ tally }) => tally.fates);
  const unread = here.flatMap(({ table, slots }) =>
    table.rejects.map(({ rule }) => ({ rule, items: slots.length })),
  );
  const total = (fate: FateCount['fate']): number =>
    sum(fates.flatMap((count) => (count.fate === fate ? count.items : [])));
  const rejections = { ...countBy(fates, 'rejected') };
  for (const { rule, items } of unread)
    rejections[rule] = (ownValue(rejections, rule) ?? 0) + items;
  const putAside = parts.flatMap((part) => part.putAside);
  const restricted = parts.flatMap((part) => part.restricted);
  const raw = new Map<string, bigint>();
  for (const { tally } of parts)
    for (const [unit, scaled] of tally.sums) raw.set(unit, (raw.get(unit) ?? 0n) + scaled);
  const sums = recordSums.filter((each) => each.file === file);
  const line = (kind: keyof Conservation['lines']): number =>
    sum(here.map(({ table }) => table.lines[kind]));
  const conservation: Conservation = {
    file,
    source: description.id,
    sha256: here[0]?.table.sha256 ?? '',
    lines: {
      total: line('total'),
      title: line('title'),
      header: line('header'),
      footer: line('footer'),
      blank: line('blank'),
      data: line('data'),
    },
    rows: sum(here.map(({ table, staged }) => staged.size + table.rejects.length)),
    items: sum(
      here.map(({ table, staged, slots }) => (staged.size + table.rejects.length) * slots.length),
    ),
    accepted: total('accepted'),
    excluded: total('excluded'),
    rejected: total('rejected') + sum(unread.map(({ items }) => items)),
    exclusions: countBy(fates, 'excluded'),
    rejections,
    ...(putAside.length > 0 && { putAside }),
    ...(restricted.length > 0 && { restricted }),
    notes: sum(parts.map(({ notes }) => notes)),
    records: sum(sums.map(({ records }) => records)),
    quantities: [...raw]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([unit, scaled]) => ({
        unit,
        raw: decimalOf(scaled),
        records: trimmed(sums.find((each) => each.unit === unit)?.total ?? '0'),
      })),
  };
  assertConserved(conservation);
  return conservation;
}

/** Decimal text without zeros at the end. */
function trimmed(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
