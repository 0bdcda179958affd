import type { Analysis, AnalyzedNewsArticle } from '@/api/types'

const analysis: Analysis = {
  sentiment: 'neutral',
  sentiment_score: 0,
  confidence: 0.9,
  keywords: [],
  language: 'en',
  entities: [],
  topics: [],
  importance_score: 0.5,
  analyzed_at: '2026-01-01T12:00:01Z',
  model_version: 'test',
  inference_time_ms: 3,
  providers: { sentiment: 'local', topics: 'local', keywords: 'local', entities: 'local' },
  cached: [],
  cost_usd: 0,
  tokens: 0,
}

const article: AnalyzedNewsArticle = {
  id: 'a',
  source: { id: null, name: 'Harbour Post' },
  author: null,
  title: 'A headline of some length',
  description: null,
  content: null,
  url: 'https://example.org/a',
  urlToImage: null,
  publishedAt: '2026-01-01T12:00:00Z',
  category: null,
  analysis,
  processed_at: null,
  pipeline_version: null,
  content_revision: 1,
  analysis_revision: 1,
  duplicate_of: null,
  story_id: null,
  ingested_at: null,
  sample: false,
}

type Changes = Partial<Omit<AnalyzedNewsArticle, 'analysis'>> & { analysis?: Partial<Analysis> }

export function articleOf(changes: Changes = {}): AnalyzedNewsArticle {
  return { ...article, ...changes, analysis: { ...analysis, ...changes.analysis } }
}

export function articlesOf(...ids: string[]): AnalyzedNewsArticle[] {
  return ids.map((id) => articleOf({ id }))
}

export function idsOf(articles: readonly AnalyzedNewsArticle[]): string[] {
  return articles.map(({ id }) => id)
}
