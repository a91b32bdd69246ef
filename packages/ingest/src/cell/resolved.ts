/** What a cell means: the texts of the record's columns it fills, or why it cannot be read. */
export type Resolved =
  | { readonly values: readonly (string | null)[]; readonly note?: string }
  | { readonly rule: string; readonly message: string; readonly repair: string };

/** A cell that means these texts. */
export function means(...values: readonly (string | null)[]): Resolved {
  return { values };
}
