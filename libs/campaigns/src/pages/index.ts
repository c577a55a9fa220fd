export { isAskable, reasonsOf, unaskableIn } from './askable.js';
export {
  choiceMarkers,
  commentField,
  fieldNamesOf,
  fieldOf,
  isChosen,
  notApplicableField,
  partsOf,
  reasonValue,
  type Fields,
} from './item-fields.js';
export { faultsOn, type PageFault } from './page-faults.js';
export { moodOf, optionsInOrder, scaleOf } from './scale-order.js';
export { answerFields, askedSheet, fieldsOf, sheetFrom } from './survey-form.js';
export { pageAfter, pageBefore, pagesOf, progressOf, type SurveyPage } from './survey-pages.js';
export {
  checkPage,
  endsWithCheck,
  maySend,
  startPage,
  turnOf,
  type Go,
  type ShownPage,
  type Stand,
  type Turn,
} from './turn.js';
export { clockOf } from './typed-text.js';
export { acceptedAmong, wordingTag, writingDirectionOf } from './writing-direction.js';
