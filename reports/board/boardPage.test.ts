import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { expect } from 'chai';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';
import { temporaryFolder } from '../../harness/dev/temporaryFolder.ts';
import { chromium } from '../chromium.ts';
import { fixtureRecord } from '../fixtureRecord.ts';
import { findingAnchor } from './anchors.ts';
import { boardHtml } from './boardHtml.ts';
import { boardScripts } from './boardScripts.ts';
import { boardOf, tested } from './fixtureBoard.ts';

const board = boardOf([
  tested(),
  tested({ name: 'beta', builtOn: 'alpha' }),
  { facts: { ...tested().facts, name: 'omega' }, kind: 'not-tested', reason: 'no Go' },
]);
const scripts = new Map(
  board.targets.flatMap((row) =>
    row.status === 'tested' ? [[row.name, boardScripts(row, fixtureRecord)] as const] : [],
  ),
);

describe('the page of the board in a browser', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'index.html');
  let browser: Browser | undefined;

  before(async function () {
    const executablePath = chromium();
    if (executablePath === null) return this.skip();
    writeFileSync(file, boardHtml(board, scripts));
    browser = await playwright.launch({ executablePath, args: ['--no-sandbox'], timeout: 0 });
  });
  after(() => browser?.close());

  async function open(width: number, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
    if (browser === undefined) throw new Error('No browser was started.');
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    // A busy machine may take long for a step.
    page.setDefaultTimeout(0);
    await page.goto(pathToFileURL(file).href);
    return page;
  }

  for (const [width, colorScheme] of [
    [1280, 'light'],
    [390, 'dark'],
  ] as const) {
    it(`fits ${width} px and has no fault that axe finds, ${colorScheme}`, async () => {
      const page = await open(width, colorScheme);
      expect(await page.evaluate('document.documentElement.scrollWidth')).to.equal(width);
      await page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true");
      await page.evaluate(axe.source);
      const found = await page.evaluate<readonly { readonly id: string; readonly nodes: readonly object[] }[]>(
        'axe.run().then(({ violations }) => violations)',
      );
      expect(found.map(({ id, nodes }) => `${id} ×${nodes.length}`)).to.deep.equal([]);
      await page.close();
    });
  }

  it('leads from the worst cause of a target to its script', async () => {
    const page = await open(390);
    await page.locator('#targets tbody tr').first().locator('.text a').click();
    const script = page.locator('.body:target pre', { hasText: 'endpoint=' });
    await script.waitFor({ state: 'visible' });
    const first = scripts
      .get('alpha')
      ?.find(({ finding }) => page.url().endsWith(encodeURI(findingAnchor('alpha', finding.id))));
    expect(await script.textContent()).to.equal(first?.script);
    // The page scrolls there smoothly; this ends when the script is in view.
    await page.evaluate(
      "new Promise((resolve) => new IntersectionObserver(([seen]) => { if (seen.isIntersecting) resolve(); }).observe(document.querySelector('.body:target pre')))",
    );
    await page.close();
  });
});
