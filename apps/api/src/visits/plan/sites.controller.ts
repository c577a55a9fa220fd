import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#access';
import { Calendars, Sites } from '#network';
import { CentreCode } from '../../centres/centres.dto.js';
import { Refuses } from '../../docs/refuses.js';
import { AgencyCode } from './addresses.dto.js';
import { CalendarAnswer, CalendarSent, SiteAnswer, SiteSent } from './sites.dto.js';

/** Where and when centres can be visited. */
@Controller('api/v1')
@ApiTags('visits')
export class SitesController {
  constructor(
    private readonly sites: Sites,
    private readonly calendars: Calendars,
  ) {}

  @Get('centres/:centre/site')
  @Allow('centre.read')
  @Refuses('centre.unknown')
  @ApiOperation({ summary: 'Where a centre is and when it is open' })
  @ApiOkResponse({ type: SiteAnswer })
  find(@Param() { centre }: CentreCode): Promise<SiteAnswer> {
    return this.sites.find(centre);
  }

  @Put('centres/:centre/site')
  @Allow('visit.plan')
  @Refuses('centre.unknown')
  @ApiOperation({ summary: 'Say where a centre is and when it is open' })
  @ApiOkResponse({ type: SiteAnswer })
  keep(@Param() { centre }: CentreCode, @Body() site: SiteSent): Promise<SiteAnswer> {
    return this.sites.keep(centre, SiteSent.siteOf(site));
  }

  @Get('agencies/:agency/calendar')
  @Allow('agency.read')
  @Refuses('agency.unknown')
  @ApiOperation({ summary: 'The days an agency does not work' })
  @ApiOkResponse({ type: CalendarAnswer })
  async findCalendar(@Param() { agency }: AgencyCode): Promise<CalendarAnswer> {
    return CalendarAnswer.of(await this.calendars.find(agency));
  }

  @Put('agencies/:agency/calendar')
  @Allow('visit.plan')
  @Refuses('agency.unknown')
  @ApiOperation({ summary: 'Say when an agency does not work; appeals count its working days' })
  @ApiOkResponse({ type: CalendarAnswer })
  async keepCalendar(@Param() { agency }: AgencyCode, @Body() calendar: CalendarSent): Promise<CalendarAnswer> {
    return CalendarAnswer.of(await this.calendars.keep(agency, calendar));
  }
}
