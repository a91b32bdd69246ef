import { languages, type Text } from '@samenbeeld/schema';

/** Words as a CSS string; no sign of theirs can end it or the style element. */
function cssString(words: string): string {
  return `"${words.replaceAll(/[^\p{L}\p{N} .,:;·–()/'’-]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 32).toString(16)} `)}"`;
}

/** The look on A4: the banner above and the page number below every page, in the language that is printed. */
export function printStyle(banner: Text, title: Text, of: Text): string {
  const pages = languages.map((language) => {
    const marking = cssString(banner[language].replaceAll('\n', ' · '));
    const name = cssString(title[language]);
    return `@page ${language} { @top-center { content: ${marking}; } @bottom-left { content: ${name}; } @bottom-right { content: counter(page) " ${of[language]} " counter(pages); } }
.edition[lang="${language}"] { page: ${language}; }`;
  });
  return `
@page { size: A4; margin: 20mm 17mm 18mm; @top-center { font: bold 8pt Arial, sans-serif; } @bottom-left { font: 8pt Arial, sans-serif; } @bottom-right { font: 8pt Arial, sans-serif; } }
${pages.join('\n')}
@media print {
  body { font-size: 9.5pt; line-height: 1.36; }
  header, .banner { position: static; } .languages, .contents, .skip, .data, dialog { display: none; }
  main, footer { max-width: none; padding: 0; } .masthead { padding-top: 10px; }
  h1 { font-size: 22pt; } .facts { margin-top: 8pt; padding: 4pt 0; } h2 { font-size: 15pt; margin-top: 18pt; } .question { font-size: 12pt; }
  h2, h3, h4, figcaption, caption { break-after: avoid; } figure, .finding, .box, tr, .key, .evidence li { break-inside: avoid; }
  .findings { grid-template-columns: 1fr 1fr; gap: 0 22px; } .finding { padding: 6px 0; } .finding h3 { font-size: 12pt; }
  .finding:first-child h3 { font-size: 15pt; } .finding:first-child .words > p { font-size: 10.5pt; } .finding p { margin-bottom: 3pt; } .front h2 { margin-top: 10pt; }
  .small { max-width: 226px; padding-top: 2pt; } .sure { font-size: 8pt; } .scroll { overflow: visible; }
  table { font-size: 9pt; } th, td { padding: 3px 6px; } thead { display: table-header-group; }
  .chapters { display: block; } .map { display: block; max-width: 560px; } .front > .table { margin-top: 10pt; } .wide { display: block; } .narrow { display: none; }
  .answer { font-size: 8.5pt; padding: 4px 0; } .answer summary { list-style: none; } .from, .role { font-size: 7.5pt; }
  a { color: inherit; } .why { text-decoration-thickness: 0.5px; } .handling, .exercise { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .synthetic { background: none; }
  .synthetic::after { content: attr(data-exercise); position: fixed; top: 42%; left: 0; right: 0; text-align: center; font: bold 72pt Arial, sans-serif; color: rgb(0 0 0 / 6%); transform: rotate(-35deg); pointer-events: none; }
}
`;
}
