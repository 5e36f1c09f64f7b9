import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** What a browser executes or renders; maps and precompressed copies say nothing new. */
const isReadable = /\.(?:js|css|html|json|svg)$/
const staticImport = /(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g
const entryScript = /<script[^>]*\btype="module"[^>]*\bsrc="\/assets\/([^"]+\.js)"/

/** Every file of a build that holds one of the words, with the word: what must never be shipped. */
export function filesHolding(words: readonly string[], buildFolder: string): string[] {
  return readdirSync(buildFolder, { recursive: true, encoding: 'utf8' }).flatMap((path) => {
    const name = basename(path)
    const text = isReadable.test(path) ? readFileSync(join(buildFolder, path), 'utf8') : ''
    return words
      .filter((word) => name.includes(word) || text.includes(word))
      .map((word) => `${path}: ${word}`)
  })
}

/** The scripts a browser fetches to show one page: the entry, the page's own chunk, and what both import at once. */
export function scriptsOfPage(pageChunk: string, buildFolder: string): string[] {
  const assets = join(buildFolder, 'assets')
  const entry = entryScript.exec(readFileSync(join(buildFolder, 'index.html'), 'utf8'))?.[1]
  if (entry === undefined) throw new Error(`${buildFolder}/index.html starts no module from /assets`)
  const page = readdirSync(assets).find((name) => name.startsWith(`${pageChunk}-`) && name.endsWith('.js'))
  if (page === undefined)
    throw new Error(`${assets} holds no chunk called ${pageChunk}: was the page renamed?`)

  const reached = new Set([entry, page])
  for (const name of reached) {
    const code = readFileSync(join(assets, name), 'utf8')
    for (const [, imported] of code.matchAll(staticImport)) if (imported) reached.add(imported)
  }
  return [...reached].map((name) => `assets/${name}`)
}

export function gzipBytes(scripts: readonly string[], buildFolder: string): number {
  return scripts
    .map((path) => gzipSync(readFileSync(join(buildFolder, path))).length)
    .reduce((sum, bytes) => sum + bytes, 0)
}
