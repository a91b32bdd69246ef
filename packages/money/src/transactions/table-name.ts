import type { Engine } from '@samenbeeld/engine';

const made = new WeakMap<Engine, number>();

/** A name that no table made here has in this engine. */
export function tableName(engine: Engine, what: string): string {
  const number = (made.get(engine) ?? 0) + 1;
  made.set(engine, number);
  return `money_${what}_${number}`;
}
