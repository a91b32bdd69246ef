import { type Bundle, shown } from './kernel.ts';

/** Something that shows itself: rich in a cell, text elsewhere. */
export interface View {
  /** What a cell displays, in the formats that front ends read. */
  outputs(): readonly Bundle[];
}

/** A value that shows itself, each output made when it is needed. */
export function view<Value extends View>(
  value: Omit<Value, 'outputs'>,
  outputs: (value: Value) => readonly Bundle[],
): Value {
  const whole: Value = Object.defineProperty({ ...value } as Value, 'outputs', {
    value: () => outputs(whole),
    enumerable: false,
  });
  return shown(whole, () => whole.outputs());
}
