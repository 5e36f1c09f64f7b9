import type { Period } from '../period.ts'

/** 2026-P12: 2 to 29 November 2026, 672 hours. */
export const fourWeekPeriod: Period = { id: '2026-P12', name: 'P12', startHour: 498_216, endHour: 498_888 }

/** The four weeks after it. */
export const nextPeriod: Period = { id: 'next', name: 'Next', startHour: 498_888, endHour: 499_560 }
