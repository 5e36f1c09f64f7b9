/** RFC 3339 in UTC to the second, as the store keeps it. */
export function instantOf(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`
}
