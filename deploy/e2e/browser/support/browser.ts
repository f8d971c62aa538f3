import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launch } from './chromium.ts';
import { baseUrl } from './suite.ts';

const pictures = fileURLToPath(new URL('../../target/screenshots/', import.meta.url));
const slowest = 20_000;

let running: Promise<Browser> | undefined;

/** A page of a new person: no cookies, and what goes wrong in the page fails the test. */
export class Visitor {
  static readonly #here = new Set<Visitor>();
  readonly page: Page;
  readonly #context: BrowserContext;
  readonly #errors: string[] = [];

  private constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.page = page;
    page.setDefaultTimeout(slowest);
    page.on('pageerror', (error) => this.#errors.push(error.message));
    page.on('console', (message) => {
      // The browser itself reports each refused request; those are part of the tests.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
        this.#errors.push(message.text());
      }
    });
  }

  static async arrive(): Promise<Visitor> {
    running ??= launch();
    const browser = await running;
    const context = await browser.newContext({
      baseURL: baseUrl,
      viewport: { width: 1280, height: 800 },
      locale: 'en-US',
      timezoneId: 'America/New_York',
      reducedMotion: 'reduce',
    });
    const visitor = new Visitor(context, await context.newPage());
    Visitor.#here.add(visitor);
    return visitor;
  }

  /** Takes a picture, of the window only where the page is too long for one, and looks for what keeps people out (WCAG 2.2 A and AA). */
  async inspect(name: string, fullPage = true): Promise<void> {
    mkdirSync(pictures, { recursive: true });
    await this.page.screenshot({ path: `${pictures}${name}.png`, fullPage });
    const { violations } = await new AxeBuilder({ page: this.page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
      [],
      `${name} can be used by everybody`,
    );
    const overflow = await this.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${name} is ${overflow} pixels wider than the window`);
  }

  /** Pictures of what everybody who is here sees. */
  static async photograph(name: string): Promise<void> {
    mkdirSync(pictures, { recursive: true });
    for (const [index, { page }] of [...Visitor.#here].entries()) {
      await page.screenshot({ path: `${pictures}failed-${name.replaceAll(/\W+/g, '-')}-${index + 1}.png`, fullPage: true });
    }
  }

  /** Everybody leaves, and the browser ends. */
  static async allLeave(): Promise<void> {
    try {
      for (const visitor of Visitor.#here) await visitor.leave();
    } finally {
      await (await running)?.close();
      running = undefined;
    }
  }

  async leave(): Promise<void> {
    Visitor.#here.delete(this);
    await this.#context.close();
    assert.deepEqual(this.#errors, [], 'the page has no errors of its own');
  }
}

/** A test that leaves pictures of all open pages when it fails. */
export function journey(name: string, body: () => Promise<void>): void {
  test(name, async () => {
    try {
      await body();
    } catch (failure) {
      await Visitor.photograph(name);
      throw failure;
    }
  });
}
