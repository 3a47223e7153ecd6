/** What a page tells of its user: the settings of the messenger but for those of its looks. */
export type UserData = Record<string, unknown>

/** A text or a number as text; what stands for nothing known is nothing. */
export function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const text = String(value).trim()
  return UNKNOWN.has(text) ? undefined : text
}

/** As pages send it that print a variable nobody set. */
const UNKNOWN = new Set(['', 'undefined', 'null'])

/** Settings of the messenger itself and of the connection, which say nothing of the user. */
const SETTINGS = new Set([
  ...[
    'app_id',
    'api_base',
    'custom_launcher_selector',
    'alignment',
    'vertical_padding',
    'horizontal_padding',
  ],
  ...[
    'z_index',
    'hide_default_launcher',
    'hide_notifications',
    'theme_mode',
    'session_duration',
    'action_color',
  ],
  ...['background_color', 'link_color', 'user_hash', 'intercom_user_jwt', 'page_title', 'installation_type'],
  ...['region', 'language'],
])

/** What contacts have fields of their own for, and what is kept by us alone. */
const FIELDS = new Set([
  ...['user_id', 'email', 'name', 'phone', 'created_at', 'language_override', 'unsubscribed_from_emails'],
  ...['avatar', 'company', 'companies', 'last_request_at'],
])

/** Every other key is a custom attribute. */
export const customOf = (data: UserData): UserData =>
  Object.fromEntries(
    Object.entries(data).filter(
      ([key, value]) => !SETTINGS.has(key) && !FIELDS.has(key) && !key.startsWith('utm_') && isPlain(value),
    ),
  )

/** Texts, numbers and yes or no; what stands for nothing known is left out. */
const isPlain = (value: unknown): boolean =>
  typeof value === 'boolean' ||
  (typeof value === 'number' && Number.isFinite(value)) ||
  (typeof value === 'string' && !UNKNOWN.has(value.trim()))

/** The companies a user belongs to, as `company` or `companies` has them; each needs an id and a name. */
export function companiesOf({
  company,
  companies,
}: UserData): { id: string; name: string; data: UserData }[] {
  const given: unknown[] = [company, ...(Array.isArray(companies) ? companies : [])]
  return given.flatMap(each => {
    if (typeof each !== 'object' || each === null || Array.isArray(each)) return []
    const data: UserData = { ...each }
    const id = textOf(data['company_id']) ?? textOf(data['id'])
    const name = textOf(data['name'])
    return id === undefined || name === undefined ? [] : [{ id, name, data }]
  })
}
