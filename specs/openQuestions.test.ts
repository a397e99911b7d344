import { expect } from 'chai';
import { editionOf, newestEdition } from './editions/index.ts';
import type { JsonObject } from './json.ts';
import { membersOf } from './member.ts';
import { openQuestions } from './openQuestions.ts';
import { outsideResources } from './outsideResources.ts';
import { seeds } from './seeds.ts';

const members = membersOf(newestEdition.input).map(({ path }) => path);

describe('open questions', () => {
  it('have ids of their own and end in a question mark', () => {
    expect(new Set(openQuestions.map(({ id }) => id)).size).to.equal(openQuestions.length);
    for (const { id, question } of openQuestions) expect(question, id).to.match(/\?$/);
  });

  it('name members, sources and requests that would settle them', () => {
    for (const { id, members: asked, sources, asks } of openQuestions) {
      expect(
        asked.filter((path) => !members.includes(path)),
        id,
      ).to.deep.equal([]);
      expect(sources, id).not.to.be.empty;
      expect(asks, id).not.to.be.empty;
      for (const { request } of asks) expect(request, id).not.to.have.property('UserPoolId');
    }
  });
});

describe('seeds', () => {
  it('are four, and each asks only for top-level members of its edition', () => {
    expect(seeds.map(({ id }) => id)).to.deep.equal(['api-changes', 'aws-cli', 'openapi', 'paws']);
    for (const { edition, request } of seeds)
      expect(tops(request).filter((name) => !has(edition, name))).to.deep.equal([]);
  });
});

describe('resources outside the pool', () => {
  it('are named by members that exist', () => {
    expect(outsideResources.map(({ member }) => member).filter((path) => !members.includes(path))).to.deep.equal([]);
  });
});

function tops(request: JsonObject): readonly string[] {
  return Object.keys(request);
}

function has(date: (typeof seeds)[number]['edition'], name: string): boolean {
  return Object.hasOwn(editionOf(date).input.members, name);
}
