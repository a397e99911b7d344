import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inflateRawSync } from 'node:zlib';
import axe from 'axe-core';
import { expect } from 'chai';
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from 'playwright-core';
import { temporaryFolder } from '../harness/dev/temporaryFolder.ts';
import { gateOf } from '../harness/figures/gate.ts';
import { resetOrKeep } from '../harness/figures/resetOrKeep.ts';
import { summaryOf } from '../harness/figures/summary.ts';
import type { Finding, RunRecord } from '../harness/record/record.ts';
import { chromium } from './chromium.ts';
import { fixtureRecord, hostileText } from './fixtureRecord.ts';
import { errorState } from './html/errorState.ts';
import { packTexts, type TextToPack } from './html/packTexts.ts';
import { html } from './html.ts';
import { issue } from './issue.ts';
import { reproduce } from './reproduce.ts';
import type { SharedParts } from './text/sharedParts.ts';

const render = (record: RunRecord): string => html.render(record, { color: false, width: 80 });
const page = render(fixtureRecord);
const [template] = fixtureRecord.findings;

/** A record of many findings, each with a long value of its own. */
function crowded(count: number, length: number): RunRecord {
  if (template === undefined) throw new Error('The fixture has no finding.');
  const findings = Array.from({ length: count }, (_, index): Finding => {
    const value = `${index} ${'<é"'.repeat(length / 3)}`;
    const says = value.slice(0, 5_000);
    const request = { UserPoolId: '{UserPoolId}', EmailVerificationMessage: value, UserPoolTags: { a: value } };
    const state = [{ member: 'UserPoolTags', before: value, after: value, expected: value }];
    const answer = { ...template.answer, body: value } as Finding['answer'];
    const evidence = Array.from({ length: 9 }, () => ({ ...fixtureRecord.findings[0]?.evidence[0], note: value }));
    return {
      ...template,
      id: `clause-${index}/x/y`,
      says,
      request,
      state,
      answer,
      evidence: evidence as Finding['evidence'],
    };
  });
  return { ...fixtureRecord, findings };
}

/** The fixture with names that have no place to break, in enough findings that the page packs them. */
const longWorded: RunRecord = {
  ...fixtureRecord,
  findings: [
    ...fixtureRecord.findings,
    ...crowded(30, 90).findings.map((finding, index): Finding => {
      const error = `VeryLongNameOfAnErrorThatNoLineHasRoomFor${index % 2}Exception`;
      return { ...finding, kind: 'wrong-error', answer: { ...finding.answer, error } as Finding['answer'] };
    }),
  ],
};

