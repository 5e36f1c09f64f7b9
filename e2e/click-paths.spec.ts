import { expect, test } from './fixtures.ts'
import { open } from './open.ts'
import { questionsAbove } from './questions-above.ts'
import { questionsAtWork } from './questions-at-work.ts'

const MOST_CLICKS = 3
const MOST_MS_A_QUESTION = 20_000

/** The questions of the reference that the product answers, as their askers would go about them. */
const personas = [...questionsAtWork, ...questionsAbove]

for (const { persona, home, questions } of personas) {
  test(`${persona}: each question is answered within ${MOST_CLICKS} clicks of ${home}`, async ({ page }) => {
    test.setTimeout(questions.length * MOST_MS_A_QUESTION)
    for (const { asks, clicks, answer } of questions) {
      await test.step(`${asks} (${clicks.length} clicks)`, async () => {
        expect(clicks.length, `clicks to "${asks}"`).toBeLessThanOrEqual(MOST_CLICKS)
        await open(page, home)
        for (const click of clicks) await click(page).click()
        await expect(answer(page), asks).toBeVisible()
      })
    }
  })
}
