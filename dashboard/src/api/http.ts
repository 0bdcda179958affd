import { isFields, readListing } from './guard'
import type { ArticleBatch } from './types'

/** Why a request gave no answer. `title` and `detail` are the server's own words where it sent any. */
export type Failure =
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'refused'; readonly status: number; readonly title: string; readonly detail: string }

export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure }

export type Fetch = (url: string, init: RequestInit) => Promise<Response>

const timeoutMillis = 10_000

export function fetchListing(url: string, fetcher: Fetch = fetch): Promise<Answer<ArticleBatch>> {
  return fetchJson(url, readListing, fetcher)
}

/** Asks for a document; `read` gives null for a body that is none. */
export async function fetchJson<T>(
  url: string,
  read: (body: unknown) => T | null,
  fetcher: Fetch = fetch,
): Promise<Answer<T>> {
  let response: Response
  try {
    response = await fetcher(url, {
      headers: { accept: 'application/json, application/problem+json' },
      signal: AbortSignal.timeout(timeoutMillis),
    })
  } catch {
    return { ok: false, failure: { kind: 'unreachable' } }
  }
  const body = await jsonOf(response)
  if (!response.ok) return { ok: false, failure: refusal(response, body) }
  const value = read(body)
  return value === null ? { ok: false, failure: { kind: 'unreadable' } } : { ok: true, value }
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    return null
  }
}

function refusal(response: Response, body: unknown): Failure {
  const problem = isFields(body) ? body : {}
  return {
    kind: 'refused',
    status: response.status,
    title: typeof problem.title === 'string' ? problem.title : response.statusText,
    detail: typeof problem.detail === 'string' ? problem.detail : '',
  }
}
