export { SurveysModule } from './surveys.module.js';
export { Quotas } from './campaign/quotas.js';
export { languagesOf, OpenCampaigns, mustBeOpen, type SurveyPlace } from './campaign/open-campaigns.js';
export { Campaigns, type CampaignChoice, type CampaignReceipt, type MovedCampaign } from './campaign/campaigns.js';
export type { CampaignLine, StoredCampaign } from './campaign/campaign.queries.js';
export { CampaignStatuses, type CampaignStatus, type WayStatus } from './campaign/campaign-status.js';
export type { QuotaLine } from './campaign/status.queries.js';
export { CampaignFiles } from './campaign/campaign-files.js';
export { CampaignPosters, type PrintedPoster } from './campaign/campaign-posters.js';
export { CampaignWays, type OpenWay, type PlaceWays } from './campaign/campaign-ways.js';
export type { CampaignState } from './campaign/place.queries.js';
export { Responses, type Received, type ResponseReceipt, type Submission } from './response/responses.js';
export { Fold } from './tally/fold.js';
export { SurveyTallies, type SurveyTallyCheck, type SurveyTallyDifference } from './tally/survey-tallies.js';
export { moveStanding } from './tally/standing-moves.js';
export { AnonymousAnswers, type EmployeeSubmission } from './invitation/anonymous-answers.js';
export { AnswerMix } from './invitation/answer-mix.js';
export { Errands, errandsAt, errandsTask, mixTask, remindTask } from './invitation/errands.js';
export { WrongCodes } from './guess/wrong-codes.js';
export { InvitationFiles } from './invitation/invitation-files.js';
export type { FoundInvitation, InvitationState, InvitationSummary } from './invitation/invitation.queries.js';
export { invitationColumns, longestReference, type InvitationRow } from './invitation/invitation-row.js';
export { Invitations, sendTask, type HandedLink, type InvitedReceipt } from './invitation/invitations.js';
export { writeLinks } from './invitation/link-file.js';
export { OptOuts } from './invitation/opt-outs.js';
export { PersonalLinks } from './invitation/personal-links.js';
export { Sending, type SendingReceipt } from './invitation/sending.js';
export type { After, NoticedChoice, NoticedResponse } from './response/decision.queries.js';
export {
  mostNoticed,
  ResponseDecisions,
  type DecidedReceipt,
  type Decision,
  type NoticedPage,
} from './response/response-decisions.js';
export { ImportMapping } from './import/import-mapping.js';
export { ResponsesImport, type ResponsesFile, type ResponsesImported } from './import/responses-import.js';
export { ResponseErasures, type ErasureReceipt } from './retention/response-erasures.js';
export type { RetentionStatus } from './retention/retention-status.queries.js';
export type { ResponseImport } from './import/response-imports.queries.js';
export { eraseTask, WordErasure } from './retention/word-erasure.js';
export { SharedPace } from './response/shared-pace.js';
export { Watch, type Look, type Seen } from './response/watch.js';
export { listReleasedAgencies, type ReleasedGroup } from './results/release.queries.js';
export { releasesAt, releaseTask, SurveyReleases } from './results/survey-releases.js';
export { SurveyResults, type ResultState, type SurveyResult } from './results/survey-results.js';
export { listSurveyCampaigns, type SurveyCampaign } from './tally/reading/survey-campaigns.queries.js';
export { surveyGroups, type SurveyGroup } from './tally/reading/survey-groups.js';
export { surveyRows, type SurveyRow } from './tally/reading/survey-rows.js';
export { categoriesIn, surveyWeights } from './tally/reading/survey-weights.js';
export { DriverAnalyses, type SurveyDrivers } from './tally/reading/survey-drivers.js';
export { Interviews } from './interview/interviews.js';
