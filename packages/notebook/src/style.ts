/** The look of an output: the report's, small enough to stand in every cell, and readable on a dark page. */
export const outputStyle: string = `<style>
.samenbeeld{max-width:960px;padding:0 0 10px;color:#1a1a1a;background:#fff;font:14px/1.45 "Helvetica Neue",Helvetica,Arial,"Liberation Sans",sans-serif}
.samenbeeld.samenbeeld .handling{padding:2px 8px;font-size:11px;letter-spacing:.02em;color:#fff;background:#000}
.samenbeeld.samenbeeld .exercise{padding:3px 8px;font-size:12px;font-weight:bold;color:#000;background:#ffd84d}
.samenbeeld.samenbeeld h4{margin:12px 0 4px;font:bold 16px/1.25 Georgia,"Liberation Serif",serif;color:#1a1a1a}
.samenbeeld.samenbeeld p{margin:6px 0;max-width:720px}
.samenbeeld.samenbeeld .says{font:17px/1.4 Georgia,"Liberation Serif",serif}
.samenbeeld.samenbeeld .quiet{font-size:12px;color:#5a5a5a}
.samenbeeld.samenbeeld .refused{margin:8px 0;padding:2px 12px 6px;border-left:4px solid #9f4600;background:#f9f3ea}
.samenbeeld.samenbeeld .scroll{overflow-x:auto}
.samenbeeld.samenbeeld table{margin:6px 0;border-collapse:collapse;border:0;font-size:13px;font-variant-numeric:tabular-nums;color:#1a1a1a}
.samenbeeld.samenbeeld tr,.samenbeeld.samenbeeld tbody tr:nth-child(n){background:none}
.samenbeeld.samenbeeld th,.samenbeeld.samenbeeld td{padding:3px 12px 3px 0;text-align:left;vertical-align:baseline;white-space:normal;max-width:420px;border:0;border-bottom:1px solid #e4e0d8;font-weight:normal}
.samenbeeld.samenbeeld thead th{border-bottom:1px solid #1a1a1a;font-size:12px;color:#5a5a5a;vertical-align:bottom}
.samenbeeld.samenbeeld th.n,.samenbeeld.samenbeeld td.n{text-align:right;white-space:nowrap}
.samenbeeld.samenbeeld th.t,.samenbeeld.samenbeeld td.t{white-space:nowrap}
.samenbeeld.samenbeeld .gap td{color:#5a5a5a;border-bottom:1px dashed #cfcac0}
.samenbeeld.samenbeeld .away{display:none}
.samenbeeld.samenbeeld .undecided{color:#9f4600}.samenbeeld.samenbeeld .none{color:#767676}
.samenbeeld.samenbeeld ul{margin:4px 0;padding-left:18px;max-width:720px}
.samenbeeld.samenbeeld details{margin:6px 0;font-size:13px}.samenbeeld.samenbeeld summary{cursor:pointer;color:#005a8c}
.samenbeeld.samenbeeld code{font-size:12px;background:#f1eee7;color:#1a1a1a;padding:0 3px;overflow-wrap:anywhere}
.samenbeeld.samenbeeld pre{margin:4px 0;padding:6px 8px;font-size:12px;line-height:1.35;background:#f6f4ee;color:#1a1a1a;border:0}
.samenbeeld.samenbeeld input{margin:4px 0;padding:3px 6px;width:260px;border:1px solid #8a8a8a;background:#fff;color:#1a1a1a;font:inherit}
</style>`;
