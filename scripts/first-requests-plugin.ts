import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Plugin } from 'vite'

import { firstRequests, shellAsks } from '../src/app/first-requests.ts'
import { scriptsOfPage } from './build-contents.ts'

/** Beside the build, read by server/static-files.ts and never served. */
const FILE = 'first-requests.json'

/** Known only once the files have their names. */
export function firstRequestsPlugin(): Plugin {
  return {
    name: 'first-requests',
    apply: 'build',
    writeBundle({ dir = 'dist' }) {
      const page = readFileSync(join(dir, 'index.html'), 'utf8')
      const starts = firstRequests.map(({ path, page: chunk, asks = [] }) => ({
        path,
        scripts: scriptsOfPage(chunk, dir)
          .map((script) => `/${script}`)
          .filter((script) => !page.includes(script)),
        asks,
      }))
      writeFileSync(join(dir, FILE), JSON.stringify({ shellAsks, starts }))
    },
  }
}
