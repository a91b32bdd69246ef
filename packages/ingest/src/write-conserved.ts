import { dialect, type Engine } from '@samenbeeld/engine';
import {
  type Conservation,
  InputError,
  type Issue,
  inFour,
  joinWith,
  semicolon,
} from '@samenbeeld/schema';
import { hasFewItems } from './compile/binding.ts';
import type { KeptRecord } from './compile/kept-record.ts';
import { recordColumns } from './compile/kept-record.ts';
import { idSql } from './compile/key-sql.ts';
import { requiredColumns } from './compile/problem-sql.ts';
import { type CountedPart, conserve, type RecordSum } from './conserve.ts';
import type { SourceDescription } from './description/description.ts';
import { recordTables } from './fields.ts';
import { noteIssues } from './note-issues.ts';
import type { Part } from './read-part.ts';
import { appendKept, type RecordRelation } from './record-relation.ts';
import { rejectedIssue } from './rejected-issue.ts';
import { occurrenceSql, type Repeated } from './repeated-keys.ts';
import { runChecks } from './run-checks.ts';
import {
  fatesAreAsked,
  noteFates,
  putAsideOf,
  recordSums,
  rejectedItems,
  restIsFound,
  restrictedOf,
  tallyPart,
} from './tally.ts';

const asText = (text: string | null): string => `cast(${dialect.literal(text)} as VARCHAR)`;

/** Refuses records that are in the picture already: a file that was given twice, or the other files of a source later. */
async function refuseKnown(
  engine: Engine,
  description: SourceDescription,
  parts: readonly Part[],
  repeated: Repeated,
): Promise<void> {
  const { table } = recordTables[description.record];
  const before = await engine.rows(
    `select 1 as found from ${table} where source = ${dialect.literal(description.id)} limit 1`,
  );
  if (before.length === 0) return;
  const ids = parts.map(({ stage, keyed }, part) => {
    const { number, join } = occurrenceSql(repeated, part);
    return `select ${idSql('i.record_key', number)} as id from (${keyed(stage.raw)}) i ${join}`;
  });
  const [again] = await engine.rows<{ n: number }>(
    `select count(*) as n from (${ids.join(' union all ')}) m join ${table} t on t.id = m.id`,
  );
  if (again && again.n > 0)
    throw new InputError(
      inFour(
        '{n} van de records {n:staat|staan} al in het beeld',
        '{n} de ses enregistrements {n:figure|figurent} déjà dans le tableau',
        '{n} ihrer Datensätze {n:steht|stehen} schon im Lagebild',
        '{n} of its records {n:is|are} already in the picture',
        { n: again.n },
      ),
      {
        place: { file: parts[0]?.binding.table.file ?? '' },
        repair: inFour(
          'noem elk bestand één keer, en geef alle bestanden van {id} in één aanroep',
          'nommez chaque fichier une fois, et donnez tous les fichiers de {id} en un seul appel',
          'jede Datei einmal nennen und alle Dateien von {id} in einem Aufruf angeben',
          'name each file once, and give all files of {id} in one call',
          { id: description.id },
        ),
      },
    );
  const files = [...new Set(parts.map(({ binding }) => binding.table.file))];
  const [namesake] = await engine.rows<{ file: string }>(
    `select min(origin_file) as file from ${table} where source = ? and origin_file in (${files.map(() => '?').join(', ')})`,
    [description.id, ...files],
  );
  if (namesake?.file)
    throw new InputError(
      inFour(
        'records van een ander bestand met deze naam staan al in het beeld',
        'des enregistrements d’un autre fichier de ce nom figurent déjà dans le tableau',
        'Datensätze einer anderen Datei dieses Namens stehen schon im Lagebild',
        'records of another file of this name are already in the picture',
      ),
      {
        place: { file: namesake.file },
        repair: inFour(
          'geef alle bestanden van {id} in één aanroep: die met één naam worden dan naar hun mappen onderscheiden',
          'donnez tous les fichiers de {id} en un seul appel : ceux de même nom se distinguent alors par leurs dossiers',
          'alle Dateien von {id} in einem Aufruf angeben: gleichnamige werden dann nach ihren Ordnern unterschieden',
          'give all files of {id} in one call: those of one name are then told apart by their folders',
          { id: description.id },
        ),
      },
    );
}

