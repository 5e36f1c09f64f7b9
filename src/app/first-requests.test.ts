import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { firstRequests } from './first-requests.ts'

const router = ['router.tsx', 'decision-routes.ts']
  .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
  .join('\n')
const pagePaths = [...router.matchAll(/(?:path: |page\(\s*)'([^']+)'/g)].map(([, path]) => path)
const pageFiles = [...router.matchAll(/import\('\.\/pages\/([^']+)\.tsx'\)/g)].map(([, file]) => file)

test('no page is named that the router does not have', () => {
  for (const { path, page } of firstRequests) {
    expect(pagePaths).toContain(path)
    expect(pageFiles).toContain(page)
  }
})

test('what is asked for is an address of the API, filled from nothing but the path', () => {
  for (const { path, asks = [] } of firstRequests) {
    for (const ask of asks) {
      expect(ask).toMatch(/^\/api\//)
      for (const [name] of ask.matchAll(/\$\w+/g)) expect(path.split('/')).toContain(name)
    }
  }
})
