type Limit = Readonly<{
  perMinute: number
  /** Of names beyond, those asked about least recently are forgotten: memory stays bounded whoever asks. */
  mostNames: number
  /** Milliseconds that only ever grow. */
  now: () => number
}>

const MINUTE_MS = 60_000

/** Seconds to wait, or null where the name may go on. A minute's worth may be used at once; then it comes back evenly. */
export type TakeOne = (name: string) => number | null

export function createTokenBuckets({ perMinute, mostNames, now }: Limit): TakeOne {
  const buckets = new Map<string, Readonly<{ left: number; at: number }>>()
  return (name) => {
    const at = now()
    const known = buckets.get(name)
    const grown = known === undefined ? perMinute : known.left + ((at - known.at) / MINUTE_MS) * perMinute
    const left = Math.min(perMinute, grown)
    buckets.delete(name)
    buckets.set(name, { left: left >= 1 ? left - 1 : left, at })
    if (buckets.size > mostNames) forgetOldest(buckets)
    return left >= 1 ? null : Math.ceil(((1 - left) / perMinute) * (MINUTE_MS / 1000))
  }
}

function forgetOldest(buckets: Map<string, unknown>): void {
  const [oldest] = buckets.keys()
  if (oldest !== undefined) buckets.delete(oldest)
}
