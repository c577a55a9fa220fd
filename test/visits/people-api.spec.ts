import { askedApi, type AskedApi } from './asking.js';

let api: AskedApi;
beforeAll(async () => void (api = await askedApi(['omar', 'viewer'], { plan: true })));

describe('people and places over HTTP', () => {
  it('makes shoppers, once with a password', async () => {
    const traits = { gender: 'female', languages: ['ar'], active: true };
    expect(await api.put('office', '/api/v1/shoppers/huda', traits)).toEqual([
      200,
      { name: 'huda', ...traits, password: expect.any(String) },
    ]);
    expect(await api.put('office', '/api/v1/shoppers/huda', traits)).toMatchObject([200, { password: null }]);
    expect(await api.told('office', 'GET', '/api/v1/shoppers')).toMatchObject([
      200,
      expect.arrayContaining([{ name: 'huda', ...traits }]),
    ]);
    for (const wrong of [
      { ...traits, languages: [] },
      { ...traits, languages: ['ar', 'ar'] },
      { ...traits, languages: ['fr'] },
      { ...traits, gender: 'x' },
      { gender: 'female', languages: ['ar'] },
    ]) {
      expect(await api.put('office', '/api/v1/shoppers/huda', wrong)).toEqual([400, 'request.invalid']);
    }
    expect(await api.put('office', '/api/v1/shoppers/viewer', traits)).toEqual([422, 'visit.notShopper']);
  });

  it('lets a shopper declare his own conflicts', async () => {
    const path = (name: string) => `/api/v1/shoppers/${name}/conflicts/HEALTH`;
    expect(await api.put('omar', path('noor'), { reason: 'x' })).toEqual([403, 'access.notAllowed']);
    const given = { shopper: 'omar', centre: 'clinic', gender: 'male' } as const;
    for (const [day, state] of [['07-03', 'assigned'], ['07-04', 'submitted']] as const) await api.on(day, { ...given, state }); // prettier-ignore
    const taken = { withdrawn: 1, left: 1 };
    expect(await api.put('omar', path('omar'), { reason: 'A sister.' })).toEqual([200, taken]);
    expect(await api.put('office', path('omar'), { reason: 'A sister.' })).toMatchObject([200, {}]);
    const id = await api.on('06-03', { centre: 'clinic', gender: 'male' });
    expect(await api.put('office', `/api/v1/visits/${id}/shopper`, { shopper: 'omar', exception: 'x' })).toEqual([
      409,
      'visit.rulesBroken',
    ]);
  });

  it('keeps sites and calendars', async () => {
    const site = { latitude: 24.5, longitude: 54.4, hours: { monday: [{ from: '07:30', to: '14:30' }] } };
    expect(await api.put('office', '/api/v1/centres/gate/site', site)).toEqual([200, site]);
    expect(await api.told('viewer', 'GET', '/api/v1/centres/gate/site')).toEqual([200, site]);
    expect(await api.put('office', '/api/v1/centres/gate/site', {})).toEqual([
      200,
      { latitude: null, longitude: null, hours: null },
    ]);
    const calendar = { weekend: ['friday'], holidays: ['2026-12-03', '2026-12-02'] };
    expect(await api.put('office', '/api/v1/agencies/WORKS/calendar', calendar)).toEqual([
      200,
      { weekend: ['friday'], holidays: ['2026-12-02', '2026-12-03'] },
    ]);
    expect(await api.told('viewer', 'GET', '/api/v1/agencies/HEALTH/calendar')).toEqual([
      200,
      { weekend: null, holidays: null },
    ]);
    for (const [path, body] of [
      ['centres/gate/site', { latitude: 24.5 }],
      ['centres/gate/site', { latitude: 91, longitude: 0 }],
      [
        'centres/gate/site',
        {
          hours: {
            monday: [
              { from: '14:00', to: '12:00' },
              { from: '13:00', to: '15:00' },
            ],
          },
        },
      ],
      ['centres/gate/site', { hours: { caturday: [] } }],
      ['centres/gate/site', { hours: { monday: [{ from: '7:30', to: '24:00' }] } }],
      ['agencies/WORKS/calendar', { weekend: ['caturday'], holidays: [] }],
      ['agencies/WORKS/calendar', { weekend: [], holidays: ['2026-02-30'] }],
    ] as const) {
      expect(await api.put('office', `/api/v1/${path}`, body)).toEqual([400, 'request.invalid']);
    }
    expect(await api.put('office', '/api/v1/centres/nowhere/site', {})).toEqual([404, 'centre.unknown']);
    expect(await api.put('office', '/api/v1/agencies/NONE/calendar', calendar)).toEqual([404, 'agency.unknown']);
  });
});
