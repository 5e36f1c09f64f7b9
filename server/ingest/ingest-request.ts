import type { IngestReport, RefusedLine } from '../../src/contract/ingest-report.ts'
import { RequestProblem } from '../problem.ts'
import { noJson } from './line-refusal.ts'
import { ndjsonLines, type NdjsonLine } from './ndjson-lines.ts'
import type { Checked, RecordKind, World } from './record-kinds.ts'
import type { IngestStore } from '../ingest-store.ts'

/** Enough to spread the cost of a transaction, little enough to hold, and for others to wait until it is written. */
const LINES_AT_ONCE = 1_000
/** An embedded store answers and a buffered body is read without a turn of the event loop, in which all others wait. */
const LINES_A_TURN = 500
const MOST_REFUSALS = 100
/** Whoever sends more has sent the wrong file; each costs as much as a good one. */
const MOST_REFUSED_LINES = 100_000

/** Thrown on when reading or writing fails on the way: what had been kept until then stays kept. */
export class IngestInterruptedError extends Error {
  override name = 'IngestInterruptedError'
  readonly kept: Readonly<{ accepted: number; lines: number }>

  constructor(cause: unknown, kept: IngestInterruptedError['kept']) {
    super(`Stopped after ${kept.lines} lines`, { cause })
    this.kept = kept
  }
}

/** Keeps the good lines in batches while the others are still on their way. */
export async function ingestLines<Item>(
  bytes: AsyncIterable<Uint8Array>,
  kind: RecordKind<Item>,
  store: IngestStore,
  world: World,
): Promise<IngestReport> {
  const report = { lines: 0, accepted: 0, changed: 0 as number | null, refused: 0 }
  const refusals: RefusedLine[] = []
  let batch: Item[] = []
  let keptLines = 0

  async function keep(): Promise<void> {
    if (batch.length > 0) {
      const changed = await kind.write(store, batch)
      report.changed = changed === null || report.changed === null ? null : report.changed + changed
      report.accepted += batch.length
      batch = []
    }
    keptLines = report.lines
  }

  try {
    for await (const line of ndjsonLines(bytes)) {
      report.lines = line.number
      const checked = checkLine(line, kind, world)
      if ('item' in checked) batch.push(checked.item)
      else {
        report.refused += 1
        if (report.refused > MOST_REFUSED_LINES) throw tooManyRefused(refusals[0])
        if (refusals.length < MOST_REFUSALS) refusals.push({ line: line.number, ...checked.refused })
      }
      if (batch.length === LINES_AT_ONCE) await keep()
      if (line.number % LINES_A_TURN === 0) await nextTurn()
    }
    await keep()
  } catch (error) {
    throw new IngestInterruptedError(error, { accepted: report.accepted, lines: keptLines })
  }
  const { lines, accepted, changed, refused } = report
  return {
    lines,
    accepted,
    unchanged: changed === null ? null : accepted - changed,
    refused,
    refusals,
    moreRefusals: refused - refusals.length,
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}

function tooManyRefused(first: RefusedLine | undefined): RequestProblem {
  return new RequestProblem('invalid-body', {
    detail: `More than ${MOST_REFUSED_LINES} lines were refused, the first of them line ${first?.line}: ${first?.detail}. The rest was not read`,
    hint: first?.hint ?? '',
  })
}

function checkLine<Item>(line: NdjsonLine, kind: RecordKind<Item>, world: World): Checked<Item> {
  if ('refused' in line) {
    const hint = 'Send one JSON object a line, each ended by a newline'
    return { refused: { field: null, value: null, detail: line.refused, hint } }
  }
  let record: unknown
  try {
    record = JSON.parse(line.text)
  } catch {
    return { refused: noJson(line.text) }
  }
  return kind.check(record, world)
}

/** Said with every refusal that comes in the middle of a request. */
export function keptInWords({ accepted, lines }: IngestInterruptedError['kept']): string {
  return accepted === 0
    ? 'Nothing was kept'
    : `Of the first ${lines} lines all ${accepted} good ones were kept`
}

/** A refusal of the request as a whole, with what had been kept by then. */
export function withKept(problem: RequestProblem, kept: IngestInterruptedError['kept']): RequestProblem {
  const { detail, ...details } = problem.details
  return new RequestProblem(problem.code, { ...details, detail: `${detail}. ${keptInWords(kept)}` })
}
