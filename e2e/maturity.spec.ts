import type { Page } from '@playwright/test'

import { expect, lookAs, test } from './fixtures.ts'

const DAY = '2026-11-18'
const ADDRESS = `/api/maturity/assessments/organization.${DAY}`

/** As a colleague would at the same time; asked from the page, so that whatever answers the page answers this. */
function answerElsewhere(page: Page, seenVersion: number, aspects: readonly string[]) {
  const answers = [
    { aspect: 'structure', score: 2, comment: '', evidence: '' },
    ...aspects.map((aspect) => ({ aspect, score: 0, comment: 'Said elsewhere', evidence: '' })),
  ]
  const assessment = { team: null, date: DAY, assessor: 'Demo coach', isDraft: true, answers }
  return page.evaluate(
    async ([address, body]) => {
      const headers = { 'content-type': 'application/json' }
      return (await fetch(address, { method: 'PUT', headers, body })).status
    },
    [ADDRESS, JSON.stringify({ seenVersion, assessment })] as const,
  )
}

const versionNow = (page: Page) =>
  page.evaluate(async (address) => {
    const { items } = await (await fetch('/api/maturity/assessments')).json()
    return Number(items.find(({ id }: { id: string }) => address.endsWith(id)).version)
  }, ADDRESS)

// A change that comes too late is refused on purpose.
test.use({ mayBeRefused: true })

test('a coach assesses by keyboard; both sides of a conflict are kept, and the result is compared', async ({
  page,
  expectNoA11yViolations,
}) => {
  await lookAs(page, 'coach')
  await page.goto('/transformation/maturity')
  await expect(
    page.getByText('From 15 to 36 of 56 points in a year: 20 aspects moved up, 7 stayed, 1 slipped'),
  ).toBeVisible()

  await test.step('the comparison is chosen, narrowed and explained', async () => {
    await page.getByRole('checkbox', { name: 'Only changed' }).click()
    await expect(page).toHaveURL(/changed=only/)
    await expect(page.getByRole('button', { name: /^Executives/ })).toHaveCount(0)
    await page.getByRole('button', { name: /^Compliance/ }).click()
    await expect(page.getByText('Audit protocol of July')).toBeVisible()
    await page.getByRole('combobox', { name: 'Before' }).selectOption({ label: '20 May 2026' })
    await expect(page.getByText(/^From 24 to 36 of 56 points in half a year/)).toBeVisible()
  })

  await test.step('an assessment is begun', async () => {
    await page.getByRole('button', { name: 'New assessment' }).click()
    const dialog = page.getByRole('dialog', { name: 'New assessment' })
    await expect(dialog.getByLabel('Day')).toHaveValue('2026-11-18')
    await dialog.getByRole('button', { name: 'Begin' }).click()
    await expect(page).toHaveURL(/assess=organization.2026-11-18/)
    await expect(page.getByRole('heading', { name: 'Structure' })).toBeFocused()
    await expect(page.getByText('On 11 Nov 2026: Beginner.', { exact: false })).toBeVisible()
  })

  const status = page.getByRole('status').filter({ hasText: /saved/i })
  await test.step('keys choose, move and lead into the texts', async () => {
    await page.keyboard.press('2')
    await expect(page.getByRole('button', { name: /^2?\s*Advanced/ })).toHaveAttribute('aria-pressed', 'true')
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('heading', { name: 'Agreement on ops' })).toBeFocused()
    await page.keyboard.press('1')
    await page.keyboard.press('c')
    await page.keyboard.type('2 teams have policies')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Take into the evidence' }).click()
    await expect(page.getByRole('textbox', { name: 'Evidence' })).toHaveValue(/services have an SLO/)
    await expect(page.getByText('2 of 28 answered, 26 unanswered')).toBeVisible()
    await expect(status).toContainText('Draft saved')
    await expectNoA11yViolations()
  })

  await test.step('the draft goes on where it was left', async () => {
    await page.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('button', { name: 'Continue Organization, 18 Nov 2026' }).click()
    await expect(page.getByText('2 of 28 answered, 26 unanswered')).toBeVisible()
    await page.getByRole('button', { name: /^Agreement on ops/ }).click()
    await expect(page.getByRole('textbox', { name: 'Comment' })).toHaveValue('2 teams have policies')
  })

  await test.step('of what two changed both stand there until it is chosen', async () => {
    expect(await answerElsewhere(page, await versionNow(page), ['alignment', 'logging'])).toBe(200)
    await page.keyboard.press('2')
    await expect(page.getByText('Demo coach changed it while you did')).toBeVisible()
    const both = page.getByRole('list', { name: 'Changed by both' })
    await expect(both).toContainText('Mine: Advanced. 2 teams have policies')
    await expect(both).toContainText('Theirs: Regressive. Said elsewhere')
    await expectNoA11yViolations()
    await page.getByRole('button', { name: 'Keep mine where both changed' }).click()
    await expect(status).toContainText('Draft saved')
    await expect(page.getByRole('textbox', { name: 'Comment' })).toHaveValue('2 teams have policies')
    await expect(page.getByRole('button', { name: /^Logging\s*Regressive/ })).toBeVisible()
  })

  await test.step('finished, it is compared', async () => {
    await page.getByRole('button', { name: 'Finish' }).click()
    await expect(page).toHaveURL(/now=organization.2026-11-18/)
    await expect(
      page.getByText(
        /^From 15 to 4 of 56 points in a year: .* 25 cannot be compared; 25 aspects unanswered$/,
      ),
    ).toBeVisible()
    await expect(
      page.getByRole('row', { name: /18 Nov 2026 Organization Demo coach Finished/ }),
    ).toBeVisible()
    await page.getByRole('button', { name: /versions of Organization, 18 Nov 2026/ }).click()
    await expect(page.getByRole('dialog')).toContainText('Version 1')
  })
})

test('who may not assess reads, and is told who may', async ({ page }) => {
  await lookAs(page, 'viewer')
  await page.goto('/transformation/maturity?team=payments')
  await expect(page.getByText(/^39 of 56 points; there is no earlier assessment/)).toBeVisible()
  await expect(page.getByText(/needs the role coach, or admin/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'New assessment' })).toHaveCount(0)
})
