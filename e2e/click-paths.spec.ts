import type { Page } from '@playwright/test'

import { expect, test } from './fixtures.ts'
import { questionsAbove } from './questions-above.ts'
import { questionsAtWork } from './questions-at-work.ts'

const MOST_CLICKS = 3
const MOST_MS_A_QUESTION = 20_000

/** After the first question as a link goes, without loading the app anew; where nothing was clicked one is there. */
async function goHome(page: Page, home: string) {
  if (page.url() === 'about:blank') {
    await page.goto(home)
  } else if (!page.url().endsWith(home)) {
    const before = await page.title()
    await page.evaluate((to) => history.pushState(null, '', to), home)
    await expect(page).not.toHaveTitle(before)
  }
}

/** The questions of the reference that the product answers, as their askers would go about them. */
const personas = [...questionsAtWork, ...questionsAbove]

for (const { persona, home, questions } of personas) {
  test(`${persona}: each question is answered within ${MOST_CLICKS} clicks of ${home}`, async ({ page }) => {
    test.setTimeout(questions.length * MOST_MS_A_QUESTION)
    for (const { asks, clicks, answer } of questions) {
      await test.step(`${asks} (${clicks.length} clicks)`, async () => {
        expect(clicks.length, `clicks to "${asks}"`).toBeLessThanOrEqual(MOST_CLICKS)
        await goHome(page, home)
        for (const click of clicks) await click(page).click()
        await expect(answer(page), asks).toBeVisible()
      })
    }
  })
}
