import { unpack } from './chromium.ts';

await unpack();
