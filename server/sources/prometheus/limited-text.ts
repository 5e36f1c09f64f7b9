import { SourceError } from './source-error.ts'

/** The body of an answer, as long as it is no larger than anything that can be meant. */
export async function limitedText(response: Response, mostBytes: number): Promise<string> {
  if (response.body === null) return ''
  const decoder = new TextDecoder()
  const parts: string[] = []
  let bytes = 0
  for await (const chunk of response.body) {
    bytes += chunk.byteLength
    if (bytes > mostBytes)
      throw new SourceError(
        'unreadable',
        `The answer is larger than ${Math.round(mostBytes / 1024 / 1024)} MB; is a sum() missing around the query?`,
      )
    parts.push(decoder.decode(chunk, { stream: true }))
  }
  return parts.join('') + decoder.decode()
}
