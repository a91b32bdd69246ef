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
export function isDrawing(svg: string): boolean {
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
