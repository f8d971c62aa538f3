import assert from 'node:assert/strict';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { journey, Visitor } from '../support/browser.ts';

after(Visitor.allLeave);

/** Written by the build of contracts. */
const eventPage = new URL('../../../../contracts/target/site/events.html', import.meta.url);

journey('K1 the page of the events is read from a file, by everybody, on a desk and on a phone', async () => {
  const stranger = await Visitor.arrive();
  const { page } = stranger;
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto(eventPage.href);
  await page.getByRole('navigation').getByRole('link', { name: 'directory.changed' }).click();
  await page.getByRole('heading', { name: 'Directory row changed directory.changed' }).waitFor();
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'fits on a desk');
  // Long as the page is, axe takes seconds: it looks once, where there is least room.
  await page.setViewportSize({ width: 360, height: 740 });
  await stranger.inspect('event-page-phone', false);
  assert.deepEqual(fetched.map((url) => fileURLToPath(url.replace(/#.*/, ''))), [fileURLToPath(eventPage)], 'all is in one file');
  await stranger.leave();
});
