import type { Engine } from '@samenbeeld/engine';
import type { Hops } from './hops.ts';
import type { HopGraph } from './search-cycles.ts';

/** Payments with all that a cycle is told by. */
export interface Payments extends HopGraph {
  readonly cents: ArrayLike<number>;
  readonly fromCountry: ArrayLike<string | null>;
  readonly toCountry: ArrayLike<string | null>;
}

/** Takes the payments that pair with another, and the pairs, out of the engine. */
export async function readHops(engine: Engine, { payments, pairs }: Hops): Promise<Payments> {
  // Only a payment that is followed or that follows can be part of a cycle; these get places of their own.
  const used = `(select a as place from ${pairs} union select b from ${pairs})`;
  const paired = `(select cast(row_number() over (order by place) - 1 as INTEGER) as spot, place from ${used})`;
  const rows = await engine.query(
    `select ms, sender, receiver, cents, from_country, to_country
     from ${paired} u join ${payments} p on p.place = u.place order by spot`,
  );
  const steps = await engine.query(
    `select x.spot as a, y.spot as b from ${pairs} join ${paired} x on x.place = a join ${paired} y on y.place = b order by 1, 2`,
  );
  const column = <T>(table: typeof rows, name: string): ArrayLike<T> =>
    table.numRows() === 0 ? [] : (table.array(name) as ArrayLike<T>);
  const count = rows.numRows();
  const from = new Int32Array(count + 1);
  const first = column<number>(steps, 'a');
  for (let at = 0; at < first.length; at += 1)
    from[(first[at] as number) + 1] = (from[(first[at] as number) + 1] as number) + 1;
  for (let place = 0; place < count; place += 1)
    from[place + 1] = (from[place + 1] as number) + (from[place] as number);
  return {
    ms: column<number>(rows, 'ms'),
    sender: column<number>(rows, 'sender'),
    receiver: column<number>(rows, 'receiver'),
    cents: column<number>(rows, 'cents'),
    fromCountry: column<string | null>(rows, 'from_country'),
    toCountry: column<string | null>(rows, 'to_country'),
    from,
    next: column<number>(steps, 'b'),
  };
}
