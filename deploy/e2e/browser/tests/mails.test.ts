import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { launch } from '../support/chromium.ts';

/** The mails as notification-service's tests have them committed; what it sends is the same. */
const golden = fileURLToPath(new URL('../../../../notification-service/src/test/resources/golden/', import.meta.url));
const previews = fileURLToPath(new URL('../../target/previews/', import.meta.url));
const mails = globSync('**/html.html', { cwd: golden }).sort();

const takesPictures = process.env['PREVIEWS'] !== undefined;

const looks = [
  { name: 'wide-light', width: 720, colorScheme: 'light' },
  { name: 'phone-dark', width: 375, colorScheme: 'dark' },
] as const;

let browser: Browser;

before(async () => {
  if (takesPictures) rmSync(previews, { recursive: true, force: true });
  browser = await launch();
});

after(async () => {
  await browser.close();
  if (takesPictures) writeFileSync(`${previews}index.html`, overview());
});

test('J1 there are mails to look at', () => {
  assert.ok(mails.length > 0, `no golden mails in ${golden}`);
});

for (const look of looks) {
  test(`J1 every mail can be read by everybody: ${look.name}`, async () => {
    const context = await browser.newContext({
      viewport: { width: look.width, height: 600 },
      colorScheme: look.colorScheme,
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) complaints.push(`asks for ${request.url()}`);
    });
    for (const mail of mails) {
      await page.goto(pathToFileURL(golden + mail).href);
      if (takesPictures) {
        const picture = previews + pictureOf(mail, look.name);
        mkdirSync(dirname(picture), { recursive: true });
        await page.screenshot({ path: picture, fullPage: true });
      }
      // A template has the same structure and colours in every language; only the lengths of its texts differ.
      if (takesPictures || mail.includes('en/')) {
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
          .analyze();
        for (const { id, nodes } of violations) complaints.push(`${mail}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      }
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (overflow > 0) complaints.push(`${mail}: ${overflow} pixels wider than the window`);
    }
    await context.close();
    assert.deepEqual(complaints, []);
  });
}

function pictureOf(mail: string, look: string): string {
  return `${dirname(mail)}-${look}.png`;
}

/** All pictures on one page, with the subjects. */
function overview(): string {
  const rows = mails.map((mail) => {
    const subject = readFileSync(`${golden}${dirname(mail)}/subject.txt`, 'utf8').replaceAll('<', '&lt;');
    const pictures = looks.map(({ name }) => `<img src="${pictureOf(mail, name)}" alt="${name}" loading="lazy">`);
    return `<h2>${dirname(mail)}: ${subject}</h2><div>${pictures.join('')}</div>`;
  });
  return `<!doctype html><meta charset="utf-8"><title>Mails</title>
<style>body{font-family:sans-serif;background:#888}div{display:flex;gap:16px;align-items:start;overflow-x:auto}</style>
${rows.join('\n')}\n`;
}