/** The accepted items of a part with the numbers of their occurrences. */
function acceptedSql({ stage, binding }: Part, join: string): string {
  const order = hasFewItems(binding) ? ' order by i.row_no, i.slot' : '';
  return `from ${stage.judged} i ${join} where i.accepted${order}`;
}

/** SQL of what is kept of the records of a part. */
function keptSql(part: Part, kept: KeptRecord, repeated: Repeated, at: number): string {
  const { occurrence, join } = occurrenceSql(repeated, at);
  const inputs = kept.inputs.map(({ name }) =>
    name === 'occurrence' ? `${occurrence} as occurrence` : `i.in_${name} as ${name}`,
  );
  return `select ${inputs.join(', ')} ${acceptedSql(part, join)}`;
}

/** Writes the records of a part as they are; the table is made where it is absent. */
async function writeWhole(
  engine: Engine,
  description: SourceDescription,
  part: Part,
  repeated: Repeated,
  at: number,
  there: boolean,
): Promise<void> {
  const { table, columns } = recordTables[description.record];
  const typeOf = new Map(columns.map(({ name, type }) => [name, type]));
  const { number, join } = occurrenceSql(repeated, at);
  const { file, sheet } = part.binding.table;
  const values: readonly (readonly [name: string, sql: string])[] = [
    ['id', idSql('i.record_key', number)],
    ['source', asText(description.id)],
    ...recordColumns(description).map(({ name }) => [name, `i.${name}`] as const),
    ['origin_file', asText(file)],
    ['origin_sheet', asText(sheet)],
    ['origin_line', 'i.line'],
    ['origin_column', 'i.shown'],
    ['origin_raw', 'i.raw'],
  ];
  const names = values.map(([name]) => name).join(', ');
  const rows = acceptedSql(part, join);
  // A table that is made of its rows is filled in half the time of one that gets them later.
  await engine.run(
    there
      ? `insert into ${table} (${names}) select ${values.map(([, sql]) => sql).join(', ')} ${rows}`
      : `create table ${table} as select ${values.map(([name, sql]) => `cast(${sql} as ${typeOf.get(name)}) as ${name}`).join(', ')} ${rows}`,
  );
}

/**
 * Appends the accepted items as records, or what is kept of them. The id is a hash of the source, the raw key cells
 * and the number of the occurrence, so that cleaning never changes it and reordered rows keep theirs.
 */
async function writeRecords(
  engine: Engine,
  description: SourceDescription,
  parts: readonly Part[],
  repeated: Repeated,
  before: RecordRelation,
  written: (part: number) => void,
): Promise<void> {
  if (before) await refuseKnown(engine, description, parts, repeated);
  for (const [at, part] of parts.entries()) {
    const { kept } = part;
    if (kept)
      await appendKept(engine, description.record, {
        rows: keptSql(part, kept, repeated, at),
        columns: kept.columns,
      });
    else await writeWhole(engine, description, part, repeated, at, before !== null || at > 0);
    written(at);
  }
}

/** One part with all that is counted of it, and what is wrong with its items in words. */
interface JudgedPart extends CountedPart {
  readonly issues: readonly Issue[];
}

/**
 * Counts what became of the items of one part, and puts what is wrong with them into words. Its records must be
 * written; `records` are their sums.
 */
async function judgePart(
  engine: Engine,
  source: SourceDescription,
  part: Part,
  parts: readonly Part[],
  repeats: Repeated['rows'][number] | undefined,
  records: readonly RecordSum[],
): Promise<JudgedPart> {
  const { binding, dictionary, stage } = part;
  const found = restIsFound(source, part, parts);
  await noteFates(engine, source, part, found);
  const tally = await tallyPart(engine, source, part, found, records);
  const any = tally.fates.some(({ fate }) => fate === 'rejected');
  const rejected = any ? await rejectedItems(engine, part, found) : [];
  const isLeftOut =
    source.record === 'seizure' && tally.fates.some(({ fate }) => fate === 'excluded');
  const isAside = any || isLeftOut || binding.table.rejects.length > 0;
  await engine.run(`drop ${fatesAreAsked(part, found) ? 'view' : 'table'} ${stage.fate}`);
  const noted = noteIssues(binding, dictionary, source, repeats ?? { count: 0, lines: [] });
  return {
    binding,
    tally,
    restricted: any ? await restrictedOf(engine, source, part, found) : [],
    putAside: isAside ? await putAsideOf(engine, source, part, found) : [],
    notes: noted.filter(({ severity }) => severity === 'note').length,
    issues: [
      ...part.issues,
      ...binding.table.rejects,
      ...rejected.map((item) => rejectedIssue(item, binding, dictionary)),
      ...noted,
    ],
  };
}

