/** What a problem looks like in the API's error envelope. */
export interface Kind {
  status: number
  code: string
  message: string
}

export const kind = (status: number, code: string, message: string): Kind => ({ status, code, message })

/** The errors whose texts clients and tests know, by the name we call them. Source: behaviour.md section 2. */
export const errors = {
  unauthorized: kind(401, 'unauthorized', 'Access Token Invalid'),
  codeUnauthorized: kind(401, 'unauthorized', 'Unauthorized Code'),
  notFound: kind(404, 'not_found', 'Resource Not Found'),
  notImplemented: kind(501, 'not_implemented', 'This operation is not built yet'),
  serverError: kind(500, 'server_error', 'Internal server error'),
  serviceUnavailable: kind(503, 'service_unavailable', 'Sorry, the API service is temporarily unavailable'),
  notAcceptable: kind(
    406,
    'media_type_not_acceptable',
    'The Accept header should send a media type of application/json',
  ),
  unsupportedMediaType: kind(415, 'unsupported', 'The Content-Type header should name application/json'),
  malformedJson: kind(400, 'client_error', 'The request body is not valid JSON'),
  malformedRequest: kind(400, 'client_error', 'The request could not be understood'),
  payloadTooLarge: kind(413, 'payload_too_large', 'The request body is too large'),
  headersTooLarge: kind(431, 'client_error', 'The request headers are too large'),
  requestTimeout: kind(408, 'request_timeout', 'The request took too long to arrive'),
  eventsTrimmed: kind(410, 'events_expired', 'Events that old are not kept any more'),
  conflict: kind(409, 'conflict', 'The request is in conflict with another one'),
  versionUnknown: kind(400, 'intercom_version_invalid', 'The requested version could not be found'),
  versionLacksOperation: kind(
    400,
    'intercom_version_invalid',
    'Requested resource is not available in current API version.',
  ),
  rateLimitExceeded: kind(429, 'rate_limit_exceeded', 'Exceeded rate limit'),
  cursorInvalid: kind(
    400,
    'client_error',
    'Invalid starting_after param. Please try again using a starting_after value from a paginated response',
  ),
  parameterInvalid: kind(400, 'parameter_invalid', 'Parameter invalid'),
  invalidField: kind(400, 'invalid_field', 'not a valid search field'),
  invalidSortOrder: kind(400, 'invalid_sort_order', 'Invalid sort order'),
  parameterNotFound: kind(400, 'parameter_not_found', 'A required parameter is missing'),
  contactNotFound: kind(404, 'not_found', 'User Not Found'),
  contactMerged: kind(
    410,
    'contact_merged',
    "This contact has been merged. See the 'Link' header for the canonical contact.",
  ),
  contactConflict: kind(409, 'conflict', 'A contact matching those details already exists'),
  contactNotRestorable: kind(409, 'not_restorable', 'The contact has been blocked and cannot be restored'),
  contactToMergeNotFound: kind(404, 'not_found', 'Contact not found'),
  mergeRolesInvalid: kind(400, 'parameter_invalid', 'A lead can only be merged into a user'),
  mergeNotDuplicates: kind(
    400,
    'invalid_merge',
    'Contacts can only be merged when they are duplicates (matching email or phone). Pass skip_duplicate_validation=true to override this check.',
  ),
  ownerNotMember: kind(400, 'parameter_invalid', 'The owner specified is not a member of the workspace'),
  visitorNotFound: kind(404, 'not_found', 'Visitor Not Found'),
  companyNotFound: kind(404, 'company_not_found', 'Company Not Found'),
  badParameter: kind(400, 'bad_request', 'bad parameter'),
  contactCompanyLimit: kind(
    400,
    'contact_company_limit_exceeded',
    'Contact has reached the maximum of 1000 company associations',
  ),
  pageLimitReached: kind(400, 'parameter_invalid', 'page limit reached, please use scroll API'),
  scrollExists: kind(400, 'scroll_exists', 'scroll already exists for this workspace'),
  scrollNotFound: kind(404, 'not_found', 'scroll parameter not found'),
  adminNotFound: kind(404, 'admin_not_found', 'Admin not found'),
  awayAdminNotFound: kind(404, 'admin_not_found', 'Admin for admin_id not found'),
  awayReasonUnknown: kind(400, 'parameter_invalid', 'Away status reason not found'),
  awayReasonDeleted: kind(400, 'parameter_invalid', 'Away status reason is deleted'),
  awayReasonMandatory: kind(400, 'away_status_reason_mandatory', 'Away status reason is mandatory'),
  dataAttributeNotFound: kind(404, 'field_not_found', "We couldn't find that data attribute to update"),
  dataAttributeInUse: kind(
    422,
    'data_invalid',
    'The Data Attribute you are trying to archive has a dependant object',
  ),
  dataAttributeModelInvalid: kind(
    400,
    'parameter_invalid',
    'The Data Attribute model field must be either contact or company',
  ),
  dataAttributeOfConversations: kind(
    422,
    'parameter_invalid',
    'model=conversation is no longer supported. Use GET /conversations/attributes instead',
  ),
  teamNotFound: kind(404, 'team_not_found', 'Team not found'),
  tagNotFound: kind(404, 'tag_not_found', 'Tag not found'),
  tagInUse: kind(400, 'tag_has_dependent_objects', 'Unable to delete Tag with dependent objects.'),
  tagParametersInvalid: kind(400, 'parameter_invalid', 'invalid tag parameters'),
  ticketNotFound: kind(404, 'ticket_not_found', 'Ticket not found'),
  assigneeNotFound: kind(404, 'assignee_not_found', 'Assignee not found'),
  jobNotFound: kind(404, 'job_not_found', 'Job Not Found'),
  ticketStateInvalid: kind(
    400,
    'ticket_state_id_invalid',
    'Ticket state id is not valid or is not associated with the ticket type',
  ),
  notACustomerTicketType: kind(400, 'parameter_invalid', 'Ticket type is not a customer ticket type'),
  sameTicketType: kind(400, 'parameter_invalid', 'Cannot change to the same ticket type'),
  otherTicketCategory: kind(
    400,
    'parameter_invalid',
    'The new ticket type must be in the same category as the current one',
  ),
  stateOfOtherTicketType: kind(
    400,
    'parameter_invalid',
    "Ticket custom state doesn't belong to the new ticket type",
  ),
  contactsDoNotReply: kind(400, 'parameter_mismatch', 'User replies are not allowed on Backoffice tickets'),
  onlyTrackersLink: kind(400, 'invalid_ticket_type', 'Only tracker tickets support linking conversations'),
  onlyTrackersUnlink: kind(
    400,
    'invalid_ticket_type',
    'Only tracker tickets support unlinking conversations',
  ),
  notLinkable: kind(400, 'invalid_ticket_type', 'Only conversations and customer tickets can be linked'),
  alreadyLinkedToTracker: kind(
    400,
    'already_linked_to_tracker',
    'A conversation can only have one tracker ticket',
  ),
  linkedConversationLimit: kind(
    400,
    'linked_conversation_limit_exceeded',
    'Ticket has reached the maximum number of conversations that can be linked',
  ),
  linkedConversationNotFound: kind(404, 'conversation_not_found', 'Conversation not found'),
  conversationNotLinked: kind(404, 'conversation_not_found', 'Conversation is not linked to this ticket'),
  conversationNotFound: kind(404, 'not_found', 'Resource Not Found'),
  conversationAttributeNotFound: kind(
    404,
    'conversation_attribute_not_found',
    'Conversation attribute not found',
  ),
  listOptionNotFound: kind(404, 'conversation_attribute_not_found', 'List option not found'),
  conversationAttributeInvalid: kind(422, 'parameter_invalid', 'Parameter invalid'),
  lastParticipant: kind(422, 'parameter_invalid', 'Removing the last customer is not allowed'),
  partOrMessageNotFound: kind(
    404,
    'conversation_part_or_message_not_found',
    'Conversation part or message not found',
  ),
  partNotRedactable: kind(422, 'conversation_part_not_redactable', "Part can't be redacted"),
  redactionTypeUnknown: kind(
    422,
    'type_mismatch',
    "The type attribute provided should be either 'conversation_part' or 'source'",
  ),
  mergeFailed: kind(422, 'merge_failed', 'Conversations could not be merged'),
  messageBodyMissing: kind(400, 'parameter_invalid', 'Body is required'),
  messageSubjectMissing: kind(422, 'parameter_not_found', 'No subject supplied for email message'),
  smsBodyInvalid: kind(400, 'parameter_invalid', 'Invalid SMS message body'),
  resourceNotFound: kind(404, 'not_found', 'Resource not found'),
  redirectExists: kind(409, 'resource_conflict', 'A redirect with that URL already exists'),
  redirectOutside: kind(
    422,
    'data_invalid',
    "from_url must be an absolute URL within this help center's URL space",
  ),
  redirectTargetUnknown: kind(422, 'data_invalid', 'Invalid or duplicated record reference'),
  articleAuthorMissing: kind(
    400,
    'parameter_not_found',
    'author_id must be in the main body or default locale translated_content object',
  ),
  articleNotFound: kind(404, 'article_not_found', 'Article not found'),
  internalArticleNotFound: kind(404, 'internal_article_not_found', 'Internal article not found'),
  snippetToTagNotFound: kind(404, 'content_snippet_not_found', 'Content snippet not found'),
  snippetNotFound: kind(404, 'not_found', 'Content snippet not found'),
  draftNeedsPublished: kind(
    422,
    'parameter_invalid',
    'Article must be published before a draft can be staged',
  ),
  noDraft: kind(422, 'parameter_invalid', 'Article has no draft to publish'),
  draftLocalesMissing: kind(
    422,
    'parameter_not_found',
    'locales must be specified to publish a draft on a multilingual workspace',
  ),
  draftLocaleUnchanged: kind(
    422,
    'parameter_invalid',
    'Cannot publish a draft for locale(s) without pending changes',
  ),
  localeUnknown: kind(400, 'parameter_invalid', 'Unknown locale'),
  audienceUnknown: kind(404, 'parameter_invalid', 'audience_ids contains unknown audience IDs'),
  audienceNameMissing: kind(422, 'validation_error', 'Name is required'),
  audienceNameBlank: kind(422, 'validation_error', 'Name must not be blank'),
  audienceInvalid: kind(422, 'validation_error', 'The audience is invalid'),
  snippetLanguageUnknown: kind(422, 'validation_error', 'The language is not currently supported for Fin'),
  snippetInvalid: kind(422, 'validation_error', 'The content snippet is invalid'),
  externalPageExists: kind(409, 'conflict', 'The source has another page with that external_id'),
  folderInUse: kind(422, 'parameter_invalid', 'Folder contains content and cannot be deleted'),
  contentReferenceInvalid: kind(422, 'data_invalid', 'Invalid or duplicated record reference'),
  contentActionInvalid: kind(422, 'parameter_invalid', 'Parameter invalid'),
  bulkContactsMissing: kind(422, 'field_not_found', 'contacts field must be supplied'),
  bulkContactsNotArray: kind(422, 'type_mismatch', 'contacts must be an array'),
  bulkContactNotObject: kind(422, 'type_mismatch', 'each contact must be an object'),
  bulkContactWithoutId: kind(422, 'field_not_found', 'contacts must be identified by id'),
  bulkCompaniesMissing: kind(422, 'field_not_found', 'companies field must be supplied'),
  bulkCompaniesNotArray: kind(422, 'type_mismatch', 'companies must be an array'),
  bulkCompanyNotObject: kind(422, 'type_mismatch', 'each company must be an object'),
  bulkCompanyWithoutId: kind(422, 'field_not_found', 'companies must be identified by id'),
  bulkTooMany: kind(422, 'parameter_invalid', 'maximum number of items per request is 100'),
  bulkJobNotFound: kind(404, 'job_not_found', 'Job Not Found'),
  bulkJobClosed: kind(403, 'forbidden', 'The job is closed for new task updates'),
  customObjectTypeNotFound: kind(404, 'not_found', 'Custom object type not found'),
  customObjectNotFound: kind(404, 'not_found', 'Custom object instance not found'),
  finConversationIdMissing: kind(400, 'parameter_invalid', 'conversation_id is required'),
  finExternalIdMissing: kind(400, 'parameter_invalid', 'External Conversation ID is required'),
  finUserMissing: kind(400, 'parameter_invalid', 'User ID is required'),
  finHistoryTooLong: kind(400, 'parameter_invalid', 'Conversation history cannot contain more than 10 items'),
  finTooManyAttributes: kind(400, 'parameter_invalid', 'Cannot update more than 10 attributes at once.'),
  finSessionExists: kind(
    400,
    'parameter_invalid',
    'Fin session already exists for this conversation. Please use /reply to continue the conversation.',
  ),
  finSessionNotFound: kind(400, 'parameter_invalid', 'Conversation not found'),
  finNobodyToEscalate: kind(400, 'parameter_invalid', 'Either conversation_id or user must be provided'),
  finRatingRefused: kind(422, 'parameter_invalid', 'The rating could not be recorded'),
  procedureNotFound: kind(400, 'parameter_invalid', 'Procedure not found'),
  procedureNotLive: kind(400, 'parameter_invalid', 'Procedure is not live'),
  procedureNotTriggered: kind(400, 'parameter_invalid', 'Procedure does not have an API trigger'),
  procedureQuestionsOff: kind(403, 'forbidden', 'Procedures HITL API is not enabled for your app.'),
  procedureQuestionExpired: kind(404, 'not_found', 'This HITL request has expired'),
  procedureQuestionAnswered: kind(409, 'conflict', 'This HITL request has already been fulfilled'),
  exportNotFound: kind(404, 'not_found', 'Export job not found'),
  dataExportPending: kind(
    429,
    'rate_limit_exceeded',
    'Exceeded rate limit of 1 pending message data export jobs',
  ),
  reportInvalid: kind(400, 'bad_request', 'The report is invalid'),
  reportingExportsPending: kind(
    429,
    'rate_limit_exceeded',
    'Exceeded rate limit of 5 pending reporting dataset export jobs',
  ),
  workflowNotFound: kind(404, 'not_found', 'Workflow not found'),
  brandNotFound: kind(404, 'not_found', 'Brand not found'),
  emailSettingNotFound: kind(404, 'not_found', 'Email setting not found'),
  macroNotFound: kind(404, 'not_found', 'Macro not found'),
  officeHoursNotFound: kind(404, 'not_found', 'Object not found'),
  officeHoursInvalid: kind(422, 'data_invalid', 'Invalid or duplicated record reference'),
  ipNotAllowed: kind(403, 'forbidden', 'Your IP is not on the allowlist of this workspace'),
  ipAllowlistInvalid: kind(422, 'parameter_invalid', 'The allowlist is invalid'),
  identitySecretNotFound: kind(
    404,
    'identity_verification_secret_not_found',
    'Identity verification secret not found',
  ),
  messengerUnknown: kind(404, 'not_found', 'There is no such workspace'),
  identityUnverified: kind(403, 'forbidden', 'The identity of the user could not be verified'),
  identitySecretInvalid: kind(422, 'parameter_invalid', 'name is required'),
  dataConnectorNotFound: kind(404, 'data_connector_not_found', 'Data connector not found'),
  executionNotFound: kind(404, 'execution_result_not_found', 'Execution result not found'),
  dataConnectorNameMissing: kind(422, 'parameter_not_found', 'Name is required'),
  dataConnectorInvalid: kind(422, 'parameter_invalid', 'Parameter invalid'),
  dataConnectorAudiences: kind(
    422,
    'parameter_invalid',
    'Invalid audiences. Must be a subset of: leads, users, visitors',
  ),
  dataConnectorMethod: kind(422, 'parameter_invalid', "Http Method isn't an option"),
  dataConnectorState: kind(422, 'parameter_invalid', 'Invalid state. Must be one of: draft, live'),
  dataConnectorInUse: kind(
    409,
    'data_connector_in_use',
    'Data connector is in use by other resources and cannot be deleted',
  ),
  dataConnectorNotDraft: kind(409, 'conflict', 'Data connector must be in draft state to be deleted'),
  callNotFound: kind(404, 'not_found', 'Not Found'),
  recordingNotFound: kind(404, 'not_found', 'Recording Not Found'),
  callConversationIds: kind(
    400,
    'conversation_id_limit_exceeded',
    'A list of up to 20 conversation IDs is required',
  ),
  phoneNumberInvalid: kind(400, 'invalid_phone_number', 'Invalid phone number'),
  phoneRedirectInvalid: kind(422, 'invalid_custom_attributes', 'Invalid custom attributes'),
  finVoiceCallExists: kind(409, 'conflict', 'A call with this call_id has been registered already'),
  translationNotSetUp: kind(404, 'not_found', 'No translation service is set up'),
  translationFailed: kind(502, 'translation_failed', 'The translation service failed'),
  receiptTaken: kind(409, 'conflict', 'That receipt_id is of other content or of another contact'),
  whatsappMessageNotFound: kind(404, 'whatsapp_message_not_found', 'Whatsapp message not found'),
  catalogConnectorNotFound: kind(404, 'import_source_not_found', 'No connector found with the provided id.'),
  catalogMissing: kind(400, 'parameter_not_found', 'catalog file is required'),
  catalogNotFile: kind(400, 'parameter_not_found', 'catalog must be an uploaded file'),
  catalogTooLarge: kind(422, 'payload_too_large', 'catalog file exceeds 99MB limit'),
  catalogNotArray: kind(422, 'invalid_catalog_format', 'catalog must be a JSON array'),
  catalogItemsNotObjects: kind(
    422,
    'invalid_catalog_format',
    'each item in the catalog array must be a JSON object',
  ),
  catalogPartInvalid: kind(422, 'invalid_part_number', 'part_number must be a positive integer'),
  catalogJobIdMissing: kind(
    422,
    'import_job_id_required',
    'Include import_job_id to continue an existing upload session.',
  ),
  catalogSessionNotFound: kind(
    404,
    'upload_session_not_found',
    'No active upload session found for the provided import_job_id.',
  ),
  catalogSyncing: kind(
    409,
    'sync_in_progress',
    'A catalog upload is already in progress. Please wait for it to complete.',
  ),
  catalogUploading: kind(
    409,
    'sync_in_progress',
    'A multipart upload is already in progress. Use import_job_id to continue.',
  ),
  catalogNotFinalizable: kind(
    409,
    'upload_session_not_finalizable',
    'Upload session cannot be finalized in its current state.',
  ),
  appNotFound: kind(404, 'app_not_found', 'App not found'),
  deliveryNotFound: kind(404, 'delivery_not_found', 'Delivery not found'),
  appInvalid: kind(422, 'parameter_invalid', 'The app is invalid'),
  forbidden: kind(403, 'forbidden', 'Forbidden request'),
  notASandbox: kind(
    403,
    'forbidden',
    'This is not a sandbox: only there can the clock be moved or anything go wrong',
  ),
  asOfInvalid: kind(
    400,
    'parameter_invalid',
    'Guichet-As-Of takes one moment of the past, in whole seconds since the epoch',
  ),
  asOfUnsupported: kind(
    400,
    'parameter_invalid',
    'Guichet-As-Of goes with the GET of one contact, company, conversation, ticket or article',
  ),
  asOfNotKept: kind(404, 'not_found', 'Nothing is kept any more of what was then'),
} as const satisfies Record<string, Kind>

/** A refusal the caller is told about, in the envelope. Anything else thrown is a fault of ours. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly field: string | undefined
  readonly headers: Record<string, string>
  /** What is answered in place of the envelope: a few operations refuse in shapes of their own. */
  readonly body: object | undefined

  constructor(
    kind: Kind,
    more: { message?: string; field?: string; headers?: Record<string, string>; body?: object } = {},
  ) {
    super(more.message ?? kind.message)
    this.status = kind.status
    this.code = kind.code
    this.field = more.field
    this.headers = more.headers ?? {}
    this.body = more.body
  }
}

/** Refuses the request: `throw problem(errors.tagNotFound)`, with a text of the occasion where there is one. */
export const problem = (kind: Kind, message?: string, field?: string): Problem =>
  new Problem(kind, { ...(message && { message }), ...(field && { field }) })

/** A required value that is missing. */
export const missing = (field: string, message = `${field} is a required parameter`): Problem =>
  problem(errors.parameterNotFound, message, field)

/** A value that is wrong. */
export const invalid = (message: string, field?: string): Problem =>
  problem(errors.parameterInvalid, message, field)
