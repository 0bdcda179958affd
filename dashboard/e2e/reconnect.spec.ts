import { expect, test as base } from '@playwright/test'
import { Desk } from './desk'
import { SeverableLine } from './severableLine'

const test = base.extend<{ line: SeverableLine }>({
  line: async ({ baseURL }, use) => {
    const line = new SeverableLine(new URL(baseURL ?? ''))
    await line.mend()
    await use(line)
    await line.cut()
  },
})

test('a connection that breaks is said to be lost and comes back by itself', async ({ page, line }) => {
  const desk = new Desk(page)
  const status = page.getByRole('status')
  await page.goto(line.url)
  await expect(desk.rows.first()).toBeVisible()
  await expect(status).toHaveText('Connected, articles arrive live')

  await line.cut()
  await expect(status).toHaveText('Connection lost, reconnecting')
  await expect(page.getByText(/^Connection lost .*(ago|just now); /)).toBeVisible()
  await expect(desk.rows.first()).toBeVisible()

  await line.mend()
  await expect(status).toHaveText('Connected, articles arrive live')
  const before = await desk.length()
  await expect.poll(() => desk.length(), { timeout: 60_000 }).toBeGreaterThan(before)
})

test('a browser that goes offline says so and returns as soon as it is online', async ({ page, context }) => {
  const desk = new Desk(page)
  const status = page.getByRole('status')
  await page.goto('/')
  await expect(desk.rows.first()).toBeVisible()
  await context.setOffline(true)
  await expect(status).toHaveText('Connection lost, reconnecting')
  await context.setOffline(false)
  await expect(status).toHaveText('Connected, articles arrive live')
})

test('a listing that cannot be refreshed keeps what it has and offers to try again', async ({
  page,
  line,
}) => {
  const desk = new Desk(page)
  await page.goto(`${line.url}/#/recent`)
  await expect(desk.rows.first()).toBeVisible()
  await line.cut()
  await page.getByRole('link', { name: /^Live/ }).click()
  await page.getByRole('link', { name: /^Recent/ }).click()
  await expect(page.getByText('Not refreshed: The server did not answer.')).toBeVisible()
  await expect(desk.rows.first()).toBeVisible()
  await line.mend()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText(/^As of /)).toBeVisible()
})
