/** The report's style: quiet on a screen by day and night, and whole on paper. */
export const REPORT_STYLE = `
:root {
  color-scheme: light dark;
  --page: #f6f5f1; --card: #fffefb; --ink: #23282d; --soft: #646b72; --line: #e2dfd6; --line-soft: #eeebe3;
  --late: #a3361f; --late-bg: #fbece7; --day: #7d5600; --day-bg: #fbf2db; --open: #1f5f4c; --open-bg: #e6f2ec; --wait: #47576b; --wait-bg: #e9edf2;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #16191c; --card: #1e2226; --ink: #e4e4df; --soft: #9aa1a8; --line: #343a40; --line-soft: #2a2f34;
    --late: #f0a08c; --late-bg: #3a2420; --day: #e6c277; --day-bg: #352d1b; --open: #8fcfb5; --open-bg: #1d312a; --wait: #b3c0d0; --wait-bg: #262d36;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
main { max-width: 1180px; margin: 0 auto; padding: 40px 28px 72px; }
h1 { font-size: 30px; line-height: 1.2; font-weight: 640; letter-spacing: -0.015em; margin: 2px 0 6px; }
h2 { font-size: 19px; font-weight: 640; letter-spacing: -0.005em; margin: 0; }
p { margin: 0; }
.kicker { color: var(--soft); font-size: 13px; font-weight: 600; letter-spacing: 0.02em; }
.lede { color: var(--soft); max-width: 74ch; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 12px; margin: 28px 0 10px; padding: 0; list-style: none; }
.tile { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 14px 16px 12px; }
.tile b { display: block; font-size: 28px; line-height: 1.15; font-weight: 640; font-variant-numeric: tabular-nums; }
.tile span { color: var(--soft); font-size: 13px; }
.tile.late b { color: var(--late); } .tile.ask b { color: var(--day); } .tile.owed b { color: var(--open); }
.sum { color: var(--soft); font-size: 13px; font-variant-numeric: tabular-nums; }
section { margin-top: 40px; }
.head { display: flex; align-items: baseline; gap: 10px; margin-bottom: 4px; }
.count { color: var(--soft); font-variant-numeric: tabular-nums; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; margin-top: 14px; overflow: hidden; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th { text-align: left; font-size: 12px; font-weight: 600; color: var(--soft); padding: 10px 16px 8px; border-bottom: 1px solid var(--line); }
td { vertical-align: top; padding: 13px 16px; border-top: 1px solid var(--line-soft); overflow-wrap: anywhere; }
tbody tr:first-child td { border-top: 0; }
td p + p, td p + ul, td ul + p { margin-top: 4px; }
td ul + ul { margin-top: 8px; padding-top: 8px; border-top: 1px solid var(--line-soft); }
td ul:empty { display: none; }
td ul { padding: 0; margin: 0; list-style: none; }
td li + li { margin-top: 6px; }
.lead { font-weight: 600; }
.small { font-size: 13px; color: var(--soft); }
.id { font-variant-numeric: tabular-nums; font-weight: 600; }
.chip { display: inline-block; border-radius: 999px; padding: 1px 10px 2px; font-size: 12.5px; font-weight: 600; }
.late .chip { color: var(--late); background: var(--late-bg); } .day .chip { color: var(--day); background: var(--day-bg); }
.open .chip, .now .chip { color: var(--open); background: var(--open-bg); } .not-yet .chip { color: var(--wait); background: var(--wait-bg); }
tr.late td:first-child { box-shadow: inset 3px 0 0 var(--late); }
.warn { color: var(--late); }
.mark { font-weight: 600; color: var(--soft); }
.mark.recalled, .mark.agency-statement { color: var(--day); }
.legend { margin-top: 10px; }
.note { font-size: 13px; color: var(--soft); }
.card .note > summary { padding: 0; border: 0; font-weight: 400; }
.empty { padding: 18px 16px; color: var(--soft); }
details > summary { cursor: pointer; padding: 14px 16px; font-weight: 600; }
details[open] > summary { border-bottom: 1px solid var(--line); }
summary::marker { color: var(--soft); }
footer { margin-top: 48px; color: var(--soft); font-size: 13px; }
footer p + p { margin-top: 6px; }
@media screen and (max-width: 760px) {
  main { padding: 24px 14px 48px; }
  table, tbody, tr, td { display: block; width: auto; } thead, colgroup { display: none; }
  td { border: 0; padding: 4px 16px; } tr { border-top: 1px solid var(--line-soft); padding: 10px 0; display: block; } tbody tr:first-child { border-top: 0; }
  tr.late td:first-child { box-shadow: none; } tr.late { box-shadow: inset 3px 0 0 var(--late); }
}
@media print {
  :root { color-scheme: light; --page: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #bbb; --line-soft: #ddd; --late: #8b1e08; --late-bg: #fff; --day: #5b3e00; --day-bg: #fff; --open: #0d4534; --open-bg: #fff; --wait: #333; --wait-bg: #fff; }
  @page { margin: 14mm 12mm; }
  body { font-size: 10px; line-height: 1.4; } main { max-width: none; padding: 0; } section { margin-top: 18px; }
  h1 { font-size: 20px; } h2 { font-size: 13px; } .small, .note, .sum, .tile span, .kicker, footer, th, .chip { font-size: 8.5px; }
  .tiles { grid-template-columns: repeat(5, 1fr); gap: 6px; margin: 12px 0 6px; } .tile { padding: 6px 9px; border-radius: 4px; } .tile b { font-size: 16px; }
  td { padding: 6px 8px; } th { padding: 5px 8px; } td li + li { margin-top: 3px; }
  .chip { border: 1px solid currentColor; } .card { border-radius: 0; overflow: visible; } tr { break-inside: avoid; } thead { display: table-header-group; }
  details::details-content { content-visibility: visible; display: block; height: auto; } details > summary { list-style: none; }
}
`;
