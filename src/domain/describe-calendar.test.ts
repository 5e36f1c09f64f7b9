import { describe, expect, it } from 'vitest'

import { describeCalendar } from './describe-calendar.ts'

const none = { known: 0, overdue: 0, soon: 0, later: 0, oldest: null }
const check = { name: 'SLO check', teamName: 'Search', due: '2026-07-07' }

describe('the calendar in a sentence', () => {
  it('tells nothing to review from nothing chosen', () => {
    expect(describeCalendar(none)).toBe('No review is due: there is nothing to review yet.')
    expect(describeCalendar({ ...none, known: 40 })).toBe('None of the 40 reviews is of this choice.')
  })

  it('names the one that waits for the longest, and whose it is', () => {
    const told = describeCalendar({ known: 40, overdue: 2, soon: 1, later: 9, oldest: check })
    expect(told).toBe(
      '2 reviews are overdue, longest the SLO check of Search, since 7 Jul 2026. 1 is due in the next two weeks.',
    )
  })

  it('says once whose it is where the name does', () => {
    const oldest = { ...check, name: 'Policy review: Error budget policy of Search' }
    const told = describeCalendar({ known: 40, overdue: 1, soon: 0, later: 9, oldest })
    expect(told).toBe(
      '1 review is overdue, longest the policy review: Error budget policy of Search, since 7 Jul 2026. None is due in the next two weeks.',
    )
  })
})
