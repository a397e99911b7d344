import { expect } from 'chai';
import { type Phase, phases } from '../../generators/cases/case.ts';
import { contractOf } from '../../specs/contract.ts';
import { defaultFixtures } from '../../specs/fixtureKinds.ts';
import { mapConcurrently } from '../execute/mapConcurrently.ts';
import { runPlan } from '../execute/runPlan.ts';
import { plan } from '../plan/plan.ts';
import type { CaseLine, Finding } from '../record/record.ts';
import type { Mutant, MutantGroup } from '../targets/mutants/mutant.ts';
import { mutantFetch } from '../targets/mutants/mutantFetch.ts';
import { mutantsOf } from '../targets/mutants/mutantsOf.ts';
import { directTransport } from '../transport/directTransport.ts';
import type { Transport } from '../transport/transport.ts';
import { mutantTransport } from './mutantTransport.ts';
import { runUntilFinding } from './runOnMutant.ts';

const contract = contractOf('2026-11-13', 'observed');
const region = 'us-east-1';
const account = '123456789012';
const scene = { ...contract, region, account, fixtures: defaultFixtures({ region, account }) };

/** The phase that alone catches the mutants of a group. */
const catchers: Readonly<Partial<Record<MutantGroup, Phase>>> = {
  examples: 'examples',
  boundary: 'boundary',
  fuzz: 'fuzz',
  form: 'wire',
  sequence: 'sequence',
  race: 'race',
  errors: 'errors',
};

const grouped = Object.entries(catchers).map(([group, phase]) => ({
  phase,
  mutants: mutantsOf(contract).filter((mutant) => mutant.group === group),
}));

/** The findings and the cases of a run of some phases against a mutant, by its id; "" is the faultless mock. */
async function ran(id: string, some: readonly Phase[], { seed = 1, shrinks = false, failFast = false } = {}) {
  const { alteration } = mutantsOf(contract).find((mutant) => mutant.id === id) ?? { alteration: {} };
  const cases: CaseLine[] = [];
  const { findings } = await runPlan({
    contract,
    transport: mutantTransport({ alteration }, contract, region, 300),
    target: { id: 'mock', kind: 'mock', endpoint: null },
    region,
    seed,
    phases: some,
    lanes: plan({ scene, phases: some, seed, cases: 400 }),
    concurrency: 1,
    failFast,
    shrinks,
    record: {
      write: (line) => {
        if (line.line === 'case') cases.push(line);
      },
    },
    interrupted: () => null,
    progress: () => {},
  });
  return { findings, cases };
}

describe('a phase', () => {
  for (const { phase, mutants } of grouped) {
    for (const { id } of mutants) {
      it(`${phase} catches ${id}`, async () => {
        expect((await ran(id, [phase], { failFast: true })).findings).not.to.be.empty;
      });
    }

    it(`${phase} finds nothing on the faultless mock, whatever the seed`, async () => {
      for (const seed of phase === 'sequence' ? [1, 2, 3, 4, 5] : [1]) {
        const { findings, cases } = await ran('', [phase], { seed });
        expect(findings.map(({ id }) => id)).to.deep.equal([]);
        expect(cases.filter(({ verdict }) => verdict.kind === 'errored' || verdict.kind === 'skipped')).to.be.empty;
      }
    });

    it(`${phase} has the same cases each time, each with an id of its own`, () => {
      const planned = () =>
        plan({ scene, phases: [phase], seed: 7, cases: 1 }).map(({ cases, ...lane }) => ({
          ...lane,
          cases: [...cases],
        }));
      const ids = planned().flatMap(({ cases }) => cases.map(({ id }) => id));
      expect(planned()).to.deep.equal(planned());
      expect(new Set(ids).size).to.equal(ids.length);
    });
  }
});

/** The cases of a default run, drawn once. */
const drawn = plan({ scene, phases, seed: 1, cases: 400 }).map((lane) => ({ ...lane, cases: [...lane.cases] }));

/** Milliseconds. Several runs share a thread: slowness is no fault here. */
const patience = 5000;

async function runWithout(phase: Phase, transport: Transport): Promise<readonly Finding[]> {
  const lanes = drawn.filter((lane) => lane.phase !== phase);
  const { findings } = await runUntilFinding(transport, { contract, region, seed: 1, lanes });
  return findings;
}

