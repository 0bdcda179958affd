import { expect, post, test } from './desk'

test('sample articles arrive without a reload', async ({ desk, page }) => {
  await desk.open()
  const before = await desk.length()
  await expect.poll(() => desk.length(), { timeout: 60_000 }).toBeGreaterThan(before)
  await expect(page.getByRole('status')).toHaveText('Connected, articles arrive live')
  await expect(page.getByRole('listbox').getByText('sample', { exact: true }).first()).toBeVisible()
})

test('the three views show articles', async ({ desk, page }) => {
  await desk.open()
  await desk.showView('Recent')
  await expect(page.getByRole('listbox', { name: 'Newest articles' })).toBeVisible()
  await desk.showView('Top')
  await expect(page.getByRole('listbox', { name: 'Most important articles' })).toBeVisible()
  await expect(desk.rows.first()).toContainText(/^1/)
  await desk.showView(/^Live/)
  await expect(page.getByRole('listbox', { name: 'Articles as they arrive' })).toBeVisible()
})

test('the keyboard moves, opens and lets go', async ({ desk, page }) => {
  await desk.open('recent')
  await expect(desk.rows.nth(1)).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  const selected = page.getByRole('option', { selected: true })
  await expect(selected).toHaveAttribute('aria-posinset', '2')
  await page.keyboard.press('k')
  await expect(selected).toHaveAttribute('aria-posinset', '1')
  await page.keyboard.press('ArrowDown')
  await expect(selected).toHaveAttribute('aria-posinset', '2')
  const headline = await selected.locator('.headline').innerText()

  await page.keyboard.press('Enter')
  await expect(desk.inspector).toBeFocused()
  await expect(desk.inspector.getByRole('heading', { level: 2 })).toHaveText(headline)

  await page.keyboard.press('Escape')
  await expect(selected).toHaveCount(0)
  await expect(page.getByRole('listbox')).toBeFocused()
})

test('the original opens in a tab of its own that cannot reach back', async ({ desk, page, request }) => {
  await desk.open()
  const marker = await post(request)
  await desk.rows.filter({ hasText: marker }).click()
  const link = desk.inspector.getByRole('link')
  await expect(link).toHaveAttribute('href', `https://example.org/${marker}`)
  await expect(link).toHaveAttribute('target', '_blank')
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer')
  await expect(page.getByRole('link', { name: 'example.org' })).toHaveText('Read the original at example.org')
})

test('new articles wait while the pointer is in the list', async ({ desk, request }) => {
  await desk.open()
  await desk.rows.nth(2).hover()
  const before = await desk.length()
  const marker = await post(request)
  await expect(desk.pill).toHaveText(/^[1-9]\d* new$/)
  expect(await desk.length()).toBe(before)
  await expect(desk.rows.filter({ hasText: marker })).toHaveCount(0)

  await desk.pill.hover()
  expect(await desk.length()).toBe(before)
  await desk.pill.click()
  await expect(desk.rows.filter({ hasText: marker })).toBeVisible()
})

test('Korean is a click away and remembered', async ({ desk, page }) => {
  await desk.open('recent')
  await page.getByRole('button', { name: '한국어' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
  await expect(page.getByRole('link', { name: /^주요/ })).toBeVisible()
  await expect(desk.rows.first()).toContainText(/방금|[초분] 전|시간 전|일 전/)
  await page.reload()
  await expect(page.getByRole('button', { name: 'English' })).toBeVisible()
})

test.describe('in a browser that prefers Korean', () => {
  test.use({ locale: 'ko-KR' })

  test('the page is Korean from the start', async ({ desk, page }) => {
    await desk.open()
    await expect(page.getByRole('link', { name: /^실시간/ })).toBeVisible()
  })
})

test.describe('on a narrow screen', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('nothing scrolls sideways and the inspector is a sheet', async ({ desk, page }) => {
    for (const view of ['live', 'recent', 'top']) {
      await desk.open(view)
      const overflow = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      expect(await overflow()).toBe(0)
      await desk.rows.first().click()
      await expect(page.getByRole('dialog')).toBeVisible()
      expect(await page.getByRole('dialog').evaluate((sheet) => sheet.scrollWidth - sheet.clientWidth)).toBe(
        0,
      )
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await expect(page.getByRole('listbox')).toBeFocused()
    }
  })
})
