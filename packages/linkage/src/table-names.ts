import type { Engine } from '@samenbeeld/engine';

/** A name as the engine tells it from others: in small letters or capitals it is one name. */
const folded = (name: string): string => name.toLowerCase();

/** Names given out and perhaps not yet made, so that two linkages at once do not share tables. */
const reserved = new WeakMap<Engine, Set<string>>();

/** A start for the names of tables that no table and no other linkage of this engine has: the one wanted, or that with a number. */
export async function reserveName(engine: Engine, wanted: string): Promise<string> {
  const tables = (await engine.tables()).map(folded);
  const mine = reserved.get(engine) ?? new Set<string>();
  reserved.set(engine, mine);
  const free = (name: string): boolean =>
    !mine.has(name) &&
    !tables.some(
      (table) =>
        [`${name} pair`, `${name} record`].includes(table) || table.startsWith(`${name} compared`),
    );
  let name = wanted;
  for (let number = 2; !free(folded(name)); number++) name = `${wanted} ${number}`;
  mine.add(folded(name));
  return name;
}

export function releaseName(engine: Engine, name: string): void {
  reserved.get(engine)?.delete(folded(name));
}

/** Tables that were written under a name of the caller's choice. */
const written = new WeakMap<Engine, Set<string>>();

/**
 * Claims names for tables to write, of which those of an earlier claim may be replaced; refuses to replace a table or view
 * that is somebody else's.
 */
export async function claimNames(engine: Engine, names: readonly string[]): Promise<void> {
  const mine = written.get(engine) ?? new Set<string>();
  const tables = (await engine.tables()).map(folded);
  const other = names.find((name) => tables.includes(folded(name)) && !mine.has(folded(name)));
  if (other !== undefined)
    throw new RangeError(
      `there is a table "${other}" already, and it is not one that this engine wrote for clusters; drop it, or give another name with \`into\``,
    );
  for (const name of names) mine.add(folded(name));
  written.set(engine, mine);
}
