import type { Engine } from '@samenbeeld/engine';

/** Names given out and perhaps not yet made, so that two linkages at once do not share tables. */
const reserved = new WeakMap<Engine, Set<string>>();

/** A start for the names of tables that no table and no other linkage of this engine has: the one wanted, or that with a number. */
export async function reserveName(engine: Engine, wanted: string): Promise<string> {
  const tables = await engine.tables();
  const mine = reserved.get(engine) ?? new Set<string>();
  reserved.set(engine, mine);
  const free = (name: string): boolean =>
    !mine.has(name) &&
    !tables.some((table) => [`${name} compared`, `${name} pair`, `${name} record`].includes(table));
  let name = wanted;
  for (let number = 2; !free(name); number++) name = `${wanted} ${number}`;
  mine.add(name);
  return name;
}

/** Gives a name back. */
export function releaseName(engine: Engine, name: string): void {
  reserved.get(engine)?.delete(name);
}
