import {
  type JointTotal,
  type MemberTotal,
  ownValue,
  type Text,
  unitName,
} from '@samenbeeld/schema';
import type { Chart, ChartOptions } from './chart.ts';
import { chart, isNarrow, type Layers, widthFor } from './frame.ts';
import { printLow, printRange, rowName } from './numbers.ts';
import { palette } from './palette.ts';
import { rowLayers } from './row-layers.ts';
import { type Row, rowAxis } from './rows.ts';
import { words } from './words.ts';

/** Options of {@link memberChart}. */
export interface MemberChartOptions extends ChartOptions {
  /** Names of the members, by place code. */
  readonly names: Readonly<Record<string, Text>>;
}

const title: Text = {
  nl: 'Wat elke haven heeft gemeld',
  fr: 'Ce que chaque port a déclaré',
  de: 'Was jeder Hafen gemeldet hat',
  en: 'What each port reported',
};

const caption: Text = {
  nl: 'Zelfde schaal in elk vak. Stip: gemeld. Gestreepte rand: bronnen spreken elkaar tegen. Open staafje: alleen losse vangsten, dus een ondergrens.',
  fr: 'Même échelle partout. Point : chiffre déclaré. Contour tireté : sources contradictoires. Bâtonnet vide : saisies isolées seulement, donc un plancher.',
  de: 'Gleicher Maßstab in jedem Feld. Punkt: gemeldet. Gestrichelter Rand: Quellen widersprechen sich. Offener Strich: nur Einzelfunde, also eine Untergrenze.',
  en: 'Same scale in each panel. Dot: reported. Dashed outline: sources disagree. Hollow tick: single finds only, so a floor.',
};

function stateWords(member: MemberTotal): Text {
  if (member.state === 'finds_only') return words.findsOnly;
  if (member.state === 'not_reported') return words.notReported;
  return member.state === 'undecided' ? words.undecided : words.reported;
}

function rowOf(period: string, member: MemberTotal, options: ChartOptions): Row {
  const { language } = options;
  const { lowest, likely, highest } = member;
  const base = { row: period, name: rowName(period), lowest, highest };
  if (member.state === 'not_reported' || lowest === null)
    return {
      ...base,
      likely: null,
      open: false,
      state: 'none',
      words: words.notReported[language],
    };
  const least = `≥ ${printLow(lowest, language)}`;
  const range = highest === null ? least : printRange(lowest, highest, language);
  switch (member.state) {
    case 'finds_only':
      return { ...base, likely: null, open: true, state: 'floor', words: least };
    case 'undecided':
      return {
        ...base,
        likely: null,
        open: highest === null,
        state: 'undecided',
        words: `${range} ?`,
      };
    case 'reported':
      return {
        ...base,
        likely: typeof likely === 'number' ? likely : null,
        open: highest === null,
        state: 'reported',
        words: range,
      };
  }
}

/**
 * Small multiples, one per member of a complex, on one scale: reported, undecided, single finds only and not
 * reported each have a sign of their own.
 *
 * @example
 * ```ts
 * import { memberChart } from '@samenbeeld/charts';
 * memberChart([], { language: 'nl', names: {} }).title // => 'Wat elke haven heeft gemeld'
 * ```
 */
export function memberChart(totals: readonly JointTotal[], options: MemberChartOptions): Chart {
  const { language } = options;
  const narrow = isNarrow(options);
  const places = [...new Set(totals.flatMap(({ members }) => members.map(({ place }) => place)))];
  const cells = places.map((place) =>
    totals.flatMap(({ period, members }) => {
      const member = members.find((one) => one.place === place);
      return member ? [{ period, place, member }] : [];
    }),
  );
  const isShort = totals.every(({ period }) => rowName(period).length <= 4);
  const [left, right, spacing] = [isShort ? 44 : 64, 8, narrow ? 62 : 24];
  const inner = widthFor(options) - left - right;
  const count = Math.max(places.length, 1);
  const width = narrow ? inner : (inner - (count - 1) * spacing) / count;
  const rows = cells.map((column) =>
    column.map(({ period, member }) => rowOf(period, member, options)),
  );
  const unit = unitName(totals[0]?.unit ?? 'kg', language);
  const shared = rowAxis(rows.flat(), width, unit, true);
  const nameOf = (place: string) => ownValue(options.names, place)?.[language] ?? place;
  const panels = rows.map((column, index): Layers => {
    const own = rowAxis(column, width, unit, true, shared.reach);
    return [
      ...rowLayers(
        column,
        { ...shared, sides: own.sides },
        narrow || index === 0 ? 'left' : 'none',
      ),
      {
        data: { values: [{ name: nameOf(places[index] ?? '') }] },
        mark: { type: 'text', align: 'left', fontSize: 13, fontWeight: 'bold', color: palette.ink },
        encoding: { x: { value: narrow ? -left : 0 }, y: { value: -14 }, text: { field: 'name' } },
      },
    ];
  });
  const height = (rows[0]?.length ?? 0) * 22;
  return chart(
    options,
    {
      title,
      caption,
      table: {
        columns: [
          words.port[language],
          words.period[language],
          words.lowest[language],
          words.likely[language],
          words.highest[language],
          words.state[language],
        ],
        rows: cells
          .flat()
          .map(({ period, place, member }) => [
            nameOf(place),
            period,
            member.lowest,
            member.likely === 'undecided' ? words.undecided[language] : member.likely,
            member.highest,
            stateWords(member)[language],
          ]),
      },
    },
    { panels, width, height, left, right, spacing, top: 30, bottom: shared.room },
  );
}
