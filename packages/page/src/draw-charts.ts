import { createHash } from 'node:crypto';
import type { Chart, Drawing } from '@samenbeeld/charts';
import { escapeXml, type Language, typesetHtml, wrongUse } from '@samenbeeld/schema';
import type * as Vega from 'vega';
import type * as VegaLite from 'vega-lite';
import type { Block } from './document.ts';

let loaded: Promise<{ readonly vega: typeof Vega; readonly vegaLite: typeof VegaLite }> | undefined;

/** Vega and vega-lite, loaded once, when the first chart is drawn. */
function loadVega(): Promise<{
  readonly vega: typeof Vega;
  readonly vegaLite: typeof VegaLite;
}> {
  loaded ??= Promise.all([import('vega'), import('vega-lite')]).then(([vega, vegaLite]) => ({
    vega,
    vegaLite,
  }));
  return loaded;
}

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
      throw wrongUse(
        'vega weigert de grafiek: “{words}”',
        'vega refuse le graphique : « {words} »',
        'vega lehnt das Diagramm ab: „{words}“',
        'vega refuses the chart: {words}',
        { words: words.join(' ') },
      );
    },
    warn: (...words: readonly unknown[]) => {
      throw wrongUse(
        'vega waarschuwt bij de grafiek: “{words}”',
        'vega avertit à propos du graphique : « {words} »',
        'vega warnt beim Diagramm: „{words}“',
        'vega warns about the chart: {words}',
        { words: words.join(' ') },
      );
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
 * import { renderSvg } from '@samenbeeld/page';
 * (await renderSvg(portMap({ language: 'nl', area: 'PC_NSP' }).spec)).slice(0, 4) // => '<svg'
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

/** What a chart is drawn of; nothing here can fetch, run or lead anywhere. */
const elements =
  /^(svg|title|desc|g|path|line|text|defs|clipPath|rect|tspan|circle|ellipse|polygon|polyline|linearGradient|radialGradient|stop|pattern)$/;
const attributes =
  /^(xmlns|width|height|viewBox|role|aria-labelledby|id|lang|transform|d|points|[xyr]|[xy][12]|[cr][xy]|d[xy]|offset|opacity|display|fill|fill-opacity|fill-rule|stroke|stroke-(?:width|opacity|linecap|linejoin|miterlimit|dasharray|dashoffset)|stop-(?:color|opacity)|text-anchor|font-(?:family|size|weight|style)|dominant-baseline|clip-path|gradient(?:Units|Transform)|pattern(?:Units|Transform))$/;
const part = /<(\/?)([A-Za-z]+)((?:\s[A-Za-z][\w:-]*="[^"<>]*")*)\s*(\/?)>|[^<>]+/gy;
const attribute = /\s([A-Za-z][\w:-]*)="([^"]*)"/g;

