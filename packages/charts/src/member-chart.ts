import {
  type JointTotal,
  type MemberTotal,
  ownValue,
  type Text,
  toldReported,
  toldTogether,
  unitName,
} from '@samenbeeld/schema';
import { type Chart, type ChartOptions, tableOf } from './chart.ts';
import type { Layers } from './drawing/marks.ts';
import { mark } from './drawing/marks.ts';
import { chart, isNarrow, widthFor } from './frame.ts';
import { periodWords, printLow, printRange, rowName } from './numbers.ts';
import { palette } from './palette.ts';
import { type Row, rangeState, roomBelow, rowAxis, rowLayers } from './rows.ts';
import { shownLikely, words } from './words.ts';

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
  nl: 'Zelfde schaal in elk vak. Stip: gemeld. Gestreepte rand: bronnen spreken elkaar tegen. Open staafje: alleen een ondergrens.',
  fr: 'Même échelle partout. Point : chiffre déclaré. Contour tireté : sources contradictoires. Bâtonnet vide : un minimum seulement.',
  de: 'Gleicher Maßstab in jedem Feld. Punkt: gemeldet. Gestrichelter Rand: Quellen widersprechen sich. Offener Strich: nur eine Untergrenze.',
  en: 'Same scale in each panel. Dot: reported. Dashed outline: sources disagree. Hollow tick: only a lower limit.',
};

/** What each state of a member is called. */
export const stateWords: Readonly<Record<MemberTotal['state'], Text>> = {
  reported: words.reported,
  undecided: words.undecided,
  apart: words.apart,
  finds_only: words.floorOnly,
  not_reported: words.notReported,
};

/** What the state of a member of a total is called: with a figure that it has with others only, it is not unreported. */
function stateOf(total: JointTotal, { place, state }: MemberTotal): Text {
  return state === 'not_reported' && toldTogether(total, place)
    ? words.reportedTogether
    : stateWords[state];
}

function rowOf(total: JointTotal, member: MemberTotal, options: ChartOptions): Row {
  const { period } = total;
  const { language } = options;
  const { state, lowest, likely, highest } = member;
  const base = {
    row: period,
    name: rowName(period, options.language),
    lowest,
    highest,
    likely: null,
  };
  if (state === 'not_reported' || lowest === null)
    return { ...base, open: false, state: 'none', words: stateOf(total, member)[language] };
  const told = toldReported({ ...total, reported: member });
  const least = `≥ ${printLow(told.lowest ?? lowest, language)}`;
  if (state === 'finds_only') return { ...base, open: true, state: 'floor', words: least };
  const range =
    told.highest === null ? least : printRange(told.lowest ?? lowest, told.highest, language);
  const open = highest === null;
  if (state === 'apart')
    return {
      ...base,
      open,
      state: rangeState(highest),
      words: `${range} · ${words.apart[language]}`,
    };
  if (state === 'undecided') return { ...base, open, state, words: `${range} ?` };
  return { ...base, likely: typeof likely === 'number' ? likely : null, open, state, words: range };
}

/**
 * Small multiples, one per member of a complex, on one scale: reported, undecided, only a lower limit and not
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
    totals.flatMap((total) => {
      const { period, members } = total;
      const member = members.find((one) => one.place === place);
      return member ? [{ total, period, place, member }] : [];
    }),
  );
  const isShort = totals.every(({ period }) => rowName(period, language).length <= 4);
  const [left, right, spacing] = [isShort ? 44 : 72, 8, narrow ? 62 : 24];
  const inner = widthFor(options) - left - right;
  const count = Math.max(places.length, 1);
  const width = narrow ? inner : (inner - (count - 1) * spacing) / count;
  const rows = cells.map((column) =>
    column.map(({ total, member }) => rowOf(total, member, options)),
  );
  const unit = unitName(totals[0]?.unit ?? 'kg', language);
  const shared = rowAxis(rows.flat(), width, unit, true);
  const nameOf = (place: string) => ownValue(options.names, place)?.[language] ?? place;
  const panels = rows.map((column, index): Layers => {
    const { sides } = rowAxis(column, width, unit, true, shared.reach);
    return [
      ...rowLayers(column, { ...shared, sides }, narrow || index === 0 ? 'left' : 'none'),
      mark('text', [{ name: nameOf(places[index] ?? '') }], {
        ...{ x: { value: narrow ? -left : 0 }, y: { value: -14 }, text: 'name', align: 'left' },
        ...{ fontSize: 13, fontWeight: 'bold', color: palette.ink },
      }),
    ];
  });
  const height = (rows[0]?.length ?? 0) * 22;
  return chart(options, {
    title,
    says: [caption],
    table: tableOf(cells.flat(), language, [
      [words.port, ({ place }) => nameOf(place)],
      [words.period, ({ period }) => periodWords(period, language)],
      [words.lowest, ({ member }) => member.lowest],
      [words.likely, ({ member }) => shownLikely(member, [member])],
      [words.highest, ({ member }) => member.highest],
      [words.state, ({ total, member }) => stateOf(total, member)],
    ]),
    panels,
    width,
    height,
    left,
    right,
    spacing,
    top: 30,
    bottom: roomBelow(unit),
  });
}
