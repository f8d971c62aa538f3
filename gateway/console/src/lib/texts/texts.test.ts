import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { en } from './en';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
  .map((name) => readFileSync(`src/${name}`, 'utf8'))
  .join('\n');

/** Every key, without the ending of its plural form. */
const keys = [...new Set(keysOf(en).map((key) => key.replace(/_(zero|one|two|few|many|other)$/, '')))];

it('every text that is asked for by its whole key exists', () => {
  const asked = [...sources.matchAll(/\bt\('([^']+)'/g)].map(([, key]) => key);
  expect(asked.length).toBeGreaterThan(100);
  expect(asked.filter((key) => !keys.includes(key ?? ''))).toEqual([]);
});

it('every text is used, by its whole key or by a key with a variable part', () => {
  const patterns = [...sources.matchAll(/`([a-zA-Z]+\.[^`\s]*\$\{[^`]*)`/g)].map(
    ([, key = '']) => new RegExp(`^${key.replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}/g, '.+')}$`),
  );
  const isUsed = (key: string) => sources.includes(`'${key}'`) || patterns.some((pattern) => pattern.test(key));
  expect(keys.filter((key) => !isUsed(key))).toEqual([]);
});

function keysOf(texts: object, prefix = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? keysOf(value, `${prefix}${key}.`) : [`${prefix}${key}`],
  );
}
