// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest'
import { createApp, type App } from 'vue'
import type { AnalyzedNewsArticle } from '@/api/types'
import FeedRow from '@/components/FeedRow.vue'
import { createTranslations } from '@/i18n'
import { articleOf } from './articles'

let app: App | undefined

function render(article: AnalyzedNewsArticle): HTMLElement {
  const root = document.createElement('div')
  app = createApp(FeedRow, {
    article,
    now: Date.UTC(2026, 0, 1, 12, 0, 12),
    selected: false,
    arriving: false,
  })
  app.use(createTranslations('en'))
  app.mount(root)
  return root
}

afterEach(() => app?.unmount())

it('shows markup in article text as text', () => {
  const hostile = '<img src=x onerror="alert(1)">'
  const row = render(
    articleOf({
      title: hostile,
      source: { id: null, name: hostile },
      analysis: { topics: [hostile], keywords: [hostile] },
    }),
  )
  expect(row.querySelector('img')).toBeNull()
  expect(row.querySelector('.headline')?.textContent).toBe(hostile)
})

it('sets the headline in the language of the article', () => {
  const row = render(articleOf({ analysis: { language: 'ko' } }))
  expect(row.querySelector('.headline')?.getAttribute('lang')).toBe('ko')
})

it('says when an article is a sample, and only then', () => {
  expect(render(articleOf({ sample: true })).textContent).toContain('sample')
  app?.unmount()
  expect(render(articleOf()).textContent).not.toContain('sample')
})

it('tells the sentiment by shape, number and spoken words', () => {
  const row = render(articleOf({ analysis: { sentiment: 'negative', sentiment_score: -0.5 } }))
  const mark = row.querySelector('[role=img]')
  expect(mark?.textContent).toBe('▼−0.50')
  expect(mark?.getAttribute('aria-label')).toBe('negative, score −0.50')
})
