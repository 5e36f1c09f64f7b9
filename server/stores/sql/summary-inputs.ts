import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

import type { Hour } from '../../../src/domain/hours.ts'
import type { Period } from '../../../src/domain/period.ts'
import type { Series } from '../../../src/domain/period-budget.ts'
import { isOpenAt } from '../../budgets/period-figures.ts'

/** What a series' figures are worked out of, but its hours. */
export type Agreed = Omit<Series, 'buckets'>

/**
 * Names everything a summary rests on except the hours: what was agreed, the period, now where it is open, and the code.
 * Who changes any of it need not know that there are summaries: they hold no more, and are made anew.
 */
export function summaryInputs(
  { targets, corrections, beganHour, endedHour }: Agreed,
  period: Period,
  nowHour: Hour,
): string {
  const { startHour, endHour } = period
  const now = isOpenAt(period, nowHour) ? nowHour : null
  return digest([codeDigest(), targets, corrections, beganHour, endedHour, startHour, endHour, now])
}

/** Where figures are worked out. A summary made by other code than this one's is not believed. */
const codeFolders = ['../../../src/domain', '../../budgets'].map((folder) =>
  resolve(import.meta.dirname, folder),
)

let knownCodeDigest: string | null = null

function codeDigest(): string {
  return (knownCodeDigest ??= digest(
    codeFolders.flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
        .toSorted()
        .map((name) => readFileSync(join(folder, name), 'utf8')),
    ),
  ))
}

function digest(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
}
