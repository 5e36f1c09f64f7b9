import type { RefObject } from 'react'

import { useSingleKey } from './use-single-key.ts'

/** Marks what J and K step through: a row, of which the first link or button is focused. */
export const ROW_MARK = { 'data-row': '' } as const

function step(container: HTMLElement | null, direction: 1 | -1) {
  const rows = [...(container?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
  const current = rows.findIndex((row) => row.contains(document.activeElement))
  const next = current === -1 ? rows.find(isInView) : rows[current + direction]
  const target = next?.matches('a, button') ? next : next?.querySelector<HTMLElement>('a, button')
  target?.focus()
}

function isInView(row: HTMLElement): boolean {
  const { top, bottom } = row.getBoundingClientRect()
  return bottom > 0 && top < window.innerHeight
}

/** J and K step through the rows of a list; Enter then opens by itself, since a link has the focus. */
export function useRowKeys(container: RefObject<HTMLElement | null>) {
  useSingleKey('j', () => step(container.current, 1))
  useSingleKey('k', () => step(container.current, -1))
}
