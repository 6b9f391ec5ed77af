/** Colours of one page: every text has a contrast of at least 4.5 to 1 with what lies under it, every line 3 to 1. */
type Palette = Readonly<
  Record<"page" | "ink" | "soft" | "line" | "box" | "yes" | "yes-line" | "stop" | "stop-line", string>
>;

const LIGHT: Palette = {
  page: "#ffffff",
  ink: "#1f2328",
  soft: "#424a53",
  line: "#57606a",
  box: "#f6f8fa",
  yes: "#dafbe1",
  "yes-line": "#116329",
  stop: "#fff1e5",
  "stop-line": "#953800",
};

const DARK: Palette = {
  page: "#0d1117",
  ink: "#f0f3f6",
  soft: "#c4ccd4",
  line: "#a3adb8",
  box: "#1b222b",
  yes: "#0f2f1a",
  "yes-line": "#56d364",
  stop: "#3b1e08",
  "stop-line": "#ffa657",
};

const variables = (palette: Palette): string =>
  Object.entries(palette)
    .map(([name, colour]) => `--vr-${name}:${colour}`)
    .join(";");

const SHAPES = [
  "background:var(--vr-page)",
  'font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif',
].join(";");

/**
 * The style of a chart's picture. Every selector begins with the picture's own class, so that it can stand inside a page. On
 * paper it is always light.
 */
export const SVG_STYLE = [
  `.vr-chart{${variables(LIGHT)};${SHAPES}}`,
  `@media screen and (prefers-color-scheme:dark){.vr-chart{${variables(DARK)}}}`,
  ".vr-chart .page{fill:var(--vr-page)}",
  ".vr-chart text{fill:var(--vr-ink)}",
  ".vr-chart .text{font-size:14px}",
  ".vr-chart .title{font-size:18px;font-weight:600}",
  ".vr-chart .label{font-size:12px}",
  ".vr-chart .detail,.vr-chart .remark{font-size:12px;fill:var(--vr-soft)}",
  ".vr-chart .edge{fill:none;stroke:var(--vr-line);stroke-width:1.5}",
  ".vr-chart .arrow{fill:var(--vr-line)}",
  ".vr-chart .under{fill:var(--vr-page)}",
  ".vr-chart .box{fill:var(--vr-box);stroke:var(--vr-line);stroke-width:1.5}",
  ".vr-chart .box.yes{fill:var(--vr-yes);stroke:var(--vr-yes-line);stroke-width:3}",
  ".vr-chart .box.no,.vr-chart .box.off{fill:var(--vr-page);stroke-dasharray:6 4}",
  ".vr-chart .box.conflict{fill:var(--vr-stop);stroke:var(--vr-stop-line);stroke-width:3}",
].join("\n");
