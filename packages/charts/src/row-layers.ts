import type { Layers } from './frame.ts';
import { palette } from './palette.ts';
import { gapAfter, isWord, type Row, type RowAxis } from './rows.ts';

const wordsColour = `datum.state === "undecided" ? "${palette.undecidedInk}" : datum.state === "absorbed" ? "${palette.grey}" : "${palette.ink}"`;

const tick = 'M-0.35,-1h0.7v2h-0.7Z';

/** Layers that draw rows: a bar for the range, a dot for the likely value, an arrow where the end is open. */
export function rowLayers(
  rows: readonly Row[],
  axis: RowAxis,
  names: 'left' | 'above' | 'none' = 'left',
): Layers {
  const values = rows.map((row, index) => ({
    ...row,
    side: axis.sides[index],
    start: row.lowest ?? 0,
    end: row.highest ?? row.lowest ?? 0,
    gap: gapAfter(row),
  }));
  const most = Math.max(1, ...rows.map(({ name }) => (typeof name === 'string' ? 1 : name.length)));
  const yOffset = names === 'above' ? 2 + 7 * most : 0;
  const first = 'isArray(datum.name) ? length(datum.name) - 1 : 0';
  const name =
    names === 'above'
      ? { align: 'left' as const, x: 0, dy: { expr: `${yOffset - 17} - 14 * (${first})` } }
      : { align: 'right' as const, x: 0, dx: -10, dy: { expr: `-7 * (${first})` } };
  const y = {
    field: 'row',
    type: 'ordinal' as const,
    scale: { domain: rows.map(({ row }) => row), paddingInner: 0, paddingOuter: 0 },
    axis: null,
  };
  const isNamed = isWord(axis.unit);
  const last = isNamed
    ? `[datum.label, ${JSON.stringify(axis.unit)}]`
    : `datum.label + ' ${axis.unit}'`;
  const x = (field: string) => ({
    field,
    type: 'quantitative' as const,
    scale: { domain: [0, axis.reach], nice: false },
    axis: {
      values: [...axis.values],
      grid: true,
      title: null,
      labelExpr: `datum.value === ${axis.values.at(-1)} ? ${last} : datum.label`,
      ...(isNamed && { labelLineHeight: 14 }),
      labelOverlap: false,
      labelFlush: false,
    },
  });
  const data = { values };
  const when = (test: string) => [{ filter: test }];
  const isOpen = 'datum.open && datum.state !== "none"';
  return [
    {
      data,
      mark: { type: 'text', lineHeight: 14, ...name, opacity: names === 'none' ? 0 : 1 },
      encoding: { y, text: { field: 'name' } },
    },
    {
      data,
      transform: when('datum.state === "none"'),
      mark: {
        type: 'text',
        align: 'left',
        x: 2,
        dy: yOffset,
        fontStyle: 'italic',
        color: palette.grey,
      },
      encoding: { y, text: { field: 'words' } },
    },
    {
      data,
      transform: when('datum.state === "reported" && datum.end > datum.start'),
      mark: { type: 'bar', yOffset, height: 10, color: palette.reported, opacity: 0.4 },
      encoding: { y, x: x('start'), x2: { field: 'end' } },
    },
    {
      data,
      transform: when('datum.state === "absorbed" && datum.end > datum.start'),
      mark: { type: 'bar', yOffset, height: 8, color: palette.rule },
      encoding: { y, x: x('start'), x2: { field: 'end' } },
    },
    {
      data,
      transform: when('datum.state === "undecided" && datum.end > datum.start'),
      mark: {
        type: 'bar',
        yOffset,

        height: 12,
        color: palette.undecidedPale,
        stroke: palette.undecided,
        strokeWidth: 1.5,
        strokeDash: [3, 2],
      },
      encoding: { y, x: x('start'), x2: { field: 'end' } },
    },
    {
      data,
      transform: when(isOpen),
      mark: {
        type: 'rule',
        yOffset,

        xOffset: { expr: 'datum.end > datum.start || datum.state === "undecided" ? 1 : 8' },
        x2Offset: { expr: 'datum.gap - 14' },
        strokeWidth: 1.5,
        strokeDash: [3, 2],
        color: { expr: `datum.state === "undecided" ? "${palette.undecided}" : "${palette.grey}"` },
      },
      encoding: { y, x: x('end'), x2: { field: 'end' } },
    },
    {
      data,
      transform: when(isOpen),
      mark: {
        type: 'point',
        yOffset,

        shape: 'triangle-right',
        filled: true,
        size: 42,
        opacity: 1,
        xOffset: { expr: 'datum.gap - 12' },
        color: { expr: `datum.state === "undecided" ? "${palette.undecided}" : "${palette.grey}"` },
      },
      encoding: { y, x: x('end') },
    },
    {
      data,
      transform: when(
        'datum.state === "floor" || (datum.state === "undecided" && datum.end === datum.start)',
      ),
      mark: {
        type: 'point',
        yOffset,

        shape: tick,
        size: 230,
        filled: false,
        fill: palette.paper,
        opacity: 1,
        strokeWidth: 1.5,
        color: {
          expr: `datum.state === "undecided" ? "${palette.undecided}" : "${palette.reported}"`,
        },
      },
      encoding: { y, x: x('start') },
    },
    {
      data,
      transform: when(
        'datum.likely !== null && (datum.state === "reported" || datum.state === "absorbed")',
      ),
      mark: {
        type: 'point',
        yOffset,

        filled: true,
        size: 90,
        opacity: 1,
        stroke: palette.paper,
        strokeWidth: 1.5,
        color: { expr: `datum.state === "absorbed" ? "#9a958c" : "${palette.reported}"` },
      },
      encoding: { y, x: x('likely') },
    },
    ...(['right', 'left'] as const).flatMap((side) => {
      const place = {
        data,
        transform: when(`datum.state !== "none" && datum.side === "${side}"`),
        encoding: { y, x: x(side === 'right' ? 'end' : 'start'), text: { field: 'words' } },
      };
      const mark = {
        type: 'text' as const,
        dy: yOffset,
        align: side === 'right' ? ('left' as const) : ('right' as const),
        dx: side === 'right' ? { expr: 'datum.gap' } : -10,
        fontWeight: { expr: 'datum.state === "reported" ? "bold" : "normal"' },
      };
      return [
        { ...place, mark: { ...mark, stroke: palette.paper, strokeWidth: 4, strokeJoin: 'round' } },
        { ...place, mark: { ...mark, color: { expr: wordsColour } } },
      ] satisfies Layers;
    }),
  ];
}
