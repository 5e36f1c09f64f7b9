const CONTEXT_LINES = 3
const NO_NEWLINE = '\\ No newline at end of file'

/** One change of one file in the form that `git apply` and `patch -p1` read; empty where nothing changed. */
export function unifiedDiff(fileName: string, before: string, after: string): string {
  if (before === after) return ''
  const [old, now] = [linesOf(before), linesOf(after)]
  const start = sharedStart(old, now)
  const end = sharedStart(old.slice(start).toReversed(), now.slice(start).toReversed())
  const from = Math.max(0, start - CONTEXT_LINES)
  const [oldEnd, newEnd] = [old.length - end, now.length - end]
  const trailing = old.slice(oldEnd, oldEnd + CONTEXT_LINES)
  const body = [
    ...old.slice(from, start).map((line) => ` ${line}`),
    ...old.slice(start, oldEnd).map((line) => `-${line}`),
    ...now.slice(start, newEnd).map((line) => `+${line}`),
    ...trailing.map((line) => ` ${line}`),
  ]
  const range = (to: number) => spanOf(from, Math.min(to + trailing.length) - from)
  const head = [`--- a/${fileName}`, `+++ b/${fileName}`, `@@ -${range(oldEnd)} +${range(newEnd)} @@`]
  return [...head, ...body].map((line) => (line.endsWith('\n') ? line : `${line}\n`)).join('')
}

/** A last line without its end says so, on a line of its own. */
function linesOf(text: string): readonly string[] {
  const lines = text.split('\n')
  const last = lines.pop() ?? ''
  const ended = lines.map((line) => `${line}\n`)
  return last === '' ? ended : [...ended, `${last}\n${NO_NEWLINE}\n`]
}

function sharedStart(a: readonly string[], b: readonly string[]): number {
  const most = Math.min(a.length, b.length)
  let count = 0
  while (count < most && a[count] === b[count]) count += 1
  return count
}

/** Of nothing the line before it is named. */
function spanOf(from: number, count: number): string {
  return `${count === 0 ? from : from + 1},${count}`
}
