import { createHash } from 'node:crypto';
import type { Chart } from '@samenbeeld/charts';
import { escapeXml, type Language, typesetHtml, UsageError } from '@samenbeeld/schema';
import { loadVega } from './load-vega.ts';

/** Options of {@link renderSvg}. */
export interface SvgOptions {
  /** Name of the drawing for readers who cannot see it; without it the description of the specification. */
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  /** Language of the words in it, which are set as that language sets them. */
  readonly language?: Language | undefined;
  /** Prefix of the ids in it; without it one made from the contents. */
  readonly id?: string | undefined;
  /** A colour behind the chart; none leaves it transparent. */
  readonly background?: string | undefined;
  /** Shown in small letters below the chart: the handling banner where the drawing travels alone. */
  readonly footer?: string | undefined;
}

/** What vega says while it draws is a fault of the specification: a chart must be silent. */
function strict(): Parameters<typeof import('vega-lite').compile>[1] {
  const logger = {
    level: () => logger,
    error: (...words: readonly unknown[]) => {
      throw new UsageError(`vega refuses the chart: ${words.join(' ')}`);
    },
    warn: (...words: readonly unknown[]) => {
      throw new UsageError(`vega warns about the chart: ${words.join(' ')}`);
    },
    info: () => logger,
    debug: () => logger,
  };
  return { logger: logger as never };
}

function tidy(svg: string): string {
  return (
    svg
      .replace(/ xmlns:xlink="[^"]*"/, '')
      .replaceAll(
        / (?:role|aria-roledescription|aria-hidden|aria-label|pointer-events|class)="[^"]*"/g,
        '',
      )
      .replaceAll(/<path d="M[^"]*"(?: display="none"| stroke="none")?\/>(?=<g><\/g>)/g, '')
      // Only inside tags: words between them hold numbers that must not change.
      .replaceAll(/<[^>]+>/g, (tag) => tag.replaceAll(/(\.\d\d)\d+/g, '$1'))
      .replaceAll(/<g><\/g>|<g\/>/g, '')
  );
}

/** Vega numbers its clips and gradients over the life of the process; here they start anew and carry the prefix. */
function renumber(svg: string, prefix: string): string {
  const found = [...new Set([...svg.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id))];
  const names = new Map(found.map((id, index) => [id, `${prefix}-${index}`]));
  return svg
    .replaceAll(/ id="([^"]+)"/g, (_, id: string) => ` id="${names.get(id)}"`)
    .replaceAll(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${names.get(id) ?? id})`);
}

async function draw(spec: Chart['spec']): Promise<string> {
  const { vega, vegaLite } = await loadVega();
  // A copy: Vega marks the rows it draws, and the map draws rows that every chart shares.
  const { spec: compiled } = vegaLite.compile(structuredClone(spec), strict());
  const view = new vega.View(vega.parse(compiled), { renderer: 'none', logLevel: vega.Error });
  const drawn = tidy(await view.toSVG());
  view.finalize();
  return drawn;
}

/** Charts drawn last in this process, the latest at the end: a cell that is shown again, a report that is built again. */
const recent = new Map<string, string>();
const mostRecent = 400;

async function drawnOnce(spec: Chart['spec']): Promise<string> {
  const key = createHash('sha256').update(JSON.stringify(spec)).digest('base64');
  const drawn = recent.get(key) ?? (await draw(spec));
  recent.delete(key);
  recent.set(key, drawn);
  const [oldest] = recent.keys();
  if (recent.size > mostRecent && oldest !== undefined) recent.delete(oldest);
  return drawn;
}

/**
 * A chart as SVG, the same bytes on every machine: ids come from its contents and text is not measured with the
 * machine's fonts. It names itself to readers who cannot see it. Takes about 10 ms once vega is loaded.
 *
 * @throws UsageError where vega warns about the specification
 * @example
 * ```ts
 * import { portMap } from '@samenbeeld/charts';
 * import { renderSvg } from '@samenbeeld/report';
 * (await renderSvg(portMap({ language: 'nl' }).spec)).slice(0, 4) // => '<svg'
 * ```
 */
export async function renderSvg(spec: Chart['spec'], options: SvgOptions = {}): Promise<string> {
  const drawn = await drawnOnce(spec);
  const words = typeof spec.description === 'string' ? spec.description : '';
  const title = options.title ?? words;
  const id =
    options.id ??
    `c${createHash('sha256')
      .update(JSON.stringify([spec, options]))
      .digest('hex')
      .slice(0, 12)}`;
  const size = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(drawn);
  const [width, height] = [Number(size?.[1] ?? 0), Number(size?.[2] ?? 0)];
  const whole = height + (options.footer ? 24 : 0);
  const describe = options.description
    ? `<desc id="${id}-d">${escapeXml(options.description)}</desc>`
    : '';
  const open = [
    '<svg xmlns="http://www.w3.org/2000/svg"',
    `width="${width}" height="${whole}" viewBox="0 0 ${width} ${whole}" role="img"`,
    ...(options.language ? [`lang="${escapeXml(options.language)}"`] : []),
    `aria-labelledby="${id}-t${describe ? ` ${id}-d` : ''}">`,
  ].join(' ');
  const back = options.background
    ? `<rect width="${width}" height="${whole}" fill="${escapeXml(options.background)}"/>`
    : '';
  const foot = options.footer
    ? `<text x="0" y="${height + 16}" font-family="Arial, sans-serif" font-size="10" fill="#1a1a1a">${escapeXml(options.footer.replaceAll('\n', ' · '))}</text>`
    : '';
  const inner = renumber(drawn.slice(drawn.indexOf('>') + 1, drawn.lastIndexOf('</svg>')), id);
  const svg = `${open}<title id="${id}-t">${escapeXml(title)}</title>${describe}${back}${inner}${foot}</svg>`;
  return options.language ? typesetHtml(svg, options.language) : svg;
}
