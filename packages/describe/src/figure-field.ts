/** Whether a field, as descriptions name it, holds figures: observations have a value, seizures a quantity. */
export function isFigureField(field: string | null): boolean {
  return field === 'value' || field === 'quantity';
}
