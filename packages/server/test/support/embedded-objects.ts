/** What events call the things that are found under a segment of a path, where it is not the singular. */
const SEGMENTS: Record<string, string> = {
  attributes: 'data_attribute',
  sections: 'collection',
  redirects: 'help_center_redirect',
  emails: 'email_setting',
  secure_mode_secrets: 'identity_secret',
  custom_object_instances: 'custom_object_instance',
  bulk: 'bulk_job',
  status: 'job',
  collect: 'fin_voice_call',
  newsfeeds: 'newsfeed',
  execution_results: 'data_connector_execution',
  callback: 'fin_callback',
  me: 'workspace',
  ip_allowlist: 'ip_allowlist',
  office_hours_exceptions: 'office_hours_exception',
}

/** What answers call things that events call otherwise. */
const TYPES: Record<string, string> = {
  ...{ user: 'contact', lead: 'contact', 'news-item': 'news_item', subscription: 'subscription_type' },
  ...{ team_member: 'admin', bot: 'admin', external_content: 'external_page', email: 'email_setting' },
  ...{ author: 'admin', owner: 'admin', sender: 'admin', assignee: 'admin', intercom_user: 'contact' },
  ...{ admin_assignee: 'admin', team_assignee: 'team', created_by: 'admin', parent_folder: 'folder' },
  ...{ conversation_attribute: 'data_attribute', secure_mode_secret: 'identity_secret' },
}

const singular = (noun: string): string => noun.replace(/ies$/, 'y').replace(/s$/, '')

const typeOf = (name: string): string => TYPES[name] ?? name

const typeOfSegment = (segment: string): string => SEGMENTS[segment] ?? singular(segment)

/** The things that a path names, such as `contact 6921…`. */
export function objectsOnPath(path: string): string[] {
  const parts = path.replace(/\?.*/, '').split('/').filter(Boolean)
  return parts.flatMap((part, at) => {
    const before = parts[at - 1]
    return before === undefined ? [] : [`${typeOfSegment(before)} ${decodeURIComponent(part)}`]
  })
}

/** The things that an answer shows: each with its type, or by the name it goes under, or else what the path lists. */
export function objectsIn(path: string, text: string): string[] {
  const parts = path.replace(/\?.*/, '').split('/').filter(Boolean)
  const listed = parts.map(typeOfSegment)
  const found = new Set<string>()
  walk(text === '' ? null : parsed(text), undefined)
  return [...found]

  function walk(value: unknown, name: string | undefined): void {
    if (Array.isArray(value)) for (const each of value) walk(each, name)
    else if (typeof value === 'object' && value !== null) takeObject(value, name)
  }

  function takeObject(object: object, name: string | undefined): void {
    const fields = Object.entries(object)
    const id = fields.find(([key]) => key === 'id')?.[1]
    const type = fields.find(([key]) => key === 'type')?.[1]
    if (isId(id)) {
      if (typeof type === 'string') found.add(`${typeOf(type)} ${id}`)
      if (name !== undefined) found.add(`${typeOf(singular(name))} ${id}`)
      for (const noun of listed) found.add(`${noun} ${id}`)
    }
    for (const [key, inner] of fields) {
      const noun = key.replace(/_ids?$/, '')
      for (const each of noun === key ? [] : [inner].flat())
        if (isId(each)) found.add(`${typeOf(noun)} ${each}`)
      walk(inner, key === 'data' ? name : key)
    }
  }
}

const isId = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number'

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