/**
 * Throws where a record that was just written lacks what every record must have: the reading has let through what it
 * should have rejected. Only of records that are kept as they are; those of large files are shown by the same reading.
 */
async function assertComplete(
  engine: Engine,
  { id, record, file }: SourceDescription,
  parts: readonly Part[],
): Promise<void> {
  const { table } = recordTables[record];
  const files = [
    ...new Set(parts.flatMap(({ kept, binding }) => (kept ? [] : [binding.table.file]))),
  ];
  if (files.length === 0) return;
  const columns = [...requiredColumns(record), 'unit'];
  const empty = columns.map(
    (column) => `count(case when ${column} is null then 1 end) as ${column}`,
  );
  const [found = {}] = await engine.rows<Readonly<Record<string, number>>>(
    `select ${empty.join(', ')} from ${table} where source = ? and origin_file in (${files.map(() => '?').join(', ')})`,
    [id, ...files],
  );
  const lacking = columns.filter((column) => (found[column] ?? 0) > 0);
  if (lacking.length === 0) return;
  const counts = lacking.map((column) =>
    inFour(
      '{n} records zonder {column}',
      '{n} enregistrements sans {column}',
      '{n} Datensätze ohne {column}',
      '{n} records have no {column}',
      { n: found[column] ?? 0, column },
    ),
  );
  throw new InputError(
    inFour(
      'de records zijn niet volledig: {counts}',
      'les enregistrements ne sont pas complets : {counts}',
      'die Datensätze sind nicht vollständig: {counts}',
      'the records are not complete: {counts}',
      { counts: joinWith(counts, semicolon) },
    ),
    {
      place: { file },
      repair: inFour(
        'meld deze beschrijving en haar bestanden; niets ervan mag worden gebruikt tot het hersteld is',
        'signalez cette description et ses fichiers ; rien ne peut en être utilisé tant que ce n’est pas réparé',
        'diese Beschreibung und ihre Dateien melden; nichts davon darf verwendet werden, bis es behoben ist',
        'report this description and its files; nothing of them may be used until it is mended',
      ),
    },
  );
}

/** What was written, and what is wrong with the rest or, by the checks of the description, with it. */
export interface WrittenRecords {
  readonly conservation: readonly Conservation[];
  readonly issues: readonly Issue[];
}

/** Writes the records, counts them against the files and checks them, all or nothing. */
export async function writeConserved(
  engine: Engine,
  run: string,
  source: SourceDescription,
  parts: readonly Part[],
  repeated: Repeated,
  before: RecordRelation,
  written: (part: number) => void,
): Promise<WrittenRecords> {
  await engine.run('begin');
  try {
    await writeRecords(engine, source, parts, repeated, before, written);
    await assertComplete(engine, source, parts);
    const sums = await recordSums(engine, source, parts);
    const judged: JudgedPart[] = [];
    for (const [at, part] of parts.entries())
      judged.push(await judgePart(engine, source, part, parts, repeated.rows[at], sums));
    const names = [...new Set(parts.map(({ binding }) => binding.table.file))];
    const conservation = names.map((file) =>
      conserve(
        file,
        judged.filter(({ binding }) => binding.table.file === file),
        sums,
        source,
      ),
    );
    const warnings = await runChecks(engine, `${run}_record`, source, parts);
    await engine.run('commit');
    return { conservation, issues: [...judged.flatMap(({ issues }) => issues), ...warnings] };
  } catch (error) {
    await engine.run('rollback');
    throw error;
  }
}
