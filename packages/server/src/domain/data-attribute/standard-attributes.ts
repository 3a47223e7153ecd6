/** An attribute that every workspace has. */
export interface StandardAttribute {
  full_name: string
  label: string
  description: string
  data_type: 'string' | 'integer' | 'float' | 'boolean' | 'date'
  api_writable: boolean
}

/** The standard attributes of a model; what a workspace defined stands between `first` and `last`. */
export interface StandardAttributes {
  first: StandardAttribute[]
  last: StandardAttribute[]
}

type Row = readonly [
  full_name: string,
  label: string,
  data_type: StandardAttribute['data_type'],
  access: 'read' | 'write',
  description: string,
]

const attribute = ([full_name, label, data_type, access, description]: Row): StandardAttribute => ({
  ...{ full_name, label, data_type, description },
  api_writable: access === 'write',
})

const attributes = (...rows: Row[]): StandardAttribute[] => rows.map(attribute)

/** In the recorded order, with the recorded flags. */
const company: StandardAttributes = {
  first: attributes(
    ['name', 'Company name', 'string', 'write', 'What the company is called'],
    ['company_id', 'Company ID', 'string', 'read', 'Your own id of the company'],
    ['last_request_at', 'Company last seen', 'date', 'read', 'When anybody of the company was last seen'],
    ['remote_created_at', 'Company created at', 'date', 'write', 'When the company was created on your side'],
    ['user_count', 'People', 'integer', 'read', 'How many people belong to the company'],
    ['session_count', 'Company web sessions', 'integer', 'read', 'How many sessions its people have had'],
    ['plan.name', 'Plan', 'string', 'read', 'The plan the company is on'],
    ['monthly_spend', 'Monthly Spend', 'float', 'write', 'What the company pays you each month'],
    ['size', 'Company size', 'integer', 'write', 'How many people the company employs'],
    ['industry', 'Company industry', 'string', 'write', 'The field the company works in'],
    ['website', 'Company website', 'string', 'write', 'Where the company is on the web'],
  ),
  last: attributes(
    ['id', 'ID', 'string', 'read', 'The id of the company here'],
    ['created_at', 'Created at', 'date', 'read', 'When the company was added here'],
    ['updated_at', 'Updated at', 'date', 'read', 'When the company last changed'],
    ['plan.id', 'Plan ID', 'string', 'read', 'The id of the plan here'],
    ['app_id', 'App ID', 'string', 'read', 'The id of the workspace'],
  ),
}

/** Only an older list of these was recorded: its order and flags, under the names contacts have had since 2.0. */
const contact: StandardAttributes = {
  first: attributes(
    ['name', 'Name', 'string', 'write', 'The whole name of the person'],
    ['owner_id', 'Owner', 'integer', 'write', 'The teammate who looks after the person'],
    ['email', 'Email', 'string', 'write', 'The address the person is reached at'],
    ['phone', 'Phone', 'string', 'write', 'The phone number of the person'],
    ['created_at', 'First Seen', 'date', 'read', 'When the person was added here'],
    ['signed_up_at', 'Signed up', 'date', 'write', 'When the person signed up on your side'],
    ['last_seen_at', 'Last seen', 'date', 'write', 'When the person last used your site or app'],
    ['last_contacted_at', 'Last contacted', 'date', 'read', 'When a teammate last wrote to the person'],
    ['last_replied_at', 'Last heard from', 'date', 'read', 'When the person last wrote'],
    ['last_email_opened_at', 'Last opened email', 'date', 'read', 'When the person last opened an email'],
    [
      'last_email_clicked_at',
      'Last clicked on link in email',
      'date',
      'read',
      'When the person last followed a link of an email',
    ],
    [
      'unsubscribed_from_emails',
      'Unsubscribed from Emails',
      'boolean',
      'write',
      'Whether the person wants no emails',
    ],
    [
      'marked_email_as_spam',
      'Marked email as spam',
      'boolean',
      'read',
      'Whether the person reported an email as spam',
    ],
    ['has_hard_bounced', 'Has hard bounced', 'boolean', 'read', 'Whether emails to the person came back'],
  ),
  last: attributes(
    ['id', 'ID', 'string', 'read', 'The id of the person here'],
    ['updated_at', 'Updated at', 'date', 'read', 'When the person last changed'],
    ['app_id', 'App ID', 'string', 'read', 'The id of the workspace'],
    ['external_id', 'User ID', 'string', 'write', 'Your own id of the person'],
    ['role', 'Type', 'string', 'write', 'Whether the person is a user or a lead'],
    ['avatar', 'Avatar image url', 'string', 'write', 'The address of a picture of the person'],
    ['language_override', 'Language override', 'string', 'write', 'The language set for the person'],
    ['browser', 'Browser', 'string', 'read', 'The browser the person uses'],
    ['browser_version', 'Browser version', 'string', 'read', 'The version of that browser'],
    ['browser_language', 'Browser language', 'string', 'read', 'The language that browser is set to'],
    ['os', 'OS', 'string', 'read', 'The operating system the person uses'],
    ['location.country', 'Country', 'string', 'read', 'The country the person is in'],
    ['location.region', 'Region', 'string', 'read', 'The part of the country the person is in'],
    ['location.city', 'City', 'string', 'read', 'The city the person is in'],
    ['location.country_code', 'Country code', 'string', 'read', 'The code of that country'],
    ['location.continent_code', 'Continent code', 'string', 'read', 'The code of that continent'],
    ['referrer', 'Referral URL', 'string', 'read', 'The page the person came from'],
    ['utm_campaign', 'UTM Campaign', 'string', 'read', 'The campaign that brought the person'],
    ['utm_content', 'UTM Content', 'string', 'read', 'The part of the campaign that brought the person'],
    ['utm_medium', 'UTM Medium', 'string', 'read', 'The kind of link that brought the person'],
    ['utm_source', 'UTM Source', 'string', 'read', 'The site that brought the person'],
    ['utm_term', 'UTM Term', 'string', 'read', 'The keyword that brought the person'],
    ['android_app_name', 'Android app name', 'string', 'read', 'The Android app the person uses'],
    ['android_app_version', 'Android app version', 'string', 'read', 'The version of that app'],
    ['android_device', 'Android device', 'string', 'read', 'The Android device the person uses'],
    ['android_os_version', 'Android OS version', 'string', 'read', 'The version of its operating system'],
    [
      'android_sdk_version',
      'Android SDK version',
      'string',
      'read',
      'The version of the messenger in that app',
    ],
    ['android_last_seen_at', 'Last seen on Android', 'date', 'read', 'When the person last used that app'],
    ['ios_app_name', 'iOS app name', 'string', 'read', 'The iOS app the person uses'],
    ['ios_app_version', 'iOS app version', 'string', 'read', 'The version of that app'],
    ['ios_device', 'iOS device', 'string', 'read', 'The iOS device the person uses'],
    ['ios_os_version', 'iOS OS version', 'string', 'read', 'The version of its operating system'],
    ['ios_sdk_version', 'iOS SDK version', 'string', 'read', 'The version of the messenger in that app'],
    ['ios_last_seen_at', 'Last seen on iOS', 'date', 'read', 'When the person last used that app'],
  ),
}

export const standardAttributes = {
  contact,
  company,
  conversation: { first: [], last: [] },
} as const satisfies Record<string, StandardAttributes>
