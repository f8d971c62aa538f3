import sparticuz from '@sparticuz/chromium';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const own = installed.find(existsSync);

/** The machine's own Chromium where there is one, else the one that comes as a package. */
export async function launch(): Promise<Browser> {
  return own === undefined
    ? chromium.launch({
        executablePath: await sparticuz.executablePath(),
        // One process for all would end with the first window.
        args: sparticuz.args.filter((argument) => argument !== '--single-process' && argument !== '--no-zygote'),
        headless: true,
      })
    : chromium.launch({ executablePath: own, args: ['--no-sandbox'], headless: true });
}

/** Unpacks that package once: several processes of tests would write the same file while others start it. */
export async function unpack(): Promise<void> {
  if (own === undefined) await sparticuz.executablePath();
}
