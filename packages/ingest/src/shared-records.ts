import { dialect, type Engine } from '@samenbeeld/engine';
import { InputError, type Issue, inEach, inFour, placeIn, type Text } from '@samenbeeld/schema';
import { hasFewItems } from './compile/binding.ts';
import { separator } from './compile/key-sql.ts';
import type { SourceDescription } from './description/description.ts';
import { fields, recordTables } from './fields.ts';
import type { Part } from './read-part.ts';
import type { Repeated } from './repeated-keys.ts';

/** Figures of one table that an earlier table of the call gives for the same records. */
interface Shared {
  readonly part: number;
  readonly other: number;
  readonly items: number;
  readonly rows: number;
  /** How many of them have another value there. */
  readonly unlike: number;
}

const shown = 5;

/** So many finds alike, and this share of the finds of the shorter table, are no chance: the two are editions of one list. */
const edition = { finds: 3, share: 0.5 };

const plural = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

const called = ({ binding: { table } }: Part): string =>
  table.sheet === null ? table.file : `${table.file}, sheet "${table.sheet}"`;

const calledInFour = ({ binding: { table } }: Part): Text =>
  inEach((language) =>
    placeIn(
      { file: table.file, ...(table.sheet !== null && { sheet: table.sheet }) },
      language,
    ).replace(/: $/u, ''),
  );

function sharedIssue(shared: Shared, lines: readonly number[], parts: readonly Part[]): Issue[] {
  const { items, rows, unlike } = shared;
  const [part, other] = [parts[shared.part], parts[shared.other]];
  if (!part || !other) return [];
  const { file, sheet } = part.binding.table;
  const more = rows > lines.length ? ', …' : '';
  const differ =
    unlike === 0 ? '' : `; ${unlike} of them ${unlike === 1 ? 'has' : 'have'} another value there`;
  return [
    {
      file,
      sheet,
      line: lines[0] ?? null,
      column: null,
      value: null,
      severity: 'warning',
      rule: 'record.shared',
      message: `${plural(items, 'figure', 'figures')} in ${plural(rows, 'row', 'rows')} (line ${lines.join(', ')}${more}) ${items === 1 ? 'is of a record' : 'are of records'} that ${called(other)} has too${differ}`,
      repair:
        'if one file is a later edition of the other, ingest that one alone and compare the two with `samenbeeld diff` (of finds: a picture built before and after); both are kept: figures that differ then contradict each other, and finds may count twice',
    },
  ];
}

/**
 * Refuses two editions of one list of finds. Figures of two editions contradict each other and are seen; finds add up, and
 * each would count twice.
 */
async function refuseEditions(
  engine: Engine,
  pairs: readonly Shared[],
  parts: readonly Part[],
): Promise<void> {
  const finds = async (at: number): Promise<number> => {
    const [counted] = await engine.rows<{ n: number }>(
      `select count(*) as n from ${parts[at]?.stage.judged} where fate = 'accepted'`,
    );
    return Number(counted?.n ?? 0);
  };
  for (const { part, other, rows } of pairs) {
    if (rows < edition.finds) continue;
    const all = Math.min(await finds(part), await finds(other));
    const [later, earlier] = [parts[part], parts[other]];
    if (!later || !earlier || rows < all * edition.share) continue;
    const { file, sheet } = later.binding.table;
    throw new InputError(
      inFour(
        '{n} van de {all} vangsten staan ook in {other}: twee uitgaven van één lijst, waarin elke vangst dubbel zou tellen',
        '{n} des {all} saisies figurent aussi dans {other} : deux éditions d’une même liste, où chaque saisie compterait deux fois',
        '{n} der {all} Funde stehen auch in {other}: zwei Ausgaben einer Liste, in denen jeder Fund doppelt zählen würde',
        '{n} of the {all} finds stand in {other} too: two editions of one list, in which each find would count twice',
        { n: rows, all, other: calledInFour(earlier) },
      ),
      {
        place: { file, ...(sheet !== null && { sheet }) },
        repair: inFour(
          'lees alleen de latere uitgave in: zet haar in een beeld onder `inputs` in de plaats van de eerdere (`file` en `sha256`), en vergelijk het beeld van voor en na met `samenbeeld diff`; zijn het toch andere vangsten, geef ze dan elk een eigen nummer (`to: reference`)',
          'ne prenez que l’édition la plus récente : dans un tableau, mettez-la sous `inputs` à la place de la précédente (`file` et `sha256`), et comparez le tableau d’avant et d’après avec `samenbeeld diff` ; si ce sont pourtant d’autres saisies, donnez à chacune son numéro (`to: reference`)',
          'nur die spätere Ausgabe einlesen: sie in einem Lagebild unter `inputs` an die Stelle der früheren setzen (`file` und `sha256`) und das Lagebild davor und danach mit `samenbeeld diff` vergleichen; sind es doch andere Funde, jedem seine Nummer geben (`to: reference`)',
          'ingest the later edition alone: in a picture put it under `inputs` in place of the earlier (`file` and `sha256`), and compare the picture before and after with `samenbeeld diff`; if they are other finds after all, give each its own number (`to: reference`)',
        ),
      },
    );
  }
}

