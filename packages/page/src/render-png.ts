/** Options of {@link renderPng}. */
export interface PngOptions {
  /** Pixels per unit of the drawing; 2. */
  readonly scale?: number | undefined;
  /** Colour behind the drawing; white. */
  readonly background?: string | undefined;
}

/**
 * An SVG as PNG, with the fonts of this machine.
 *
 * @example
 * ```ts
 * import { renderPng } from '@samenbeeld/page';
 * const png = await renderPng('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>');
 * [...png.slice(1, 4)].map((byte) => String.fromCharCode(byte)).join('') // => 'PNG'
 * ```
 */
export async function renderPng(svg: string, options: PngOptions = {}): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js');
  const drawing = new Resvg(svg, {
    background: options.background ?? '#ffffff',
    fitTo: { mode: 'zoom', value: options.scale ?? 2 },
    font: { defaultFontFamily: 'Liberation Sans' },
  });
  return drawing.render().asPng();
}
