/**
 * Who is let in at the doors of campaigns, by route: a letter each for a visitor, a viewer, an assessor, an agency, a shopper with
 * his tablet, and the office. s: has to sign in; c: closed to the role; o: let in, whatever becomes of it.
 */
export const campaignDoors: Readonly<Record<string, string>> = {
  'Campaigns.close': 'scccco',
  'Campaigns.find': 'scccco',
  'Campaigns.list': 'scccco',
  'Campaigns.open': 'scccco',
  'Campaigns.save': 'scccco',
  'Campaigns.schema': 'oooooo',
  'Campaigns.status': 'scccco',
  'Campaigns.ways': 'scccco',
  'Erasures.erase': 'scccco',
  'Posters.read': 'scccco',
};
