/** What a statement adds to the style of a report: columns of money, and the chart. */
export const STATEMENT_STYLE = `
.tiles { grid-template-columns: repeat(auto-fit, minmax(190px, 1fr)); }
.tile b { font-size: 24px; }
.money { text-align: right; font-variant-numeric: tabular-nums; }
.chart { display: block; width: 100%; height: auto; padding: 6px 10px 4px; }
.chart text { font: 12px ui-sans-serif, system-ui, sans-serif; fill: var(--soft); font-variant-numeric: tabular-nums; }
.chart .last { font-size: 14px; font-weight: 640; fill: var(--ink); }
.chart .rule { stroke: var(--line-soft); } .chart .base { stroke: var(--soft); }
.chart .below { fill: var(--open-bg); } .chart .along { fill: none; stroke: var(--open); stroke-width: 2; stroke-linejoin: round; }
.chart .dot { fill: var(--card); stroke: var(--open); stroke-width: 2; }
@media screen and (max-width: 760px) {
  td.money { text-align: left; } td:empty { display: none; }
  td[data-name]:not(:empty) { display: grid; grid-template-columns: 9.5em 1fr; align-items: baseline; }
  td[data-name]::before { content: attr(data-name); color: var(--soft); font-size: 13px; }
  .chart { min-width: 680px; } .card { overflow-x: auto; }
}
@media print { .tiles { grid-template-columns: repeat(4, 1fr); } .tile b { font-size: 14px; } .chart { max-height: 62mm; } section { break-inside: auto; } }
`;
