import type { Page } from '@playwright/test'

const NOWHERE = '/nowhere'
const TITLE_OF_NOWHERE = 'There is no page at this address · SRE Indicators'
/** All pages are this one, until the app is loaded anew; it may come while a link is followed. */
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
  const isThere = await page.evaluate(
    async ([nowhere, titleOfNowhere, nothingAnswers, to]) => {
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
      await until(() => isNowhere() || document.title === nothingAnswers)
      if (!isNowhere()) return false
      history.replaceState(null, '', to)
      await until(() => !isNowhere())
      return true
    },
    [NOWHERE, TITLE_OF_NOWHERE, NOTHING_ANSWERS, address] as const,
  )
  if (!isThere) await page.goto(address)
}
