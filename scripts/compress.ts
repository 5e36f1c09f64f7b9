import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const BUILD = 'dist'
/** Fonts and pictures are compressed already. */
const isText = /\.(?:css|html|js|json|map|svg|txt|webmanifest)$/
const SMALLEST_BYTES = 1024

let count = 0
for (const path of readdirSync(BUILD, { recursive: true, encoding: 'utf8' })) {
  if (!isText.test(path)) continue
  const file = join(BUILD, path)
  const plain = readFileSync(file)
  if (plain.length < SMALLEST_BYTES) continue
  const text = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
  }
  keepIfSmaller(`${file}.br`, brotliCompressSync(plain, { params: text }), plain.length)
  keepIfSmaller(`${file}.gz`, gzipSync(plain, { level: constants.Z_BEST_COMPRESSION }), plain.length)
  count += 1
}
console.log(`Compressed ${count} files of ${BUILD} for brotli and gzip`)

/** A variant of an earlier build must not outlive its file. */
function keepIfSmaller(file: string, compressed: Uint8Array, plainBytes: number): void {
  if (compressed.length < plainBytes) writeFileSync(file, compressed)
  else rmSync(file, { force: true })
}
