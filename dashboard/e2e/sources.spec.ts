import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './desk'

const well = {
  name: 'Well',
  kind: 'feed',
  state: 'live',
  articles: 1_412,
  interval_seconds: 300,
  answer_seconds: 0.2,
  lateness_seconds: 0.004,
  last_success: new Date(Date.now() - 60_000).toISOString(),
  last_news: new Date(Date.now() - 900_000).toISOString(),
  next_fetch: null,
  failures: 0,
  error: null,
  silence: null,
}
const ill = {
  ...well,
  name: 'Ill <b>bold</b>',
  state: 'stale',
  failures: 4,
  error: { code: 'source_unreachable', detail: 'its host name is not known' },
}
const quiet = {
  ...well,
  name: 'Quiet',
  state: 'silent',
  silence: { reason: 'few_articles', seen: 0, expected: 18 },
}

for (const theme of ['light', 'dark'] as const) {
  test(`sources stand worst first, with what is wrong in words, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme })
    await page.route('**/sources', (route) =>
      route.fulfill({ json: { count: 3, states: {}, sources: [well, quiet, ill] } }),
    )
    await page.goto('/#/sources')
    const rows = page.getByRole('rowheader')
    await expect(rows).toHaveCount(3)
    await expect(rows.nth(0)).toContainText('Ill <b>bold</b>')
    await expect(rows.nth(0)).toContainText('its host name is not known · 4 failures in a row')
    await expect(rows.nth(1)).toContainText('at most 0 articles lately; the fewest before was 18')
    await expect(rows.nth(2)).toHaveText('Well')
    await expect(page.getByRole('navigation').getByRole('link', { name: /Sources/ })).toContainText('2')
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  })
}

test('a server without sources says so', async ({ page }) => {
  await page.route('**/sources', (route) => route.fulfill({ json: { count: 0, states: {}, sources: [] } }))
  await page.goto('/#/sources')
  await expect(page.getByText('No source is asked here.')).toBeVisible()
})
