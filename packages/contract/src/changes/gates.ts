import { type Gate, gate } from '../change.ts'

export const ticketsTakeContactReplies = gate({
  in: '2.10',
  name: 'ticketsTakeContactReplies',
  why: 'The first version with tickets took notes of admins only as replies.',
  touches: /^POST \/tickets\/\{id\}\/reply$/,
})

export const collectionsNest = gate({
  in: '2.10',
  name: 'collectionsNest',
  why: 'Collections inside collections are collections too; they used to be sections, and apart.',
  touches: /^\w+ \/help_center\/collections/,
})

export const awayReasonsAreGiven = gate({
  in: '2.14',
  name: 'awayReasonsAreGiven',
  why: 'A reason to be away can be given, so a workspace may insist on one.',
  touches: /^PUT \/admins\/\{id\}\/away$/,
})

export const ratingIsLatestCompleted = gate({
  in: '2.15',
  name: 'ratingIsLatestCompleted',
  why: 'A conversation shows its latest completed rating, not its first.',
  touches: /^(GET|POST|PUT) \/conversations|^webhook conversation\./,
})

export const webhookTextIsPlain = gate({
  in: '2.15',
  name: 'webhookTextIsPlain',
  why: 'Webhooks carry subjects and bodies of conversations as plain text.',
  touches: /^webhook conversation\./,
})

export const ticketClosedIsNested = gate({
  in: '2.15',
  name: 'ticketClosedIsNested',
  why: 'The webhook of a closed ticket holds it under `ticket`.',
  touches: /^webhook ticket\.closed$/,
})

export const tagsSkipMissing = gate({
  in: '2.16',
  name: 'tagsSkipMissing',
  why: 'Tagging many passes over those it cannot find and says so, instead of refusing them all.',
  touches: /^POST \/tags$/,
})

export const mergeNeedsDuplicates = gate({
  in: '2.16',
  name: 'mergeNeedsDuplicates',
  why: 'Contacts are merged only when they share an email, a phone or an external id.',
  touches: /^POST \/contacts\/merge$/,
})

export const mergedContactIsGone = gate({
  in: '2.16',
  name: 'mergedContactIsGone',
  why: 'A contact merged away answers 410 with a link to the survivor, not 404.',
  touches: /^\w+ \/contacts\/\{\w+\}/,
})

export const sortOrderIsStrict = gate({
  in: '2.16',
  name: 'sortOrderIsStrict',
  why: 'A search refuses an order other than ascending and descending.',
  touches: /^POST \/\S+\/search$/,
})

export const conversationAttributesStandApart = gate({
  in: '2.16',
  name: 'conversationAttributesStandApart',
  why: 'Data attributes refuse the model `conversation`, which has operations of its own.',
  touches: /^\w+ \/data_attributes/,
})

export const customObjectsAreListed = gate({
  in: '2.16',
  name: 'customObjectsAreListed',
  why: 'Without an external id the instances of a type are listed.',
  touches: /^GET \/custom_object_instances\/\{\w+\}$/,
})

export const reportsIncludeUnanswered = gate({
  in: '2.16',
  name: 'reportsIncludeUnanswered',
  why: 'The conversation dataset includes conversations nobody replied to.',
  touches: /^POST \/export\/reporting_data\/enqueue$/,
})

export const contactDatesAreExact = gate({
  in: 'Preview',
  name: 'contactDatesAreExact',
  why: 'Contacts are searched by the second, not by the day of the workspace.',
  touches: /^POST \/contacts\/search$/,
})

export const plaintextKeepsLinks = gate({
  in: 'Preview',
  name: 'plaintextKeepsLinks',
  why: 'Plain text keeps the address of a link after its words.',
  touches: /^\w+ \/conversations/,
})

export const translationsStandBeside = gate({
  in: 'Preview',
  name: 'translationsStandBeside',
  why: 'A translated reply is shown as it was written, with its translation beside it; before, `include_translations` showed that instead.',
  touches: /^GET \/conversations\/\{id\}$/,
})

/** Every difference in behaviour between versions. Keep it short. */
export const gates: Gate[] = [
  ticketsTakeContactReplies,
  collectionsNest,
  awayReasonsAreGiven,
  ratingIsLatestCompleted,
  webhookTextIsPlain,
  ticketClosedIsNested,
  tagsSkipMissing,
  mergeNeedsDuplicates,
  mergedContactIsGone,
  sortOrderIsStrict,
  conversationAttributesStandApart,
  customObjectsAreListed,
  reportsIncludeUnanswered,
  contactDatesAreExact,
  plaintextKeepsLinks,
  translationsStandBeside,
]
