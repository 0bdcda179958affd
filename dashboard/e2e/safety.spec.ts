import { expect, post, test } from './desk'

test('markup in a headline shows as text and never runs', async ({ desk, page, request }) => {
  await page.addInitScript(() => {
    Object.assign(window, { ran: 0 })
  })
  await desk.open()
  const hostile = 'says <img src=x onerror=window.ran++> and &lt;img src=x onerror=window.ran++&gt; aloud'
  const marker = await post(request, hostile)
  const row = desk.rows.filter({ hasText: marker })
  await expect(row).toBeVisible()
  await row.click()
  await expect(desk.inspector.getByRole('heading', { level: 2 })).toContainText(marker)

  const { news } = (await (await request.get('/news/recent?limit=100')).json()) as {
    news: { title: string }[]
  }
  const title = news.map((article) => article.title).find((each) => each.includes(marker))
  expect(await row.locator('.headline').textContent()).toBe(title)
  await expect(page.locator('main img, #inspector img')).toHaveCount(0)
  expect(await page.evaluate(() => (window as unknown as { ran: number }).ran)).toBe(0)
})
