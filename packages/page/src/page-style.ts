/** The look of the page: a newspaper's, on screen, on a phone and on A4. */
export const pageStyle: string = `
:root { --ink: #1a1a1a; --grey: #5a5a5a; --rule: #cfcac0; --pale: #f6f3ec; --blue: #005a8c; --orange: #9f4600;
  --serif: Georgia, "Times New Roman", "Liberation Serif", serif;
  --sans: "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 5rem; }
body { margin: 0; color: var(--ink); background: #fff; font: 1.0625rem/1.5 var(--serif); }
.edition { counter-reset: finding; }
[hidden] { display: none; } .finding[hidden] { display: none !important; }
.vh { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
html:not(.js) .edition[hidden]:target, html:not(.js) .edition[hidden]:has(:target) { display: block; }
html:not(.js):has(.edition[hidden]:target, .edition[hidden] :target) .edition:not([hidden]) { display: none; }
html:not(.js) .buttons { display: none; }
header, main, footer { max-width: 1080px; margin: 0 auto; padding: 0 20px; }
header { max-width: none; padding: 0; }
a { color: var(--blue); text-underline-offset: 0.15em; }
:focus-visible { outline: 3px solid #0072b2; outline-offset: 2px; }
main:focus, .panel:focus { outline: none; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 8px; top: 8px; z-index: 9; padding: 4px 8px; background: #fff; }

.banner { position: sticky; top: 0; z-index: 5; font: 0.8125rem/1.35 var(--sans); }
header { position: sticky; top: 0; z-index: 5; background: #fff; }
.banner p { margin: 0; padding: 5px 20px; text-align: center; }
.handling { color: #fff; background: #000; letter-spacing: 0.02em; }
.tlp-green .tlp { color: #33ff00; } .tlp-amber .tlp, .tlp-amber-strict .tlp { color: #ffc000; } .tlp-red .tlp { color: #ff6b6b; }
.exercise { color: #000; background: #ffd84d; font-weight: bold; border: solid #000; border-width: 3px 0; }
.synthetic { background: repeating-linear-gradient(135deg, #fff 0 60px, #fff8dc 60px 64px); }
.languages { display: flex; justify-content: flex-end; gap: 2px; max-width: 1080px; margin: 0 auto; padding: 6px 20px; font: 0.8125rem/1 var(--sans); }
.languages button, .languages a { margin: 0; padding: 7px 10px; border: 0; border-bottom: 2px solid transparent; background: none; color: var(--grey); font: inherit; cursor: pointer; }
.languages button[aria-pressed="true"] { color: var(--ink); border-color: var(--ink); font-weight: bold; }
.languages button:hover { color: var(--ink); }

.masthead { padding: 22px 0 0; border-top: 3px solid var(--ink); }
h1 { margin: 0; font-size: clamp(1.9rem, 4.6vw, 3.1rem); line-height: 1.08; letter-spacing: -0.012em; text-wrap: balance; }
.question { margin: 12px 0 0; max-width: 46rem; font-size: clamp(1.1rem, 2vw, 1.35rem); line-height: 1.4; font-style: italic; color: #3d3d3d; text-wrap: balance; }
.facts { display: flex; flex-wrap: wrap; gap: 4px 28px; margin: 18px 0 0; padding: 10px 0; border: solid var(--rule); border-width: 1px 0; font: 0.8125rem/1.4 var(--sans); }
.facts div { display: flex; gap: 6px; } .facts dt { color: var(--grey); } .facts dd { margin: 0; font-variant-numeric: tabular-nums; }
h2 { margin: 36px 0 10px; padding-top: 10px; border-top: 1px solid var(--ink); font-size: 1.5rem; line-height: 1.2; text-wrap: balance; }
h3 { margin: 24px 0 6px; font-size: 1.14rem; line-height: 1.25; text-wrap: balance; }
h4 { margin: 16px 0 4px; font-size: 1rem; }
p { margin: 0 0 0.8em; } ul, ol { margin: 0 0 1em; padding-left: 1.3em; } ol { padding-left: 2em; } li { margin-bottom: 0.35em; }
.text > section > p, .text > section > ul, .text > section > ol { max-width: 40rem; } .text > section > .findings { max-width: none; }

.findings { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 40px; }
.finding { counter-increment: finding; margin: 0; padding: 14px 0 18px; border-bottom: 1px solid var(--rule); } .finding:only-child { border-bottom: 0; } .findings + p { margin-top: 14px; }
.finding h3 { margin: 0 0 6px; font-size: 1.22rem; } .finding h3::before { content: counter(finding) ". "; color: var(--grey); font-weight: normal; }
.finding p { margin-bottom: 0.5em; }
.sure { font: 0.8125rem/1.45 var(--sans); color: #444; } .sure strong { color: var(--ink); }
.dots { letter-spacing: 0.1em; }
.small { padding-top: 10px; max-width: 340px; } .brief { display: none; }
.tip { position: absolute; z-index: 7; width: max-content; max-width: min(26rem, calc(100vw - 24px)); padding: 8px 12px; background: #fff; border: 1px solid var(--ink); box-shadow: 0 2px 8px rgb(0 0 0 / 18%); font: 0.8125rem/1.4 var(--sans); } .tip p { margin: 0 0 3px; } .tip .from { margin: 0; }
.keys { display: flex; flex-wrap: wrap; gap: 12px 40px; margin: 16px 0; }
.key-label { margin: 0; font: 0.8125rem/1.3 var(--sans); color: var(--grey); }
.key-value { margin: 0; font-size: 2.2rem; line-height: 1.15; font-variant-numeric: lining-nums tabular-nums; }

.why { color: inherit; text-decoration: underline dotted 1.5px #0072b2; text-underline-offset: 0.2em; }
.why:hover { color: var(--blue); text-decoration-style: solid; }
.mark { font-family: var(--sans); } .mark-undecided { color: var(--orange); } .mark-finds_only, .mark-apart, .mark-reported, .mark-complete { color: var(--blue); } .mark-partial, .mark-not_reported, .mark-none { color: var(--grey); }

.table { margin: 18px 0 26px; }
/* A shadow at the side where a table goes on. */
.scroll { position: relative; overflow-x: auto; background: linear-gradient(90deg, #fff 40%, #fff0) left / 3rem 100% no-repeat local, linear-gradient(270deg, #fff 40%, #fff0) right / 3rem 100% no-repeat local, linear-gradient(90deg, #0003, #0000) left / 0.9rem 100% no-repeat scroll, linear-gradient(270deg, #0003, #0000) right / 0.9rem 100% no-repeat scroll; }
.cut + .tools::before { content: attr(data-cut); flex-basis: 100%; color: var(--grey); }
table { border-collapse: collapse; width: 100%; font: 0.9375rem/1.35 var(--sans); font-variant-numeric: lining-nums tabular-nums; }
caption { padding: 0 0 8px; text-align: left; font: bold 1.06rem/1.3 var(--serif); }
caption span { display: block; position: sticky; left: 0; max-width: min(100%, calc(100vw - 40px)); }
th, td { padding: 6px 10px; text-align: left; vertical-align: baseline; border-bottom: 1px solid #e4e0d8; font-weight: normal; }
thead th { vertical-align: bottom; font-size: 0.8125rem; color: var(--grey); border-bottom: 1px solid var(--ink); line-height: 1.25; }
thead .group { text-align: center; border-bottom: 1px solid var(--rule); color: var(--ink); }
th.number, td.number { text-align: right; } .number, .marked { white-space: nowrap; } td.short { white-space: nowrap; } tbody th { font-weight: bold; }
thead th.number { white-space: normal; }
tbody tr > :first-child, thead tr:first-child > th:first-child { padding-left: 0; }
.under { display: none; }
sup { font-size: 0.7em; line-height: 0; }
.legend, .notes { margin: 6px 0 0; font: 0.8125rem/1.45 var(--sans); color: var(--grey); } .notes { list-style: none; padding: 0; } .notes li { margin: 0 0 2px; }

figure { margin: 22px 0 28px; max-width: 680px; }
figcaption.title { margin-bottom: 8px; font: bold 1.06rem/1.3 var(--serif); }
.reading { margin: 8px 0 0; font: 0.8125rem/1.45 var(--sans); color: var(--grey); }
svg { display: block; max-width: 100%; height: auto; overflow: visible; }
.wide { display: none; }
.narrow, .always { max-width: 400px; }
.halves { display: grid; grid-template-columns: repeat(auto-fit, minmax(300px, 1fr)); gap: 0 40px; }
details.data { margin-top: 6px; font: 0.8125rem/1.4 var(--sans); } details.data table { font-size: 0.8125rem; } details.data caption { font-size: 0.875rem; padding-top: 8px; }
summary { cursor: pointer; color: var(--blue); }
.tools { display: flex; flex-wrap: wrap; gap: 6px; margin: 4px 0 0; font: 0.75rem/1 var(--sans); } .tools button, .tools input, .search input { padding: 4px 8px; border: 1px solid #8a8a8a; border-radius: 2px; background: #fff; color: var(--ink); font: inherit; }
.masthead .tools { margin-bottom: 22px; } .tools button { cursor: pointer; } .tools button:hover { border-color: var(--ink); } .tools input { width: 18rem; max-width: 60vw; }
.sort { padding: 0; border: 0; background: none; color: inherit; font: inherit; text-align: inherit; cursor: pointer; } .sort:hover { color: var(--blue); }
th[aria-sort="ascending"] .sort::after { content: " ▲"; } th[aria-sort="descending"] .sort::after { content: " ▼"; }
.search { position: relative; margin-right: auto; } .search input { width: 15rem; max-width: 44vw; font: 0.8125rem/1.2 var(--sans); }
.results { position: absolute; z-index: 6; top: 100%; left: 0; width: min(34rem, calc(100vw - 40px)); max-height: 60vh; margin: 4px 0 0; padding: 4px 0; overflow-y: auto; list-style: none; background: #fff; border: 1px solid var(--ink); }
.results li { margin: 0; } .languages .results button { width: 100%; padding: 6px 10px; border: 0; color: var(--ink); font: 0.8125rem/1.35 var(--sans); text-align: left; } .results .nothing { padding: 6px 10px; font: 0.8125rem/1.35 var(--sans); } .results button:hover, .results button:focus { background: var(--pale); }
.found { outline: 3px solid #ffd84d; outline-offset: 2px; }
.box { margin: 24px 0; padding: 4px 20px 8px; background: var(--pale); border-left: 4px solid var(--ink); } .box h3 { margin-top: 14px; }

.chapters { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 48px; margin-top: 28px; }
.contents { font: 0.875rem/1.4 var(--sans); hyphens: auto; overflow-wrap: break-word; } .contents p { margin: 0 0 6px; font-weight: bold; } .contents ol { margin: 0; padding-left: 1.9em; }
.contents a { color: inherit; text-decoration: none; } .contents a:hover { text-decoration: underline; }
.answer { border-bottom: 1px solid var(--rule); padding: 7px 0; font: 0.9375rem/1.45 var(--sans); } .answer summary { font-weight: bold; color: var(--ink); }
.panel { padding: 8px 0; overflow-wrap: anywhere; } .panel p { margin-bottom: 0.5em; }
.evidence, .decisions { list-style: none; padding: 0; margin: 0; } .evidence li { margin: 0 0 12px; padding-left: 12px; border-left: 3px solid var(--rule); }
.evidence p { margin: 0 0 2px; } .evidence .role-governing { border-color: #0072b2; } .evidence .role-rival { border-color: #d55e00; }
.role { font-size: 0.8125rem; font-weight: bold; } .role-rival .role { color: var(--orange); } .role-governing .role { color: var(--blue); }
.from { font-size: 0.8125rem; color: var(--grey); overflow-wrap: anywhere; }
code { font: 0.86em/1.4 ui-monospace, Menlo, Consolas, "Liberation Mono", monospace; background: #f1eee7; color: var(--ink); padding: 1px 4px; overflow-wrap: anywhere; }
dialog { width: min(44rem, calc(100vw - 32px)); max-height: 86vh; padding: 22px 26px; border: 1px solid var(--ink); border-radius: 2px; color: var(--ink); font: 0.9375rem/1.5 var(--sans); overflow-y: auto; }
dialog::backdrop { background: rgb(20 20 20 / 45%); }
dialog h2 { margin: 0 0 10px; padding: 0; border: 0; font: bold 1.25rem/1.25 var(--serif); }
.close { float: right; margin: -6px -8px 8px 16px; padding: 6px 12px; border: 1px solid var(--ink); background: #fff; font: inherit; font-size: 0.8125rem; cursor: pointer; }
footer { margin-top: 40px; padding-top: 12px; padding-bottom: 24px; font: 0.8125rem/1.4 var(--sans); color: var(--grey); }
footer p { border-top: 1px solid var(--rule); padding-top: 12px; }

@media (min-width: 720px) {
  .front .finding:first-child h3 { font-size: 1.7rem; line-height: 1.15; } .front .finding:first-child .words > p { font-size: 1.14rem; } .front .finding:first-child .words > .sure { font-size: 0.875rem; }
}
@media screen and (min-width: 720px) and (max-width: 999px) { .finding.drawn { display: grid; grid-template-columns: minmax(0, 1fr) 320px; gap: 0 40px; align-content: start; } .finding.drawn .small { padding-top: 0; } }
@media screen and (min-width: 1000px) { .chapters .finding.drawn { display: grid; grid-template-columns: minmax(0, 1fr) 300px; gap: 0 40px; align-content: start; } .chapters .finding.drawn .small { padding-top: 0; } }
@media (min-width: 1000px) {
  .front .findings { grid-template-columns: repeat(3, minmax(0, 1fr)); }
  .front .over-2 { grid-column: span 2; } .front .over-3 { grid-column: span 3; } .front .down-2 { grid-row: span 2; } .front .down-3 { grid-row: span 3; }
  .front .drawn:is(.over-2, .over-3) { display: grid; grid-template-columns: subgrid; align-content: start; } .front .drawn:is(.over-2, .over-3) .small { padding-top: 0; }
  .front .drawn.over-3 .says { grid-column: span 2; }
}
@media (min-width: 760px) { .wide { display: block; } .narrow { display: none; } }
@media (min-width: 1000px) {
  tbody th.label:not(.short) { min-width: 7rem; } tbody th.short { white-space: nowrap; }
  .chapters { grid-template-columns: 190px minmax(0, 760px); }
  .contents { position: sticky; top: 110px; align-self: start; padding-top: 46px; }
  .map { display: grid; grid-template-columns: 680px 1fr; gap: 0 32px; grid-template-rows: 1fr auto auto; max-width: none; }
  .map figcaption { align-self: end; }
  .map .wide { grid-row: 1 / span 3; grid-column: 1; } .map figcaption, .map .reading, .map .data { grid-column: 2; }
  .text .map { display: block; max-width: 680px; }
}
@media (max-width: 560px) {
  body { font-size: 1rem; } .languages { flex-wrap: wrap; padding: 4px 20px; } .search { flex: 1 0 100%; } .search input { width: 100%; max-width: none; } .buttons { margin-left: -10px; } header .banner p { padding: 4px 10px; }
  .aside { display: none; } .under { display: block; font-weight: normal; white-space: nowrap; }
  table { font-size: 0.84rem; } td.long { min-width: 28rem; } th, td { padding: 5px 5px; } .box { padding: 2px 14px 6px; } dialog { padding: 16px; }
}
`;
