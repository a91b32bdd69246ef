// What a good user of DuckDB writes by hand for these seizures: the same columns, casts, crosswalks, rules, issues,
// line numbers, ids, screen for personal data and counts as ingest makes from source.yaml, for this one file only.
// It trusts the file to be rectangular and proves nothing about it.
import type { Engine } from '@samenbeeld/engine';

const text = (column: string): string => `cast(NULL as VARCHAR) as ${column}`;

/** Phones, e-mail, account and citizen numbers, plates: what may set off a detector in the notes. */
const personal =
  '@|[0-9]{9}|(\\+|00) ?(31|32|33|49|352)|0[0-9]{1,4}[-/ ][0-9]{5}|[A-Z]{2}[0-9]{2}( ?[A-Z0-9]){11}|[A-Z0-9]{1,3}-[A-Z0-9]{1,3}-[A-Z0-9]{1,3}';

const statements = (path: string): readonly (readonly [name: string, sql: string])[] => [
  [
    'read',
    `create temp table raw as select * from read_csv('${path}', delim = ';', header = false, skip = 1, auto_detect = false, quote = '', escape = '',
  columns = {datum: 'VARCHAR', haven: 'VARCHAR', middel: 'VARCHAR', hoeveelheid: 'VARCHAR', eenheid: 'VARCHAR', dienst: 'VARCHAR', zaak: 'VARCHAR', nota: 'VARCHAR'})`,
  ],
  [
    'crosswalks',
    `create temp table port as select * from (values ('RTM','NLRTM'),('VLI','NLVLI'),('TNZ','NLTNZ'),('AMS','NLAMS'),('MOE','NLMOE'),('ANR','BEANR'),('GNE','BEGNE'),('ZEE','BEZEE')) v(code, place);
create temp table drug as select * from (values ('Cocaïne','COC'),('Heroïne','HER'),('Hasj','CAN_RESIN'),('Wiet','CAN_HERB'),('MDMA','MDMA'),('Xtc','MDMA_TAB'),('Speed','AMF'),('Keta','KETA'),('GHB','GHB')) v(code, substance);
create temp table unit as select * from (values ('kg','kg'),('g','g'),('st','tablet'),('l','l')) v(code, unit);
create temp table agency as select * from (values ('D','NL_CUST'),('P','NL_POL'),('K','NL_KMAR'),('F','NL_FIOD')) v(code, agencies);
create temp table day as select datum, cast(try_strptime(datum, '%d-%m-%Y') as DATE) as day from (select distinct datum from raw) d`,
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
    'rules',
    `create temp table fate as
select raw.rowid as id, case
  when q.nota is not null then 'personal-data'
  when raw.middel = 'Totaal' then 'subtotal'
  when raw.datum is not null and day.day is null then 'period.invalid'
  when port.place is null then 'place.unknown'
  when drug.substance is null then 'substance.unknown'
  when unit.unit is null then 'unit.unknown'
  when raw.dienst is not null and agency.agencies is null then 'agency.unknown'
  when raw.hoeveelheid is not null and raw.hoeveelheid <> '?' and not regexp_full_match(raw.hoeveelheid, '[+-]?[0-9]+(,[0-9]+)?') then 'number.invalid'
  end as rule, unit.unit, raw.hoeveelheid
from raw left join quarantine q on q.nota = raw.nota left join day on day.datum = raw.datum left join port on port.code = raw.haven
left join drug on drug.code = raw.middel left join unit on unit.code = raw.eenheid left join agency on agency.code = raw.dienst`,
  ],
  [
    'issues',
    `create temp table issue as select 'seizures.csv' as file, cast(f.id + 2 as INTEGER) as line,
  case f.rule when 'place.unknown' then raw.haven when 'substance.unknown' then raw.middel when 'unit.unknown' then raw.eenheid
    when 'agency.unknown' then raw.dienst when 'period.invalid' then raw.datum when 'number.invalid' then raw.hoeveelheid end as value,
  f.rule, 'rejection' as severity, f.rule || ': correct the cell, or add it to the crosswalk' as message
from (select * from fate where rule is not null and rule <> 'subtotal') f join raw on raw.rowid = f.id`,
  ],
  [
    'repeated rows',
    `insert into issue select 'seizures.csv', min(line), NULL, 'row.repeated', 'warning', count(*) || ' rows repeat an earlier one' from (
  select cast(rowid + 2 as INTEGER) as line, row_number() over (partition by datum, haven, middel, hoeveelheid, eenheid, dienst, zaak, nota order by rowid) as n
  from raw where rowid in (select id from occurrence)) r where n > 1 having count(*) > 0`,
  ],
  [
    'counts',
    `create temp table tally as select rule, unit, hoeveelheid, count(*) as items from (select rule, case when rule is null then unit end as unit,
  case when rule is null and hoeveelheid <> '?' then hoeveelheid end as hoeveelheid from fate) f group by all;
create temp table conservation as select rule, sum(items) as items from tally group by rule;
create temp table quantity as select unit, sum(items * cast(replace(hoeveelheid, ',', '.') as DECIMAL(18,6))) as total from tally where hoeveelheid is not null group by unit`,
  ],
  [
    'records',
    `insert into seizure by name
select substr(sha256(concat('bench-seizures', chr(31), 'Hoeveelheid', chr(31), raw.datum, chr(31), raw.haven, chr(31), raw.middel, chr(31), raw.eenheid, chr(31), raw.dienst, chr(31), raw.zaak, chr(31), coalesce(o.n, 1))), 1, 16) as id,
  'bench-seizures' as source, sha256('bench-seizures|' || raw.zaak) as reference, 'NL' as seizing_country, ${text('credited_to')}, agency.agencies,
  strftime(day.day, '%Y-%m-%d') as date, 'day' as date_precision, 'seizure' as date_role, ${text('registered_on')}, port.place, 'port' as place_level,
  'seized_in_port' as basis, drug.substance, raw.middel as substance_printed,
  cast(try_cast(replace(raw.hoeveelheid, ',', '.') as DECIMAL(18,6)) as DECIMAL(38,12)) as quantity,
  case when raw.hoeveelheid <> '?' then replace(raw.hoeveelheid, ',', '.') end as printed, unit.unit,
  case when raw.hoeveelheid is null then 'not_reported' when raw.hoeveelheid = '?' then 'not_collected' end as missing,
  'unknown' as mass_basis, false as estimated, ${['origin_country', 'departure_country', 'destination_country', 'transport_mode', 'concealment', 'cover_load_hs', 'container_key'].map(text).join(', ')},
  'unknown' as controlled_delivery, 'none' as publication_restriction, cast(NULL as INTEGER) as arrests, 'customs-seizures' as definition, raw.nota as note,
  'seizures.csv' as origin_file, ${text('origin_sheet')}, cast(raw.rowid + 2 as INTEGER) as origin_line, 'D "Hoeveelheid"' as origin_column, coalesce(raw.hoeveelheid, '') as origin_raw
from raw join port on port.code = raw.haven join drug on drug.code = raw.middel join unit on unit.code = raw.eenheid
left join day on day.datum = raw.datum left join agency on agency.code = raw.dienst left join occurrence o on o.id = raw.rowid
where raw.rowid not in (select id from fate where rule is not null)`,
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
  'fate',
  'issue',
  'tally',
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

/** Reads the file by hand-written SQL into the engine's table `seizure`, which must exist, and drops the rest. */
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
