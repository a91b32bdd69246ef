import { type Block, type CellPart, renderCell } from '@samenbeeld/page';
import { escapeXml, type Language, type Text, typeset, typesetHtml } from '@samenbeeld/schema';
import type { Bundle } from './kernel.ts';

/** The look of an output: the report's, small enough to stand in every cell, and readable on a dark page. */
const outputStyle: string = `<style>
.samenbeeld{max-width:960px;padding:0 0 10px;color:#1a1a1a;background:#fff;font:14px/1.45 "Helvetica Neue",Helvetica,Arial,"Liberation Sans",sans-serif}
.samenbeeld.samenbeeld .handling{padding:2px 8px;font-size:11px;letter-spacing:.02em;color:#fff;background:#000}
.samenbeeld.samenbeeld .exercise{padding:3px 8px;font-size:12px;font-weight:bold;color:#000;background:#ffd84d}
.samenbeeld.samenbeeld h4{margin:12px 0 4px;font:bold 16px/1.25 Georgia,"Liberation Serif",serif;color:#1a1a1a}
.samenbeeld.samenbeeld p{margin:6px 0;max-width:720px;white-space:pre-line}
.samenbeeld.samenbeeld .says{font:17px/1.4 Georgia,"Liberation Serif",serif}
.samenbeeld.samenbeeld .refused{margin:8px 0;padding:2px 12px 6px;border-left:4px solid #9f4600;background:#f9f3ea}
.samenbeeld.samenbeeld .scroll{overflow-x:auto}
.samenbeeld.samenbeeld table{margin:6px 0;border-collapse:collapse;border:0;font-size:13px;font-variant-numeric:tabular-nums;color:#1a1a1a}
.samenbeeld.samenbeeld tr,.samenbeeld.samenbeeld tbody tr:nth-child(n){background:none}
.samenbeeld.samenbeeld th,.samenbeeld.samenbeeld td{padding:3px 12px 3px 0;text-align:left;vertical-align:baseline;white-space:pre-line;max-width:420px;border:0;border-bottom:1px solid #e4e0d8;font-weight:normal}
.samenbeeld.samenbeeld thead th{border-bottom:1px solid #1a1a1a;font-size:12px;color:#5a5a5a;vertical-align:bottom}
.samenbeeld.samenbeeld ul{margin:4px 0;padding-left:18px;max-width:720px}
.samenbeeld.samenbeeld details{margin:6px 0;font-size:13px}.samenbeeld.samenbeeld summary{cursor:pointer;color:#005a8c}
.samenbeeld.samenbeeld code{font-size:12px;background:#f1eee7;color:#1a1a1a;padding:0 3px;overflow-wrap:anywhere}
.samenbeeld.samenbeeld pre{margin:4px 0;padding:6px 8px;font-size:12px;line-height:1.35;background:#f6f4ee;color:#1a1a1a;border:0}
.samenbeeld.samenbeeld th.number,.samenbeeld.samenbeeld td.number{text-align:right}
.samenbeeld.samenbeeld td.number,.samenbeeld.samenbeeld .short{white-space:nowrap}
.samenbeeld.samenbeeld th.group{text-align:left}
.samenbeeld.samenbeeld caption{padding:8px 0 4px;text-align:left;font:bold 16px/1.25 Georgia,"Liberation Serif",serif;color:#1a1a1a}
.samenbeeld.samenbeeld ul.notes{padding:0;list-style:none}
.samenbeeld.samenbeeld .vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.samenbeeld.samenbeeld .findings{list-style:none;margin:0;padding:0}
.samenbeeld.samenbeeld h3{margin:12px 0 4px;font:bold 16px/1.25 Georgia,"Liberation Serif",serif;color:#1a1a1a}
.samenbeeld.samenbeeld .box{margin:8px 0;padding:2px 12px 6px;border-left:4px solid #767676;background:#f6f4ee}
.samenbeeld.samenbeeld .sure,.samenbeeld.samenbeeld .reading,.samenbeeld.samenbeeld .notes,.samenbeeld.samenbeeld .legend{font-size:12px;color:#5a5a5a}
.samenbeeld.samenbeeld figure{margin:8px 0}.samenbeeld.samenbeeld figcaption{font-weight:bold}
.samenbeeld.samenbeeld .wide+.narrow{display:none}.samenbeeld.samenbeeld svg{max-width:100%;height:auto}
.samenbeeld.samenbeeld .key-value{font-size:24px;margin:0}
.samenbeeld.samenbeeld input{margin:4px 0;padding:3px 6px;width:260px;border:1px solid #8a8a8a;background:#fff;color:#1a1a1a;font:inherit}
</style>`;

/** Text in letters of one width. */
export const pre = (text: string): string => `<pre>${escapeXml(text)}</pre>`;

/** What marks every output: the picture's banner, in the language of the reader. */
export interface Marking {
  readonly banner: Text;
  readonly language: Language;
}

function bannerHtml(text: string): string {
  const lines = text.split('\n');
  return lines
    .map((line, at) => {
      const exercise = at < lines.length - 1;
      return `<div class="${exercise ? 'exercise' : 'handling'}">${escapeXml(line)}</div>`;
    })
    .join('');
}

/** Calls and codes between backticks as a reader of code expects them, and no line that ends within a date. */
function tidied(html: string): string {
  return html
    .replace(/`([^`<>]+)`/g, '<code>$1</code>')
    .replace(/ class="(label|words)">(?=[^<]{1,12}<\/t[dh]>)/g, ' class="$1 short">');
}

/** One output under its banner: blocks, or what was made of them. */
export function output({ banner, language }: Marking, shown: readonly Block[] | CellPart): Bundle {
  const text = banner[language];
  const { html, plain } = 'html' in shown ? shown : renderCell(shown, language);
  return {
    'text/html': `<div class="samenbeeld" lang="${language}">${outputStyle}${typesetHtml(bannerHtml(text) + tidied(html), language)}</div>`,
    'text/plain': [typeset(text, language), plain].filter(Boolean).join('\n'),
  };
}
