import { expect, test } from './fixtures.ts'

test('before an experiment one sees what is defended, what nobody can explain, and records a hypothesis', async ({
  page,
}) => {
  await page.goto('/decisions/chaos-hypothesis')
  const leaning = page.getByRole('region', { name: 'What the data lean to' })
  await expect(leaning).toContainText('cart GET /cart availability in prod-eu')

  await test.step('the best defended SLO of a team, and what of it stands out', async () => {
    await page.getByRole('combobox', { name: 'Team' }).selectOption('booking')
    await expect(page).toHaveURL(/team=booking/)
    await expect(leaning).toContainText('A hypothesis about what stands out')
    const episodes = page.getByRole('table', { name: 'Depletion episodes, fastest first' })
    await expect(episodes.getByRole('row').nth(1)).toContainText('Nothing known: it stands out')
  })

  await test.step('another one is looked at, and the address says which', async () => {
    const candidates = page.getByRole('table', { name: 'Best defended first' })
    await candidates.getByRole('button', { name: 'Look at holds POST /holds, prod-eu' }).first().click()
    await expect(page).toHaveURL(/subject=holds\.\w+\.post-holds%40prod-eu/)
    await expect(leaning).toContainText('holds POST /holds')
    await expect(page.getByRole('table', { name: 'What was left of the share of each week' })).toBeVisible()
  })

  await test.step('what is said of the experiment stands in the decision', async () => {
    const harm = '25 % more latency between holds and its store, for 24 hours'
    const form = page.getByRole('form', { name: 'Your decision' })
    await page.getByRole('radio', { name: /^Known unknown/ }).click()
    await page.getByRole('textbox', { name: 'Planned harm, how much of it and for how long' }).fill(harm)
    await expect(form.getByRole('textbox', { name: 'Decision' })).toHaveValue(harm)
    await form.getByLabel('Role of decider 1').fill('developer')
    await form.getByLabel('Look at the effect on').fill('2026-12-07')
    await form.getByRole('button', { name: 'Record decision' }).click()
    await expect(
      page.getByRole('heading', { level: 1, name: /^Experiment on holds POST \/holds/ }),
    ).toBeVisible()
    await expect(page.getByText('Known unknown', { exact: false }).first()).toBeVisible()
  })
})
