// What a good user of DuckDB writes by hand for these seizures: the same columns, casts, crosswalks, rules, issues,
// line numbers, ids, screen for personal data and counts as ingest makes from source.yaml, for this one file only.
// It trusts the file to be rectangular and proves nothing about it. It has the freedom that ingest takes: what varies
// from row to row is kept once, in types that cost little, and `seizure` is a view that works out the rest when asked.
import type { Engine } from '@samenbeeld/engine';

const text = (column: string): string => `cast(NULL as VARCHAR) as ${column}`;

/** Phones, e-mail, account and citizen numbers, plates: what may set off a detector in the notes. */
const personal =
  '@|[0-9]{9}|(\\+|00) ?(31|32|33|49|352)|0[0-9]{1,4}[-/ ][0-9]{5}|[A-Z]{2}[0-9]{2}( ?[A-Z0-9]){11}|[A-Z0-9]{1,3}-[A-Z0-9]{1,3}-[A-Z0-9]{1,3}';

/** The crosswalks, as texts of the file and codes of the record. */
const crosswalks = {
  port: 'RTM NLRTM,VLI NLVLI,TNZ NLTNZ,AMS NLAMS,MOE NLMOE,ANR BEANR,GNE BEGNE,ZEE BEZEE',
  drug: 'Cocaïne COC,Heroïne HER,Hasj CAN_RESIN,Wiet CAN_HERB,MDMA MDMA,Xtc MDMA_TAB,Speed AMF,Keta KETA,GHB GHB',
  unit: 'kg kg,g g,st tablet,l l',
  agency: 'D NL_CUST,P NL_POL,K NL_KMAR,F NL_FIOD',
};

const list = (texts: readonly (string | undefined)[]): string =>
  texts.map((one) => `'${one}'`).join(', ');

function crosswalkSql([name, rows]: readonly [string, string]): string {
  const pairs = rows.split(',').map((row) => row.split(' '));
  const values = pairs.map(([from, to]) => `('${from}', '${to}')`).join(', ');
  return `create type ${name}_text as enum (${list(pairs.map(([from]) => from))});
create type ${name}_code as enum (${list(pairs.map(([, to]) => to))});
create temp table ${name} as select text, cast(text as ${name}_text) as cell, cast(code as ${name}_code) as code from (values ${values}) v(text, code)`;
}

