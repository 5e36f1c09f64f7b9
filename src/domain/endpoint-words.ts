/** "POST /charge", or the path alone where the endpoint is not HTTP. */
export function endpointWords({ verb, path }: Readonly<{ verb: string | null; path: string }>): string {
  return verb === null ? path : `${verb} ${path}`
}
