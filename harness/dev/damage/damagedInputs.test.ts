import { expect } from 'chai';
import { handIn } from './damagedInputs.ts';
import { damagesOf } from './damages.ts';
import { handedInFiles } from './handedInFiles.ts';
import { openScene } from './openScene.ts';

const nowhere = { target: 'http://127.0.0.1:1', pool: 'us-east-1_a', record: '', recordText: '', certificate: '' };

describe('a damaged file that is handed in as', () => {
  let scene: Awaited<ReturnType<typeof openScene>>;

  before(async () => {
    scene = await openScene();
  });
  after(() => scene.close());

  for (const [index, { name }] of handedInFiles(nowhere).entries()) {
    it(`${name} is refused in a sentence, or does what it says`, async () => {
      const input = handedInFiles(scene)[index];
      if (input === undefined) throw new Error('There is no such input.');
      let refused = 0;
      for (const damage of damagesOf(input.sound, { seed: index + 1, drawn: 9 })) {
        const { against, status, stderr } = await handIn(input, damage);
        expect(against, `${damage.how}: status ${status}, ${stderr.slice(0, 2000)}`).to.deep.equal([]);
        if (status === 2 || status === 3 || stderr.includes('is not used')) refused += 1;
      }
      if (input.isOptional !== true) expect(refused).to.be.above(4);
    });
  }
});