async function foundWithout(phase: Phase, mutant: Mutant): Promise<readonly string[]> {
  const findings = await runWithout(phase, mutantTransport(mutant, contract, region, patience));
  return findings.map(({ id }) => `${mutant.id}: ${id}`);
}

/**
 * The mutants that answer a request of the other phases themselves. Any that passes all of them on is the faultless mock to
 * these phases, so one run proves it of as many as there are.
 */
async function strikingWithout(phase: Phase, mutants: readonly Mutant[]): Promise<readonly Mutant[]> {
  const usual = mutantFetch({ alteration: {} }, contract, region);
  const striking = new Set<Mutant>();
  const fetch = async (request: Request) => {
    const copies = mutants.map((mutant) => [mutant, request.clone()] as const);
    const response = await usual(request);
    if (!request.headers.get('x-amz-target')?.endsWith('.UpdateUserPool')) return response;
    for (const [mutant, copy] of copies) {
      const given = await mutant.alteration.fetch?.(async () => response)(copy);
      if (given !== response) striking.add(mutant);
    }
    return response;
  };
  await runWithout(phase, directTransport(fetch, patience));
  return [...striking];
}

describe('the phases', () => {
  it('are all needed: no other catches any mutant of a group', async () => {
    // The races mostly wait, so other groups are tried meanwhile.
    const found = await mapConcurrently(grouped, 3, async ({ phase, mutants }) => {
      const isByRequest = ({ group, alteration }: Mutant) => group === 'form' && alteration.fetch !== undefined;
      const byRequest = mutants.filter(isByRequest);
      const striking = byRequest.length === 0 ? [] : await strikingWithout(phase, byRequest);
      const tried = [...mutants.filter((one) => !isByRequest(one)), ...striking];
      return mapConcurrently(tried, phase === 'race' ? tried.length : 1, (one) => foundWithout(phase, one));
    });
    expect(found.flat(2)).to.deep.equal([]);
  });
});

describe('a sequence', () => {
  const steps = ({ prior, last, request }: Finding) => [
    ...(prior.steps ?? []).map(({ operation }) => operation),
    last?.operation,
    request,
  ];

  it('is shrunk to the steps and members that show the fault', async () => {
    const { findings } = await ran('sequence/deleted/accepted', ['sequence'], { shrinks: true });
    const request = { UserPoolId: '{UserPoolId}' };
    expect(findings.map(steps)).to.deep.equal([['DeleteUserPool', 'UpdateUserPool', request]]);
  });

  it('stands in the record with its steps', async () => {
    const { cases } = await ran('', ['sequence']);
    expect(
      cases.filter(({ id }) => id.startsWith('sequence/') && !id.endsWith('/other-pool')).every((one) => one.steps),
    ).to.equal(true);
  });
});

describe('a race', () => {
  it('shows the concurrent requests and the state that no order explains', async () => {
    const { findings } = await ran('race/lost', ['race'], { shrinks: true });
    expect(findings.map(({ kind }) => kind)).to.include('wrong-state');
    expect(findings[0]?.parallel?.map(({ operation }) => operation)).to.include('UpdateUserPool');
    expect(findings[0]?.actual).to.match(/no order/);
  });

  it('is inconclusive where one request is throttled', async () => {
    const busy = mutantsOf(contract).find(({ id }) => id === 'race/refused');
    const fetch = mutantFetch(busy ?? { alteration: {} }, contract, region);
    const waiting = async (request: Request) => {
      const response = await fetch(request);
      const text = (await response.text()).replace('InvalidParameterException', 'ConcurrentModificationException');
      return new Response(text, response);
    };
    const verdicts = new Set<string>();
    await runPlan({
      contract,
      transport: directTransport(waiting, 300),
      target: { id: 'mock', kind: 'mock', endpoint: null },
      region,
      seed: 1,
      phases: ['race'],
      lanes: plan({ scene, phases: ['race'], seed: 1, cases: 1, only: 'request.serial' }),
      concurrency: 1,
      failFast: false,
      record: {
        write: (line) => {
          if (line.line === 'case' && line.id.startsWith('race/update-update/')) verdicts.add(line.verdict.kind);
        },
      },
      interrupted: () => null,
      progress: () => {},
    });
    expect([...verdicts])
      .to.include('inconclusive')
      .and.not.to.include('deviates');
  });
});
