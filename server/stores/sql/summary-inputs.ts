import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

import type { Slo } from '../../../src/contract/catalog.ts'
import type { Hour } from '../../../src/domain/hours.ts'
import type { Period } from '../../../src/domain/period.ts'
import type { Series } from '../../../src/domain/period-budget.ts'
import { isOpenAt } from '../../budgets/period-figures.ts'
import { targetTimeline, type Member } from '../../budgets/series.ts'

/** What a series' figures are worked out of, but its hours and what was promised. */
export type Life = Pick<Series, 'corrections' | 'beganHour' | 'endedHour'>

/** Digests of what was promised of a series, and of its life, and the name of the rules that judge it now. */
type Agreed = Readonly<{ targets: string; life: string; rules: string }>

/**
 * Names everything a summary rests on except the hours: what was agreed, the period, now and the team's rules where it is
 * open, and the code.
 * Who changes any of it need not know that there are summaries: they hold no more, and are made anew.
 */
export function summaryInputs({ targets, life, rules }: Agreed, period: Period, nowHour: Hour): string {
  const { startHour, endHour } = period
  const now = isOpenAt(period, nowHour) ? `${nowHour} ${digest([rules])}` : 'closed'
  return [codeDigest(), targets, life, startHour, endHour, now].join(' ')
}

const digestsOfTargets = new WeakMap<object, string>()

/** Worked out once for each SLO that is held. */
export function targetsDigest(slo: Pick<Slo, 'versions' | 'target'>): string {
  const known = digestsOfTargets.get(slo) ?? digest(targetTimeline(slo))
  digestsOfTargets.set(slo, known)
  return known
}

/** What a series is judged by: targets, and from which hour on where that is not its own first one. */
export function promiseDigest({ slo, sinceHour }: Pick<Member, 'slo' | 'sinceHour'>): string {
  const targets = targetsDigest(slo)
  return sinceHour === undefined ? targets : digest([targets, sinceHour])
}

export function lifeDigest({ corrections, beganHour, endedHour }: Life): string {
  return digest([corrections, beganHour, endedHour])
}

/** Where figures are worked out. A summary made by other code than this one's is not believed. */
const codeFolders = ['../../../src/domain', '../../budgets'].map((folder) =>
  resolve(import.meta.dirname, folder),
)

/** 132 bits: nobody meets the same twice. */
const DIGEST_LENGTH = 22

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
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, DIGEST_LENGTH)
}
