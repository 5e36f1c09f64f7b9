import { expect, test } from './fixtures.ts'

test('a draft of an assessment survives a reload', async ({ page }) => {
  await page.goto('/transformation/maturity')
  await page.getByRole('button', { name: 'New assessment' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Begin' }).click()
  await expect(page.getByRole('heading', { name: 'Structure' })).toBeFocused()
  await page.keyboard.press('1')
  await page.keyboard.press('c')
  await page.keyboard.type('Two silos are left')
  await expect(page.getByText('1 of 28 answered, 27 unanswered')).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'Draft saved' })).toBeVisible()

  await page.reload()
  await expect(page.getByText('1 of 28 answered, 27 unanswered')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Comment' })).toHaveValue('Two silos are left')
})
