import { expect, it } from 'vitest'

import { entryScript } from './new-build.ts'

it.each([
  ['<script type="module" crossorigin src="/assets/index-abc.js"></script>', '/assets/index-abc.js'],
  ['<script src="/theme.js"></script>\n<script type="module" src="/assets/b.js">', '/assets/b.js'],
  ['<h1>Sign in first</h1><script src="/other.js"></script>', null],
  ['', null],
])('the app in %j is %s', (html, script) => {
  expect(entryScript(html)).toBe(script)
})
