import { expect, test } from './fixtures.ts'

test('who kept every budget is read from a table and from a graph', async ({ page }) => {
  await test.step('an executive reads how many services kept every budget, and a cell leads to its verdicts', async () => {
    await page.goto('/indicators')
    await page.getByRole('link', { name: 'Overview of fulfilled and broken SLOs' }).click()
    await expect(page.getByText(/\(\d+\s%\) kept every budget in P11\./)).toBeVisible()

    const worst = page.getByRole('table', { name: 'Fulfilled and broken SLOs' }).locator('[data-row]').first()
    const cell = worst.getByRole('link', { name: /^P11: / })
    const [, within = '', broke = ''] =
      /: (\d+) within budget, (\d+) broke/.exec((await cell.getAttribute('aria-label')) ?? '') ?? []
    const service = (await worst.getByRole('rowheader').textContent()) ?? ''
    await cell.click()
    await expect(page).toHaveURL(
      new RegExp(
        `/indicators/slo-adherence\\?service=${service}&from=2026-10-05T00%3A00%3A00Z&to=2026-11-02`,
      ),
    )
    const verdicts = page.getByRole('table', { name: 'SLO adherence' })
    const broken = verdicts.getByRole('link', { name: /^P11: Broken/ })
    await expect(verdicts.locator('[data-row]')).toHaveCount(Number(within) + Number(broke))
    await expect(broken).toHaveCount(Number(broke))
  })

  await test.step('the share of each period is a point that the keyboard reaches, and stands in a table', async () => {
    await page.goto('/indicators/kept-budgets?team=payments')
    const shares = page.getByRole('group', { name: 'Services within budget, by period' })
    await shares.getByRole('link', { name: /^P1:/ }).focus()
    await page.keyboard.press('End')
    await expect(shares.getByRole('link', { name: /^P12: .*so far$/ })).toBeFocused()

    await page.keyboard.press('t')
    await expect(page).toHaveURL(/figures=table/)
    await expect(page.getByRole('row', { name: /^P11 \d of 4|^P11 \d 4 / })).toBeVisible()
  })
})
