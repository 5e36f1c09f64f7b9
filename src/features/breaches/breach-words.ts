import type { BreachCauseName, BreachRuleName } from '../../contract/names.ts'
import { formatCount } from '../../domain/format.ts'
import { NARROW_SPACE } from '../../ui/figure.tsx'
import { windowWords } from '../../ui/slo-words.ts'

export const causeWords: Readonly<Record<BreachCauseName, string>> = {
  'own-bug': 'Own bug, no downtime',
  'own-unplanned-downtime': 'Own unplanned downtime',
  'own-planned-downtime': 'Own planned downtime',
  'internal-dependency': 'Internal dependency',
  'third-party': 'Third party',
  'not-reviewed': 'Not reviewed',
}

/** Where there is little room. */
export const shortCauseWords: Readonly<Record<BreachCauseName, string>> = {
  'own-bug': 'Own bug',
  'own-unplanned-downtime': 'Own, unplanned',
  'own-planned-downtime': 'Own, planned',
  'internal-dependency': 'Dependency',
  'third-party': 'Third party',
  'not-reviewed': 'Not reviewed',
}

export const ruleWords: Readonly<Record<BreachRuleName, string>> = {
  'page-1h': 'Page, 1 h',
  'page-6h': 'Page, 6 h',
  'ticket-1d': 'Ticket, 1 d',
  'ticket-3d': 'Ticket, 3 d',
  own: 'Team’s own rule',
  reported: 'Reported',
}

/** "8 000 %, 1 h": how far broken, with the window it was seen in. */
export function howFarWords(peakRate: number, longHours: number | null): string {
  const percent = `${formatCount(Math.round(peakRate * 100))}${NARROW_SPACE}%`
  return longHours === null ? percent : `${percent}, ${windowWords(longHours)}`
}
