import type * as Vega from 'vega';
import type * as VegaLite from 'vega-lite';

let loaded: Promise<{ readonly vega: typeof Vega; readonly vegaLite: typeof VegaLite }> | undefined;

/** Vega and vega-lite, loaded once, when the first chart is drawn. */
export function loadVega(): Promise<{
  readonly vega: typeof Vega;
  readonly vegaLite: typeof VegaLite;
}> {
  loaded ??= Promise.all([import('vega'), import('vega-lite')]).then(([vega, vegaLite]) => ({
    vega,
    vegaLite,
  }));
  return loaded;
}
