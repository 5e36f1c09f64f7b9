import { expect, test } from './fixtures.ts'

test('a short link shows every SLO of the service, indicator and deployment, and each leads on', async ({
  page,
  expectNoA11yViolations,
}) => {
  await page.goto('/b/payment-gateway/availability/prod-eu')
  const figures = page.getByRole('figure', { name: /^(?:GET|POST)/ })
  await expect(figures).toHaveCount(3)
  await expect(figures.filter({ hasText: '/capture' }).getByRole('slider')).toBeVisible()
  await expectNoA11yViolations()

  await figures.getByRole('link', { name: 'POST /charge', exact: true }).click()
  await expect(page).toHaveURL(/\/slo\/payments\/prod-eu\/payment-gateway\/availability\/post-charge$/)
})

test('what a short link leads to is read as tables, or says what there is instead', async ({ page }) => {
  await test.step('each chart turns into its own table', async () => {
    await page.goto('/b/payment-gateway/availability/prod-eu')
    const capture = page.getByRole('figure', { name: /\/capture/ })
    await capture.getByText('Table').click()
    await expect(capture.getByRole('table')).toBeVisible()
    await expect(page.getByRole('slider')).toHaveCount(2)
  })

  await test.step('a combination that does not exist names those that do', async () => {
    await page.goto('/b/payment-gateway/freshness/prod-eu')
    await expect(page.getByText('payment-gateway has no SLO for freshness in prod-eu')).toBeVisible()
    await page.getByRole('link', { name: 'availability in prod-eu', exact: true }).click()
    await expect(page.getByRole('figure')).toHaveCount(3)
  })
})

test.describe('when the name is wrong', () => {
  test.use({ mayBeRefused: true })

  test('the nearest service is named', async ({ page, expectNoA11yViolations }) => {
    await page.goto('/b/payment-gatewy/availability/prod-eu')
    await expect(page.getByText('There is no service named payment-gatewy')).toBeVisible()
    await expect(page.getByText('Did you mean payment-gateway?')).toBeVisible()
    await expectNoA11yViolations()
  })
})
