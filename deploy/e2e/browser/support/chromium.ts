import sparticuz from '@sparticuz/chromium';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The machine's own Chromium where there is one, else the one that comes as a package. */
export async function launch(): Promise<Browser> {
  const own = installed.find(existsSync);
  return own === undefined
    ? chromium.launch({
        executablePath: await sparticuz.executablePath(),
        // One process for all would end with the first window.
        args: sparticuz.args.filter((argument) => argument !== '--single-process' && argument !== '--no-zygote'),
        headless: true,
      })
    : chromium.launch({ executablePath: own, args: ['--no-sandbox'], headless: true });
}