/** Columns that tell one record of a source from another, whatever the cells were; vintages of a figure are apart. */
function tellingColumns({ record }: SourceDescription): readonly string[] {
  const telling = Object.entries(fields[record]).flatMap(([name, { dimension, columns }]) =>
    dimension || ['reference', 'publication', 'publishedOn'].includes(name) ? columns : [],
  );
  const own = new Set(recordTables[record].columns.map(({ name }) => name));
  return [...new Set(telling)].filter((column) => column !== 'freq' && own.has(column));
}

/**
 * SQL of the accepted figures of a part with what they are figures of: of small files by what the cells mean, of large ones
 * by the cells themselves and only where an earlier step found them to be repeated.
 */
function figuresSql(
  { stage }: Part,
  at: number,
  description: SourceDescription,
  keys: string | null,
): string {
  const { value } = recordTables[description.record];
  const telling = tellingColumns(description).map(
    (column) => `coalesce(cast(${column} as VARCHAR), '')`,
  );
  const about =
    keys === null ? telling.join(` || ${dialect.literal(separator)} || `) : 'record_key';
  const some =
    keys === null
      ? ''
      : ` and row_no in (select row_no from ${stage.again}) and record_key in (select record_key from ${keys})`;
  // Two finds of a day and place are no contradiction where no reference says that they are one.
  const named = description.record === 'seizure' ? 'reference is not null' : 'true';
  return `select ${at} as part, row_no, line, ${about} as about, ${value} as figure, ${named} as named from ${stage.judged}
where fate = 'accepted' and ${value} is not null${some}`;
}

/** Keys of the raw cells that several parts have, in a table; whether there are any. */
async function sharedKeys(engine: Engine, parts: readonly Part[], table: string): Promise<boolean> {
  const keyed = parts.map(
    ({ stage, keyed }, at) => `select ${at} as part, k.record_key from (${keyed(stage.again)}) k`,
  );
  await engine.run(`create temporary table ${table} as
select record_key from (${keyed.join(' union all ')}) k group by record_key having min(part) < max(part)`);
  const [found] = await engine.rows<{ n: number }>(`select count(*) as n from ${table}`);
  return (found?.n ?? 0) > 0;
}

/**
 * Reports the figures that two tables of a call give for the same record, whatever columns each has. Both are kept: two
 * files may well share a key that is none. A figure that either leaves out is not counted twice, and is not reported.
 *
 * Throws an InputError where the two are editions of one list of finds.
 */
export async function findShared(
  engine: Engine,
  description: SourceDescription,
  parts: readonly Part[],
  { occurrences }: Repeated,
  name: string,
): Promise<readonly Issue[]> {
  if (parts.length < 2) return [];
  const few = parts.every(({ binding }) => hasFewItems(binding));
  if (!few && occurrences === null) return [];
  const keys = few ? null : `${name}_key`;
  try {
    if (keys !== null && !(await sharedKeys(engine, parts, keys))) return [];
    const items = parts.map((part, at) => figuresSql(part, at, description, keys));
    await engine.run(`create temporary table ${name} as
select part, row_no, line, other, alike from (
  select part, row_no, line, named, min(part) over (partition by about) as other,
    min(part) over (partition by about, figure) as alike, count(*) over (partition by about, part) as n
  from (${items.join(' union all ')}) i
) i where other < part and (alike < part or (n = 1 and named))`);
    const pairs = await engine.rows<Shared>(
      `select part, other, count(*) as items, count(distinct row_no) as rows, cast(sum(case when alike = part then 1 else 0 end) as INTEGER) as unlike
from ${name} group by part, other order by part, other`,
    );
    if (description.record === 'seizure') await refuseEditions(engine, pairs, parts);
    const issues: Issue[] = [];
    for (const pair of pairs) {
      const lines = await engine.rows<{ line: number }>(
        `select distinct line from ${name} where part = ${pair.part} and other = ${pair.other} order by line limit ${shown}`,
      );
      const numbers = lines.map(({ line }) => line);
      issues.push(...sharedIssue(pair, numbers, parts));
    }
    return issues;
  } finally {
    for (const table of [name, ...(keys === null ? [] : [keys])])
      await engine.run(`drop table if exists ${table}`);
  }
}
