export type Line = readonly [what: string, ours: string, floor: string, budget: string]

export function toTable(lines: readonly Line[]): string {
  const head: Line[] = [
    ['what', 'ours', 'floor', 'budget'],
    ['---', '---', '---', '---'],
  ]
  return [...head, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** Each visit against the floor's right after it: what else the machine does changes within a run, hardly between two. */
export function compared(
  what: string,
  ours: readonly number[],
  floor: readonly number[],
  factor: number,
): Line {
  const ratio = median(ours.map((ms, index) => ms / (floor[index] ?? Number.NaN))).toFixed(1)
  return [what, `${milliseconds(ours)} (${ratio} x)`, milliseconds(floor), `at most ${factor} x floor`]
}

export function reacted(what: string, ours: readonly number[], floor: readonly number[]): Line {
  return [what, milliseconds(ours), milliseconds(floor), 'at most 50 ms']
}

/** The median: one slow run says more about the machine than about the app. */
export function milliseconds(values: readonly number[]): string {
  return `${Math.round(median(values)).toLocaleString('en-GB')} ms`
}

export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
