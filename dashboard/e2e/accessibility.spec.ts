import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './desk'

for (const theme of ['Light', 'Dark']) {
  for (const view of ['live', 'recent', 'top']) {
    test(`axe finds nothing in ${view}, ${theme.toLowerCase()}`, async ({ desk, page }) => {
      await desk.open(view)
      await page.getByTitle(theme, { exact: true }).click()
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme.toLowerCase())
      await page.keyboard.press('Escape')
      await desk.rows.nth(0).click()
      await expect(desk.inspector.getByRole('heading', { level: 2 })).toBeVisible()
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
        [],
      )
    })
  }
}

test.describe('on a narrow screen', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('axe finds nothing in the list or the sheet', async ({ desk, page }) => {
    await desk.open()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await desk.rows.first().click()
    await expect(page.getByRole('dialog')).toBeVisible()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  })
})
