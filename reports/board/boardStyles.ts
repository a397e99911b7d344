/** The styles that the board has besides those of every page. */
export const boardStyles = `
main { max-width: 90rem; }
.board { font-size: .875rem; } .board th, .board td { white-space: nowrap; padding-right: 1.25rem; }
.board th[scope=row] { position: sticky; left: 0; background: var(--paper); z-index: 1; text-align: left; }
.board td.text { white-space: normal; min-width: 14rem; } .board .nested th[scope=row] code { padding-left: 1rem; font-weight: 400; }
.board th[scope=row] code { font-weight: 650; } .board .i { margin-right: .375rem; vertical-align: -.125em; }
.board small { color: var(--soft); font-size: .8125rem; } .board .level { margin: 0 .375rem 0 0; }
.version { color: var(--soft); font-variant-numeric: tabular-nums; }
.target { margin-top: 2.5rem; scroll-margin-top: 1rem; } .target h3 { font-size: 1.25rem; } .target > p { margin: .375rem 0; max-width: 46rem; }
.target details { margin-top: .25rem; border-bottom: 1px solid var(--line); } .target summary { cursor: pointer; padding: .375rem 0; overflow-wrap: anywhere; }
.target summary .level { margin-right: .5rem; } .target .body { padding: .25rem 0 1rem; scroll-margin-top: 4rem; } .target .body:target { background: var(--panel); }
.moves .level { margin-right: .375rem; } .moves li { margin: .25rem 0; overflow-wrap: anywhere; }
@media (max-width: 40rem) {
  .board thead { display: table-header-group; } .board tr { display: table-row; }
  .board th, .board td { display: table-cell; padding: .4375rem 1rem .4375rem 0; border-bottom: 1px solid var(--line); }
  .board th[scope=row] { max-width: 9rem; white-space: normal; overflow-wrap: anywhere; }
}
`;
