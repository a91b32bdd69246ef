import {
  convertQuantity,
  InputError,
  type Interval,
  type Language,
  parseQuantity,
  units,
  type Wording,
} from '@samenbeeld/schema';
import { type CellName, parseCellName, usualBasis } from '../cell-name.ts';

/** A sentence someone wants to say, read as a claim about a cell. */
export interface Question extends CellName {
  readonly metric: 'quantity' | 'seizures';
  readonly basis: string;
  /** In `unit`, which is kg for any mass. */
  readonly value: number;
  readonly unit: string;
  readonly wording: Wording;
  /** What the words allow: "more than 4,000" is [4000, ∞). */
  readonly interval: Interval;
}

const counted: ReadonlySet<string> = new Set(
  'seizure batch investigation action consignment parcel letter case'.split(' '),
);

function intervalIn(interval: Interval, from: string, to: string): Interval {
  const moved = (end: number) => convertQuantity(end, from, to).value;
  return {
    low: moved(interval.low),
    high: interval.high === null ? null : moved(interval.high),
    closed: interval.closed,
  };
}

/**
 * Reads "4100 kg cocaine Vlissingen 2022", "ruim 4 ton in de haven van Vlissingen 2022". Without a language, words of all
 * four are known and a figure with two readings (4.100) is refused.
 */
export function readQuestion(text: string, language?: Language): Question {
  const figure = /^[^\d]*\d[\d.,'\u00a0\u202f ]*\s*\p{L}+/u.exec(text)?.[0];
  if (!figure)
    throw new InputError(
      `"${text}": expected a quantity, a drug, a place and a year, found no quantity`,
      { repair: 'write it like "4100 kg cocaine Vlissingen 2022"' },
    );
  const quantity = parseQuantity(figure, language);
  const name = parseCellName(text.slice(figure.length));
  const { dimension } = units.get(quantity.unit);
  const unit = dimension === 'mass' ? 'kg' : quantity.unit;
  return {
    ...name,
    basis: name.basis ?? usualBasis(name.place),
    metric: counted.has(unit) ? 'seizures' : 'quantity',
    value: convertQuantity(quantity.value, quantity.unit, unit).value,
    unit,
    wording: quantity.wording,
    interval: intervalIn(quantity.interval, quantity.unit, unit),
  };
}
