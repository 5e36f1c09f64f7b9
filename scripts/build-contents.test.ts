import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { filesHolding, gzipBytes, scriptsOfPage } from './build-contents.ts'

let build = ''

const write = (path: string, text: string) => writeFileSync(join(build, path), text)

beforeEach(() => {
  build = mkdtempSync(join(tmpdir(), 'build-'))
  mkdirSync(join(build, 'assets'))
  write('index.html', '<script type="module" crossorigin src="/assets/index-a1.js"></script>')
  write('assets/index-a1.js', 'import{r}from"./react-b2.js";const page=()=>import("./list-page-c3.js");')
  write('assets/react-b2.js', 'export const r=1')
  write('assets/list-page-c3.js', 'import"./table-d4.js";export const p=()=>import("./chart-e5.js")')
  write('assets/table-d4.js', 'import{r}from"./react-b2.js"')
  write('assets/chart-e5.js', 'export const c=1')
})

afterEach(() => rmSync(build, { recursive: true }))

test('a page costs what it and the entry import at once, and not what they import later', () => {
  const scripts = scriptsOfPage('list-page', build)
  expect(scripts.toSorted()).toEqual([
    'assets/index-a1.js',
    'assets/list-page-c3.js',
    'assets/react-b2.js',
    'assets/table-d4.js',
  ])
  expect(gzipBytes(scripts, build)).toBeGreaterThan(gzipBytes(scripts.slice(1), build))
})

test('a page that is not in the build is an error, not a page without scripts', () => {
  expect(() => scriptsOfPage('lost-page', build)).toThrow('lost-page')
})

test('what must not be shipped is found in a name and in a text', () => {
  write('mockServiceWorker.js', '')
  write('assets/chart-e5.js', 'start("busy-day")')
  expect(filesHolding(['mockServiceWorker', 'busy-day', 'silent-service'], build).toSorted()).toEqual([
    'assets/chart-e5.js: busy-day',
    'mockServiceWorker.js: mockServiceWorker',
  ])
})
