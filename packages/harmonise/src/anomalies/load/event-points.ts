import { convertQuantity, type Seizure, units } from '@samenbeeld/schema';
import type { EventPoint } from '../point.ts';

/** Where the cell of a seizure stands in its table. */
export interface EventCell {
  readonly row: string;
  readonly style: string;
  readonly heading: string | null;
}

/** A seizure as the finders look at it; its quantity in the base of its unit. */
export function eventPoint(seizure: Seizure, cell: EventCell | undefined): EventPoint {
  const { origin, source, substance, place, basis, quantity, unit } = seizure;
  const base = units.has(unit) ? units.get(unit).base : unit;
  return {
    place: {
      source,
      file: origin.file,
      sheet: origin.sheet,
      line: origin.line,
      column: origin.column,
      heading: cell?.heading ?? null,
      raw: origin.raw,
      record: seizure.id,
    },
    row: cell?.row ?? `${origin.file}\u0000${origin.sheet ?? ''}\u0000${origin.line}`,
    style: cell?.style ?? '',
    scope: {
      substance,
      place,
      basis,
      unit,
      agencies: seizure.agencies.join('+'),
      date: seizure.date,
    },
    source,
    substance,
    at: place,
    basis,
    date: seizure.date,
    registeredOn: seizure.registeredOn,
    container: seizure.containerKey,
    reference: seizure.reference,
    quantity:
      quantity === null || !units.has(unit)
        ? quantity
        : convertQuantity(quantity, unit, base).value,
    base,
    unit,
  };
}
