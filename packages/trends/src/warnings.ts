/** Warnings that hold, in their order: those whose condition does not are left out. */
export function listWarnings(
  ...all: readonly (string | readonly string[] | false | 0 | null | undefined)[]
): readonly string[] {
  return all.flatMap((one) => one || []);
}
