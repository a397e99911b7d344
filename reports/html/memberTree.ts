import type { MemberFigures, MemberState } from '../../harness/figures/memberFigures.ts';
import type { Finding, RunRecord } from '../../harness/record/record.ts';
import { editionOf } from '../../specs/editions/index.ts';
import { childrenOf, type Member, type MemberPath } from '../../specs/member.ts';
import { plural } from '../../specs/plural.ts';
import { verdictWord } from '../text/verdictWord.ts';
import { findingAnchors } from './findingAnchors.ts';
import { icon } from './icon.ts';
import { html, type Markup } from './markup.ts';

const states: readonly MemberState[] = ['conforms', 'deviates', 'undecided', 'unsupported', 'not-tested'];

/** The request as a tree in which every member of the edition shows its state in a shape and a word. */
export function memberTree(record: RunRecord, members: readonly MemberFigures[]): Markup {
  const byPath = new Map(members.map((member) => [member.member, member]));
  const tops = childrenOf('', editionOf(record.header.edition).input);
  const branch = branchOf(byPath, record.findings);
  const inTree = members.filter(({ member }) => member !== '');
  return html`<section id="request" aria-labelledby="request-title">
<h2 id="request-title">The request</h2>
<p class="lead">Every member of the edition of ${record.header.edition}, with what the cases about it showed.</p>
<ul class="legend">${states.map((state) => legendEntry(state, inTree.filter((member) => member.state === state).length))}</ul>
<ul class="tree">${tops.map((top) => branch(top))}</ul>
</section>`;
}

function legendEntry(state: MemberState, count: number): Markup {
  return html`<li>${icon(state)}<b>${count}</b> ${verdictWord(state, count)}</li>`;
}

function branchOf(byPath: ReadonlyMap<MemberPath, MemberFigures>, findings: readonly Finding[]) {
  const anchors = findingAnchors(findings);
  const linkOf = (path: MemberPath): Markup | null => {
    const [first, ...others] = findings.filter(({ member }) => member === path);
    if (first === undefined) return null;
    return html` <a href="#${anchors.get(first.id) ?? ''}">${plural(others.length + 1, 'finding')}</a>`;
  };
  const branch = ({ path, shape, required }: Member): Markup => {
    const state = byPath.get(path)?.state ?? 'not-tested';
    const children = childrenOf(path, shape);
    return html`<li><div class="member ${state}" title="${path}, ${shape.type}">${icon(state)}<code>${lastStep(path)}</code>${required ? html`<span class="required">required</span>` : null}<span class="state">${verdictWord(state, 1)}${linkOf(path)}</span></div>${children.length === 0 ? null : html`<ul>${children.map(branch)}</ul>`}</li>`;
  };
  return branch;
}

function lastStep(path: MemberPath): string {
  return path.match(/(\[\]|\{key\}|\{value\})$/)?.[0] ?? path.slice(path.lastIndexOf('.') + 1);
}
