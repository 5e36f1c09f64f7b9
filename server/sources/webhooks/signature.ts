import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

import type { WebhookSignature } from '../../settings/webhooks-settings.ts'

type Signed = Readonly<{ headers: Headers; body: Uint8Array }>
type Checked = Readonly<{ secret: string; nowMs: number }>

/** Why a request is not from whom it says it is; null where it is. Never what would have been right. */
export function signatureObjection(
  signature: WebhookSignature,
  { headers, body }: Signed,
  { secret, nowMs }: Checked,
): string | null {
  const given = headers.get(signature.header)
  if (given === null) return `The header ${signature.header} is missing`
  if (signature.kind === 'token')
    return isSame(given, `${signature.prefix}${secret}`)
      ? null
      : `The header ${signature.header} is not the token`

  const timestamp = signature.timestampHeader === undefined ? null : headers.get(signature.timestampHeader)
  if (signature.timestampHeader !== undefined) {
    const ageMs = timestamp === null ? Number.NaN : Math.abs(nowMs - Number(timestamp) * 1000)
    if (!(ageMs <= signature.toleranceSeconds * 1000))
      return `The header ${signature.timestampHeader} is missing, or more than ${signature.toleranceSeconds} s from now`
  }
  const [before = '', after = ''] = signature.signs.replaceAll('{timestamp}', timestamp ?? '').split('{body}')
  const expected = createHmac('sha256', secret)
    .update(before)
    .update(body)
    .update(after)
    .digest(signature.encoding)
  // A sender that changes its secret signs with the old and the new one for a while.
  const isRight = given.split(',').some((each) => isSame(each.trim(), `${signature.prefix}${expected}`))
  return isRight ? null : `The header ${signature.header} is not the signature of what was sent`
}

/** In the same time wherever the first difference is, and whatever the lengths are. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
