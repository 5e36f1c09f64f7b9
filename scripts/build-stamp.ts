import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** All that a production build is made of. */
const SOURCES = ['index.html', 'src', 'public', 'vite.config.ts', 'package-lock.json', 'scripts']
const STAMP = 'dist/.build-stamp'

/**
 * Taken before the build, or a change made during it would go unnoticed. By content, not by time: a checkout or a copy
 * changes times and nothing else.
 */
export function sourcesHash(): string {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap(filesOf)) hash.update(file).update('\0').update(readFileSync(file))
  return hash.digest('hex')
}

function filesOf(path: string): readonly string[] {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile() && !/\.test\.tsx?$/.test(file))
    .toSorted()
}

export function isBuiltFrom(hash: string): boolean {
  return existsSync(STAMP) && existsSync('dist/index.html') && readFileSync(STAMP, 'utf8') === hash
}

export function stampBuild(hash: string): void {
  writeFileSync(STAMP, hash)
}
