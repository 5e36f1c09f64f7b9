import { useSingleKey } from './use-single-key.ts'

const FILTERS = 'data-filters'
const control = ':is(button, select, input:not([type=radio]), input[type=radio]:checked):not(:disabled)'

/** `F` goes to the first control in sight of what narrows the page: a line, a panel, or the button that stands for it. */
export function useFilterKey(): Readonly<Record<string, string>> {
  useSingleKey('f', () =>
    [...document.querySelectorAll<HTMLElement>(`[${FILTERS}] ${control}`)]
      .find((one) => one.checkVisibility())
      ?.focus(),
  )
  return { [FILTERS]: '' }
}
