import { InputError, type Shape, shape, UsageError } from '@samenbeeld/schema';
import { readPeriod } from '../period.ts';
import { checkNames, checkRow, periodColumns } from './period-columns.ts';
import { refuseTargetsAsControls } from './refuse-targets.ts';

/** One site: a value per period, null where missing. */
export interface PanelUnit {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

/** Several sites over the same periods, some of which something happened to. */
export interface Panel {
  /** "2022-S1", "2022-S2", …, increasing. */
  readonly periods: readonly string[];
  readonly units: readonly PanelUnit[];
  /** Names of the sites that it happened to. */
  readonly treated: readonly string[];
  /** The first period after it. */
  readonly from: string;
}

/** A panel without gaps, the treated sites first. */
export interface CleanPanel {
  readonly periods: readonly string[];
  readonly names: readonly string[];
  readonly rows: readonly (readonly number[])[];
  readonly treated: number;
  /** How many of the periods lie before the change. */
  readonly before: number;
  readonly dropped: readonly string[];
}

/**
 * Checks a panel and leaves out the periods in which a site has no value.
 *
 * @param targets sites to which traffic could plausibly have moved: none of them may be a control
 */
export function cleanPanel(panel: Panel, targets: readonly string[]): CleanPanel {
  const names = panel.units.map(({ name }) => name);
  checkNames(names);
  const unknown = panel.treated.find((name) => !names.includes(name));
  if (unknown !== undefined || panel.treated.length === 0)
    throw new UsageError(
      `\`treated\` must name sites of the panel (${names.join(', ')}), got ${unknown ?? 'none'}`,
    );
  const controls = names.filter((name) => !panel.treated.includes(name));
  if (controls.length === 0)
    throw new UsageError('a panel needs at least one site that nothing happened to, got none');
  refuseTargetsAsControls(controls, targets);
  const periods = periodColumns(panel.periods, panel.from);
  const from = readPeriod(panel.from);
  const ordered = [...panel.units].sort(
    (a, b) => Number(panel.treated.includes(b.name)) - Number(panel.treated.includes(a.name)),
  );
  for (const { name, values } of ordered) checkRow(name, values, panel.periods);
  const whole = periods.map((_, t) => ordered.every(({ values }) => values[t] !== null));
  const kept = periods.filter((_, t) => whole[t]);
  const before = kept.filter(({ time }) => time < from.time).length;
  if (before === 0 || before === kept.length)
    throw new InputError(
      `expected periods with values for every site before and from ${panel.from}, found ${before} before and ${kept.length - before} after`,
      { repair: 'add periods on the empty side, or leave out the site with gaps' },
    );
  return {
    periods: kept.map(({ code }) => code),
    names: ordered.map(({ name }) => name),
    rows: ordered.map(({ values }) => values.filter((_, t) => whole[t]) as number[]),
    treated: panel.treated.length,
    before,
    dropped: periods.filter((_, t) => !whole[t]).map(({ code }) => code),
  };
}

export const panelShape: Shape = shape.record<Panel>({
  periods: shape.list(shape.text),
  units: shape.list(shape.record<PanelUnit>({ name: shape.text, values: shape.series })),
  treated: shape.list(shape.text),
  from: shape.text,
});
