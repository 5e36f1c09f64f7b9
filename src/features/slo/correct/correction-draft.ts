import type { NewCorrection } from '../../../contract/corrections.ts'
import { civilFromDay, mondayOf } from '../../../domain/civil-date.ts'
import { kindOf, type CorrectionCategory } from '../../../domain/correction.ts'
import { dayOfHour, hourFromIso, isoFromHour } from '../../../domain/hours.ts'
import { hourFromInput, inputFromInstant } from '../../../charts/check-range.ts'

export const repeats = ['once', 'daily', 'weekly', 'fortnightly', 'monthly', 'rule'] as const
export type Repeat = (typeof repeats)[number]

/** What stands in the fields, as it is typed. Times are wall times of the zone that the screen is set to. */
export type CorrectionDraft = Readonly<{
  category: CorrectionCategory
  isWholeService: boolean
  start: string
  end: string
  share: string
  dependency: string
  repeat: Repeat
  times: string
  rule: string
  reason: string
}>

type Checked =
  | Readonly<{ body: NewCorrection; missing: null }>
  /** What is to be filled in next. */
  | Readonly<{ body: null; missing: string }>

/** What is still missing, or what can be asked of the server, which checks the rest. */
export function checkDraft(draft: CorrectionDraft, deployment: string, timeZone: string): Checked {
  const { category, start, end, dependency, repeat } = draft
  const kind = kindOf(category)
  const startHour = hourFromInput(start, timeZone)
  if (startHour === null) return missing(kind === 'top-up' ? 'Give the hour' : 'Give when it begins')
  const given = { deployment, category, dependency: dependency.trim() || null, reason: draft.reason.trim() }
  const scope = draft.isWholeService ? ('service' as const) : ('slo' as const)
  const none = { end: null, share: null, rule: null, timeZone: null }
  const body = { ...given, ...none, scope, start: isoFromHour(startHour) }
  if (kind === 'top-up') {
    const share = shareOf(draft.share)
    if (share === null) return missing('Give the share in percent, such as 12.5')
    if (body.dependency === null) return missing('Name what it is put down to')
    return { body: { ...body, share }, missing: null }
  }
  const endHour = hourFromInput(end, timeZone)
  if (endHour === null) return missing('Give when it ends')
  const rule = category === 'agreed-maintenance' && repeat !== 'once' ? ruleOf(draft) : null
  if (rule === '') return missing('Give the rule')
  return {
    body: { ...body, end: isoFromHour(endHour), rule, timeZone: rule === null ? null : timeZone },
    missing: null,
  }
}

function missing(what: string): Checked {
  return { body: null, missing: what }
}

/** Percent as typed, with a point or a comma. */
function shareOf(typed: string): number | null {
  const text = typed.trim().replace(/\s*%$/, '').replace(',', '.')
  return /^\d{1,3}(?:\.\d{1,4})?$/.test(text) && Number(text) > 0 ? Number(text) / 100 : null
}

const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

function ruleOf({ repeat, times, rule, start }: CorrectionDraft): string {
  const count = `COUNT=${times.trim()}`
  switch (repeat) {
    case 'daily':
      return `FREQ=DAILY;${count}`
    case 'weekly':
      return `FREQ=WEEKLY;${count}`
    case 'fortnightly':
      return `FREQ=WEEKLY;INTERVAL=2;${count}`
    case 'monthly':
      return `FREQ=MONTHLY;BYDAY=${weekdayOfMonth(start)};${count}`
    case 'once':
    case 'rule':
      return rule.trim()
  }
}

/** "2SU" for the second Sunday; a fifth one is the last. */
function weekdayOfMonth(wallTime: string): string {
  const day = dayOfHour(hourFromIso(`${wallTime.slice(0, 16)}:00Z`) ?? 0)
  const ordinal = Math.ceil(civilFromDay(day).day / 7)
  return `${ordinal > 4 ? -1 : ordinal}${weekdayCodes[day - mondayOf(day)] ?? 'MO'}`
}

/** Begins with the last hour there is. */
export function emptyDraft(dataUpTo: string, timeZone: string): CorrectionDraft {
  const lastHour = isoFromHour((hourFromIso(dataUpTo) ?? 1) - 1)
  return {
    category: 'agreed-maintenance',
    isWholeService: false,
    start: inputFromInstant(lastHour, timeZone),
    end: inputFromInstant(dataUpTo, timeZone),
    share: '',
    dependency: '',
    repeat: 'once',
    times: '12',
    rule: '',
    reason: '',
  }
}
