import { createGunzip } from 'node:zlib'
import { Readable } from 'node:stream'

import { RequestProblem } from '../problem.ts'

type Limits = Readonly<{ mostBytes: number; mediaTypes: readonly string[] }>

/**
 * The body as it is read, piece by piece, unpacked where it is compressed. The limit holds for what is sent and for what
 * comes out of it, so that a small file cannot become a large one here.
 */
export function requestBytes(request: Request, { mostBytes, mediaTypes }: Limits): AsyncIterable<Uint8Array> {
  refuseMediaType(request, mediaTypes)
  const announced = Number(request.headers.get('content-length') ?? 0)
  if (announced > mostBytes) throw tooLarge(mostBytes)
  const sent = bodyOf(request)
  const encoding = (request.headers.get('content-encoding') ?? 'identity').trim().toLowerCase()
  if (encoding === 'identity' || encoding === '') return limited(sent, mostBytes)
  if (encoding === 'gzip') return limited(unpacked(limited(sent, mostBytes)), mostBytes)
  throw new RequestProblem('unsupported-media-type', {
    detail: `"${encoding}" is not unpacked here`,
    field: 'content-encoding',
    value: shortened(encoding),
    allowed: ['gzip', 'identity'],
    hint: 'Compress with gzip, or not at all',
  })
}

/** A form of another site can send text/plain, but neither of the types that are taken. */
function refuseMediaType(request: Request, allowed: readonly string[]): void {
  const given = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (allowed.includes(given)) return
  throw new RequestProblem('unsupported-media-type', {
    detail:
      given === '' ? 'The request does not say what it sends' : `"${shortened(given)}" is not taken here`,
    field: 'content-type',
    ...(given === '' ? {} : { value: shortened(given) }),
    allowed: [...allowed],
    hint: `Send it with the header Content-Type: ${allowed[0] ?? ''}`,
  })
}

function shortened(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text
}

async function* bodyOf(request: Request): AsyncGenerator<Uint8Array> {
  if (request.body === null) return
  const reader = request.body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } catch (error) {
    throw new BrokenConnectionError('The connection broke before everything had come', { cause: error })
  } finally {
    // What is not read any more need not be sent any more.
    await reader.cancel().catch(() => undefined)
  }
}

/** Nobody is there to be answered. */
export class BrokenConnectionError extends Error {
  override name = 'BrokenConnectionError'
}

async function* limited(bytes: AsyncIterable<Uint8Array>, mostBytes: number): AsyncGenerator<Uint8Array> {
  let count = 0
  for await (const chunk of bytes) {
    count += chunk.byteLength
    if (count > mostBytes) throw tooLarge(mostBytes)
    yield chunk
  }
}

async function* unpacked(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = Readable.from(bytes, { objectMode: false })
  const gunzip = createGunzip()
  source.on('error', (error) => gunzip.destroy(error))
  source.pipe(gunzip)
  try {
    for await (const chunk of gunzip) yield chunk
  } catch (error) {
    if (error instanceof RequestProblem || error instanceof BrokenConnectionError) throw error
    throw new RequestProblem('invalid-body', {
      detail: 'What was sent is no whole gzip file',
      hint: 'Send the file again, or without Content-Encoding: gzip where it is not compressed',
    })
  } finally {
    source.destroy()
    gunzip.destroy()
  }
}

function tooLarge(mostBytes: number): RequestProblem {
  return new RequestProblem('body-too-large', {
    detail: `More than ${mostBytes} bytes were sent`,
    hint: 'Send it in several requests; what comes again changes nothing',
  })
}
