import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

import { isBuiltFrom, sourcesHash, stampBuild } from './build-stamp.ts'

process.chdir(resolve(import.meta.dirname, '..'))

const sources = sourcesHash()
if (!isBuiltFrom(sources)) {
  console.log(
    existsSync('dist')
      ? 'The app has changed since it was built; building it anew'
      : 'Building the app, which is needed once',
  )
  run('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn')
  run('scripts/compress.ts')
  stampBuild(sources)
}

await import('../server/main.ts')

function run(script: string, ...words: readonly string[]): void {
  const { status } = spawnSync(process.execPath, [script, ...words], { stdio: 'inherit' })
  if (status === 0) return
  console.error(`The build failed in ${script}; the reason stands above`)
  process.exit(1)
}
