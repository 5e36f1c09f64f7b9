const addresses = new WeakMap<Request, string>()

/** The server notes who holds the other end of the connection; no header can say it. */
export function notePeer(request: Request, address: string | undefined): void {
  if (address !== undefined) addresses.set(request, address)
}

/** One name for all whose address is not known, so that they share one limit. */
export function peerOf(request: Request): string {
  return addresses.get(request) ?? 'unknown'
}