describe('the page', () => {
  it('loads nothing from elsewhere', () => {
    expect(page).not.to.match(/<(link|img|iframe|object|embed|base)\b|\ssrc=|@import|url\(|<script[^>]+src/i);
  });

  it('says target, edition, basis, verdict, coverage, divergence and totals before anything else', () => {
    const first = page.slice(page.indexOf('<main>'), page.indexOf('<nav'));
    const { verdict } = summaryOf(fixtureRecord);
    const numbers = ['480', '481', '482', '483', '484', '485', '486', '487', '488', '489', '490'];
    const figures = ['Coverage', 'Divergence', '13 cases', ...numbers.map((code) => `href="#error-${code}"`)];
    for (const text of ['cognito-local', '2026-11-13', 'observed', verdict, ...figures]) {
      expect(first).to.contain(text);
    }
  });

  it('shows every member of the edition in the tree and every declared error in the table', () => {
    const { members, errors } = summaryOf(fixtureRecord);
    for (const { member } of members) if (member !== '') expect(page).to.contain(`title="${member}, `);
    for (const { name } of errors) expect(page).to.contain(`<th scope="row">${name}</th>`);
  });

  it('escapes every value, so that none can end a script or begin an element', () => {
    const hostile: RunRecord = {
      ...fixtureRecord,
      header: { ...fixtureRecord.header, target: { id: hostileText, kind: 'endpoint', endpoint: hostileText } },
      findings: fixtureRecord.findings.map((finding, index) => ({
        ...finding,
        id: `${hostileText}/${index}`,
        clause: hostileText,
        member: hostileText,
        says: hostileText,
        expected: hostileText,
        actual: hostileText,
        request: index === 0 ? hostileText : { [hostileText]: hostileText.repeat(200) },
        state: [{ member: hostileText, before: hostileText, after: hostileText, expected: hostileText }],
        evidence: [{ basis: 'report', source: `https://x/"${hostileText}`, date: hostileText, note: hostileText }],
      })),
      footer: { ...fixtureRecord.footer, interrupted: hostileText },
    };
    const text = render(hostile);
    expect(text).not.to.contain('<script>globalThis');
    expect(text.match(/<script\b/g)).to.have.length(2);
    expect(text.match(/<\/script>/g)).to.have.length(2);
    expect(text).not.to.match(/[^\P{C}\n]/u);
  });

  it('holds scripts to their digest', () => {
    expect(page).to.match(/Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-/);
  });

  it('stays below 1 MB with 400 findings, whatever their values', () => {
    for (const length of [30, 300, 20_000]) {
      expect(Buffer.byteLength(render(crowded(400, length))), `${length}`).to.be.below(1_000_000);
    }
  });

  it('stays below 1 MB, and opens with its findings folded by fault, with 10,000 cases and 300 findings', () => {
    const { cases } = fixtureRecord;
    const many = { ...crowded(300, 300), cases: Array.from({ length: 800 }, () => cases).flat() };
    expect(many.cases.length).to.be.above(10_000);
    const text = render(many);
    expect(Buffer.byteLength(text)).to.be.below(1_000_000);
    expect(text).to.match(/<details class="fault" id="[^"]+">/);
    expect(text).not.to.match(/<details class="(fault|finding)"[^>]* open>/);
  });

  it('says on the first screen what to fix first', () => {
    const { causes } = summaryOf(fixtureRecord);
    const first = page.slice(page.indexOf('What to fix first'), page.indexOf('<dl class="facts"'));
    expect(causes.length).to.be.above(3);
    expect([...first.matchAll(/<li><a href="#([^"]+)">/g)].map(([, anchor = '']) => anchor)).to.deep.equal(
      causes.slice(0, 3).map(({ id }) => `fault-${id.replaceAll('.', '-')}`),
    );
    expect(first).to.contain(`<a href="#faults">All ${causes.length} causes</a>`);
  });

  it('says what is at fault before anything else, with a link to the findings of each fault', () => {
    const { causes } = summaryOf(fixtureRecord);
    const list = page.slice(page.indexOf('id="faults"'), page.indexOf('id="errors"'));
    for (const { says, id } of causes) {
      const anchor = `fault-${id.replaceAll('.', '-')}`;
      expect(list).to.contain(`<a href="#${anchor}">${says}</a>`);
      expect(page).to.contain(`<details class="fault" id="${anchor}" open>`);
    }
  });

  it('says of every top-level member whether leaving it out resets or keeps it', () => {
    const rows = resetOrKeep(fixtureRecord);
    expect(rows.length).to.be.above(20);
    for (const { member } of rows) expect(page).to.contain(`<th scope="row"><code>${member}</code></th>`);
  });

  it('shows how statuses and times are spread, and where a state differs', () => {
    expect(page).to.match(/<caption>Status<\/caption>.*<th scope="row">HTTP 200<\/th>/s);
    expect(page).to.match(/<caption>Time<\/caption>.*<th scope="row">below 5 ms<\/th>/s);
    expect(page).to.match(/<del>.*12.*<\/del>.*<ins>.*100.*<\/ins>/);
  });

  it('shows an error as right that came wherever it was due, also where it came elsewhere', () => {
    const [first] = summaryOf(fixtureRecord).errors;
    if (first === undefined) throw new Error('There are no errors.');
    const figures = { ...first, expected: 15, matched: 15, deviating: 0, unexpected: 40 };
    expect(errorState(figures)).to.equal('conforms');
    expect(errorState({ ...figures, matched: 14, deviating: 1 })).to.equal('undecided');
    expect(errorState({ ...figures, matched: 0, deviating: 15 })).to.equal('deviates');
    expect(errorState({ ...figures, expected: 0, matched: 0 })).to.equal('deviates');
    expect(errorState({ ...figures, expected: 0, matched: 0, unexpected: 0 })).to.equal('not-tested');
  });

  it('says how long the long texts of a request are', () => {
    const text = render(crowded(1, 300));
    expect(text).to.match(
      /<p class="note">EmailVerificationMessage has 302 characters, UserPoolTags\.a has 302 characters\.<\/p>/,
    );
    expect(render(crowded(1, 30))).not.to.match(/ has \d+ characters/);
  });

  it('says so where there is no finding', () => {
    const clean = render({ ...fixtureRecord, findings: [] });
    expect(clean).to.match(/<h2 id="findings-title">Findings<\/h2>\s*<p class="lead">None\.<\/p>/);
  });
});

describe('the texts of a page', () => {
  const read = (text: string): TextToPack => ({ text, isRead: true });
  const unpacked = ({ parts, texts }: SharedParts): readonly string[] =>
    texts.map((places) => places.map((place) => parts[place]).join('\n'));

  it('have the issue of every finding as the report of one issue has it', () => {
    for (const record of [fixtureRecord, crowded(40, 30)]) {
      const text = render(record);
      const [, block = ''] = /<script type="application\/octet-stream" id="packed">([^<]*)</.exec(text) ?? [];
      const issues = unpacked(JSON.parse(inflateRawSync(Buffer.from(block, 'base64')).toString()));
      const places = [...text.matchAll(/class="issue" data-script="(\d+)"/g)];
      const found = places.map(([, place]) => issues[Number(place)]);
      const wanted = record.findings.map(({ id }) => issue.render(record, { color: false, width: 80, finding: id }));
      expect(found).to.have.members(wanted);
    }
  });

  it('are packed where a short page has no room for them, and where they are copied alone', () => {
    const long = (last: string): string => `${'a line\n'.repeat(1000)}${'x'.repeat(5000)}\n${last}`;
    const copied = { text: 'copied', isRead: false };
    const { texts, packed } = packTexts([read('short'), read(long('one')), read(long('two')), copied]);
    expect(texts[0]).to.deep.equal({ kind: 'whole', text: 'short' });
    expect(unpacked(packed)).to.deep.equal([long('one'), long('two'), 'copied']);
  });

  it('are cut where no page has room for them', () => {
    const { texts, packed } = packTexts(Array.from({ length: 200 }, (_, index) => read(`${index} `.repeat(3_000))));
    expect(texts.filter(({ kind }) => kind === 'packed')).to.have.length(packed.texts.length);
    expect(texts.at(-1)?.kind).to.equal('cut');
  });
});

describe('the page in a browser', () => {
  const folder = temporaryFolder();
  let browser: Browser | undefined;

  before(async function () {
    const executablePath = chromium();
    if (executablePath === null) return this.skip();
    browser = await playwright.launch({ executablePath, args: ['--no-sandbox'], timeout: 0 });
  });
  after(() => browser?.close());

  /** Opens a record's page from disk; what the console and the network say is kept. */
  async function open(record: RunRecord, hash = '', options: BrowserContextOptions = {}) {
    if (browser === undefined) throw new Error('No browser was started.');
    const file = join(folder, 'report.html');
    writeFileSync(file, render(record));
    const context = await browser.newContext(options);
    // A busy machine may take long for a step.
    context.setDefaultTimeout(0);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const opened = await context.newPage();
    const complaints: string[] = [];
    const requests: string[] = [];
    opened.on('console', (message) => complaints.push(message.text()));
    opened.on('pageerror', (error) => complaints.push(error.message));
    opened.on('request', (request) => requests.push(request.url()));
    await opened.goto(`${pathToFileURL(file).href}${hash}`);
    return { page: opened, complaints, requests, close: () => context.close() };
  }

  const shownIds = (opened: Page): Promise<string[]> =>
    opened.locator('.finding:visible').evaluateAll((found) => found.map(({ id }) => id));

  it('opens from disk without a complaint and without the network', async () => {
    const { page: opened, complaints, requests, close } = await open(fixtureRecord);
    expect(await opened.locator('h1').textContent()).to.equal('cognito-local');
    expect(complaints).to.deep.equal([]);
    expect(requests.filter((url) => !url.startsWith('file:'))).to.deep.equal([]);
    expect(requests).to.have.length(1);
    expect(await opened.evaluate('globalThis.escaped')).to.equal(undefined);
    await close();
  });

  it('filters by level, kind and member, and says how many are shown', async () => {
    const { page: opened, close } = await open(fixtureRecord);
    await opened.selectOption('#f-level', 'must');
    expect(await shownIds(opened)).to.have.length(5);
    await opened.selectOption('#f-kind', 'accepted-invalid');
    expect(await opened.locator('#shown').textContent()).to.equal('2 of 7 shown');
    await opened.selectOption('#f-member', 'PoolName');
    expect(await shownIds(opened)).to.deep.equal(['finding-pool-name.pattern/accepted-invalid/200']);
    await opened.selectOption('#f-phase', 'examples');
    expect(await shownIds(opened)).to.deep.equal([]);
    await opened.selectOption('#f-phase', 'fuzz');
    expect(await shownIds(opened)).to.have.length(1);
    await opened.selectOption('#f-level', 'may');
    expect(await opened.locator('#nothing').isVisible()).to.equal(true);
    await close();
  });

  it('tells beside a baseline what is new and why the rest is accepted, and filters by it', async () => {
    const [fresh = '', ...known] = fixtureRecord.findings.map(({ id }) => id);
    const accepted = known.map((finding) => ({ finding, firstSeen: '2026-01-02', reason: 'wontfix', ticket: 'T-7' }));
    const gate = { line: 'gate' as const, ...gateOf(fixtureRecord), baseline: 'b.json', new: [fresh], known, accepted };
    const { page: opened, complaints, close } = await open({ ...fixtureRecord, gate });
    await opened.selectOption('#f-baseline', 'new');
    expect(await shownIds(opened)).to.deep.equal([`finding-${fresh}`]);
    await opened.selectOption('#f-baseline', 'known');
    expect(await shownIds(opened)).to.have.length(6);
    await opened.locator('#all').click();
    const card = opened.locator('.finding:visible .card').first();
    expect(await card.textContent()).to.include('Baseline: known since 2026-01-02 · wontfix · T-7.');
    expect(complaints).to.deep.equal([]);
    await close();
  });

  it('searches what a finding says, not the scripts', async () => {
    const { page: opened, close } = await open(fixtureRecord);
    await opened.fill('#f-text', 'at MOST 99');
    expect(await shownIds(opened)).to.deep.equal([
      'finding-policies.password-policy.minimum-length.max/accepted-invalid/200',
    ]);
    await opened.fill('#f-text', 'boto3');
    expect(await shownIds(opened)).to.deep.equal([]);
    await close();
  });

  it('opens the finding that a link names, even one that the filter hides', async () => {
    const anchor = 'finding-pool-name.pattern/accepted-invalid/200';
    const { page: opened, close } = await open(fixtureRecord, `#${anchor}`);
    const finding = opened.locator(`[id="${anchor}"]`);
    expect(await finding.evaluate((element) => Reflect.get(element, 'open'))).to.equal(true);
    await opened.selectOption('#f-level', 'may');
    expect(await finding.isVisible()).to.equal(false);
    await opened.evaluate("location.hash = ''");
    await opened.evaluate(`location.hash = '#${anchor}'`);
    await finding.waitFor({ state: 'visible' });
    await close();
  });

  it('unfolds the faults that the filter finds something in, and folds them again after it', async () => {
    const { page: opened, close } = await open(crowded(60, 30));
    expect(await shownIds(opened)).to.deep.equal([]);
    await opened.fill('#f-text', '59 <');
    expect(await shownIds(opened)).to.deep.equal(['finding-clause-59/x/y']);
    await opened.fill('#f-text', '');
    expect(await shownIds(opened)).to.deep.equal([]);
    await opened.locator('.faults a').first().click();
    // The page is notified of the new address a moment later.
    await opened.locator('.finding').first().waitFor({ state: 'visible' });
    expect(await shownIds(opened)).to.have.length(60);
    await close();
  });

  it('leads from a member of the tree to its finding', async () => {
    const { page: opened, close } = await open(fixtureRecord);
    await opened.locator('[title^="UserPoolTags,"] a').click();
    await opened.locator('[id^="finding-user-pool-tags.sent"] .card').waitFor({ state: 'visible' });
    await close();
  });

  it('copies a whole script, also one that the page shows cut', async () => {
    const record = crowded(3, 9_000);
    const { page: opened, complaints, close } = await open(record);
    for (const [index, finding] of record.findings.entries()) {
      const card = opened.locator('.finding').nth(index);
      await card.locator('summary').first().click();
      await card.locator('.tabs summary').first().click();
      await card.locator('.tabs .copy').first().click();
      await card.locator('.tabs .copy', { hasText: 'Copied' }).waitFor();
      const copied = await opened.evaluate<string>('navigator.clipboard.readText()');
      const id = await card.getAttribute('id');
      const wanted = record.findings.find((each) => `finding-${each.id}` === id) ?? finding;
      expect(copied).to.equal(reproduce(wanted, record).curl);
      expect(await card.locator('.tabs pre').first().textContent()).to.equal(copied);
    }
    expect(complaints).to.deep.equal([]);
    await close();
  });

  it('can be read without scripts', async () => {
    const { page: opened, close } = await open(fixtureRecord, '', { javaScriptEnabled: false });
    expect(await opened.locator('#filter').isVisible()).to.equal(false);
    const card = opened.locator('.finding').first();
    await card.locator('summary').first().click();
    await card.locator('.tabs summary').first().click();
    expect(await card.locator('.tabs pre').first().isVisible()).to.equal(true);
    expect(await card.locator('.tabs .copy').first().isVisible()).to.equal(false);
    await close();
  });

  it('can be used with the keyboard alone', async () => {
    const { page: opened, close } = await open(fixtureRecord);
    await opened.keyboard.press('Tab');
    expect(await opened.evaluate('document.activeElement.textContent')).to.equal('Skip to the findings');
    await opened.locator('.finding > summary').first().focus();
    await opened.keyboard.press('Enter');
    expect(await opened.locator('.finding .card').first().isVisible()).to.equal(true);
    await close();
  });

  it('has details, scripts and search on a long page too, which carries them packed', async () => {
    const record = crowded(40, 30);
    const hidden = record.findings.map((finding, index) => ({ ...finding, request: { PoolName: `value-${index}-` } }));
    const { page: opened, complaints, close } = await open({ ...record, findings: hidden });
    await opened.fill('#f-text', 'value-7-');
    await opened.locator('#finding-list .finding:visible').waitFor();
    expect(await shownIds(opened)).to.deep.equal(['finding-clause-7/x/y']);
    await opened.locator('.finding:visible > summary').click();
    await opened.locator('.finding:visible .tabs summary').first().waitFor();
    expect(await opened.locator('.finding:visible .card').textContent()).to.contain('"PoolName": "value-7-"');
    await opened.locator('.finding:visible .issue').click();
    await opened.locator('.finding:visible .issue', { hasText: 'Copied' }).waitFor();
    const copied = await opened.evaluate<string>('navigator.clipboard.readText()');
    const finding = 'clause-7/x/y';
    expect(copied).to.equal(issue.render({ ...record, findings: hidden }, { color: false, width: 80, finding }));
    expect(complaints).to.deep.equal([]);
    await close();
  });

  it('prints every finding, and closes again what was closed', async () => {
    const { page: opened, close } = await open(crowded(60, 30));
    const isOpen = () =>
      opened.locator('.fault').evaluateAll((faults) => faults.map((one) => Reflect.get(one, 'open')));
    expect(await isOpen()).to.deep.equal([false]);
    await opened.emulateMedia({ media: 'print' });
    await opened.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await shownIds(opened)).to.have.length(60);
    await opened.evaluate("dispatchEvent(new Event('afterprint'))");
    expect(await isOpen()).to.deep.equal([false]);
    await close();
  });

  it('breaks no line within an option, however wide it is', async () => {
    const { page: opened, close } = await open(fixtureRecord);
    const lines = "[...document.querySelectorAll('.option')].map((one) => one.getClientRects().length)";
    for (const width of [1280, 1100, 900, 700, 520, 390, 360]) {
      await opened.setViewportSize({ width, height: 844 });
      expect(new Set(await opened.evaluate<number[]>(lines)), `${width} px`).to.deep.equal(new Set([1]));
    }
    await close();
  });

  for (const width of [1280, 390]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`fits ${width} px, ${colorScheme}, and has no fault that axe finds`, async () => {
        const viewport = { width, height: 844 };
        const { page: opened, close } = await open(longWorded, '', { viewport, colorScheme });
        const isFitting = async () => (await opened.evaluate('document.documentElement.scrollWidth')) === width;
        expect(await isFitting(), 'closed').to.equal(true);
        // Some of them: the rest is made of the same parts.
        await opened.evaluate("for (const fault of document.querySelectorAll('.fault')) fault.open = true");
        await opened.evaluate(
          "for (const one of document.querySelectorAll('.finding:nth-of-type(6n + 1)')) one.open = true",
        );
        await opened.locator('.finding[open] .tabs summary').last().waitFor();
        expect(await isFitting(), 'open').to.equal(true);
        expect(await lowestContrast(opened)).to.be.at.least(4.5);
        await opened.evaluate(axe.source);
        const found = await opened.evaluate<readonly { readonly id: string; readonly nodes: readonly object[] }[]>(
          'axe.run().then(({ violations }) => violations)',
        );
        expect(found.map(({ id, nodes }) => `${id} ×${nodes.length}`)).to.deep.equal([]);
        await close();
      });
    }
  }
});

/** The lowest contrast ratio of any text on the page with the ground that it stands on. */
function lowestContrast(opened: Page): Promise<number> {
  return opened.evaluate<number>(`(() => {
    const parts = (color) => color.match(/[\\d.]+/g).map(Number);
    const light = ([r, g, b]) => [r, g, b].map((part) => part / 255)
      .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
    const ground = (element) => {
      for (let at = element; at; at = at.parentElement) {
        const color = parts(getComputedStyle(at).backgroundColor);
        if (color.length === 3 || color[3] > 0) return color;
      }
      return [255, 255, 255];
    };
    const texts = [...document.querySelectorAll('body *')].filter((element) =>
      element.checkVisibility() && [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
    return Math.min(...texts.map((element) => {
      const [a, b] = [light(parts(getComputedStyle(element).color)), light(ground(element))];
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }));
  })()`);
}
