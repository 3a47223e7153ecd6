/** Whether somebody asks for a person instead of Fin. */
export const wantsHuman = (words: string): boolean => HUMAN.test(words)

/** Whether somebody says, in a few words, that they have what they wanted. */
export const isContent = (words: string): boolean =>
  words.trim().split(/\s+/).length <= MOST_WORDS &&
  CONTENT.test(words) &&
  !/\b(?:no|not|but|n't)\b|\?/i.test(words)

const MOST_WORDS = 8

const HUMAN =
  /\b(?:talk|speak|chat|connect|transfer|get|need|want|parler)\b.{0,30}\b(?:human|person|people|agent|representative|someone|somebody|teammate|operator|humain|conseiller|quelqu'un)\b|^\s*(?:a\s+)?(?:human|agent|representative|real person)\W*$/i

const CONTENT =
  /^\W*(?:thanks|thank you|thx|great|perfect|awesome|that helped|that helps|that worked|it worked|it works|solved|yes|yep|merci)\b/i
