import { test as base, expect, type APIRequestContext, type Locator, type Page } from '@playwright/test'

/** The page as the tests speak of it. */
export class Desk {
  readonly rows: Locator
  readonly inspector: Locator
  readonly pill: Locator

  constructor(readonly page: Page) {
    this.rows = page.getByRole('option')
    this.inspector = page.locator('#inspector, dialog[open]')
    this.pill = page.locator('.pill')
  }

  async open(view = '') {
    await this.page.goto(`/#/${view}`)
    await expect(this.rows.first()).toBeVisible()
  }

  /** How many articles the list on the page holds, on screen or not. */
  async length(): Promise<number> {
    return Number(await this.rows.first().getAttribute('aria-setsize'))
  }

  async showView(name: string | RegExp) {
    await this.page.getByRole('navigation').getByRole('link', { name }).click()
    await expect(this.rows.first()).toBeVisible()
  }
}

/** Puts an article into the pipeline and gives the words by which to find it. */
export async function post(request: APIRequestContext, title = 'A calm headline for the desk') {
  const marker = `m${Date.now()}${Math.floor(Math.random() * 1e6)}`
  const response = await request.post('/articles', {
    data: {
      source: { name: 'Desk test' },
      title: `${marker} ${title}`,
      content: `${marker} is an article that the tests of the page have sent.`,
      url: `https://example.org/${marker}`,
      publishedAt: new Date().toISOString(),
    },
  })
  expect(response.ok()).toBe(true)
  return marker
}

/** What a page must never do: complain, throw, or ask another origin for anything. */
interface Misdeeds {
  readonly list: string[]
}

export const test = base.extend<{ desk: Desk; misdeeds: Misdeeds }>({
  desk: async ({ page }, use) => use(new Desk(page)),
  misdeeds: [
    async ({ page, baseURL }, use) => {
      const list: string[] = []
      const origin = new URL(baseURL ?? '').origin
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') list.push(message.text())
      })
      page.on('pageerror', (error) => list.push(String(error)))
      page.on('request', (request) => {
        const url = new URL(request.url())
        if (url.protocol.startsWith('http') && url.origin !== origin) list.push(`asked ${request.url()}`)
      })
      await use({ list })
      expect(list).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