const statements = (path: string): readonly (readonly [name: string, sql: string])[] => [
  [
    'read',
    `create temp table raw as select * from read_csv('${path}', delim = ';', header = false, skip = 1, auto_detect = false, quote = '', escape = '',
  columns = {datum: 'VARCHAR', haven: 'VARCHAR', middel: 'VARCHAR', hoeveelheid: 'VARCHAR', eenheid: 'VARCHAR', dienst: 'VARCHAR', zaak: 'VARCHAR', nota: 'VARCHAR'})`,
  ],
  [
    'crosswalks',
    `${Object.entries(crosswalks).map(crosswalkSql).join(';\n')};
create temp table day as select datum, cast(try_strptime(datum, '%d-%m-%Y') as DATE) as day, strftime(day, '%d-%m-%Y') = datum as whole from (select distinct datum from raw) d`,
  ],
  [
    'personal data',
    `create temp table quarantine as select distinct nota from raw where regexp_matches(nota, '${personal}')`,
  ],
  [
    'keys',
    `create temp table twice as select h from (select hash(datum, haven, middel, eenheid, dienst, zaak) as h from raw) k group by h having count(*) > 1;
create temp table occurrence as select id, row_number() over (partition by datum, haven, middel, eenheid, dienst, zaak order by hoeveelheid, id) as n
from (select rowid as id, * from raw) r where hash(datum, haven, middel, eenheid, dienst, zaak) in (select h from twice)`,
  ],
  [
    'items',
    `create table item as
select cast(raw.rowid + 2 as INTEGER) as line, case
  when q.nota is not null then 'personal-data'
  when raw.middel = 'Totaal' then 'subtotal'
  when raw.datum is not null and day.day is null then 'period.invalid'
  when port.code is null then 'place.unknown'
  when drug.code is null then 'substance.unknown'
  when unit.code is null then 'unit.unknown'
  when raw.dienst is not null and agency.code is null then 'agency.unknown'
  when raw.hoeveelheid is not null and raw.hoeveelheid <> '?' and not regexp_full_match(raw.hoeveelheid, '[+-]?[0-9]+(,[0-9]+)?') then 'number.invalid'
  end as rule, day.day, port.cell as haven, port.code as place, drug.cell as middel, drug.code as substance, unit.cell as eenheid, unit.code as unit,
  agency.cell as dienst, agency.code as agencies, raw.zaak, case when q.nota is null then raw.nota end as nota, raw.hoeveelheid,
  try_cast(replace(raw.hoeveelheid, ',', '.') as DECIMAL(18,6)) as quantity, cast(o.n as INTEGER) as n
from raw left join quarantine q on q.nota = raw.nota left join day on day.datum = raw.datum left join port on port.text = raw.haven
left join drug on drug.text = raw.middel left join unit on unit.text = raw.eenheid left join agency on agency.text = raw.dienst left join occurrence o on o.id = raw.rowid`,
  ],
  [
    'records',
    `create view seizure as select
  substr(sha256(concat('bench-seizures', chr(31), 'Hoeveelheid', chr(31), strftime(day, '%d-%m-%Y'), chr(31), haven, chr(31), middel, chr(31), eenheid, chr(31), dienst, chr(31), zaak, chr(31), coalesce(n, 1))), 1, 16) as id,
  'bench-seizures' as source, sha256('bench-seizures|' || zaak) as reference, 'NL' as seizing_country, ${text('credited_to')}, cast(agencies as VARCHAR) as agencies,
  strftime(day, '%Y-%m-%d') as date, 'day' as date_precision, 'seizure' as date_role, ${text('registered_on')}, cast(place as VARCHAR) as place, 'port' as place_level,
  'seized_in_port' as basis, cast(substance as VARCHAR) as substance, cast(middel as VARCHAR) as substance_printed, cast(quantity as DECIMAL(38,12)) as quantity,
  case when hoeveelheid <> '?' then replace(hoeveelheid, ',', '.') end as printed,
  ${text('wording')}, ${text('wording_printed')}, cast(unit as VARCHAR) as unit,
  case when hoeveelheid is null then 'not_reported' when hoeveelheid = '?' then 'not_collected' end as missing,
  'unknown' as mass_basis, false as estimated, ${['origin_country', 'departure_country', 'destination_country', 'transport_mode', 'concealment', 'cover_load_hs', 'container_key', 'case_key'].map(text).join(', ')},
  'unknown' as controlled_delivery, 'none' as publication_restriction, cast(NULL as INTEGER) as arrests, 'customs-seizures' as definition, nota as note,
  'seizures.csv' as origin_file, ${text('origin_sheet')}, line as origin_line, 'D "Hoeveelheid"' as origin_column, coalesce(hoeveelheid, '') as origin_raw
from item where rule is null`,
  ],
  [
    'issues',
    `create temp table issue as select 'seizures.csv' as file, i.line,
  case i.rule when 'place.unknown' then raw.haven when 'substance.unknown' then raw.middel when 'unit.unknown' then raw.eenheid
    when 'agency.unknown' then raw.dienst when 'period.invalid' then raw.datum when 'number.invalid' then raw.hoeveelheid end as value,
  i.rule, 'rejection' as severity, i.rule || ': correct the cell, or add it to the crosswalk' as message
from (select * from item where rule is not null and rule <> 'subtotal') i join raw on raw.rowid = i.line - 2`,
  ],
  [
    'repeated rows',
    `insert into issue select 'seizures.csv', min(line), NULL, 'row.repeated', 'warning', count(*) || ' rows repeat an earlier one' from (
  select cast(rowid + 2 as INTEGER) as line, row_number() over (partition by datum, haven, middel, hoeveelheid, eenheid, dienst, zaak, nota order by rowid) as n
  from raw where rowid in (select id from occurrence)) r where n > 1 having count(*) > 0`,
  ],
  [
    'counts',
    `create temp table conservation as select rule, count(*) as items from item group by rule;
create temp table quantity as select unit, sum(items * cast(replace(hoeveelheid, ',', '.') as DECIMAL(18,6))) as total
from (select unit, hoeveelheid, count(*) as items from item where rule is null and hoeveelheid <> '?' group by unit, hoeveelheid) c group by unit`,
  ],
  [
    'sums of the records',
    `create temp table total as select unit, count(*) as records, sum(quantity) as total from seizure group by unit`,
  ],
  [
    'checks',
    `insert into issue select 'seizures.csv', origin_line, NULL, 'check.range', 'warning', quantity || ' is out of range' from seizure
where quantity < 0 or (unit = 'kg' and quantity > 100000)`,
  ],
];

const tables = [
  'raw',
  'port',
  'drug',
  'unit',
  'agency',
  'day',
  'quarantine',
  'twice',
  'occurrence',
  'issue',
  'conservation',
  'quantity',
  'total',
];

/** What hand-written SQL finds; the same as ingest. */
export interface ByHand {
  readonly records: number;
  readonly rejected: number;
  readonly excluded: number;
  readonly kg: string;
  readonly ids: string;
}

/** Reads the file by hand-written SQL into the engine's view `seizure`, and drops the rest. */
export async function readByHand(engine: Engine, path: string): Promise<ByHand> {
  for (const [, sql] of statements(path)) await engine.run(sql);
  const [found] = await engine.rows<ByHand>(`select (select count(*) from seizure) as records,
  (select coalesce(sum(items), 0) from conservation where rule is not null and rule <> 'subtotal') as rejected,
  (select coalesce(sum(items), 0) from conservation where rule = 'subtotal') as excluded,
  (select cast(q.total as VARCHAR) from quantity q join total t on t.unit = q.unit and t.total = q.total where q.unit = 'kg') as kg, '' as ids`);
  for (const table of tables) await engine.run(`drop table ${table}`);
  if (!found) throw new Error('nothing was counted');
  return found;
}
