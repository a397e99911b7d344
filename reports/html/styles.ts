/** The style sheet of the page, put into it whole so that it needs no other file. */
export const styles = /* css */ `
:root {
  --paper: #fdfdfc; --panel: #f5f5f2; --ink: #1c1f23; --soft: #5c636c; --line: #dfe0dc; --link: #1f4e96;
  --good: #1b6b41; --bad: #ad2318; --warn: #7d5200; --calm: #45618c; --idle: #6b7178;
  --good-fill: #4d9a72; --bad-fill: #cf5548; --warn-fill: #d0a23f; --calm-fill: #8ba3c7; --idle-fill: #c3c6c8;
  --bad-wash: #fbefed; --sans: ui-sans-serif, system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15181b; --panel: #1d2125; --ink: #e4e6e8; --soft: #9ba3ab; --line: #32383e; --link: #8fb8f4;
    --good: #77c79b; --bad: #f28b7d; --warn: #dfb45c; --calm: #9db8e2; --idle: #98a0a7;
    --good-fill: #3f8a63; --bad-fill: #c4554a; --warn-fill: #a57e2c; --calm-fill: #56709a; --idle-fill: #4a5158;
    --bad-wash: #2b1d1c;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; -webkit-text-size-adjust: 100%; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 var(--sans); }
main, footer { max-width: 68rem; margin: 0 auto; padding: 0 1.5rem; }
h1, h2, h3, h4, h5, p, ul, ol, dl, dd, pre { margin: 0; }
h1, h2 { text-wrap: balance; }
h2 { font-size: 1.375rem; line-height: 1.25; letter-spacing: -.01em; font-weight: 650; }
h5 { margin: 1.25rem 0 .375rem; font-size: .8125rem; font-weight: 650; color: var(--soft); }
ul, ol { padding: 0; list-style: none; }
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: from-font; }
code, pre { font-family: var(--mono); font-size: .875em; font-variant-ligatures: none; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 1rem; top: 1rem; padding: .5rem .75rem; background: var(--paper); z-index: 2; }
.sheet { position: absolute; width: 0; height: 0; }
.i { width: 1em; height: 1em; flex: none; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; color: var(--idle); }
.i.conforms { color: var(--good); } .i.deviates, .i.errored { color: var(--bad); }
.i.undecided, .i.inconclusive { color: var(--warn); } .i.unsupported { color: var(--calm); }
section { margin-top: 3.5rem; scroll-margin-top: 1rem; }
.lead { max-width: 44rem; margin: .375rem 0 1.25rem; color: var(--soft); }
.note { font-size: .875rem; color: var(--soft); }

.masthead { padding-top: 2.5rem; }
.brand { font-size: .875rem; font-weight: 650; }
.brand span { margin-left: .5rem; font-weight: 400; color: var(--soft); }
h1 { margin-top: 1.75rem; font-size: clamp(1.875rem, 5vw, 2.75rem); line-height: 1.1; letter-spacing: -.025em; font-weight: 700; overflow-wrap: anywhere; }
.verdict { display: flex; gap: .625rem; max-width: 46rem; margin-top: .75rem; font-size: 1.25rem; line-height: 1.4; overflow-wrap: anywhere; }
.verdict .i { margin-top: .2em; }
.first { margin: .75rem 0 0 1.875rem; }
.first ol { margin: .25rem 0; padding-left: 1.25rem; list-style: decimal; }
.facts { display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin-top: 1.5rem; padding-top: 1rem; border-top: 1px solid var(--line); }
.facts dt { font-size: .8125rem; color: var(--soft); } .facts dd { font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }

.figures { display: grid; grid-template-columns: 1fr 1fr; gap: 2rem 3rem; margin-top: 2.25rem; }
.figures h2, .figures h3 { font-size: 1rem; letter-spacing: 0; }
.number { font-size: 2.5rem; line-height: 1.2; letter-spacing: -.03em; font-weight: 600; font-variant-numeric: tabular-nums; }
.bar { display: block; width: 100%; height: .5rem; margin: .375rem 0 .5rem; border-radius: 2px; }
.bar .rest { fill: var(--line); } .coverage .part, .checked .part { fill: var(--calm-fill); } .divergence .part { fill: var(--bad-fill); }
.totals { grid-column: 1 / -1; }
.totals .conforms { fill: var(--good-fill); } .totals .deviates { fill: var(--bad-fill); } .totals .undecided { fill: var(--warn-fill); }
.totals .inconclusive { fill: var(--warn-fill); opacity: .6; } .totals .unsupported { fill: var(--calm-fill); }
.totals .skipped { fill: var(--idle-fill); } .totals .errored { fill: var(--ink); }
.totals .i { fill: none; opacity: 1; }
.totals ul, .legend { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; font-size: .9375rem; }
.totals li, .legend li { display: flex; align-items: center; gap: .375rem; } .totals li.none { color: var(--soft); }
.totals b, .legend b { font-variant-numeric: tabular-nums; font-weight: 650; }
.strip { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 0 1.5rem; align-items: baseline; } .strip ul { flex: 1 0 100%; display: flex; flex-wrap: wrap; gap: .375rem; margin-top: .375rem; }
.strip a { display: flex; align-items: center; gap: .375rem; padding: .125rem .5rem; border: 1px solid var(--line); border-radius: 4px; color: var(--ink); text-decoration: none; font-size: .9375rem; font-variant-numeric: tabular-nums; }
.strip a:hover { background: var(--panel); } .strip .not-tested a { color: var(--soft); } .strip .deviates a { font-weight: 650; }
tr:target { background: var(--panel); }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin-top: 2.25rem; padding: .75rem 0; border-block: 1px solid var(--line); }

table { width: 100%; border-collapse: collapse; font-size: .9375rem; }
th, td { padding: .4375rem .75rem .4375rem 0; text-align: left; vertical-align: baseline; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { font-size: .8125rem; color: var(--soft); white-space: nowrap; }
.n { text-align: right; font-variant-numeric: tabular-nums; padding-right: 1.25rem; }
.errors .code { font-variant-numeric: tabular-nums; font-weight: 650; } .errors .bad { color: var(--bad); font-weight: 650; }
.how { color: var(--soft); font-size: .875rem; } .how .option { white-space: nowrap; } .how .i { margin-right: .4375rem; vertical-align: -.125em; }
.idle th, .idle td { color: var(--soft); }

.legend { margin-bottom: 1.25rem; padding-bottom: .875rem; border-bottom: 1px solid var(--line); }
.tree { columns: 2; column-gap: 3rem; font-size: .9375rem; }
.tree > li { break-inside: avoid; margin-bottom: .625rem; }
.tree ul { margin-left: .4375rem; padding-left: 1rem; border-left: 1px solid var(--line); }
.member { display: flex; align-items: center; gap: .5rem; padding: .125rem 0; }
.member code { overflow-wrap: anywhere; } .tree > li > .member code { font-weight: 650; }
.member .state { margin-left: auto; white-space: nowrap; font-size: .8125rem; color: var(--soft); }
.member.deviates .state { color: var(--bad); } .member.not-tested code { color: var(--soft); }
.required { font-size: .75rem; color: var(--soft); }

.faults li { display: grid; grid-template-columns: 4.25rem 1fr auto; gap: .125rem .75rem; align-items: start; padding: .5rem 0; border-bottom: 1px solid var(--line); }
.faults li > div { min-width: 0; overflow-wrap: anywhere; } .faults a { font-weight: 650; } .faults .members { display: block; font-size: .8125rem; color: var(--soft); overflow-wrap: anywhere; } .faults .change { display: block; font-size: .9375rem; overflow-wrap: anywhere; }
.levels { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin-bottom: .5rem; font-size: .875rem; color: var(--soft); } .levels div { display: flex; gap: .5rem; align-items: baseline; }
.faults .of { font-size: .875rem; color: var(--soft); font-variant-numeric: tabular-nums; padding-top: .125rem; }
.line .axis { fill: var(--line); }
.reset .this .i { margin-right: .4375rem; vertical-align: -.125em; } .reset td { font-size: .875rem; overflow-wrap: anywhere; }
.charts { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5rem 3rem; align-items: start; } .chart caption { text-align: left; font-weight: 650; padding-bottom: .25rem; }
.chart th, .chart td { border: 0; padding-block: .1875rem; white-space: nowrap; font-size: .875rem; } .chart .bar-cell { width: 60%; padding-right: .75rem; } .chart .bar { margin: 0; } .chart .part { fill: var(--calm-fill); }
.scroll { overflow-x: auto; } .matrix td, .matrix th { white-space: nowrap; padding-right: 1.5rem; } .matrix .i { vertical-align: -.125em; }
.line { display: block; width: 100%; height: auto; margin: .5rem 0; } .line .axis { fill: none; stroke: var(--line); } .line polyline { fill: none; stroke: currentColor; stroke-width: 1.5; } .line circle { fill: currentColor; }
.coverage .line { color: var(--calm); } .divergence .line { color: var(--bad); }

#filter { display: flex; flex-wrap: wrap; align-items: end; gap: .625rem 1rem; margin-bottom: 1rem; }
#filter[hidden] { display: none; }
#filter label { display: grid; gap: .125rem; font-size: .8125rem; color: var(--soft); } #filter .wide { flex: 1 1 14rem; }
input, select, button { font: inherit; font-size: .9375rem; color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: 4px; padding: .3125rem .5rem; max-width: 100%; }
input { width: 100%; } button { cursor: pointer; } button:hover { background: var(--panel); }
#shown { font-size: .875rem; color: var(--soft); padding-bottom: .375rem; font-variant-numeric: tabular-nums; }
.fault { margin-top: 1rem; scroll-margin-top: .5rem; } .fault[hidden] { display: none; }
.fault > summary { display: flex; gap: .75rem; align-items: baseline; padding: .5rem .25rem; cursor: pointer; border-bottom: 1px solid var(--line); }
.fault > summary h3 { min-width: 0; overflow-wrap: anywhere; font-size: 1.0625rem; font-weight: 650; } .fault > summary .count { margin-left: auto; font-size: .875rem; white-space: nowrap; }
.fault > summary::before { content: "+"; width: 1ch; color: var(--soft); font-family: var(--mono); } .fault[open] > summary::before { content: "−"; }
.fault > summary { list-style: none; } .fault > summary::-webkit-details-marker { display: none; }
.finding { border-top: 1px solid var(--line); scroll-margin-top: .5rem; content-visibility: auto; contain-intrinsic-size: auto 4rem; }
.finding[hidden] { display: none; }
.finding > summary { display: grid; grid-template-columns: 4.25rem 1fr auto; gap: .75rem; padding: .75rem .25rem; cursor: pointer; list-style: none; }
.finding > summary::-webkit-details-marker { display: none; }
.finding > summary:hover, .finding[open] > summary { background: var(--panel); }
.finding h4 { font-size: 1rem; font-weight: 400; min-width: 0; } .finding .where { display: flex; flex-wrap: wrap; gap: 0 .75rem; align-items: baseline; }
.finding .where code { font-weight: 650; overflow-wrap: anywhere; } .kind { font-size: .875rem; color: var(--soft); }
.standing { padding: 0 .375rem; border-radius: 4px; background: var(--panel); font-size: .8125rem; color: var(--soft); } .standing.new, .standing.expired { color: var(--bad); font-weight: 650; }
.says { display: block; overflow-wrap: anywhere; }
.level { justify-self: start; align-self: start; padding: 0 .5rem; border: 1px solid currentColor; border-radius: 4px; font-size: .8125rem; line-height: 1.45; margin-top: .125rem; color: var(--soft); }
.level.must { color: var(--bad); font-weight: 650; } .level.should { color: var(--warn); border-style: dashed; } .level.may { border-style: dotted; }
.count { font-variant-numeric: tabular-nums; font-size: .875rem; color: var(--soft); white-space: nowrap; }
.card { padding: .75rem .25rem 1.75rem 5.25rem; min-width: 0; }
.compare { display: grid; grid-template-columns: 1fr 1fr; gap: .75rem 2rem; } .compare dt { font-size: .8125rem; font-weight: 650; color: var(--soft); } .compare dd { overflow-wrap: anywhere; }
pre { padding: .75rem .875rem; background: var(--panel); border-radius: 4px; overflow: auto; max-height: 28rem; line-height: 1.45; font-size: .8125rem; tab-size: 2; }
pre code { font-size: inherit; }
.state-table + .state-table { margin-top: .75rem; } .state-table code { overflow-wrap: anywhere; }
.diff { margin: .25rem 0; padding: .5rem .875rem; background: var(--panel); border-radius: 4px; font-size: .875rem; overflow-wrap: anywhere; }
.diff .place { color: var(--soft); margin-right: .375rem; } .diff del { color: var(--bad); } .diff ins { color: var(--good); text-decoration: none; font-weight: 650; }
.evidence li { padding: .25rem 0; font-size: .9375rem; overflow-wrap: anywhere; } .source { color: var(--soft); }
.tabs { border: 1px solid var(--line); border-radius: 4px; }
.tabs details + details { border-top: 1px solid var(--line); } .tabs summary { padding: .375rem .75rem; cursor: pointer; }
.tabs pre { border-radius: 0; } .tabs details, .command { position: relative; } .tabs .note { padding: .5rem .75rem; }
.copy { display: none; position: absolute; right: .5rem; top: .25rem; padding: .0625rem .5rem; font-size: .8125rem; }
.js .copy { display: block; } .js .no-script { display: none; } .command .copy { top: .5rem; }
.ids { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin-top: 1rem; font-size: .8125rem; color: var(--soft); overflow-wrap: anywhere; }
#repeat .command { max-width: 46rem; margin-bottom: 1rem; } #repeat p:not(.lead) { margin-bottom: .5rem; }
footer { margin-top: 4rem; padding-block: 1.25rem 3rem; font-size: .875rem; color: var(--soft); }
footer summary { cursor: pointer; } .words { margin: .75rem 0 1rem; display: grid; gap: .375rem; }
.words div { display: grid; grid-template-columns: 10rem 1fr; gap: 1rem; } .words dt { display: flex; align-items: center; gap: .4375rem; color: var(--ink); }

@media (max-width: 48rem) { .tree { columns: 1; } }
@media (max-width: 40rem) {
  .required { display: none; }
  main, footer { padding-inline: 1rem; }
  section { margin-top: 2.75rem; }
  .masthead { padding-top: 1.5rem; } .verdict { font-size: 1.125rem; }
  .figures { gap: 1.5rem; } .number { font-size: 2rem; }
  thead { display: none; } tr { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: .5rem 0; border-bottom: 1px solid var(--line); }
  th, td { padding: 0; border: 0; text-align: left; } th[scope=row] { flex: 1; overflow-wrap: anywhere; }
  td[data-label] { color: var(--soft); } td[data-label]::before { content: attr(data-label) " "; font-size: .8125rem; }
  .errors th[scope=row] { flex: 1 1 70%; } .errors .n { order: 1; } .how { flex-basis: 100%; order: 2; } .idle .n { display: none; }
  .faults .members { display: none; } .faults li { grid-template-columns: 4.25rem 1fr; } .faults .of { grid-column: 2; }
  .charts { grid-template-columns: 1fr; } .chart tr, .matrix tr { display: table-row; } .chart th, .chart td { padding: .1875rem .75rem .1875rem 0; }
  .matrix th[scope=row] { white-space: normal; overflow-wrap: anywhere; min-width: 8rem; max-width: 10rem; } .matrix thead { display: table-header-group; } .matrix th, .matrix td { padding: .4375rem .75rem .4375rem 0; } .matrix td[data-label]::before { content: none; }
  .reset th[scope=row], .reset .this { flex: 1 1 100%; } .fault > summary { padding-block: .625rem; }
  .finding > summary { grid-template-columns: 1fr auto; gap: .25rem .75rem; } .finding h4 { grid-column: 1 / -1; grid-row: 2; }
  .card { padding-left: .25rem; } .compare { grid-template-columns: 1fr; }
  #filter label { flex: 1 1 8rem; } #filter select { width: 100%; }
  .words div { grid-template-columns: 1fr; gap: 0; }
}
@media print {
  #filter, .copy, nav, .skip { display: none !important; }
  .finding, .fault::details-content { content-visibility: visible; } .finding > summary { break-inside: avoid; }
  .tree { columns: 2; } pre { max-height: none; white-space: pre-wrap; overflow-wrap: anywhere; }
}
`;