function isPlain(name: string, value: string): boolean {
  if (!attributes.test(name)) return false;
  if (name === 'xmlns') return value === 'http://www.w3.org/2000/svg';
  // Ids hold no more than letters, digits and dashes; words about a chart stand between tags.
  if (name === 'id' || name === 'aria-labelledby') return /^[\w .-]*$/.test(value);
  const bare = value.replace(/^url\(#[\w-]+\)$/, '');
  return !/[&\\:@]|url|\/\*|expression|image/i.test(bare);
}

/**
 * Whether a text is a drawing and nothing else: one `svg` of shapes and words, closed as it was opened, without scripts,
 * styles, links, images, other documents, comments, entities in attributes, or an address of anything outside it.
 */
function isDrawing(svg: string): boolean {
  const open: string[] = [];
  let at = 0;
  for (const match of svg.matchAll(part)) {
    if (match.index !== at) return false;
    at += match[0].length;
    const [, closing, name, given = '', empty] = match;
    if (open.length === 0 && match.index > 0) return false;
    if (name === undefined) {
      if (open.length === 0) return false;
      continue;
    }
    if (!elements.test(name) || (open.length === 0) !== (name === 'svg' && !closing)) return false;
    if (closing) {
      if (given !== '' || empty || open.pop() !== name) return false;
      continue;
    }
    for (const [, key = '', value = ''] of given.matchAll(attribute))
      if (!isPlain(key, value)) return false;
    if (!empty) open.push(name);
  }
  return at === svg.length && at > 0 && open.length === 0;
}

/** Widths in pixels: across the page, and on a phone or beside a finding. */
export const widths = { page: 680, narrow: 340 } as const;

/** A chart drawn in one language; `page` is absent where it is only ever shown small. */
interface DrawnChart {
  readonly chart: Chart;
  readonly page: string | null;
  readonly narrow: string;
}

/** The charts of an edition by the block they belong to. */
export type DrawnCharts = ReadonlyMap<Block, DrawnChart>;

/** Drawings by what they were drawn from, so that a chart that has not changed is not drawn again. */
export interface DrawingMemory {
  read(key: string): string | null;
  remember(key: string, svg: string): void;
}

async function drawn(
  spec: Chart['spec'],
  options: SvgOptions,
  memory: DrawingMemory | undefined,
): Promise<string> {
  const draw = async (): Promise<string> => {
    const svg = await renderSvg(spec, options);
    if (!isDrawing(svg))
      throw wrongUse(
        'de grafiek "{a}" zou meer bevatten dan een tekening mag: een script, een stijl, een link of een beeld',
        'le graphique « {a} » contiendrait plus qu’un dessin ne le peut : un script, un style, un lien ou une image',
        'das Diagramm „{a}“ enthielte mehr, als eine Zeichnung darf: ein Skript, einen Stil, einen Link oder ein Bild',
        'the chart "{a}" would hold more than a drawing may: a script, a style, a link or an image',
        { a: options.title ?? '' },
      );
    return svg;
  };
  if (!memory) return draw();
  const key = createHash('sha256')
    .update(JSON.stringify([spec, options]))
    .digest('hex');
  const known = memory.read(key);
  // What is kept is believed no more than what a stranger sends.
  if (known !== null && isDrawing(known)) return known;
  const svg = await draw();
  memory.remember(key, svg);
  return svg;
}

function drawingsOf(
  blocks: readonly Block[],
): readonly { block: Block; draw: Drawing; page: boolean }[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'box') return drawingsOf(block.blocks);
    if (block.kind === 'finding')
      return block.draw ? [{ block, draw: block.draw, page: false }] : [];
    if (block.kind === 'chart') return [{ block, draw: block.draw, page: block.size !== 'half' }];
    return block.kind === 'map' ? [{ block, draw: block.draw, page: true }] : [];
  });
}

/** Charts by what draws them: a report and its workbooks ask for the same ones. */
const specified = new WeakMap<Drawing, Map<string, Chart>>();

/** A chart of a page in one language and width, without its title. */
export function untitledChart(draw: Drawing, language: Language, width: number): Chart {
  const known = specified.get(draw) ?? new Map<string, Chart>();
  specified.set(draw, known);
  const key = `${language} ${width}`;
  const chart = known.get(key) ?? draw({ language, width, untitled: true });
  known.set(key, chart);
  return chart;
}

/** Draws every chart of some blocks in one language, in both widths where both are shown. */
export async function drawCharts(
  blocks: readonly Block[],
  language: Language,
  memory?: DrawingMemory,
): Promise<DrawnCharts> {
  const all = drawingsOf(blocks);
  const charts = new Map<Block, DrawnChart>();
  for (const [index, { block, draw, page }] of all.entries()) {
    const render = (width: number): [Chart, Promise<string>] => {
      const chart = untitledChart(draw, language, width);
      const { title, caption: description } = chart;
      return [
        chart,
        drawn(chart.spec, { title, description, id: `${language}-c${index}-${width}` }, memory),
      ];
    };
    const [chart, narrow] = render(widths.narrow);
    const wide = page ? await render(widths.page)[1] : null;
    charts.set(block, { chart, page: wide, narrow: await narrow });
  }
  return charts;
}
