import { type Shape, shape, wrongUse } from '@samenbeeld/schema';
import { checkNames, checkRow, periodColumns, wholePeriods } from './period-columns.ts';
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
    throw wrongUse(
      '`treated` noemt plaatsen van het paneel ({names}), niet {b}',
      '`treated` nomme des sites du panel ({names}), et non {b}',
      '`treated` nennt Orte des Panels ({names}), nicht {b}',
      '`treated` must name sites of the panel ({names}), got {b}',
      { names: names.join(', '), b: unknown ?? 'none' },
    );
  const controls = names.filter((name) => !panel.treated.includes(name));
  if (controls.length === 0)
    throw wrongUse(
      'een paneel vraagt ten minste één plaats waar niets gebeurde, niet geen',
      'un panel demande au moins un site où rien ne s’est passé, et non aucun',
      'ein Panel braucht mindestens einen Ort, an dem nichts geschah, nicht keinen',
      'a panel needs at least one site that nothing happened to, got none',
    );
  refuseTargetsAsControls(controls, targets);
  const periods = periodColumns(panel.periods, panel.from);
  const ordered = [...panel.units].sort(
    (a, b) => Number(panel.treated.includes(b.name)) - Number(panel.treated.includes(a.name)),
  );
  for (const { name, values } of ordered) checkRow(name, values, panel.periods);
  const { whole, kept, before } = wholePeriods(periods, ordered, panel.from);
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
