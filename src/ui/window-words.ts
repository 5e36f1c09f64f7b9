import type { WindowName } from '../domain/time-window.ts'

export const windowLabels: Readonly<Record<WindowName, string>> = {
  'last-24-hours': 'Last 24 hours',
  'last-7-days': 'Last 7 days',
  'current-period': 'Current period',
  'previous-period': 'Previous period',
  'last-3-periods': 'Last 3 periods',
  'current-year': 'Current year',
  'previous-year': 'Previous year',
}
