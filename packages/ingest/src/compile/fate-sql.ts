import { dialect } from '@samenbeeld/engine';
import type { observationTable } from '@samenbeeld/schema';
import type { SourceDescription } from '../description/description.ts';
import { recordTables } from '../fields.ts';
import type { KeptRecord } from './kept-record.ts';
import { problemAt } from './problem-sql.ts';
import type { Stage } from './stage-table.ts';

/** SQL of the status of an observation where the source gives no flag (SDMX CL_OBS_STATUS), by why it is missing. */
export function missingStatus(missing: string): string {
  return `case when ${missing} is null then 'A' when ${missing} = 'not_collected' then 'L' when ${missing} = 'not_applicable' then 'M' else 'O' end`;
}

/** The side of each total that is left out, as a rule name. Only items that would be accepted count as given. */
function totalsSql({ totals }: SourceDescription, value: string): string {
  const cases = totals.map(({ rule, use }, index) => {
    const [winner, loser] = use === 'total' ? ['total', 'part'] : ['part', 'total'];
    const given = `max(case when ${winner}_${index} and quarantined is null and excluded is null and problem is null and ${value} is not null then 1 else 0 end) over (partition by within_${index}, slot)`;
    return `when ${loser}_${index} and ${given} = 1 then ${dialect.literal(rule)}`;
  });
  return cases.length > 0 ? `case ${cases.join(' ')} end` : 'cast(NULL as VARCHAR)';
}

/** The columns of a record that reading fills: all but its id, source and origin. */
export function recordColumns({ record }: SourceDescription): typeof observationTable {
  return recordTables[record].columns.filter(
    ({ name, field }) => !['id', 'source'].includes(name) && !field.startsWith('origin.'),
  );
}

/**
 * The statement that makes the view in which each read item has its one fate: rejected for personal data, excluded by name, rejected for a
 * broken rule, left out beside a total, or accepted. With what is `kept` of its record, where that is not the record.
 */
export function fateSql(
  stage: Stage,
  description: SourceDescription,
  kept: KeptRecord | null,
): string {
  const { value } = recordTables[description.record];
  const spans = description.record === 'observation';
  const reversed = spans ? "p.freq = ''" : 'false';
  const problem = `coalesce(r.problem, case when ${reversed} then 'period.reversed' end)`;
  const columns = recordColumns(description).map(({ name: column }) => {
    if (column === 'freq') return 'coalesce(r.freq, p.freq) as freq';
    if (column === 'status') return `coalesce(r.status, ${missingStatus('r.missing')}) as status`;
    return `r.${column}`;
  });
  const inputs = (kept?.inputs ?? []).flatMap(({ name, kept: sql }) => {
    if (sql !== null) return `r.in_${name}`;
    return name === 'span' ? 'p.freq as in_span' : [];
  });
  return `create temporary view ${stage.judged} as
with judged as (
  select *, ${totalsSql(description, value)} as beside from ${stage.read}
)
select r.row_no, r.line, r.slot, r.shown, coalesce(r.raw, '') as raw, r.record_key,
  case when r.quarantined is not null then 'rejected' when r.excluded is not null then 'excluded' when ${problem} is not null then 'rejected'
    when r.beside is not null then 'excluded' else 'accepted' end as fate,
  r.quarantined is null and r.excluded is null and r.broken is null and r.beside is null${spans ? ` and not coalesce(${reversed}, false)` : ''} as accepted,
  case when r.quarantined is not null then 'personal-data.' || r.quarantined else coalesce(r.excluded, ${problem}, r.beside) end as fate_rule,
  case when r.quarantined is not null then ${problemAt.personalData} when r.problem is not null then r.problem_at when ${reversed} then ${problemAt.span} end as problem_at,
  ${[...columns, ...inputs].join(', ')}
from judged r${spans ? `\nleft join ${stage.span} p on p.period_start = r.period_start and p.period_end = r.period_end and r.freq is null` : ''}`;
}
