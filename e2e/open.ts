import type { Page } from '@playwright/test'

const NOWHERE = '/nowhere'
const TITLE_OF_NOWHERE = 'There is no page at this address · SRE Indicators'
/** All pages are this one, until the app is loaded anew. */
const NOTHING_ANSWERS = 'The server does not answer · SRE Indicators'

/**
 * As a link within the app leads there. Loading the app anew costs several times as much as most pages do; where a journey
 * is about just that, it says `page.goto`. On the way it passes a page that is like no other, so that nothing of the
 * page before is taken for the next one.
 */
export async function open(page: Page, address: string): Promise<void> {
  const before = page.url() === 'about:blank' ? NOTHING_ANSWERS : await page.title()
  if (before === NOTHING_ANSWERS) {
    await page.goto(address)
    return
  }
  await page.evaluate(
    async ([nowhere, titleOfNowhere, to]) => {
      function until(isSo: () => boolean) {
        return new Promise<void>((resolve) => {
          const look = () => (isSo() ? resolve() : requestAnimationFrame(look))
          look()
        })
      }
      const isNowhere = () =>
        document.title === titleOfNowhere &&
        document.querySelector('main')?.textContent.includes(nowhere) === true
      // An app that has not begun yet would not hear of it.
      await until(() => document.querySelector('h1') !== null)
      history.pushState(null, '', nowhere)
      await until(isNowhere)
      history.replaceState(null, '', to)
      await until(() => !isNowhere())
    },
    [NOWHERE, TITLE_OF_NOWHERE, address] as const,
  )
}
