import type { Engine } from '@samenbeeld/engine';
import { freqOf } from '@samenbeeld/schema';
import type { Stage } from './stage-table.ts';

/** Names the frequency of periods given as two days; '' where the second comes before the first. */
export async function stageSpans(engine: Engine, stage: Stage): Promise<void> {
  const spans = await engine.rows<{ start: string; end: string }>(
    `select distinct period_start as start, period_end as "end" from ${stage.read}
where freq is null and period_start is not null and period_end is not null order by period_start, period_end`,
  );
  const text = (name: string): { name: string; type: 'VARCHAR' } => ({ name, type: 'VARCHAR' });
  await engine.insert(
    stage.span,
    [text('period_start'), text('period_end'), text('freq')],
    spans.map(({ start, end }) => [start, end, end < start ? '' : freqOf({ start, end })]),
  );
}
